"""What a follow-up asks of something that was said before, in a form that a sentence can settle: in
which article it stands (独立、客观是哪一条说的), whether it is official, with whom or by whom it is
done, whether it must be done or may be, whether something is too fine. Pure.

Beside each way of asking stands what a sentence must have to settle it. Nothing here knows what was
said.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from knowledge.text import is_english, normalise

SaidForm = Literal["article", "official", "whither", "by_whom", "duty", "leave", "degree", "beyond"]
"""``beyond``: it asks for more than the sentence says, of the matter that this speaks of."""

_LONGEST = 60
"""Characters beyond which a text tells a matter of its own; English has twice as many."""
_CLAUSES = re.compile(r"[,，。;；:：!！?？\n]+(?!\d)|(?<=[?])")
_LEAD = re.compile(
    r"^(?:那么?|好的?|行|嗯+|哦|请问|所以|可是|但是?|不过|还有|另外|对了|等等|算了|不用了?|回到|你们?|您|刚才|刚刚|前面|之前|上面"
    r"|说的?|讲的?|提到?的?|(?:and|so|but|ok(?:ay)?|then|well|also|wait|sorry)\b|[,， ])+"
)
_CITED = re.compile(
    r"[这那](?:1?句话?|话|[1-9几]?个[字词]|1?点)|(?:这|那)(?:样|么)(?:的)?(?:说法)?(?=是|写|出自|在)"
)
"""What points to the words that were said."""
_OF_WORDS: tuple[SaidForm, ...] = ("article", "official")
"""Forms that ask of words, which may stand in a clause of their own."""
_ADJECTIVE = r"[细粗多少大小长短高低快慢晚早宽窄]"
_ADJECTIVE_ENGLISH = r"(?:fine|detailed|granular|small|large|big|long|short|late|early|many|few)"
_LAW = r"(?:法条|法律|法规|法|规定|文件|条文|条款|标准|国标|办法|条例)"
_ASKED: dict[SaidForm, re.Pattern[str]] = {
    "degree": re.compile(
        rf"(?:会不会|是不是|是否|算不算|不会|会|是|算)?(?:有点|有些|还是|也)?(?:太|过于|过)"
        rf"(?P<how>{_ADJECTIVE})(?:了|吗|吧|么|啊|呀|点)*[?？。]*$"
        rf"|\btoo (?P<how_english>{_ADJECTIVE_ENGLISH})[?. ]*$"
    ),
    "official": re.compile(
        r"(?:是|算)(?:不是|不算)?(?:你们?|交易所|贵所)?的?(?:官方|正式|权威)"
        r"(?:的|数字?|数据|口径|说法|统计|公布|发布|信息)*"
        r"(?:吗|么|吧|不|啊|呢)*[?？。]*$|是否(?:官方|正式|权威).{0,6}$"
        r"|^(?:is|are|was|were) .*\bofficial\b"
    ),
    "article": re.compile(
        r"(?:是|在|出自|依据|根据|按照?|写在|规定在)?"
        rf"(?:哪[1一]?(?:条|款|章|节|部|个|项)?{_LAW}?|哪[里儿]|第几条)"
        rf"(?:里面?|中)?(?:明文)?(?:说|讲|写|规定|要求|定)(?:的|过|了|着)?"
        rf"|(?:是|在|出自)(?:哪[1一]?(?:条|款|章|部|个)|第几条){_LAW}?(?:里面?|中)?"
        r"(?:的|呢|啊|吗)*[?？。]*$"
        rf"|的(?:依据|出处|法律依据)(?:是|在)?(?:哪[1一]?条?{_LAW}?|哪里|什么|啥)"
        r"|\b(?:which|what) (?:article|law|clause|section|provision|rule|standard)s?\b"
        r"|\bwhere (?:does|do|did|is|was) .*\b(?:say|said|written|stated|stand)\b"
    ),
    "whither": re.compile(
        r"(?:去|到|向|在|找|跟|问|上|交给?|报给?|送)(?:哪(?:里|儿|[1一]?(?:个|家|级))?|谁|什么|啥)(?:地方|部门|机构|机关|单位)?"
        r"|哪个(?:部门|机关|单位|机构)(?:办|收|受理|申请|申报|备案)"
        r"|\bwhere (?:do|does|should|must|can|is|are)\b"
        r"|\b(?:with|to) (?:whom|which (?:authority|office))\b"
        r"|\bwho (?:do|should|must) (?:we|i) \w+ .*\b(?:with|to)\b"
    ),
    "by_whom": re.compile(
        r"(?:由|是)?谁(?:来|去|负责|做|出|写|审|评|办|管|给)|由(?:谁|哪[1一]?(?:方|家|个))|哪[1一]?方(?:来|负责|做|出)"
        r"|\bwho (?:does|must|has to|should|is responsible|reviews?|writes?|checks?|provides?)\b"
    ),
    "duty": re.compile(
        r"要不要|需不需要|用不用|该不该|得不得|是否(?:还|也|都|仍)?(?:需要?|必须|应当|要|得)"
        r"|是不是(?:还|也|都|照样|仍然?|就)*(?:要(?!求|点|素)|得|需要?|必须|应该|应当)"
        r"|(?:还|也|都|照样|仍然?|一定|就)+(?:是)?(?:要(?!求|点|素)|得(?!到|出)|需要?|必须|用)(?=.*(?:[吗么吧]|对不对)[?？。]*$)"
        r"|必须(?=.*[吗么吧][?？。]*$)"
        r"|\b(?:do|does|must|should|would) (?:we|i|it|you|they)\b.*?"
        r"\b(?:still|also|need to|need|have to|needed|required)\b"
        r"|\bmust (?:we|i)\b|\bis .*\b(?:required|needed|mandatory)\b"
    ),
    "leave": re.compile(
        r"能不能|可不可以|可否|能否|是否可以|(?:可以|能(?!力|源|耗)|允许)(?=.+(?:[吗么吧]|对不对)[?？。]*$)"
        r"|(?:行不行|行吗|行吧|可以吗|可以吧|能行吗)[?？。]*$"
        r"|\b(?:can|may|could) (?:we|i|it|they)\b"
    ),
}
_TOLD: dict[SaidForm, re.Pattern[str]] = {
    "article": re.compile(
        r"第\d+(?:\.\d+)*[条章款项]|《[^》]+》"
        r"|\b(?:arts?\.|articles?|clauses?|sections?) ?\d|\d\.\d of gb"
    ),
    "official": re.compile(
        r"官方|第三方实测|据.{2,20}报道|征求意见稿|\bofficial|third[- ]party|according to|reported"
    ),
    "whither": re.compile(
        r"(?:向|报|经|到|去|找|交给?|请问|先问|上)(?:[^,。;]{0,14}?)"
        r"(?:部门|网信办?|机关|机构|局|委员会|法院|交易所|工作人员|平台|供方|需方|官网|小组|律师)"
        r"|\b(?:with|to|by|through|at) (?:the )?[a-z -]{0,40}"
        r"(?:authorit|administration|department|office|agency|exchange|court|staff|platform)"
    ),
    "by_whom": re.compile(
        r"由[^,。;]{2,14}|(?:供方|需方|机构|交易所|部门|方|单位|公司|数商|律所)(?:自己)?(?:负责|评估|审核|提供|来|出具)"
        r"|\b(?:by|the) (?:the )?(?:supplier|buyer|exchange|provider|third part|authorit|compan)"
    ),
    "duty": re.compile(
        r"要(?![求点素])|须|应当?|必须|得(?!到|出)|照样|免|不用|无需|不必"
        r"|事前|(?<!首)先|做好|写明|才(?:能|可|行)"
        r"|\b(?:must|due|required?|needs?|needed|have to|has to|waived|exempt|first|shall)\b"
    ),
    "leave": re.compile(
        r"可以|不能|不得|不许|禁止|才能|才行|只许|只能|别|允许|不行"
        r"|\b(?:may|can|cannot|must not|allowed|forbid|only)\b"
    ),
}
NOT_KNOWN = re.compile(
    r"没有?(?:查到|收录|公开|写)|不知道|没写|\bnot (?:known|held|in my knowledge|published)\b"
)
"""What says of a thing that it is not known: that settles whatever is asked of it."""
_ALTERS = re.compile(
    r"没有|没|不(?:是|含|带|涉|传|做|给|要|再|用)|去掉|删|匿名|脱敏|去标识|打码|改成|换成|改为|换作|而是|除了|以外"
    r"|\b(?:not|no|without|never|instead|except|anonymi[sz]\w*|removed?)\b|n't\b"
)
"""What changes the case of which something was said."""
_OTHER_MEASURE = re.compile(
    r"(?:那么?|我们?|就|再|还是|把它?|[, ])*(?:改成?|换成?|改为|放宽到?|合并成?|汇总到|按)"
    r"(?P<to>.{1,20}?)[, ]*"
    r"(?:这样|总|就|也|应该)*(?:(?:行|可以|够|好)(?:了|吗|吧|么|不行|不)+|呢|怎么样|没问题了?吧)[?？。]*"
    r"|(?:and |so |then )*(?:what|how) about (?P<to_english>.{2,60}?)[?. ]*"
    r"|(?:and |so |then )*(?:if|what if) (?:we|i)"
    r" (?:use|take|make it|change (?:it|that) to) .{2,40}?[?. ]*"
)
"""What puts another measure in the place of the one that was asked of."""


_SHAPE = re.compile(
    r"(?:口头|嘴上|口说|电话里?|微信上?里?|群里|按个?手印|画押|签个?字|盖个?章|书面|写[个张份]?(?:纸?条|授权书|同意书|委托书|字据)"
    r"|点个?头|授权书|同意书|委托书|1句话|邮件|打个?招呼)[^。?!]{0,14}"
    r"(?:行[吗么不吧]|行了?[吗么吧]|就行|[中成]不[中成]|[中成][吗么吧]|够[吗么不吧]|可以[吗么吧]|算数|作数|有效|有用|管用)"
    r"|\b(?:oral(?:ly)?|verbal(?:ly)?|by (?:phone|e-?mail|word of mouth)|handshake|thumb ?print"
    r"|signed note|text message)\b[^.?!]{0,40}"
    r"\b(?:enough|ok(?:ay)?|fine|do|suffic\w+|valid|count)\b"
    r"|\b(?:enough|ok(?:ay)?|fine|suffic\w+|valid)\b[^.?!]{0,60}\b(?:oral(?:ly)?|verbal(?:ly)?"
    r"|by (?:phone|e-?mail|word of mouth)|handshake|signed note)\b"
)
"""What asks whether a consent that is given in some shape will do."""
_CONSENT = re.compile(r"同意|授权|许可|\b(?:consent|authori[sz]\w+|permission)\b")
_YOU_SAID = re.compile(
    r"[你您](?:自己|刚才|刚刚|刚|前面|上面|之前|先前|不是|才)*(?:说|提|讲|写|列)(?:到|过|的|了)"
    r"|[你您](?:们)?(?:自己|刚才|刚刚|刚|前面|上面|之前|先前|明明|不是|也|都)+(?:说|讲|写)"
    r"(?!清|明白|什么|啥|得)"
    r"|\byou (?:just |yourself |also )?(?:mentioned|said|told|wrote|spoke of)\b"
)
"""What points at what the desk said."""


class AskedOfSaid(msgspec.Struct, frozen=True):
    """What a text asks of something said. ``thing``: of what, likeliest first; ``clause``: where it
    asks; ``beside``: what is told besides; ``how``: what something may be too much of; ``alters``:
    the case is told otherwise."""

    form: SaidForm
    thing: tuple[str, ...]
    clause: str
    beside: tuple[str, ...] = ()
    how: str = ""
    alters: bool = False


def asked_of_said(text: str) -> AskedOfSaid | None:
    """What one question asks that a sentence can settle; ``None`` where it asks otherwise."""
    text = normalise(text).strip()
    if not text or len(text) > _LONGEST * (2 if is_english(text) else 1):
        return None
    pieces = (_LEAD.sub("", p.strip()) for p in _CLAUSES.split(text))
    clauses = [c for c in (_CITED.sub(" ", p).strip() for p in pieces) if c]
    for clause in reversed(clauses):
        for form, asked in _ASKED.items():
            read = asked.search(clause)
            if read is None:
                continue
            beside = [c for c in clauses if c != clause]
            before, after = clause[: read.start()], clause[read.end() :]
            thing = (after, before) if form in ("duty", "leave") else (f"{before} {after}",)
            # 健康状况算敏感，这是哪条说的 asks of the clause before it.
            thing = (*thing, *(c for c in beside[-1:] if form in _OF_WORDS))
            how = (read["how"] or read["how_english"]) if form == "degree" else ""
            told = (*beside, before) if form in ("duty", "leave") else tuple(beside)
            alters = any(_ALTERS.search(c) for c in (*beside, before))
            return AskedOfSaid(form, thing, clause, told, how=how, alters=alters)
    return None


def measures_otherwise(text: str) -> bool:
    """Whether a text only puts another measure in the place of the one before: 改成按天, 行吧."""
    return _OTHER_MEASURE.fullmatch(normalise(text).strip()) is not None


def asks_of_shape(text: str) -> bool:
    """Whether a text asks if a consent will do in the shape that it has: 口头同意就行吧."""
    return _SHAPE.search(normalise(text)) is not None


def wants_consent(sentence: str) -> bool:
    """Whether a sentence speaks of the consent or authorisation of somebody."""
    return _CONSENT.search(normalise(sentence)) is not None


def said_by_you(text: str) -> str:
    """What a clause says that the desk said (你刚才说的保证金); empty where none points at that."""
    clauses = (c for c in _CLAUSES.split(normalise(text).replace(". ", "; ")) if c.strip())
    return next((_YOU_SAID.sub(" ", c) for c in clauses if _YOU_SAID.search(c)), "")


def says_where(sentence: str) -> bool:
    """Whether a sentence names an article, a law or a standard itself."""
    return _TOLD["article"].search(normalise(sentence)) is not None


def settles(asked: AskedOfSaid, sentence: str) -> bool:
    """Whether a normalised sentence has what an asked form wants to know."""
    if asked.form == "degree":
        return re.search(rf"(?:太|过于?){asked.how}|\btoo {asked.how}\b", sentence) is not None
    if NOT_KNOWN.search(sentence) and asked.form != "article":
        return True
    return _TOLD[asked.form].search(sentence) is not None
