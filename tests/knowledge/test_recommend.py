"""Catalogue items for a need, each with the reason why it is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.recommend import suggest
from knowledge.text import Segmenter
from knowledge.types import Product, Vendor
from tests.knowledge.small_parts import shipped_pack, small_pack

SEGMENTER = Segmenter()
ITEMS: list[Product | Vendor] = [
    *small_pack().all(Product).values(),
    *small_pack().all(Vendor).values(),
]


def names(question: str) -> list[str]:
    return [s.item.id for s in suggest(question, ITEMS, SEGMENTER)]


def test_scene_and_keyword_choose() -> None:
    """A scene or keyword of the question brings its item first."""
    assert names("做农业保险要降雨数据")[0] == "product.rain"
    assert names("想找道路流量")[0] == "product.roads"
    assert names("需要数据清洗和标注")[0] == "vendor.sample"


def test_reasons_are_words_of_the_question() -> None:
    """Every reason shown stands in the visitor's question."""
    for found in suggest("农业保险用的降雨接口", ITEMS, SEGMENTER):
        assert found.reasons
        assert all(reason in "农业保险用的降雨接口" for reason in found.reasons)


def test_english_words_count_whole() -> None:
    """A keyword in English stands by itself or in the plural, never inside another word."""
    port = Product("product.p", "示例", "数据集", (), "示例", "v", keywords=("port", "corpus"))
    assert suggest("any data on ports", [port], SEGMENTER)
    assert suggest("port calls", [port], SEGMENTER)
    assert not suggest("report on transport and imports", [port], SEGMENTER)


def test_what_is_named_outright_leaves_no_place_for_likeness() -> None:
    """A word of a description brings an item only where no item is named."""
    assert names("推荐降雨记录，示例也行") == ["product.rain"]
    assert names("道路流量和农业方面") == ["product.roads", "product.rain"]


def test_an_item_must_be_of_the_kind_of_data_that_is_named() -> None:
    """What shares only a far word with the wished data is not offered for it."""
    load = Product(
        "product.l",
        "示例",
        "数据集",
        ("能源管理",),
        "园区用电负荷",
        "v",
        keywords=("新能源", "energy"),
    )
    for wished in ("新能源的数据", "有没有用电负荷数据", "any energy data", "data on energy"):
        assert suggest(wished, [load], SEGMENTER), wished
    for other in ("要找新能源车险出险数据", "energy lawsuit records data", "新能源车主满意度语料"):
        assert not suggest(other, [load], SEGMENTER), other
    assert suggest("新能源方面有什么", [load], SEGMENTER)


def test_a_house_is_of_the_profession_that_is_wished_for() -> None:
    """A law firm is not shown to who looks for another profession's house; where none of the
    profession is held, nothing is."""
    law = Vendor("vendor.l", "示例律师事务所", (), ("合同审查",), "示例", keywords=("律师", "律所"))
    books = Vendor(
        "vendor.b", "示例会计咨询公司", (), ("入表咨询",), "示例", keywords=("会计", "入表")
    )
    both = [law, books]
    for wished, wanted in (
        ("推荐一家会计师事务所帮我们做数据入表", ["vendor.b"]),
        ("想找会计事务所", ["vendor.b"]),
        ("介绍个会计所看看合同审查", ["vendor.b"]),
        ("有没有律师事务所", ["vendor.l"]),
        ("入表的事找律所", ["vendor.l"]),
        ("推荐一家事务所做合同审查", ["vendor.l"]),
        ("推荐一家税务师事务所", []),
        ("专利事务所有推荐的吗，要合同审查", []),
        ("会计所有推荐的吗", ["vendor.b"]),
        ("推荐做入表数据的", ["vendor.b"]),
    ):
        assert [s.item.id for s in suggest(wished, both, SEGMENTER)] == wanted, wished


def test_nothing_fits_a_need_that_nobody_serves() -> None:
    """Filler words alone bring nothing."""
    for question in ("", "推荐一个数据产品", "有没有好的服务商", "推荐航天发动机叶片", "？？"):
        assert names(question) == [], question


@given(st.text(max_size=60))
def test_any_need_gives_few_items_with_reasons(question: str) -> None:
    """At most three items, best first, each with a reason."""
    found = suggest(question, ITEMS, SEGMENTER)
    assert len(found) <= 3
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(s.reasons for s in found)


def test_the_shipped_catalogue_is_marked_as_samples() -> None:
    """Everything in the shipped catalogue is sample data and says so in its name or text."""
    items = [
        *shipped_pack().all(Product).values(),
        *shipped_pack().all(Vendor).values(),
    ]
    assert items
    assert all(i.sample and "示例" in f"{i.name}{i.description}" for i in items)


def test_an_interface_is_of_its_kind() -> None:
    """Who wishes for an interface to house prices is shown none to other things."""
    products = shipped_pack().all(Product).values()
    assert not suggest("有没有房价走势的接口", products, SEGMENTER)
    found = suggest("有没有高速堵车那种接口", products, SEGMENTER)
    assert [s.item.id for s in found] == ["product.road-flow-api"]
