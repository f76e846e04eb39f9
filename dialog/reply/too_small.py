"""Who doubts that somebody as small as they are may come at all (是不是我们这种小公司根本就不该来,
are we too small for this?). Pure.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import clauses_of
from knowledge.text import is_english

TOO_SMALL = "小公司或者外地公司能来入驻、挂牌吗？"
"""The question of who doubts that they are big enough to come at all."""
_LONGEST = 140
"""Characters beyond which a text tells a case."""
_SMALL = re.compile(
    r"小(?:公司|企业|单位|团队|作坊|厂|店|机构|微|规模)|(?:公司|规模|体量|盘子|团队|人)(?:太"
    r"|这么|那么|很|特别|实在)?(?:小|少)"
    r"|(?:就|只有|才)(?:我们?)?(?:[1-9两几]|十几|\d{1,2})(?:个|来个)?人|刚(?:起步|成立|开)|初创"
    r"|夫妻店|个体户"
)
_NOT_FOR_US = re.compile(
    r"(?:不|别)(?:该|应该|适合|配|够格)(?:来|进|碰|做|弄|搞|玩|参加|掺和)?"
    r"|(?:不|别)(?:用|必|要)(?:来|进|碰|玩|参加|掺和|凑)"
    r"|没(?:有)?(?:资格(?![证认审预])|必要来?|戏|门)|够不(?:上|着)|玩不(?:起|转)"
    r"|别(?:来|凑|瞎)|不(?:够格|够资格|是(?:给)?我们(?:这种|这样)?)|轮不到|太小(?:了)?(?:吗|吧"
    r"|点)|白来|走错(?:门|地方)|来错"
)
_DUTY = re.compile(
    r"手续|评估|备案|申报|审批|审计|报批|合同|同意|告知|标识|报告|材料|认证|许可|牌照"
)
"""What such a clause speaks of where it asks whether a duty falls away (人这么少不用备案吧)."""
_SMALL_ENGLISH = re.compile(
    r"\b(?:are|is) (?:we|i|our (?:company|firm|team|shop)|my (?:company|firm|business)"
    r"|a (?:company|firm"
    r"|team|business)(?: as small)? (?:like|as) ours)\b[^.?!]{0,20}\b(?:too (?:small|tiny"
    r"|little|young)"
    r"|big enough|large enough|out of (?:our|my) (?:league|depth))"
    r"|\b(?:too small|too tiny)\b[^.?!]{0,20}\b(?:for (?:this|it|us|you|the exchange|all this)"
    r"|to (?:be"
    r" here|join|list|come|bother|try|apply))"
    r"|\bsmall (?:company|companies|firms?|teams?|business(?:es)?)\b[^.?!]{0,30}\b(?:not belong"
    r"|even"
    r" (?:be here|try|bother|apply)|do not belong|don't belong|stay away)"
    r"|\b(?:is|was) (?:this|it|the exchange|listing|all this)\b[^.?!]{0,12} for [^.?!]{0,24}"
    r"\b(?:small|tiny|little|\w+[- ]person|like (?:us|ours|mine))\b"
)


def tells_size(clause: str) -> bool:
    """Whether a clause tells how small somebody is."""
    return _SMALL.search(clause) is not None


def too_small(said: str) -> bool:
    """Whether a normalised text doubts that who is small may come at all, and asks nothing else."""
    if is_english(said):
        asking = [c for c in clauses_of(said) if c.endswith("?") or asks(c)]
        found = _SMALL_ENGLISH.search(said) is not None
        return found and all(_SMALL_ENGLISH.search(c) for c in asking)
    if len(said) > _LONGEST or not _SMALL.search(said):
        return False
    doubting = [c for c in clauses_of(said) if _NOT_FOR_US.search(c) and not _DUTY.search(c)]
    others = [c for c in clauses_of(said) if asks(c) and c not in doubting]
    return any(asks(c) or "吧" in c for c in doubting) and not others
