"""What the look-up of a standard says: what is held of a section, or that the standard is not."""

from __future__ import annotations

from collections.abc import Iterable

from dialog.messages import Outcome
from dialog.phrases import phrase
from dialog.reply.claim_words import ClaimWriter
from dialog.reply.words import Frame, Line, Words
from knowledge.answers.citing import claim_origins
from knowledge.answers.graph import Hop
from knowledge.answers.standards import StandardFinding
from knowledge.types import Claim, Origin, Predicate, Source

MOST = 6
"""Subjects and predicates that are told of one section."""


class StandardWriter:
    """Writes what is held of a standard."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def write(self, finding: StandardFinding) -> Words:
        """The words of a finding."""
        source = finding.source
        if source is None:
            return self._not_held(finding)
        if not finding.section:
            return self._whole(finding, source)
        return self._of_section(finding, source)

    def _not_held(self, finding: StandardFinding) -> Words:
        number = finding.number.upper()
        lines = [self._line("standard_not_held", number=number)]
        if finding.others:
            joint = ", " if self._frame.english else "、"
            held = joint.join(s.number for s in finding.others)
            lines.append(self._line("standard_others", held=held))
        return Words("unknown", tuple(lines), "law", cards=self._frame.contact(shown=True))

    def _whole(self, finding: StandardFinding, source: Source) -> Words:
        """What the standard is and since when, and of which sections something is held."""
        snapshot = self._frame.snapshot
        claims = [
            c for c in snapshot.graph.about(source.number, self._frame.today) if c.grade == "标准"
        ]
        lines = [self._line("standard_is", number=source.number, title=self._title(source))]
        lines.extend(self._said(tuple((c,) for c in claims)))
        joint = ", " if self._frame.english else "、"
        sections = joint.join(_named(s, english=self._frame.english) for s in finding.sections)
        if sections:
            lines.append(self._line("standard_sections", sections=sections))
        return self._words("answered", finding, source, lines, claims)

    def _of_section(self, finding: StandardFinding, source: Source) -> Words:
        section = _named(finding.section, english=self._frame.english)
        told = finding.claims[:MOST]
        claims = [c for group in told for c in group]
        if not told and not finding.documents:
            line = self._line("standard_no_section", number=source.number, section=section)
            return self._words("unknown", finding, source, [line], ())
        name = "standard_section" if told else "standard_section_resting"
        lines = [self._line(name, number=source.number, section=section)]
        lines.extend(self._said(told))
        if len(finding.claims) > MOST:
            lines.append(self._line("standard_more", left=str(len(finding.claims) - MOST)))
        return self._words("partial", finding, source, lines, claims)

    def _said(self, groups: tuple[tuple[Claim, ...], ...]) -> Iterable[Line]:
        predicates = self._frame.snapshot.pack.all(Predicate)
        writer = ClaimWriter(self._frame)
        for claims in groups:
            known = predicates.get(claims[0].predicate)
            predicate = known or Predicate(claims[0].predicate, asks=())
            yield from writer.said_of(Hop(claims[0].subject, predicate, claims))

    def _words(
        self,
        outcome: Outcome,
        finding: StandardFinding,
        source: Source,
        lines: list[Line],
        claims: Iterable[Claim],
    ) -> Words:
        origin = Origin(source=source.id, section=finding.section)
        related = self._frame.related(d.id for d in finding.documents)
        return Words(
            outcome,
            tuple(lines),
            "law",
            sources=self._frame.cite(claim_origins(claims)) or self._frame.cite((origin,)),
            cards=related or self._frame.contact(shown=outcome == "unknown"),
            entries=tuple(c.id for c in claims) or tuple(d.id for d in finding.documents[:3]),
            intent="compliance",
            chinese_only=self._frame.english and any(line.language == "zh" for line in lines),
        )

    def _title(self, source: Source) -> str:
        return (source.english or source.title) if self._frame.english else source.title

    def _line(self, name: str, **values: str) -> Line:
        language = self._frame.language
        return Line(phrase(name, language, **values), locked=False, language=language)


def _named(section: str, *, english: bool) -> str:
    """第8.1条, 第4.2条a), 第8章, 附录A.3."""
    if section.startswith("附录"):
        letter = section.removeprefix("附录").upper()
        return f"Annex {letter}" if english else f"附录{letter}"
    if english:
        return f"section {section}"
    if section.endswith(")"):
        return f"第{section[:-2]}条{section[-2:]}"
    return f"第{section}条" if "." in section else f"第{section}章"
