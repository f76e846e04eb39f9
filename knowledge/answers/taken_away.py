"""What a text takes out of the data of a case (不传身份证护照和人脸), and what alone is left of
them (只传姓名电话积分). Pure; texts are normalised.

A no stands before or behind a whole list, and reaches each thing in it. What is left is told by a
list as well: what was named before and stands in none is out, whether it is denied or not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from knowledge.text import normalise
from knowledge.types import DecisionTable, Input

_NO = (
    r"(?:(?:不(?:再|用|想|打算|会|去)?(?:传|发|给|卖|提供|带|含|要(?!求)|放|导出|共享|同步|上传|包含|包括))(?:了|走|出去|过去)?"
    r"|(?:去掉|去除|剔除|删掉|删除|删|拿掉|除去|扣掉|抹掉|排除|撤掉|剥离)了?)"
    r"(?:给)?(?:总部|对方|他们|买家|买方|那边|境外|国外|海外|外方|外面)?"
)
_BEHIND = (
    r"(?:这些|这几[样项种]|那些|这两[样项种]|这[两2]个|之类的?|什么的|等等?|字段|[1一]?[列栏块]|(?<!是)的)*"
    r"(?:我们?|咱们?)?(?:要是|如果|先|就|也|都|全部?|[1一]概|统统|给|再|可以|通通|已经)*"
    r"(?:不(?:传|发|给|卖|提供|带|要(?!求)|放|导出|共享|同步|上传)|去掉|去除|剔除|删掉|删除|删|拿掉|除外|除去|扣掉|抹掉|撤掉"
    r"|(?:都|只|就)?留(?:在|着)?(?:国内|境内|本地|上海|中国|自己(?:这|手)里?))"
    r"(?:了|掉|出去|过去|的话|呢|吧|以后|之后|后|的|行吗|行不行|可以吗|可不可以|成吗|是不是|会不会|能不能|就|还|那)*"
    r"(?=$|[,。;?!:、 ]|[只仅就还那光](?!有)|其[他余它]|剩|别的|要|能|可|行|算|免|是)"
)
_LACKING = (
    r"(?:(?<!有)(?:没有?|未曾?|不|从不)(?:再|曾|去|会|有)*"
    r"(?:收集|采集|收|要(?!求)|记录?|登记|存储?|留存?|保[存留]|拿|碰|录入?|填写?|索[要取]|写|放|涉及|获取|掌握|持有|用)(?:过|了)?"
    r"|(?<!有)(?:没有?|无))(?:过|了)?"
    r"|有没有|有无"
)
"""What says that something is not there, or was never gathered (从来没要过他们的银行卡), or asks
whether it is."""
_SUCH = (
    r"(?:号码?|信息|数据|资料|记录|[呀啊]|[a-z]*(?: (?:data|records?|details|numbers?))?)*"
    r"(?:那些|这些|那[1一]?类|这[1一]?类|之类|[1一]类|等等|什么的|啥的|这种|那种"
    r"|,? (?:or|and|nor) (?:such|the like|anything like (?:that|it)|that sort|that kind))"
)
_BUT_FOR = re.compile(
    r"除(?:了|开|去|掉)?(?P<list>[^,。;?!:]{1,30}?)(?:以外|之外|外)?,?(?=(?:其[他余它]|别的|剩下|另外的))"
)
_FILL = (
    r"(?:任何|所有的?|全部的?|里面的?|其中的?|那些|这些|他们的?|她们的?|客[户人]的?|用户的?|员工的?|会员的?|顾客的?|本人的?|的"
    r"|原始)*"
)
_TAIL = (
    r"(?:号码?|信息|数据|资料|记录|照片|图片|图像|原图|字段|录入|登记|影像|内容|档案|入住|识别|特征|模板|报告|结果|复印件|扫描件"
    r"|正反面)*"
)
_AND = r"(?:、|和|与|及|或者?|跟|以及|还有|加上?|/|\+)?"
_NO_ENGLISH = (
    r"(?:\b(?:no|without|exclud\w+|remov\w+|delet\w+|strip\w*|drop\w*|skip\w*|omit\w*|withhold\w*)"
    r"(?: out)?"
    r"|\b(?:leav(?:e|ing)|left|tak(?:e|ing)|took|taken|keep(?:ing)?|kept)(?: out| off| back)"
    r"|(?:n['’]t|\bnot|\bno longer|\bstop|\bnever)"
    r" (?:send|sending|share|sharing|transfer|transferring|export|exporting|include|including|sell"
    r"|selling|provide|providing|give|giving|pass|passing|ask(?:ed)? for|request(?:ed)?"
    r"|collect(?:ed)?|gather(?:ed)?|hold|held|store[ds]?|record(?:ed)?|have|had|keep|kept|took|take)"
    r"(?: on| over)?)"
)
_FILL_ENGLISH = r"(?: (?:all|any|the|our|their|these|those|of|his|her))*"
_TAIL_ENGLISH = (
    r"s?(?: (?:data|information|info|records?|images?|scans?|photos?|pictures?|numbers?|details"
    r"|fields?|templates?|copies|prints?|recognition))*"
)
_AND_ENGLISH = r"(?:,? and|,? or|,? nor| plus|,)"
_BEHIND_ENGLISH = (
    r" (?:(?:is|are|will be|would be|were|get|have been)(?: all| both| now)* )?"
    r"(?:(?:not|never|no longer) (?:being )?"
    r"(?:sent|shared|transferred|exported|sold|included|provided|given|passed on)"
    r"|(?:removed|deleted|dropped|excluded|left out|taken out|stripped)"
    r"|(?:stays?|remains?|(?:is|are) kept|kept)"
    r" (?:here|in china|in shanghai|at home|inside china|behind))"
)
_BUT_FOR_ENGLISH = re.compile(
    r"\b(?:everything|all|anything)(?: else)? (?:but|except(?: for)?|apart from|other than)"
    r" (?P<list>[^,.;?!]{2,60})"
)
_ONLY = re.compile(
    r"(?:只|仅|光|单单?|就)(?:是|会|想|要|打算|能|把|剩|需要|必须|肯|得)*"
    r"(?:传|发|提供|留下?|保留|导出|同步|共享|上传|卖|给(?![^,。;?!]*(?:看|用|做|传|发))|带|出|报|有|剩下?)"
    r"(?:过去|出去|了|上|[1一]下)?(?!到|往|给|去|回|在|过)"
    r"(?P<list>[^,。;?!:不没]{2,40})"
)
_ONLY_ENGLISH = re.compile(
    r"\b(?:only|just|nothing but|merely) (?:(?:to )?(?:send|sending|share|sharing|transfer"
    r"|transferring|export|exporting|sell|selling|provide|providing|keep|keeping|include|including|give|giving|pass"
    r"|passing|leave|have|with) )?(?:on )?(?P<list>[a-z][^.;?!]{2,70})"
    r"|\b(?:send|sending|share|sharing|transfer|transferring|export|exporting|sell|selling|keep|keeping)"
    r" (?:only|just|nothing but) (?P<behind>[a-z][^.;?!]{2,70})"
)
_HAS_ONLY = re.compile(
    r"(?:只|仅|光|单单?|就)(?:是|会|能|剩|需要|必须|得)*有(?!关)"
    r"|(?<!send )(?<!sending )(?<!share )(?<!sharing )(?<!export )(?<!exporting )(?<!transfer )"
    r"(?<!sell )(?<!selling )(?<!keep )(?<!keeping )(?<!transferring )"
    r"\b(?:only|just|nothing but|merely) (?!(?:to )?(?:send|shar|transfer|export|sell|provid|keep"
    r"|includ|giv|pass|leav)\w*\b)(?=[a-z])"
)
"""What tells that nothing else is in the data, rather than given."""
_OTHERWISE = re.compile(
    r"要是|如果|假如|假设|倘若|改|换成|变成|做成|以后|之后|呢[?。!]*$"
    r"|\b(?:if|suppose|instead|after|from now on)\b"
)
"""What makes another case of the one before."""
_ANY = re.compile(
    r"[不没无未]|[去删拿撤剔剥扣抹除]|留|\b(?:no|not|never|without|exclud|remov|delet|strip|drop|skip|omit|withhold|leav|left"
    r"|tak|took|keep|kept|but|except|than|stop|stays?|remains?)|n['’]t"
)
"""What some text must have that takes anything away."""
_DENYING = re.compile(r"[不没无非未]|non-|no\b|neither")
_COUNTS = re.compile(
    r"\d|[1一]部分|[1一]次|几[个条次份]|[1一]点|部分(?:人|用户|客户)|\bto\b|\bone\b|\bonce\b|\bfew\b|\bsome\b|\bpart\b"
)
"""What says how many, or to whom, rather than what."""
_MADE = re.compile(
    r"统计|汇总|平均|总数|合计|比例|占比|聚合|匿名|脱敏|加密|哈希|打码|编号|代号|模型|报告|结论|查询|接口"
    r"|statistic|stats|aggregat|average|total|summar|percent|anonymi|pseudonymi|mask|hash|encrypt|model|result|api\b"
)
"""What is made of the data first: that is no list of their fields."""
_OF_WHOM = re.compile(
    r"(?:[患病]者|病人|[人员生徒]|孩子?|童|娃们?|未成年|婴儿|幼儿|岁|周岁|以下|[未满]14)$"
    r"|^(?:patient|child|children|child(?:ren)? .*|kids?.*|minors?.*|under .*)$"
)
"""The end of a word that tells whose the data are, not what: it holds of every field of theirs."""
_OWN_NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:数据|资料|报表|图纸|台账|文件|记录|信息)(?!出境|安全|保护|处理|交易|传输|跨境)"
)
_NO_NAME = re.compile(
    r"我们?|咱们?|公司|企业|单位|客户|用户|个人|敏感|重要|普通|一般|这[些个批种]|那[些个批种]|所有|全部|上述|前面|刚才"
    r"|说的|把|要|想|也|都|还|就|将|能|可以|有|是|在|和|与|及|的|之|等|一些|部分|其他|传|发|给|向|到|境外|国外|海外"
)
_MORE_IN_IT = re.compile(
    r"^(?:还|也|另外|哦|对了|,)*(?:里[面头边]?|其中|当中)(?:还|也|都|,)*(?:有(?!没)|含|带|包[括含])"
    r"[^?？吗么呢]+$"
    r"|^(?:oh|and|but|also|well|yes|[, ])*(?:there(?:'s|’s| is| are)|(?:it|they|these|those"
    r"|the data|the files|some of (?:it|them)) (?:also )?(?:has|have|contains?|includes?))\b[^?]+$"
)
"""What tells of more that is in the data, and asks nothing."""


def each_denied(table: DecisionTable, text: str) -> str:
    """A text with each thing of a list denied by itself: 不传身份证和人脸 → 不传身份证、不传
    人脸."""
    things = _things(table)
    return _each_denied(things, text) if things and _ANY.search(text) else text


# A turn reads its texts a dozen times.
@functools.lru_cache(maxsize=512)
def _each_denied(things: tuple[str, ...], text: str) -> str:
    lacking = _lacking(things)
    return lacking.sub(lambda m: _each_lacking(things, m), _each_taken(things, text))


def _each_taken(things: tuple[str, ...], text: str) -> str:
    behind, before, behind_english, before_english = _shapes(things)
    text = _BUT_FOR.sub(lambda m: f"不传{m['list']},", text)
    text = _BUT_FOR_ENGLISH.sub(lambda m: f"no {m['list']}", text)
    for shape in (behind, before):
        text = shape.sub(lambda m: _each(things, m, no="不传", between="、"), text)
    for shape in (behind_english, before_english):
        text = shape.sub(lambda m: _each(things, m, no=" no ", between=","), text)
    return text


def and_such(phrase: str, text: str) -> bool:
    """Whether a text names a thing as one of its kind (没有病历、银行卡那些): who denies it denies
    the kind."""
    return re.search(re.escape(phrase) + _SUCH, text) is not None


def lacks_data(table: DecisionTable, text: str) -> bool:
    """Whether a text says of something that it is not in the data of a table's case (没有病历, nor
    do we hold card numbers), and of nobody that they are not there."""
    things, text = _things(table), normalise(text)
    found = _lacking(things).search(text) if things else None
    if found is not None and not found["no"].startswith("有"):
        return not all(tells_whom(w) for w in _named_in(things, found["list"]))
    return bool(things) and _shapes(things)[3].search(text) is not None


def only_left(table: DecisionTable, text: str) -> str:
    """The list of what alone is given, as a text tells it (只传姓名电话积分): empty where it tells
    how many, to whom, or what is made of the data first."""
    known = data_of(table)
    if known is None:
        return ""
    for shape in (_ONLY, _ONLY_ENGLISH):
        for match in shape.finditer(text):
            listed = next(g for g in match.groups() if g)
            counted = _COUNTS.search(listed) and not _names_any(table, listed)
            if not counted and not _MADE.search(listed):
                return listed
    return ""


def describes(text: str) -> bool:
    """Whether a text that lists all that is left tells what the data are (只有年龄性别), and
    neither what alone is given (只传年龄) nor another case than the one before (要是只有年龄呢)."""
    if _HAS_ONLY.search(text) is None or _OTHERWISE.search(text):
        return False
    rest = _HAS_ONLY.sub(" ", text)
    return _ONLY.search(rest) is None and _ONLY_ENGLISH.search(rest) is None


def takes_away(table: DecisionTable, text: str) -> bool:
    """Whether a text takes something that a table has words for out of the data, or tells what
    alone is left of them."""
    things = _things(table)
    taken = things and _ANY.search(text) and _each_taken(things, text) != text
    return bool(taken) or bool(only_left(table, text))


def left_unread(table: DecisionTable, text: str) -> str:
    """The name of the input that a text leaves open by taking something out of the data that the
    table has no word for (证件那一列不传了); empty where it does not."""
    known = data_of(table)
    if known is None or takes_away(table, text) or _item(_things(table)).search(text):
        return ""
    out = re.search(rf"{_NO}|{_NO_ENGLISH}|{_BEHIND_ENGLISH}", text) or _ONLY.search(text)
    return known.name if out is not None else ""


def data_of(table: DecisionTable) -> Input | None:
    """The input of a table whose values stand for what is in the data."""
    denied = next((i for i in table.inputs if i.denied), None)
    named = {p for group in list(table.case.values())[:2] for p in group}
    phrases = ((i, {p for words in i.words.values() for p in words}) for i in table.inputs)
    return denied or next((i for i, words in phrases if len(words & named) > 1), None)


def tells_whom(phrase: str) -> bool:
    """Whether a phrase of a kind tells whose the data are (患者, 儿童): no field of theirs is of
    another kind."""
    return _OF_WHOM.search(phrase) is not None


def _each(things: tuple[str, ...], found: re.Match[str], *, no: str, between: str) -> str:
    """Each word of a list with a no of its own; 银行卡号 is both 银行卡 and 卡号."""
    named = _named_in(things, found["list"])
    if len(named) == 1 and found.groupdict().get("no", "").startswith("不"):
        return found.group()  # It is denied as it stands.
    return between.join(f"{no}{word}" for word in named)


def _each_lacking(things: tuple[str, ...], found: re.Match[str]) -> str:
    """The same for what is not there; whose it would be (病人的银行卡) are there all the same."""
    named = _named_in(things, found["list"])
    kept = [w for w in named if not tells_whom(w)] or named
    if len(named) == 1 and found["no"] in ("没", "没有", "无"):
        return found.group()
    no = found["no"] if found["no"].startswith("有") else "没有"
    return "、".join(f"{no}{word}" for word in kept)


def _named_in(things: tuple[str, ...], listed: str) -> list[str]:
    named: list[str] = []
    for match in _item(things).finditer(listed):
        words = [w for w in _words(things) if _begins(w, match.group())]
        named += [w for w in words if not any(w != other and w in other for other in words)]
    return named


def _begins(word: str, thing: str) -> bool:
    """Whether a word stands in the name of a thing; an English one begins no word midway."""
    place = thing.find(word)
    return place == 0 or (place > 0 and not (word.isascii() and thing[place - 1].isalpha()))


def _names_any(table: DecisionTable, text: str) -> bool:
    return _item(_things(table)).search(text) is not None


def _things(table: DecisionTable) -> tuple[str, ...]:
    """The words for what may be in the data of a table's cases, as they stand in the pack."""
    known = data_of(table)
    if known is None:
        return ()
    groups = (*known.words.values(), *known.answers.values(), known.doubtful)
    return tuple(p for group in groups for p in group)


