"""What a visitor says of how they feel (我心里没底, 越看越糊涂, 领导天天催, I'm worried), and what
of the text asks something. Pure.

The small model guesses a feeling from the whole text; here it is told in words, about the speaker,
in a clause of its own. Such a clause is no part of a question, and alone it asks for nothing that
could be looked up.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.grief import in_need, mourns, speaks_of_death
from dialog.reply.idle_clauses import PIECES, clauses_of
from dialog.reply.kept import kept
from dialog.reply.life_trouble import Trouble, trouble_told, without_trouble
from dialog.reply.mishaps import Mishap, mishap_told, without_gone
from dialog.reply.pleas import OVER, for_others, pleads
from dialog.reply.sent_away import WHOM, asks_whom, clauses_away, contradicted, only_whom
from dialog.reply.too_small import TOO_SMALL, tells_size, too_small
from dialog.reply.weary import burdened, due_soon, of_work, weary
from dialog.reply.wish_told import tells_a_matter
from knowledge.text import is_english, key, normalise

_Told = Literal["afraid", "pressed", "confused", "tired", "discouraged", "put_off"]
Kind = Trouble | _Told | Literal["sent_away", "struck", "unsure"]
"""What is told. ``put_off``: that it is a toil, or better not begun; ``sent_away``: others took the
matter for none of theirs; ``struck``: something befell them (去年发大水把档案都泡了); a trouble: it
is of their own life, and no matter of the desk; ``unsure``: nothing but what to do or to say now is
asked."""
PUNISHED = "会被罚吗"
"""The question of who fears a punishment; alone, it is asked of the reply before."""
_LONGEST = 140
"""Characters beyond which a text tells a case; English has twice as many."""
_COLON = re.compile(r"(?<=[a-z]): (?=(?:we|i|our|my)\b)", re.IGNORECASE)
"""What parts a feeling from the case behind it: I'm lost: we are a hospital."""
_SPACE = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_ELLIPSIS = re.compile(r"(?:那么?|还有|另外).{1,10}呢")
"""What asks on by naming a side of the matter: 那费用呢."""
_LEAST = 4
"""Characters of meaning that must be left."""
_OF_THEM = re.compile(
    r"[他她]|病(?!毒)|医院|医生|治|债|欠|贷|征信|离婚|抚养|财产"
    r"|\b(?:he|she|him|her|his|hers|hospital|doctors?|clinic|debts?|loans?|divorce)\b"
)
"""What leads back to a trouble that was told."""
_COMPLAINS = re.compile(
    r"投诉|举报|差评|态度|垃圾|忽悠|敷衍|耍(?:我|人)|坑人|气死|火大|凭什么|人工|真人|工作人员"
    r"|退[钱款费]|头[疼痛昏晕].*(?:吃[^,]{0,4}药|布洛芬|阿司匹林|感冒|发烧|\d片|几片)"
    r"|(?:吃[^,]{0,4}药|布洛芬|阿司匹林|感冒|发烧|几片).*头[疼痛昏晕]"
    r"|[你您](?:们)?(?:这)?(?:怎么|到底|总是?|老是?|又|都不|不给|根本|破)"
    r"|\b(?:complain\w*|useless|ridiculous|rubbish|refund|your (?:answers?|site|staff|service)"
    r"|human|real person|member of staff|operator|angry|furious)\b"
)
"""What complains, wants a person, or is ill in earnest: that has its own words."""
_LEAD = (
    r"(?:说(?:实话|真的|句实话|句心里话)|老实说|实话(?:实)?说|讲真(?:的)?|不瞒[您你]说"
    r"|坦白(?:说|讲)|唉|哎|嗯|呃|啊|其实"
    r"|可是?|但是?|不过|就是|而且|所以|那|现在|今天|这会儿|最近|到现在|我们?|咱们?|我自己|自己"
    r"|心里头?|心|脑子(?:里)?|整个人"
    r"|人|真的?(?:是|很|挺|有点儿?)?|实在(?:是)?|确实|还是|还|又|更|越发|[1一]想到(?:这事?|这些"
    r"|这个|要签字?)|已经|感觉|觉得|有[点些]儿?|[1一]点|好|很|非常|特别|挺|太|怪|都|也|快"
    r"|要|[1一]?直|就|总|老|这么|越来越|被|给|这(?:事|些|个)?|[, ])*"
)
_SPENT = (
    r"(?:[弄看搞折腾研究查跑读问聊找填忙改学]+了?(?:整整|快|都|已经)?(?:[1一半两几大好]"
    r"|\d+)*(?:个)?"
    r"(?:上午|下午|早上|晚上|天|宿|夜|小时|钟头|星期|周|月|年|圈|趟|遍)(?:了|都|也|还是?|,)*)?"
)
_SEEN = (
    r"(?:越?[听看弄搞说讲问聊想读查研究]+(?:得|了|下来|到现在|完|着)?(?:[你您]们?)?(?:说的?"
    r"|讲的?)?越?)"
)
_FELT: tuple[tuple[Kind, str], ...] = (
    (
        "afraid",
        (
            r"害怕|怕得?|(?:发|心)?慌|没底|没谱|没着落|担心|担忧|紧张|焦虑|不安|忐忑|[发心]虚|发怵"
            r"|发毛|打鼓|七上八下"
            r"|不踏实|不放心|睡不[着好]觉?|吓(?:到|着|坏|死)|后怕|悬着|放不下心|战战兢兢|不敢(?:动"
            r"|签字?|下手)"
        ),
    ),
    (
        "confused",
        (
            r"糊涂|懵|晕|头(?:都|也|已经|有点|快)*(?:大|昏|疼|痛|炸)|绕(?:晕|进去|糊涂)|[蒙乱]"
            r"|(?:看|听|搞|弄)不(?:太)?(?:懂|明白|清楚)"
            r"|理不[清顺]|(?:[1一])?头雾水|云里雾里|摸不着(?:头脑|北)|没(?:有)?(?:头绪|方向|概念)"
            r"|转不过(?:弯|来)|找不着北"
        ),
    ),
    (
        "pressed",
        (
            r"压力(?:真的?|好|很|太|特别|挺|实在|有点|是|山|巨|非常)*大|喘不过气来?|焦头烂额"
            r"|火烧眉毛|夹在中间|左右为难|两头(?:受气|为难)"
            r"|骑虎难下|扛着|(?:顶|扛)着压力"
        ),
    ),
    (
        "tired",
        (
            r"[心]?累(?:死|坏|得不行|垮)?|疲惫|疲倦|身心俱疲|精疲力[尽竭]|心力交瘁|折腾(?:不动|坏"
            r"|死|得够呛)|烦(?:躁|死|得很)?|心烦"
            r"|吃不消|头秃|没(?:有)?(?:力气|精力)|熬(?:不动|夜)|[撑扛顶]不(?:住|下去)|(?<=都)麻"
        ),
    ),
    (
        "discouraged",
        (
            r"想?(?:放弃|打退堂鼓)|想(?:算了|撤|退出)|不想(?:再)?(?:弄|干|做|搞|办|折腾|来|继续)"
            r"|没(?:有|什么|了)?信心|灰心|泄气"
            r"|没(?:有)?(?:希望|戏)|沮丧|失落|受挫|挫败|丧气|难受|委屈"
        ),
    ),
)
_END = r"(?:了|啦|的|得(?:很|慌|不行|要命)|死|极|啊|呀|呢|吧|嘛|哈|哦|[~,.。! ])*"
_AND = r"(?:[、又和,]|也|而且)*"
_ANY_FELT = "|".join(words for _, words in _FELT)
_FEELS = re.compile(
    rf"{_LEAD}{_SPENT}{_LEAD}{_SEEN}?{_LEAD}(?P<felt>{_ANY_FELT}){_END}"
    rf"(?:{_AND}{_LEAD}(?:{_ANY_FELT}){_END})*"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple((k, re.compile(w)) for k, w in _FELT)
_PUSHED = re.compile(
    rf"(?:{_LEAD}){OVER}(?:那边|那儿)?(?:又|还|都)?(?:天天|[1一]直|整天|老是?|总是?|不停地?"
    rf"|拼命|反复|[1一]遍遍|这几天|今天|还|在|也"
    r"|已经|都|死命|逼着|每天|一个劲儿?)*(?:催|逼|盯|压|骂|追着|要我(?:马上|立刻|今天|明天|赶紧"
    r"|必须))"
    rf"|(?:{_LEAD}){OVER}(?:那边)?(?:今天|明天|后天|下周|这周|周[1-7一二三四五六日]|月底|年底"
    rf"|马上|立刻)(?:前|之前)?(?:就)?(?:要|等)我"
    r"|(?:饭碗|工作|位子|职位)(?:就|要|可能|都|会)*(?:保不住|没了|丢)|丢(?:了)?(?:饭碗|工作)"
)
_FEARS = re.compile(
    rf"{_LEAD}(?:(?<!恐)(?<!哪)(?<!不)害?怕(?!是|不怕|麻烦$|费事|耽误)|担[心忧](?!不)|生怕|唯恐"
    rf"|就怕)(?:的是"
    rf"|就是|会)?(?P<of>.{{2,}})"
)
_PUNISHED = re.compile(
    r"(?P<for>.*?)(?:会|要|就|还|再|以后|将来|回头|最后|到时候?|不小心|说不定|可能"
    r"|,)*(?:被(?:人|他们|监管|网信办?|主管部门|政府|上面)?"
    r"(?:重|狠狠)?(?:罚|处罚|查处|追责)|[吃挨](?:罚|罚单|处罚)|罚(?:钱|款|得|死|到)"
    r"|承担(?:法律)?责任|担责).*"
)
_LEAD_ENGLISH = (
    r"(?:(?:honestly|frankly|to be honest|tbh|well|so|and|but|sorry|oh|look|ok(?:ay)?|actually"
    r"|now|then"
    r"|really)[,.! ]*)*"
)
_AM = (
    r"(?:(?:i|we)(?:'m| am|'re| are| feel|'ve been| have been| was| got| get|'m getting| am getting"
    r"| still feel|'m feeling| am feeling)|my (?:head|mind) is|this (?:is|makes me|has me"
    r"|leaves me)"
    r"|it(?: is|'s| makes me| has me)|all (?:of )?this (?:is|makes me|has me)|feeling)"
)
_HOW = (
    r"(?: (?:really|honestly|frankly|so|very|quite|a bit|a little|pretty|just|more and more"
    r"|totally|completely|all"
    r"|kind of|rather|still|even|more|getting|truly|too))*"
)
_FELT_ENGLISH: tuple[tuple[Kind, str], ...] = (
    (
        "afraid",
        (
            r"worried(?: sick)?|worrying|scared|afraid|frightened|nervous|anxious|panicking|uneasy"
            r"|terrified"
            r"|losing sleep|concerned|unsettled|not sure (?:of|about) (?:it|this|myself)"
        ),
    ),
    (
        "confused",
        (r"confus(?:ed|ing)|lost|puzzled|bewildered|baffled|spinning|in a fog|over my head|dizzy"),
    ),
    (
        "pressed",
        (
            r"under (?:a lot of |so much |great |huge |enormous |real )?pressure|stressed(?: out)?"
            r"|stressful"
            r"|overwhelm(?:ed|ing)|swamped|caught in the middle|squeezed"
        ),
    ),
    (
        "tired",
        (
            r"tired|exhaust(?:ed|ing)|worn out|fed up|drained|burn(?:t|ed) out|sick of (?:it|this)"
            r"|at (?:my|our) wits?'? ?end|at the end of (?:my|our) (?:rope|tether)|shattered|beat"
        ),
    ),
    (
        "discouraged",
        (
            r"discourag(?:ed|ing)|(?:about|ready|tempted|close) to giv(?:e|ing) up|giving up"
            r"|thinking of giving up"
            r"|losing (?:hope|heart|faith)|frustrat(?:ed|ing)|disheartened|demoralized|down"
        ),
    ),
)
_ANY_ENGLISH = "|".join(words for _, words in _FELT_ENGLISH)
_ABOUT = (
    r"(?: (?:about|by|with|at|from|over|of)(?: all| of)*(?: (?:this|it|that|these|the|rules"
    r"|everything"
    r"|things|my job|law|laws|paperwork|process|whole thing|here|us|you))+| right now| now| here"
    r"| already| by now| at this point| to be honest| honestly)*"
)
_FEELS_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}{_AM}{_HOW} (?P<felt>{_ANY_ENGLISH})(?:(?:,| and| or| but)+(?: i'm"
    rf"| i am)?{_HOW}"
    rf" (?:{_ANY_ENGLISH}))*{_ABOUT}[.! ]*"
    rf"|{_LEAD_ENGLISH}(?:(?:i|we)(?:'ve| have)? )?been (?:reading|searching|asking|calling|at this"
    r"|at it|going through|studying|looking)\b[^.?!]{0,30} ?(?P<spent>(?:all|the whole) (?:day"
    r"|night"
    r"|week|month|weekend|morning)|for (?:hours|days|weeks|months|ages|years))[.! ]*"
    r"|it(?:'s| has|'s been| has been)(?: been)? a (?:very |really )?(?P<long>long|hard|rough"
    r"|terrible"
    r"|bad|tough) (?:day|night|week|month|year)[.! ]*"
)
_KINDS_ENGLISH: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (k, re.compile(w)) for k, w in _FELT_ENGLISH
)
_PUSHED_ENGLISH = re.compile(
    r"\bmy (?:boss|manager|director|chief|client|customer|ceo|management"
    r"|team lead)\b[^.?!]{0,24}\b(?:(?:wants?"
    r"|needs?|expects?)(?=[^.?!]{0,60}\b(?:by|today|tomorrow|tonight|now|immediately|at once|asap"
    r"|answers?|this week|right away)\b)|demands?|keeps? (?:pushing|asking|chasing|pressing)"
    r"|is (?:pushing|pressing|chasing|pressuring)|insists?)\b|\b(?:lose|cost me|lost) my job\b"
    r"|\b(?:get|be) fired\b"
)
_FEARS_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}(?:i|we)(?:'m| am|'re| are| feel)?{_HOW} (?:afraid|scared|worried|worry"
    rf"|fear|terrified)"
    r"(?: of| that| about)* (?P<of>.{4,})"
)


