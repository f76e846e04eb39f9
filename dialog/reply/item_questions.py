"""What a text asks of catalogue items that were shown: which of them, by their places, and which
side of them. Pure.

Only the words are read here; whether items were shown at all is told by the exchanges
(``reply.wishes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from dialog.reply.aspects import says_little
from knowledge.text import is_english, normalise

ItemSide = Literal[
    "owner",
    "trial",
    "price",
    "update",
    "coverage",
    "delivery",
    "personal",
    "uses",
    "kind",
    "services",
    "contact",
    "compare",
    "about",
    "other",
]
"""What may be asked of an item; ``other`` is whatever the catalogue has no field for."""

_LONGEST = 60
"""Characters beyond which a text tells something of its own."""
_MEASURE = "(?:个|家|款|种|份|位|张|项|号)"
_VENDORS = "数商|公司|律所|机构|服务商|供应商|团队"
_PRODUCTS = "数据产品|数据集|数据包|产品|接口|报告|指数|语料库?|数据"
_NOUN = f"(?:的)?(?P<{{0}}>{_PRODUCTS}|{_VENDORS})?(?!月|季度|星期|小时|问题|步骤?|环节|阶段)"
_ENGLISH_NOUN = (
    r"(?:ones?|items?|products?|data ?sets?|apis?|reports?|options?|results?"
    r"|vendors?|compan(?:y|ies)|firms?|providers?|suppliers?)"
)
_NUMBERS = {"two": 2, "three": 3, "2": 2, "3": 3}
_ORDINALS = {
    word: place
    for place, words in (
        (1, "first 1st"),
        (2, "second 2nd"),
        (3, "third 3rd"),
        (4, "fourth 4th"),
        (5, "fifth 5th"),
        (6, "sixth 6th"),
        (-1, "last"),
    )
    for word in words.split()
}
_PLACE = re.compile(
    rf"(?P<back>倒数)?第(?P<number>\d{{1,2}}){_MEASURE}{_NOUN.format('a')}"
    rf"|第(?P<joined>\d{{1,2}})(?=[和跟与、]第?\d{{1,2}}{_MEASURE})"
    rf"|(?P<last>最后)(?:的)?(?:那|这)?{_MEASURE}{_NOUN.format('b')}"
    rf"|(?P<first>首){_MEASURE}{_NOUN.format('c')}"
    rf"|\b(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)}) (?P<d>{_ENGLISH_NOUN})\b"
    rf"|\bthe (?P<alone>{'|'.join(_ORDINALS)})(?= *(?:[,.?!;]|$|(?:and|or|from|with|vs) the\b))"
    r"|(?:\b(?:number|no\.?|item|option) ?|#)(?P<digit>\d{1,2})\b"
)
_RUN = re.compile(
    rf"(?P<from>前面?|头|后面?|最后面?)的?(?P<many>\d){_MEASURE}{_NOUN.format('a')}"
    rf"|\b(?:the )?(?P<side>first|last) (?P<several>two|three|[23])(?: (?P<d>{_ENGLISH_NOUN}))?\b"
)
_EVERY = re.compile(
    rf"(?:这|那|上面|以上|刚才)(?:的)?(?:些|几{_MEASURE}?|\d{_MEASURE}){_NOUN.format('a')}"
    rf"|[它他她]们|[2两二]者|(?<![\d第前后])[2两]{_MEASURE}"
    r"|哪(?:1)?(?:个|家|款)(?=更|最|比较|便宜|好|合适|强)"
    rf"|\b(?:both(?: of them)?|all of them|they|them|these(?: two)?|those(?: two)?)"
    rf"(?: (?P<d>{_ENGLISH_NOUN}))?\b"
)
_IT = re.compile(
    rf"它(?!们)|(?:这|那)(?:1)?(?:个|家|款|份){_NOUN.format('a')}|[该此](?P<b>{_PRODUCTS}|{_VENDORS})"
    rf"|\b(?:this|that) (?P<d>{_ENGLISH_NOUN})\b|\bit(?:s|'s)?\b"
)
_SIDES: dict[ItemSide, re.Pattern[str]] = {
    "trial": re.compile(
        r"(?:免费)?(?:试用|试看|试[1一]试|体验)|样[本例品]|\b(?:try|trial|sampled?|samples|demo)\b"
    ),
    "owner": re.compile(
        r"(?:是|归|属于)?[谁哪](?:1)?(?:个|家)?(?:公司|单位|机构|厂商|企业|数商|供方)?"
        r"(?:家的|在?(?:卖|出售|提供|供应|发布|开发|做|出品|出|拥有)的?)"
        r"|[谁哪](?:1)?家(?:公司|数商|供方|的)?|是谁的|(?:是|归|由)哪个(?:公司|单位|机构|企业|数商)的?"
        r"|(?:供方|卖方|卖家|供应商|供应方|提供方|提供商|提供者|厂商|所属公司|数商)(?:是|叫)?(?:谁|哪[家个]?|什么名字?|什么)?"
        r"|谁是(?:供方|卖方|卖家|供应商|提供方|提供商)"
        r"|\bwho(?:'s| is| are)?(?: the)? ?(?:sell(?:s|ing)?|provid(?:es?|ing)"
        r"|offer(?:s|ing)?|owns?|makes?|suppl(?:y|ies|ying)|publish(?:es)?|behind|owners?|sellers?|suppliers?"
        r"|providers?|vendors?)\b|\bwhose\b"
        r"|\b(?:which|what) (?:company|firm|vendor|supplier|provider|seller)\b"
        r"|\b(?:suppliers?|sellers?|providers?|owners?|vendors?)\b"
    ),
    "price": re.compile(
        r"多少钱|几块钱|怎么卖|怎么收费|什么价[格位钱]?|收费|价格|价钱|报价|售价|费用|免费|要钱|花钱|便宜|贵不贵|贵"
        r"|\bhow much\b|\bcosts?\b|\bprices?d?\b|\bfees?\b|\bcheap(?:er|est)?\b|\bexpensive\b"
        r"|\bfree\b|\bcharged?\b"
    ),
    "update": re.compile(
        r"(?:多久|多长时间|几天|每天|多频繁|什么时候)?(?:会)?更新(?:的)?(?:频率|频次|周期|时间|1次|快|及时|多久|多少)*"
        r"|(?:频率|时效性?|实时)|多久[1一]次"
        r"|\bhow (?:often|fresh|recent|current)\b|\b(?:updat|refresh)(?:e[sd]?|ing)?\b"
        r"|\bfrequen(?:cy|tly)\b|\breal[- ]time\b"
    ),
    "coverage": re.compile(
        r"覆盖(?:的|到|了)?(?:哪[些里个]?|什么)?(?:地区|地方|城市|区域|范围|省份?|时间)*|(?:数据)?范围"
        r"|哪(?:些|个|几个)(?:地区|地方|城市|区域|省份?)(?:的)?|(?:是|有)?全国的?"
        r"|\bcover(?:s|ed|age)?\b|\bregions?\b|\bareas?\b|\bcit(?:y|ies)\b"
    ),
    "delivery": re.compile(
        r"(?:怎么|如何|怎样|以?什么(?:形式|方式|格式)?)(?:来)?(?:交付|给我|拿到|取|调用|接入|接|下载|提供)|交付(?:方式|形式)?"
        r"|什么(?:格式|形式)|\bdeliver(?:y|ed)?\b|\b(?:what|which|in what) formats?\b|\bdownload\b"
    ),
    "personal": re.compile(
        r"(?:含有?|包含|涉及|有没有|有|带)?(?:不含)?(?:个人(?:敏感)?(?:信息|数据)|隐私|个人身份)"
        r"|\bpersonal (?:data|information)\b|\bprivacy\b"
    ),
    "uses": re.compile(
        r"(?:能|可以|适合|是)?(?:用在|用到|用于)(?:哪里?|什么(?:地方|场景)?|哪些(?:场景|地方)?)?|(?:能|可以)?(?:用来|拿来)(?:做|干)?(?:什么|啥)"
        r"|(?:应用|适用|使用)?场景|用途|有什么用|有啥用|(?:能|可以)?(?:干|做)(?:什么|啥)用的?|适合(?:什么|谁|哪些)"
        r"|\bused? for\b|\buse cases?\b|\bscenarios?\b|\bsuitable\b|\bgood for\b"
    ),
    "services": re.compile(
        r"(?:是)?(?:做|干|提供)(?:什么|啥|哪些)(?:服务|业务|的|事)*|(?:能|可以|会)(?:做|干)(?:什么|啥|哪些)|(?:什么|哪些)(?:服务|业务)"
        r"|擅长(?:什么|哪些)?|业务|\bwhat (?:does|do|can) .{0,24}\bdo\b|\bservices?\b"
    ),
    "kind": re.compile(
        r"(?:是|有|含有?|包含|包括|属于)?(?:什么|哪些|哪种|哪类|啥)(?:数据|内容|类型|种类|类别|东西)|(?:数据)?(?:类型|种类|类别)"
        r"|包[含括](?:了)?(?:什么|哪些|啥)|里面?(?:都)?(?:有|含)(?:什么|哪些|啥)"
        r"|\bwhat (?:kinds?|types?|sorts?) of\b|\b(?:kind|type)\b"
        r"|\bcontain(?:s|ed)?\b|\binclud(?:es?|ed)\b|\bwhat data\b"
    ),
    "contact": re.compile(
        r"(?:怎么|如何)(?:联系|找)|联系(?:方式|人|电话)?|电话|手机号?|邮箱|官网|网址|微信|地址"
        r"|\bcontact(?:ed)?\b|\bphone\b|\bemail\b|\bwebsite\b|\baddress\b"
    ),
    "compare": re.compile(
        r"(?:有)?(?:什么|啥|哪些)?(?:区别|不同|差别|差异)|不[1一]样|[1一]样吗|(?:做个?)?(?:对比|比较|比[1一]比|比[1一]下)"
        r"|(?:哪|选哪|挑哪)(?:1)?(?:个|家|款)(?:更|比较)?(?:好|合适|强)?"
        r"|\bdiffer(?:s|ent|ence|ences)?\b|\bcompared?\b|\bcomparison\b"
        r"|\bbetter\b|\bversus\b|\bvs\b"
    ),
    "about": re.compile(
        r"(?:详细|具体|仔细)?(?:的)?(?:介绍|说说|讲讲|说[1一]?下|讲[1一]?下|展开|聊聊|看看|看[1一]?下)(?:[1一]?下)?"
        r"|(?:是|叫)(?:个)?(?:什么|啥)|(?:详细|具体)?(?:情况|详情|细节|信息)|怎么样|叫什么|(?:能不能|可以)?详细(?:[1一]?点|些)?"
        r"|\b(?:describe|introduce|explain|details?|tell me (?:more )?about|more about"
        r"|what(?:'s| is| are))\b"
    ),
}
"""In the order in which they are looked for: a free trial is no price. What one has read, the next
does not see."""
_GENERAL: frozenset[ItemSide] = frozenset(("about", "kind"))
_BESIDE = re.compile(
    r"那么?|还|再|请问|想知道|想问|告诉我|给我|帮我|麻烦|刚才|刚刚|上面|前面|推荐|列出?|目录|里面?|其中|都|各自|分别|好的?|嗯|谢谢"
    r"|这|那|[1一]下|[1一]点|想|看|多|更|和|跟|与|比|、|来说|的话|卖|提供|支持|做|呢|哪|谁|什么"
    r"|\b(?:and|tell|me|more|ok(?:ay)?|please|thanks|then|from|with|one|by|i|get|offered|sold|come"
    r"|comes|contact|them|its?|say|know|now|every|between|provided|have|data)\b|'s\b"
)
_PREDICATE = re.compile(
    r"^(?:的)?(?:话)?[,，: ]*(?:$|[吧呢啊呀哈.?!。]"
    r"|是|有|能|会|可|要|需|多|怎|咋|如何|什么|啥|哪|谁|几"
    r"|支持|包|含|覆盖|适合|靠|合规|安全|质量|好|贵|便宜|免费|准|够|用|在|由|归|属|和|跟|与|比|都|分别|到底|具体|详细|的)"
)
"""How what is said of an item begins; 第2个环节 or 第2个税种 is about something else."""
_ONWARD = re.compile(r".*呢[?。! ]*|(?:and|what about|how about)\b.*")


class ItemQuestion(msgspec.Struct, frozen=True):
    """What is asked of items of a list. ``places``: counted from one, or from the end where
    negative. ``run``: the first so many, or the last where negative. ``every``: all of them.
    Without any of these it is about the one spoken of, by a pronoun (``it``) or silently.
    ``noun``: whether products or vendors are meant, where the text says so. ``onward``: the sides
    are not named, so that they are those of the question before (那第二个呢)."""

    sides: tuple[ItemSide, ...]
    places: tuple[int, ...] = ()
    run: int = 0
    every: bool = False
    it: bool = False
    noun: Literal["", "product", "vendor"] = ""
    onward: bool = False

    @property
    def counts(self) -> bool:
        """Whether items are named by their places in a list."""
        return bool(self.places or self.run)

    def among(self, count: int) -> tuple[int, ...]:
        """The places meant in a list of so many items, from one; some may lie beyond it."""
        if self.every:
            return tuple(range(1, count + 1))
        if self.run > 0:
            return tuple(range(1, min(self.run, count) + 1))
        if self.run < 0:
            return tuple(range(max(count + self.run, 0) + 1, count + 1))
        return tuple(dict.fromkeys(p if p > 0 else max(count + 1 + p, 0) for p in self.places))


def item_question(text: str) -> ItemQuestion | None:
    """What a text asks of shown items; ``None`` when it can be no such question."""
    text = normalise(text).strip()
    if not text or len(text) > _LONGEST * (2 if is_english(text) else 1):
        return None
    for pattern in (_RUN, _PLACE, _EVERY, _IT):
        found = tuple(pattern.finditer(text))
        if found:
            return _pointing(text, pattern, found)
    sides, left = _sides(text)
    return ItemQuestion(sides) if sides and _little(left) else None


def place_told(text: str) -> int:
    """The place of an item that a text names: 2 for 第二个是什么, -1 for the last; else 0."""
    text = normalise(text)
    run = _RUN.search(text)
    if run is not None:
        return _run(run) if _run(run) == -1 else 0
    found = _PLACE.search(text)
    return _place(found) if found is not None else 0


def _pointing(
    text: str, pattern: re.Pattern[str], found: tuple[re.Match[str], ...]
) -> ItemQuestion | None:
    counts = pattern in (_RUN, _PLACE)
    rest = pattern.sub(" ", text)
    sides, left = _sides(rest)
    if not sides and pattern is _EVERY:
        # 哪个好 both points and asks.
        sides, left = _sides(text)
        left = pattern.sub(" ", left)
    little = _little(left)
    if not counts and not (sides and little):
        return None
    if not little and not _said_of_it(text[: found[0].start()], text[found[-1].end() :]):
        return None
    onward = not sides and little and _ONWARD.fullmatch(text) is not None
    return ItemQuestion(
        sides or (("about",) if little else ("other",)),
        places=tuple(map(_place, found)) if pattern is _PLACE else (),
        run=_run(found[0]) if pattern is _RUN else 0,
        every=pattern is _EVERY,
        it=pattern is _IT,
        noun=_noun(found),
        onward=onward,
    )


def _said_of_it(before: str, behind: str) -> bool:
    """Whether what stands around a place is said of what is there: words of its own are then a side
    that the catalogue lacks, or talk around the one that it has."""
    if is_english(f"{before}{behind}"):
        return _little(before) or _little(behind)
    return _little(before) and _PREDICATE.match(behind) is not None


def _place(found: re.Match[str]) -> int:
    words = found.groupdict()
    ordinal = words["ordinal"] or words["alone"]
    if ordinal:
        return _ORDINALS[ordinal]
    if words["last"] or words["first"]:
        return -1 if words["last"] else 1
    number = int(words["number"] or words["joined"] or words["digit"])
    return -number if words["back"] else number


def _run(found: re.Match[str]) -> int:
    words = found.groupdict()
    if words["side"]:
        return _NUMBERS[words["several"]] * (1 if words["side"] == "first" else -1)
    return int(words["many"]) * (-1 if "后" in words["from"] else 1)


def _noun(found: Iterable[re.Match[str]]) -> Literal["", "product", "vendor"]:
    for match in found:
        words = match.groupdict()
        noun = next((words[n] for n in "abcd" if words.get(n)), "")
        if re.search(rf"{_VENDORS}|vendor|compan|firm|provider|supplier", noun):
            return "vendor"
        if re.search(rf"{_PRODUCTS}|product|data|api|report", noun):
            return "product"
        if "家" in match.group():
            return "vendor"
    return ""


def _sides(text: str) -> tuple[tuple[ItemSide, ...], str]:
    """The sides that a text names, and what is left of it."""
    sides: list[ItemSide] = []
    for side, pattern in _SIDES.items():
        left = pattern.sub(" ", text)
        if left != text:
            sides.append(side)
            text = left
    own: list[ItemSide] = [s for s in sides if s not in _GENERAL]
    named: list[ItemSide] = [s for s in own if s != "compare"]
    # Which is updated sooner compares nothing else.
    return tuple(named or own or sides), text


def _little(text: str) -> bool:
    return says_little(_BESIDE.sub(" ", text))
