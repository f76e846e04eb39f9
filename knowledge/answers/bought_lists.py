"""Lists of people that somebody bought from others, and whether those people ever agreed
(名单是从宏达公司买的，业主不知道): anonymising makes no such purchase lawful, and what it does for
the people in a list gives no right against whom it was bought from. Pure; over normalised texts.
"""

from __future__ import annotations

import re

_PEOPLE = (
    r"(?:客户|用户|会员|顾客|业主|住户|房东|租客|租户|车主|患者|病人|学生|家长|老人|孕妇|求职者?"
    r"|应聘者?|候选人|股民|投保人"
    r"|司机|居民|本人|个人|员工|学员|消费者|买家|别人|他人|人家|当事人|他们|她们)"
)
_LIST = (
    rf"(?:{_PEOPLE}的?(?:名单|名册|信息|数据|资料|电话|手机号?|号码|住址|地址|档案|记录|简历|病历"
    rf"|通讯录)|简历|病历|通讯录|名单|名册"
    r"|身份证|手机号码?|电话号码?|住址)"
)
_BOUGHT = re.compile(
    r"(?<![不没])(?:从|跟|找|向|问)[^,。;?!]{1,14}?(?:花钱|掏钱|私下|偷偷|低价|有偿)?(?:那[里儿]?"
    r"|手[里上])?"
    r"(?:买|购|收购|淘)(?:来|到|了|过来|回来|下来|的|入|进)"
    r"|(?<!不是)(?<!没有)(?<!没)(?:花钱|掏钱|出钱)[^,。;?!]{0,12}?(?:买|购|收购)(?:来|到|了|的)"
    r"|(?:卖|转让|转)给(?:了)?我们的|(?<![不没])(?<!不是)(?:买|购|收购)(?:来|到|回来)的"
    r"|(?<!not )(?<!never )(?<!n['’]t )(?<!be )\b(?:bought|purchased|paid for)\b"
)
_LIST_FOUND = re.compile(_LIST)
_LIST_ENGLISH = re.compile(
    r"\b(?:customers?|clients?|users?|members?|patients?|owners?|residents?|tenants?|students?"
    r"|parents?"
    r"|candidates?|applicants?|people|drivers?|personal)['’]?s?['’]? (?:\w+ )?(?:lists?|data"
    r"|records?"
    r"|details|files?|names?|numbers|contacts?)\b|\b(?:lists?|records?|names|details|numbers"
    r"|contacts)"
    r" of (?:\w+ ){0,2}(?:customers?|clients?|users?|members?|patients?|owners?|residents?|tenants?"
    r"|students?|parents?|candidates?|applicants?|people|drivers?)\b"
)
_SOURCE = re.compile(
    r"交易所|数交所|挂牌的|合法的?[^,。;?!]{0,4}?(?:公司|渠道|来源|买|取得)|\b(?:exchange"
    r"|lawful(?:ly)?"
    r"|legal(?:ly)?)\b"
)
"""Where it was bought lawfully, or so it is said."""
_CLAUSES = re.compile(r"[,。;?!]|\.(?=\s|$)")
_OWN = re.compile(r"自己的?|自家|自有|\bour own\b")
_OF_FIRMS = re.compile(r"企业(?:名录|名单)|公司(?:名录|名单)|工商|\b(?:company|business) lists?\b")
_UNASKED = re.compile(
    rf"{_PEOPLE}(?:本人)?(?:们)?(?:都|也|根本|从来|全|并|压根)*(?:不知道|不知情|不晓得|没有?同意"
    rf"|没有?授权|没有?点头|没签|未同意|未授权|不同意)"
    rf"|(?:没有?|未|没经过?|未经|没取得|没拿到?|没问过?|没告诉"
    rf"|没通知)(?:任何)?{_PEOPLE}(?:本人)?的?(?:任何)?(?:单独|书面)?"
    rf"(?:同意|授权|许可|允许|知情|$|[,。;?!])"
    r"|私下|偷偷|暗地|悄悄|桌底下|见不得光|来路不[正明]"
    r"|\bwithout (?:[\w'’]+ ){0,4}?(?:consents?|knowledge|permission|authori[sz]ation|knowing"
    r"|asking)\b"
    r"|\b(?:never|not|n['’]t) (?:\w+ )?(?:agreed?|consent(?:ed)?|asked|know|knew|told|informed)\b"
    r"|\bno consent\b|\bunder the table\b|\bsecretly\b|\bon the (?:quiet|sly)\b|\bnobody asked\b"
)
_AGREED = re.compile(
    rf"{_PEOPLE}(?:本人)?(?:都|也|全)*(?:单独|书面)?(?:同意|授权)(?!书?怎|吗|么|没)|(?:有|经|取得"
    rf"|拿到)(?:了|过)?{_PEOPLE}[^,。;?!]{{0,4}}?(?:同意|授权)"
    r"|\bwith (?:[\w'’]+ ){0,4}?(?:consent|permission)\b|\ball (?:of them )?(?:agreed|consented)\b"
)


def bought(text: str) -> re.Match[str] | None:
    """Where a normalised text tells of a list of people that was bought from others; ``None`` where
    it does not, or where it was bought lawfully as it says. The list stands in one clause with the
    purchase, and is not the teller's own."""
    if _SOURCE.search(text) or _OF_FIRMS.search(text):
        return None
    listed = _LIST_ENGLISH if text.isascii() else _LIST_FOUND
    for clause in _CLAUSES.split(text):
        found = _BOUGHT.search(clause)
        if found is not None and listed.search(clause) and not _OWN.search(clause):
            return found
    return None


def bought_unasked(text: str) -> bool:
    """Whether a text tells of such a list whose people never agreed, or which was got in secret."""
    if bought(text) is None or _UNASKED.search(text) is None:
        return False
    return _AGREED.search(_UNASKED.sub(" ", text)) is None
