"""What is asked of catalogue items that were shown, as whole turns over the small pack."""

from __future__ import annotations

import msgspec

from dialog.reply.question import Exchange, Question
from dialog.reply.turn import Models, Replier
from knowledge.snapshot import Snapshot
from knowledge.types import ClosedList, Language, Product
from tests.knowledge.small_parts import DAY, changed_pack, small_pack
from tests.reply.test_turn import Heard

PRODUCTS = small_pack().all(Product)
ROADS, RAIN = PRODUCTS["product.roads"], PRODUCTS["product.rain"]
UPDATED = msgspec.structs.replace(RAIN, update="每小时", personal=True)
SNAPSHOT = Snapshot(changed_pack(UPDATED), DAY, version=2, judges=None, cache=None)
SHOWN = Exchange("推荐数据产品", "answered", (ROADS.id, RAIN.id))
VENDORS = Exchange("推荐数商", "answered", ("vendor.sample",))


async def hear(text: str, *before: Exchange, language: Language = "zh") -> Heard:
    """A whole turn behind exchanges."""
    replier = Replier(lambda: SNAPSHOT, Models())
    asked = Question(text, language, before, DAY)
    return Heard([message async for message in replier.run(asked)])


def _then(text: str, heard: Heard) -> Exchange:
    return Exchange(text, heard.done.outcome, heard.done.entries)


async def test_the_owner_of_a_shown_item_is_told_with_its_card() -> None:
    """From the item itself, which is called a sample."""
    heard = await hear("第二个是谁家的", SHOWN)
    assert heard.done.outcome == "answered"
    assert RAIN.name in heard.text
    assert "示例数据公司" in heard.text
    assert "它是示例" in heard.text
    assert [c.kind for c in heard.cards] == ["product", "vendor"]
    assert heard.done.entries == (RAIN.id,)


async def test_a_field_that_the_catalogue_lacks_is_not_known() -> None:
    """The item is named, and the way to a person shown; a field of another item is none of its."""
    for text, label in (("第二个多少钱", "价格"), ("第一个多久更新", "更新频率")):
        heard = await hear(text, SHOWN)
        assert heard.done.outcome == "unknown"
        assert label in heard.text
        assert heard.cards[-1].kind == "contact"
    known = await hear("第二个多久更新一次，能试用吗", SHOWN)
    assert known.done.outcome == "partial"
    assert "每小时" in known.text


async def test_two_items_are_laid_beside_each_other() -> None:
    """By what the catalogue holds; which one is better is left to the visitor."""
    heard = await hear("前两个有什么区别", SHOWN)
    assert ROADS.name in heard.text
    assert RAIN.name in heard.text
    assert "看您的用途" in heard.text
    first = await hear("第一个介绍一下", SHOWN)
    with_it = await hear("和第二个有什么区别", SHOWN, _then("第一个介绍一下", first))
    assert with_it.done.entries == (ROADS.id, RAIN.id)


async def test_a_place_beyond_the_list_says_how_many_were_shown() -> None:
    heard = await hear("第五个是谁家的", SHOWN)
    assert heard.done.outcome == "clarify"
    assert "2个数据产品" in heard.text
    assert heard.done.entries == ()
    again = await hear("第二个", SHOWN, _then("第五个是谁家的", heard))
    assert again.done.entries == (RAIN.id,)


async def test_a_question_goes_on_with_the_item_spoken_of() -> None:
    """By a pronoun, or by the place alone with the side of the question before."""
    asked = await hear("第二个多久更新", SHOWN)
    then = _then("第二个多久更新", asked)
    assert "标明它含有个人信息" in (await hear("它含个人信息吗", SHOWN, then)).text
    other = await hear("那第一个呢", SHOWN, then)
    assert other.done.entries == (ROADS.id,)
    assert "更新频率" in other.text
    which = await hear("这个多少钱", SHOWN)
    assert which.done.outcome == "clarify"
    assert "第几个" in which.text