class FeelingTold(msgspec.Struct, frozen=True):
    """``kind``: what is felt; ``alone``: no clause asks but what to do or say now; ``pure``: none
    tells anything besides; ``pleads``: that is asked; ``tells``: words for others are wished;
    ``due``: something is due soon; ``mishap``: what befell them; ``trouble``: what troubles their
    own life."""

    kind: Kind
    alone: bool
    pure: bool
    pleads: bool = False
    tells: bool = False
    due: bool = False
    mishap: Mishap = ""
    trouble: Trouble = ""


@kept
def feeling_told(text: str) -> FeelingTold | None:
    """What a text tells of the speaker's feeling; ``None`` where it tells none, complains or wants
    a person."""
    said = _COLON.sub(". ", normalise(_parted(text)).strip())
    english = is_english(said)
    if len(said) > _LONGEST * (2 if english else 1) or _COMPLAINS.search(said):
        return None
    if mourns(without_trouble(said, "losing")) or speaks_of_death(said):
        return None
    mishap = mishap_told(said)
    if mishap and not in_need(without_gone(without_trouble(said))):
        return FeelingTold("struck", alone=True, pure=False, mishap=mishap)
    kinds: list[Kind] = []
    alone, pure, plea, tells = True, True, False, False
    clauses = clauses_of(said)
    troubles: list[Trouble] = [trouble for c in clauses if (trouble := trouble_told(c))]
    away = clauses_away(clauses, english=english)
    for clause in clauses:
        if re.fullmatch(_LEAD, clause):
            continue  # A sigh.
        kind: Kind | None = "sent_away" if clause in away else _kind(clause, english=english)
        if kind:
            kinds.append(kind)
            pure = pure and (clause in away or _feels(clause, english=english))
        elif pleads(clause, english=english) or (away and asks_whom(clause)):
            plea, tells = True, tells or for_others(clause)
        elif asks(clause) or clause.endswith("?") or _ELLIPSIS.fullmatch(clause):
            alone = pure = False
        elif weary(clause) is None and not (troubles and mishap_told(clause)):
            pure = False
    if not kinds and pure and not plea and burdened(clauses):
        kinds.append("pressed")
    if not kinds and not (plea and alone):
        return None
    # A fear or a confusion says more of the speaker than the push behind it, weariness less; who
    # was sent away tells first what befell them, and a trouble in life weighs more than all that.
    kinds.sort(key=lambda kind: (kind != "sent_away", kind == "pressed"))
    trouble: Trouble = troubles[0] if troubles else ""
    felt: Kind = trouble or (kinds[0] if kinds else "unsure")
    felt = "pressed" if felt == "tired" and "pressed" in kinds else felt
    due = due_soon(clauses)
    return FeelingTold(felt, alone, pure, plea, tells, due=due, trouble=trouble)


