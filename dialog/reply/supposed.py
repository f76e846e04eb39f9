"""What a text takes for granted before it asks (既然国家规定所有数据买卖必须进场，那…): who is
answered as if it were so goes by it, so that what is held against it is told first. Pure; over
normalised texts."""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import asks
from knowledge.text import is_english, normalise

_SUPPOSED = re.compile(
    r"(?:^|.*[,。;?!])(?:可是?|但是?|你看|那)*(?:既然|因为|反正|都说|不是说"
    r"|不都说)(?P<said>[^,。;?!]{4,40})"
    r"[,。]?(?:那么?|所以|而)?(?P<rest>[^,。;].{3,80})"
)
_SUPPOSED_ENGLISH = re.compile(
    r"(?:^|.*[.;?!] )(?:so |and |but )?(?:since|given that|seeing that|as"
    r"|now that) (?P<said>[^,.;?!]{10,120}), "
    r"(?P<rest>.{6,160})"
)
_WHO_SAYS = re.compile(
    r"^(?:现在|如今)?(?:国家|法律|法规|上面|政府|条例|办法|你们?|大家|人家|网上)?(?:都|已经|明文"
    r"|现在|有)*"
    r"(?:规定|要求|强制|说|讲)(?:了|过|的是|是)?[,，:：]?"
    r"|^(?:by law|the (?:law|state|rules?) (?:says?|requires?)(?: that)?|you say) "
)
_BINDS = re.compile(
    r"必须|只能|[1一]律|都[要得]|强制|非得?|[1一]定要|\b(?:must|only|has to|have to|required"
    r"|mandatory|compulsory)\b"
)
_FORBIDS = re.compile(
    r"不能|不准|不许|不得|不让|不可以|禁止|违法|犯法|\b(?:cannot|can't|must not|may not|forbidden"
    r"|illegal|banned)\b"
)
_FREES = re.compile(
    r"不用|不必|无需|不需要?|免|都可以|随便|\b(?:need not|needn't|no need|exempt|free to"
    r"|anyone can)\b"
)
_DENIES = re.compile(
    r"(?:不(?!过|管|论)|没有|并非|并不|我没有见过|没见过|(?:可以|能)[,，]不|(?:可以"
    r"|能).{0,12}也(?:可以|能)"
    r"|no[,. ]|not |i (?:have|hold|know of) no|there is no|i have not)"
)
_GRANTS = re.compile(r"(?:可以|能|允许|准|不违法|yes|it may|they may|you may)")
_DEMANDS = re.compile(r"(?:要|必须|需要|得|不能|不可以|不行|应当|yes[,.] .{0,20}must|no[,. ])")


class Supposed(msgspec.Struct, frozen=True):
    """What is supposed, the question that settles it, and what is asked then."""

    statement: str
    question: str
    rest: str


def supposed(text: str) -> Supposed | None:
    """What a text supposes that binds, forbids or frees whoever goes by it; ``None`` where it
    supposes nothing of the kind, or asks nothing behind it."""
    plain = normalise(text).strip()
    english = is_english(plain)
    read = (_SUPPOSED_ENGLISH if english else _SUPPOSED).fullmatch(plain)
    if read is None or asks(read["said"]):
        return None
    statement = _WHO_SAYS.sub("", read["said"]).strip(" ,")
    telling = any(p.search(statement) for p in (_BINDS, _FORBIDS, _FREES))
    if not telling or not (asks(read["rest"]) or "?" in read["rest"]):
        return None
    question = f"is it true that {statement}" if english else f"{statement}吗"
    return Supposed(read["said"].strip(), question, read["rest"].strip())


def held_against(read: Supposed, answer: str) -> bool:
    """Whether an answer to what is supposed begins with the contrary."""
    said = normalise(answer).strip()
    if _FORBIDS.search(read.statement):
        return _GRANTS.match(said) is not None
    if _FREES.search(read.statement):
        return _DEMANDS.match(said) is not None
    return _DENIES.match(said) is not None
