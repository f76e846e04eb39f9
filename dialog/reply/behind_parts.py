"""What a question of a text may mean behind the questions before it: of which thing it is asked,
and how that puts it in full. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import bare, subject_of
from dialog.reply.context import MATTERS, full_questions, head_of, topic_of
from dialog.reply.question import Exchange
from dialog.reply.several import told_and_asked
from dialog.reply.spoken_of import side_of_the_matter
from knowledge.search.targets import Target
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, key, normalise

_YOUR = re.compile(r"^(?:你们|您们|贵所|贵方)的?")
_SOME = re.compile(r"些(?=什么|啥)|(?<=[\u4e00-\u9fff]{6})[呢啊呀][?？]?$")
"""Small words that change nothing of a side that is asked for: 准备些什么材料呢."""
_OR_ONLY = re.compile(r"(?<=[吗么嘛])[,，]?(?:还是|或者?)(?:只|仅|必须|[1一]定|非)[^,，?？]{2,}$")
"""The other way of a question that is whole without it: 律所也能当吗还是只收科技公司."""
_IT = re.compile(
    r"\b(?:it|they|them|this|that|these|those)\b|它|他们|她们|(?<!其)他(?!人|方|国|乡)",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|them|these|those)\b", re.IGNORECASE)
_WHICH_ENGLISH = re.compile(
    r"\b(?:which|what) (?P<things>(?:[a-z]+ )?[a-z]+s)\b"
    r"(?= (?:do|does|are|must|should|need|will|can|may)\b)"
)
"""The things of which an English question asks which ones: which documents do you need."""
CONDITION = re.compile(
    r"[没无未不非]|如果|要是|假如|只|仅|\d|外资|境外|国外|海外|个人"
    r"|\b(?:no|not|without|if|only|foreign|individual)\b",
    re.IGNORECASE,
)
"""Words of a told case on which an answer may hang."""
OF_ANY_CASE = re.compile(
    r"还[差缺](?:什么|哪|啥|几)|找谁|由谁|谁(?:来|去)?(?:做|出|办|审|评|写)|找哪|去哪|在哪|多少钱|什么价|怎么收费|要多久|几天|多长时间"
    r"|\b(?:who|where|how much|how long)\b"
)
"""What is asked of a thing alike in every case."""
_TO_DO = re.compile(r"^how (?:do|can|should|must) (?:i|we) (?P<do>.+)|\b(?P<to>to [a-z]+ .+)", re.I)
_OPENS = re.compile(
    r"^(?:那么?(?![个些份家种条项])|这么|[那这][1一]?[个些份家种条项]|我们?|咱们?|你们|您们?|贵所|其实|就是|就|只是?|还"
    r"|也|想|知道|问[1一]?下|问|了解|请|到底|究竟|[,. ])+的?"
)
"""What stands before a thing and does not belong to its name."""
_ENDS = re.compile(r"(?:到底|究竟|都|主要|具体|一般|是|干|做|搞|由|该|能|会|要|的|[,. ])+$")
_TOPIC = re.compile(
    r"(?:那么?|至于|关于|说到|回到)?(?P<of>.{2,12}?)(?:[这那][1一]?块儿?|[这那]?方面|[这那]边|[这那]个?事儿?)?呢"
)
"""What a question behind it is about: 合规评估这块呢，找谁做."""
_KIND = re.compile(
    r"哪[1一]?[些几]?(?:家|个|种|类|款|份|位|所)(?P<thing>[\u4e00-\u9fff]{2,8}?)"
    r"(?:比较|更|最|能|可以|会|好|合适|靠谱|便宜|专业|来|做|办|的|了|吗|呢|啊|[?？。 ])*$"
)
"""A question for one of a kind: 你们推荐哪家律所."""
_SUCH = re.compile(
    r"(?:这样|这种|这么|那样|那种|那么)[^,，]{0,6}?(?:公司|企业|单位|厂|店|机构|个人|团队|规模|作坊|合作社)"
)
"""Somebody of the kind that was told of: 这样小的公司."""
_DEED = re.compile(
    r"(?:卖|出售|买|购买|交易)数据|数据(?:出境|入表|登记|交易|挂牌|入驻)|挂牌|入驻|上架|入表"
)
_QUOTED = re.compile(r"^[^\u4e00-\u9fff0-9a-z]*[\"“”「『‘'][^\"“”」』’']{2,}[\"“”」』’']")
"""A question that begins with words of somebody else asks about these words."""


def quotes(text: str) -> bool:
    """Whether a question is about words that it quotes, and names no thing of its own."""
    return _QUOTED.match(visible_of(text)) is not None


def visible_of(text: str) -> str:
    """A text as it is typed, without what leads over to it."""
    return re.sub(r"^(?:那么?|这个?|还有|[,， ])+", "", text.strip())


def thing_of(text: str) -> str:
    """The thing that a question is about, by its name alone; empty where it names none."""
    told, asked = told_and_asked(text)  # 合规评估找谁做, whatever is told before
    topic = _TOPIC.fullmatch(told.rpartition("，")[2])
    if topic is not None and (bare(asked) or not asked):
        return topic["of"]
    asked = asked or text
    if bare(asked) or quotes(asked):
        return ""
    if is_english(asked):
        return subject_of(asked)
    kind = _KIND.search(normalise(asked))
    if kind is not None:
        return kind["thing"]
    named = named_in(head_of(subject_of(asked)))
    if _SUCH.search(normalise(asked)[: len(subject_of(asked)) + 1]):
        # 卖数据，这样小的公司可以吗: the question is of the deed, whoever does it.
        deeds = _DEED.findall(normalise(told))
        return deeds[-1] if deeds else named
    return named


def named_in(subject: str) -> str:
    """The name in what a question is about, without who asks; empty where that is all."""
    return _ENDS.sub("", _OPENS.sub("", subject, count=1))


def last_thing(texts: Sequence[str]) -> str:
    """The thing that was named last."""
    return next((thing for text in reversed(texts) if len(key(thing := thing_of(text))) > 1), "")


def leans_on_it(text: str) -> bool:
    """Whether a question has a pronoun for a thing that was named before."""
    return _IT.search(text) is not None


def meanings(text: str, wording: str) -> tuple[str, ...]:
    """What may be answered of a part: its words, or in English its fuller ``wording`` where a
    pronoun says nothing by itself (do they have to be in Chinese?)."""
    text = _OR_ONLY.sub("", text)
    return (text, wording) if is_english(text) and leans_on_it(text) else (text,)


def side_asked(
    text: str,
    before: Sequence[str],
    told: Sequence[str],
    exchanges: Sequence[Exchange],
    snapshot: Snapshot,
) -> Target | None:
    """What answers the one side that a part asks for, of the matter that the parts ``before`` it
    are about, or that the documents ``told`` for the last of them; where these name nothing, of
    that of the conversation."""
    matters = snapshot.matters
    side = matters.go_on(text, before)
    if side is None and told:
        side = matters.go_on_from(text, told)
    if side is None and not before and exchanges and matters.asks_alone(text):
        return side_of_the_matter(snapshot, text, exchanges)
    if side is None and before and not last_thing(before):
        asked = [e.question for e in exchanges if e.outcome in MATTERS]
        side = side_of_the_matter(snapshot, text, exchanges) or matters.go_on(text, asked)
    return side


def fuller(
    text: str, exchanges: Sequence[Exchange], before: Sequence[str], snapshot: Snapshot
) -> list[str]:
    """What a part may mean behind the parts before it, likeliest first. The whole of both is left
    out: it leads to the neighbour's document whatever is asked. ``exchanges``: the conversation,
    without the parts."""
    last = before[-1]
    if not is_english(text):
        rest = _OR_ONLY.sub("", _SOME.sub("", _YOUR.sub("", text)))
        earlier = (Exchange(p, "answered") for p in before if not quotes(p))
        exchanges = (*exchanges, *earlier)
        owner, of, _ = topic_of(exchanges).rpartition("的")
        full = [f for f in full_questions(rest, exchanges) if not f.startswith(f"{last}，")]
        thing = last_thing(before[-1:])
        named = [f"{thing}{rest}"] if thing and thing not in rest else []
        return [*dict.fromkeys((*named, *full, *([f"{owner}{rest}"] if of else [])))]
    found: list[str] = []
    linked = ((p, snapshot.graph.names.link(p)) for p in reversed(before))
    names = [named[m.start : m.end] for named, mentions in linked for m in mentions[:1]]
    several = _WHICH_ENGLISH.search(last.lower())
    if several is not None and _THEY.search(text):
        found.append(_THEY.sub(f"the {several['things']}", text, count=1))
    if names and _IT.search(text):
        found.append(_IT.sub(lambda _: names[0], text, count=1))
    doing = next((d for p in reversed(before) if (d := _TO_DO.search(p))), None)
    if doing is not None:
        do = doing.group("to") or f"to {doing.group('do')}"
        # In how long does it take the pronoun stands for what is done.
        found.insert(0 if bare(text) else 1, f"{text.rstrip('?. ')} {do.strip('?. ')}")
    return found
