"""What asks how long it takes until an application is decided, after a ruling or an answer that led
to one: how many days until the CAC decides, 申请之后多少天给结果.

By its words it may be any application's. It is asked of the one that was spoken of last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.failing import speaks_of
from dialog.reply.question import Exchange
from dialog.reply.searching import Search
from dialog.reply.spoken_of import matters_named
from knowledge.findings import Findings
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise

_LONGEST = 30
"""Characters beyond which a text tells something of its own; English has thrice as many."""
_HOW_LONG = re.compile(
    r"(?:多少|几)个?(?:天|工作日|日|周|星期|月)|多久|多长时间|多快|什么时候|何时|啥时候"
    r"|\bhow (?:many (?:working |business )?(?:days|weeks|months)|long|soon|fast)\b|\bwhen\b"
)
_DECIDED = re.compile(
    r"(?:给|出|有|拿到?|得到|等到?)(?:个)?(?:结果|结论|答复|批复|回复|说法|决定)|批(?:下来|准|复"
    r"|完|好)?|答复|下来|出来|审[完查核批]+|评估?完"
    r"|办[完好下]|通过|\b(?:decid\w+|decision|results?|answer\w*|approv\w+|repl(?:y|ies)|outcome"
    r"|review\w*"
    r"|assess(?:es|ed)?|respond\w*|hear back|processed|complete[ds]?|take[sn]?)\b"
)
_AROUND = re.compile(
    r"(?:国家|省级?|市|当地|所在地)*(?:网信办?|网信部门|主管部门|监管部门|监管|部门|机关|官方"
    r"|上面|他们|人家|对方)"
    r"|申请|申报|提交|递交|交上去|报上去|材料|之?[后前]|以后"
    r"|[完好了的就才会要能可得需还到底那么我们一般大概最快通常总共请问内给在以它吗呢啊]"
    r"|\b(?:after|once|from|until|till|before|does|do|did|will|would|it|the|they|we|our|us|i|a|an"
    r"|to|and"
    r"|so|then|usually|take|takes|for|cac|cyberspace|administration|authorit(?:y|ies)|office"
    r"|regulators?"
    r"|national|provincial|appl(?:y|ied|ying|ication)|fil(?:e|ed|ing)|submi\w+|get|give|gives"
    r"|have|back"
    r"|from|them|is|this|that|make|makes|by|of|in|on|papers?|documents?)\b"
)


def until_decided(text: str) -> str | None:
    """What a text names that asks how long a decision takes, empty where it names nothing; ``None``
    where it asks for anything else."""
    text = normalise(text).strip()
    if len(text) > _LONGEST * (3 if is_english(text) else 1):
        return None
    if _HOW_LONG.search(text) is None or _DECIDED.search(text) is None:
        return None
    for pattern in (_HOW_LONG, _DECIDED, _AROUND):
        text = pattern.sub(" ", text)
    return re.sub(r"[^0-9a-z\u4e00-\u9fff]+", " ", text).strip()


async def when_decided(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, search: Search
) -> Findings | None:
    """What is known of how long the matter spoken of last takes to be decided; ``None`` where that
    is not asked, or not known."""
    named = until_decided(text)
    if named is None or not (exchanges or named):
        return None
    if named and snapshot.matters.name_in(named) != named:
        return None
    told = exchanges[-1].entries if exchanges else ()
    for name in (named,) if named else matters_named(snapshot, exchanges):
        found = await search(f"{name}多久有结果")
        best = found.best if found.band == "answer" else None
        if best is None or best.id in told or not speaks_of(name, best, snapshot.graph.names):
            continue
        return Findings("exact", exact=best, chance=PLAIN, band="answer")
    return None
