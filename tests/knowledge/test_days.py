"""The day of which a question asks, and the date of a thing, which is none."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.days import named_day, named_time

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("公司2021年注册的，10万人的手机号发给美国，要评估吗", None),
        ("我们2022年签的合同还有效吗", None),
        ("2019年成立的企业能入驻吗", None),
        ("2022年攒了一批数据", None),
        ("2023年做数据出境要评估吗", 2023),
        ("2022年的规定怎么说", 2022),
        ("2021年，要评估吗", 2021),
    ],
)
def test_the_date_of_a_thing_is_no_day_of_which_is_asked(text: str, year: int | None) -> None:
    """A ruling goes by the day that is asked about, not by that on which a firm was founded."""
    found = named_day(text, date(2026, 11, 22))
    assert (found.year if found is not None else None) == year


def named(text: str) -> str:
    """The first and the last day that a text names, as ``2023-08-01..2023-08-31``; one day once."""
    time = named_time(text, TODAY)
    if time is None:
        return ""
    return str(time.first) if time.first == time.last else f"{time.first}..{time.last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In July 2023 the firm sent e-mails of 4,000 people abroad", "2023-07-01..2023-07-31"),
        ("how about in 2022?", "2022-01-01..2022-12-31"),
        ("What about February 2024?", "2024-02-01..2024-02-29"),
        ("on the 21st of March 2024", "2024-03-21"),
        ("sent on Sept. 5, 2022", "2022-09-05"),
        ("sent on 13/10/2023", "2023-10-13"),
        ("sent on 2/3/2023", "2023-01-01..2023-12-31"),
        ("back in the fall of 2022", "2022-01-01..2022-12-31"),
        ("in Q2 2025", "2025-04-01..2025-06-30"),
        ("in the second half of 2024", "2024-07-01..2024-12-31"),
        ("by the end of 2023", "2023-12-31"),
        ("before March 2024", "2024-02-29"),
        ("since June 2023", "2026-11-22"),
        ("Last year, did we need an assessment?", "2025-01-01..2025-12-31"),
        ("2,023 people", ""),
        ("data of 2,023 customers", ""),
        ("about 2,010 employees", ""),
        ("this year", ""),
    ],
)
def test_english_dates_are_read(text: str, expected: str) -> None:
    """As Chinese ones are: a year behind what dates is no count, and a count is no year."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年下半年给总部传过名单", "2023-07-01..2023-12-31"),
        ("2024年第一季度要备案吗", "2024-01-01..2024-03-31"),
        ("2024年3月要备案吗", "2024-03-01..2024-03-31"),
        ("2024年底要备案吗", "2024-12-31"),
    ],
)
def test_a_time_has_its_last_day(text: str, expected: str) -> None:
    """What changed within it can be told then."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年5月通过网盘把3万人的手机号发给德国", "2023-05-01..2023-05-31"),
        ("2024年在公众号发布的AI漫画要打标识吗", "2024-01-01..2024-12-31"),
        ("2022年我们签了协议，把八万人的邮箱传给美国，走哪条", "2022-01-01..2022-12-31"),
        ("2023年2月做了两万人普通信息的出境", "2023-02-01..2023-02-28"),
        ("2023年公司成立后向境外提供了六万人的姓名", "2023-01-01..2023-12-31"),
        ("In 2023 we signed an agreement and sent 60,000 names abroad", "2023-01-01..2023-12-31"),
        ("2022年签的协议，把八万人的邮箱传给美国要评估吗", ""),
        ("2022年做了一套名单，现在想卖", ""),
        ("2021年收集了信息，2023年9月传到境外", "2023-09-01..2023-09-30"),
        ("records collected in 2021 and exported in May 2023", "2023-05-01..2023-05-31"),
        ("We collected the data in 2021 and want to send it abroad now", ""),
        ("an agreement signed in 2022", ""),
    ],
)
def test_what_was_done_then_is_of_that_day(text: str, expected: str) -> None:
    """Where the deed goes on to what is asked about; else it tells how old a thing is."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年发布的评估办法怎么说",
        "2021年通过的数据安全法第三十三条",
        "个保法是2021年通过的吧",
        "2016年版网络安全法",
        "the 2016 text of the Cybersecurity Law",
        "the Data Security Law adopted in 2021",
    ],
)
def test_the_edition_of_a_text_is_no_day(text: str) -> None:
    """Only a text is passed or published so."""
    assert named(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大前年往日本传过九万人的邮箱", "2023-01-01..2023-12-31"),
        ("前年9月卖过一批轨迹", "2024-09-01..2024-09-30"),
        ("去年下半年发过合成语音", "2025-07-01..2025-12-31"),
        ("去年年底要备案吗", "2025-12-31"),
        ("五年之前要评估吗", "2021-01-01..2021-12-31"),
        ("6年多以前要评估吗", "2020-01-01..2020-12-31"),
        ("一年半前要评估吗", "2025-05-01..2025-05-31"),
        ("八个月前要评估吗", "2026-03-01..2026-03-31"),
        ("半年以前要评估吗", "2026-05-01..2026-05-31"),
        ("上上个月要评估吗", "2026-09-01..2026-09-30"),
        ("今年2月要评估吗", "2026-02-01..2026-02-28"),
        ("那四年前呢", "2022-01-01..2022-12-31"),
        ("前年的规定怎么讲", "2024-01-01..2024-12-31"),
        ("自去年1月1日起累计送出九万人", "2026-11-22"),
        ("前年到现在一直在送", "2024-01-01..2026-11-22"),
        ("上一年度给英国传过名单", "2025-01-01..2025-12-31"),
        ("上年度往英国发送名单要备案吗", "2025-01-01..2025-12-31"),
        ("2022财年往英国传过名单", "2022-01-01..2022-12-31"),
        ("2024财政年度卖过轨迹", "2024-01-01..2024-12-31"),
        ("当年（2024）卖过轨迹", "2024-01-01..2024-12-31"),
        ("23年我们给英国传了名单", "2023-01-01..2023-12-31"),
        ("我们23年给英国传了名单", "2023-01-01..2023-12-31"),
        ("24年全年把名单传到英国", "2024-01-01..2024-12-31"),
        ("那22年呢", "2022-01-01..2022-12-31"),
        ("Did it apply fourteen months ago?", "2025-09-01..2025-09-30"),
        ("Did it apply a year and a half ago?", "2025-05-01..2025-05-31"),
        ("Was a filing due a couple of years ago?", "2024-01-01..2024-12-31"),
        ("How about four years ago?", "2022-01-01..2022-12-31"),
        ("Was it allowed half a year ago?", "2026-05-01..2026-05-31"),
        ("Did it apply two and a half years ago?", "2024-05-01..2024-05-31"),
        ("Was a label needed in June last year?", "2025-06-01..2025-06-30"),
        ("Was a label needed last March?", "2026-03-01..2026-03-31"),
    ],
)
def test_a_time_is_told_by_the_present_day(text: str, expected: str) -> None:
    """去年 and 三年前 are read like the years that they mean."""
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "前年注册的企业能入驻吗",
        "四年前采集的指纹能卖吗",
        "去年买的名单能给别人吗",
        "六年以前的订单还要留吗",
        "去年8月的发票要留几年",
        "两年前爬下来的评论能挂牌吗",
        "日志留三年",
        "合同保存5年以后",
        "有效期届满前三年",
        "目前年交易额八百万",
        "当前年度要报吗",
        "以前年度的账",
        "两三年前要评估吗",
        "日志存22年够吗",
        "名单我们要留25年",
        "25年的老店能入驻吗",
        "罚上一年度营业额百分之五吗，名单传到英国了",
        "上一年度的审计报告要提供吗",
        "It was compiled three years ago, did we err?",
        "Was data from two years ago fine?",
    ],
)
def test_what_is_of_a_thing_is_no_time_told_by_the_present_day(text: str) -> None:
    """The age of data or of a firm, a term, and words that only look like a time."""
    assert named(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年4月到9月给英国传名单", "2023-04-01..2023-09-30"),
        ("2023年4-9月给英国传名单", "2023-04-01..2023-09-30"),
        ("2024年3月10日至25日给英国传名单", "2024-03-10..2024-03-25"),
        ("2022年11月至次年2月给英国传名单", "2022-11-01..2023-02-28"),
        ("2022年11月起一直到2023年7月给英国传名单", "2022-11-01..2023-07-31"),
        ("2022～2023年给英国传名单", "2022-01-01..2023-12-31"),
        ("2022年下半年到2023年上半年给英国传名单", "2022-07-01..2023-06-30"),
        ("2025年7月到年底给英国传名单", "2025-07-01..2025-12-31"),
        ("去年7月到11月给英国传名单", "2025-07-01..2025-11-30"),
        ("前年到去年给英国传名单", "2024-01-01..2025-12-31"),
        ("From February through April 2024 we sent lists", "2024-02-01..2024-04-30"),
        ("Between 5 March and 9 April 2024 we sent lists", "2024-03-05..2024-04-09"),
        ("From Nov. 2022 until July 2023 we sent lists", "2022-11-01..2023-07-31"),
        ("In 2022–2023 we sent lists", "2022-01-01..2023-12-31"),
        ("between 2022 and 2023 we sent lists", "2022-01-01..2023-12-31"),
        ("2022年到2023年采集的指纹能卖吗", ""),
        ("lists compiled between 2022 and 2023", ""),
    ],
)
def test_a_period_is_read_whole(text: str, expected: str) -> None:
    """From its first day to its last, and as the age of a thing where it is that."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从2024年到现在给英国传了名单", "2024-01-01..2026-11-22"),
        ("2023年5月至今给英国传了名单", "2023-05-01..2026-11-22"),
        ("自2022年下半年以来卖了几批轨迹", "2022-07-01..2026-11-22"),
        ("从24年到今天，名单一直传到英国", "2024-01-01..2026-11-22"),
        ("过去两年里公司给英国传了名单", "2024-11-22..2026-11-22"),
        ("近四年，我们一共卖过三批轨迹", "2022-11-22..2026-11-22"),
        ("最近十八个月我们发布了合成视频", "2025-05-22..2026-11-22"),
        ("Since May 2024 we have been sending lists abroad", "2024-05-01..2026-11-22"),
        ("From 2024 up to now we shared lists", "2024-01-01..2026-11-22"),
        ("we sold tracks from March 2024 until today", "2024-03-01..2026-11-22"),
        ("During the past two years we published synthetic clips", "2024-11-22..2026-11-22"),
        ("2023年以来规定有什么变化，还能提供吗", "2026-11-22"),
        ("最近三年无违法记录的能卖吗", ""),
        ("近三年没有把名单传到境外", ""),
        ("想把近两年的订单传到英国", ""),
        ("近两年订单卖了", ""),
        ("records over the last two years must be kept", ""),
    ],
)
def test_a_period_until_today_is_read_beside_a_deed(text: str, expected: str) -> None:
    """Without one it is a term, the age of a thing, or asks of the law from a day on."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年搬过一次机房，现在向新加坡提供八万人的邮箱，要评估吗", "2026-11-22"),
        ("In 2022 we moved offices; this year we exported 80,000 names", "2026-11-22"),
        ("2022年向新加坡提供了八万人的邮箱，现在要补手续吗", "2022-01-01..2022-12-31"),
        ("2022年要评估吗，现在卖呢", "2022-01-01..2022-12-31"),
    ],
)
def test_a_case_of_the_present_is_of_today(text: str, expected: str) -> None:
    """A date in another clause tells only what went before."""
    assert named(text) == expected
