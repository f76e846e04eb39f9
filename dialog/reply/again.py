"""What a text asks of the conversation itself: to say the last answer again, or more simply. Pure.

Such a text names no matter. Searched by itself it leads anywhere (再说一遍 sounds like a farewell),
so it is known by its whole wording, and the question before it is answered again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from dialog.reply.summing_up import sum_wish
from knowledge.text import normalise

Again = Literal["", "repeat", "simpler"]
_LONGEST = 60
"""Characters beyond which a text asks for something of its own."""

_BEFORE = (
    r"(?:请|麻烦|劳驾|能不能|可不可以|能否|可以|能|那|你|您|我|给我|帮我|跟我|把|刚才的?|刚刚的?"
    r"|上面的?|答案|那句话?|这句话?|话"
    r"|不好意思|抱歉|对不起|啊|嗯|呃|什么|还是|真的|真|完全|有点|有些|[,? ])*"
)
_BEHIND = (
    r"(?:好吗|好不好|行吗|行不行|可以吗|可不可以|吗|嘛|么|吧|呗|呢|啊|呀|哈|哦|了|谢谢|谢了"
    r"|[,.?!~。 ])*"
)
_TIMES = r"(?:[一1两2]?(?:遍|次|下|回))"
_HEARD = r"没(?:太)?(?:听|看)(?:清楚?|见|到)|没(?:记住|记下来?|跟上)|听不(?:清楚?|见)"
_SAY = r"(?:说|讲|念|读|复述|回答|答|解释|来|发|介绍)"
_REPEAT = re.compile(
    f"{_BEFORE}(?:(?:{_HEARD})(?:{_BEHIND}))?{_BEFORE}"
    f"(?:(?:再|重新?){_SAY}{_TIMES}|重(?:复|说|讲){_TIMES}?|复述{_TIMES}?|{_HEARD}"
    r"|(?:刚才|刚刚|上面)?(?:说|讲)的?(?:是)?(?:什么|啥)来着?)"
    f"{_BEHIND}"
    r"|(?:(?:sorry|please|could you|can you|would you|will you)[,.? ]*)*"
    r"(?:(?:say|tell me|read) (?:that|it|this) (?:again|once more)|repeat(?: (?:that|it|yourself))?"
    r"|come again|once more|once again|one more time|(?:i beg your )?pardon(?: me)?"
    r"|what did you (?:just )?say|i (?:didn'?t|did not) (?:hear|catch) (?:that|you|it))"
    r"(?:[,. ]*(?:please|again))*[.?! ]*"
)
_PLAIN = (
    r"(?:简单|简明扼要|简明|简短|简洁|简要|通俗|直白|直接|浅显|明白|清楚|好懂|容易懂|口语"
    r"|短)(?:易懂|明了)?"
)
_SOMEWHAT = r"(?:(?:[一1]?(?:点|些|下))(?:儿)?(?:的)?)"
_UNDERSTOOD = re.compile(
    r"(?:好的?|嗯|哦|噢|哈|那|这下|我|都|已经|说得|讲得|很|挺|明白|清楚|懂|知道|了解"
    r"|[,.!~。 ])+(?:了|啦|的|哈|啊|呢|嘞|[,.!~。 ])*"
)
"""Who says that it was clear."""
_OF_A_TIME = re.compile(
    r"(?:这|那|也|有点|好|[,])*太?(?:长|多|短)了?(?:吧|啊|呀|了|[,.?!~。 ])*"
    r"|(?:(?:that|it|this)(?:'s| is))? ?(?:way |much |far )?too (?:long|much|hard)[.?! ]*"
)
"""Who says that it is much may mean the days that were told."""
_MISSED = (
    r"(?:听|看|弄|搞|读)(?:得)?(?:还是|还)?不(?:太|大|怎么)?(?:懂|明白)|没(?:太|大|怎么)?(?:听|看"
    r"|弄|搞)(?:懂|明白)|没(?:太)?(?:懂|明白)"
    r"|不(?:太|大|是很|怎么)?(?:懂|明白|理解)"
)
_TOO_MUCH = (
    r"(?:[你您]?(?:说|讲|写|答)(?:得|的)|这|答案|回答|内容|字)*(?:太|有点|好)(?:过)?(?:长|多|复杂"
    r"|绕|专业|深奥?|难懂|啰嗦|罗嗦|官方|书面|抽象|晦涩)"
    r"|(?:我|俺|咱)(?:是|就是)?(?:个)?(?:没(?:有)?(?:什么|啥)?文化|文化(?:程度)?(?:不高|低)|小白"
    r"|外行|新手|门外汉|老年人|老头|老太太|大老粗|年纪大|岁数大"
    r"|不懂(?:法律?|这些|这个|行|技术))"
)
"""What says why: it is too much, or the visitor is new to it."""
_SHORT = (
    r"(?:长话短说|简而言之|(?:总结|概括|归纳)(?:[一1]?下)?(?:就行|即可)?"
    r"|(?:直接|只|就|光)?(?:讲|说|挑|捡|听|要)+(?:个|下|[一1]下)?(?:重点|要点|核心|大意|大概|结论"
    r"|主要的)(?:就行|即可|讲|说)*"
    r"|(?:用|就|只)?(?:[一1]?[两2]|[一1])句话(?:来)?(?:概括|总结|说|讲|回答|答)(?:清楚?|明白"
    r"|[一1]下)?"
    r"|大?白话(?:讲|说)+)"
)
_EXAMPLE = (
    r"(?:举(?:[1一]?(?:个|些|几个|下))?(?:简单|具体|实际|生活[里中]?|通俗)?的?"
    r"(?:例子?|栗子|比方|实例|案例)"
    r"|打[1一]?个?比方|(?:有没有|有|来|给)(?:[1一]?个|点|些|什么|啥)*(?:具体|实际|简单)?的?"
    r"(?:例子|实例|栗子)|(?:比如|例如|譬如|比方)(?:说)?(?=呢|[?？]|$))"
    r"(?:来?(?:说明|说说?|讲讲?|解释|听听?|看看?)(?:[1一]下)?)?"
)
"""What asks for an example of what was said."""
_EXAMPLES = re.compile(rf"{_EXAMPLE}|\b(?:examples?|instance|such as|like what)\b")
_SIMPLER = re.compile(
    f"(?:{_BEFORE}(?:{_EXAMPLE}|{_MISSED}|{_TOO_MUCH}|{_SHORT}"
    f"|(?:再|重新?)?{_SAY}(?:得|的)?(?:再|更)?{_PLAIN}{_SOMEWHAT}?"
    f"|(?:再|更){_PLAIN}{_SOMEWHAT}?(?:地)?{_SAY}?{_TIMES}?"
    f"|{_PLAIN}(?:{_SOMEWHAT}(?:地)?{_SAY}?|(?:地)?{_SAY}){_TIMES}?"
    f"|(?:用|讲|说|拿)(?:大白话|白话|人话|普通话|通俗的话"
    f"|简单的话)(?:再)?(?:{_SAY}){{0,2}}(?:{_TIMES})?"
    r"|换(?:[一1]?个|[一1]?种)?(?:说法|讲法)(?:再)?(?:说|讲)?(?:[一1]?(?:遍|次|下))?"
    f")(?:{_BEHIND}|(?:你|您)?(?:在)?(?:说|讲)的?(?:是)?(?:什么|啥){_BEHIND})){{1,3}}"
    r"|(?:(?:sorry|please|ok(?:ay)?|hm+|so|but|can you|could you|would you|can i have|give me"
    r"|just)[,.? ]*)*"
    r"(?:(?:i )?(?:still )?(?:don'?t|do not|didn'?t|cannot|can't) (?:understand|get|follow)"
    r"(?: (?:it|that|this|you|a word))?"
    r"|(?:say|put|explain|tell me|repeat) (?:that|it|this)(?: (?:to me|again|all))* ?(?:more simply"
    r"|simply"
    r"|in short|briefly|(?:in|with) (?:(?:more|very) )?(?:simple|simpler|plain|other|everyday|easy"
    r"|layman'?s?)"
    r" (?:words|terms|english|language))"
    r"|(?:in )?(?:(?:more|very) )?(?:simpler|plain|simple|layman'?s?|everyday)(?: (?:words|terms"
    r"|english|language))?"
    r"|explain (?:it |that |this )?(?:to me )?like (?:i'?m|i am) (?:five|5|a child|a kid)|eli5"
    r"|(?:that(?:'s| is)|it(?:'s| is)|this is)? ?(?:way |much |a bit |far )?too (?:long|complicated"
    r"|complex|technical|much|hard)"
    r"(?: for me| to (?:understand|read|follow))?"
    r"|tl;?dr|in short|in (?:one|a single) sentence|(?:the )?short(?:er)? (?:version|answer)"
    r"|(?:be )?(?:brief|briefly)"
    r"|(?:can you |please )*(?:simplify|shorten|summari[sz]e|dumb)(?: (?:it|that|this))?(?: down)?"
    r"|what(?:'s| is) the (?:gist|bottom line|short version)"
    r"|(?:give (?:me )?|show (?:me )?|have |is there |are there |with |do you have )*"
    r"(?:an?|any|some|one) (?:(?:simple|concrete|real) )?examples?(?: (?:of|for) (?:that|this|it))?"
    r"|for (?:example|instance)|such as(?: what)?|like what"
    r"|what does (?:that|this|it|all that) (?:even )?mean in (?:plain|simple|simpler) (?:words"
    r"|terms|english))"
    r"(?:[,. ]*(?:please|at all|then|again))*[,.?! ]*"
    r"(?:(?:please )?(?:say|put|explain|make) (?:it|that|this) (?:more )?(?:simply|simpler|shorter"
    r"|plainer)"
    r"(?:[,. ]*please)*[.?! ]*)?"
)

END = r"(?:的)?(?:有)?(?:吗|么|嘛|呢|吧|啊|没有?|[.?!。 ])*"
LEAD = r"(?:那|嗯|好的?|请|麻烦|能|可以|帮我|给我|你们?|您|这里|目录里?|[, ])*"
ITEMS = r"(?:数据|产品|数据产品|数商|公司|服务商|推荐|选择|家)?"
"""What leads, names and ends a wish."""
_MORE = re.compile(
    f"{LEAD}(?:(?:还|再)(?:有没有|有|推荐|找|来|要|给我|看看?|介绍|列)+(?:几|[一1两2三3]|其他|其它"
    f"|别|更多|多)?"
    f"(?:个|家|款|些|点|种|批|的|家的)*{ITEMS}"
    f"|(?:换|多来|多找)(?:[一1几两2])?(?:个|家|款|些|批|点|组){ITEMS}|更多|其他的?{ITEMS}"
    f"|别的{ITEMS}|下一批"
    f"|有(?:没有)?(?:其他|其它|别|更多)(?:的|家)?{ITEMS}){END}"
    r"|(?:and |are there |do you have |show me |is there |give me |please )*"
    r"(?:any |some |a few )?(?:more|others?|anything else|another(?: one)?|other ones)"
    r"(?: (?:ones|products?|vendors?|options?))?(?: please)?[.?! ]*"
)

_SOME = re.compile(
    r"(?:那|就|先|请|麻烦|你|您|随便|随意|能不能|可以|能|给我|帮我|替我|[, ])*(?:列举?|推荐|找|举"
    r"|来|说|报"
    r"|挑|展示|看)(?:出来?|[1一]?下)?"
    rf"(?:[几两2三35五]|[1一]些)(?:个|家|款|种|条|样)(?:名字)?(?:例子)?{ITEMS}(?:给我|出来|看看"
    rf"|来看看?|吧|呗|嘛|啊|吗|行吗|可以吗)*"
    r"[?。!, ]*"
    r"|(?:ok(?:ay)?|so|then|and|please|can you|could you|just|[, ])*(?:list|show|give|name"
    r"|suggest|find)"
    r"(?: (?:me|us))?(?: just)? (?:a few|some|several|a couple(?: of)?|two or three|three|five)"
    r"(?: (?:of (?:them|those|these)|ones?|examples?|products?|options?))*(?: please)?[?.! ]*"
)


@kept
def asks_again(text: str) -> Again:
    """Whether a text asks for nothing but the last answer once more."""
    text = normalise(text).strip()
    if len(text) > _LONGEST:
        return ""
    if _REPEAT.fullmatch(text):
        return "repeat"
    if _UNDERSTOOD.fullmatch(text) or _OF_A_TIME.fullmatch(text):
        return ""
    wish = sum_wish(text)
    in_few = wish is not None and not wish.rest
    return "simpler" if in_few or _SIMPLER.fullmatch(text) else ""


def asks_for_example(text: str) -> bool:
    """Whether a text that asks for plainer words asks for an example."""
    text = normalise(text)
    return _EXAMPLES.search(text) is not None and asks_again(text) == "simpler"


def asks_more(text: str) -> bool:
    """Whether a text asks for nothing but more of what was told: 再来几个, 还有吗."""
    text = normalise(text).strip()
    return len(text) <= _LONGEST and _MORE.fullmatch(text) is not None


def asks_for_some(text: str) -> bool:
    """Whether a text asks for nothing but some of what was wished for: 给我列几个, list a few."""
    text = normalise(text).strip()
    return len(text) <= _LONGEST and _SOME.fullmatch(text) is not None


def asks_plainer_still(exchanges: Sequence[Exchange]) -> bool:
    """Whether the turn before asked for plainer words already."""
    return bool(exchanges) and asks_again(exchanges[-1].question) == "simpler"


def once_each(exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges without those that said an answer again: what was spoken of is what it was."""
    return tuple(e for e in exchanges if not asks_again(e.question))


def to_say_again(exchanges: Sequence[Exchange]) -> tuple[Exchange, tuple[Exchange, ...]] | None:
    """The exchange whose answer was said last, with those before it; small talk is passed over."""
    for place in range(len(exchanges) - 1, -1, -1):
        if exchanges[place].outcome != "smalltalk":
            return exchanges[place], tuple(exchanges[:place])
    return None