async def test_a_list_shown_before_another_matter_is_named() -> None:
    """Small talk in between ends nothing."""
    thanks = Exchange("谢谢", "smalltalk", ("reply.thanks",))
    assert "前面" not in (await hear("第二个是谁家的", SHOWN, thanks)).text
    matter = Exchange("会费多少", "answered", ("entry.keep",))
    heard = await hear("第二个是谁家的", SHOWN, matter)
    assert "前面目录里给您看过2个数据产品" in heard.text
    assert heard.done.entries == (RAIN.id,)
    for text in ("第二个", "它多久更新"):
        later = await hear(text, SHOWN, matter)
        assert RAIN.id not in later.done.entries


async def test_a_list_told_since_is_the_one_pointed_into() -> None:
    """Also by its last place and in English; a side that only the catalogue has is of the other."""
    told = next(iter(small_pack().all(ClosedList).values()))
    since = Exchange("清单有哪些", "answered", (told.id,))
    for text in ("第二个是什么", "最后一个是什么", "the last one"):
        heard = await hear(text, SHOWN, since)
        assert heard.done.entries == (told.id,)
    last = await hear("最后一个是什么", since)
    assert f"第{len(told.items)}项" in last.text
    assert (await hear("第二个谁提供的", SHOWN, since)).done.entries == (RAIN.id,)


async def test_more_is_wished_for_behind_a_question_of_items() -> None:
    """The wish before it goes on, and shows none of what was shown."""
    one = Exchange("推荐数据产品", "answered", (ROADS.id,))
    asked = await hear("第一个是谁家的", one)
    heard = await hear("再来几个", one, _then("第一个是谁家的", asked))
    assert heard.done.entries in ((RAIN.id,), ())
    assert "更新频率" not in heard.text


async def test_vendors_are_counted_as_such() -> None:
    heard = await hear("第一家是做什么的", VENDORS)
    assert "第1家是" in heard.text
    assert "数据清洗" in heard.text


async def test_english_gets_an_english_frame_around_the_words_of_the_item() -> None:
    """Which are Chinese, and are called so."""
    heard = await hear("the second one, who sells it?", SHOWN, language="en")
    assert "Number 2" in heard.text
    assert "sample" in heard.text
    assert heard.notices == ["chinese_only"]
    assert {s.language for s in heard.sentences} == {"zh", "en"}


async def test_without_a_list_nothing_is_picked() -> None:
    heard = await hear("第二个是谁家的")
    assert not [c for c in heard.cards if c.kind in ("product", "vendor")]


async def test_how_far_back_items_go_is_not_known() -> None:
    """Of none of them does the catalogue say it; what it does say is told, of each."""
    for text in ("近十年的呢", "how far back does it go"):
        heard = await hear(text, SHOWN)
        assert heard.done.outcome == "unknown"
        assert heard.done.entries == (ROADS.id, RAIN.id)
        assert "每小时" in heard.text
        assert heard.cards[-1].kind == "contact"
    matter = Exchange("会费多少", "answered", ("entry.keep",))
    assert not (await hear("近十年的呢", matter)).cards[:-1]


async def test_a_place_is_asked_of_the_products_shown() -> None:
    """Of vendors it wishes for others."""
    assert "覆盖范围" in (await hear("有上海的吗", SHOWN)).text
    assert "覆盖范围" not in (await hear("有上海的吗", VENDORS)).text


async def test_a_sample_cannot_be_bought() -> None:
    """Who takes it for an offer hears that no supplier and no price stand behind it."""
    for text in ("第二个真的买得到吗，谁在卖，多少钱一份", "第一个是真的假的", "前两个现在能买吗"):
        heard = await hear(text, SHOWN)
        assert heard.done.outcome == "answered"
        assert "买不到" in heard.text
        assert "没有真实的供方" in heard.text
    english = await hear("Is the second one real? Who sells it?", SHOWN, language="en")
    assert "cannot be bought" in english.text


async def test_a_few_of_what_was_wished_for_are_listed_again() -> None:
    """Or it is told that there is none."""
    heard = await hear("随便举几个看看", SHOWN)
    assert heard.done.route == "recommend"