@kept
def behind_feeling(text: str) -> str:
    """What stands beside the clauses that tell nothing but a feeling; the text where nothing
    does."""
    english = is_english(normalise(text))
    if feeling_told(text) is None:
        return text
    pieces = PIECES.split(_COLON.sub(". ", _parted(text)))
    both = list(zip(pieces[::2], [*pieces[1::2], ""], strict=True))
    plain = {normalise(c).strip(): c for c, _ in both}
    away = {plain[c] for c in clauses_away(list(plain), english=english)}
    left = "".join(c + m for c, m in both if c not in away and not _feels(c, english=english))
    return left.strip().lstrip(",，。 ") or text


@kept
def without_feeling(text: str) -> str:
    """A text without the clauses that only tell a feeling, where another asks; the question that
    stands in a doubt of one's size or a fear of a punishment; else the text itself."""
    said = normalise(text).strip()
    if too_small(said) and not _COMPLAINS.search(said):
        return TOO_SMALL
    told, rest = feeling_told(text), behind_feeling(text)
    if told is not None and told.kind == "sent_away" and (told.pure or only_whom(rest)):
        return WHOM
    if told is None or told.pure:
        return text
    english = is_english(said)
    if told.trouble and _OF_THEM.search(normalise(rest)):
        return text  # What is asked is of the trouble itself, or of those whom it befell.
    told_besides = tells_a_matter(rest) and not in_need(without_trouble(said))
    whole = len(key(rest)) >= _LEAST or _ELLIPSIS.match(normalise(rest)) is not None
    if (not told.alone or told_besides) and whole:
        return rest
    if not told.alone:
        return text
    clauses = clauses_of(said)
    return _of_punishment([c for c in clauses if not _feels(c, english=english)]) or text


