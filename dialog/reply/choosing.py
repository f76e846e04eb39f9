"""Who asks the desk to choose among what it told (你推荐哪个), and what the choice hangs on.

The desk has no opinion. Where a decision table decides between what was told, its first open
question is asked; else it is said what would have to be known, and who can advise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS
from dialog.reply.policy import Choose
from dialog.reply.question import Question
from knowledge.answers.table_words import spoken_of
from knowledge.answers.tables import rule_on
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable

_LONGEST = 60
"""Characters beyond which a text tells a case of its own."""
_AMONG = (
    r"哪[1一]?(?:个|种|条|款|家|样|类|项|路)(?:路|方式|方案|路径|办法)?"
    r"|怎么选|如何选|[选挑](?:[1一]?[个种条款家])"
)
_ADVISES = r"推荐|建议|觉得|认为|选|挑|好|合适|适合|划算|省事|简单|稳妥|靠谱|更?优"
_CHOOSING = re.compile(
    rf"(?:{_AMONG}|{_ADVISES}|那|请问|所以|你们?|您|帮我|替我|给我|能不能|可以|我们?|我司"
    rf"|咱们?|公司|该"
    r"|应该|应当|到底|究竟|最|比较|更|会|用|走|买|做|办|要|拿|一点|[1一]?些"
    r"|的话|的|来说|说|下|呢|吗|吧|啊|呀|[,.?!~。 ])+"
)
_CHOOSES = (re.compile(_AMONG), re.compile(_ADVISES))
_CHOOSING_ENGLISH = re.compile(
    r"(?:(?:which|what|(?:so|and|then|ok|okay|well|please|for|of|with|to|one|ones|them|these"
    r"|those|it|that"
    r"|route|option|plan|way|path|product|vendor|company|do|would|should|can|could|will|is|are"
    r"|you|u|i"
    r"|we|me|us|my|our|your|the|be|a|take|go|use|suit(?:s|able)?|advi[sc]e|suggest(?:ion)?|choose"
    r"|choice|pick|prefer|opinion|think|best|better|good|easier|easiest|more|most"
    r"|recc?omm?end(?:ed|ation)?)\b)[,.?! ]*)+"
)
_CHOOSES_ENGLISH = (
    re.compile(r"\b(?:which|what|one|choose|choice|pick)\b"),
    re.compile(
        r"\b(?:advi[sc]e|suggest(?:ion)?|choose|choice|pick|prefer|opinion|best|better|easier"
        r"|easiest"
        r"|suit(?:s|able)?|(?:should|can) (?:i|we) (?:take|go|use)|recc?omm?end(?:ed|ation)?)\b"
    ),
)
_RECOMMENDING = re.compile(
    r"(?=.*推荐)(?:推荐|那么?|请问|请|所以|你们?|您|能不能|可不可以|可否|能|可以|行不行|好不好|帮|给|替|为|跟|向"
    r"|我们?|咱们?|[几1一]?[个家款种]|[1一]?[点些下]|来|也|再|直接|还|有没有|什么|有|的|呢|吗|么|吧|啊|呀|嘛|呗"
    r"|[,.?!~。 ])+"
    r"|(?=.*\brecc?omm?end)(?:(?:so|and|then|ok|okay|well|please|can|could|would|will|do|you|have"
    r"|any|it|one|ones|some|something|anything|a|few|to|for|me|us|recc?omm?end(?:ations?)?)\b"
    r"[,.?! ]*)+"
)
"""Who bids the desk recommend, and names nothing that it should be."""
_CLASSED = re.compile(
    r"(?:那|所以|请问|像|按这个|这样(?:的话)?|这么说|[, ])*"
    r"(?:我们?|咱们?|我司|本|这家)(?:这种|这样的?|这家|是)*(?P<who>[\u4e00-\u9fff]{0,6}?)(?:的(?:话)?|这种)?"
    r"(?:到底|究竟|应该|应当|该|要|得|能|可以|一般|通常)*(?:算作?|属于|归(?:到|在|入)?|是|当)+"
    r"(?:其中)?(?:的)?哪[1一]?(?:种|类|个|边|样|档|项)(?:的|呢|啊|呀|[?。 ])*"
    r"|(?:so |and |then )*(?:which|what) (?:one |kind |class |type |category )?"
    r"(?:of (?:them|those|these) )?"
    r"(?:are|is|do|would|should|does) (?:we|our (?P<ours>\w+))(?: (?:be|count as|fall under|belong"
    r" to|in|then))*[? ]*"
)
"""Who asks which of the things told they are themselves: 我们诊所该算哪种."""
_DECIDES = re.compile(r"还是|哪[一1]?(?:个|种|条|类)")
"""What the question of a table that decides between things asks."""

_RANKING = re.compile(
    r"(?=.*(?:交易所|数交所|[北深贵广上]数所)).*(?:比[^,。?!]{1,10}(?:大|强|好|厉害|多(?![少大久])|正规|权威"
    r"|有名|火|牛|活跃|便宜|快)"
    r"|(?:谁|哪[1一]?[家个])[^,。?!]{0,4}(?:大|强|好|厉害|正规|权威|有名|火|牛|活跃))"
    r"|(?=.*\bexchanges?\b).*\b(?:bigger|better|stronger|larger|more (?:important|active"
    r"|reliable)) than\b"
)
"""What holds one exchange to be above another."""


def ranks_exchanges(text: str) -> bool:
    """Whether a text holds, or asks whether, one exchange is above another."""
    return _RANKING.match(normalise(text)) is not None


def asks_to_choose(text: str) -> bool:
    """Whether a text asks for nothing but which of the things told is recommended."""
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        return False
    if text.isascii():
        return _says(text, _CHOOSING_ENGLISH, _CHOOSES_ENGLISH)
    return _says(text, _CHOOSING, _CHOOSES)


def bids_to_recommend(text: str) -> bool:
    """Whether a text asks for a recommendation and says nothing of what (能推荐给我吗). Near
    the words alone is how to switch recommendations off, which asks for the contrary."""
    text = normalise(text).strip()
    return len(text) <= _LONGEST and _RECOMMENDING.fullmatch(text) is not None


def classed(text: str) -> str | None:
    """Who is to be counted as one of the things told (诊所; empty where nothing but "we" is said);
    ``None`` where a text asks something else."""
    read = _CLASSED.fullmatch(normalise(text).strip())
    if read is None:
        return None
    who = (read["who"] or read["ours"] or "").removesuffix("公司").removesuffix("单位")
    return "" if who in ("", "company", "firm") else who


def choice_of(text: str, asked: Question, snapshot: Snapshot) -> Choose | None:
    """What to say to who asks for a recommendation; ``None`` where nothing else is asked than that,
    or a thing is named."""
    bare = not asks_to_choose(text)
    if bare and classed(text) is not None:
        last = asked.exchanges[-1] if asked.exchanges else None
        told = last is not None and last.outcome in ("answered", "partial") and last.entries
        return Choose(1.0, among="classed", shown=last.entries) if last and told else None
    if bare and not bids_to_recommend(text):
        return None
    last = next((e for e in reversed(asked.exchanges) if e.outcome in MATTERS), None)
    if last is None or not last.entries:
        return Choose(1.0, among="any" if bare else "")
    if any(e in snapshot.products or e in snapshot.vendors for e in last.entries):
        return Choose(1.0, among="items", shown=last.entries)
    if bare:
        return Choose(1.0, among="any")
    tables = snapshot.pack.all(DecisionTable)
    told = tables.get(last.entries[0])
    if told is None:
        deciding = [t for t in tables.values() if _DECIDES.search(t.question)]
        told = next((t for t in deciding if spoken_of(t, last.question)), None)
    if told is not None:
        ruling = rule_on(told, [last.question], asked.today)
        if ruling.ask is not None:
            return Choose(1.0, among="told", ruling=ruling)
    return Choose(1.0, among="told", shown=last.entries)


def _says(text: str, whole: re.Pattern[str], parts: Sequence[re.Pattern[str]]) -> bool:
    return whole.fullmatch(text) is not None and all(p.search(text) for p in parts)
