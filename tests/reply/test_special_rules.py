"""The special rule is told before the general one, where the case has one."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply import faces_used, shop_records, special_rules, told_special
from dialog.reply.special_rules import FINED_IMPORTANT, FINED_LATE, special_wording
from dialog.reply.told_special import told_wording
from knowledge.text import normalise
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("语言学校有两千个十岁学生，合规审计多久做一次？", "entry.minors-audit"),
        ("个人信息合规审计多久做一次，我们是幼儿园", "entry.minors-audit"),
        ("驾校有一千万学员，合规审计多久一次", "entry.compliance-audit"),
        (
            "A school with 2,000 ten-year-old pupils: how often must the audit be done?",
            "entry.minors-audit",
        ),
        (
            "Our zoo stores 120,000 visitor faces. With whom must we register and by when?",
            "rule.face-15",
        ),
        (
            "药房连锁请一家公司帮我们清洗会员的购药记录，要不要顾客单独同意？",
            "entry.entrusted-consent",
        ),
        (
            "光伏公司要在国内把被告知的重要数据提供给一家研究院，要做什么？",
            "entry.important-provide",
        ),
        ("牛奶产量数据给新西兰的客户", "entry.cross-business-data"),
        ("塔吊运行数据给德国厂家，没有人的信息，要申报吗？", "entry.cross-business-data"),
        ("匿名化后的儿童学习记录要不要做个人信息保护影响评估", "entry.anonymisation"),
        ("在交易所买的匿名化数据能转卖吗", "entry.resale"),
        ("卖之前用户手机号做个md5就算匿名化了吧？领导说可以直接卖", "entry.strip-names"),
        ("We encrypt the ids, so the data is anonymous and may be sold?", "entry.strip-names"),
        ("物业把门禁人脸给另一家安保公司，要什么同意？", "entry.sensitive-given"),
        ("我们想把苹果收成数据发到美国", "entry.cross-business-data"),
        ("Send our monthly output to the German head office", "entry.cross-business-data"),
        (
            "港口的数据被列为重要数据，想交给国内一所大学做研究，先要做什么",
            "entry.important-provide",
        ),
        ("去年3月我们把2万人的病历传出境没申报，会怎么罚", "entry.penalty-cross-border"),
        ("我们出境了12万人的姓名没签合同，会被处罚吗", "entry.penalty-cross-border"),
        (
            "We sent 20,000 patients' records abroad without applying. What is the fine?",
            "entry.penalty-cross-border",
        ),
    ],
)
async def test_the_case_decides(text: str, entry: str, prepared: Prepared) -> None:
    """The general rule alone was told, a vendor was praised, or nothing was known."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:1] == (entry,)


