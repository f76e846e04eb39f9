"""The clauses of a text, and which of them ask: what several questions in one are cut by. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.asides import asks_who, praises
from dialog.reply.aspects import asks, aspects_of, bare
from dialog.reply.held_lists import bridged, held_list, without_list
from dialog.reply.side_lists import sides_listed
from dialog.reply.told_trade import only_tells
from knowledge.text import key, normalise, visible

_MARKS = re.compile(
    r"([?？;；\n。!！…]+|\.{2,}|[，,](?!\d{3})|(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff]))"
)
"""What stands between clauses; a comma within a figure does not. Many type spaces for commas."""
_JOINTS = re.compile(
    r"(?<=[^\s,，要需还得会能])\s*(?=(?:另外|此外|顺便|顺带|还想(?:问|知道|了解)|再(?:请|想)?问))"
    r"|\.\s+(?=[A-Z])"
    r"|\s+(?:and|plus)\s+(?=(?:(?:to|for|in|by|at|on|from|under|with) )?"
    r"(?:(?:how|what|when|where|who|whom|which|why|do|does|is|are)\b|(?:can|could|may|must|should"
    r"|will)\b(?: (?:we|i|you|they|he|she|it)\b|[^.?!;]*(?:\?|$))))"
    r"|\s+(?=(?:by the way|also,)\s)",
    re.IGNORECASE,
)
"""Where a new question begins without a mark; what is told goes on with "and must", too."""
_LEADS = re.compile(
    r"(?:(?:另外|此外|顺便|顺带|再者?|还)(?:我)?(?:还?想|再|请|麻烦)*(?:请?问问?|请教|咨询|打听|了解|知道|说说?)"
    r"(?:[一1]?(?:下|[句个件](?:事情?|问题)?(?=[，,：: ])))?"
    r"|另外|此外|顺便|顺带|再有|再就是|还有[一1]?[个点件](?:问题|事儿?|就是)?(?=[，,：: ])"
    r"|(?:对了|话说)(?=[，,：: ])|其次"
    r"|(?:还有|再)?最后(?:[再还]?(?:想|请)?(?:问|请教|咨询)?[一1][个件下句](?:小?问题|事情?|话)?"
    r"(?=[，,：: ]))?"
    r"|还有(?=[，,：: ]|就是|多|几|怎|什么时|谁|要|能)(?:就是)?"
    r"|by the way|also(?=,)|additionally|finally)[，,：: ]*",
    re.IGNORECASE,
)
"""What leads over to a further question and is no part of it."""
_ALSO = re.compile(r"^还有(?![没多几哪别其什啥])(?=.{4})")
"""How a further question begins a sentence."""
_NUMBERED = re.compile(
    r"[(（]\d{1,2}[)）]|(?:^|(?<=[\s，,;；。?？:：]))(?:(?:\d{1,2}|[一二三四五六])(?:[)）、]|\.(?!\d))|第[一二三四五](?:[，,、]|个?是)"
    r"|[一二三四五]是)\s*"
)
_LISTED = re.compile(r"、")
_PAIRED = re.compile(r"以及|和|与|及|跟")
_URGING = re.compile(
    r"(?:(?:很|特别|非常|比较|有点|真的)?(?:着?急|赶时间)|急用|急需|在线等|挺急的?|谢谢\w{0,4}|多谢|感谢|谢了"
    r"|拜托了?|麻烦\w{0,6}|辛苦了?|快点?|尽快\w{0,4}|请?回复|求助|求解答?|求告知|您好|你好|老师好?|在吗"
    r"|(?:请?给|来)(?:我)?个(?:准话|准信|痛快话|明白话|说法|准数|数)|(?:请?别|不要)(?:打官腔|绕(?:弯子?|圈子?)?|敷衍|废话)\w{0,3}"
    r"|[一1]次(?:性)?说(?:完|清楚?|全)|请?说(?:清楚|明白)(?:点|[一1]点)?|烦死(?:人|我)?|气死(?:人|我)?"
    r"|也?太(?:夸张|过分|离谱|麻烦|慢|扯)"
    r"|thanks?(?: you)?(?: (?:very|so) much| in advance)?|please|urgent(?:ly)?|asap|it'?s urgent"
    r"|hello|hi|cheers|quickly)+[了的啊哦呢吧!！~～.。 ]*",
    re.IGNORECASE,
)
"""What hurries, greets, thanks or grumbles, and asks nothing."""
_NAMED = re.compile(
    r"[^有没缺已了是不补改齐]{0,12}(?:材料|资料|文件|证件|费用|价格|收费标准|收费|时间|时长|时限|期限|周期|条件|门槛|资格"
    r"|资质|要求|流程|步骤|手续|程序)(?:都|也|也都|全)?"
)
"""A side of a thing that is named, not asked for in words."""
_BIDDING = re.compile(
    r"(?:请|麻烦|再|能不能|可以)*(?:帮我|给我|替我)(?:再|顺便)?(?:写|讲|说|唱|画|订|点|叫|翻译|编|做)(?:[一1]?(?:下|个|首|篇|段|份))?.+"
    r"|.{2,12}推荐(?:[一1]下|[一1几]?[个家款])"
)
"""What bids the desk do something: a question of its own beside others."""
_TOPIC = re.compile(
    r".{1,8}?(?:[这那][1一]?块儿?|[这那]?方面|[这那]边|[这那]个?事儿?)呢"
    r"|[^有没几多怎什啥哪谁]{0,10}[那这]个?(?:办法|规定|条例|法|标准|文件|通知|国标|指南|合同|平台|系统)呢"
)
"""What a question behind it is about: 安全这块呢，万一来路不正，我们要不要担责."""
_OTHER_TOPIC = re.compile(
    r"(?:那么?|至于|关于|说到|再说|回到)(?P<of>[^有没几多怎什啥哪谁吗么]{1,10}?)[呢啊嘛吧]?"
)
"""What turns to another side of the matter. Before a question on just that it is its topic
(那材料呢，我要带哪些东西来); before one for another side it asks itself."""
_CLOSING = re.compile(
    r"(?:[唉哎嗨哦噢喔嗯呃啊哈]|那)*(?:(?:行|好|可以|算了|成|得|罢了|明白|懂|知道|了解|清楚|收到|理解"
    r"|对|是|没错|这样|原来如此|要的就是[这那]个|就是[这那]个)(?:吧|的|了|啦|嘛|呀|啊|哦|噢)*)+"
    r"|[唉哎嗨哦噢喔嗯呃啊]+"
    r"|(?:(?:ok|okay|fine|well|i see|got it|understood|all right|alright|right|good|great|sure|oh"
    r"|ah|hmm|yes|yeah|no)[,. ]*)+",
    re.IGNORECASE,
)
"""What closes what was said before, and belongs to no question behind it."""
_MEANT = re.compile(
    r"(?:我们?)?(?:其实|刚才|刚刚|本来|真正|主要|就|是|只)*(?:想)?(?:问|关心|想?知道|想?了解)的(?:其实|主要|就)?是"
    r"(?P<meant>[^,，吗么]{2,})"
)
"""What says what is asked: of a sentence with no other question, it is the question."""
_TOO = (
    r"(?:给|告诉|发|报|列|说|讲|写|附|念|标|带|要|提供|告知)(?![你您他她]|对方|别人|客户)(?:[一1]下|出来|上|给|我|我们|咱们|个|声|清楚|听|看"
    r"|下|吧|呗|哈|啊|呀)*"
)
_BIDS_TOO = re.compile(
    rf"(?:请|麻烦|顺便|顺带|再|把|将|最好|帮我?|能)*(?P<what>[^,，]{{2,12}}?)(?:也|都|[一1]并|[一1]起|顺便|同时)+"
    rf"(?:请|帮我?|麻烦)?{_TOO}"
    rf"|(?:请|麻烦|顺便|顺带|再|还|也|(?=把))+(?:请|麻烦|帮)?(?:我)?(?:把(?P<put>[^,，]{{2,12}}?))?{_TOO}(?P<told>[^,，]{{0,12}})"
)
"""What bids the desk tell a further side, which it names: 施行日期也给我."""
_TO_OTHERS = re.compile(
    r"(?:了|过)?(?!我|咱|俺|[1一]?下|个|吧|呗|[嘛呀啊哈]|清楚|出来|全|我们)[^,，]{2,}"
)
"""To whom something is given that is not the visitor, behind 把…给."""
_SIDE_NAMED = re.compile(
    r"日期|时间|时限|期限|日子|条号|条款|条文|原文|条数|罚则|处罚|罚款|依据|出处|文号|名称|全称|电话|地址|网址|邮箱"
    r"|部门|机关|价格|费用|价钱|费率|收费|标准|材料|清单|流程|步骤|条件|要求|范围|例子|区别|数量|数字|联系方式|来源"
)
_SUPPOSED = re.compile(
    r"(?!.*还是)(?:(?:那|也|还|都|又|先|我们?|咱们?|自己|公司|到时候?|以后)+(?:得(?!到|出)|必须|算|不用|不能|用不着)"
    r"|(?:那|也|还|都|又|先|我们?|咱们?|自己|公司|到时候?|以后)*(?:要(?!是|么|不然|紧)|能|可以|可(?=[以不])|需要?|会))"
    r"(?=.{2})"
)
"""How the last clause begins that its question mark alone makes a question: 还得先登记？"""
_BESIDES = ("还", "也")
"""How such a clause begins that asks without a mark too."""
_DISMISSED = re.compile(
    r".{1,12}?(?:不重要|无所谓|不用管|先不[管说谈问]|不用(?:说|讲|回答)了?|我?(?:不|没)?关心|随便)了?"
)
"""What says of a side that it is not asked for: 赔多少不重要."""
_OTHERWISE = re.compile(
    r"还是(?![要得想会]不|不是)(?P<way>算|归|属于?|是|按|给|用|由|走|交|找|跟|向|写|签|在|到|从|先)"
)
"""How a clause begins that names the other way, by the word by which the first was named."""
_PLACE_ALONE = re.compile(
    r"(?:那|就|在|到|像|比如|换成|如果|要是)*(?:[^,，有没几多怎什啥哪谁吗么呢吧能可要会]{0,8}(?:[这那]边|[这那]里|[这那]儿|[这那]块儿?|方面)"
    r"|上海|你们|咱们|我们)(?:的话|来说|而言)?[呢啊嘛]?"
)
"""A place or a field alone: with a question mark, it is what the next sentence asks of."""
_TO_CONFIRM = re.compile(r".{3,}(?:对吧|是吧|对不对|没错吧|是这样吧)[啊呀]?")
"""A statement that is to be confirmed, beside a question of its own."""
_EXAMPLE = re.compile(r"比如|例如|譬如|像是|好比")
"""What tells of which kind a thing is that was asked for."""
_LEAVES = re.compile(
    r"(?:那|如果|要是|假如|我们?|咱们?|然后|就|也|最后|以后)*(?:只|仅|光)(?:保?留|剩|给|按|卖|出|提供|看|报|发|统计)[^吗么呢]{2,}"
)
"""What tells what alone is left of data or given of them, whatever word that asks is in it."""
_ONE_MORE = 6
"""Characters up to which a clause names one more thing of what is left."""
_BRIDGE = "\ue000"
"""Holds a list of what data hold together, where it stands in a sentence."""
SHORTEST = 3
"""Characters of meaning that a part must have to stand as a question."""


def without_lead(text: str) -> str:
    """A question without what only leads over to it: 顺便问下."""
    rest = _LEADS.sub("", text, count=1)
    return rest if len(key(rest)) >= SHORTEST else text


def urges(text: str) -> bool:
    if praises(text):
        return True
    return _URGING.fullmatch(text.strip()) is not None and not aspects_of(text)


def bids(clause: str) -> bool:
    """Whether a clause bids the desk do something for the visitor: 帮我写一首诗."""
    return _BIDDING.fullmatch(clause) is not None


def _asks(clause: str) -> bool:
    clause = without_list(clause)
    return asks(clause) or asks_who(clause) or bids(clause) or _bids_too(clause)


def clauses_of(text: str) -> list[tuple[str, bool]]:
    """The clauses of a text, each with whether it asks. What hurries or closes what was said
    before, and the words and numbers that only lead over to the next, are left out."""
    if len(_NUMBERED.findall(text)) > 1:
        text = _NUMBERED.sub("\n", text)
    found: list[tuple[str, bool]] = []
    since = 0
    pieces = _MARKS.split(bridged(text, _BRIDGE))
    for place, (piece, mark) in enumerate(zip(pieces[::2], [*pieces[1::2], ""], strict=True)):
        for stretch in _JOINTS.split(piece):
            clause = visible(stretch.replace(_BRIDGE, " ")).strip(" ，,。.:：")
            clause = "" if _LEADS.fullmatch(f"{clause}，") else _LEADS.sub("", clause, count=1)
            if found and since == len(found):
                clause = _ALSO.sub("", clause, count=1)
            closing = since == len(found) and _CLOSING.fullmatch(clause) is not None
            if (
                clause
                and (_bids_too(clause) or not urges(clause))
                and not (closing and any(pieces[2 * place + 2 :]))
            ):
                begins = mark in ("，", ",") and _TOPIC.fullmatch(clause) is not None
                example = bool(found) and _EXAMPLE.match(clause) is not None
                told = begins or example or _DISMISSED.fullmatch(clause) is not None
                found.append((clause, _asks(clause) and not told))
        if mark.strip("，, \u3000") or place == len(pieces) // 2:
            found[since:] = _sentence(found[since:], mark)
            if any(pieces[2 * place + 2 :]) and _place_alone(found[since:]):
                found[-1] = (found[-1][0], False)
            if since and _names_topic(found[since - 1][0], found[since:]):
                found[since - 1] = (found[since - 1][0], False)
            since = len(found)
    return [(c, asking and not only_tells(c, text)) for c, asking in _with_named(found)]


def _sentence(clauses: Sequence[tuple[str, bool]], mark: str) -> list[tuple[str, bool]]:
    """The clauses of a sentence that ends with a mark, with what they ask beside one another."""
    found = _either_or(clauses)
    if not found:
        return found
    left = False
    for place, (clause, asking) in enumerate(found[:-1]):
        behind = found[place + 1 :]
        # 只留来几次，多少钱: what is left is told over more than one clause.
        goes_on = left and len(clause) <= _ONE_MORE and any(a for _, a in behind)
        left = goes_on or _leaves(clause, behind)
        if asking and (left or _is_topic(clause, behind)):
            found[place] = (clause, False)
    last = found[-1][0]
    marked = mark.strip("?？") != mark
    if not any(asking for _, asking in found):
        meant = next((n for n, (c, _) in enumerate(found) if _meant_alone(c)), None)
        if marked or meant is not None:
            # By its mark alone a sentence is a question too, asked by its last clause.
            place = len(found) - 1 if meant is None else meant
            found[place] = (found[place][0], True)
        elif _TO_CONFIRM.fullmatch(last):
            found[-1] = (last, True)
    elif not found[-1][1] and _SUPPOSED.match(last) and (marked or last[:1] in _BESIDES):
        found[-1] = (last, True)
    return found


def _place_alone(clauses: Sequence[tuple[str, bool]]) -> bool:
    """Whether a sentence ends with a place that its mark alone makes a question."""
    last = clauses[-1][0] if clauses else ""
    return not asks(last) and _PLACE_ALONE.fullmatch(normalise(last)) is not None


def _either_or(clauses: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Clauses, with the two ways of a question that names both (算我的，还是算你的) as one."""
    found: list[tuple[str, bool]] = []
    for clause, asking in clauses:
        read = _OTHERWISE.match(clause)
        if read is not None and found and read["way"] in found[-1][0]:
            found[-1] = (f"{found[-1][0]}，{clause}", True)
        else:
            found.append((clause, asking))
    return found


