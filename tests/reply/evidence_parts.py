"""Evidence, laws and names that the tests of the composed reply share. The wording is the tests'
own; only the shapes are those of the shipped pack."""

from __future__ import annotations

from datetime import date

from dialog.reply.evidence import Evidence
from dialog.reply.reading import Names
from knowledge.types import Law, SourceItem, Term

LAWS = (
    Law(
        id="pipl",
        title="中华人民共和国个人信息保护法",
        short=("个人信息保护法", "个保法"),
        level="法律",
        issuer="全国人大常委会",
        effective_from=date(2021, 11, 1),
    ),
    Law(
        id="dsl",
        title="中华人民共和国数据安全法",
        short=("数据安全法", "数安法"),
        level="法律",
        issuer="全国人大常委会",
    ),
    Law(
        id="csl-2025",
        title="中华人民共和国网络安全法",
        short=("网络安全法", "网安法", "旧网安法"),
        level="法律",
        issuer="全国人大常委会",
        family="csl",
    ),
    Law(
        id="cross",
        title="促进和规范数据跨境流动规定",
        short=("数据跨境流动规定",),
        level="部门规章",
        issuer="国家互联网信息办公室",
    ),
)
TERMS = (
    Term(id="上海数据交易所", kind="organisation", synonyms=("上海数交所", "数交所")),
    Term(id="深圳数据交易所", kind="organisation", synonyms=("深数所",)),
    Term(id="国家网信部门", kind="organisation", synonyms=("国家网信办",)),
)
NAMES = Names(LAWS, TERMS)


def law_item(title: str, article: int) -> SourceItem:
    """A citation of an article."""
    return SourceItem(title=title, grade="法规", law=title, article=article)


IMPACT = Evidence(
    "rule.impact",
    "处理敏感个人信息、做自动化决策、委托别人处理，或者向境外提供个人信息的，应当事前做个人信息保护影响评估，"
    "报告和处理情况的记录至少保存三年。",
    "《个人信息保护法》第五十五条：",
    (law_item("个人信息保护法", 55),),
    law="个人信息保护法",
    article=55,
    in_force="2021-11-01",
    weight="caution",
)
EXEMPT = Evidence(
    "rule.exempt",
    "不是关键信息基础设施运营者，从当年1月1日起累计出境不满10万人的个人信息，并且不含敏感个人信息的，"
    "不用做评估、合同或者认证。",
    "《促进和规范数据跨境流动规定》第五条：",
    (law_item("促进和规范数据跨境流动规定", 5),),
    law="促进和规范数据跨境流动规定",
    article=5,
    paragraph=1,
    in_force="2024-03-22",
    weight="good_news",
)
LISTING = Evidence(
    "entry.listing",
    "要。挂牌分三步：供方提交材料，交易机构审核材料，通过后上架。供方向需方交付数据；需方在5个工作日内验收。"
    "供方不得出售未脱敏的个人信息；需方可以委托数商代为采购。材料不齐的可以补正，例如营业执照、合规报告。"
    "但涉及重要数据的除外。",
    "关于“数据产品挂牌要不要审核”：",
    (SourceItem(title="示例交易规则", grade="官方"),),
)
FEES = Evidence(
    "entry.fees",
    "上海数据交易所在2022年8月16日公布数商管理规范。数商一共分为6类，注册资本最低100万元，技术人员超过20人。"
    "违反规定的，罚款5万元以上50万元以下；情节严重的，罚款50万元以上200万元以下。"
    "依据是国标GB/T 37932—2025第8.2条。数据安全法第二十一条要求数据分类分级。",
    "关于“数商要符合什么条件”：",
    (SourceItem(title="示例数商规范", grade="官方"),),
    weight="penalty",
)
EVIDENCE = (IMPACT, EXEMPT, LISTING, FEES)
