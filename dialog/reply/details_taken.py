"""Who tells that others took, sold or leaked details of their own or of their family's, and who
asks then where to complain of that (诊所把我爸的病历卖了，找谁投诉). Pure; texts are normalised.

By its words a complaint is one about the desk, and a sale one of somebody who sells. Who tells what
their own firm let out, or asks whether such a thing is allowed, tells of no such wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.kept import kept
from knowledge.text import is_english

FAMILY = (
    r"(?:妈妈?|爸爸?|父亲|母亲|爹|娘|爷爷|奶奶|外公|外婆|姥[姥爷]|公公|婆婆|岳父|岳母|老公|老婆"
    r"|丈夫|妻子"
    r"|爱人|孩子|儿子|女儿|小孩|娃|[哥姐弟妹]{1,2}|家人|家里人|家里老人|老人|父母|老两口|亲戚"
    r"|[叔姨舅姑]{1,2}"
    r"|对象|男朋友|女朋友|朋友)"
)
"""Those for whom somebody speaks as for themselves."""
OWNER = (
    rf"(?:(?:我们家?|我家?|俺家?|咱家?)(?:的)?{FAMILY}|{FAMILY}|我|俺|本人|自己|[他她]|他们|老人家)"
)
_ANY_DETAIL = (
    rf"(?:我(?!们)(?:家)?{FAMILY}?|俺|{FAMILY})(?:的)?(?!公司|单位|医院|平台"
    rf"|店)[^,。?!的]{{0,6}}?(?:的)?"
    r"(?:信息|资料|数据|记录|报告|号码|电话|手机号?|情况|档案|成绩|住址|照片|明细)"
)
"""Anything that is known of the speaker or of the family: 我奶奶的社保信息, 我家的用电数据."""
DETAILS = (
    r"(?:手机号码?|手机|电话号码|电话|号码|身份证号?|身份信息|个人信息|个人资料|个人数据|隐私|住址"
    r"|家庭住址|地址|联系方式|聊天记录|通话记录|病历|体检(?:报告|结果|信息|数据|记录|情况)?"
    r"|(?:看病|就诊|住院|诊疗|医疗|健康|购房|贷款|消费|学籍|信用|征信)(?:的)?"
    r"(?:信息|资料|数据|记录|情况|结果)?"
    r"|检查(?:报告|结果)|人脸|照片|信息|资料|数据|记录)"
)
_DEED = (
    r"(?:倒卖|出卖|贩卖|转卖|卖|泄露|泄漏|透露|出售|外泄|外传|盗用|冒用|盗|偷|曝光|传出|流出"
    r"|(?:转|发|送|交|提供)?给(?:了)?(?:别人|外人|他人|人家|其他人|[^,。?!我你您]{1,8}(?:公司"
    r"|机构|中介|平台|商家|的人)))"
)
_MAY = r"(?<![想要能会该])(?<!可以)(?<!打算)(?<!允许)(?<!准备)"
_LEFT = r"(?:[^,。?!]{0,8}?(?:留|填|登记|提供|存)(?:下)?)?"
"""Where the details were left: 我在美容院留的电话."""
_TAKEN = (
    re.compile(
        rf"(?<!想)(?<!要)(?<!能)(?<!可以)(?<!打算)(?:把|将){OWNER}{_LEFT}的?{DETAILS}"
        rf"[^,。?!不]{{0,6}}?{_DEED}"
    ),
    re.compile(
        rf"{OWNER}{_LEFT}的?{DETAILS}[^,。?!不会]{{0,6}}?(?<!会)(?:被|遭|让|叫)"
        rf"[^,。?!]{{0,10}}?{_DEED}"
    ),
    re.compile(rf"{_MAY}{_DEED}(?:了|过|掉)?(?:我|俺)(?:们家)?(?:的)?{FAMILY}?的?{DETAILS}"),
    re.compile(
        rf"(?:个人信息|手机号码?|病历|隐私|身份证号?)(?:好像|可能|应该|都|也)*被人(?:家)?{_DEED}"
    ),
    re.compile(
        rf"{OWNER}{_LEFT}的?{DETAILS}[^,。?!不会]{{0,4}}?(?<!会)(?:泄露|泄漏|外泄)(?:了|出去)"
    ),
)
_TAKEN_ENGLISH = re.compile(
    r"(?<!can )(?<!could )(?<!may )(?<!would )(?<!to )\b(?:sold|leaked|shared|gave(?: away)?|given"
    r"|passed(?: on)?|stole|disclosed|exposed)(?: out)? (?:my|our family's) (?:\w+'s )?"
    r"(?:\w+ ){0,2}?(?:data|details|information|info|number|records?|results?|address|id)\b"
    r"|\bmy (?:\w+'s )?(?:\w+ ){0,2}?(?:data|details|information|info|number|records?|results?"
    r"|address|id) (?:was|were|has been|have been|got) (?:\w+ )?(?:sold|leaked|shared|stolen"
    r"|given away|passed on|disclosed|exposed)\b"
)
_SUPPOSED = re.compile(
    r"会不会|会被|能不能(?:把|卖)|可不可以(?:把|卖)|如果|要是|万一|怕|担心|想卖|我(?:想|要"
    r"|打算)(?:把|将|卖)"
    r"|我们(?:公司|单位|平台|医院|机构|学校)|我司|本公司|本单位|(?:用户|客户|会员|员工|患者|学生)的"
    r"|数据产品|挂牌|(?:违法|合法|犯法|合规|允许)[吗么]"
    r"|\b(?:if|would|could|might|afraid|our (?:company|customers?|users?|clients?|employees))\b"
)
"""Who only supposes it, speaks for a firm, or asks what the law says of it, was not wronged so."""
_CALLS = re.compile(
    r"(?:推销|骚扰|广告|诈骗|营销|中介|保健品|保险|贷款|装修|卖[^,。?!]{1,8})的?[^,。?!]{0,4}"
    r"(?:电话|短信|来电|微信)"
    r"|(?:卖|推销|推荐|中介|公司|陌生)[^,。?!]{0,8}(?:加|打|找|联系)(?:了|上|到)?(?:我|他"
    r"|她)[^,。?!]{0,4}"
    r"(?:微信|电话|好友)"
    r"|(?:电话|短信)[^,。?!]{0,6}(?:推销|骚扰|卖[^,。?!]{1,6})|打电话(?:来"
    r"|给[^,。?!]{1,6})?(?:推销|卖|骚扰)"
    r"|(?:公司|中介|机构|陌生人|骗子|不认识的人)[^,。?!]{0,4}(?:给|往)(?:我|他"
    r"|她)[^,。?!]{0,3}(?:打|来)电话"
    r"|打(?:我|他|她|我[^,。?!]{1,3})(?:的)?(?:电话|手机)(?:推销|卖|骚扰)"
    r"|\b(?:sales|spam|marketing|telemarketing|nuisance|scam|cold) (?:calls?|messages?|texts?)\b"
    r"|\bcall(?:s|ed|ing)? (?:me|my \w+)\b[^.?!]{0,40}\b(?:sell|selling|sales|offer)"
    r"|\b(?:calls?|messages?|texts|phoned|called|rung up|rung) (?:\w+ )?(?:from|by) [^.?!]{0,30}?"
    r"\b(?:sellers?|sales\w*|agents?|compan(?:y|ies)|strangers?|brokers?|clinics?|people|insurers?"
    r"|somebody|someone|shops?|agenc(?:y|ies)|peddlers?|vendors?)\b"
)
_KNOWN_TO_THEM = re.compile(
    r"(?:[连都]|他们|人家|对方|居然|竟然|怎么|打电话的人?|来电的人?)[^。?!]{0,16}"
    r"(?:知道|晓得|清楚|掌握|报得出|叫得出|[找查]得?到(?:我|俺|他|她)[^,。?!]{0,4}(?:住|家|地址))"
    r"|(?:刚|才)[^,。?!]{1,14}[,就][^。?!]{0,4}(?:就|马上)?[^。?!]{0,4}(?:有人|电话|来)"
    r"|\b(?:they|the callers?|he|she|who|that) (?:even |all |also |somehow )?(?:know|knew|knows)\b"
    r"|\bhow (?:do|did) they know\b"
)
_BY_YOU = re.compile(
    rf"(?:[,。!?; ]|^)(?:{_ANY_DETAIL})?"
    r"(?:那|这|到底|难道|该|肯定|一定|就|[, ])*"
    r"(?:是不是|是否|会不会是|不会是|难道是?|是|就是|怕是|莫非是?)?"
    r"(?:你们?|您们?|贵所|贵公司|交易所|数交所|平台)(?:的人|这里|这边|这儿|公司|交易所|数交所|所"
    r"|平台)*"
    r"(?:偷偷|擅自|私自|私下|在|都|就|是不是|有没有|难道)*"
    r"(?:(?:把|将)(?P<whose>[^,。?!]{0,10}?)(?:数据|信息|资料|号码|电话|病历|记录|结果|隐私)"
    r"[^,。?!能可]{0,4}?(?:卖|泄露|泄漏|透露|给)[^,。?!谁哪]{0,8}?(?:了|的|出去)(?!谁|哪)"
    r"|(?P<bare>(?:卖|泄露|泄漏|透露|给)(?:给[^,。?!谁哪]{1,8}?)?(?:了|的|出去)"
    r"(?:数据|信息|资料|号码|电话)?))"
    r"[^,。?!]{0,4}?(?:吧|吗|么|啊|呀|嘛|呢|[?!。 ])*$"
    r"|\b(?:did|have|has) (?:you|your exchange|your company|the exchange|this exchange)(?: \w+)?"
    r" (?:sell|sold|leak|leaked|share|shared|pass|passed)(?: on)?(?: out)? "
    r"(?:my|her|his|their|our|it|them|the data)\b[^.?!]{0,40}[?!. ]*$"
    r"|\bwas it (?:you|your exchange|the exchange)\b[^.?!]{0,30}\b(?:sold|leaked)\b"
    r"[^?!.]{0,30}[?!. ]*$"
)
_SUSPECTING = re.compile(r"是不是|难道|不会是|怕是|莫非|肯定|一定")
_OF_TRADE = re.compile(
    r"挂牌|产品|数商|入驻|供方|需方|买方|卖方|我们(?:公司|单位)|成交|订单|能不能|可不可以|可以"
    r"|允许|违法|合法|罚"
    r"|\b(?:list(?:ed|ing)?|product|vendor|buyer|seller|company's|legal|allowed|may|can)\b"
)
_WHERE = re.compile(
    r"(?:找|向|去|到|跟|和|上|往)(?:哪[个里儿]?|谁|什么(?:部门|地方|单位|机构)|啥(?:部门|地方"
    r"|单位))"
    r"[^,。?!]{0,8}(?:投诉|举报|告|反映|申诉|说理|维权|讨说法|管|报案|处理|负责)"
    r"|(?:怎么|如何|咋|能|可以|想|要|能不能|可不可以|我要|打算)(?:去)?(?:投诉|举报|维权|起诉"
    r"|告(?!诉|知))"
    r"|(?:投诉|举报|维权|反映)[^,。?!]{0,6}(?:找|向|去|到)?(?:谁|哪|什么部门|啥部门)|找(?:谁"
    r"|哪个部门|什么部门)"
    r"|(?:谁|哪个部门|什么部门)(?:来|能|可以|会)?(?:管|负责|处理|查)"
    r"|\b(?:who|whom|where|how|which (?:authority|office|department))\b[^.?!]{0,40}\b"
    r"(?:complain|complaint|report|sue|turn to|go to)\b"
)
_NEXT = re.compile(
    r"怎么办|咋[办整]|怎么处理|怎么维权|(?:能|可以|要)[^,。?!]{0,4}(?:告|赔)"
    r"|\bwhat (?:can|should|do) (?:i|we)\b"
)
_NUMBER = re.compile(
    r"电话(?:是)?多少|哪个(?:电话|号码)|什么(?:电话|号码)|打哪|热线|号码是|网址|邮箱"
    r"|\b(?:number|hotline|e-?mail|website)\b(?=[^.]*(?:call|complain|\?))"
)
_OF_THE_DESK = re.compile(
    r"你|您|贵所|交易所|平台|窗口|客服|工作人员|柜台|服务态度|回答|挂牌|数商|供方|产品|\b(?:you"
    r"|your|exchange|staff|desk|answer)\b"
)
_NOT_THE_DESK = re.compile(
    r"不(?:是|要|想)?(?:投诉|举报|告|说|找|针对)(?:的)?(?:你们?|您们?|贵所|交易所|平台)"
    r"|\bnot (?:complaining|complain|about|against)? ?(?:about |against |of )?"
    r"(?:you|the exchange|your)\b"
)
_LONG = 32
"""Characters beyond which who asks where to complain tells of what; English has thrice as many."""
_BACK = 3
"""Texts back to which such a wrong may have been told."""


def details_taken(text: str) -> bool:
    """Whether somebody tells that others took details of theirs, or let them out."""
    if _SUPPOSED.search(text) is not None:
        return False
    if is_english(text):
        return _TAKEN_ENGLISH.search(text) is not None
    return any(pattern.search(text) for pattern in _TAKEN)


def called_by_strangers(text: str) -> bool:
    """Whether somebody tells of calls by strangers who know what is private."""
    return _CALLS.search(text) is not None and _KNOWN_TO_THEM.search(text) is not None


def blames_the_exchange(text: str) -> bool:
    """Whether a text ends by asking whether it was the exchange that let such details out."""
    if _OF_TRADE.search(_CALLS.sub(" ", text)) is not None:
        return False
    read = _BY_YOU.search(text)
    if read is None:
        return False
    if read["bare"] is None and (read["whose"] != "" or _SUSPECTING.search(text)):
        return True
    if re.search(_ANY_DETAIL, text) is not None:
        return True
    # 是你们卖的吗 says by itself not of what, and 你们把数据卖了吗 not whose.
    return _CALLS.search(text) is not None or details_taken(text)


@kept
def wronged_in_person(text: str) -> bool:
    """Whether somebody tells of any such wrong."""
    return details_taken(text) or called_by_strangers(text) or blames_the_exchange(text)


def complains_of_others(text: str, before: Sequence[str]) -> bool:
    """Whether somebody asks what to do about such a wrong, told in this text or in those
    ``before``, and not about the desk."""
    if _NUMBER.search(text) is not None:
        return False
    asks = _WHERE.search(text) is not None
    if details_taken(text):
        return asks or _NEXT.search(text) is not None
    if called_by_strangers(text):
        return asks
    rest = _NOT_THE_DESK.sub("", text)
    if not asks or _OF_THE_DESK.search(rest) is not None:
        return False
    short = len(text) <= _LONG * (3 if is_english(text) else 1)
    return short and any(wronged_in_person(t) for t in before[-_BACK:])
