"""Who says that nothing spares their case what would else be needed: 没有任何豁免, 按不免来算, or
that the data are not needed for it: 不是每单都必需. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text import normalise
from knowledge.types import DecisionTable

_SPARED = (
    r"(?:豁免|免予?申报|免除|免掉|免办|免签|免手续|免予|免(?!费|税|责|检|得|疫|打扰|密|登|签))"
)
_NOTHING = r"(?<!有)(?:没有?|不存在|并无|毫无|无)"
_ANY = (
    r"(?:任何|什么|[一1][个条项]|可用的?|适用的?|上述|这些|那些|别的|其他|所谓的?"
    r"|可以?|能够?|得以?)*"
)
_COULD_NOT = r"(?:不能|不可以?|不得|不予?|没法|无法|没有?|无|不享受|不适用)"
_WHOSE = (
    r"(?:它们?|这些?|这批|那批|那些|都|就|也|是|为|成|全|作|来|先"
    r"|我们?|他们|的|情况|数据|信息|[一1]律|统统)*"
)
_NONE = (
    rf"{_NOTHING}{_ANY}(?:的)?{_SPARED}"
    r"|(?<![能可以])(?:不能?|不可以?|无法|没法|未|别)(?:再)?(?:按照?|照|算作?|当作?|享受|享有|适用|符合|属于?|构成|走|考虑|计入?|满足|套用?)"
    rf"[^,。;?!]{{0,6}}?{_SPARED}"
    rf"|(?:按照?|照|当作?|假设|假定|假如|如果|要是|就算|权当|算(?:作|它|成)?|视为|设){_WHOSE}{_COULD_NOT}"
    rf"(?:再|都|被|给|做|按|任何)*{_SPARED}"
    rf"|{_SPARED}(?:的)?(?:情形|理由|条款|条件)?(?:都|也|就|根本|全)*"
    r"(?:不适用|用不[上了]|不成立|不算数|享受不了|走不通|没有(?=$|[,。;!]))"
    rf"|(?:用|套|靠|够|享受)不[上了](?:任何|这个|那个|这些|什么)*(?:的)?{_SPARED}"
    rf"|^(?:如果|要是|假如|假设|若|那么?|就|既然|这样)*{_COULD_NOT}{_SPARED}(?:了|的|的话|呢)*$|免不了(?:的话|了|呢)*$"
    rf"|(?:撇开|抛开|先?不管|不谈|先?不说|不论|排除|去掉)(?:任何|所有|那些|这些|各种|的)*{_SPARED}"
    rf"|^(?:[这那它])(?:些|批|个|份|部分)?[^,。;?!]{{0,6}}?(?:都|也|就)?(?:不能|不可以|不){_SPARED}(?:的|了)?$"
)
_NEED = r"(?:必需|确需|必要|必须)"
_NOT_NEEDED = (
    r"(?:不是|并非|并不|未必|不[一1]定|不见得|不全|不都|不)(?:是|都|全)*(?:每|所有|全部|样样|个个)"
    rf"[^,。;?!]{{0,8}}?(?:{_NEED}|需要|要|用得[上着])(?:的|到|它|它们|这个|这些)?(?=$|[,。;!])"
    r"|(?:不是?|并非|并不是?|算不上|谈不上|不都是?|不全是?|未必是?|不[一1]定是?|不见得是?)"
    r"(?:[一1]定|都|全|严格|真正|完全|真的|绝对|(?:履行)?合同(?:所)?|履约|所|为)*"
    rf"{_NEED}(?:的|品|项)?(?=$|[,。;!了啊呀嘛]|数据|信息|部分|资料)"
    r"|(?<![是除])非(?:必需|必要)(?:的)?(?=$|[,。;!]|数据|信息|部分|资料)"
    r"|[和跟与同](?:履行|订立|签订)?(?:合同|订单|履约|员工管理|人事管理)[^,。;?!]{0,4}(?:无关|没有?关系|不相干)"
)
_DENIED = re.compile(f"{_NONE}|{_NOT_NEEDED}")
_ASKS = re.compile(r"是不是|是否|有没有|会不会|难道|为什么|为何|凭什么|怎么(?:就|会|能|又)")
_ASKS_BEHIND = re.compile(r"[^,。;!]{0,6}?(?:吗|么|吧)(?:$|[?,。])|[^,。;!]{0,4}还是")
_NONE_ENGLISH = re.compile(
    r"\b(?:no|without(?: any| an)?|none of the) (?:such |valid |applicable |statutory |legal "
    r"|other |possible |of the )*(?:exemptions?|waivers?|exceptions?)\b"
    r"|(?:\bnot\b|n['’]t\b|\bnever\b)(?: \w+){0,3}? (?:exempt(?:ed)?|waived"
    r"|an? (?:exemption|waiver)|any (?:exemption|waiver|exception)s?"
    r"|covered by (?:the|an|any) (?:exemption|waiver))\b"
    r"|\b(?:leav\w+|put\w*|set\w*) aside (?:the |any |all )?(?:exemption|waiver)"
    r"|\b(?:ignor\w+|disregard\w*) (?:the |any |all )?(?:exemption|waiver)"
    r"|\b(?:exemption|waiver)s? (?:do(?:es)?|can|will|would|is|are)(?:n['’]t|not| not)"
    r" (?:\w+ )?(?:apply|cover|hold|help|available|applicable|work|fit)\b"
    r"|\b(?:can(?:no|['’])t|do(?:n['’]t| not)|won['’]t|will not|cannot)"
    r" (?:rely on|use|claim|invoke|count on) (?:the|any|an|this|that) (?:exemption|waiver)\b"
    r"|(?:\bnot\b|n['’]t\b)(?: (?:all|even|always|really|actually|truly|strictly|absolutely))*"
    r" (?:necessary|essential|indispensable|strictly needed)\b(?! (?:to|that)\b)"
    r"|\bnot (?:every|all)\b[^,.;?!]{0,40}\b(?:needs?|requires?|needed|required|necessary)\b"
    r"|\b(?:unrelated to|nothing to do with) (?:(?:the|our|any|their) )?"
    r"(?:contract|order|employment)"
)
_ASKS_ENGLISH = re.compile(
    r"(?:^|[,.;:] ?|\b(?:so|and|but|then) )(?:is|are|isn't|aren't|do|does|don't|doesn't|can|can't"
    r"|have|why|how|whether|what|would|wouldn't)\b[^,.;:]*$"
)
_CLAUSES = re.compile(r"(?<=[,，。;；:：!！?？])|(?<=\.)(?=\s)")


def told_as_none(table: DecisionTable, text: str) -> dict[str, str]:
    """The reason as a text states it that says that there is none: 没有任何豁免, 按不免来算,
    不是每单都必需. That something which the table decides (标准合同) is not needed says nothing of
    that."""
    known = next((i for i in table.inputs if i.spares), None)
    if known is None:
        return {}
    things = table.decides.things if table.decides is not None else ()
    clauses = (c.strip(" ,，。;；:：!！") for c in _CLAUSES.split(normalise(text)))
    return {known.name: known.assume} if any(_denied_in(c, things) for c in clauses) else {}


def _denied_in(clause: str, things: Sequence[str]) -> bool:
    for match in _DENIED.finditer(clause):
        before, behind = clause[: match.start()], clause[match.end() :]
        asked = _ASKS.search(before) or _ASKS_BEHIND.match(behind)
        if not asked and not _of_a_thing(before, things):
            return True
    for match in _NONE_ENGLISH.finditer(clause):
        before = clause[: match.start()]
        if not _ASKS_ENGLISH.search(before) and not _of_a_thing(before, things):
            return True
    return False


def _of_a_thing(before: str, things: Sequence[str]) -> bool:
    """Whether what stands before a denial ends with a thing that the table decides."""
    before = re.sub(
        r"(?:也|都|还|并|就|是|其实|本来|的|\s|\b(?:is|are|was|were|do|does|be)\b)+$", "", before
    )
    return any(before.endswith(normalise(t)) for t in things)
