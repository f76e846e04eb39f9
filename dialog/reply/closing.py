"""What asks, at the end of a talk, whether that was all (那就这样？, 还有什么我要注意的吗, anything
else I should know?): it is asked of the talk and of no rule, and what lies beside what was told is
offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dialog.messages import Card
from dialog.phrases import phrase
from dialog.reply.consent_given import asks_how_given
from dialog.reply.kept import kept
from dialog.reply.policy import Decision
from dialog.reply.question import Exchange
from dialog.reply.words import Frame, Line, Words
from knowledge.search.targets import Target
from knowledge.text import is_english, normalise
from knowledge.types import Gap, Product, Reply, Vendor

Closing = Literal["", "all", "more", "send"]
_LONGEST = 24
"""Characters beyond which a text asks for something of its own; English has thrice as many."""
_LEAD = r"(?:那么?|好的?|行|嗯|哦|所以|对了|谢谢|ok|这样|您|你|我|[,，。.!！ ])*"
_END = r"(?:的|了|吧|吗|么|呢|啊|呀|哈|嘛|是吧|对吧|对吗|是吗|没有?|不|[?？。.!！ ])*"
_ALL = re.compile(
    rf"{_LEAD}(?:就|只|也)+(?:这样|这些|这么(?:多|办|些|着)|那样|到这(?:里|儿)?|没别的|没了){_END}"
    rf"|{_LEAD}(?:没(?:有)?(?:别|其他)的|没了|完了|说完了|讲完了|齐了){_END}[?？]"
    r"|(?:so |ok |okay |right |and |well |then |is |[, ])*(?:that's|that is|is that|that'd be"
    r"|it's|thats|would that be) (?:it|all|everything|about it|the lot)"
    r"(?: then| really| for now| so| i need(?: to know)?| there is(?: to it)?)*[.?! ]*"
)
_ASKS = re.compile(r"[?？吗]|没(?:有)?$|\bis that\b|^so that")
_MORE = re.compile(
    rf"{_LEAD}(?:还|另外|别的)(?:有)?(?:没有|有)?(?:什么|啥|哪些|其他|其它|别的|点)*(?:是|要|得|需要|应该|该|能|可以|我|我们|咱们?|您|你|会|想|特别|得要)*"
    rf"(?:要?注意|留意|知道|提醒|告诉|说|补充|交代|小心|当心|准备|了解|操心|叮嘱|嘱咐)(?:我|我们|咱们?|[1一]下|一声)*(?:的|事|事情|地方|点|东西)*{_END}"
    rf"|{_LEAD}(?:还有)(?:没有)?(?:什么|啥|其他|其它|别的|哪些)?(?:要|得|该|需要)(?:提醒|告诉|交代|嘱咐|叮嘱)(?:我们?)(?:的|事)*{_END}"
    rf"|{_LEAD}还有(?:没有)?(?:别|其他|其它|什么|啥)(?:的|事)*(?:材料|条件|要求|步骤|手续|规定|限制|义务)?{_END}"
    r"|(?:so |ok |okay |and |well |then |is there |was there |[, ])*(?:anything"
    r"|something) else(?: (?:that )?(?:i|we) (?:should|need to|ought to|must|have to) (?:know"
    r"|mind|watch|watch out for|be aware of|think (?:of|about)|keep in mind|consider"
    r"|bear in mind|do)"
    r"| (?:worth knowing|to (?:know|add|mind|watch(?: out for)?|keep in mind|consider"
    r"|bear in mind)|you(?:'d| would| can| want to)? (?:add|tell me"
    r"|recommend)))[a-z ]{0,24}[.?! ]*"
    r"|(?:and |so |is there |[, ])*anything (?:else )?(?:i|we)(?:'ve| have|'m| am)? (?:missed"
    r"|missing|forgotten|forgot|left out|overlooked)[?. ]*"
    r"|(?:and |ok |so )*(?:what|have) (?:else )?(?:should|do|did|have) (?:i"
    r"|we) (?:else )?(?:know|forget|forgotten|miss|missed|need to know)(?: (?:anything"
    r"|something|else))?[?. ]*"
)
_SEND = re.compile(
    r"(?:那|能不能|可不可以|可以|能|麻烦|请|帮我?|给我|把|这个|那个|这些?|刚才(?:说)?的?|上面的?|内容"
    r"|答案|你|您|[, ])*"
    r"(?:发(?:到|给|去)?(?:我|我们)?(?:的)?(?:邮箱|微信|手机|邮件|短信)(?:上|里)?|打印(?:出来"
    r"|[1一](?:份|下))?|印(?:[1一])?份|导出来?|存(?:成|个)(?:文件|文档|pdf)|传真)(?:给我|吗"
    r"|不|么|行吗|好吗|可以吗|吧|呢|啊|[?。! ])*"
    r"|(?:and |so |ok |please |[, ])*(?:(?:can|could|would|will) you )(?:please )?(?:e-?mail"
    r"|send|text|message|print|fax|forward)(?: (?:me|us))?(?: (?:that|this|it|all that"
    r"|the answer|everything|a copy|those|them))?(?: (?:to (?:me|us)|out|off))?(?: (?:by|over"
    r"|via|in an?|on) (?:e-?mail|text|post|whatsapp|wechat|paper|message))?(?: (?:please"
    r"|for me|to me|to us))*[?.! ]*"
)
"""What wishes to be given the answer elsewhere than at the desk."""
_MOST = 3


class Rest(Decision, frozen=True, tag="rest"):
    """Say that this was it, and offer what lies beside what was told last. ``asked``: what is
    asked; ``before``: the conversation so far."""

    asked: Closing
    before: tuple[Exchange, ...] = ()


@kept
def closing_of(text: str) -> Closing:
    """What a text asks of the end of a talk; empty where it asks anything else."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1):
        return ""
    if _MORE.fullmatch(plain):
        return "more"
    if _SEND.fullmatch(plain):
        return "send"
    return "all" if _ALL.fullmatch(plain) and _ASKS.search(plain) else ""


