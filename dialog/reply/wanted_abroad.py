"""Who tells that somebody abroad wants, pulls or keeps data from here (Munich want it all on their
server), or that a head office does which is abroad by what was told before: the data are sent
there, though no word says so. Pure; texts are normalised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.question import Exchange
from knowledge.answers.places_abroad import CHINESE_ABROAD, ENGLISH_ABROAD, NAMED_ABROAD
from knowledge.text import normalise

TRADED = re.compile(
    r"[卖买]|挂牌|上架|交易|\b(?:sell\w*|sold|buy\w*|listed|listing|list (?:it|our|this|that))\b"
)
"""What is sold, which is another matter than what is sent."""
_AUTHORITY = re.compile(
    r"法院|法庭|检察|警[方察]|海关|税务|监管|执法|政府|当局|使馆|军"
    r"|\b(?:courts?|judges?|police|prosecutors?|customs|tax (?:office|authorit(?:y|ies))"
    r"|regulators?"
    r"|government|ministry|authorit(?:y|ies)|agenc(?:y|ies)|embassy|army|military|fbi|sec)\b"
)
"""Who asks by public power: that has a law of its own."""
_DATA_WANTED = (
    r"(?:data|readings?|logs?|figures|records|measurements|numbers|values|files|reports|signals?"
    r"|telemetry|parameters|everything|copy|copies|it all|all of it|all (?:of )?(?:this|that"
    r"|them)|them all|it|them)"
)
_AT_HOME = re.compile(
    r"\b(?:in|on|at|from|inside) (?:our |the |a |your )?(?:shanghai|china|chinese|local|beijing"
    r"|suzhou"
    r"|shenzhen|domestic|mainland)[a-z ]{0,12}\b(?:servers?|clouds?|databases?|data cent\w+)\b"
)
"""Data that are only said to be kept here."""
_WANTED_THERE = re.compile(
    rf"\b(?:foreign|overseas|{ENGLISH_ABROAD})\b(?:'s)?(?: (?!who\b|which\b|that\b|not\b|never\b"
    rf"|don't\b)[a-z'-]+){{0,4}}?"
    r" (?:wants?|wanna|needs?|asks?|asked|asking|requests?|requires?|demands?|insists?|expects?"
    r"|(?:would|'d) like"
    r"|likes?|wish(?:es)?|pulls?|pulling|stor(?:es?|ing)|keeps?|keeping|saves?|collects?|gets?|getting|receives?"
    r"|reads?|sees?|downloads?|cop(?:y|ies)|hosts?|accesses|backs? up|monitors?|evaluates?"
    r"|analy[sz]es?)\b"
    rf"(?: (?!visit|come|tell|know|sell|buy|pay|join|list\b)[a-z'-]+){{0,9}}? {_DATA_WANTED}\b"
    rf"|\b{_DATA_WANTED}\b[^.?!]{{0,40}}?\b(?:is|are|be|gets?|being|will be|was|were)(?: all"
    r"| also| then| now)*"
    r" (?:stored|kept|saved|hosted|mirrored|backed up|processed|collected|evaluated|analy[sz]ed"
    r"|read|wanted"
    r"|needed|requested)\b[^.?!]{0,24}?"
    rf"\b(?:in|by|at|on)(?: [a-z'-]+){{0,4}}? (?:{ENGLISH_ABROAD})\b"
    r"|\b(?:stor(?:e|ed|ing)|keep(?:ing)?|kept|sav(?:e|ing)|host(?:ed|ing)?|mirror(?:ed)?"
    r"|back(?:ed|ing)? up"
    r"|sync\w*|replicat\w+|put|load|dump|save)\b[^.?!]{0,50}?"
    rf"\b(?:in|on|at|to|into)(?: [a-z'-]+){{0,4}}? (?:{ENGLISH_ABROAD})\b"
)
"""Data that somebody abroad wants, pulls or keeps, or that are kept there, without a word for being
sent: Munich want it all on their server."""
_WANTED_CHINESE = re.compile(
    rf"(?:{CHINESE_ABROAD}|国外|境外|海外|外国|外方)[^,。?!]{{0,10}}?(?:要求?|想要?|让|叫|需要|来|希望|会|直接|定期)"
    r"[^,。?!买卖]{0,24}?(?:[传发存放上调拉拿取看查收同][^,。?!]{0,4}|上传|备份|抓取|汇总)"
    r"[^,。?!]{0,14}?(?:他们?|她们|那边|那里|总部|母公司|自己)"
    rf"|(?:{CHINESE_ABROAD}|国外|境外|海外|外国|外方)[^,。?!]{{0,10}}?(?:要求?|想要?|需要|希望)(?:我们?|咱们?)?(?:的|这边"
    r"|这里|全部|所有)*[^,。?!买卖]{0,10}?(?:数据|读数|参数|记录|日志)"
)
_PARENT = re.compile(
    r"\b(?:our |the )?(?:head ?quarters?|head[- ]?office|hq|parent(?: company)?"
    r"|mother (?:company|house|firm)"
    r"|group)\b|(?:集团)?总部|母公司|总公司"
)
_FOREIGN = re.compile(
    rf"\b(?:we are|we're|i am|i'm|our|from|my|of) [^.?!]{{0,50}}?\b(?P<town>{ENGLISH_ABROAD})\b"
    r"|\b(?P<owned>foreign[- ](?:owned|invested|funded|company|firm)|wfoe|multinational)\b"
    rf"|(?:我们?|咱们?|公司|总部|母公司|集团)[^,。?!]{{0,10}}?(?P<place>{CHINESE_ABROAD})"
    r"|(?P<funded>[德日美法韩英港台外][资企](?!产|料|金)|外商|跨国)"
)
"""Where a visitor's own company is from."""


def at_the_parent(plain: str, exchanges: Sequence[Exchange]) -> str:
    """A text with the place where the head office of which it speaks was told to be."""
    parent = _PARENT.search(plain)
    if parent is None or NAMED_ABROAD.search(plain) is not None:
        return plain
    for exchange in reversed(exchanges):
        home = _FOREIGN.search(normalise(exchange.question))
        if home is not None:
            other = "foreign " if parent[0].isascii() else "境外"
            away = home["town"] or home["place"] or other
            return f"{plain[: parent.start()]}{away} {plain[parent.start() :]}"
    return plain


def wanted_abroad(plain: str) -> bool:
    """Whether a normalised text tells that somebody abroad wants, pulls or keeps data from here."""
    if any(p.search(plain) is not None for p in (TRADED, _AT_HOME, _AUTHORITY)):
        return False
    return any(p.search(plain) is not None for p in (_WANTED_THERE, _WANTED_CHINESE))
