"""Who shields people (怎么把客户的名字去掉; so that no patient can be recognised), deletes what the
law wants deleted, or was hit by a wrong: the words are those of wrongdoers, the wish is not. Pure;
texts are normalised.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept

_WHO = (
    r"(?:客户|用户|会员|顾客|患者|病人|员工|学生|孩子|家长|业主|车主|司机|乘客|收件人|寄件人|行人|路人|里面的人"
    r"|个人|本人|当事人|人家|离职的?人)"
)
_DETAIL = (
    r"(?:名字|姓名|人名|手机号?码?|电话号?码?|身份证号?码?|地址|住址|面孔|人脸|脸|车牌号?|门牌号?|指纹|照片"
    r"|个人信息|资料|信息|数据|档案)"
)
_OUT = (
    r"(?:去掉|去除|去了|抹掉|抹去|删掉|删除|删了|删|遮住|遮掉|遮盖|遮|盖住|隐去|打码|打星号|脱敏|匿名|模糊|马赛克|清除|清掉"
    r"|销毁)"
)
_SHIELDS = re.compile(
    rf"(?:{_WHO}的?(?:{_DETAIL}(?:和|、|与|跟)?)*|{_DETAIL})[^,。;?!]{{0,6}}?{_OUT}|{_OUT}[^,。;?!]{{0,6}}?"
    rf"(?:{_WHO}的?{_DETAIL}?|{_DETAIL})"
    r"|(?:认|看|识别|辨认|猜|推|查)(?:不|没法|无法)(?:出|到|得)[^,。;?!]{0,5}(?:是)?(?:谁|病人|患者|客户|用户|本人|个人|具体的?人)"
    r"|(?:没法|无法|不能|没办法|不许|不准|不会)(?:再|被|去|把)*[^,。;?!]{0,4}(?:认|识别|辨认|反查|反推|重新识别)[^,。;?!]{0,6}"
    r"(?:谁|病人|患者|客户|用户|本人|个人|人)"
    r"|(?:谁|病人|患者|客户|用户|本人|里面的人)[^,。;?!]{0,4}(?:也|都)?(?:认|看|识别)不出"
    r"|\b(?:delet|eras|remov|strip|blur|mask|cover|redact|dispos|pixelat|anonymi[sz]|tak)\w*\b[^.;?!]{0,36}?"
    r"\b(?:customer|client|user|patient|employee|staff|member|visitor|person|people|names?|faces?|numbers?"
    r"|address\w*|ids?|personal|records?|data|details|plates?|fingerprints?|photos?)\b"
    r"|\b(?:nobody|no one|no ?body|can(?:no|['’])t|cannot|not|never|no (?:person|patient|customer))"
    r"\b[^.;?!]{0,32}?\b(?:recogni[sz]\w*|re-?identif\w*|identif\w*|find out who|tell who|know who"
    r"|trac\w* (?:it |them )?back)\b"
)
_COVERS_UP = re.compile(
    r"证据|日志|痕迹|审计|检查|监管|网信|警察|法院|保全|抽查|举报|水印|标识|标签|录音|聊天|合同|同意书|发票|账|工单|公告|违规"
    r"|处罚|来源|出处|卖家|竞争|别家|人家的|偷|骗|瞒|不[让被]|恢复不了"
    r"|\b(?:logs?|evidence|audit\w*|traces? of (?:the|our|what)|labels?|watermarks?|inspect\w*"
    r"|regulator\w*|police|court|investigat\w*|authorit\w*|complain\w*|tickets?|recordings?|contracts?|invoices?|notic\w+|caught"
    r"|competitor\w*|rival\w*|before (?:they|the)|whistle\w*)\b"
)
"""What is done away with to hide a wrong, or whom it is hidden from."""
_THEM = (
    r"(?:hackers?|attackers?|thie(?:f|ves)|somebody|someone|criminals?|intruders?"
    r"|(?:our|the|a|an|my|one of our) (?:[a-z-]+ )?(?:suppliers?|vendors?|employees?|contractors?"
    r"|competitors?|rivals?|partners?|buyers?|customers?|salesm[ae]n|colleagues?|staff))"
)
_HIT = re.compile(
    rf"\b{_THEM} (?:has |have |had |just |probably |may have )*(?:got(?:ten)? into|broke(?:n)? into"
    r"|hacked|stole|stolen|leaked|lost|copied|scraped|took|taken|sold|resold|encrypted|shared|misused"
    r"|downloaded)\b"
    r"|\bransom note\b"
    r"|\b(?:our|my)\b[^.;?!]{0,24}\b(?:was|were|has been|have been|got) (?:hacked|stolen|leaked"
    r"|breached|copied|scraped|encrypted|exposed|compromised)\b"
)
"""A wrong that was done to who speaks."""
_STRIKES_BACK = re.compile(
    r"\b(?:revenge|hack (?:them|him|her|it)? ?back|get back at|pay (?:them|him|her) back"
    r"|make (?:them|him|her) (?:pay|regret|suffer)|hide|cover (?:it )?up|quiet"
    r"|without (?:telling|reporting)|nobody (?:must|should) know)\b"
)


@kept
def shields(text: str) -> bool:
    """Whether somebody takes out, deletes or veils what tells of people, and hides no wrong so."""
    return _SHIELDS.search(text) is not None and _COVERS_UP.search(text) is None


@kept
def was_hit(text: str) -> bool:
    """Whether somebody tells in English of a wrong that was done to them, and means to do none."""
    return _HIT.search(text) is not None and _STRIKES_BACK.search(text) is None
