"""What a question means after the ones before it: corrections in front, pronouns, ellipses. Pure.

Nothing here decides what is answered: it proposes fuller questions, and the search says which of
them is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dialog.reply.again import asks_more
from dialog.reply.aspects import asks, asks_the_house, bare, says_little, subject_of
from dialog.reply.failing import asks_what_then, fails
from dialog.reply.kept import kept
from dialog.reply.openings import behind_thanks, behind_turn, complains, what_is_meant
from dialog.reply.protests import protested, without_denied
from dialog.reply.question import Exchange
from dialog.reply.several import parts_of
from knowledge.answers.relative_dates import only_a_time
from knowledge.text import is_english, key, normalise, visible

_LEADING = re.compile(
    r"^(?:那么?|还有|另外|然后|它|他们|她们|这个|这些|那个|那些|这种|那种|该|上面|刚才|那时"
    r"|and\b|what about\b|how about\b|it\b|that\b|then\b)",
    re.IGNORECASE,
)
_STARTING = re.compile(
    r"^(?:那么?|还有|另外|然后|要是|如果|and|what about|how about|then)[,， ]*", re.IGNORECASE
)
_FOR_NOTHING = (
    r"(?!(?: is| be)? (?:need(?:ed)?|necessary|possible|allowed|permitted|legal|illegal|lawful|ok"
    r"|okay|required|mandatory|compulsory|forbidden|prohibited|enough|better|safe)"
    r"(?:[ ,]+[\w'’-]+){5})"
)
"""Behind an English it that stands for nothing: is it possible to sell hourly port figures."""
_PRONOUN = re.compile(
    r"它们?|(?<!其)他们|她们|这个(?![\u4e00-\u9fff]{2})|那时候?|刚才说的|上面说的|上面的|对此"
    r"|^[这那]?(?:里[面头]|其中)[还都也就是]*(?:有|含|带|没)"
    r"|^(?:and |but |also |inside |in (?:it|there),? )*there(?:'s|’s| is| are)\b"
    rf"|\b(?:it{_FOR_NOTHING}|for that|they|them|those)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"^(?P<other>.{1,12}?)(?:的话)?呢[?？。!！]*$")
_ANOTHER_ENGLISH = re.compile(
    r"^(?:and |what about |how about )+(?:the |an? )?(?P<other>.{2,40}?)\??$", re.IGNORECASE
)
_DEFINED = re.compile(
    r"^(?:请问)?(?:什么是|什么叫|啥是|啥叫|何谓|what (?:is|are) (?:an? |the )?)", re.IGNORECASE
)
_HOW_I = re.compile(r"^how (?:do|can|should|must) (?:i|we) ", re.IGNORECASE)
_FOR_THAT = re.compile(r"\bfor (?:that|this|it)\b", re.IGNORECASE)
_VERBS = re.compile(
    r"(?<=..)(?:要(?![素求件点闻])|需(?![方求])要?|必须|应当|应该|能不能|能(?![力源])|可以|会不会|会被|包括|包含|(?<![享拥具持])有(?![限效关])"
    r"|分(?![类级析布享])|怎么|如何|怎样|什么|哪|多少|多久|几|是|由|保存(?!期)|满足)"
)
"""Where what a question says of its subject begins."""
_TIME = re.compile(
    r"现在|如今|目前|今年|去年|明年|以前|之前|以后|当时|那时候?|当年|\d{4}年|now|today|this year"
)
_TIMES = re.compile(r"现在|如今|目前|今年|去年|以前|当时|那时候?|当年|刚才")
_AT_A_TIME = re.compile(
    r"^(?:那么?|如果|要是|但|可是|,)*(?:在)?(?:20\d\d年[^,。?？!]{0,6}|去年|前年|今年|明年)(?:的|就|才|已经)*"
    r"(?:上线|发布|上架|开始|做|传|发|卖|用|办|签|出)?(?:了)?的?(?:时候|那会儿?|那时候?|当时|那年)(?:[我你]们)?"
    r"(?:也|就|都|还|是|不是|是不是)*(?:要不要|用不用|需不需要|必须|要|需要?|用|得|该|能|可以)?"
    r"(?:标识?|办|做|评估?|备案?|存|留|签|申?报|披露|加)?(?:[呢吗么嘛不没吧啊的了])*[?？。]*$"
)
"""What asks the same of another time: 2025年8月上线的时候要标吗."""
_UNDONE = re.compile(
    r"^(?:如果|要是|万一|假如)?(?:我们?)?(?:不|没|忘了?).{1,6}(?:会?怎么?[样办]|(?:有|是)什么后果|行吗|行不行|可以吗|会?罚)"
    r"|^(?:and |so |but )*(?:what )?(?:(?:happens|would happen|will happen) )?if (?:we|i|you|they)"
    r" (?:do not|don't|did not|didn't|cannot|can't|never|(?:just |simply |still )+(?:do|send|sell"
    r"|share|skip|ignore|go ahead with) (?:it|that|this|them|all)\b)",
    re.IGNORECASE,
)
"""What asks for the outcome of leaving undone what was spoken of (不打会怎样)."""
_ASKED_FIRST = re.compile(
    r"(?:是|在|去|到|向|找|要|有(?=多少|几))?(?:哪|谁|多少|多久|几|[什啥]么?时候|何时|咋)[^是]{0,8}$"
)
"""A short question that begins with what it asks: 在哪备案."""
_ALSO = re.compile(r"(?:也|还).{0,8}(?:吗|么|不)[?？。]*$")
_WHICH = re.compile(
    r"(?:算|属于?|归(?:到|入)?|是)(?:在)?(?:哪|第?几)[一1]?(?:个)?(?:类|种|级|档|项)[呢啊呀吗]*[?？。]*$"
)
"""What asks for a place in a division that was told before."""
_BEFALLS = re.compile(
    r"到期|过期|超期|逾期|快要?|马上|届满|失效|作废|通过|不过|没过|退回|打回|驳回|拒绝?|撤回|撤销|取消|补正|补充|补|漏|缺|改|变更"
    r"|延期|延长|续期?|重新|重来|提前|晚|迟|加急|代办|委托|上面|里面|里头|其中|上述|[这那](?:个|份|些)|报告|上报|通报|报(?![价表名社纸警])|结果|证书|申请|审核"
    r"|判断|认定|界定|区分|分辨|辨别|核实|核对|操作|落实|证明(?![材文])"
    r"|今天|明天|后天|昨天|下周|本周|月底|年底|\d+|[一二两三四五六七八九十百千万]|小时|工作日|自然日|天|周|个?月|年"
    r"|之?前|[之以]内|(?<=[天时日月周年])内|提(?![取供])|最(?=[早晚迟快慢后先])|(?<![大中小])谁[去来]?|[通告]知(?!书)|告诉|还是|或者?|如果|要是|只|就|着急|急|死|烦|赶|来不及|来得及|啥|咋|开始|每|再|次|遍|知道|写|里|包括|包含|不|没|吧|才行"
)
"""What may befall anything that is filed, and words of time: they name no matter by themselves."""
_BEFALLS_ENGLISH = re.compile(
    r"\b(?:soon|time|times|long|late|later|early|earlier|fast|faster|quick(?:ly)?|slow|days?|hours?"
    r"|weeks?|months?|years?|within|before|after|until|next|then|first|again|each|every|once|if|not"
    r"|don't|didn't|report|tell|inform|notify|file|write|send|say|give|go|start|finish|done|wrong"
    r"|fail(?:ed|s)?|forget|forgot|miss(?:ed)?|refused?|rejected?|reject|expires?|expired|renew(?:ed)?"
    r"|change[ds]?|extend(?:ed)?|cancel(?:led)?|withdraw|passed|approved?|result|step|same|else|need)\b"
)
"""The same in English."""
_ENGLISH_WORDS = 8
"""Words up to which an English text can name nothing of its own."""
ROLES = (
    r"(?:数据)?(?:买|卖|供|需|供应|需求|提供|接收|购买|采购|出售|甲|乙)方|[买卖]家|数商|服务商|供应商|采购商"
    r"|buyer|seller|supplier|vendor|purchaser|customer"
)
_ROLE = re.compile(
    r"(?:其实|不过|但|哦|那|,| )*"
    r"(?:我们?|咱们?|我司|我方|我们?公司|本公司|我们?单位|我们?这边"
    r"|if|i|we|am|are|i'm|we're|[,， ])+"
    rf"(?:其实|应该|才|就|actually)*(?:是|算|属于|作为|站在|当|the|an?| )*(?P<role>{ROLES})"
    r"(?:那?[一1]?[方头]|这边|那边|的?角度|的|来说|的话| side)*(?:呢|啊|吧|哈|[,，.。!！?？ ])*"
)
"""What tells the visitor's own part in a trade, and nothing else."""
_OTHER_ROLE = re.compile(rf"{ROLES}")
_SUPPOSING = re.compile(
    r"^(?:那|但|可|不过|and|but|then|so|,| )*"
    r"(?:如果|要是|假如|万一|若|里面|其中|换成|改成|再加上|加上|what if\b|if\b)"
)
_YOU = re.compile(r"你|您|贵[所司方]|\byou\b|\byour\b", re.IGNORECASE)
_DOING = re.compile(
    r"^(?P<of>[^,，。?？]{2,14}?)(?:要|该|应该|应当|需要)?(?:怎么|如何|怎样|咋)(?P<do>(?!样|办|弄|做|搞|走|回事|算|说|会)[^,，。?？]{2,6})[?？。]*$"
)
"""A question how a thing is done: 合同怎么备案."""
MATTERS = ("answered", "partial", "unknown", "clarify")
"""Outcomes of questions that belong to the desk."""
_NAMELESS = 20
"""Characters up to which a text can name nothing of its own."""
_SHORT = 8
"""A question of fewer characters may lean on the one before."""
_MOST = 3
"""Fuller questions that are searched for one ellipsis."""


