"""A field that somebody lists beside a name or a phone (姓名、手机、听力图) and that is not known
as an ordinary one: what is in the data is then not known to be without anything stricter. Pure;
over normalised texts.

No list of sensitive fields is ever whole, but that of the ordinary ones that shops, schools and
offices send nearly is. So a field must be known to be ordinary, or the table asks.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from knowledge.answers.people_counts import PERSONS, PERSONS_ENGLISH
from knowledge.answers.places_abroad import CHINESE_ABROAD, PLACES_ABROAD
from knowledge.text import normalise
from knowledge.types import Input

_CLAUSES = re.compile(r"[;。?!()\n:]|\.(?=\s|$)")
_BETWEEN = re.compile(
    r"、|/|\+|&|,|(?<=[一-龥])\s+(?=[一-龥\d])|以及|还有|另外|外加|再?加上|连同|附带|附上"
    r"|[和与及跟]"
)
_HEAD = re.compile(
    r"^.*(?:的|[把将是含]|有|包括|涉及|提供|传输?|发送?|给|到|为|这[些批]|那[些批]|其中|里面"
    r"|\d[万千百亿]?[多余来几]?[个名位条人户份]?)"
)
"""What stands before the first field of a list."""
_TAIL = re.compile(
    r"(?<=.)(?:这[些几]|那[些几]|等等?(?!级)|都|全部?|[1一]起|[1一]并|也|就(?!业|诊|学)|(?<!主)要"
    r"|(?<!思)想|(?<![工社协机学])会(?![员议籍])|得(?!分)|需要?|准备|打算|可以"
    r"|(?<![技功智体性])能|[给传寄送交]|发(?!票|型|病"
    r"|育|育|作|货)|提供|出境|同步|共享|导出|导到|上传|存[到在]|放[到在]|到(?!店)|去|走|怎|如何"
    r"|该|属于|算|总共|[1一]共|今年|去年|每[年月天]"
    r"|\d|吗|呢|吧|了).*$"
)
"""What stands behind the last field of a list."""
_NO_FIELD = re.compile(
    r"\d|[吗呢吧么怎哪谁我您你咱他她]|什么|多少|如何|没|[不无]|非|要|想|能"
    r"|[会传发给寄送到从走办算签](?!员|议|史|展|票|型|病|育|作|货|店)"
    r"|今[年天日晚早]|昨[天晚]|明[年天]|去年|目前|现在|被|查(?!体|询记录)|境外|国外|海外|总部"
    r"|公司|集团|总公司|子公司|用[来于]|合同|协议|评估(?!结果|得分|表)|同意|申报|认证|备案|因为"
    r"|所以|如果"
    r"|出境$|(?:注册|登记|设立|成立|入驻)的$|^(?:做|开|搞|经营|从事)[^的]*的$"
    r"|但|每[年月天]|只|仅|都|就|已|将|数据库|系统|服务器|平台|麻烦|帮|看[下看]|判断|问"
)
"""What no clause between commas has that is the name of a field."""
_PLACE_END = re.compile(
    r"(?:[省市区县国洲岛]|总部|公司|集团|部门|分部|团队|门店|[店厂校院馆行]|上海|北京|深圳|广州"
    r"|杭州|香港)$"
)
_FILL = (
    r"里[面头边]|其中|当中|数据|信息|资料|记录|名单|清单|列表|明细|字段|内容|情况|基本|基础|普通"
    r"|一般|常用|完整|全部|所有|各自|相关|本人|真实|个人|部分"
    r"|注册|登录|登记|联系|下单|购买|消费|订购|收货|配送|快递|物流|会员|客户|商品|产品|企业|公司"
    r"|单位|入职|离职|预订|入住|退房|活动|报名|参会|家庭|紧急|办公|工作|账户(?!余额|流水)"
    r"|中文|英文|今年|去年|前年|本年|本月|上月|拼音|国内|境内|中国|国外|内部|新|老|旧|两|几|各|每"
    r"|报告|[\s的号码名数量表项等之类证]|app|id|vip"
)
_FILL_WORDS = (
    "a an of all and any basic by each their our his her its the your full first last given "
    "family user users customer customers client clients member members staff employee "
    "employees guest guests buyer buyers order orders purchase purchases booking bookings "
    "delivery shipping billing contact contacts mailing postal home office work business "
    "company mobile cell phone personal ordinary plain some other number numbers no nos code "
    "codes id ids name names detail details info information data list lists record records "
    "field fields only just simple registration sign-up loyalty product products account "
    "current preferred s tracks reports images cards scans "
)
_FILL_ENGLISH = frozenset(_FILL_WORDS.split())
_OF_WHOM = (
    r"of\s(?=\d|(?:the|our|all|their|his|her|its|these|those|about|some|over|each|every|nearly|another|additional|further"
    r"|around"
    rf"|more|up)\b|(?:[a-z-]+\s)?(?:{PERSONS_ENGLISH})\b)"
)
_VERB = re.compile(r"\b(?:send|export|share|transfer|give|pass|forward|upload|collect|provide)\b")
_TAIL_ENGLISH = re.compile(
    rf"\s(?:{_OF_WHOM}|(?:to|from|for|go(?:es|ing)?|are|is|will|would|that|which|who|abroad"
    rf"|overseas|in|on|at"
    r"|this|by|we|i|sent|send|shipped|leave|leaves|about|over|per|each|every|since|were|was|have"
    r"|has|need|needs|must|it|they|with|through|via|so|not|no|too|again|also|likewise|as well"
    r"|\d)\b).*$"
    r"|\s*\d.*$"
)
_HEAD_ENGLISH = re.compile(
    r"^.*(?:\b(?:the|our|their|send|sends|sending|sent|export|exports|exporting|share|shares"
    r"|sharing|transfer|transfers|transferring|give|gives|gave|giving|passed|shared|handed|forwarded|have|has|includes?|including|contains?"
    r"|containing|with|with their|pass|passing|hold|holds|only|just|of|forward|upload|collect"
    rf"|(?:ticket|card|policy|account)?\s?(?:holders?|{PERSONS_ENGLISH}))['’]?s?['’]?\s)"
)
_NO_FIELD_ENGLISH = re.compile(
    r"^\s*(?:$|(?:out|to|in|on|at|for|from|by|of|so|but|or|if|when|while|which|what|who|how|why"
    r"|where"
    r"|whether|do|does|did|is|are|was|were|can|could|may|must|should|would|will|need|needs|we|i"
    r"|they|you|it|he|she|that|this|these|those|there|not|no|none|nothing|without|all|please|tell"
    r"|want|wants|then|now|also go|go|goes|going|send|sends|sending|sent|last|every|each|only"
    r"|maybe|perhaps|roughly|approximately|probably|around|nearly|almost|plus|altogether|namely"
    r"|just|some|another|about|over|since|because|as|abroad|overseas|is|my|us|based)\b)"
    r"|\d|\b(?:headquarters?|hq|office|branch|subsidiary|parent|company|partner|server|servers"
    r"|team|route|assessment|contract|certification|exempt\w*)\b"
)
_ENDS_ENGLISH = re.compile(
    r"\b(?:to|from|go(?:es|ing)?|are|is|will|abroad|overseas|leave|leaves)\b"
)
_GIVES_WHOSE = re.compile(r"[给把将传发送要想].*的")
_DENIED = re.compile(r"[不没无非]|照[传给发]|若干|\d")
_GRADE = re.compile(r"敏感|普通|[1一]般|sensitive|ordinary")
"""Words for how strict a kind is, and for no field."""
_MOST = 14
"""Characters that the name of a field may have; longer pieces tell something else."""
_MOST_WORDS = 4


def unlisted(known: Input, text: str) -> str:
    """The first field of a list in a normalised text that stands beside an ordinary one and is not
    known as such itself; empty where there is none, or the input knows no ordinary fields."""
    if not known.plain:
        return ""
    vocabulary = _vocabulary(known.plain, _told(known), _named(known))
    for clause in _CLAUSES.split(text):
        found = _in_chinese(vocabulary, clause) or _in_english(vocabulary, clause)
        if found:
            return found
    return ""


def _told(known: Input) -> tuple[str, ...]:
    """The words for the mildest kind of what a list holds, by which the list is known as one."""
    milder = tuple(dict.fromkeys(known.denied.values()))
    told = (p for v in milder for p in (*known.words.get(v, ()), *known.answers.get(v, ())))
    return tuple(p for p in told if not _GRADE.search(p))


def _named(known: Input) -> tuple[str, ...]:
    """All other words for what is in the data: whether these hold is read elsewhere."""
    milder = set(known.denied.values())
    groups = (*known.words.items(), *known.answers.items())
    return (*(p for v, words in groups if v not in milder for p in words), *known.doubtful)


def _in_chinese(vocabulary: _Vocabulary, clause: str) -> str:
    """The first unknown field of a Chinese clause."""
    if not vocabulary.anchor.search(clause):
        return ""
    pieces = list(_pieces(clause))
    fields: list[tuple[str, bool, bool]] = []  # the field, whether known, whether told as one
    for place, (between, piece) in enumerate(pieces):
        by_comma = between in (",", "") or between.isspace()
        behind = pieces[place + 1][0] if place + 1 < len(pieces) else ","
        loose = by_comma and (place > 0 or behind == ",")
        headed = by_comma or "的" in piece
        cut = _TAIL.sub("", _HEAD.sub("", piece) or piece if headed else piece)
        # 手机号传到日本的服务器: what stands behind the verb is where it goes.
        plain = (cut, _TAIL.sub("", piece))
        known = piece[-1].isspace() or any(map(vocabulary.chinese.fullmatch, plain))
        no_field = loose and (_NO_FIELD.search(piece) or len(piece) > _MOST // 2)
        if not known and (no_field or _DENIED.search(cut)):
            fields.append(("", False, False))
            continue
        known = known or vocabulary.named.search(cut) is not None
        fields.append((cut, known, vocabulary.anchor.search(cut) is not None))
    if len(pieces) > 1 and pieces[1][0] == "," and _opens_list(pieces[0][1], pieces[1][1]):
        fields[0] = ("", False, False)
    for place, (field, known, _) in enumerate(fields):
        if known or not 1 < len(field) <= _MOST or _PLACE_END.search(field):
            continue
        if _PLACES.fullmatch(field) or not re.search(r"[一-龥]", field):
            continue
        if _beside(fields, place):
            return field
    return ""


def _opens_list(first: str, second: str) -> bool:
    """Whether a list of fields begins with a second piece, which says that they are given and
    whose they are, behind one that only says who gives them (戏剧节,12月给巴黎7万观众的名字)."""
    return _HEAD.search(first) is None and _GIVES_WHOSE.search(second) is not None


def _beside(fields: Sequence[tuple[str, bool, bool]], place: int) -> bool:
    """Whether an ordinary field stands in the same list, with no piece between that is none."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(fields) and fields[at][0]:
            if fields[at][1] and fields[at][2]:
                return True
            at += step
    return False


