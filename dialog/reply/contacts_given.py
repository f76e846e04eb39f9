"""Who would sell or hand on data of their customers and asks what befalls them for it
(对面老板要我客人电话 肯出五千块 我给他会罚钱吗; will I be fined if I give him their numbers?):
that it needs the consent of each comes first, then the fine, or the prison. Pure but for the
look-up.

By its words such a text is near what victims ask, and near every fine. Who asks of what others did
to them, or of their own staff, asks something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.data_kinds import kind_of
from dialog.reply.question import Exchange
from knowledge.findings import Findings, Taken
from knowledge.search.targets import Target
from knowledge.snapshot import PLAIN, Snapshot
from knowledge.text import is_english, normalise

_LONGEST = 70
"""Characters beyond which a text tells a case of its own; English has twice as many."""
_BACK = 6
"""Exchanges back to which it may have been told whose the data are."""
_PEOPLE = ("people", "health", "tracks", "children")
_GIVEN = "不走交易所，直接把客户的电话、微信给合作商家行不行，会坐牢吗？"
_FINED = "没做评估、没取得同意就把个人信息卖了，有什么后果？"
_JAILED = "非法出售个人信息会坐牢吗？"
_GIVES = re.compile(
    r"(?<![买外热专])卖(?![方家点场法洗])|倒卖|(?:送|发|推|转|透露|提供|交|拷)给|给(?:了)?(?=他"
    r"|她|人家|对方|别人|对面|隔壁|同行|合作)|给(?=会|要|算|是|行)"
    r"|[要买收讨](?:我|我们|我家|店里)的?[^,。?!]{0,6}?(?:客|会员|顾客|号码|电话|名单|资料)"
    r"|\b(?:sell(?:ing)?|sold|giv(?:e|ing)|gave|hand(?:ing|ed)?|pass(?:ing|ed)?|shar(?:e|ing|ed)"
    r"|send(?:ing)?)\b"
)
_CONTACTS = re.compile(
    r"电话|号码|手机|微信|名单|通讯录|联系方式|会员|顾客|客人|(?:客户|用户|客)的?(?:资料|信息|数据)"
    r"|\b(?:numbers?|phones?|contacts?|lists?|members?|e-?mails?|(?:customer|client)s?['’]? "
    r"(?:data|details))\b"
)
"""What is given away: ways to reach people."""
_JAIL = re.compile(
    r"坐牢|坐[\d几多]+年|判刑|判[\d几多]+年|判多久|会不会判|会判|抓|吃官司|刑事|犯罪|\b(?:jail"
    r"|prison|arrest\w*|criminal|locked up)\b"
)
_HOW_LONG = re.compile(r"[坐判](?:[几多]|多少)+[年久]|判多久|\bhow (?:long|many years)\b")
_FINE = re.compile(
    r"罚|犯法|违法|出事|处罚|\b(?:fined?|fines|penal\w+|illegal|against the law|punish\w*"
    r"|in trouble)\b"
)
_ASKS = re.compile(
    r"[吗么不?]|几|多少|多久|会得?|要|\b(?:will|would|can|could|do|is|how|what|am)\b"
)
_OTHERWISE = re.compile(
    r"我的(?:电话|手机|号码|信息|资料|病历)|我(?:爸|妈|爷|奶|儿|女|老公|老婆|朋友)|被(?:人|别人"
    r"|他们|店|公司)?卖|卖了我的"
    r"|员工|离职|同事|跳槽|老东家|内鬼|同行(?:卖|在卖|也)|听说|泄[露漏]|黑客|偷|骗|爬"
    r"|别人(?:家)?卖|他们(?:卖|给)|人家卖"
    r"|撤回|撤销|反悔|许可证|资讯|定位|轨迹|会员费|[多几]少?条|构成|入口"
    r"|同意[了过]|都同意|授权[了过]|匿名|出境|境外|国外|海外|备案|审计|评估|挂牌|罚过"
    r"|第[\d一二三四五六七八九十百]+条|个保法|条例"
    r"|\b(?:my (?:number|phone|data|details)|employees?|staff|ex-|leak\w*|stol\w+|hack\w*"
    r"|they sold|anonymi\w*"
    r"|abroad|overseas|consented|agreed|assessment|article|art\.)\b"
)
"""What is told of others' deeds, or has rules of its own."""


def contacts_given(
    text: str, exchanges: Sequence[Exchange], snapshot: Snapshot, before: Sequence[str] = ()
) -> Findings | None:
    """What befalls who sells or hands on data of their customers; ``before``: what the text says
    before it. ``None`` where it asks for nothing of that."""
    if not exchanges and not before:
        return None  # Who begins with it is best answered by what the search is sure of.
    plain = normalise(text)
    if len(plain) > _LONGEST * (2 if is_english(plain) else 1) or _OTHERWISE.search(plain):
        return None
    jail, fine = _JAIL.search(plain), _FINE.search(plain)
    if not (jail or fine) or not _GIVES.search(plain) or not _ASKS.search(plain):
        return None
    if not _CONTACTS.search(plain):
        return None
    told = (plain, *before, *(e.question for e in exchanges[-_BACK:]))
    if not any(kind_of(t) in _PEOPLE for t in told):
        return None
    if snapshot.at_once(text) is not None:
        return None
    lately = {e for exchange in exchanges[-1:] for e in exchange.entries}
    wordings = (_GIVEN, _JAILED) if jail else (_GIVEN, _FINED)
    wordings = wordings[1:] if jail and _HOW_LONG.search(plain) else wordings
    held = [t for t in (_target(snapshot, w) for w in wordings) if t is not None]
    # What was just told is not told again: the years that it may come to are asked for then.
    new = [t for t in held if t.id not in lately] or held
    if jail and len(new) > 1:
        new = new[:1]
    if not new:
        return None
    taken = Taken(tuple(new)) if len(new) > 1 else None
    return Findings("exact", exact=new[0], chance=PLAIN, band="answer", taken=taken)


def _target(snapshot: Snapshot, wording: str) -> Target | None:
    found = snapshot.at_once(wording)
    return found.exact if found is not None else None
