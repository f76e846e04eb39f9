"""The questions that the benches ask, by the route that they are meant to take."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from measuring import ROOT

from knowledge.snapshot import Snapshot
from knowledge.text import key
from knowledge.types import Claim, Entry, Law, Predicate, Procedure, Rule

Kind = Literal["exact", "near", "slip", "paraphrase", "law", "graph", "table", "unknown"]
Asked = dict[Kind, list[str]]

_OPENINGS = ("", "请问，", "你好，", "想问一下，", "麻烦问下，")
_CLOSINGS = ("", "？", "呢", "，谢谢")
_ENGLISH_OPENINGS = ("", "Hello, ", "Quick question: ", "Please tell me: ")
_POLITE = ("请问{}", "{}？", "您好，请问{}", "请问一下{}？")


def questions(snapshot: Snapshot, *, seed: int = 7) -> Asked:
    """Questions of each kind in a drawn order. Exact ones are the knowledge's own wordings in a
    polite shell; near ones have a small word more, slips a character less; paraphrases stand in no
    wording."""
    draw = random.Random(seed)
    pack = snapshot.pack
    wordings = [q for e in pack.all(Entry).values() for q in (e.question, *e.similar)]
    wordings += [q for p in pack.all(Procedure).values() for q in (p.question, *p.similar)]
    draw.shuffle(wordings)
    exact = [draw.choice(_POLITE).format(w.rstrip("？?")) if _chinese(w) else w for w in wordings]
    laws = pack.all(Law)
    articles = {(r.law, r.article) for r in pack.all(Rule).values() if r.law in laws}
    asks = {p.id: p.asks for p in pack.all(Predicate).values()}
    found: Asked = {
        "exact": [q for q in exact if snapshot.exact(q) is not None],
        "near": _near(wordings, snapshot, draw),
        "slip": _slips(wordings, snapshot, draw),
        "paraphrase": [
            q
            for q in (*asked_by_people("visitors", draw), *asked_by_people("answerable", draw))
            if not snapshot.exact(q)
        ],
        "law": [f"《{laws[law].title}》第{number}条说了什么" for law, number in sorted(articles)],
        "graph": [
            f"{c.subject}的{draw.choice(asks.get(c.predicate) or (c.predicate,))}"
            for c in pack.all(Claim).values()
        ],
        "table": [
            f"我们要把{people}万人的个人信息{sent}，要走什么程序"
            for people in range(2, 130, 3)
            for sent in ("传到境外", "提供给美国总部")
        ],
        "unknown": [
            q
            for q in (*asked_by_people("unanswerable", draw), *asked_by_people("outside", draw))
            if not snapshot.exact(q)
        ],
    }
    for kind in ("law", "graph", "table", "unknown"):
        draw.shuffle(found[kind])
    # Gaps have taken in many of them as wordings, which are known at once: the rest of a load lacks
    # a character, and goes the same way through the search.
    unheard = (*asked_by_people("unanswerable", draw), *asked_by_people("outside", draw))
    found["unknown"] += _slips(unheard, snapshot, draw)
    return found


def asked_by_people(name: str, draw: random.Random) -> list[str]:
    """The quality tests' questions, each once and each said a little differently."""
    texts = list(dict.fromkeys(_texts(ROOT / "tests" / "quality" / f"{name}.jsonl")))
    draw.shuffle(texts)
    return [_varied(text, draw) for text in texts]


def _texts(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield str(json.loads(line)["text"])


def _varied(text: str, draw: random.Random) -> str:
    if not _chinese(text):
        return draw.choice(_ENGLISH_OPENINGS) + text
    # Inside the sentence: words after a question mark would be a second question.
    return draw.choice(_OPENINGS) + text.rstrip("？?") + draw.choice(_CLOSINGS)


def _near(wordings: Sequence[str], snapshot: Snapshot, draw: random.Random) -> list[str]:
    """Wordings with a small word more, as people write them: never inside another word."""
    added = (("", "到底"), ("那", ""), ("那么", ""), ("", "具体"), ("我想了解", ""), ("", "现在"))
    found: list[str] = []
    for wording in wordings:
        before, within = draw.choice(added)
        borders = snapshot.index.segmenter.borders(wording)
        half = min(borders, key=lambda border: (abs(2 * border - len(wording)), border))
        varied = f"{before}{wording[:half]}{within}{wording[half:]}"
        if len(wording) >= 12 and _chinese(wording) and key(varied) != key(wording):
            found.append(varied)
    return found


def _slips(wordings: Sequence[str], snapshot: Snapshot, draw: random.Random) -> list[str]:
    """Wordings of some length without one of their characters."""
    found: list[str] = []
    for wording in wordings:
        if len(wording) < 10 or not _chinese(wording):
            continue
        place = draw.randrange(len(wording) - 1)
        slipped = wording[:place] + wording[place + 1 :]
        if snapshot.exact(slipped) is None:
            found.append(slipped)
    return found


def _chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)