def _pieces(clause: str) -> Iterator[tuple[str, str]]:
    """The pieces of a clause, each with what stands before it. One from which another reader took
    a known phrase out ends with a space (行车 、姓名)."""
    start, between = 0, ""
    for match in _BETWEEN.finditer(clause):
        piece = clause[start : match.start()].lstrip()
        if piece.strip():
            yield between, piece
            between = match.group()
        elif not between or between == ",":
            between = match.group()  # 姓名,还有听力图: the stronger word tells the list.
        start = match.end()
    if clause[start:].strip():
        yield between, clause[start:].strip()


def _in_english(vocabulary: _Vocabulary, clause: str) -> str:
    """The first unknown field of an English clause."""
    if not vocabulary.anchor_english.search(clause) or re.search(r"[一-龥]", clause):
        return ""
    fields: list[tuple[str, bool, bool]] = []
    for place, piece in enumerate(re.split(r",|/|&|\+|\band\b|\bplus\b|\bas well as\b", clause)):
        if not piece.strip():
            continue
        headed = place == 0 or _VERB.search(piece)
        field = _HEAD_ENGLISH.sub("", f"{_until_of(piece)} ").strip() if headed else piece
        field = re.sub(r"^\s*(?:the|their|our|also|even|some|with)\s", "", field)
        field = _TAIL_ENGLISH.sub("", f" {field.strip()}").strip()
        words = re.findall(r"[a-z][a-z'’-]*", field)
        if _NO_FIELD_ENGLISH.search(field) or not words or len(words) > _MOST_WORDS:
            fields.append(("", False, False))
            continue
        known = all(vocabulary.has(word) for word in words)
        known = known or vocabulary.named_english.search(field) is not None
        fields.append((field, known, vocabulary.anchor_english.search(field) is not None))
        if _ENDS_ENGLISH.search(piece):
            fields.append(("", False, False))
    for place, (field, known, _) in enumerate(fields):
        if field and not known and field not in PLACES_ABROAD and _beside(fields, place):
            return field
    return ""