class Said(msgspec.Struct, frozen=True):
    """A text as meant. ``corrects``: it takes back what was said. ``turns``: another matter begins.
    ``wishes``: it wants to buy. ``complains``: it said that the reply missed what was asked."""

    text: str
    corrects: bool = False
    turns: bool = False
    wishes: bool = False
    complains: bool = False


@kept
def said(text: str) -> Said:
    """A text without the correction or the turn in front of it (不对，我要问的是…)."""
    thanked = behind_thanks(text := visible(text))
    if thanked and _asks_on(thanked):
        return said(thanked)
    rest, turns = behind_turn(text)
    protest = protested(rest)
    if protest is not None:
        simply, turned_then = behind_turn(what_is_meant(protest.rest)[0])
        missed = protest.kind == "misread" or complains(rest)
        turns = turns or turned_then
        return Said(simply or protest.rest, missed, turns, complains=missed)
    simply, taken_back = what_is_meant(rest)
    if taken_back:
        simply, turned_then = behind_turn(simply)
        turns = turns or turned_then
    simply = without_denied(simply) if taken_back else simply
    for left, behind in ((simply, taken_back), (rest, False)):
        if len(key(left)) > 1:
            corrects = behind and left != text
            return Said(left, corrects, turns, complains=corrects and complains(text))
    return Said(text)


