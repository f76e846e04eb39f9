"""A machine that decides on people (自动淘汰求职者, software throws out the bottom half): a lawful
thing with duties and rights of its own, whatever harm its words sound like. Pure but for the
look-up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange, Question
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

DECIDED = "用个人信息做自动化决策要注意什么？"
_BACK = 3
"""Exchanges back to which the machine may have been told of."""
_PEOPLE = (
    r"简历|求职|应聘|候选人|面试|员工|职工|骑手|司机|主播|借款|贷款|信贷|申请人|租客"
    r"|房客|学生|考生|学员|客户|用户|会员"
    r"|顾客|投保|病人|患者|老人|[每哪谁]个?人"
)
_PEOPLE_ENGLISH = (
    r"cvs?|r[eé]sum[eé]s?|candidates?|applicants?|applications?|job ?seekers?|employees?|workers?"
    r"|staff|drivers?|riders?|couriers?|borrowers?|loans?|tenants?|students?|pupils?|customers?"
    r"|clients?|users?|members?|patients?|people|persons?|policyholders?"
)
_MACHINE = r"自动(?!驾驶|售货)|系统|软件|程序|算法|模型|机器(?!人公司|设备)|ai|人工智能|电脑"
_DECIDES = (
    r"打分|评分|评级|筛(?!查)|淘汰|刷掉|刷下|刷人|拒(?:绝|掉|了|贷|保)|驳回|审批|决定"
    r"|定价|涨价|加价|派单|扣(?:钱|款|分|奖金)"
    r"|封号|降级|辞退|开除|裁(?:人|员|掉)|录用|排名|排序|过滤掉"
)
_TELLS = re.compile(
    rf"(?:{_MACHINE})[^。;?!]{{0,24}}?(?:{_DECIDES})"
    rf"|(?:{_DECIDES})[^。;?!]{{0,16}}?(?:{_MACHINE})"
)
_OF_PEOPLE = re.compile(rf"{_PEOPLE}|\b(?:{_PEOPLE_ENGLISH})\b")
_TELLS_ENGLISH = re.compile(
    r"\b(?:software|systems?|algorithms?|ai|machines?|models?|computers?|programs?|bots?"
    r"|automatic\w*|automated)\b[^.;?!]{0,40}?\b(?:scor\w+|rank\w*|reject\w*|filter\w*"
    r"|throws? out"
    r"|screen(?:s|ed|ing)|decid\w+|turn(?:s|ed)? down|den(?:y|ies|ied)|approv\w+|dismiss\w*"
    r"|fir(?:e|es|ed)|weed\w* out|sort\w* out|pric\w+|blacklist\w*)\b"
)
_OTHER = re.compile(
    r"卖(?![方家点])|出售|挂牌|上架|入驻|出境|境外|国外|数据产品|接口|标识|备案|登录|账号"
    r"|\b(?:sell|sold|list(?:ing|ed)?|abroad|overseas|dataset|label\w*|log ?in|account)\b"
)
"""What asks of another matter, or of a thing that is offered."""
_HIDDEN = re.compile(
    r"偷偷|悄悄|暗中|不被?(?:人)?(?:发现|知道|察觉)|瞒|绕|规避|躲|逃|歧视|\b(?:secretly"
    r"|hid(?:e|ing)"
    r"|notic\w+|get(?:ting)? caught|evad\w+|bypass\w*|discriminat\w+)\b"
)
"""What is done in secret is no question on the rules."""
_ON_IT = re.compile(
    r"候选人|求职者|应聘者|对方|人家|本人|当事人|他们?|她们?|申诉|解释|说明|拒绝|人工"
    r"|复核|上线|上系统|启用|开始用|评估|要准备|要做什么|做些?什么|手续|义务|合法|合规"
    r"|\b(?:candidates?|applicants?|they|them|he|she|say|explain\w*|explanation|object|appeal"
    r"|refuse|human|review|assess\w*|homework|before we|switch (?:it )?on|launch|go live|duty"
    r"|duties|lawful|legal|allowed)\b"
)
"""What asks on of such a machine."""


def tells_of_machine(text: str) -> bool:
    """Whether a text tells of a machine that decides on people."""
    plain = normalise(text)
    if _OF_PEOPLE.search(plain) is None or _OTHER.search(plain) or _HIDDEN.search(plain):
        return False
    return any(p.search(plain) for p in (_TELLS, _TELLS_ENGLISH))


def machine_decides(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What is known of such decisions, where a text tells of one or asks on of it; ``None`` where
    it does neither, or is the wording of a document."""
    if not tells_of_machine(text) and not _asks_on(text, asked.exchanges):
        return None
    if snapshot.exact(text) is not None:
        return None
    found = snapshot.at_once(DECIDED)
    return found if found is not None and found.band == "answer" else None


def _asks_on(text: str, exchanges: Sequence[Exchange]) -> bool:
    plain = normalise(text)
    if _ON_IT.search(plain) is None or _OTHER.search(plain):
        return False
    return any(tells_of_machine(e.question) for e in exchanges[-_BACK:])