def _until_of(piece: str) -> str:
    """A first piece without whose fields they are: send the names of 300 people."""
    return re.sub(rf"\s(?:{_OF_WHOM}|to\s|from\s|for\s|in\s).*$", "", piece)


class _Vocabulary:
    """The names of ordinary fields, as expressions that a whole field is held against."""

    def __init__(self, plain: Sequence[str], told: Sequence[str], named: Sequence[str]) -> None:
        words = sorted({normalise(p) for p in (*plain, *told)}, key=len, reverse=True)
        anchors = sorted({normalise(p) for p in told}, key=len, reverse=True)
        self.chinese = re.compile(
            rf"(?:{_either(w for w in words if not w.isascii())}|{_FILL}|{PERSONS})+"
        )
        self.anchor = re.compile(_either(w for w in anchors if not w.isascii()))
        english = [w for w in anchors if w.isascii()]
        self.anchor_english = re.compile(rf"(?<![a-z])(?:{_either(english)})(?![a-z])")
        others = {normalise(p) for p in named}
        self.named = re.compile(_either([w for w in others if not w.isascii()]))
        self.named_english = re.compile(
            rf"(?<![a-z])(?:{_either([w for w in others if w.isascii()])})"
        )
        singles = {w for phrase in words if phrase.isascii() for w in phrase.split()}
        self._english = singles | _FILL_ENGLISH

    def has(self, word: str) -> bool:
        """Whether an English word is one of an ordinary field, in the plural or not."""
        word = re.sub(r"['’]s?$", "", word)
        forms = {word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s"}
        return bool(forms & self._english) or _PERSON.fullmatch(word) is not None


@functools.lru_cache(maxsize=8)
def _vocabulary(
    plain: tuple[str, ...], told: tuple[str, ...], named: tuple[str, ...]
) -> _Vocabulary:
    return _Vocabulary(plain, told, named)


def _either(words: Iterator[str] | Sequence[str]) -> str:
    return "|".join(map(re.escape, words)) or r"(?!)"


_PERSON = re.compile(PERSONS_ENGLISH)
_PLACES = re.compile(CHINESE_ABROAD)
