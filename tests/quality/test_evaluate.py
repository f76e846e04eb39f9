"""``yingbin evaluate``: the shipped pack against its floors, files with mistakes, page and JSON."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from dialog.__main__ import main
from dialog.evaluating.conversations import read_conversations
from dialog.evaluating.floors import Floor, Floors, read_floors
from dialog.evaluating.judging import Judged
from dialog.evaluating.page import page
from dialog.evaluating.report import Report, as_text, report_of
from tests.knowledge.small_parts import FOLDER

HERE = Path(__file__).parent
CONVERSATIONS = HERE / "conversations"
FLOORS = HERE / "floors.yaml"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration over the small pack, with a folder that the tests here share."""
    folder = tmp_path_factory.mktemp("evaluate")
    path = folder / "yingbin.yaml"
    path.write_text(f"data_dir: {folder / 'var'}\nknowledge:\n  pack: {FOLDER}\n", "utf-8")
    return path


def written(folder: Path, text: str, name: str = "talks.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_the_shipped_pack_keeps_its_floors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All conversations and a drawn part of the gold questions, through the turn that visitors get:
    nothing fails that is not listed with its reason, and no measure is below its floor."""
    config = written(tmp_path, f"data_dir: {tmp_path / 'var'}\n", "yingbin.yaml")
    target = tmp_path / "page.html"
    words = ["--config", config, "evaluate", str(CONVERSATIONS), "--floors", str(FLOORS)]
    code = main([*words, "--json", "--html", str(target)])
    out, _ = capsys.readouterr()
    found = json.loads(out)
    assert code == 0, (found["failures"], found["broken"])
    assert found["measures"]["conversations"] >= 40
    assert found["measures"]["twin.questions"] >= 20
    assert "known failures" in target.read_text("utf-8").lower()


def test_conversations_are_written_as_visitors_talk() -> None:
    """At least forty, at least eight of them with six turns or more, in every field."""
    found = read_conversations([CONVERSATIONS])
    assert len(found) >= 40
    assert sum(len(c.turns) >= 6 for c in found) >= 8
    assert {"law", "dialogue", "gap", "boundary", "several", "english"} <= {c.kind for c in found}


def test_known_failures_name_conversations_and_reasons() -> None:
    """Each is a conversation that exists, and says why in a sentence."""
    known = read_floors(FLOORS, read_conversations([CONVERSATIONS])).known
    assert len({(k.conversation, k.turn) for k in known}) == len(known)
    assert [k for k in known if len(k.reason) < 10] == []


def test_a_broken_floor_fails(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the small pack cannot reach ends with 1 and says which floor and by how much."""
    floors = written(tmp_path, "floors:\n  coverage: 1.01\n  wrong: {most: 500}\n", "floors.yaml")
    assert main(["--config", str(config), "evaluate", "--floors", floors, "--part", "8"]) == 1
    out, _ = capsys.readouterr()
    assert "Floor not kept: coverage ≥ 1.01; it is" in out
    assert "wrong ≤" not in out


def test_a_failing_conversation_fails_until_it_is_known(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 1 and shows wanted and got; listed with its reason, it is shown and passes; one
    that holds and is listed is named for taking off."""
    talks = written(
        tmp_path,
        "- id: founder\n  turns: [示例所由谁发起]\n  expect: [另一集团]\n"
        "- id: fine\n  turns: [示例所由谁发起]\n  expect: [示例集团]\n",
    )
    words = ["--config", str(config), "evaluate", talks, "--part", "0", "--day", "2026-06-01"]
    assert main(words) == 1
    out, _ = capsys.readouterr()
    assert "Failing: founder#1" in out
    assert "does not say 另一集团" in out
    assert "示例集团" in out
    written(
        tmp_path,
        "- {conversation: founder, reason: it names another}\n"
        "- {conversation: fine, reason: it was once wrong}\n",
        "known.yaml",
    )
    floors = written(tmp_path, "known: known.yaml\nfloors:\n  questions: 2\n", "floors.yaml")
    assert main([*words, "--floors", floors]) == 0
    out, _ = capsys.readouterr()
    assert "Known: founder#1  it names another" in out
    assert "Mended: fine holds now" in out


def test_every_mistake_of_every_file_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line and mend for each, exit code 2, and nothing is asked."""
    one = written(
        tmp_path,
        "- id: a\n  tunrs: [x]\n"
        "- turns: [y]\n  expect: ['/(/']\n  outcome: foo\n  cite: [{law: z}]\n  within: fast\n"
        "- id: b\n  turns: [y]\n"
        "- id: c\n  day: tomorrow\n  turns: [y]\n  tone: loud\n",
        "one.yaml",
    )
    two = written(tmp_path, "- id: [\n", "two.yaml")
    again = written(tmp_path, "- id: a\n  turns: ['']\n  expect: x\n", "three.yaml")
    assert main(["evaluate", one, two, again]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    told = [line for line in err.splitlines() if ", line " in line]
    for place, mend in (
        ("one.yaml, line 2: unknown key `tunrs`", "did you mean `turns`?"),
        ("one.yaml, line 3: a conversation without `id`", "give it a name"),
        ("one.yaml, line 4: /(/ is no pattern", "escape"),
        ("one.yaml, line 5: no outcome 'foo'", "one of answered"),
        ("one.yaml, line 6: this names no article", "write {law:"),
        ("one.yaml, line 7: `within` is no time", "write milliseconds"),
        ("one.yaml, line 8: nothing is expected", "write `expect`"),
        ("one.yaml, line 11: 'tomorrow' is no date", "write it as"),
        ("one.yaml, line 13: no tone 'loud'", "one of neutral"),
        ("two.yaml, line", "check indentation"),
        ("three.yaml, line 1: id 'a' is used at", "give each"),
        ("three.yaml, line 2: a turn without words", "write the question"),
    ):
        assert [line for line in told if place in line and mend in line], (place, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("floors:\n  speed: 1\n", "line 2: no measure 'speed'"),
        ("floors:\n  coverage: high\n", "line 2: `coverage` has no bound"),
        ("floors: []\n", "line 1: no `floors`"),
        ("part: many\nfloors:\n  coverage: 0\n", "line 1: `part` is no number"),
        ("day: soon\nfloors:\n  coverage: 0\n", "line 1: 'soon' is no date"),
        ("known: none.yaml\nfloors:\n  coverage: 0\n", "none.yaml, line 1: it cannot be read"),
    ],
)
def test_floors_with_mistakes_are_refused(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file, line and mend, exit code 2."""
    assert main(["evaluate", "--floors", written(tmp_path, text, "floors.yaml")]) == 2
    assert told in capsys.readouterr().err


def judged(**about: object) -> Judged:
    values: dict[str, object] = {
        "id": "a#1",
        "kind": "law",
        "question": "问？",
        "expected": "第55条",
        "text": "答。",
        "outcome": "answered",
        "tone": "warm",
        "route": "faq",
        "confidence": 0.9,
        "milliseconds": 12.0,
        "entries": (),
        "citations": (),
        "verdict": "right",
        "answerable": True,
        **about,
    }
    return Judged(**values)  # type: ignore[arg-type]


def report(*some: Judged, floors: Floors | None = None) -> Report:
    return report_of(some, floors or Floors(), day="2026-11-22", knowledge="2026.11", seed=7)


def test_a_floor_that_was_not_measured_is_not_kept() -> None:
    """A floor cannot be kept by leaving its questions out."""
    floors = Floors(floors=(Floor("twin.coverage", 0.0),))
    found = report(judged(), floors=floors)
    assert not found.holds
    assert "it is not measured" in as_text(found)


class _Tags(HTMLParser):
    """Collects what a page would load, and whether its tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [v or "" for n, v in attrs if n in ("src", "href", "srcset", "data")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_escapes_what_was_said() -> None:
    """No script, no address; four pictures; a reply with markup stays text."""
    bad = "<script>alert(1)</script>"
    text = page(
        report(
            judged(confidence=0.4),
            judged(id="b#1", verdict="wrong", text=bad, question=bad, lacks=(bad,)),
            judged(id="c#1", conversation="c", verdict="silent", outcome="unknown", lacks=("x",)),
        )
    )
    found = _Tags()
    found.feed(text)
    assert (found.open, found.loads) == ([], [])
    assert "script" not in found.tags
    assert found.tags.count("svg") == found.tags.count("figure") == 4
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "@import" not in text
    assert "url(" not in text
    assert "&lt;script&gt;" in text


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    digits = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_page_has_contrast_in_light_and_dark(scheme: int) -> None:
    """Words reach 4.5 to 1 on both grounds, and so do figures on their bars."""
    style = page(report(judged())).partition("</style>")[0]
    block = re.findall(r":root\{([^}]*)\}", style)[scheme]
    colours = dict(re.findall(r"--(\w+):#([0-9a-f]{3,6})", block))
    pairs = [(w, g) for w in ("front", "quiet", "right", "wrong") for g in ("back", "card")]
    pairs += [("on", bar) for bar in ("right", "silent", "wrong")]
    for one, other in pairs:
        lights = sorted((luminance(colours[one]), luminance(colours[other])))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5, (one, other)


def test_a_report_of_nothing_is_a_report() -> None:
    """Nothing asked, nothing measured; page and text are there all the same."""
    empty = report()
    assert empty.holds
    assert "</html>" in page(empty)
    assert as_text(empty)


def test_the_floors_file_is_plain_yaml() -> None:
    """Its measures are bounds, so that a person may read and tighten them."""
    rows = yaml.safe_load(FLOORS.read_text("utf-8"))
    assert rows["floors"]
    assert rows["part"] >= 60
