"""A list of sides of one matter (安全评估的门槛、材料、时限以及有效期): each side is a question of
its own, asked of that matter. Pure.

A side that is only named says nothing of whose it is, and a search for it alone, or for the whole
list, leads to one of them and leaves the others out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dialog.reply.aspects import asks, bare
from dialog.reply.kept import kept
from knowledge.text import is_english, key, normalise

_SIDE = (
    r"(?:定义|含义|概念|意思|范围|内容|情形|分类|类型|种类|类别|条件|门槛|标准|要求|资格|资质|流程|步骤|程序|手续"
    r"|意义|背景|目的|目标|对象|主体|材料|资料|文件|清单|时限|时间|时长|周期|期限|有效期限?|费用|收费|价格|价钱|费率|部门|机关|机构|单位|责任人"
    r"|罚则|处罚|罚款|责任|后果|依据|好处|作用|用途|义务|权利|方法|方式|渠道|途径|入口|地点|地址|电话|网址|例外"
    r"|注意事项|施行日期|日期)"
)
_OF_SIDE = (
    r"(?:准入|入驻|处理|备案|申报|申请|办理|审核|审批|受理|主管|监管|负责|执法|适用|保存|存放|留存|续期|收费"
    r"|法律|违法|违规|政策|必要|所需|需要|提交|注册|认定|识别|判断|基本|具体|主要|评估|登记|豁免|免除|完成"
    r"|营业|办公|开放|上班|联系|官网|官方|发布|施行|生效|成立|制定|出台|公布|处罚|申诉)"
)
_CLOSE = r"(?:准入|受理|主管|监管|执法|适用|法律|违法|违规|处罚|必要|所需|需要|主要|基本)"
"""What belongs to the side rather than to a matter that stands right before it."""
_LEAD = re.compile(
    r"^(?:请问?|麻烦|劳驾|能不能|能否|可以|可不可以|帮忙?|给|跟|向|对|为|我们?|咱们?|你(?!们的)|您(?!们的)|想要?|要"
    r"|需要|(?<=[你您])们"
    r"|知道|了解|清楚|弄|搞|问|咨询|请教|1下|一下|下|告诉|介绍|说明|解释|说说?|讲讲?|列出?|查|看看?|关于|有关"
    r"|的话|老师|你好|您好|[,，、:： ])+"
)
_TAIL = re.compile(
    r"(?:[,， ]*(?:都|分别|各自?|具体|到底|究竟|一般|通常|主要|请|麻烦|帮我?|给我|我|想|要|需要"
    r"|知道|了解|1下|一下|是|有|怎么?样?|如何|规定|算|写|定|讲讲?|说说?|介绍|列|告诉|发|看|出来|清楚|明白|什么|啥"
    r"|哪些|哪几[种个类]|多少|的|呢|吗|吧|啊|呀|谢谢|[?？。!！~]))*$"
)
_JOINT = re.compile(r"、|[,，]|以及|还有|和|与|及|跟|\+|/")
_FIRST = re.compile(
    rf"(?P<head>[^,，、]{{2,20}}?)(?:的|之)(?P<side>{_OF_SIDE}{{0,2}}{_SIDE})"
    rf"|(?P<glued>[^,，、的]{{2,16}}?)(?P<glued_side>{_CLOSE}?{_SIDE})"
)
_FURTHER = re.compile(rf"(?:它|其|相应|相关)?的?{_OF_SIDE}{{0,2}}{_SIDE}")
_ASKED = tuple(
    (re.compile(named), asked)
    for named, asked in (
        (r"(?:所需|需要|申请|提交|必要)?(?:材料|资料|文件|材料清单|清单)", "需要什么材料"),
        (r"分类|类型|种类|类别", "分为哪几类"),
        (r"(?:法律|违法|违规)?(?:责任|处罚|罚款|后果)|罚则|处罚(?:标准|后果)", "的罚则"),
        (r"(?:保存|留存|存放)(?:期限|时间|时限|时长)", "要保存多久"),
    )
)
"""How a side is asked for in the words in which most people do."""
_LASTS = re.compile(r"(?:办理|审核|审批|完成|评估)?(?:时间|时长|周期|时限)")
_DEED = re.compile(
    r"(?:登记|备案|评估|申报|挂牌|入驻|审核|认证|办理|上架|注册|申请|审批|查验|交易|续期)$"
)
"""What is done, so that its time is how long it takes."""
_SIDE_NAMED = re.compile(rf"的(?P<side>{_OF_SIDE}{{0,2}}{_SIDE})$")
_NO_MATTER = re.compile(
    r"(?:准备|提供|提交|填|签|交|带|有|没有?|是|缺|差|改|补|把|和|跟|不|哪些|什么|怎么|如何|多少|所有|全部|全部的)$"
    r"|^(?:处理|保存|存放|留存|识别|判断|豁免|免除|完成|提交|制定|认定|发布|施行|生效|公布)$"
    r"|^(?:我们|咱们|它|这个|那个|其|哪些|什么|有|没|还|那|这|要)|[有没是把]|什么|怎么|哪"
)
"""What ends or begins a stretch that is no matter: we have the papers, which conditions."""
_TOPIC = re.compile(r"[^\d,，。;；?？!！我咱俺有是想要了没不]{3,14}")
"""A matter that is named before its sides are asked for: 处理未成年人信息."""
_HOUSE = re.compile(r"你们?|您们?|贵所|贵方|交易所|(?:在|去)哪")
"""What asks the house itself, or for its place: 你们在哪，周末开门吗."""
_OF_ALL = re.compile(
    r"\b(?P<of>(?:to|for) (?!(?:me|us|you|it|that|this|do|be|get|have|start|begin)\b)[a-z]+"
    r"(?: [a-z-]+){1,6})[?. ]*$",
    re.IGNORECASE,
)
"""The matter with which an English list of questions ends: to list a product."""


@kept
def sides_listed(clause: str) -> tuple[str, ...]:
    """The sides that a clause lists, each asked of the matter that it names; none where it lists
    none."""
    plain = clause.strip(" ,，。.?？!！")
    if is_english(plain):
        return ()
    rest = _LEAD.sub("", plain)
    items = [p.strip() for p in _JOINT.split(rest)]
    first, items = _first(items)
    if first is None or not items:
        return ()
    head, side = first
    *inner, last = items
    end = re.match(rf"(?P<side>{_FURTHER.pattern})(?P<tail>.*)$", last)
    if end is None or _TAIL.fullmatch(end["tail"]) is None:
        return ()
    if not all(_FURTHER.fullmatch(i) for i in inner):
        return ()
    sides = [side, *(_bare_side(i) for i in (*inner, end["side"]))]
    if len(set(sides)) < len(sides):
        return ()
    return tuple(_asked(head, s) for s in sides)


def _asked(head: str, side: str) -> str:
    """A side of a matter as it is asked for: 材料 of 挂牌 is 挂牌需要什么材料."""
    for named, asked in _ASKED:
        if named.fullmatch(side):
            return f"{head}{asked}"
    if _LASTS.fullmatch(side) and _DEED.search(head):
        return f"{head}要多久"
    return f"{head}的{side}"


def side_named(text: str) -> str:
    """The side that a question of such a list names and does not ask for in words; empty where it
    names none: 安全评估的意义."""
    read = _SIDE_NAMED.search(text.strip(" ?？。"))
    return read["side"] if read is not None else ""


def _first(items: Sequence[str]) -> tuple[tuple[str, str] | None, list[str]]:
    """The matter with its first side, and the items behind it: a name may have an "and" in it."""
    head = ""
    for place, item in enumerate(items[:-1]):
        head = f"{head}{item}"
        read = _FIRST.fullmatch(head)
        if read is None:
            return None, []
        matter, side = read["head"] or read["glued"], read["side"] or read["glued_side"]
        if _NO_MATTER.search(normalise(matter)) or asks(matter):
            return None, []
        return (matter, side), list(items[place + 1 :])
    return None, []


def _bare_side(item: str) -> str:
    return re.sub(r"^(?:它|其|相应|相关)?的?", "", item)


def of_their_topic(told: str, items: Sequence[str]) -> list[str]:
    """The questions of a list, each with the topic that was named before them, where that is a
    matter and no case: 处理未成年人信息，几岁算、要谁同意."""
    if len(items) < 2 or _TOPIC.fullmatch(told) is None:
        return list(items)
    return [items[0], *(f"{told}，{i}" for i in items[1:])]


def of_the_last(parts: Sequence[str]) -> tuple[str, ...]:
    """English questions, each that names no matter with the one that the last of them ends with:
    how much is it, and how long does it take to list a product."""
    read = _OF_ALL.search(parts[-1]) if parts and is_english(parts[-1]) else None
    if read is None or len(parts) < 2:
        return tuple(parts)
    of = read["of"]
    lacking = [is_english(p) and bare(p) and len(key(p)) > 2 for p in parts[:-1]]
    whole = (
        f"{p.rstrip('?. ')} {of}" if lack else p
        for p, lack in zip(parts[:-1], lacking, strict=True)
    )
    return (*whole, parts[-1])


def of_the_named(parts: Sequence[str], named: Callable[[str], str]) -> list[str]:
    """Questions, the first of which name no matter, with that of the first that does: 要什么材料，
    多久能办好产品登记. ``named``: the matter that a question names."""
    lacking = next((n for n, p in enumerate(parts) if not bare(p) or named(p)), 0)
    matter = named(parts[lacking]) if 0 < lacking < len(parts) else ""
    if not matter or is_english(parts[lacking]) or _HOUSE.search("".join(parts[:lacking])):
        return list(parts)
    return [*(f"{matter}{p}" for p in parts[:lacking]), *parts[lacking:]]
