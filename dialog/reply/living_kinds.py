"""Genes of plants, animals and microbes, which are no human genetic resources: 水稻育种的基因数据能
不能卖到国外.

A search sees the genes alone, and all that is held of genes is about those of people. What holds of
other beings is not held; that is said, with whom to ask.
"""

from __future__ import annotations

import functools
import re

import msgspec

from dialog.reply.aspects import aspects_of
from dialog.reply.kept import kept
from knowledge.answers import genes
from knowledge.findings import Findings
from knowledge.search.fusion import Candidate
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise

WORDING = "植物、畜禽、微生物的基因数据归哪部规定管，能不能卖、能不能出境？"
"""The question of what is told of genes of other beings."""
_OF_PEOPLE = re.compile(r"人类遗传|人遗|human genetic")
"""What a document on the genes of people says."""
_OTHER_SIDE = frozenset(("fee", "time"))
_OF_THE_WAY = re.compile(
    r"(?:什么|哪些|啥|[交备])[^,。]{0,3}材料|材料[^,。]{0,4}(?:什么|哪些|啥)|流程|步骤|怎么(?:挂|上架|入驻|登记)|买家|卖给谁|定价|入表|入账"
    r"|\b(?:documents?|papers?|steps?|find (?:a )?buyers?|price)\b"
)
"""Sides that the document on other beings does not tell, and that are the same for any data."""


of_other_beings = kept(genes.of_other_beings)
"""Whether a text speaks of genes of plants, animals or microbes, and of no people's."""


def misfits_genes(target: Target, text: str, told: str) -> bool:
    """Whether a document is about the genes of people where those of other beings are asked of, or
    the other way about."""
    if genes_told(text, told):
        return _OF_PEOPLE.search(_said(target)) is not None and not is_of_others(target)
    return is_of_others(target)


def counterpart(left: Candidate, taken: Candidate) -> bool:
    """Whether what is left is about the genes of people, and what was taken away only about those
    of other beings: the chance spoke of genes, and holds of it too."""
    return is_of_others(taken.target) and _OF_PEOPLE.search(_said(left.target)) is not None


@functools.lru_cache(maxsize=256)
def genes_told(text: str, told: str) -> bool:
    """Whether a question is of genes of other beings; in a part of a text (``told``) that names
    genes alone, what the rest of it tells says of which beings."""
    if of_other_beings(text):
        return True
    plain, whole = normalise(text).strip("?!.。, "), normalise(told)
    within = plain != whole and plain in whole
    return within and genes.GENES.search(plain) is not None and of_other_beings(told)


def instead_of_people(found: Findings, text: str, told: str, snapshot: Snapshot) -> Findings | None:
    """What is said of genes of other beings to who asks what holds of them; ``None`` where a
    question is of none, names an article, or asks for a side that is the same for any data."""
    if found.match == "exact" or not genes_told(text, told):
        return None
    if found.law is not None and found.law.status != "about_matter":
        return None
    if aspects_of(text) & _OTHER_SIDE or _OF_THE_WAY.search(normalise(text)):
        return None
    held = snapshot.at_once(WORDING)
    if held is None or held.exact is None:
        return None
    return msgspec.structs.replace(held, chance=PLAIN, vector=found.vector)


def is_of_others(target: Target) -> bool:
    """Whether a document is the one on genes of other beings."""
    return target.questions[:1] == (WORDING,)


def _said(target: Target) -> str:
    return normalise(" ".join((target.body, *target.questions)))