def closes(text: str, exchanges: Sequence[Exchange]) -> Rest | None:
    """The course for who asks whether that was all, behind something that was told."""
    asked = closing_of(text)
    if not asked or (exchanges and exchanges[-1].outcome == "clarify"):
        return None
    if asked == "send" and asks_how_given(text):
        return None  # 发短信行吗 asks of a consent, and wants nothing sent.
    return Rest(1.0, asked, tuple(exchanges))


def rest_told(frame: Frame, rest: Rest) -> Words:
    """That there is nothing more on it than was said, with what lies beside it to ask next."""
    language = frame.language
    if rest.asked == "send":
        said = Line(phrase("closing_send", language), locked=False, language=language)
        return Words("smalltalk", (said,), "closing")
    target = _told_last(frame, rest.before)
    cards = _beside(frame, target) if target is not None else ()
    title = _title(frame, target) if target is not None else ""
    if not title:
        said = Line(phrase("closing_none", language), locked=False, language=language)
        return Words("smalltalk", (said,), "closing")
    key = f"closing_{rest.asked}"
    lines = [Line(phrase(key, language, title=title), locked=False, language=language)]
    onward = phrase("closing_next" if cards else "closing_open", language)
    lines.append(Line(onward, "next_step", locked=False, language=language))
    return Words("smalltalk", tuple(lines), "closing", cards=cards)


def _told_last(frame: Frame, before: Sequence[Exchange]) -> Target | None:
    for exchange in reversed(before):
        if exchange.outcome not in ("answered", "partial", "unknown") or not exchange.entries:
            continue
        target = frame.snapshot.index.target(exchange.entries[0])
        if target is None or isinstance(target.document, (Product, Reply, Vendor)):
            continue
        return target
    return None


def _title(frame: Frame, target: Target) -> str:
    document = target.document
    english = getattr(getattr(document, "english", None), "question", "")
    english = english or getattr(document, "question_english", "")
    title = str(english or "") if frame.english else next(iter(target.questions), "")
    return title.rstrip("？?。.")


def _beside(frame: Frame, target: Target) -> tuple[Card, ...]:
    """What may be asked next, as cards; a known gap leads nowhere."""
    if isinstance(target.document, Gap):
        return ()
    return frame.related(getattr(target.document, "related", ()))[:_MOST]
