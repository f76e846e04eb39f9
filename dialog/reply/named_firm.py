"""Whether a firm that a text names (金杜律所, Deloitte), or one of the visitor's own choice, may do
an assessment or a report: the catalogue's samples are none of it. What is held is that a list of
members is not, where to check, and who may do such work at all. Pure."""

from __future__ import annotations

import re

import msgspec

from dialog.phrases import phrase
from dialog.reply.kept import kept
from dialog.reply.words import Frame, Line, Words
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import normalise, visible
from knowledge.types import Entry, Gap

_MEMBERS = "现在入场的数商名单和资质等级在哪里查？"
_WHO_MAY = "谁能做合规评估"
_ASSESSORS = "什么样的公司可以当做合规评估、数据质量评估的数商？"
_LONGEST = 40
"""Characters beyond which a text tells a case; English has thrice as many."""
_KNOWN = (
    r"(?:德勤|普华永道|普华|毕马威|安永|立信|天健|信永中和|致同|大华|容诚|中汇|金杜|君合|中伦"
    r"|方达|大成|盈科"
    r"|锦天城|环球|竞天公诚|通商|国浩|天元|海问|汉坤|段和段|协力|埃森哲|麦肯锡|deloitte|pwc|kpmg"
    r"|ernst & young|ey"
    r"|bsi|sgs|king & wood|kwm|baker mckenzie|clifford chance|linklaters|accenture|mckinsey)"
)
"""Firms that are known without a word for what they are behind their name."""
_KIND = (
    r"(?:律师事务所|会计师事务所|资产评估事务所|事务所|律所|会计所|评估公司"
    r"|咨询公司|审计公司|科技公司|有限公司)"
)
_NAME = (
    rf"(?:(?:上海|北京|深圳|广州)?{_KNOWN}(?:中国|上海)?{_KIND}?|[\u4e00-\u9fff]{{2,8}}?{_KIND})"
)
_OWN = (
    r"(?:(?:我们?|咱们?|公司)?(?:自己|自家|单位)?(?:另外)?(?:找|请|合作|聘|熟悉|认识)的"
    rf"|我们?(?:自己|公司|单位)?的?(?:常年|老|合作)的?)"
    rf"(?:[1一]?家)?(?:{_KIND}|法律顾问|律师|会计师?|第[3三]方(?:机构)?|机构|中介)"
)
_WORK = (
    r"(?:数据|出境|合规性?|法律|质量|价值|安全|风险|个保|影响|资产|挂牌)*(?:的)?"
    r"(?:评估|审计|意见书?|报告|尽调|评价|入表|认证|咨询)"
)
_DOES = (
    r"(?:来|去)?(?:帮|替|给|为)?(?:我们?|咱们?|我司)?(?:来)?"
    rf"(?:做|出具?|写|办|搞|弄|承接|接)(?:个|份|[1一]下|这个|那个)*{_WORK}"
)
_MAY = r"(?:能不能|可不可以|能否|可否|是不是能|能|可以|会|有没有资格|有资格)"
_ENDS = r"(?:行不行|可不可以|可以|行|能行|好不好)?(?:吗|么|嘛|不|呢|[?。 ])*"
_ASKED = re.compile(
    rf"(?:请问|那|那么|[, ])*(?:(?P<own>{_OWN})|(?P<name>{_NAME})){_MAY}{_DOES}{_ENDS}"
    rf"|(?:请问|那|那么|[, ])*(?:我们?|咱们?)?{_MAY}?(?:找|请|让|委托|用"
    rf"|叫)(?P<asked>{_NAME}){_DOES}{_ENDS}"
    rf"|(?:请问|那|那么|[, ])*(?P<member>{_NAME})(?:是不是|在不在|有没有|是|在|算不算|算)(?:你们?"
    rf"|交易所|平台)?的?(?:在)?"
    rf"(?:数商|会员|入驻|名单|名录)(?:上|里|中|名单|名录|企业|机构)*{_ENDS}"
)
_ASKS_FOR_ONE = re.compile(r"[你您哪谁有请什某]|推荐|介绍|找")
"""What asks for somebody, or for the desk's own."""
_NO_NAME = re.compile(
    r"[的家找我任这那]|自己|别人|其[他它]|外[地面国]|本地|当地|国[内外]|境外|合作|一般|普通|小型"
    r"|大型|正规|专业|第三方"
)
_PLACES = re.compile(
    r"(?:上海|北京|广州|深圳|杭州|成都|南京|苏州|武汉|西安|重庆|天津|香港|内地|海外)+"
)
_ENGLISH = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Bb]ut|[Hh]i|[Hh]ello|[Oo]k(?:ay)?)[, ]+)*"
    r"(?:[Cc]an|[Cc]ould|[Mm]ay|[Ww]ill|[Ww]ould|[Ii]s|[Dd]oes) "
    r"(?:(?:we|I) (?:use|hire|ask|engage|have|let|get) )?(?P<name>[A-Z][\w.'’-]*(?: (?:&|and|of"
    r"|[A-Z][\w.'’-]*)){0,5})"
    r" (?:allowed to |able to |to |for )?(?:do|does|make|write|carry out|perform|handle|prepare"
    r"|issue|our|the|an?)\b"
    r"[^.?!]{0,40}\b(?:assessment|audit|report|opinion|review|certification)\b[^.?!]{0,30}[?. ]*"
)
_NO_NAME_ENGLISH = re.compile(
    r"(?:I|We|You|They|It|He|She|The|A|An|This|That|Our|My|Your|Shanghai|China|Chinese|Exchange"
    r"|PIPL)\b"
)


