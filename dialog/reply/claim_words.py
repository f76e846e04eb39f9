"""Claims of the graph in words: who says it, as of when, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dialog.reply.words import Frame, Line, Words
from knowledge.answers.citing import claim_origins
from knowledge.answers.graph import GraphFinding, Hop
from knowledge.types import Claim, Source


class ClaimWriter:
    """Writes what the claims say, each in its predicate's frame."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def found(self, finding: GraphFinding) -> Words:
        if finding.is_a:
            chain = finding.is_a
            narrow, *_, broad = chain
            text = f"是的，{narrow}属于{broad}。"
            if len(chain) > 2:
                text += f"层级是：{'→'.join(chain)}。"
            about = self._frame.snapshot.graph.about(narrow, self._frame.today)
            return Words(
                "answered",
                (Line(text, locked=False),),
                "graph",
                sources=self._frame.cite(claim_origins(about[:2])),
                entries=tuple(c.id for c in about[:2]),
                chinese_only=self._frame.english,
            )
        lines: list[Line] = []
        claims: list[Claim] = []
        for hop in finding.hops:
            claims.extend(hop.claims)
            lines.extend(self.said_of(hop))
        return Words(
            "answered",
            tuple(lines),
            "graph",
            sources=self._frame.cite(claim_origins(claims)),
            entries=tuple(c.id for c in claims),
            chinese_only=self._frame.english,
        )

    def said_of(self, hop: Hop) -> Iterable[Line]:
        """The claims of one subject and predicate as sentences."""
        claims, template = hop.claims, hop.predicate.template
        objects = tuple(dict.fromkeys(c.object for c in claims))
        voices = {self._voice(c) for c in claims}
        if len(objects) > 1 and len(voices) > 1 and not hop.predicate.many:
            yield Line("各来源说法不一，一并列出。", locked=False)
            for claim in claims:
                yield Line(self._say(template, claim))
            return
        said = msgspec.structs.replace(claims[0], object="；".join(objects))
        yield Line(self._say(template, said))

    def _voice(self, claim: Claim) -> tuple[str, str]:
        """Who says a claim and of when; law speaks of every day on which it holds."""
        timeless = claim.grade in ("法规", "标准")
        return self._speaker(claim), "" if timeless else claim.as_of

    def _say(self, template: str, claim: Claim) -> str:
        text = template.format(
            subject=claim.subject, predicate=claim.predicate, object=claim.object
        ).rstrip("。")
        if claim.grade in ("媒体", "发言", "第三方"):
            when = f"（{claim.as_of}）" if claim.as_of else ""
            verb = "称" if claim.grade == "发言" else "报道" if claim.grade == "媒体" else "资料"
            return f"据{self._speaker(claim)}{when}{verb}，{text}。"
        return f"{text}。"

    def _speaker(self, claim: Claim) -> str:
        if claim.speaker:
            return claim.speaker
        sources = self._frame.snapshot.pack.all(Source)
        source = sources.get(claim.origin.source)
        if source is None:
            return "公开资料"
        return source.publisher or f"《{source.title}》"
