"""What a question asks for (a fine, a fee, a time, papers), and whether it says of what. Pure.

``罚款最高多少`` asks for a fine and names nothing that is fined: such a question leans on what was
spoken of before, or must be asked back; it is never foreign to the desk.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from dialog.reply.kept import kept
from knowledge.text import is_english, normalise

Aspect = Literal["penalty", "fee", "time", "papers", "conditions", "steps", "place", "article"]

_ASPECTS: dict[Aspect, str] = {
    "penalty": r"罚款|处罚|罚金|罚则|罚|\bfined?s?\b|\bpenalt(?:y|ies)\b|\bpunish(?:ed|ment)?\b",
    "fee": r"多少钱|几[块个毛分]钱|[什啥]么?价(?![值格])|价位|收费标准|收费|费用(?!化)|价格|价钱"
    r"|免费|花钱|要钱|贵"
    r"|\bhow much\b|\bcosts?\b|\bfees?\b|\bcharged?s?\b|\bprice\b|\bfree of charge\b",
    "time": r"多久|多长时间|多少时间|多少天|几天|几个?工作日|多少个?工作日|(?:几|多少)个?小时"
    r"|几个?月|几年|什么时候|何时|时限|期限|时间|时长|周期|有效期"
    r"|\bhow long\b|\bhow soon\b"
    r"|\bhow many (?:days|hours)\b|\bwhen\b|\bdeadline\b",
    "papers": r"材料|资料|文件|证件|证明|清单"
    r"|\bdocuments?\b|\bmaterials?\b|\bpapers?\b|\bpaperwork\b",
    "conditions": r"条件|门槛|资格|资质|要求|\brequirements?\b|\bconditions?\b|\bqualifications?\b",
    "steps": r"流程|步骤|手续|程序|几步"
    r"|麻不麻烦|麻烦不麻烦|(?:麻烦|复杂)(?=[吗么不嘛])|复不复杂|繁不繁琐"
    r"|\bsteps?\b|\bprocedures?\b|\bprocess\b",
    "article": r"第\d+条|\barticle \d+\b",
    "place": r"向谁|找谁|找哪个部门|哪个部门|在哪里|在哪儿?|去哪里?|交到哪里?|交给谁|\bwhere\b",
}
_SMALL = re.compile(
    r"第|哪一?些|什么样|什么|怎么样|怎么|怎样|如何|多少|哪个|几|吗|呢|啊|吧|呀|嘛|么|的话|的|了|是否|是不是"
    r"|要不要|需不需要|能不能|会不会|有没有|可不可以|必须|应该|应当|需要|需|得|要|有|是|会|能|可以|可|被|给|交|缴"
    r"|提交|提供|准备|带|备齐|备|办理|办下来|办|申请|批下来|批准|审批|审核|批|出结果|下来|拿到|收|付|花|算|填|写"
    r"|分别|各自?|最高|最低|最多|最少|最长|最短|最快|最晚|最迟|最早|上限|下限|一般|大概|大约|通常|总共|一共|全部|具体|详细|标准|金额|数额"
    r"|请问|想问|问下|问一下|问|还|都|就|也|又|那么|那|和|与|及|以及|另外|然后|一下|我们|我司|我|你们|您们|您|你|咱们?"
    r"|这个|这些|这|它|到底|究竟|才|够|完|好|走|做|钱|处|意思|内容|规定|讲|说"
    r"|\b(?:what|which|how|who|is|are|was|the|an?|do|does|did|i|we|you|it|to|be|of|for|in|will|would"
    r"|should|must|may|can|could|need|needed|have|has|take|takes|required|there|any|and|maximum"
    r"|minimum|max|highest|lowest|usually|please|much|many|long|gets?|pay|submit|provide|prepare|my"
    r"|our|your|that|this|me|us|about|apply|by|on|so|then|also|big|high|large|or)\b"
)
_ASKS = re.compile(
    r"什么|哪|怎么|怎样|如何|多少|多久|多长|几(?:点|天|个|种|类|级|步|年|次|项|家|条|块|人|岁|号(?!文|楼|门)|月|时|份)|吗|呢$|谁|何时|为什么|为何"
    r"|是否|是不是|能不能|能否|可否|可不可以|要不要|需不需要|会不会|有没有|行不行|该不该|算不算|好不好办|用不用|收不收"
    r"|罚不罚|够不够|难不难|麻不麻烦|复不复杂|麻烦不|贵不贵|值不值|划不划算|啥|咋|有[^没]{1,12}没$|[了过]没有?$"
    r"|(?:要|得|用|能|会|可以|该|算|收|让|准|行|许)[^,不]{0,10}不$"
    r"|(?:(?<!要)是|用|走|选|签|按|算|归)[^,要想得会]{1,16}还是(?![要想得会不没有])[^,]{2,}"
    r"|(?:(?:介绍|说|讲)[一1]?下|说说|讲讲|告诉我|列出).{2,}"
)
_ASSERTED = re.compile(
    r"[十百千万\d]几(?=[个家条块人岁万千百年天月份次种本台亿级])|(?:[前近后这那早好头]|过去)几[年天个次周款家条月份时]|好几|(?<!有)没(?:有|个)?(?:什么|多少|几|啥|怎么|哪)|(?:无论|不管|不论)[^,]{0,8}|哪怕|(?:谁|什么|怎么|哪里|哪儿)(?:都|也)|不怎么"
    r"|(?:替|帮)(?:着)?几[家个](?=[^,?]{2,})|^(?:我们?|咱们?)[给为]几[家个](?=[^,?]{2,})"
    r"|(?:[和跟及、]|还有|以及|加上)几[个家台处座栋间辆只块片条张套]"
    r"|(?<!有)没有?(?:人|谁)?(?:讲|说|写|约定|谈|提|规定|定|商量|签|注明|明确)(?:过|好|清楚?|明白?|定|到|死|下来)*"
    r"(?!没)[^,。?!吗]{0,12}?(?:归谁|(?:是|属于|算|给|由)谁|谁|怎么|怎样|如何|多少|什么|啥|几|哪)"
    r"|(?:装|放|安装|布置?|分布|建|摆|铺|部署|设|架|种|养|停)[在到][^,]{0,10}?几(?:[个家台处座栋间辆片条])(?!地方|点|月|人能)"
    r"|^(?:我们?|咱们?|我司|公司|单位|本人|手上|手里).{0,4}(?:有|做了|攒了|存了|积累了).{0,2}几(?:个|种|类|次|项|家|条|块|人)"
)
"""Words that ask elsewhere, where they only tell: 我们有几个产品."""
_ASKS_ENGLISH = re.compile(
    r"(?:and |or |also |then |so |please |(?:ok|okay|fine|well|good|right|now)[, ]+)*"
    r"(?:(?:to|for|in|by|at|on|from|under|with) (?=wh|how))?"
    r"(?:what|which|how|who|whom|whose|why|(?:when|where)(?= *$|[ ,.?!]*[?]| (?:exactly|else|and)?"
    r" ?(?:do|does|did|is|are|was|were|can|could|must|should|shall|may|might|will|would|has|have"
    r"|had|to|exactly|else|from|next)\b)|do|does|did|is"
    r"|are|can|could|must|should|may|will|would|has|have|tell me|explain"
    r"|(?:read|show|give) (?:me|us)|list (?:me|us|all|the))\b"
)
_TAIL = re.compile(
    r"(?:需要|要|需|得|有|应该|应当|必须|会|能|可以|准备|提交|提供|交|带|收|的|是|在|第|都|被|最高|最多"
    r"|,|、| )+$"
)
_MARKS = re.compile(r"[^0-9a-z\u4e00-\u9fff]+")
_LONGEST = 24
"""Characters up to which a question can lack its object; English counts its words fourfold."""
_ANY = re.compile("|".join(_ASPECTS.values()))
_OF_THE_HOUSE = re.compile(
    r"(?:你们|您们|贵所|贵方|平台|交易所)(?:这里|这边|那边|这儿|那儿|所里|自己)?(?:是|都|会|要|得|到底|一般|怎么|如何)*"
    r"的?(?:收费|收.{0,3}钱|要.{0,3}钱|收(?:不收|[多几]少?)|费用|价格|价钱|费率|地址|电话)"
    r"|\byour (?:own )?(?:fees?|charges?|prices?|pricing|rates?|costs?|address|office)\b"
    r"|\b(?:do|would|will) you (?:charge|cost)\b(?! (?:for|to)\b)"
)
"""What is asked of the house itself, whatever was spoken of: 你们收费多少."""
_KEPT = 4096
"""Stretches of text whose reading is remembered: a turn reads its question, and the ones before it,
a dozen times."""


@functools.lru_cache(_KEPT)
def aspects_of(text: str) -> frozenset[Aspect]:
    """What a text asks for or speaks of."""
    text = normalise(text)
    return frozenset(a for a, words in _ASPECTS.items() if re.search(words, text))


@functools.lru_cache(_KEPT)
def asks(text: str) -> bool:
    """Whether a stretch of text is a question by its words."""
    text = normalise(text).strip()
    if is_english(text):
        return _ASKS_ENGLISH.match(text) is not None
    return _ASKS.search(_ASSERTED.sub(" ", text)) is not None


@functools.lru_cache(_KEPT)
def bare(text: str) -> bool:
    """Whether a question names what it asks for, but not of what."""
    text = normalise(text)
    if len(text) > _LONGEST * (3 if is_english(text) else 1) or not _ANY.search(text):
        return False
    if asks_the_house(text):
        return False
    return not _MARKS.sub("", _SMALL.sub(" ", _ANY.sub(" ", text)))


@kept
def asks_the_house(text: str) -> bool:
    """Whether a text asks for the fees or the place of the exchange itself, which lean on nothing
    that was spoken of."""
    return _OF_THE_HOUSE.search(normalise(text)) is not None


def without_asking(text: str) -> str:
    """A normalised question with a gap in the place of each word that asks."""
    return _ASKS.sub(" ", normalise(text))


@kept
def says_little(word: str) -> bool:
    """Whether a word names nothing: it asks for a side of a thing, or is a small word."""
    return not _MARKS.sub("", _SMALL.sub("", _ANY.sub("", word)))


def subject_of(text: str) -> str:
    """What a question is about: its words without what is asked for at its end."""
    text = normalise(text).strip(" ,。.?!")
    if bare(text):
        return ""
    if is_english(text):
        return text
    first = min(
        (m.start() for pattern in (_ANY, _ASKS) for m in pattern.finditer(text) if m.start() > 1),
        default=len(text),
    )
    return _TAIL.sub("", text[:first]) or text
