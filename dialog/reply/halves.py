"""A question of a text that has no matter of its own (期限几年, 分别多少钱, for how much): it asks
one aspect, and means it of what the question before it was about. Pure.

Alone it leads to whatever else has such an aspect: the validity of a listing, behind a loan. Where
what is said of the question before speaks of that aspect, it is said with it; else it is not known,
and nothing of another matter is pointed to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.neighbours import Neighbours, Part
from dialog.reply.outside_things import outside_thing
from dialog.reply.policy import Beside, Decision, Stored, Unknown
from knowledge.text import is_english, key, normalise, pairs_of

_LONGEST = 13
"""Characters of meaning up to which a question can lack its matter; English has thrice as many."""
_OWN = 2
"""Words of its own that it may have all the same: 年利率, 新人."""


class _Aspect(msgspec.Struct, frozen=True):
    """How an aspect is asked for, and what speaks of it. ``apart``: it may be asked of the house or
    of a product as well, so that another document is believed unless the words hang on what stands
    before (分别, for how much)."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    apart: bool = False


def _aspect(asked: str, told: str, *, apart: bool = False) -> _Aspect:
    return _Aspect(re.compile(asked), re.compile(told), apart)


_ASPECTS = (
    _aspect(
        r"多少钱|几块钱|[什啥]么?价|[批卖底拍定]发?价|打[几多]?折|折扣|优惠|便宜|几折|抽(?:成|佣"
        r"|多少|几)|几个点"
        r"|\bhow much\b|\brmb\b|\byuan\b|\bdiscounts?\b|\bcommission\b",
        r"价|[收交缴]?费|金额|[成销]交?售?额|亿元|万元|折|\bpric|\bfees?\b|\bcost|\bamount"
        r"|\brates?\b",
        apart=True,
    ),
    _aspect(
        r"期限|几年|几天|几个月|多久|多长时间|过期|到期|有效|从什么时候|什么时候开始|几号开始"
        r"|\bhow long\b|\bexpir\w*|\bsince when\b",
        r"期限|时限|有效期|过期|到期|几天|几年|多久|起(?:施|实)?行?|\bperiod|\bterm\b|\bvalid"
        r"|\bhow long",
    ),
    _aspect(
        r"几个人|多少人|几[位名]|人数|\bhow many (?:people|staff|persons|reviewers)\b",
        r"人员规模|人数|员工|编制|\bstaff|\bheadcount",
    ),
    _aspect(r"学历|年龄|工资|薪水|\bsalar\w+", r"学历|年龄|工资|薪"),
    _aspect(
        r"手机|电话|微信|邮箱|\bphone\b|\bmobile\b|\be-?mail\b",
        r"手机|电话|微信|邮箱|\bphone|\bmail",
    ),
    _aspect(
        r"[^频效]率(?:是|有)?(?:多少|几)|比例|占比|几成|百分之几|\brate\b|\bpercent\w*",
        r"率|比例|占比|件数",
    ),
    _aspect(r"原因|理由|\breasons?\b", r"原因|理由|\breason", apart=True),
    _aspect(
        r"会怎么样|会怎样|有(?:什么|啥)后果|怎么罚|罚多少|\bwhat happens\b",
        r"罚|责任|后果|取消|暂停|\bfine|\bpenalt|\bliab",
        apart=True,
    ),
    _aspect(r"^(?:那|又)?(?:由|是)?谁|\bby whom\b|\bwith whom\b", r"由|公司|机构|部门|所"),
)
_TREATED = re.compile(
    r"(?:那么?|要是|如果|假如|换成|改成|先|把它?们?|把数据)*(?:做|经过?|彻底|完全)*(?:匿名|脱敏"
    r"|去标识|打码|加密|聚合|汇总)(?:化|处理)?"
    r"(?:过|了|完|好|以后|之后|后|的话|掉)*的?(?:数据|版本|那种|部分)?(?:可以|能卖?|行|成"
    r"|就?[行可]以?了?)?(?:呢|吗|么|不)"
    r"|(?:and |or )?(?:what about|how about|what if (?:they|it|we)(?: is| are)?|if (?:they|it"
    r"|we)(?: is| are)?) ?"
    r"(?:fully )?anonymi[sz]ed?(?: (?:ones?|data|records?|them|it))?"
)
"""What asks the question before it of the same data, treated first."""
_HANGS_ON = re.compile(
    r"^(?:那|又)?(?:分别|各自?)|^(?:and )?(?:for|at|by|with) (?:how|what|whom)\b"
)
"""How a question begins that hangs on the one before it."""
_FEE = re.compile(r"[收缴手服会年]?[费续务员]费|收费|费用|\bfees?\b|\bcharge")
"""A fee is asked of the house, whatever was spoken of."""
_OTHER_WAY = re.compile(
    r"有(?:没有|无|啥|什么)?[^,。?]{0,4}?(?:变通|别的|其他|其它|替代|折中|合规"
    r"|合法)的?[^,。?]{0,4}?"
    r"(?:办法|做法|路子?|方法|方案|方式|途径|出路)"
    r"|\b(?:another|other|alternative|compliant|lawful) (?:way|route|option)s?\b"
)
_WAYS = re.compile(
    r"[两二三几]条路|[1一]是.{4,60}[2二]是|有条件地?可以|\b(?:two|three) ways\b"
    r"|\bunder conditions\b"
)
_COMMON = re.compile(
    r"产品|数据|平台|数交所|交易所|目前|现在|时候|时间|那边|这边|交易|公司|企业|单位|\d+|[1一]年"
    r"|去年|今年|昨天|今天|自己|最大|最多"
    r"|拿去|来定|怎么|办理|需要"
    r"|data|products?|exchange|company|got|have|most|year|day"
)
"""Words of a question before that name nothing by which a document belongs to it."""
_FIGURE = re.compile(r"\d+")
_LIKELY, _ALL = 0.7, 2
"""The chance below which a gap is only likely, and the parts that must agree against it."""
_SURE = 0.9
"""What the model must say to call a part foreign that stands beside one which is not."""


