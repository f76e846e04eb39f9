"""Who holds up to the desk which part they have (我是法务，不是家长; 我们是卖方啊; I'm counsel, not
a parent): the question before is answered for that part. Pure.

By its words such a text names nothing to be searched. Who asks for a part in a trade is answered by
``reply.other_part``; here stands who speaks for an organisation or for themselves, and whether the
desk owes half a sentence of regret.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.context import MATTERS, ROLES, Said, role_of, said
from dialog.reply.kept import kept
from dialog.reply.question import Exchange
from knowledge.text import is_english, normalise

_ORGANISATION = (
    r"(?:公司|企业|单位|机构|学校|医院|平台|运营方?|开发者|开发商|法务|合规|律师|财务|老板|负责人"
    r"|经理|产品经理|程序员|店主|商家"
    r"|幼儿园|老师|园长|个体户|数据处理者|处理者"
    r"|1?家[^,。?!]{1,8}(?:公司|企业|机构)|(?:公司|企业|单位)(?:的)?(?:法务|合规|财务|负责人|律师)|做[^,。?!]{1,10}(?:的|公司)"
    r"|(?:the |a |an |our )?(?:legal counsel|in-house counsel|lawyers?|counsel"
    r"|compliance(?: officer)?|company|business|firm"
    r"|school|hospital|platform|developers?|operators?|processors?|controllers?))"
)
_PERSON = (
    r"(?:家长|个人|普通人|用户|消费者|本人|学生|老人|患者|病人|业主|车主|员工|打工的?|市民"
    r"|老百姓|当事人|孩子(?:的)?(?:妈|爸)妈?爸?"
    r"|(?:the |a |an )?(?:parents?|private person|individual|consumers?|users?|students?|patients?"
    r"|employees?|citizens?|data subject))"
)
_US = r"(?:我们?|咱们?|我这[里儿边]|我司|我方|i am|i'm|we are|we're)"
_SO = r"(?:其实|明明|都说了|说了|可|就|才|真的|只)*"
_AH = r"(?:啊|呀|哦|嘛|诶|哎|的|了|好吗|好吧|[,.!。;! ])*"
_NOT = (
    rf"(?:{_US}?(?:又|可|并|也|都|根本)*不是(?:什么|个)?[^,。?!]{{1,10}}?"
    r"|(?:and )?not [a-z -]{3,30}?)"
)
_TOLD = re.compile(
    rf"(?:不对|不是|哎|唉|喂|no|sorry|but|well|[,.! 。])*{_US} ?{_SO}是?做?个?"
    rf"(?P<role>{_ORGANISATION}|{_PERSON}){_AH}"
    rf"(?:(?:而|又|可)?{_NOT}{_AH})?"
    rf"|(?:哎|唉|喂|no|sorry|but|well|[,.! 。])*{_NOT}{_AH}(?:而)?{_US} ?{_SO}是?个?"
    rf"(?P<then>{_ORGANISATION}|{_PERSON}){_AH}"
)
_TRADE = re.compile(
    rf"(?:不对|哎|唉|喂|no|sorry|but|well|[,.! 。])*{_US} ?{_SO}是?(?:an? |the )?"
    rf"(?P<role>{ROLES}){_AH}(?:而|又|可)?{_NOT}{_AH}"
    rf"|(?:哎|唉|喂|no|sorry|but|well|[,.! 。])*(?:{_US} )?{_NOT}{_AH}(?:而|but )?{_US} ?{_SO}是?"
    rf"(?:an? |the )?(?P<then>{ROLES}){_AH}"
)
"""Who tells their part in a trade, and which they do not have."""
_HELD_UP = re.compile(
    r"[啊呀诶哎喂!！]+[。.!！ ]*$|不是|都说了|说了|明明"
    r"|\b(?:not|told you|already|just said|as i said)\b"
)
"""What says that the part was not heard."""


@kept
def _read(text: str) -> tuple[str, bool] | None:
    """The part that a text tells and nothing else, and whether it is that of an organisation."""
    read = _TOLD.fullmatch(normalise(text).strip().rstrip("?"))
    if read is None:
        return None
    role = read["role"] or read["then"]
    return role, re.fullmatch(_ORGANISATION, role) is not None


def part_told(text: str, exchanges: Sequence[Exchange]) -> Said | None:
    """The question before, asked by an organisation or by a person, as a text tells that its writer
    is, or the part in a trade alone; ``None`` where it tells nothing of the kind."""
    last = exchanges[-1] if exchanges else None
    if (trade := _trade(text)) and last is not None:
        return Said(f"we are the {trade}" if is_english(text) else f"我们是{trade}")
    read = _read(text)
    if read is None or last is None or last.outcome not in MATTERS or not holds_up_part(text):
        return None
    before = said(last.question).text.strip()
    if _read(before) is not None:
        return None
    if is_english(before):
        return Said(f"As a {'company' if read[1] else 'private person'}, {before}", turns=True)
    return Said(f"作为{'公司' if read[1] else '个人'}，{before}", turns=True)


@kept
def _trade(text: str) -> str:
    """The part in a trade that a text tells, where it denies another."""
    read = _TRADE.fullmatch(normalise(text).strip())
    return (read["role"] or read["then"]) if read is not None else ""


def holds_up_part(text: str) -> bool:
    """Whether a text only holds up which part its writer has."""
    plain = normalise(text).strip()
    told = _read(text) is not None or role_of(plain) != "" or _trade(text) != ""
    return told and _HELD_UP.search(plain) is not None
