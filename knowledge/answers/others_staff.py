"""People who are told to be no staff of one's own (不是我们的员工, 是船东的员工; not our employees,
our clients' people): the word for staff names nobody there, and what spares one's own staff does
not spare them. Who only claims that exemption (都按员工管理免了吧) names no staff either.
Pure; over normalised texts."""

from __future__ import annotations

import re

_STAFF = r"(?:员工|职工|职员|雇员|员工编制)"
_OURS = r"(?:我们|咱们?|我司|我们?公司|本公司|本单位|公司|单位|自己|自家|这边|企业)"
_KIND = r"(?:正式|在编|在册|在职|自有|自己|内部|合同制?|直接雇佣)"
_OTHERS = (
    r"(?:船东|船公司|雇主|甲方|客户(?:公司|单位|企业)?|用工(?:单位|企业|方)|用人单位|派遣(?:公司|单位)|劳务(?:公司|单位)"
    r"|外包(?:公司|商|方)|供应商|承包商|中介|(?:其他|别的|别家|另[1一][家个])(?:公司|单位|企业)?|人家|合作方|对方)"
)
_OTHERS_ENGLISH = (
    r"(?:ship\s?owners?|owners?|clients?|customers?|agenc(?:y|ies)|employers?|contractors?"
    r"|suppliers?|partners?|(?:an)?other (?:compan(?:y|ies)|firms?))"
)
_PEOPLE_ENGLISH = r"(?:employees|staff|workers|personnel|people|hires)"
_NOT_OWN = re.compile(
    rf"(?:不|并不|并非|都不|没|非)(?:是|算|属于|在)?(?:{_OURS}|的)*{_KIND}*的?{_STAFF}(?!名单|资料|信息|数据|的[^,。;?!]|[和与及、]|卡)"
    rf"|(?:是|属于|算)(?:外国|境外|国外)?{_OTHERS}(?:那边|方面|公司)?的?{_KIND}?{_STAFF}"
    rf"|\b(?:not|n['’]t)(?: \w+)? (?:of )?(?:our|my|the company['’]s)(?: own)? {_PEOPLE_ENGLISH}\b"
    rf"|\b(?:are|is|were|being)(?: \w+)? {_PEOPLE_ENGLISH} of (?:(?:the|our"
    rf"|an?) )?{_OTHERS_ENGLISH}\b"
    rf"|\b(?:are|is|were|being)(?: \w+)? (?:(?:the|our) )?{_OTHERS_ENGLISH}['’]s?['’]? "
    rf"(?:own )?{_PEOPLE_ENGLISH}\b(?:, not (?:ours|our own)\b)?"
)
"""What says of people whose they are."""
_CLAIM = re.compile(
    r"(?:内部|公司)?(?:员工|人事|雇员|职工|用工|人力资源?|hr)(?:管理|事务)?(?:的)?(?:免|豁免|例外|那[1一]?条|这[1一]?条)"
    r"|(?:算|按照?|当作?|当成|作为|属于|归|套用?|用|靠)(?:是|成|在|到|做)?(?:我们|公司|企业|跨境|那条|这条|1个|的)*(?:内部)?"
    r"(?:员工|人事|雇员|职工|用工|人力资源)(?:管理|事务|这块|这[1一]?条|那[1一]?条)?(?=[^,。;?!]{0,6}(?:免|不用|不办|不报|[吗么吧嘛?]|对不|行不)|$)"
    r"|\bas (?:cross-border )?(?:staff|employee|hr|personnel|human resources?|workforce)"
    r"(?: management| administration| matters?)?\b"
    r"|\b(?:staff|employee|personnel|hr)(?:[- ]management)? (?:exemption|exception|waiver)\b"
)
"""What claims what spares the data of staff."""


def without_others(text: str) -> str:
    """A text without what says of people that they are no staff of one's own."""
    return _NOT_OWN.sub(" ", text)


def tells_others(text: str) -> bool:
    """Whether a text says of people that they are no staff of one's own."""
    return _NOT_OWN.search(text) is not None


def claims_staff(text: str) -> bool:
    """Whether a text claims for people what spares the data of staff."""
    return _CLAIM.search(text) is not None


def without_claim(text: str) -> str:
    """A text without such a claim."""
    return _CLAIM.sub(" ", text)
