"""Lists of what data hold, or shall hold, that stand in a sentence though their items are worded as
questions (就客人电话微信 做了啥款 花多少钱这些; 弄成 哪个颜色卖的好 哪个月人多 这种): none of the
items is asked. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import bare
from dialog.reply.kept import kept

_APART = r"[ \u3000,，、;；]"
_ITEM = r"[^,，、;；。?？!！\s]{2,14}"
_MADE = (
    r"(?:(?:弄|做|搞|改|变|整|加工|整理|统计|汇总|处理|归纳|换|算|分析)成(?:了|个|些)?"
    r"|(?:只|就|光|仅)(?:给|卖|留|看|报|提供|出|统计|算))"
)
"""What is made of data, or alone is given of them."""
_SUCH_AS = r"(?:比如说?|例如|譬如|好比|像是?|诸如)"
_HELD = (
    r"(?:就是?(?!想|要|问)|无非(?:就)?是?|也就是?|主要(?:就)?是|大概(?:就)?是|都是(?:些)?"
    r"|(?:里[面头]|数据里|手[里上]|表里)(?:就|主要|大概)*(?:有|是|记了?)|(?:记|存)(?:了|的是)|包括|包含)"
)
"""What somebody has."""
_SUCH = (
    r"(?:[这那](?:些|种|类|样|几[样种个])(?:的|东西|数据|信息|内容|结果|报告|统计)*|之类的?|等等?(?!于|级)"
    r"|什么的|啥的)"
)
_LIST = re.compile(
    rf"(?:(?P<made>{_MADE}|{_SUCH_AS})|(?P<held>{_HELD})){_APART}*(?:的是)?"
    rf"(?P<items>{_ITEM}?(?:{_APART}+{_ITEM}?)+?){_APART}*(?P<such>{_SUCH})"
)
_ITEMS = re.compile(rf"{_APART}+|以及|还有")
_OF_THE_DESK = re.compile(
    r"挂牌|上架|入驻|入场|登记|材料|手续|流程|条件|收费|费用|合同|合规|评估|出境|备案|授权|同意|数商"
    r"|交易所|办|审核|审批|罚|税|法|规定|你|您|怎么|如何|为什么|为啥|能不能|要不要|可不可以|是不是"
)
"""What no list of data holds: it is asked of the desk."""
_ASKED_FOR = re.compile(
    r"(?:问|知道|了解|关心|打听|咨询|告诉我?|说说|讲讲|介绍|解释)(?:[1一]?下|的)?[^,，。]{0,6}$"
)
_WANTS = re.compile(
    r"^[^,，。?？]{0,4}(?:说|讲|告诉|介绍|解释|知道|了解|清楚|明白|问|什么意思|是啥)"
)
_FIELD = re.compile(
    r"姓名|名字|昵称|电话|手机|号码|微信|邮箱|地址|住址|生日|年龄|性别|车牌|车型|照片|头像|病历|处方"
    r"|成绩|轨迹|位置|记录|客人|客户|顾客|会员|用户|学员|家长|病人|款式?|颜色|尺[码寸]|金额|单号|订单|型号"
    r"|温度|湿度|产量|销量|数量|编号|时间|日期"
)
"""What a list of data held names at least once."""
_CLOSING = re.compile(r"^(?:吧|了|啊|呀|呢|嘛|的|哈|而已|罢了|[。.!！~ ])*$")
_OPENING = re.compile(
    r"^(?:也|嗯|哦|其实|那|我们?|咱们?|这[些批]?|店里|手[里上]头?|数据|里面?|大概|主要|[,， ])*$"
)
_ASKING = (
    (re.compile(r"(?:花|付|充|消费|买)(?:了|过)?多少钱"), "消费金额"),
    (re.compile(r"多少钱"), "金额"),
    (re.compile(r"(?<=[\u4e00-\u9fff])(?:了|过)?(?:啥|什么|哪[个种款些样]|几[个种款样])"), "的"),
    (re.compile(r"什么时候|啥时候|几点|哪天"), "时间"),
    (re.compile(r"多久"), "时长"),
    (re.compile(r"几次|多少[次回]"), "次数"),
    (re.compile(r"多少"), "数量"),
)
"""What an item asks by, and what a field of that is called."""


@kept
def held_list(text: str) -> tuple[int, int] | None:
    """Where in a text such a list stands, from the word that leads to it to the one that closes it;
    ``None`` where there is none."""
    for read in _LIST.finditer(text):
        items = _split(read["items"])
        before, behind = text[: read.start()], text[read.end() :]
        if len(items) < 2 or all(map(bare, items)) or any(map(_OF_THE_DESK.search, items)):
            continue
        if _ASKED_FOR.search(before) or _WANTS.search(behind):
            continue
        if read["held"] and not any(map(_FIELD.search, items)):
            continue
        return read.span()
    return None


def without_list(text: str) -> str:
    """A text with a word that names the list in its stead."""
    span = held_list(text)
    return text if span is None else f"{text[: span[0]]}这些{text[span[1] :]}"


def bridged(text: str, bridge: str) -> str:
    """A text with ``bridge`` for what stands between the items of such a list."""
    span = held_list(text)
    if span is None:
        return text
    held = _ITEMS.sub(bridge, text[span[0] : span[1]])
    return f"{text[: span[0]]}{held}{text[span[1] :]}"


@kept
def fields_held(text: str) -> tuple[str, ...]:
    """The fields of a text that is nothing else than a list of what data hold, each as a field is
    called (花多少钱: 消费金额); none of any other text."""
    span = held_list(text)
    read = _LIST.search(text, span[0]) if span is not None else None
    if span is None or read is None or not read["held"]:
        return ()
    if not _OPENING.match(text[: span[0]]) or not _CLOSING.match(text[span[1] :]):
        return ()
    return tuple(map(_called, _split(read["items"])))


def _split(items: str) -> list[str]:
    return [i for i in _ITEMS.split(items) if i]


def _called(item: str) -> str:
    for asking, name in _ASKING:
        item = asking.sub(name, item)
    return item