def _names_topic(clause: str, behind: Sequence[tuple[str, bool]]) -> bool:
    """Whether a clause only names what the sentence behind it goes on to ask of."""
    topic = _topic_in(clause)
    spoken = "".join(c for c, _ in behind)
    asking = any(a for _, a in behind)
    return topic != "" and asking and all(char in spoken for char in topic)


def _meant_alone(clause: str) -> bool:
    """Whether a clause says which side is asked for: 我问的是处罚, or 处罚 alone."""
    side = re.sub(r"^(?:那|就|的|是|我|要|关于)+", "", normalise(clause))
    return _MEANT.fullmatch(clause) is not None or _SIDE_NAMED.fullmatch(side) is not None


def _is_topic(clause: str, behind: Sequence[tuple[str, bool]]) -> bool:
    """Whether a clause only names what the next question of its sentence is about, rather than
    asking for a side that this does not ask for."""
    topic = _topic_in(clause)
    following = next((c for c, asking in behind if asking), "")
    if not topic or not following or _topic_in(following):
        return False
    sides = aspects_of(following)
    return not sides or not aspects_of(topic).isdisjoint(sides) or not aspects_of(topic)


def _leaves(clause: str, behind: Sequence[tuple[str, bool]]) -> bool:
    """Whether a clause tells what alone is left of data (只留每小时停了多少车), of which the
    question behind it is asked."""
    return _LEAVES.fullmatch(normalise(clause)) is not None and any(a for _, a in behind)


