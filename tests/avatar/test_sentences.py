"""The splitter: nothing is lost, nothing is torn, a sentence is what a reader calls one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatar.sentences import LONGEST, split

PIECES = st.sampled_from(
    ["数据", "交易", "。", "！", "？", "；", "，", "、", "：", "”", "“", "（", "）", "《", "》",
     "\n", " ", "Art. ", "No. ", "3.5", "1,000", "9:30", "e.g. ", ". ", "? ", "; ", "The ", "a",
     "B", "https://a.cn/b?c=1;d", "1. ", "……", "。”", "\t", "\u3000", "😀"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("先审核主体。再审核产品！好吗？", ["先审核主体。", "再审核产品！", "好吗？"]),
        ("他问：“可以吗？”我说可以。", ["他问：“可以吗？”", "我说可以。"]),
        ("“好。”，他说。", ["“好。”，他说。"]),
        ("（见第三条。）另外收费。", ["（见第三条。）", "另外收费。"]),
        ("真的吗？！真的。", ["真的吗？！", "真的。"]),
        ("费率3.5%，版本1.2.3。", ["费率3.5%，版本1.2.3。"]),
        ("见https://a.cn/b?c=1;d=2。完", ["见https://a.cn/b?c=1;d=2。", "完"]),
        ("一；二；三。", ["一；", "二；", "三。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("Under Art. 22 you may. Then ask.", ["Under Art. 22 you may.", "Then ask."]),
        ("See Caikuai [2023] No. 11. It holds.", ["See Caikuai [2023] No. 11.", "It holds."]),
        ("1. Submit it. 2. Wait.", ["1. Submit it.", "2. Wait."]),
        ("Is it free? Yes; ask.", ["Is it free?", "Yes;", "ask."]),
        ("In the U.S. Code it is. Yes.", ["In the U.S. Code it is.", "Yes."]),
        ("", []),
        (" \n\u3000", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Sentences end where readers end them."""
    assert split(text) == sentences


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_is_lost(text: str) -> None:
    """The sentences joined are the text up to white space; none is empty or has blanks around."""
    sentences = split(text)
    assert re.sub(r"\s+", "", "".join(sentences)) == re.sub(r"\s+", "", text)
    assert all(sentence and sentence == sentence.strip() for sentence in sentences)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_figures_and_addresses_stay_whole(text: str) -> None:
    """No number, time or web address is torn between two sentences."""
    for whole in ("3.5", "1,000", "9:30", "https://a.cn/b?c=1;d"):
        assert sum(sentence.count(whole) for sentence in split(text)) == text.count(whole)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever comes is split without loss."""
    assert re.sub(r"\s+", "", "".join(split(text))) == re.sub(r"\s+", "", text)


@pytest.mark.parametrize("extra", [0, 1])
def test_long_sentences_are_cut_at_commas(extra: int) -> None:
    """A sentence at the limit stays whole; one character more is cut at a comma."""
    text = "数" * 60 + "，" + "据" * (LONGEST - 62 + extra) + "。"
    assert len(text) == LONGEST + extra
    assert len(split(text)) == 1 + extra


def test_names_are_not_cut() -> None:
    """The comma inside the name of a law is no place to cut."""
    name = "《" + "数" * 40 + "、" + "据" * 60 + "办法》"
    assert split(f"依据{name}的规定办理相关的各项登记手续即可。") == [
        f"依据{name}的规定办理相关的各项登记手续即可。"
    ]