def asks_of_treated(text: str) -> bool:
    """Whether a part asks nothing but how it is once the data told before are treated."""
    return _TREATED.fullmatch(normalise(text).strip(" ?.。,")) is not None


def aspect_alone(text: str, near: Neighbours) -> bool:
    """Whether a question asks one aspect of a thing that it does not name."""
    plain = normalise(text).strip(" ?.。")
    longest = _LONGEST * (3 if is_english(plain) else 1)
    if len(key(_FIGURE.sub("", plain))) > longest or not _aspects_of(plain):
        return False
    own = near.own_words(_without_aspects(plain))
    return len([w for w in own if not w.isdigit()]) <= _OWN


def of_the_matter(part: Part, before: Sequence[Part], near: Neighbours) -> Part | None:
    """A part that asks an aspect of the matter before it, with what is said of that; a part that
    says nothing where that is silent; ``None`` where it stands by itself."""
    plain = normalise(part.text)
    if not before or part.leans:
        return None
    if not part.known and _OTHER_WAY.search(plain) and _tells(before[-1], _WAYS):
        return msgspec.structs.replace(before[-1], text=part.text)
    if not aspect_alone(part.text, near):
        return None
    hangs = _HANGS_ON.search(plain) is not None
    stays = part.known and not _strays(part, plain, before, near)
    if stays and not hangs:
        return None
    for other in reversed(before):
        if _gap_of(other.decision) and _speaks_of(other, plain):
            return msgspec.structs.replace(other, text=part.text)
    apart = part.known and not hangs and any(a.apart for a in _aspects_of(plain))
    return None if stays or apart else nothing_known(part, before, near)


def as_its_neighbours(part: Part, parts: Sequence[Part], near: Neighbours) -> Part:
    """A part that a known gap is only likely for and that names nothing of what the others are
    about: as these, where all of them are near one document."""
    others = [p for p in parts if p is not part]
    doubted = _gap_of(part.decision) and not part.leans and part.findings.chance < _LIKELY
    if not doubted or len(others) < _ALL or any(p.known for p in others):
        return part
    nearest = {p.nearest[:1] for p in others if p.findings.band == "related"}
    words = _words_of(others, near)
    if len(nearest) != 1 or len(others) > sum(p.findings.band == "related" for p in others):
        return part
    return (
        part if near.names_any(part, words) else msgspec.structs.replace(others[0], text=part.text)
    )


def nothing_known(part: Part, before: Sequence[Part], near: Neighbours) -> Part:
    """A part of which nothing is known, with what is near it and names the matter before it."""
    decision = part.decision
    related = decision.related if isinstance(decision, Unknown) else ()
    words = _words_of(before, near)
    left = tuple(c for c in related if any(w in _wordings(c.target.questions) for w in words))
    return msgspec.structs.replace(part, decision=Unknown(1.0, related=left))


def surely_foreign(part: Part) -> bool:
    """Whether a part may be called foreign beside others that are not: it names a thing of another
    desk, or the model is sure of it."""
    return outside_thing(part.text) is not None or part.decision.chance >= _SURE


def _aspects_of(plain: str) -> list[_Aspect]:
    return [a for a in _ASPECTS if a.asked.search(plain)]


def _strays(part: Part, plain: str, before: Sequence[Part], near: Neighbours) -> bool:
    """Whether what was found names nothing of what the questions before are about."""
    if _FEE.search(plain) or not (isinstance(part.decision, Stored) or _gap_of(part.decision)):
        return False
    if part.findings.exact is not None:
        return False  # It stands so in the knowledge: 电话多少 is asked of the house.
    if near.names_any(part, _signs_of(near.own_words(_without_aspects(plain)))):
        return False  # It names its own matter: 挂牌要多久, behind the kinds of vendors.
    signs = _signs_of(_words_of(before, near))
    return bool(signs) and not near.names_any(part, signs)


def _signs_of(words: Sequence[str]) -> list[str]:
    return [s for w in words for s in ((w,) if is_english(w) else pairs_of(w))]


def _without_aspects(plain: str) -> str:
    for aspect in _ASPECTS:
        plain = aspect.asked.sub(" ", plain)
    return plain


def _words_of(before: Sequence[Part], near: Neighbours) -> list[str]:
    words = (w for p in before for w in near.own_words(p.text))
    return [w for w in words if len(w) > 1 and not _COMMON.fullmatch(w)]


def _gap_of(decision: Decision) -> bool:
    if isinstance(decision, Beside):
        return _gap_of(decision.first)
    return isinstance(decision, Unknown) and decision.gap is not None


def _speaks_of(part: Part, plain: str) -> bool:
    """Whether a known gap speaks of all that is asked."""
    return all(_tells(part, a.told) for a in _aspects_of(plain))


def _tells(part: Part, told: re.Pattern[str]) -> bool:
    return told.search(normalise("\n".join(line.text for line in part.words.lines))) is not None


def _wordings(questions: Sequence[str]) -> str:
    return normalise(" ".join(questions))
