"""The one branch in which a language model words the evidence, sentence by checked sentence.

Nothing of the model reaches a visitor before ``dialog.reply.ground`` has let it pass. When nothing
passes, or the model fails, the turn goes on as if there were no model.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from typing import Protocol, Self

import msgspec
import structlog

from dialog.errors import ModelError
from dialog.reply.evidence import Evidence, evidence_of
from dialog.reply.ground import Ground, Reason, Verdict
from dialog.reply.prompt import Limits, Message, messages
from dialog.reply.reading import Names
from dialog.reply.wording import Line, Words, Writer
from knowledge.search.fusion import Candidate
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import Language, Law, SourceItem, Term, Weight

log = structlog.get_logger(__name__)

MOST = 8
"""Sentences of the model that one reply may hold."""
HEARD = 24
"""Sentences that are checked at all; a server that heeds no limit is left after them."""
RUNAWAY = 800
"""Characters without an end of a sentence after which a model is not listened to any more."""
_REST: dict[Language, str] = {
    "zh": "除此之外，我这里没有核实过的依据，不能多说。",
    "en": "Beyond this I have no verified basis, so I say no more.",
}
_HEAVIEST: tuple[Weight, ...] = ("penalty", "bad_news", "caution", "plain", "good_news")
_END = re.compile(
    r"(?:[。！？!?\n]|(?<!Art)(?<!Arts)(?<!No)\.(?=[\s\[【]))[”’」』）)\"']*"
    r"(?:\s*[\[【［][\d\s,，、]{1,12}[\]】］][。.]?)*"
)
_MAY_GO_ON = re.compile(r"\s*(?:[\[【［][\d\s,，、]{0,12})?$")


class LanguageModel(Protocol):
    """What the reply needs of a language model."""

    def stream(self, chat: Sequence[Message], limits: Limits) -> AsyncGenerator[str]:
        """The answer's text as it comes. Ends only when the answer is whole, else raises
        ``ModelError``. Closing the iterator stops the model's work."""
        ...

    def healthy(self) -> bool:
        """Whether asking now has a chance."""
        ...


class Composed(msgspec.Struct, frozen=True):
    """A sentence that may be shown. ``fresh``: it opens a new paragraph. ``evidence`` is what it
    rests on; ``None`` = the fixed sentence that no more is known."""

    text: str
    evidence: Evidence | None
    fresh: bool = False


Count = Callable[[Reason], None]


async def compose(
    model: LanguageModel,
    question: str,
    evidence: Sequence[Evidence],
    *,
    names: Names,
    language: Language,
    limits: Limits,
    count: Count,
) -> AsyncGenerator[Composed]:
    """The checked sentences of a reply, each as soon as it stands. None at all when the model
    fails at once or says nothing that stands; ``count`` is told the reason of every verdict."""
    if not evidence:
        return
    ground = Ground(evidence, names)
    teller = _Teller(ground, evidence)
    short = False
    heard = 0
    try:
        chat = messages(question, evidence, language=language)
        async with aclosing(model.stream(chat, limits)) as pieces:
            async for sentence in sentences(pieces):
                verdict = teller.judge(sentence)
                count(verdict.reason)
                short = short or verdict.reason not in ("stands", "repeated")
                for composed in teller.tell(verdict):
                    yield composed
                heard += 1
                if teller.shown >= MOST or heard >= HEARD:
                    break
    except ModelError as error:
        log.warning("compose.cut", fault=error.fault, shown=teller.shown)
        short = True
    if teller.shown and short:
        yield Composed(_REST[language], None, fresh=True)


async def sentences(pieces: AsyncIterator[str]) -> AsyncIterator[str]:
    """Whole sentences of a stream, their ``[n]`` markers with them. The last one is given only
    when the stream ends well; a stream that does not end its sentences is left."""
    held = ""
    async for piece in pieces:
        held += piece
        while (end := _END.search(held)) is not None:
            if _MAY_GO_ON.match(held, end.end()):
                break
            sentence, held = held[: end.end()].strip(), held[end.end() :]
            if sentence:
                yield sentence
        if len(held) > RUNAWAY:
            return
    for sentence in _cut(held):
        yield sentence