def firm_named(text: str) -> str:
    """The firm of which a text asks whether it may do an assessment, or is a member; empty where it
    names none."""
    return _read(text)[0]


@kept
def _read(text: str) -> tuple[str, bool]:
    """The firm that is named, and whether it is one of the visitor's own choice."""
    seen = visible(text).strip()
    english = _ENGLISH.fullmatch(seen) if len(seen) <= _LONGEST * 3 else None
    if english is not None:
        name = english["name"].strip()
        return ("", False) if _NO_NAME_ENGLISH.match(name) else (name, False)
    plain = normalise(seen).strip()
    read = _ASKED.fullmatch(plain) if len(plain) <= _LONGEST else None
    if read is None:
        return "", False
    if read["own"]:
        return "", True
    name = read["name"] or read["asked"] or read["member"]
    bare = re.sub(_KIND, "", name)
    known = re.match(rf"(?:上海|北京|深圳|广州)?{_KNOWN}", name) is not None
    if known:
        return name, False
    if _ASKS_FOR_ONE.search(bare):
        return "", False
    if _NO_NAME.search(bare) or _PLACES.fullmatch(bare) or len(bare) < 2:
        return "", read["member"] is None
    return name, False


def of_named_firm(text: str, snapshot: Snapshot) -> Findings | None:
    """What is held where a text asks of a firm that it names; ``None`` where it names none, or one
    of the catalogue."""
    name, own = _read(text)
    if not (name or own) or snapshot.exact(text) is not None:
        return None
    if name and any(name in normalise(v.name) for v in snapshot.vendors.values()):
        return None
    if not name:
        return snapshot.at_once(_WHO_MAY)
    members, held = snapshot.exact(_MEMBERS), _that_names(name, snapshot)
    found = (held, snapshot.exact(_ASSESSORS))
    if held is None:
        found = (members, snapshot.exact(_ASSESSORS))
    elif not isinstance(held.document, Gap):
        found = (members, held)
    targets = list(dict.fromkeys(t for t in found if t is not None))
    if not targets:
        return None
    taken = Taken(tuple(targets)) if len(targets) > 1 else None
    return Findings("exact", exact=targets[0], chance=PLAIN, band="answer", taken=taken)


def _that_names(name: str, snapshot: Snapshot) -> Target | None:
    """The document that speaks of a firm, a known gap first: it says what is not known of it."""
    bare = re.sub(_KIND, "", normalise(name)) or normalise(name)
    held = [t for t in snapshot.index.targets if bare in normalise(f"{t.body} {t.english}")]
    gaps = [t for t in held if isinstance(t.document, Gap)]
    others = [t for t in held if isinstance(t.document, Entry)]
    return next(iter((*gaps, *others)), None)


def with_firm(frame: Frame, words: Words, text: str) -> Words:
    """The words behind what is said of a firm that a text names: that it is not held whether it is
    a member today, or takes such work."""
    name = firm_named(text)
    found = of_named_firm(text, frame.snapshot) if name else None
    if found is None or found.exact is None or found.exact.id not in words.entries:
        return words
    said = phrase("named_firm", frame.language, name=name)
    line = Line(said, locked=False, language=frame.language)
    return msgspec.structs.replace(words, lines=(line, *words.lines))
