"""Who gives away data of the staff of others (客户公司的员工, a payroll bureau): a reason that
spares an employer (管理员工) is that of whose staff they are, and not theirs. So it is with people
who are told to be no staff at all. Pure; over normalised texts.

The trade alone tells of others' staff, as such a firm works for its clients, unless it speaks of
its own or of other people, or only works for the visitor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.people_groups import APPLICANTS, STAFF, named_groups

_PEOPLE = r"(?:员工|职工|雇员|职员|工人|同事|用工)"
_MANY = r"(?:[\d一二两三四五六七八九十百千万几多来余上好]+)"
_COUNT = rf"(?:{_MANY}(?:名|个|位|号)?)"
_FIRM = r"(?:公司|单位|企业|集团|机构|工厂|商户|那?边)"
_CLIENT = r"(?:企业|单位|公司|机构|集团|外包)?(?:客户|甲方|雇主|委托方|委托人)(?:们|方)?"
_OTHER_FIRM = (
    rf"(?:(?:{_CLIENT}|委托|用工|别的?|别家|其他|其它|外面?的?|人家|对方|合作|客户|我们?服务的|(?:{_MANY}|各|每|多)家(?:客户)?)(?:的)?{_FIRM}"
    r"|外单位)"
)
_OTHER = (
    rf"(?:{_OTHER_FIRM}|(?:(?:{_MANY}|各|每|多)家)?{_CLIENT}|人家|供应商|承包商|经销商|合作方"
    r"|加盟店|加盟商)"
)
_OTHERS_STAFF = re.compile(
    rf"(?:{_OTHER}(?:自己|自家|手下|名下|里)?(?:的{_COUNT}?的?)?|{_OTHER_FIRM}{_COUNT}的?){_PEOPLE}"
    rf"|{_PEOPLE}(?:们|也|都|全|其实|本来)*(?:是|属于?|归)(?:我们?的?)?{_OTHER}(?:的|$|[,。;])"
    r"|\b(?:clients?|customers?|employers?|suppliers?|contractors?|franchisees?"
    r"|(?:client|customer|other|partner|third[- ]party|different|outside|their) "
    r"(?:compan(?:y|ies)|firms?|business(?:es)?|employers?|organi[sz]ations?))['’]?s?['’]? "
    r"(?:own )?(?:staff|employees?|workers?|personnel|workforce)\b"
    r"|\b(?:staff|employees?|workers?|people|personnel)\b(?: (?:who|that|all|they|we pay|are))*"
    r" (?:of|at|from|belong(?:s|ing)? to|work(?:s|ing)? for|employed by)(?: (?:our|the|its|a|an"
    r"|various|many|several|\d+|hundreds? of|dozens of))* (?:clients?|customers?|(?:client|customer"
    r"|other|different) (?:compan(?:y|ies)|firms?|business(?:es)?|employers?))\b"
)
"""Names staff as that of others."""
_WORK = r"(?:工资|薪酬|薪资|薪水|社保|公积金|考勤|人事|员工|绩效|福利|花名册|差旅|出差|报销|hr)"
_FOR_OTHERS = (
    rf"(?:替|帮|给|为|代|受){_OTHER}(?:的)?(?:委托)?[^,。;?!]{{0,8}}?(?:算|发|管|做|办|缴|交|处理|跑){{1,2}}[^,。;?!]{{0,6}}?{_WORK}"
    r"|\b(?:payroll|wages|salaries|hr|personnel|benefits|expenses)(?: \w+){0,2} for(?: (?:our|the"
    r"|its|other|various|many|several|different|\d+|hundreds? of|dozens of|client|customer))*"
    r" (?:clients?|customers?|compan(?:y|ies)|firms?|businesses|employers?|others)\b"
)
_SERVICE = (
    r"(?:代[发缴算](?:工资|薪酬|薪资|薪水|社保|薪)|(?:工资|薪酬|薪资|人事|人力资源|社保|人力)(?:外包|代发|代理|代缴|代算|服务|管理服务|咨询)+"
    r"|(?:工资|薪酬|薪资|人事|人力资源))"
)
_BUREAU = (
    rf"{_SERVICE}(?:的?(?:服务)?(?:公司|机构|企业|平台|服务商|事务所|中心)|的(?=$|[,。;?!]))"
    rf"|代发(?:工资|薪酬|薪资)(?=$|[,。;?!])"
)
_BUREAU_ENGLISH = (
    r"(?:payroll|hr|human resources|wage|salary|peo|employee benefits)"
    r"(?:[- ](?:services?|outsourcing|processing|administration))*"
    r"[- ](?:bureau|agency|provider|outsourcer|firm|company|processor|office)\b"
)
_TRADE = re.compile(
    rf"(?:^|[,。;?!:])[^,。;?!:给交委托请由通过找向让把将发传送寄到往进存用]{{0,12}}?(?:{_BUREAU})"
    rf"(?!(?:自己|自家)?的?{_COUNT}?的?{_PEOPLE})"
    rf"|(?:^|[,.;?!:] ?|\b(?:we are|we['’]re|we run|i run|as|run) )(?:(?:an?|the|this|our) )?"
    rf"(?:\w+ ){{0,2}}?(?<!by )(?<!to ){_BUREAU_ENGLISH}(?!['’]s (?:own )?(?:staff|employees))"
    rf"|{_FOR_OTHERS}"
)
"""Whose trade it is to do for others what their staff is managed by."""
_OWN = re.compile(
    rf"(?<![是属非算归])(?<!不属于)(?:我们?|咱们?|我司|本公司|本单位)(?:公司|单位|这边)?(?:自己|自家)?的?{_COUNT}?的?{_PEOPLE}"
    rf"|(?<![是属非算归们])(?<!不属于)(?:自己|自家|自有)(?:公司|单位)?的?{_COUNT}?的?{_PEOPLE}"
    r"|(?<!not )(?<!n['’]t )\bour (?:own )?(?:[\d,]+ )?(?:staff|employees|workers|colleagues)\b"
)
_OTHERS_SENT = re.compile(
    r"访客|网友|读者|观众|求职|应聘|候选|\b(?:visitors?|readers?|viewers?|applicants?|candidates?)\b"
)
_FOR = re.compile(
    rf"{_FOR_OTHERS}|(?:替|帮|给|为|代|受)?{_OTHER_FIRM}|(?:替|帮|给|为|代|受)(?:企业|单位|公司)?(?:客户|甲方)"
    r"|\bfor (?:our |its |the |\d+ )?(?:clients?|customers?)\b|\bclient (?:compan\w+|firms?)\b"
)
_BUREAUS = re.compile(rf"{_BUREAU}|\b{_BUREAU_ENGLISH}")
_CLAIMED = re.compile(
    r"(?:员工|职工|雇员|人事|人力资源|人力)的?管理(?:目的)?(?:的|[这那1一]?[条项个款]|理由|规定)*"
    r"|(?:按照?|照|走|用|套|靠|算|当|凭|享受|适用)(?:着|成|作|是|上)?(?:员工|职工|雇员|人事|人力资源|hr)(?:管理)?"
    r"|\b(?:hr|human resources|employees?|staff|personnel)(?:['’]s?)?(?: management)?"
    r" (?:exemption|waiver|exception|rule|reason)s?\b"
    r"|\b(?:as|under|for) (?:hr|human resources|employee|staff|personnel) management\b"
)
"""What only claims the reason, and tells nobody to be staff."""
TOLD, TOLD_ENGLISH = "外单位用工", "the workforce of others"
NO_STAFF, NO_STAFF_ENGLISH = "并非单位用工", "none of the own workforce"
_NEUTRAL, _NEUTRAL_ENGLISH = "某服务公司", "some service firm"


def in_others_service(texts: Sequence[str]) -> list[str]:
    """The texts in the words of a table: the first that tells of others' staff says so, one that
    claims the reason for people who are told to be others says that these are no staff, and the
    name of a trade beside other people is no reason for anything."""
    found = [*texts]
    place = next((n for n, t in enumerate(texts) if _OTHERS_STAFF.search(t)), -1)
    if place >= 0 and any(_OWN.search(t) for t in texts[place + 1 :]):
        return found  # Of their own since.
    others = [n for n, t in enumerate(texts) if _of_other_people(t)]
    if place < 0 and not others and not any(map(_OWN.search, texts)):
        place = next((n for n, t in enumerate(texts) if _TRADE.search(t)), -1)
    if place >= 0:
        found[place] = _with(texts[place], TOLD, TOLD_ENGLISH)
    elif others:
        found = [_BUREAUS.sub(_neutral, t) if _TRADE.search(t) else t for t in found]
        claims = next((n for n, t in enumerate(found) if n > others[0] and _CLAIMED.search(t)), -1)
        groups = {g for t in found for g in named_groups(_CLAIMED.sub(" ", t))}
        if claims >= 0 and not groups & {STAFF, APPLICANTS}:
            claimed = _CLAIMED.sub(_claim, found[claims])
            found[claims] = _with(claimed, NO_STAFF, NO_STAFF_ENGLISH)
    return found


def _with(text: str, said: str, english: str) -> str:
    return f"{text}, {english}" if text.isascii() else f"{text},{said}"


def _claim(claimed: re.Match[str]) -> str:
    return "this reason" if claimed[0].isascii() else "按这个理由"


def _neutral(bureau: re.Match[str]) -> str:
    return _NEUTRAL_ENGLISH if bureau[0].isascii() else _NEUTRAL


def _of_other_people(text: str) -> bool:
    """Whether a text names people who are no staff; who is only worked for is none of them."""
    others = {*named_groups(_FOR.sub(" ", text))} - {STAFF, APPLICANTS}
    return bool(others) or _OTHERS_SENT.search(text) is not None