def _cut(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [sentence for sentence in (*found, text[start:].strip()) if sentence]


class _Teller:
    """What was said so far: nothing twice, and nothing without what it leans on."""

    def __init__(self, ground: Ground, evidence: Sequence[Evidence]) -> None:
        self._ground = ground
        self._evidence = evidence
        self._texts: set[str] = set()
        self._quoted: set[tuple[int, int]] = set()
        self._touched: set[tuple[int, int]] = set()
        self._item = -1
        self.shown = 0

    def judge(self, sentence: str) -> Verdict:
        """The verdict, with what was said already taken into account."""
        verdict = self._ground.check(sentence)
        if not verdict.stands:
            return verdict
        rests_on = {(verdict.item, n) for n in range(verdict.first, verdict.last + 1)}
        if verdict.text in self._texts or rests_on <= self._quoted:
            return msgspec.structs.replace(verdict, reason="repeated")
        return verdict

    def tell(self, verdict: Verdict) -> list[Composed]:
        """The sentences to show for a verdict: its own, between those of the evidence without
        which it would mislead."""
        if not verdict.stands:
            return []
        item = verdict.item
        before, after = self._ground.needed(verdict)
        self._touched.update((item, n) for n in range(verdict.first, verdict.last + 1))
        texts = [*self._quote(item, before), verdict.text, *self._quote(item, after)]
        self._texts.add(verdict.text)
        piece = self._evidence[item]
        fresh = item != self._item
        self._item = item
        if fresh and not (piece.law and normalise(piece.law) in normalise(texts[0])):
            texts[0] = f"{piece.about}{texts[0]}"
        self.shown += len(texts)
        return [Composed(t, piece, fresh=fresh and n == 0) for n, t in enumerate(texts)]

    def _quote(self, item: int, places: range) -> list[str]:
        """Sentences of the evidence itself, those that were not said before."""
        new = [n for n in places if (item, n) not in self._touched]
        self._quoted.update((item, n) for n in new)
        self._touched.update((item, n) for n in new)
        return [self._ground.passages[item][n].text for n in new]


class Reply:
    """One composed reply. ``begin`` waits until its first sentence stands; ``lines`` gives all of
    them; ``words`` tells what was said so far. Leaving it stops the model."""

    def __init__(self, composed: AsyncGenerator[Composed], language: Language) -> None:
        self._composed = composed
        self._language: Language = language
        self._told: list[Composed] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._composed.aclose()

    async def begin(self) -> Words | None:
        """What the reply is going to be, or ``None`` when nothing stands. The lines are not in it:
        they come from ``lines``."""
        async for first in self._composed:
            self._told.append(first)
            return self.words()
        return None

    async def lines(self) -> AsyncGenerator[tuple[int, Line]]:
        """Each sentence with the number of its paragraph, the first one again."""
        block = 0
        for told in self._told:
            yield block, self._line(told)
        async for told in self._composed:
            self._told.append(told)
            block += told.fresh
            yield block, self._line(told)

    def _line(self, told: Composed) -> Line:
        role = "answer" if told.evidence is not None else "next_step"
        return Line(told.text, role, locked=False, language=self._language)

    def words(self) -> Words:
        """Outcome, sources and the like of what was said so far."""
        used = list(dict.fromkeys(t.evidence.id for t in self._told if t.evidence is not None))
        pieces = {t.evidence.id: t.evidence for t in self._told if t.evidence is not None}
        sources: dict[SourceItem, None] = {}
        for name in used:
            sources.update(dict.fromkeys(pieces[name].sources))
        return Words(
            "partial" if any(t.evidence is None for t in self._told) else "answered",
            (),
            "compose",
            sources=tuple(sources),
            entries=tuple(used),
            weight=_heaviest(pieces.values()),
            advice=True,
        )


def _heaviest(pieces: Iterable[Evidence]) -> Weight:
    weights = {piece.weight for piece in pieces}
    for weight in _HEAVIEST:
        if weight in weights:
            return weight
    return "plain"


class Composer:
    """Composes replies with one model. Shared by all visitors; holds none of them."""

    def __init__(self, model: LanguageModel, *, tokens: int, count: Count) -> None:
        self._model = model
        self._limits = Limits(tokens)
        self._count = count
        self._names: tuple[Snapshot, Names] | None = None

    def ready(self) -> bool:
        """Whether the model may be asked now."""
        return self._model.healthy()

    def learn(self, snapshot: Snapshot) -> Names:
        """Read the names of a snapshot. Takes a few tenths of a second; run it in a thread."""
        known = self._names
        if known is None or known[0] is not snapshot:
            pack = snapshot.pack
            known = (snapshot, Names(pack.all(Law).values(), pack.all(Term).values()))
            self._names = known
        return known[1]

    async def open(
        self, candidates: Sequence[Candidate], question: str, *, writer: Writer
    ) -> Reply:
        """The reply to a question in the writer's language, not begun yet."""
        snapshot, language = writer.frame.snapshot, writer.frame.language
        known = self._names
        if known is not None and known[0] is snapshot:
            names = known[1]
        else:
            names = await asyncio.to_thread(self.learn, snapshot)
        evidence = evidence_of(
            candidates, question, snapshot=snapshot, writer=writer, language=language
        )
        composed = compose(
            self._model,
            question,
            evidence,
            names=names,
            language=language,
            limits=self._limits,
            count=self._count,
        )
        return Reply(composed, language)