def _asks_on(text: str) -> bool:
    """Whether what stands behind thanks asks for something."""
    return asks(text) or _LEADING.match(text) is not None or bare(text)


def leans(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question may go on with the ones before it."""
    if not exchanges or asks_the_house(text):
        return False
    again = _AT_A_TIME.match(normalise(text)) is not None
    return len(key(text)) < _SHORT or again or goes_on(text, exchanges)


def elliptic(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question shows by its words that it goes on with the ones before it."""
    if not exchanges:
        return False
    shapes = (
        _LEADING.match,
        _PRONOUN.search,
        _ANOTHER.match,
        _ALSO.search,
        _UNDONE.match,
        _WHICH.search,
    )
    return any(shape(text) is not None for shape in shapes)


def on_a_matter(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question goes on with a matter of the desk, rather than with small talk, a refusal
    or a person in need."""
    return elliptic(text, exchanges) and exchanges[-1].outcome in MATTERS


def goes_on(text: str, exchanges: Sequence[Exchange]) -> bool:
    """Whether a question belongs to the matter spoken of before: by its words, or because it names
    nothing of its own (快到期了怎么办, 一小时还是两小时)."""
    if asks_the_house(text):
        return False
    if not exchanges or exchanges[-1].outcome not in MATTERS:
        return on_a_matter(text, exchanges)
    names_none = nameless(text) or names_no_matter(text) or role_of(said(text).text) != ""
    return elliptic(text, exchanges) or names_none or asks_more(text)


def names_no_matter(text: str) -> bool:
    """Whether a text says only what may be asked of, or befall, any matter."""
    if is_english(text):
        rest = _BEFALLS_ENGLISH.sub(" ", normalise(text))
        return asks(text) and len(text.split()) <= _ENGLISH_WORDS and says_little(rest)
    return len(normalise(text)) <= _NAMELESS and says_what_befalls(text)


def says_what_befalls(text: str) -> bool:
    """Whether a text is made of nothing but small words and what may befall any matter."""
    return says_little(_BEFALLS.sub(" ", normalise(text)))


@kept
def nameless(text: str) -> bool:
    """Whether a text asks for a side of whatever was spoken of, and names nothing: 有效期几年. Who
    asks the desk about itself (你会什么) means the desk."""
    if _YOU.search(text) is not None:
        return False
    return bare(text) or names_no_matter(text)


def which(text: str) -> bool:
    """Whether a text asks where a thing belongs in a division that was told before."""
    return _WHICH.search(normalise(text)) is not None


def leaves_undone(text: str) -> bool:
    """Whether a text asks for the outcome of leaving undone what was spoken of, rather than of
    failing in it."""
    return _UNDONE.match(text) is not None and not fails(text) and asks_what_then(text)


def supposes(text: str) -> bool:
    """Whether a text supposes something else of the case that was told: 要是里面有…呢."""
    return _SUPPOSING.match(normalise(text)) is not None


def role_of(text: str) -> str:
    """The visitor's own part in a trade, where a text tells that and nothing else: 我是买方."""
    read = _ROLE.fullmatch(normalise(text).strip())
    return read["role"] if read is not None else ""


def role_named(text: str) -> str:
    """The part in a trade that a text names (买方要什么材料); empty where it names none."""
    read = _OTHER_ROLE.search(normalise(text))
    return read.group() if read is not None else ""


def asked_as(role: str, exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    """The last question on a matter as somebody else would ask it, likeliest first."""
    asked = [e for e in exchanges if e.outcome in MATTERS and not role_of(said(e.question).text)]
    before = normalise(_whole(asked)) if asked else ""
    if not before:
        return ()
    if is_english(before):
        return (f"As a {role}, {before}",)
    if _OTHER_ROLE.search(before):
        return (_OTHER_ROLE.sub(role, before),)
    return (f"{role}{before}", f"作为{role}，{before}")


def done(question: str) -> str:
    """The thing that a question asks how to do: 合同怎么备案 → 合同备案; else empty."""
    read = _DOING.match(normalise(question))
    return f"{read['of']}{read['do']}" if read is not None else ""


def topic_of(exchanges: Sequence[Exchange]) -> str:
    """What was last spoken of, with the questions left out that name nothing."""
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome not in MATTERS:
            continue
        text = said(exchange.question).text
        if elliptic(text, exchanges[:place]) and _ANOTHER.match(text) is None:
            continue
        if place and (names_no_matter(text) or _ASKED_FIRST.match(text)):
            continue
        subject = subject_of(parts_of(_STARTING.sub("", text))[0])
        other = _ANOTHER.match(subject)
        if subject:
            return head_of(other.group("other") if other is not None else subject)
    return ""


def head_of(subject: str) -> str:
    """The thing itself in what a question is about: 交易记录要保存 → 交易记录."""
    subject = _DEFINED.sub("", subject)
    verb = None if is_english(subject) else _VERBS.search(subject)
    return subject[: verb.start()] if verb is not None else subject


def full_questions(text: str, exchanges: Sequence[Exchange]) -> tuple[str, ...]:
    """What a question may mean after the ones before it, likeliest first."""
    if not exchanges:
        return ()
    before = _whole(exchanges)
    topic = topic_of(exchanges)
    rest = _STARTING.sub("", text)
    found: list[str] = []
    other = _ANOTHER.match(rest) or _ANOTHER_ENGLISH.match(text)
    side = other is not None and nameless(rest) and not _is_time(other["other"])
    if other is not None and not (side and topic):
        # 有效期呢 asks for a side of the same thing, 收据呢 for another thing.
        found.extend(put_in_place(other.group("other"), before))
    elif is_english(rest) and _HOW_I.match(topic) and _FOR_THAT.search(rest):
        found.append(_FOR_THAT.sub(f"to {_HOW_I.sub('', topic)}", rest))
    elif topic and _PRONOUN.search(rest) and not is_english(rest):
        found.append(_PRONOUN.sub(lambda _: topic, rest, count=1))
    elif topic and not is_english(rest):
        doing = next((d for e in reversed(exchanges) if (d := done(said(e.question).text))), "")
        if bare(rest) and doing.startswith(topic):
            found.append(f"{doing}{rest}")
        found.append(f"{topic}{rest}")
    found.append(f"{before}，{rest}")
    return tuple(dict.fromkeys(f for f in found if key(f) != key(text)))[:_MOST]


def _whole(exchanges: Sequence[Exchange]) -> str:
    """The last question on a matter, itself made whole where it asks for another thing alone."""
    for place in range(len(exchanges) - 1, -1, -1):
        exchange = exchanges[place]
        if exchange.outcome not in ("smalltalk", "refused", "handoff") or place == 0:
            text = said(exchange.question).text
            rest = _STARTING.sub("", text)
            other = None if nameless(rest) else _ANOTHER.match(rest)
            if place and other is None and _lacks_object(text, exchanges[:place]):
                # It is whole only with what it was asked of.
                return _with(topic_of(exchanges[:place]), rest)
            if other is None or place == 0:
                return rest
            return next(iter(put_in_place(other.group("other"), _whole(exchanges[:place]))), text)
    return ""


def _with(topic: str, rest: str) -> str:
    """A question with what it is asked of: in the place of its pronoun, else in front."""
    fuller = _PRONOUN.sub(lambda _: topic, rest, count=1) if topic else rest
    return fuller if fuller != rest else f"{topic}{rest}"


def _lacks_object(text: str, before: Sequence[Exchange]) -> bool:
    """Whether a Chinese question says not of what it asks."""
    if is_english(text):
        return False
    scrap = len(key(text)) < _SHORT and elliptic(text, before)
    return scrap or nameless(text) or _ASKED_FIRST.match(text) is not None


def _is_time(other: str) -> bool:
    return _TIME.fullmatch(other) is not None or only_a_time(normalise(other))


def put_in_place(other: str, before: str) -> list[str]:
    """A question with another thing in the place of what it was about: 交易记录要保存多久, 日志呢 →
    日志要保存多久."""
    if _is_time(other):
        return [f"{other}{_TIMES.sub('', before)}"]
    subject = "" if bare(before) else head_of(subject_of(before))
    before = normalise(before)
    if not is_english(before) and subject and before.endswith(subject):
        return [f"{before.removesuffix(subject)}{other}"]
    if is_english(before) or not subject or not before.startswith(subject):
        return [f"{other}，{before}"]
    asked = before[len(subject) :]
    found = [f"{other}{asked}"]
    head = subject.rfind("的")
    if other.endswith("的") and head > 0:
        # 外购的成本 → 自研的成本
        found.insert(0, f"{other}{subject[head + 1 :]}{asked}")
    elif head > 0:
        found.insert(0, f"{subject[: head + 1]}{other}{asked}")
    return found