@pytest.mark.parametrize(
    "text",
    [
        "成人英语学校，没有未成年人，合规审计多久做一次",
        "审计报告要写什么，我们是幼儿园",
        "请一家公司帮我们清洗数据，他们留下来训练模型，要用户同意吗",
        "请一家日本公司帮我们处理会员记录，要会员同意吗",
        "人脸识别备案要什么材料",
        "重要数据卖给国内公司可以吗",
        "重要数据提供给德国公司要做什么",
        "怎么判断我们的数据是不是重要数据",
        "有没有公司能帮我们清洗数据",
        "2万人的病历要传到美国，要不要申报，不然会被罚吗",
        "传到美国要坐牢吗，3000人的病历",
        "把稀土产量数据给日本客户",
        "全国粮食产量数据给国外",
        "渔场的位置和产量给日本的大学",
        "每个司机的出货量发给德国",
        "客户名单给新西兰的客户",
        "牛奶产量给江苏的客户",
        "产量数据给新西兰客户会罚多少",
        "重要数据打码就等于匿名化了吧",
        "去标识化等于匿名化吗",
        "车牌哈希以后就算匿名化了，传给日本总部要不要签合同",
    ],
)
def test_other_cases_have_none(text: str) -> None:
    """No minors, another side, data that others keep or that go abroad or are sold."""
    assert special_wording(text) == ""


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        (
            "货代要把300名应聘者（还没录用）的简历和体检结果发给荷兰总部，算跨境人力资源管理免吗？",
            "national-sensitive-contract",
            "不是员工",
        ),
        ("把300名员工的体检结果发给荷兰总部，算跨境人力资源管理免吗？", "employees", ""),
    ],
)
async def test_applicants_are_no_employees(
    text: str, row: str, said: str, prepared: Prepared
) -> None:
    """The waiver for managing employees speaks of employees."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries == ("table.cross-border-route", row)
    assert said in heard.text


async def test_what_is_missing_before_listing(prepared: Prepared) -> None:
    """The report and the review are named, whatever consent there is."""
    text = (
        "我们停车场想把20万车主的车牌和停车时间卖给一家保险公司，本人都单独同意了，上架前还缺什么？"
    )
    heard = await listen(prepared.turn, text, (), DAY)
    assert "合规性评估报告" in heard.text
    assert "影响评估" in heard.text


async def test_a_cause_of_death_is_not_passed_over(prepared: Prepared) -> None:
    """It leaves the kind open, and whose rights these are is said."""
    text = "殡仪馆要把今年2000名逝者的姓名、死因和家属电话发给日本的骨灰运送公司，怎么走？"
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.outcome == "clarify"
    assert "第四十九条" in heard.text


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("重要数据传出境没申报，怎么罚", FINED_IMPORTANT),
        ("我们把重要数据传到德国没评估，会怎么罚？", FINED_IMPORTANT),
        ("2023年8月没签合同传了3000名旅客的电话给韩国，当月就停了，今天还会被罚吗？", FINED_LATE),
        ("四年前违规卖过名单，后来停了，还会追究吗", FINED_LATE),
        ("2022年的违法，按旧法还是新法罚", FINED_LATE),
        ("We sent data abroad in January 2023, then stopped. Can we still be fined?", FINED_LATE),
        ("去年被罚过，还能当数商吗", ""),
        ("没备案还会被罚吗", ""),
    ],
)
def test_what_a_breach_costs(text: str, wording: str) -> None:
    """Of important data, and long after it has stopped."""
    assert special_wording(text) == wording


def test_every_special_wording_is_one_of_the_pack(prepared: Prepared) -> None:
    """A document that was renamed would silently be passed over."""
    rooms = (special_rules, shop_records, faces_used, told_special)
    named = [item for room in rooms for item in vars(room).items()]
    wordings = {v for name, v in named if name.isupper() and name[0] != "_" and isinstance(v, str)}
    found = {wording: prepared.library.snapshot.at_once(wording) for wording in wordings}
    assert len(found) > 10
    assert [w for w, f in found.items() if f is None or f.band != "answer"] == []


MINORS, CORE, SECRECY = told_special.MINORS_AUDIT, told_special.CORE, told_special.SECRECY


@pytest.mark.parametrize(
    ("before", "text", "wording"),
    [
        ("语言学校学员都是十岁以下", "合规审计多久一回，报给谁", MINORS),
        ("语言学校，八千个小学生，审计多久做一次", "交给谁", MINORS),
        ("血糖app，用户里有一万个孩子", "我们人数不到一千万，审计是不是想做再做", MINORS),
        ("Language school, 8,000 pupils aged nine", "How often must we audit?", MINORS),
        ("语言学校，学员都是大人", "合规审计多久一次，交给谁", ""),
        ("小学老师用的备课软件，只有老师注册", "合规审计多久一次", ""),
        ("语言学校，学员都是十岁以下", "账上的审计谁来做", ""),
        ("粮商，核心数据，主管部门书面告知的", "脱敏了能卖吗", CORE),
        ("Our stock data was classed as core data", "Can we sell it desensitised?", CORE),
        ("我们的核心数据就是会员名单", "脱敏了能卖吗", ""),
        ("粮商，跟客户签了保密协议", "我们加工成周报价指数能卖不", SECRECY),
        ("粮商，客户合同里写了不许把成交价用作别的", "做成指数能挂牌吗", SECRECY),
        ("Our contract forbids passing prices on", "May we sell an index of them?", SECRECY),
        ("粮商，客户没签保密", "成交价做成指数能卖吗", ""),
        ("粮商，跟客户签了保密，他们书面同意了", "做成指数能卖吗", ""),
    ],
)
def test_what_was_told_before_makes_it_special(before: str, text: str, wording: str) -> None:
    """The general rule answered, though the case had been told."""
    assert told_wording([normalise(before)], normalise(text)) == wording
