"""Whether a text that is said for one question answers another as well. Pure.

It must speak of each side that is asked for (a date, a sum, an article, who), and of the things
that the question names. A question that lies in the answer to its neighbour is not denied; one that
only sounds near it still is.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

import msgspec

from dialog.reply.aspects import says_little, without_asking
from dialog.reply.kept import kept
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import STOP_WORDS_EN, Segmenter, is_english, normalise, pairs_of

_HALF = 0.5
"""The share of a question's own words that must be said where the search agrees."""
_STEM = 6
"""Characters of an English word that its other forms share."""
_ALIKE, _MANY = 2, 5
"""Words that a question must name to be held against another one word by word, and from which one
of them may be another."""
_KEPT = 1 << 14
_OWN_WORDS: WeakKeyDictionary[Segmenter, dict[str, tuple[str, ...]]] = WeakKeyDictionary()
"""Own words of the texts that were read last: a question is held against all wordings of an answer.
By the dictionary that cut them, which is let go when another takes its place."""


class _Side(msgspec.Struct, frozen=True):
    """What asks for a side, and what speaks of it in an answer."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _side(asked: str, told: str) -> _Side:
    return _Side(re.compile(asked), re.compile(told))


_SIDES = (
    _side(
        r"多少钱|几块钱|花钱|要钱|[收付出掏给].{0,3}钱|什么价|贵不贵|how much|\bcosts?\b",
        r"\d\s*万?元|费|价|\byuan\b|\brmb\b|\bfees?\b|\bprices?\b|\bcharg|\bfree\b",
    ),
    _side(
        r"费用|收费|收.{0,4}费|免费|\bfees?\b|\bcharged?\b", r"费|不收钱|\bfees?\b|\bcharg|\bfree\b"
    ),
    _side(r"价格|价钱|报价|\bprices?\b", r"价|\bprices?\b"),
    _side(
        r"多久|多长时间|几天|几年|几个?工作日|几个月|多少[天年]|时限|期限|有效期|周期"
        r"|how long|how many days|deadline",
        r"\d\s*(?:个?工作日|个月|日内|天|小时|周)|(?<!\d{3})\d\s*年(?!\d)|时限|长期"
        r"|\d+ (?:working )?(?:day|month|year|hour|week)|time limit",
    ),
    _side(
        r"[从自](?:什么时候|何时|啥时候|哪1?[天年日]|几号)|起算|\bfrom when\b|\bstarting when\b",
        r"[从自][^,。;]{1,14}(?:起|开始|算)|之日|\bfrom\b|\bcounted\b|\bafter the\b",
    ),
    _side(
        r"(?<![从自])(?:什么时候|何时|啥时候|哪1?天|哪1?年|几号)|几月|哪1?日|日期"
        r"|(?<!from )(?<!starting )\bwhen\b|what (?:year|date)",
        r"\d{4}年|\d+月\d+日|\b\d{4}\b|每年|届满",
    ),
    _side(
        r"谁|哪个?(?:部门|机构|单位|公司)|哪些部门|由哪|主管|(?:受理|监管|执法|负责|审批)(?:部门|机构|机关|单位)"
        r"|\bwho\b|\bwhom\b|which (?:authority|body|agency)",
        r"部门|机构|委员会|[省市网]委|局|办公室|[网市]信办|法院|公司|企业|单位|[供需]方|处理者|运营者|负责人"
        r"|交易所|政府|服务商|由[^,。]{2,12}"
        r"|authorit|agency|body|committee|department|exchange|supplier|buyer|processor|company|office",
    ),
    _side(
        r"在哪|哪里|哪儿|去哪|地址|网址|找哪|\bwhere\b|\baddress\b",
        r"区|网站|网址|平台|官网|窗口|地点|向|www|\bin\b|\bat\b|website",
    ),
    _side(
        r"材料|资料|文件|证件|清单|\bdocuments?\b|\bmaterials?\b|\bpapers?\b|paperwork",
        r"材料|文件|报告|证件|执照|复印件|说明书|声明|承诺书|申请表|合同|清单"
        r"|documents?\b|materials?\b|reports?\b|licen[cs]e|forms?\b",
    ),
    _side(
        r"哪1?条|第几条|哪1?款|第几款|几条规定|哪(?:个|部|条)?(?:法|条例|办法|规定|文件|规矩)|依据"
        r"|which article|what article|legal basis",
        r"第\d+条|《|article \d|art\. ?\d",
    ),
    _side(r"几岁|多大(?:年纪|岁数|算)|年龄|how old", r"\d+周?岁|aged? \d|\d+ years old|under \d"),
    _side(
        r"多少(?!钱|天|年|费)|几(?:个|种|类|步|次|项|家|条|块|人|成)|数量|how many|how often",
        r"\d|每|annual|every|once|two|three|four|five|six|seven",
    ),
    _side(
        r"为什么|为何|凭什么|为啥|原因|\bwhy\b|\breason\b",
        r"因为|为了|由于|所以|因此|防止|避免|按|《|because|so that|since",
    ),
    _side(
        r"目的|干什么用|有什么用|作用|用处|\bpurpose\b",
        r"用来|用于|为了|以便|目的|旨在|作用|体现|\bso that\b|in order to|purpose",
    ),
    _side(
        r"罚|后果|法律责任|追究|吊销|坐牢|判刑|\bfined?\b|penalt|punish|consequence",
        r"罚|责令|停业|吊销|没收|责任|刑|\bfine|penalt|liab|suspen",
    ),
    _side(
        r"流程|步骤|手续|程序|几步|\bsteps?\b|\bprocedures?\b|\bprocess\b",
        r"流程|步骤|环节|手续|首先|再|\bsteps?\b|\bfirst\b|\bthen\b",
    ),
    _side(
        r"(?:写|填|列|载|包括|包含)(?:明|些|点|进去?|上|的|都|是)*(?:什么|啥|哪些)|(?:什么|啥|哪些)内容",
        r"写|填|列|载|内容|包括|包含|注明|说明|分别",
    ),
    _side(r"[卖售](?:些|点|的|都|是)*(?:什么|啥|哪些)", r"[卖售]|产品|商品|标的"),
    _side(r"买(?:些|点|的|都|是)*(?:什么|啥|哪些)", r"[买购]|产品|商品|标的"),
    _side(r"[查审看核](?:些|点|的|都|是)*(?:什么|啥|哪些)", r"[查审看核]"),
    _side(r"区别|不同|差别|差异|differ", r"区别|不同|而|则|分别|differ|while|whereas"),
    _side(
        r"条件|门槛|资格|资质|qualif|condition|requirement",
        r"条件|应当|要|须|具备|资质|资格|must|requir|qualif|condition",
    ),
)

_MANNER = re.compile(r"怎么(?!样|个|回|说|会)|如何|怎样|how (?:do|can|should|must) (?:i|we)")
"""How a thing is done is told in any words; only the search can say that they tell it."""
_SIDE = re.compile("|".join(side.asked.pattern for side in _SIDES))


def covers(said: str, wordings: str, question: str, segmenter: Segmenter, *, agreed: bool) -> bool:
    """Whether what is said answers a question too. ``wordings``: how what is said is asked for.
    ``agreed``: the search finds the same document for the whole text, no less surely."""
    text = normalise(said)
    sides = _asked(question)
    if not agreed and _MANNER.search(normalise(question)):
        return False
    if not all(s.told.search(text) for s in sides):
        return False
    own = own_words(question, segmenter)
    if not own:
        return bool(sides) or agreed
    held = f"{text} {normalise(wordings)}"
    share = sum(word in held for word in own) / len(own)
    return share == 1.0 or (agreed and share >= _HALF)


def asked_alike(question: str, target: Target, segmenter: Segmenter) -> bool:
    """Whether a document is asked for, in one of its wordings, in all the words that a question
    names and for the same side of them: what it is near by is no common word alone."""
    english = is_english(normalise(question))
    own = [w[:_STEM] if english else w for w in own_words(question, segmenter)]
    if len(own) < _ALIKE:
        return False
    for wording in target.questions:
        if is_english(wording) != english or not _sides_alike(question, wording):
            continue
        held = normalise(wording)
        told = sum(word in held for word in own)
        if told == len(own) or (len(own) >= _MANY and told == len(own) - 1):
            return True
    return False


def _sides_alike(question: str, wording: str) -> bool:
    mine, others = _asked(question), _asked(wording)
    return all(side in others for side in mine) and (bool(mine) or not others)


def tells_side(said: str, question: str) -> bool:
    """Whether a text speaks of each side that a question asks for, of which there is one."""
    sides, text = _asked(question), normalise(said)
    return bool(sides) and all(side.told.search(text) for side in sides)


def same_sides(question: str, other: str) -> bool:
    """Whether a question asks for nothing but what another asks for as well, and for something."""
    mine, others = _asked(question), _asked(other)
    return bool(mine) and all(side in others for side in mine)


def asks_for_something(question: str, segmenter: Segmenter) -> bool:
    """Whether a question names a side or a thing by itself: 可以补吗 does neither."""
    return bool(_asked(question) or own_words(question, segmenter))


def asks_for_side(question: str) -> bool:
    """Whether a question asks for a side of a thing."""
    return bool(_asked(question))


@kept
def _asked(question: str) -> tuple[_Side, ...]:
    text = normalise(question)
    return tuple(side for side in _SIDES if side.asked.search(text))


def names_nothing(question: str, segmenter: Segmenter) -> bool:
    """Whether nothing but small words is left of a question beside what it asks for: 是哪一条."""
    words = (w for s in _stretches(question) for w in segmenter.words(s))
    return all(says_little(word) for word in words)


@kept
def _stretches(question: str) -> tuple[str, ...]:
    return tuple(without_asking(_SIDE.sub(" ", normalise(question))).split())


def own_words(question: str, segmenter: Segmenter) -> tuple[str, ...]:
    """The words of a question that name something, without what is asked of it. What the
    dictionary does not know falls into characters; those that stand together are one word."""
    known = _OWN_WORDS.setdefault(segmenter, {})
    if question not in known:
        if len(known) >= _KEPT:
            known.clear()
        known[question] = _own_words(question, segmenter)
    return known[question]


def _own_words(question: str, segmenter: Segmenter) -> tuple[str, ...]:
    english = is_english(question)
    found: list[str] = []
    for stretch in _stretches(question):
        single = ""
        for word in (*segmenter.words(stretch), ""):
            if len(word) == 1 and not english and not says_little(word):
                single += word
                continue
            if len(single) > 1:
                found.append(single)
            single = ""
            if len(word) > (2 if english else 1) and not says_little(word):
                found.append(word)
    return tuple(w for w in found if w not in STOP_WORDS_EN)


def speaks_of_any(question: str, target: Target, snapshot: Snapshot) -> bool:
    """Whether a document has any word of a question, or another name of a thing in it: what has
    none is near it by chance."""
    words = own_words(question, snapshot.index.segmenter)
    if not words or snapshot.graph.names.link(question):
        return True
    held = normalise(" ".join((target.body, target.english, *target.questions)))
    if is_english(question):
        return any(word[:_STEM] in held for word in words)
    return any(pair in held for word in words for pair in (pairs_of(word) or (word,)))
