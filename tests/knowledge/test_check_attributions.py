"""The check names answers on somebody's word that do not say so, and what has no English."""

from __future__ import annotations

import msgspec
import pytest
from check_parts import DAY, SOUND, checked, sound

from knowledge.check import check
from knowledge.types import English, Entry, Origin, Source

PAPER = Source(id="src.paper", title="示例报", grade="媒体")
ENTRY = next(d for d in SOUND if isinstance(d, Entry))


@pytest.mark.parametrize(
    ("begins", "named"),
    [("", True), ("据示例报2024年报道，", False), ("照第三方转载的文本，", False)],
)
def test_what_rests_on_somebodys_word_says_so(begins: str, named: bool) -> None:
    """Told as a fact, a report would claim more than it does."""
    told = f"{begins}登记由登记机构办，先交申请书和营业执照，十个工作日内办完，不收费，不用到现场。"
    changed = {"answer": told, "sources": (Origin(source=PAPER.id),), "claims": ()}
    found = checked(change={ENTRY.id: changed}, add=(PAPER,))
    assert (("warning", "no_attribution") in found) == named


def test_a_pack_that_answers_in_english_does_so_throughout() -> None:
    """One entry without English among others is named; a pack without any may have none."""
    spoken = English(question="What is it?", answer="It is this and that, as told in the source.")
    others = [
        msgspec.structs.replace(
            ENTRY, id=f"entry.more-{n}", question=f"第{n}件另外的事怎么办？", english=spoken
        )
        for n in range(3)
    ]
    mixed = sound(change={ENTRY.id: {"english": None}}, add=tuple(others))
    missing = {f.id for f in check(mixed, DAY) if f.code == "no_english"}
    assert ENTRY.id in missing
    assert not missing & {o.id for o in others}
    silent = {d.id: {"english": None} for d in SOUND if isinstance(d, Entry)}
    assert not [f for f in check(sound(change=silent), DAY) if f.code == "no_english"]
