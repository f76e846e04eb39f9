"""Shanghainese as visitors of this town type it, put in the plain words that everything else reads:
侬, 阿拉, 卖脱, 好卖伐, 啥人. Pure.

A word that no other Chinese has is put in plain ones wherever it stands. One that means something
else elsewhere (好卖, 钞票, 明朝) only where the text has a word of the first kind.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept

_END = r"(?=[?？。!！,，;；、~…\s]|$)"
_FELLED = r"(?<![砍采滥盗步讨征杀北口攻挞间轮])"
"""No 伐 that is a blow or a step."""
_NAMES = r"(?![伯木善斯巴法尔丁])"
_SURELY = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"侬(?!族)", "你"),
        (rf"(?<![茅古])阿拉{_NAMES}", "我们"),
        (r"伊拉(?!克)", "他们"),
        (r"啥人", "谁"),
        (r"啥叫", "什么叫"),
        (r"[呒嘸唔]没|呒得", "没有"),
        (r"覅|伐要", "不要"),
        (r"迭[个只]|搿[个只]|格只", "这个"),
        (r"铜钿", "钱"),
        (r"几钿", "多少钱"),
        (r"事体", "事情"),
        (r"辰光", "时候"),
        (r"物事(?!故)", "东西"),
        (r"(?:被|给)?[捉抓]进去(?!看)|吃牢饭|蹲(?:大牢|班房|号子)", "坐牢"),
        (r"(?<=[卖划去删抹揩扔丢撕剪])脱(?=[了伐吗呢,，。?？!！\s]|$)", "掉"),
        (rf"{_FELLED}(?:伐啦|伐|𠲎){_END}", "吗"),
    )
)
"""What stands in no other Chinese."""
_ONLY_THERE = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (rf"(?<=[卖买算是有好会能行用对得要])哇{_END}", "吗"),
        (r"阿(?P<w>[是有会能要好])", r"\g<w>不\g<w>"),
        (r"有不有", "有没有"),
        (r"好不好(?=[卖买挂用做办拿给问])", "可不可以"),
        (
            r"(?<![很最真也还太更不你])好(?=[卖买挂用做办拿给问][^相，,]{0,6}(?:吗|的|钱|了|$))",
            "可以",
        ),
        (r"会得(?=[罚判坐抓捉赔有])", "会"),
        (r"钞票", "钱"),
        (r"(?<=[讲说念读卖送交寄])拨|拨(?=[我你他人])", "给"),
        (r"(?<=[讲说])闲话", "话"),
        (r"(?<=[给帮跟对叫问和替向拿])伊(?![朗斯犁春甸利])", "他"),
        (r"自家", "自己"),
        (r"哪能", "怎么"),
        (r"今朝", "今天"),
        (r"明朝", "明天"),
        (r"勿(?![忘扰])", "不"),
    )
)
"""What means so only beside them."""


@kept
def in_plain_words(text: str) -> str:
    """A text with the words of the town in plain ones."""
    plain = text
    for pattern, word in _SURELY:
        plain = pattern.sub(word, plain)
    if plain == text:
        return text
    for pattern, word in _ONLY_THERE:
        plain = pattern.sub(word, plain)
    return plain
