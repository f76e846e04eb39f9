"""What is asked of the ground of the reply before: answered from the law that was told, and from no
other."""

from __future__ import annotations

from datetime import date

import pytest

from dialog.hearing import Heard, listen
from dialog.parts import Prepared
from dialog.reply.question import Exchange
from dialog.reply.told_law import grounds_left_out
from dialog.reply.turn import Models, Replier

TODAY = date(2026, 11, 22)
FINE = Exchange("个保法最高罚多少", "answered", ("entry.penalty-pipl",))
LABEL = Exchange("不打标识罚不罚", "answered", ("entry.label-penalty",))
KEPT = Exchange("记录留几年", "answered", ("entry.record-keeping",))
ABROAD = Exchange(
    "我们把2万人的敏感个人信息传到国外",
    "answered",
    ("table.cross-border-route", "national-sensitive-assessment"),
)
IMPORTANT = Exchange("重要数据要传出境", "answered", ("table.cross-border-route", "important"))
CORE = Exchange("核心数据卖不卖得", "answered", ("table.forbidden-data", "core"))
SECRET = Exchange("国家秘密卖不卖得", "answered", ("table.forbidden-data", "secret"))
CONTRACT = Exchange("出境标准合同去哪备案", "answered", ("entry.cross-contract-filing",))
NOT_KNOWN = Exchange("数据产品的吉祥物是谁设计的", "unknown")
KNOWN_GAP = Exchange("客服电话多少", "unknown", ("gap.hotline",))
LISTING = Exchange("怎么把产品挂上去", "answered", ("procedure.list-product",))
LAW_OF_LISTING = "GB/T 37932"


async def hear(prepared: Prepared, text: str, *before: Exchange) -> Heard:
    """A whole turn over the shipped pack."""
    replier = Replier(lambda: prepared.library.snapshot, Models())
    return await listen(replier, text, before, TODAY)


def cited(heard: Heard) -> set[tuple[str, int | None]]:
    """The articles that a reply cites."""
    return {(s.law, s.article) for s in heard.sources if s.law}


@pytest.mark.parametrize("text", ["出自哪部法律", "写在第几条", "刚刚说的根据是什么"])
async def test_the_basis_is_the_article_that_was_told(prepared: Prepared, text: str) -> None:
    """Law and article are named, and no other is."""
    heard = await hear(prepared, text, FINE)
    assert heard.done.outcome == "answered"
    assert "《个人信息保护法》第六十六条" in heard.text
    assert cited(heard) == {("个人信息保护法", 66)}


async def test_the_basis_of_a_ruling_is_that_of_its_row(prepared: Prepared) -> None:
    """What a table concluded rests on the sources of that conclusion; a standard is named too."""
    ruled = await hear(prepared, "根据什么规定", ABROAD)
    assert "《个人信息保护法》第三十九条" in ruled.text
    assert LAW_OF_LISTING in (await hear(prepared, "是哪个标准规定的", LISTING)).text


async def test_the_basis_in_english(prepared: Prepared) -> None:
    """The reviewed English name of the law is used."""
    heard = await hear(prepared, "Under which provision?", FINE)
    assert "Article 66 of the Personal Information Protection Law" in heard.text


async def test_an_authority_that_the_penal_rule_names(prepared: Prepared) -> None:
    """Who deals with a breach is told from the rule of that very law."""
    heard = await hear(prepared, "由哪个机关处罚", LABEL)
    assert heard.done.outcome == "answered"
    assert cited(heard) == {("人工智能生成合成内容标识办法", 13)}


async def test_who_is_in_charge_is_no_authority_that_punishes(prepared: Prepared) -> None:
    """Where only that is held, it is said to be no more."""
    heard = await hear(prepared, "那谁来查处", FINE)
    assert heard.done.outcome == "partial"
    assert "没有写明" in heard.text
    assert cited(heard) == {("个人信息保护法", 60)}


@pytest.mark.parametrize("text", ["会被哪个部门罚", "Who is going to punish us?"])
async def test_an_authority_that_is_not_held_is_not_borrowed(prepared: Prepared, text: str) -> None:
    """Of a law that says it nowhere, the law is named and the authority is not known."""
    heard = await hear(prepared, text, LISTING)
    assert heard.done.outcome == "unknown"
    assert LAW_OF_LISTING in heard.text
    assert not cited(heard)


@pytest.mark.parametrize("text", ["那不遵守呢", "不照办会有什么后果", "Any fine if we skip it?"])
async def test_a_ruling_is_punished_by_its_own_law(prepared: Prepared, text: str) -> None:
    """The law that carried a ruling on personal information says what a breach of it costs."""
    heard = await hear(prepared, text, ABROAD)
    assert ("个人信息保护法", 66) in cited(heard)
    assert heard.done.outcome in ("answered", "partial")


async def test_no_law_on_personal_information_for_other_data(prepared: Prepared) -> None:
    """Where a rule refers to several laws, the one is told that speaks of the matter ruled on."""
    important = await hear(prepared, "违法的话罚款标准是多少", IMPORTANT)
    assert ("数据安全法", 46) in cited(important)
    assert "个人信息保护法" not in {law for law, _ in cited(important)}
    core = await hear(prepared, "违法的话罚款标准是多少", CORE)
    assert ("数据安全法", 45) in cited(core)


