"""The console has words for everything that the server may name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec

from avatar.errors import VoiceError
from dialog.config import JournalSettings, Settings
from dialog.doors.accounts import Refusal, Role
from dialog.doors.staff_forms import FieldForm, forms
from dialog.journal import Journal
from dialog.metrics import Metrics
from dialog.parts import prepare
from dialog.speech import VoiceStanding
from knowledge.documents import SIDE_NAMES
from knowledge.errors import Fault
from knowledge.types import KINDS, SIDES
from tests.knowledge.small_parts import FOLDER
from tests.wire.wire_parts import JumpingClock

CONSOLE = Path(__file__).parents[2] / "static" / "staff"
UNNAMED_CHOICES = {"法规", "标准", "官方", "媒体", "发言", "第三方"}
"""Grades are Chinese words in the pack itself."""


def table(name: str) -> set[str]:
    """The names in one table of labels.js."""
    text = (CONSOLE / "labels.js").read_text("utf-8")
    body = text.split(f"export const {name} = {{", 1)[1].split("};", 1)[0]
    return set(re.findall(r'^  "?([\w.]+)"?: \[', body, re.MULTILINE))


def every(fields: tuple[FieldForm, ...]) -> Iterator[FieldForm]:
    for field in fields:
        yield field
        yield from every(field.fields)


def test_every_kind_field_and_choice_has_a_name() -> None:
    """Nothing in a form is shown by its name in the code."""
    drawn = [field for fields in forms().values() for field in every(fields)]
    assert set(KINDS) - table("KINDS") == set()
    assert {field.name for field in drawn} - table("FIELDS") == set()
    choices = {choice for field in drawn for choice in field.choices} | set(get_args(Role))
    assert choices - UNNAMED_CHOICES - table("CHOICES") == set()


def test_sides_are_called_the_same_everywhere() -> None:
    """The title of a matter calls its sides by the console's own names."""
    text = (CONSOLE / "labels.js").read_text("utf-8").split("export const CHOICES", 1)[1]
    named = dict(re.findall(r'^  (\w+): \["([^"]+)"', text, re.MULTILINE))
    assert {side: named[side] for side in SIDE_NAMES} == SIDE_NAMES
    assert set(SIDE_NAMES) == set(SIDES)


def test_every_part_of_the_service_has_a_name(tmp_path: Path) -> None:
    """What the running service reports of itself is told in words, with what it is for."""
    given = {"data_dir": str(tmp_path), "knowledge": {"pack": str(FOLDER)}}
    prepared = prepare(msgspec.convert(given, Settings))
    clock, metrics = JumpingClock(), Metrics()
    journal = Journal(tmp_path, JournalSettings(), clock=clock, metrics=metrics)
    told = {**prepared.readiness(), **journal.readiness()}
    prepared.close()
    text = (CONSOLE / "labels.js").read_text("utf-8")
    parts, standings = text.split("export const PARTS", 1)[1].split("export const STANDINGS", 1)
    # The voice stands beside what answers; what it tells is no single word.
    assert {*told, "voice"} == set(re.findall(r"^  (\w+): \[$", parts, re.MULTILINE))
    known = set(re.findall(r'^  "?([\w ;]+)"?: \[', standings, re.MULTILINE))
    assert {*told.values(), "failing"} <= known


def test_every_standing_of_the_voice_has_words() -> None:
    """How the cloud voice fares, and why it fails, is told in words."""
    standings = set(get_args(get_type_hints(VoiceStanding)["standing"]))
    failures = {one.reason for one in VoiceError.__subclasses__()}
    assert standings | failures == table("VOICE")


def test_every_refusal_has_words() -> None:
    """Each code with which the door refuses has a sentence, in both languages."""
    doors = Path(__file__).parents[2] / "dialog" / "doors"
    codes = {f"document_{fault}" for fault in get_args(Fault)}
    codes |= {f"account_{refusal}" for refusal in get_args(Refusal)}
    for name in ("access", "refusal", "staff", "staff_bodies", "staff_statutes"):
        text = (doors / f"{name}.py").read_text("utf-8")
        codes |= set(re.findall(r'RefusedError\(\s*[\w.]+,\s*"(\w+)"', text))
    codes |= {"missing_field", "unknown_field"}
    words = (CONSOLE / "words.js").read_text("utf-8")
    for code in codes - {"conflict"}:
        assert len(re.findall(rf"^  e_{code}:", words, re.MULTILINE)) == 2, code
    assert len(re.findall(r"^  conflict:", words, re.MULTILINE)) == 2
