"""The check of the model's sentences: what stands in the evidence passes, what was changed does
not, each with its reason."""

# ruff: noqa: E501 - a case is one sentence, and reads best on one line

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.reply.evidence import Evidence
from dialog.reply.ground import Ground
from dialog.reply.policy import Stored
from dialog.reply.reading import Names
from dialog.reply.wording import Writer
from knowledge.pack import read
from knowledge.snapshot import Snapshot
from knowledge.text import normalise
from knowledge.types import DecisionTable, Gap, Law, Term
from tests.reply.evidence_parts import EVIDENCE, LISTING, NAMES

GROUND = Ground(EVIDENCE, NAMES)

RIGHT = [
    # word for word, with the marker in either place
    "处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估，报告和处理情况的记录至少保存三年。[1]",
    "需方在5个工作日内验收[3]。",
    # 必须 for 应当, 3年 for 三年, 不少于 for 至少, 公司 …
    "处理敏感个人信息、做自动化决策、委托别人处理，或者向海外提供个人信息的，必须事前进行个人信息保护影响评估，报告和处理情况的记录至少保存3年。",
    # behind its citation, in full or short
    "根据《个人信息保护法》第五十五条，处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估，报告和处理情况的记录至少保存三年。[1]",
    "个保法第55条规定，处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，要事前做个人信息保护影响评估，报告和处理情况的记录至少保存3年。[1]",
    # a binding sentence without its last clause
    "处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估。[1]",
    # exempt in other words, 少于 for 不满, 100,000 for 10万
    "不是关键信息基础设施运营者，从当年1月1日起累计出境少于10万人的个人信息，并且不含敏感个人信息的，无需做评估、合同或者认证。[2]",
    "如果不是关键信息基础设施运营者，从当年1月1日起累计出境不满100,000人的个人信息，且不包含敏感个人信息，不需要做评估、合同或认证。[2]",
    "《数据跨境流动规定》自2024年3月22日起施行。[2]",
    "个人信息保护法自2021年11月1日起实施。[1]",
    # traditional characters, full width
    "需方在５個工作日內驗收。",
    # a count before a colon may go, and stay
    "挂牌分三步：供方提交材料，交易机构审核材料，通过后上架。",
    "供方提交材料，交易机构审核材料，通过后上架。",
    # parts between semicolons
    "供方不得出售未脱敏的个人信息。",
    "供方禁止出售未脱敏的个人信息。",
    "需方可以委托数商代为采购。",
    "需方能够委托数商代为采购。",
    # connecting words that carry no fact
    "另外，供方向需方交付数据，需方在5个工作日内验收。",
    "需要注意的是，供方不得出售未脱敏的个人信息。",
    # an example may go
    "材料不齐的可以补正。[3]",
    # names and figures
    "上海数交所在2022年8月16日发布数商管理规范。[4]",
    "数商一共分为六类，注册资本至少100万元，技术人员超过20人。",
    "数商一共分为6类，注册资本最低一百万元，技术人员多于20人。",
    "违反规定的，罚款5万元以上50万元以下。",
    "情节严重的，罚款五十万元以上二百万元以下。[4]",
    "依据是国标GB/T 37932-2025第8.2条。[4]",
    "数安法第21条要求数据分类分级。[4]",
    # a list's number in front
    "2. 需方可以委托数商代为采购。[3]",
]
WRONG = [
    # numbers
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满15万人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "number"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10亿人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "number"),
    ("需方在7个工作日内验收。[3]", "number"),
    ("需方在十五个工作日内验收。[3]", "number"),
    ("数商一共分为七类，注册资本最低100万元，技术人员超过20人。", "number"),
    ("数商一共分为6类，注册资本最低1000万元，技术人员超过20人。", "number"),
    ("违反规定的，罚款5万元以上100万元以下。", "number"),
    ("挂牌分四步：供方提交材料，交易机构审核材料，通过后上架。", "number"),
    ("处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估，报告和处理情况的记录至少保存五年。", "number"),
    # units
    ("需方在5个月内验收。[3]", "number"),
    ("需方在5日内验收。[3]", "number"),
    ("数商一共分为6类，注册资本最低100万美元，技术人员超过20人。", "number"),
    ("技术人员超过20%。", "number"),
    # bounds
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境超过10万人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "number"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境10万人以上的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "number"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境10万人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "number"),
    ("数商一共分为6类，注册资本最高100万元，技术人员超过20人。", "number"),
    ("数商一共分为6类，注册资本最低100万元，技术人员不超过20人。", "number"),
    ("违反规定的，罚款5万元以下50万元以上。", "number"),
    ("报告和处理情况的记录最多保存三年。", "unsupported"),
    ("需方在大约5个工作日验收。", "number"),
    # dates
    ("上海数据交易所在2023年8月16日公布数商管理规范。", "number"),
    ("上海数据交易所在2022年9月16日公布数商管理规范。", "number"),
    ("上海数据交易所在2022年8月公布数商管理规范。", "number"),
    ("《数据跨境流动规定》自2024年6月1日起施行。[2]", "number"),
    ("从当年2月1日起累计出境不满10万人的个人信息，不用做评估。", "number"),
    # articles and standards
    ("根据《个人信息保护法》第五十六条，处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估。[1]", "number"),
    ("根据《个人信息保护法》第五十五条第二款，处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估。[1]", "number"),
    ("依据是国标GB/T 37932—2019第8.2条。", "number"),
    ("依据是地方标准DB/T 37932—2025第8.2条。", "number"),
    ("依据是国标JR/T 37932—2025第8.2条。", "number"),
    ("依据是国标GB/T 35273—2025第8.2条。", "number"),
    ("依据是国标GB/T 37932—2025第9.2条。", "number"),
    ("数据安全法第三十一条要求数据分类分级。", "number"),
    # laws
    ("根据《数据安全法》第五十五条，处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估。[1]", "law"),
    ("根据《数据交易管理法》，需方在5个工作日内验收。", "law"),
    ("网络安全法第二十一条要求数据分类分级。[4]", "law"),
    ("依照《欧盟数据法》，供方不得出售未脱敏的个人信息。", "law"),
    ("个人信息保护法第二十一条要求数据分类分级。[4]", "law"),
    # names
    ("深圳数据交易所在2022年8月16日公布数商管理规范。", "name"),
    ("国家网信办在2022年8月16日公布数商管理规范。", "name"),
    ("深数所公布数商管理规范。", "name"),
    # negation dropped, added, moved
    ("供方得出售未脱敏的个人信息。", "unsupported"),
    ("供方不得出售脱敏的个人信息。", "polarity"),
    ("供方可以出售未脱敏的个人信息。", "polarity"),
    ("供方应当出售未脱敏的个人信息。", "polarity"),
    ("供方出售未脱敏的个人信息。", "polarity"),
    ("需方不可以委托数商代为采购。", "polarity"),
    ("需方必须委托数商代为采购。", "polarity"),
    ("需方应当委托数商代为采购。", "polarity"),
    ("需方无需委托数商代为采购。", "polarity"),
    ("需方不得委托数商代为采购。", "polarity"),
    ("需方在5个工作日内不验收。", "polarity"),
    ("是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "polarity"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且含敏感个人信息的，不用做评估、合同或者认证。[2]", "polarity"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，必须做评估、合同或者认证。[2]", "polarity"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，可以做评估、合同或者认证。[2]", "polarity"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，不得做评估、合同或者认证。[2]", "polarity"),
    ("处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，可以事前做个人信息保护影响评估。[1]", "polarity"),
    ("处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，不用事前做个人信息保护影响评估。[1]", "polarity"),
    ("处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，禁止事前做个人信息保护影响评估。[1]", "polarity"),
    ("材料不齐的必须补正。", "polarity"),
    ("材料齐的可以补正。", "condition"),
    # conditions, exceptions and members dropped
    ("从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，不用做评估、合同或者认证。[2]", "condition"),
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，不用做评估、合同或者认证。[2]", "condition"),
    ("不是关键信息基础设施运营者，不含敏感个人信息的，不用做评估、合同或者认证。[2]", "condition"),
    ("累计出境的个人信息不用做评估、合同或者认证。[2]", "condition"),
    ("处理个人信息的，应当事前做个人信息保护影响评估。[1]", "condition"),
    ("应当事前做个人信息保护影响评估。[1]", "condition"),
    ("罚款50万元以上200万元以下。", "bare"),
    ("供方向需方交付数据，并且验收。", "condition"),
    ("供方出售未脱敏的个人信息；需方可以委托数商代为采购。", "polarity"),
    # roles swapped, order turned round
    ("需方向供方交付数据，供方在5个工作日内验收。", "order"),
    ("需方提交材料，交易机构审核材料，通过后上架。", "order"),
    ("交易机构提交材料，供方审核材料，通过后上架。", "order"),
    ("数商可以委托需方代为采购。", "order"),
    ("供方审核材料，通过后上架。", "condition"),
    # thresholds of two sentences merged
    ("违反规定的，罚款50万元以上200万元以下。", "condition"),
    ("情节严重的，罚款5万元以上50万元以下。", "order"),
    ("累计出境不满10万人的，罚款5万元以上50万元以下。", "unsupported"),
    ("供方在5个工作日内上架。", "order"),
    # and for or, or for and
    ("不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，不用做评估、合同和认证。[2]", "unsupported"),
    ("处理敏感个人信息、做自动化决策、委托别人处理，和向境外提供个人信息的，应当事前做个人信息保护影响评估。[1]", "order"),
    # scope words and causes added
    ("所有供方都不得出售未脱敏的个人信息。", "unsupported"),
    ("只有需方可以委托数商代为采购。", "unsupported"),
    ("因此，需方可以委托数商代为采购。", "unsupported"),
    ("通常需方在5个工作日内验收。", "unsupported"),
    # made up
    ("挂牌以后还要缴纳年费和保证金。", "unsupported"),
    ("交易所会为数商提供办公场地。", "unsupported"),
    ("需方可以委托律师代为采购。", "unsupported"),
    ("数据资产可以计入无形资产。", "unsupported"),
    # cited wrongly
    ("需方在5个工作日内验收。[1]", "number"),
    ("需方可以委托数商代为采购。[1]", "unsupported"),
    ("需方可以委托数商代为采购。[9]", "citation"),
    ("需方可以委托数商代为采购。[0]", "citation"),
    # promises, questions, links, markup
    ("我们保证三天内为您办好挂牌。", "promise"),
    ("我会帮您联系需方验收。", "promise"),
    ("您放心，供方不得出售未脱敏的个人信息。", "promise"),
    ("您想问的是验收的期限吗？", "form"),
    ("需方可以委托数商代为采购，详见 https://example.org/a 。", "link"),
    ("需方可以委托数商代为采购，请看 www.example.cn。", "link"),
    ("请发邮件到 help@example.org 询问。", "link"),
    ("<b>需方可以委托数商代为采购。</b>", "form"),
    ("**需方可以委托数商代为采购。**", "form"),
    ("需方可以委托数商代为采\ufffd。", "form"),
    ("需方可以委托\u202e数商代为采购。", "form"),
    # yes and no of another question, and nothing at all
    ("要。", "bare"),
    ("可以。[3]", "bare"),
    ("不用，供方向需方交付数据。", "bare"),
    ("是的。", "bare"),
    ("……", "bare"),
    # what is not known is told in fixed words
    ("无依据", "absent"),
    ("资料里没有禁止出售个人信息的规定。", "absent"),
    ("现有资料未提到费用，所以不收费。", "absent"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_the_evidence_says_passes(sentence: str) -> None:
    """A sentence of the evidence passes, also in other words of law, numerals and width."""
    assert GROUND.check(sentence).reason == "stands"


@pytest.mark.parametrize(("sentence", "reason"), WRONG)
def test_what_the_evidence_does_not_say_is_withheld(sentence: str, reason: str) -> None:
    """A sentence with anything changed, added or left out is withheld, and the reason is named."""
    assert GROUND.check(sentence).reason == reason


def test_a_heading_that_counts_its_parts_never_stands_before_fewer() -> None:
    """Parts of a counted list may be told, but not under their number."""
    text = "来源分三种：自己收集的，说明办法；买来的，提供协议；用户授权的，提供授权证明。"
    ground = Ground([Evidence("e", text)], NAMES)
    assert ground.check(text).stands
    assert ground.check("买来的，提供协议；用户授权的，提供授权证明。").stands
    assert (
        ground.check("来源分三种：自己收集的，说明办法；买来的，提供协议。").reason == "condition"
    )
    assert ground.check("来源分三种：买来的，提供协议。").reason == "condition"


def test_every_reason_is_named() -> None:
    """The cases are many, and each kind of change is among them."""
    assert len(WRONG) >= 80
    assert {reason for _, reason in WRONG} == {
        *("absent", "form", "link", "citation", "promise", "bare", "number", "law", "name"),
        *("polarity", "condition", "order", "unsupported"),
    }


def test_what_is_leaned_on_and_what_takes_back_comes_along() -> None:
    """A sentence that the next one restricts is never told without it."""
    verdict = GROUND.check("材料不齐的可以补正。")
    before, after = GROUND.needed(verdict)
    assert [GROUND.passages[2][n].text for n in (*before, *after)] == ["但涉及重要数据的除外。"]


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text: str) -> None:
    """No text of a model breaks the check, and none that is not in the evidence passes."""
    verdict = GROUND.check(text)
    assert not verdict.stands or verdict.text


@given(st.lists(st.sampled_from(sorted(set("".join(LISTING.text)))), max_size=24).map("".join))
def test_the_evidences_own_characters_are_not_enough(text: str) -> None:
    """Shuffled characters of the evidence pass only where they are a stretch of it."""
    if GROUND.check(text).stands:
        plain = normalise("".join(piece.text for piece in EVIDENCE))
        assert max(len(part) for part in re.split(r"[,;:。]", normalise(text))) <= len(plain)
        assert all(part in plain for part in re.split(r"[,;:。、]", normalise(text)) if part)


# The shipped pack, changed at random places

CHANGES: dict[str, list[tuple[str, Callable[[re.Match[str], random.Random], str]]]] = {
    "figures": [
        (r"(?<!^)\d", lambda m, dice: str((int(m[0]) + dice.randint(1, 8)) % 10)),
        (r"[一二三四五六七八九](?=[条年日月天类种万])", lambda m, _: "九" if m[0] != "九" else "八"),
    ],
    "units": [
        (r"(?<=\d)万", lambda m, _: "亿"),
        (r"工作日", lambda m, _: "日"),
        (r"(?<=\d)年(?!度)", lambda m, _: "个月"),
    ],
    "bounds": [
        (r"以上", lambda m, _: "以下"),
        (r"(?<!以)以下", lambda m, _: "以上"),
        (r"不满", lambda m, _: "超过"),
        (r"超过", lambda m, _: "不满"),
    ],
    "negation": [(r"不得|不能|不用|无需|没有|不|未|非|无|免", lambda m, _: "")],
    "duty": [
        (r"应当|必须", lambda m, _: "可以"),
        (r"(?<!不)可以", lambda m, _: "应当"),
        (r"不得|禁止", lambda m, _: "可以"),
        (r"不用|无需|不必", lambda m, _: "必须"),
    ],
    "laws": [(r"《[^》]+》", lambda m, _: "《数据交易管理法》")],
    "scope": [
        (r"只|仅|都|均|全部|一律", lambda m, _: ""),
        (r"或者|或", lambda m, _: "和"),
        (r"并且|和|与", lambda m, _: "或者"),
    ],
    "roles": [
        (r"供方(.+)需方", lambda m, _: f"需方{m[1]}供方"),
        (r"需方(.+)供方", lambda m, _: f"供方{m[1]}需方"),
        (r"处理者(.+)个人(?!信息)", lambda m, _: f"个人{m[1]}处理者"),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def grounds() -> list[Ground]:
    """The check over each document of a sample of the shipped pack."""
    pack = read()
    day = date(2026, 11, 22)
    snapshot = Snapshot(pack, day, version=1, judges=None, cache=None)
    names = Names(pack.all(Law).values(), pack.all(Term).values())
    writer = Writer(snapshot, "zh", day)
    held: list[Ground] = []
    for target in snapshot.index.targets:
        if not isinstance(target.document, Gap | DecisionTable):
            lines = writer.write(Stored(0.0, target), "").lines
            piece = Evidence(target.id, "\n".join(line.text for line in lines))
            held.append(Ground([piece], names))
    return random.Random(7).sample(held, 320)


def standing(grounds: list[Ground]) -> Iterator[tuple[Ground, str]]:
    """The sentences that may be told as they are."""
    for ground in grounds:
        for passage in ground.passages[0]:
            if ground.check(passage.text).stands:
                yield ground, re.sub(r"^\d+\. ", "", passage.text)


def test_the_shipped_words_pass_unchanged(grounds: list[Ground]) -> None:
    """What the pack says may be told as it stands, but for bare yes and no, and links."""
    reasons = [g.check(p.text).reason for g in grounds for p in g.passages[0]]
    assert len(reasons) > 300
    assert set(reasons) <= {"stands", "bare", "link"}
    assert reasons.count("stands") >= 0.9 * len(reasons)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_in_the_shipped_words_is_withheld(grounds: list[Ground], kind: str) -> None:
    """One changed figure, unit, bound, negation, duty, law, scope or role is found everywhere."""
    dice = random.Random(11)
    tried = 0
    for ground, text in standing(grounds):
        for pattern, change in CHANGES[kind]:
            for match in re.finditer(pattern, text):
                changed = f"{text[: match.start()]}{change(match, dice)}{text[match.end() :]}"
                if normalise(changed) != normalise(text):
                    tried += 1
                    assert not ground.check(changed).stands, changed
    assert tried >= 2