@functools.lru_cache(maxsize=16)
def _words(things: tuple[str, ...]) -> tuple[str, ...]:
    """Words for things, normalised, the longest first, without those that deny themselves."""
    words = {normalise(t) for t in things}
    return tuple(sorted((w for w in words if not _DENYING.match(w)), key=len, reverse=True))


@functools.lru_cache(maxsize=16)
def _named(things: tuple[str, ...]) -> tuple[str, str]:
    """The Chinese words for things and the English ones, each as an expression for one of them."""
    words = _words(things)
    nothing = r"(?!)"
    chinese = "|".join(re.escape(w) for w in words if not w.isascii() or w in ("gps", "dna"))
    english = "|".join(re.escape(w) for w in words if w.isascii())
    return chinese or nothing, english or nothing


@functools.lru_cache(maxsize=16)
def _item(things: tuple[str, ...]) -> re.Pattern[str]:
    chinese, english = _named(things)
    return re.compile(rf"(?:{chinese}){_TAIL}|(?<![a-z])(?:{english}){_TAIL_ENGLISH}")


@functools.lru_cache(maxsize=16)
def _shapes(things: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A Chinese list with a no behind it and before it, and an English one."""
    chinese, english = _named(things)
    one = rf"{_FILL}(?:{chinese}){_TAIL}"
    listed = rf"(?P<list>{one}(?:{_AND}{one})*)"
    each = rf"{_FILL_ENGLISH} ?(?<![a-z])(?:{english})[a-z]*{_TAIL_ENGLISH}"
    listed_english = rf"(?P<list>{each}(?:{_AND_ENGLISH}{each})*)"
    return (
        re.compile(rf"{listed}{_BEHIND}"),
        re.compile(rf"(?P<no>{_NO}){listed}"),
        re.compile(rf"{listed_english}{_BEHIND_ENGLISH}"),
        re.compile(rf"(?P<no>{_NO_ENGLISH}){listed_english}"),
    )


@functools.lru_cache(maxsize=16)
def _lacking(things: tuple[str, ...]) -> re.Pattern[str]:
    """A Chinese list of what is not there."""
    chinese, _ = _named(things)
    one = rf"{_FILL}(?:{chinese}){_TAIL}"
    return re.compile(rf"(?P<no>{_LACKING})(?P<list>{one}(?:{_AND}{one})*)")


def more_in_it(text: str) -> bool:
    """Whether a text only tells of more that is in the data: 里面还有身份证号."""
    return _MORE_IN_IT.search(normalise(text)) is not None


def names_other_data(text: str, earlier: Iterable[str]) -> bool:
    """Whether a text names data that none of those before names: 企业的财报数据, where tracks were
    told of. What was told of these says nothing of the others."""
    before = "".join(map(normalise, earlier))
    names = (_NO_NAME.sub("", found["name"]) for found in _OWN_NAME.finditer(normalise(text)))
    return any(len(name) > 1 and name not in before for name in names)


def of_other_data(table: DecisionTable, text: str, earlier: Sequence[str]) -> bool:
    """Whether a text is not on the data that those before told of: it takes them out, or names
    others."""
    return takes_away(table, normalise(text)) or names_other_data(text, earlier)