@pytest.mark.parametrize(
    ("before", "named"), [(LISTING, LAW_OF_LISTING), (SECRET, "保守国家秘密法")]
)
async def test_a_penalty_that_is_not_held_is_said_of_the_law_told(
    prepared: Prepared, before: Exchange, named: str
) -> None:
    """No other law's fine is told in its stead."""
    heard = await hear(prepared, "不照办会有什么后果", before)
    assert heard.done.outcome in ("unknown", "partial")
    assert named in heard.text
    assert "万元" not in heard.text


async def test_sides_that_are_asked_for_together_are_told_together(prepared: Prepared) -> None:
    """One behind the other, in the visitor's order."""
    heard = await hear(prepared, "写在第几条，由谁处罚", LABEL)
    assert heard.text.index("依据的是") < heard.text.index("等部门")


async def test_consent_after_a_ruling_is_that_of_its_law(prepared: Prepared) -> None:
    """A part of the duties that is named alone is looked up in the articles of the ruling; what
    they do not say by its name is not."""
    heard = await hear(prepared, "And how about consent?", ABROAD)
    assert ("个人信息保护法", 39) in cited(heard)
    assert "separate consent" in heard.text
    assert ("个人信息保护法", 39) in cited(await hear(prepared, "那同意呢", ABROAD))
    assert (await hear(prepared, "那停车呢", ABROAD)).done.outcome != "answered"


async def test_where_nothing_was_told_nothing_is_named(prepared: Prepared) -> None:
    """After a greeting, or at the beginning, no law is spoken of."""
    greeted = Exchange("你好", "smalltalk", ("reply.greeting",))
    for before in ((), (greeted,)):
        assert (await hear(prepared, "写在第几条", *before)).done.outcome in ("unknown", "clarify")


async def test_the_ground_asked_for_in_between_is_no_matter(prepared: Prepared) -> None:
    """What is asked then goes on with what was told before it."""
    asked = Exchange("那谁来查处", "partial", ("rule.pipl-60",))
    assert grounds_left_out((FINE, asked)) == (FINE,)
    assert grounds_left_out((asked,)) == (asked,)
    assert cited(await hear(prepared, "写在第几条", FINE, asked)) == {("个人信息保护法", 66)}


@pytest.mark.parametrize("text", ["这条几号生效的", "从哪年开始的", "实施了没"])
async def test_the_day_is_that_of_the_law_that_was_told(prepared: Prepared, text: str) -> None:
    """And of no other law."""
    heard = await hear(prepared, text, FINE)
    assert heard.done.outcome == "answered"
    assert "2021年11月1日" in heard.text
    assert {law for law, _ in cited(heard)} == {"个人信息保护法"}


async def test_the_day_in_english(prepared: Prepared) -> None:
    """By the law's reviewed English name."""
    heard = await hear(prepared, "since when?", FINE)
    assert "Personal Information Protection Law took effect on 2021-11-01" in heard.text


async def test_the_day_of_a_standard_is_told_by_what_knows_it(prepared: Prepared) -> None:
    """A standard is no law; the document on it says its day."""
    heard = await hear(prepared, "这个规定什么时候实施的", LISTING)
    assert heard.done.entries == ("entry.gbt-37932-date",)


async def test_the_day_on_which_a_contract_takes_effect_is_another(prepared: Prepared) -> None:
    """Of an answer that speaks of it, unless the rule is named."""
    assert "起施行" not in (await hear(prepared, "哪天生效", CONTRACT)).text
    assert "起施行" in (await hear(prepared, "这个规定哪天生效", CONTRACT)).text


async def test_after_the_day_the_matter_is_still_spoken_of(prepared: Prepared) -> None:
    """The penal rule of the law told first is found."""
    day = await hear(prepared, "几号生效的", LABEL)
    before = Exchange("几号生效的", day.done.outcome, tuple(day.done.entries))
    heard = await hear(prepared, "由哪个机关处罚", LABEL, before)
    assert cited(heard) == {("人工智能生成合成内容标识办法", 13)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("谁来罚", "没有答上来"),
        ("依据是什么", "没有答上来"),
        ("几号生效的", "没有答上来"),
        ("搞错了会怎样", "没有答上来"),
        ("What happens if we get it wrong?", "could not answer the matter itself"),
        ("Which law says so?", "could not answer the matter itself"),
    ],
)
async def test_what_was_not_known_has_no_ground(prepared: Prepared, text: str, said: str) -> None:
    """That is said, instead of the ground of anything else, with the way on."""
    heard = await hear(prepared, text, NOT_KNOWN)
    assert heard.done.outcome == "unknown"
    assert said in heard.text
    assert not heard.done.entries
    assert heard.contact.startswith(("转人工", "Ask a person"))


async def test_a_known_gap_has_a_basis_and_no_penalty(prepared: Prepared) -> None:
    """On what it rests can be told; what a breach of it costs is as little known as the rest."""
    assert "依据的是" in (await hear(prepared, "依据是什么", KNOWN_GAP)).text
    heard = await hear(prepared, "谁来罚", KNOWN_GAP)
    assert heard.done.outcome == "unknown"
    assert "没有答上来" in heard.text