def _topic_in(clause: str) -> str:
    """The topic that a clause names and asks nothing of; empty where it does not."""
    read = _OTHER_TOPIC.fullmatch(clause)
    return read["of"] if read is not None and not asks(read["of"]) else ""


def _bids_too(clause: str) -> bool:
    """Whether a clause bids the desk tell a further side of a matter."""
    read = _BIDS_TOO.fullmatch(clause)
    if read is None:
        return False
    if read["put"] and _TO_OTHERS.match(read["told"]):
        return False  # 把姓名电话给日本总部 bids the desk nothing.
    named = read["what"] or read["put"] or read["told"] or ""
    return _SIDE_NAMED.search(named) is not None


def _with_named(clauses: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Clauses that name a side of a thing beside others that do the same ask for it (入驻的材料，
    费用，周期)."""
    named = [_NAMED.fullmatch(normalise(c)) is not None for c, _ in clauses]
    found: list[tuple[str, bool]] = []
    for place, (clause, asking) in enumerate(clauses):
        before = place > 0 and named[place] and found[-1][1]
        after = place + 1 < len(clauses) and (named[place + 1] or bare(clauses[place + 1][0]))
        several = len(listed(clause)) > 1
        found.append((clause, asking or several or (named[place] and (before or after))))
    return found


def listed(clause: str) -> list[str]:
    """The questions of a clause that lists what it asks for. A listing of things inside one
    question (身份证、营业执照都要交吗) asks only at its end, or for one side of them all."""
    if held_list(clause) is not None:
        return [clause]
    if sides := sides_listed(clause):
        return list(sides)
    items = [p.strip() for p in _LISTED.split(clause) if p.strip()]
    if len(items) > 1 and all(asks(p) for p in items):
        return items
    for pair in _PAIRED.finditer(items[-1]):
        last = [items[-1][: pair.start()].strip(), items[-1][pair.end() :].strip()]
        if _sides_apart([*items[:-1], *last]):
            return [*items[:-1], *last]
    return items if _sides_apart(items) else [clause]


def _sides_apart(items: Sequence[str]) -> bool:
    """Whether each item asks for a side of its own, the later ones of what the first names."""
    sides = [aspects_of(i) for i in items]
    apart = sum(map(len, sides)) == len(frozenset[str]().union(*sides))
    return len(items) > 1 and all(sides) and apart and all(bare(i) for i in items[1:])
