"""The groups of people that a text names: staff, customers, patients. Pure."""

from __future__ import annotations

import functools
import re

from knowledge.answers.others_staff import without_claim, without_others
from knowledge.text import normalise

STAFF = "员工"
APPLICANTS = "应聘者"
CREW = "船员"
"""People who may be staff of one's own, or not."""
GROUPS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "员工",
        "Employees",
        re.compile(
            r"员工|职工|职员|同事|雇员|人事|人力资源|薪酬|工资单"
            r"|\b(?:employees?|staff|hr|payroll|personnel|human resources|workers?|colleagues)\b"
        ),
    ),
    (
        "应聘者",
        "Applicants",
        re.compile(r"应聘|求职|候选人|\b(?:job )?(?:applicants?|candidates?)\b"),
    ),
    (
        "客户",
        "Customers",
        re.compile(
            r"客户|用户|顾客|会员|消费者|买家|玩家|粉丝|住客|客人|业主|住户|投保人"
            r"|\b(?:customers?|clients?|users?|members?|consumers?|buyers?|shoppers?|subscribers?"
            r"|guests?|players?|tenants?|residents?|policyholders?)\b"
        ),
    ),
    ("患者", "Patients", re.compile(r"患者|病人|受试者|\b(?:patients?|trial subjects)\b")),
    ("学生", "Students", re.compile(r"学生|学员|\b(?:students?|pupils?)\b")),
    ("旅客", "Passengers", re.compile(r"旅客|乘客|\b(?:passengers?|travell?ers?)\b")),
    ("司机", "Drivers", re.compile(r"司机|车主|驾驶员|骑手|\b(?:drivers?|riders?)\b")),
    (
        CREW,
        "Seafarers",
        re.compile(r"船员|海员|水手|\b(?:seafarers?|sailors?|crew(?: members?)?)\b"),
    ),
    (
        "家属",
        "Relatives",
        re.compile(r"(?<!员工)(?<!职工)(?<!员工的)(?<!职工的)(?:家属|家人|亲属)|\brelatives\b"),
    ),
    (
        "供应商",
        "Suppliers",
        re.compile(r"供应商|经销商|\b(?:suppliers?|vendors?|dealers?|distributors?)\b"),
    ),
)
"""The groups of people that are told apart, with their names."""
NO_GROUP = re.compile(
    r"(?:客户|用户|会员)(?:服务|经理|关系|支持|成功|端|体验|名(?!单))|学员工|会员(?:制|单位)"
    r"|人力资源(?:管理|的?(?:豁免|例外|理由|免))|\bhr (?:management|exemption|exception|waiver)\b"
    r"|\b(?:customer|client|user|member) (?:service|support|care|success|relations?)\b"
    r"|\bmember states?\b"
    r"|(?:船员|海员)(?:公司|外派|派遣|管理|中介|机构|代理|服务|招募|劳务|行业|业务|场景|的中介)"
    r"|\b(?:crew|seafarer)s?[- ](?:agenc\w+|agents?|management|manning|compan\w+)"
    r"|^(?:我们?是)?[一-龥]{0,6}(?:经销商|供应商)(?=,)|是(?:我们?的?)?客户(?=\s*(?:[,。;不而]|$))"
)
"""What is named after people and names none."""
_ARE_STAFF = re.compile(
    r"(?:船员|海员|水手|司机|驾驶员|骑手)[^,。;?!]{0,6}?是(?:我们?|咱们?|自己|自家|本?公司|单位|的)+(?:正式|在册|在编|合同制)?"
    r"(?:员工|职工|职员|雇员)"
)
"""Who says of people that they are staff: 船员都是我们自己的员工."""


@functools.lru_cache(maxsize=1024)
def named_groups(text: str) -> tuple[str, ...]:
    """The groups of people that a text names, in their order."""
    text = _ARE_STAFF.sub(STAFF, without_claim(without_others(normalise(text))))
    text = NO_GROUP.sub(" ", text)
    found = ((m.start(), name) for name, _, words in GROUPS for m in [words.search(text)] if m)
    return tuple(name for _, name in sorted(found))


_OF_A_GROUP = re.compile(r"(?:们|的|数据|信息|资料|[,、和 ])+")


def names_groups_alone(text: str) -> bool:
    """Whether a normalised text is nothing but names of groups: 员工, 司机和会员的."""
    left = text
    for _, _, words in GROUPS:
        left = words.sub(" ", left)
    return left != text and not _OF_A_GROUP.sub("", left)
