"""Who puts right what was told of data that go abroad, so that nothing of people is left in them
(人脸没传，传的只是次数; only monthly totals went): what was told as personal is withdrawn. Pure;
over normalised texts.

What is left must be told, and be counts or things of nobody. A count for each person, or a field of
theirs, is theirs all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.batches import kind_told
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.people_counts import counted_input, people_told
from knowledge.answers.table_parts import kind_of
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

_BESIDES = re.compile(
    r"公开|另外|还(?:有|会|要|传|发|给)|也(?:会|要|传|发|给|有)|此外|再加|以后|下次|明年|\b(?:also"
    r"|besides|in addition|as well"
    r"|too|next|later)\b"
)
"""What tells of something beside the case, or of another time."""
_LEFT = re.compile(
    r"(?:传|发|给|送|交|提供)(?:过去|出去)?的(?:其实|实际|都|只|就|仅|全)*(?:是|有)(?P<sent>.+)"
    r"|(?:只|仅|光|就)(?:是|有|给|传|发|送|交|提供)+(?:了|过|的)?(?P<only>.+)"
    r"|\b(?:only|just|nothing but|merely)\s(?P<left>.+)"
)
"""What is left, behind the words for it."""
_COUNTS = (
    r"(?:人次|次数|人数|总数|总量|总额|合计|汇总|统计(?:数据|结果|表)?|平均(?:分|数|值|价)?|均值|均价|中位数|比例|占比|百分比|指数|排名|件数|数量|体积|重量|尺寸|面积"
    r"|[一-龥]{1,4}率|[一-龥]{0,4}(?:销量|销售额|营业额|库存|产量|里程)|卖了几[副件个单台]|几[副件趟次箱])"
)
_AGGREGATE = re.compile(
    rf"{_COUNTS}(?:$|[,。;、和与及])"
    r"|\b(?:totals?|averages?|means?|aggregates?|statistics|counts?|numbers? of|percentages?"
    r"|shares?"
    r"|rates?|sums?|medians?)\b"
)
_THINGS = re.compile(
    r"(?:件数|体积|重量|代码|参数|型号|图纸|温度|湿度|电压|转速|剧目|节目|曲目|场次|班次|航次|菜单|价目|品名|货物|箱子|规格)"
    r"(?:$|[,。;、和与及])"
    r"|\b(?:titles?|dates?|error codes?|fault codes?|part numbers?|drawings?|volumes?|weights?"
    r"|dimensions?"
    r"|temperatures?|timetables?|schedules?|boxes)\b"
)
_NOBODY = re.compile(
    r"认不出(?:是)?(?:人|谁|任何人|哪[1个位])|谁也认不出|看不出是谁|对不到人|(?:没有?|不含|不带)(?:任何)?人(?:的信息)?(?=$|[,。;!])|没有?人名|没有?名字"
    r"|\b(?:no|any)\s?(?:body|one)\s(?:can|could)\sbe\s(?:recogni[sz]ed|identified)"
    r"|\bno (?:names?|people|persons?|individuals?)\b|\bnobody\b"
)
_OF_EACH = re.compile(
    r"(?:每|各|逐)(?:[1一]?[个位名])?(?:人|会员|客户|用户|员工|学员|学生|病人|患者|住户|业主|司机|顾客|客人|孩子)(?!次)|每人"
    r"|\b(?:each|per|every) (?:person|member|customer|user|employee|staff|student|pupil|patient"
    r"|resident|driver|guest|child)"
)
"""What tells of a count that it is one of each person."""
_FIELDS = re.compile(
    r"卡号|工号|学号|证件|名单|进出(?:时间|记录)|录像|照片|录音|定位|轨迹|账号|设备号|(?<!没有)(?<!没)(?<!不带)名字|姓名|联系方式"
    r"|\b(?:ids?|names?(?= and| with)|e-?mails?|phones?|photos?|recordings?|device)\b"
)
_DENIES = re.compile(r"没|不(?!同)|未|无|\b(?:not|no|never|nobody|without)\b|n['’]t")
_ASKS = re.compile(r"[吗么呢?？]|\b(?:if|what if|would)\b|如果|要是|假如")
_CLAUSES = re.compile(r"[,。;:!\n]|\.(?=\s|$)")


def left_of_nobody(table: DecisionTable, texts: Sequence[str]) -> str:
    """The value of a table's kind that is left where one of some texts withdraws all that was told
    of people before it, and none behind tells of people again; empty where none does."""
    kind = kind_of(table)
    if kind is None:
        return ""
    counted_as = counted_input(table)
    units = counted_as.units if counted_as is not None else ()
    told = [normalise(text) for text in texts]
    for place in range(len(told) - 1, 0, -1):
        left = _left(table, told[place])
        if left:
            before = [kind_told(table, text) for text in told[:place]]
            named = {v for value in before for v in value.split("|") if v}
            values = kind.values
            people = {*kind.denied, *kind.denied.values()}
            counted = any(people_told(text, units) for text in told[:place])
            if not named <= people or not (named or counted):
                return ""  # Nothing was told of people, or important data stay important.
            return next((v for v in values if _stands_for(table, v, left)), "")
        if kind_told(table, told[place]):
            return ""
    return ""


def _left(table: DecisionTable, text: str) -> str:
    """The table's own words for what a text says is left; empty where it withdraws nothing."""
    if _BESIDES.search(text) or _ASKS.search(text):
        return ""
    nobody = _NOBODY.search(text) is not None
    clauses = [c.strip() for c in _CLAUSES.split(text) if c.strip()]
    found = [m for m in map(_LEFT.search, clauses) if m is not None]
    left = ",".join(next(g for g in m.groups() if g) for m in found)
    rest = [c for c in clauses if not _DENIES.search(c)]
    said = ",".join(rest)
    if _OF_EACH.search(text) or _FIELDS.search(said) or kind_told(table, without_persons(said)):
        return ""
    if not left:
        return ""
    english = is_english(text)
    if _AGGREGATE.search(left):
        return "fully anonymised" if english else "已匿名化"
    if nobody or _THINGS.search(left):
        return "no personal information" if english else "没有个人信息"
    return ""


def _stands_for(table: DecisionTable, value: str, words: str) -> bool:
    kind = kind_of(table)
    return kind is not None and words in kind.words.get(value, ())
