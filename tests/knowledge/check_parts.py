"""A small sound pack for the tests of the check, and ways to spoil it."""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from knowledge.check import Finding, check
from knowledge.pack import Pack, read
from knowledge.types import (
    Claim,
    ClosedList,
    DecisionTable,
    Document,
    English,
    Entry,
    Example,
    Gap,
    Input,
    Item,
    Law,
    Origin,
    Predicate,
    Product,
    Profile,
    Reply,
    Row,
    Rule,
    Source,
    Term,
    Vendor,
)

DAY = date(2026, 6, 1)
HERE = Origin(law="shili", article=3)

SOUND: tuple[Document, ...] = (
    Law(id="shili", title="示例法", short=("示例法",), level="law", issuer="示例机关", articles=9),
    Source(id="src.note", title="示例公报", grade="官方", url="https://www.example.gov.cn/1"),
    Rule(
        id="rule.shili-3",
        law="shili",
        article=3,
        gist="登记之前应当先由登记机构做核验。",
        similar=("核验要赶在登记前头吗",),
    ),
    Rule(
        id="rule.shili-4",
        law="shili",
        article=4,
        gist="核验由登记机构办理，十个工作日内办完。",
    ),
    Term(id="登记"),
    Term(id="DIKC模型", pronunciation="D I K C 模型"),
    Term(id="产品登记", broader=("登记",)),
    Predicate(id="办理机构", asks=("谁办",)),
    Claim(
        id="claim.one",
        subject="登记",
        predicate="办理机构",
        object="登记机构",
        origin=HERE,
        grade="法规",
    ),
    Entry(
        id="entry.one",
        question="登记之前要做什么？",
        answer="要先做核验，核验通过才能登记。依据是《示例法》第三条。核验由登记机构办理，请先备好材料再去提交。",
        intent="procedure",
        similar=(
            "上架前有啥流程",
            "我先准备哪些东西",
            "第一步是什么呢",
            "怎么开头",
            "能直接提交吗",
        ),
        negative=("登记要多少钱",),
        sources=(HERE,),
        claims=("claim.one",),
        related=("gap.fee",),
        english=English(question="What comes before registration?", answer="Verification."),
    ),
    Gap(
        id="gap.fee",
        question="登记要多少钱？",
        answer="没有查到可以引用的收费标准。",
        next_step="请向工作人员索要现行标准。",
        similar=("收费吗", "价目表发我", "贵不贵", "交多少", "有没有优惠"),
    ),
    ClosedList(
        id="list.kinds",
        name="登记的种类",
        items=(Item("首次登记"), Item("变更登记")),
        sources=(HERE,),
        question="登记分哪几种？",
        similar=("有什么类型", "类别列一下", "种类都有啥", "分类是什么", "一共几类"),
    ),
    DecisionTable(
        id="table.route",
        name="办理方式",
        question="该走哪条路？",
        similar=("怎么办理合适", "选哪个方案", "走什么渠道", "适用哪种", "应当如何处理"),
        inputs=(
            Input(name="place", label="地点", ask="在哪里？", values=("inside", "outside")),
            Input(name="people", label="人数", ask="多少人？", lower=(0, 100)),
        ),
        rows=(
            Row(id="in", when={"place": ("inside",)}, conclusion="备案。"),
            Row(id="few", when={"place": ("outside",)}, max={"people": 100}, conclusion="备案。"),
            Row(id="many", when={"place": ("outside",)}, min={"people": 100}, conclusion="申报。"),
        ),
    ),
    Vendor(
        id="vendor.one", name="示例·甲公司", classes=(), services=(), description="虚构的公司。"
    ),
    Product(
        id="product.one",
        name="客流统计（示例）",
        kind="数据集",
        scenes=(),
        description="虚构。",
        vendor="示例·甲公司",
    ),
    Reply(id="reply.praise", intent="small_talk", variants=("谢谢。",), english=("Thanks.",)),
)
EXAMPLES = (Example("今天天气好吗", "out_of_scope", "clerk"),)


def sound(
    *, change: dict[str, dict[str, Any]] | None = None, add: tuple[Document, ...] = ()
) -> Pack:
    """The sound pack, with fields of some documents changed and some documents more."""
    changes = change or {}
    documents = [msgspec.structs.replace(d, **changes.get(d.id, {})) for d in SOUND]
    return Pack(profile(), [*documents, *add], intents=EXAMPLES)


@functools.cache
def profile() -> Profile:
    """The shipped pack's profile, with what the sound pack can answer to start with."""
    return msgspec.structs.replace(
        read().profile,
        starters=("登记之前要做什么？",),
        starters_english=("What comes before registration?",),
    )


def codes(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Severity and code of each finding."""
    return {(f.severity, f.code) for f in found}


def checked(**spoiled: Any) -> set[tuple[str, str]]:
    """What the check says of a spoiled pack."""
    return codes(check(sound(**spoiled), DAY))


SHIPPED = Path(__file__).parents[2] / "knowledge" / "packs" / "shanghai"
