"""What is said to who wishes for data that the catalogue has nothing of: what is probably known of
that wish goes before the news that nothing is there (车险定价想用驾驶行为数据，有哪些产品), and
where nothing is known either, that there is none is an answer, and "not known" is none (do you have
typhoon losses by county).
"""

from __future__ import annotations

import re

from dialog.reply.cues import wishes_firmly, wishing_part
from dialog.reply.own_goods import of_people, sells
from dialog.reply.pointed import CLOSE, faint, pointed_to
from dialog.reply.policy import Decision, Recommend, Unknown
from dialog.reply.turned_side import of_other_side
from knowledge.answers.recommend import suggest
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import Product, Vendor

_LONGEST = 50
"""Characters beyond which a text tells a case; English has twice as many."""
_NAMED = re.compile(
    r"(?:有没有|有得[买卖]|有无|求购|想[要买找]|要买|哪里?有)[^,，。?!]{2,20}?"
    r"(?:数据(?![出安合治交])|语料|接口|指数)"
    r"|[^,，。?!]{3,20}?(?:数据(?![出安合治交])|语料|接口|指数)(?:集|产品)?的?(?:有得[买卖]|有没有|有卖)"
    r"|\b(?:do|does|have|got|is|are) (?:you|there|anyone|anybody)(?: \w+){0,2}? (?:have |got |sell "
    r"|offer |any |some )*(?:[a-z-]+ ){0,4}?"
    r"(?!(?:have|got|get|sell|offer|any|some|the|your|my|our|their|more|enough|other|such|with|of|to"
    r"|about|this|that|these|all|what|which|real) )[a-z-]+ "
    r"(?:data(?! (?:security|protection|export|exchange|breach|law"
    r"|leak|trad\w+|asset\w*|governance|compliance|transfer|right\w*|merchant\w*|vendor\w*"
    r"|office\w*|polic\w+))(?:sets?)?|corpus|corpora|feeds?|apis?)\b"
)
"""A wish for data of a kind that is named."""
_OF_PAPERS = re.compile(
    r"模板|样本|样例|范本|格式|示例|案例|文档|说明书|标准|要求|限制|规定|条件|手续|办法|资格|门槛|文件"
    r"|收录|保险|补贴|优惠|人[能会来]|用户|客户|名单|电话|我们?的|咱们?的|[他她]们?的|别的|其他"
    r"|\b(?:templates?|samples?|forms?|examples?|rules?|polic\w+|docs?|documentation|insurance"
    r"|me|us|myself|yourself)\b"
)
"""What is no kind of data."""


def of_empty(decision: Decision, findings: Findings, text: str, snapshot: Snapshot) -> Decision:
    """A decision with what is probably known of a wish in place of an empty catalogue, and with
    the empty catalogue in place of nothing."""
    if isinstance(decision, Recommend):
        bare = not (decision.side or decision.shown or decision.wish)
        near = pointed_to(findings) if findings.band == "related" else ()
        if near and any(of_other_side(q, "", "buys") for q in near[0].target.questions[:1]):
            near = ()  # What a seller asks is nothing to a buyer.
        known = near and findings.chance >= CLOSE and not _of_the_catalogue(findings)
        if bare and known and decision.what != "news" and not _held(text, decision, snapshot):
            return Unknown(1.0 - findings.chance, related=near)
        return decision
    nothing = isinstance(decision, Unknown) and decision.gap is None and not decision.still
    unknown = findings.band == "unknown" and not faint(findings)
    if nothing and unknown and findings.law is None and _wishes(text):
        return Recommend(1.0 - findings.chance, "recommend_product", wish=text, side="more")
    return decision


def _wishes(text: str) -> bool:
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (2 if is_english(plain) else 1) or _OF_PAPERS.search(plain):
        return False
    if sells(plain) or of_people(plain) or not wishes_firmly(plain):
        return False
    return _NAMED.search(plain) is not None


def _of_the_catalogue(findings: Findings) -> bool:
    best = findings.best
    return best is None or isinstance(best.document, Product | Vendor)


def _held(text: str, wished: Recommend, snapshot: Snapshot) -> bool:
    """Whether the catalogue has anything for a wish."""
    held = snapshot.vendors if wished.what == "recommend_vendor" else snapshot.products
    return bool(suggest(wishing_part(text), held.values(), snapshot.index.segmenter))
