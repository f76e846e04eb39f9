"""A number that is expected to grow, told behind a ruling with the question what then (we may hit
120k customers by next year, what changes then?; 明年可能到12万人，那会怎样): the same case with
that number. Pure.

The year of which it is told is no day that is asked about, and no year whose people are added: what
counts is how many there are in the year then.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept
from knowledge.text import is_english, normalise

_LONGEST = 80
"""Characters beyond which a text tells a case of its own; English has twice as many."""
_NUMBER = r"\d[\d,.]*(?:万|千|百|亿)?(?:多|几|来)?"
_WHO = (
    r"(?:个|名|位)?(?:人(?!民)|客户|用户|会员|顾客|员工|患者|病人|学生|司机|旅客|车主|客人|订户"
    r"|粉丝"
    r"|消费者)?"
)
_GROWS = re.compile(
    r"(?:涨|增|长|升|冲|做|扩|发展|累积|累计|攒|接近|突破|超过|超|过|达|上|满|奔|[到有是])"
    rf"(?:到|至|加到|长到|大到|成|了)*(?P<number>{_NUMBER})(?P<who>{_WHO})"
)
_OTHER_UNIT = re.compile(r"[\u4e00-\u9fff%]")
"""What is counted is not people, where anything else stands behind the number."""
_AHEAD = re.compile(
    r"明年|后年|来年|年底|下半年|下个?(?:月|季度)|以后|将来|往后|今后|过(?:几|两|1|半)个?[年月]"
    r"|快要?|马上|很快"
    r"|增长|[在还]涨|涨到|越来越|预计|估计|可能|打算|计划|目标|迟早|万一"
)
_THEN = re.compile(
    r"(?:那|到时候?|到那时|这样|的话|又|就|还|会|要|得|该|我们|需要|结论|结果|,)*"
    r"(?:会?怎(?:么)?样|怎么(?:办|弄|走|算|变)|咋[办弄]|如何|(?:会)?变(?:成)?(?:什么|啥|吗|不变|化)"
    r"|有(?:什么|啥|没有)?(?:变化|不同|区别|影响|改变|新的?要求)[吗呢]?"
    r"|(?:要|多|再|得)?(?:做|办|加|补)(?:些|点)?(?:什么|啥|哪些)(?:手续)?|还(?:是)?(?:免|1样|够"
    r"|行|能用|可以)[^,。?!]{0,4}"
    r"|[1一]样吗|走哪条路?|呢)[呢啊呀吗了]*[?。! ]*$"
)
_GROWS_ENGLISH = re.compile(
    r"\b(?:hit|reach|grow to|go (?:up )?to|get to|rise to|climb to|cross|pass|exceed|top|have|be at"
    r"|be|double to|approach|end up (?:with|at)|expect(?:ing)?|heading for|up to)(?: about| around"
    r"| some| over| roughly| nearly| more than)* (?P<number>\d[\d,.]*(?: ?(?:k|thousand|million"
    r"|m))?)"
    r"\b(?P<who>(?: [a-z]+)?)"
)
_AHEAD_ENGLISH = re.compile(
    r"\b(?:next|by|soon|will|may|might|could|growing|grow|grows|expect\w*|likely|later|eventually"
    r"|plan\w*|forecast\w*|one day|in \d+ (?:months|years)|if)\b"
)
_THEN_ENGLISH = re.compile(
    r"\b(?:what (?:changes|then|happens|would (?:change|happen)|will (?:change|happen)"
    r"|do we (?:need"
    r"|do|have)|should we do|about that|must we do)|(?:does|do|will|would) (?:that|this|it|anything"
    r"|something|the answer|things|the rules?) (?:change|matter|differ)\w*|are we still|is it still"
    r"|same (?:rules?|answer|then)|still (?:exempt|ok|fine|waived)|how (?:does|would) (?:that|this)"
    r" change)\b[^?]*\?*$"
)
_WHO_ENGLISH = re.compile(
    r" (?:customers?|clients?|users?|people|members?|employees?|patients?|students?|subscribers?"
    r"|guests?|passengers?|drivers?|persons?|staff|shoppers?|individuals?)"
)


@kept
def with_grown_number(text: str) -> str:
    """A text that expects another number and asks what then, as one that supposes that number;
    empty where it does neither."""
    plain = normalise(text).strip()
    if is_english(plain):
        read = _GROWS_ENGLISH.search(plain)
        told = read and _AHEAD_ENGLISH.search(plain) and _THEN_ENGLISH.search(plain)
        if read is None or not told or len(plain) > 2 * _LONGEST:
            return ""
        who = read["who"] if _WHO_ENGLISH.fullmatch(read["who"]) else " people"
        return f"What if it is {read['number']}{who}?"
    read = _GROWS.search(plain)
    told = read and _AHEAD.search(plain) and _THEN.search(plain)
    if read is None or not told or len(plain) > _LONGEST:
        return ""
    if not read["who"] and _OTHER_UNIT.match(plain[read.end() :]):
        return ""
    who = "人" if not read["who"] else read["who"]
    return f"如果是{read['number']}{who}呢"