def _parted(text: str) -> str:
    """A text with a comma where only a space stands beside a feeling: 愁死了 怎么挂牌."""
    parts = _SPACE.split(text)
    felt = len(parts) > 1 and any(_feels(p, english=False) for p in parts)
    return ",".join(parts) if felt else text


def _kind(clause: str, *, english: bool) -> Kind | None:
    """The feeling that a clause tells."""
    feels = (_FEELS_ENGLISH if english else _FEELS).fullmatch(clause)
    if feels is not None:
        kinds = _KINDS_ENGLISH if english else _KINDS
        if feels["felt"] is None:
            return "tired"  # They say how long they have been at it.
        return next(kind for kind, words in kinds if words.fullmatch(feels["felt"]))
    if contradicted(clause):
        return "confused"
    fears = (_FEARS_ENGLISH if english else _FEARS).fullmatch(clause)
    if fears is not None and not asks(fears["of"]):
        return None if of_work(fears["of"]) else "afraid"
    if trouble := trouble_told(clause):
        return trouble
    if (told := weary(clause)) is not None and told.kind:
        return told.kind
    pushed = (_PUSHED_ENGLISH if english else _PUSHED).search(clause)
    return "pressed" if pushed is not None and not asks(clause) else None


def _feels(clause: str, *, english: bool) -> bool:
    """Whether a clause tells a feeling and nothing else."""
    shape, plain = _FEELS_ENGLISH if english else _FEELS, normalise(clause).strip()
    if not key(clause):
        return False
    told = weary(plain)
    pictured = told is not None and told.kind != "" and not told.matter
    return (
        trouble_told(plain) != ""
        or pictured
        or shape.fullmatch(plain) is not None
        or contradicted(plain)
    )


def _of_punishment(clauses: list[str]) -> str:
    """Whether what is feared is punished, as a question; empty where no punishment is feared."""
    for number, clause in enumerate(clauses):
        fears = _FEARS.fullmatch(clause)
        punished = _PUNISHED.fullmatch(fears["of"]) if fears is not None else None
        if punished is None:
            continue
        deed = punished["for"].strip(" ,")
        told = [c for c in clauses[:number] if not _PUSHED.search(c) and not tells_size(c)]
        return f"{deed or ','.join(told)}{PUNISHED}"
    return ""
