"""Who says that data stay in the country and asks for what is needed to send them abroad
(不出境了，还要签标准合同吗): nothing of that is. So it is as well where somebody puts right behind
a case where its data go (不是法国总部，是上海总部; 说错了，服务器在国内). Who only looks at them
from abroad (we only want to look at it on a screen in Oslo) has them abroad all the same. Pure;
over normalised texts."""

from __future__ import annotations

import re

from dialog.reply.question import Question
from dialog.reply.told_cases import case_before
from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.answers.table_words import gives
from knowledge.answers.tables import rule_on
from knowledge.answers.withdrawn import left_of_nobody
from knowledge.answers.zone_told import names_zone
from knowledge.findings import Findings
from knowledge.localities import ELSEWHERE, ELSEWHERE_ENGLISH
from knowledge.snapshot import Snapshot
from knowledge.text import is_english, normalise
from knowledge.types import DecisionTable

VIEWED = "数据存在境内但国外同事能查，算数据出境吗？"
"""The wording of the document on those who only look at data from abroad."""
STAYS = "数据不出境、只在国内用，安全评估、标准合同这些还要办吗？"
"""The wording of the document that says so."""

_HERE = r"(?:国内|境内|中国|大陆)"
_CHINA = r"(?:china|the (?:country|mainland))"
_STAYS_HERE = re.compile(
    r"不(?:再|打算)?出境(?!的)|不(?:再|往外)?(?:传|发|给|送|卖|提供)(?:到|往|给|去)?(?:境外|国外"
    r"|海外|出国)"
    rf"|(?:只|仅|都|全|全部)(?:是|会)?(?:在|给|存|存在|放在|留在|卖给|用在|提供给){_HERE}"
    rf"|\b(?:nothing|no data|none of (?:it|them))\b[^.?!]{{0,12}}\bleaves? {_CHINA}\b"
    rf"|\b(?:stays?|remains?|kept|keep (?:it|them|everything))\b[^.?!]{{0,20}}\bin {_CHINA}\b"
    rf"|\b(?:never|not|n't|no longer)\b[^.?!]{{0,12}}\bleav\w+ {_CHINA}\b"
)
_PROCEDURES = re.compile(
    r"(?<!影响)(?<!合规性)(?<!合规)(?<!风险)评估|标准合同|认证|申报|备案|手续"
    r"|\b(?:contract|assessment|certificat\w+|filing|procedures?)\b"
)
_ASKS = re.compile(
    r"吗|么|呢|\?|要不要|用不用|什么|哪些|还[要用得需]|\b(?:do|must|still|what|is)\b"
)
_OTHERWISE = re.compile(
    r"影响评估|儿童|孩子|小孩|未成年|14|境外[^,。;?!]{0,8}(?:看|访问|调取|查|人)|远程"
    r"|(?:传|发|给|卖)(?:给|到)?(?:境外|国外|美国|德国|法国|日本|香港|新加坡)"
    r"|\b(?:child\w*|minors?|impact|remote\w*|abroad)\b"
)

_AT_HOME = rf"(?:上海|国内|境内|大陆|内地|临港|浦东|{ELSEWHERE}|[一-龥]{{2,3}}(?:省|市(?!场)))"
_AT_HOME_ENGLISH = rf"(?:shanghai|china|the mainland|lingang|{ELSEWHERE_ENGLISH})"
_GOES = (
    r"(?:服务器|机房|数据中心|接收方|对方|收件方|收数据的|总部|母公司|子公司|分公司|客户|数据|信息|名单)[^,。;?!]{0,6}?"
    r"(?:是|在|放|存|留|传|发|给|到|往)(?:在|给|到|去|往|了|的|是)*"
)
_RIGHT = re.compile(
    rf"(?:是|传|发|给|到)(?:传|发|给|到|往|去)*(?:我们|咱们|自己|自家|在|的)*{_AT_HOME}[^,。;?!]{{0,8}}(?=$|[,。;!])|{_GOES}{_AT_HOME}"
    r"|没有?(?:发|传|送|给)(?:出去|走|出境)|[1一][条个份]都(?:没有?|未)(?:发|传|送|给)(?=$|[,。;!了过出])"
    rf"|(?:不出境|不出国|没有?出境|没出国|不算出境)(?:了|的)?(?=$|[,。;!])|(?:留|存)在{_AT_HOME}"
    rf"|\b(?:server|servers|recipient|headquarters|hq|office|branch|subsidiary|it|they|data|that)\b[^.;?!]{{0,24}}"
    rf"\b(?:in|to|at)\s(?:our\s)?{_AT_HOME_ENGLISH}\b|\b(?:our"
    rf"|the) {_AT_HOME_ENGLISH} (?:office|headquarters|hq"
    r"|branch|server|subsidiary|team)\b"
)
_NEVER_WENT = re.compile(
    r"(?:没有?|未曾?|从来没有?|根本没有?)(?:真的|实际)?(?:发|传|送|给|寄)(?:出去|走|出境|过去|成)(?:过|了)?(?=$|[,。;!])"
    r"|(?:[1一][条个份点]|全|统统|压根)(?:都|也)?(?:没有?|未)(?:发|传|给|送|寄)(?:出去|过|成)?(?=$|[,。;!])"
    r"|\b(?:nothing|none of (?:it|them)) (?:was|were|has been|ever|actually)*\s?(?:sent"
    r"|went(?: out| abroad)?)\b"
    r"|\b(?:never|not) (?:actually )?(?:sent|left|gone out)(?= at all|[,.;!]|$)"
)
"""What says that what was to be sent was not sent at all."""
_NO_MORE = re.compile(
    r"(?:不是|并非|不在|而非|不传|不发|不给)(?:给|到|往|传|发|在|去)*$|\bnot\s(?:(?:to|in|at|our|the)\s)*$"
)
_REMOTE = re.compile(
    r"(?:国外|境外|海外|外国|同事|总部|他们|对方|老外)[^,。;?!]{0,8}(?:看|查|访问|调|下载|登)|远程"
    r"|\b(?:access|see|view|look|log in|remote\w*|query|download)\b"
)
_OWN_SEAT = re.compile(
    r"我们?(?:公司|单位|企业|总部)?(?:是|都)?在|注册|登记|成立|\b(?:leav\w+|sent|goes"
    r"|exported) from\b|出境[^,。;?!]{0,4}(?:在|从|由)|[从由]|"
    r"[发传](?:的|出|出去)?$"
    r"|\bwe(?:'re| are) (?:based |located )?in\b"
)
_ASKS_ON = re.compile(r"[吗么呢?？]|哪|什么|怎|多少")
_INSTEAD = re.compile(
    r"只|仅|(?:传|发|给|送)的是|还(?:会|要|没)|以后|下次|明年|等|\b(?:only|just|yet|later|instead)\b"
)
"""What tells of something else that was sent, or is still to be."""
_SHORT = 40
"""Characters of a text that only puts something right; English has thrice as many."""


def stays_after_all(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """What holds of data that do not leave the country, where a text says so behind a case of data
    sent abroad; ``None`` to any other."""
    plain = normalise(text).strip(" 。.!")
    if not puts_right(plain):
        return None
    case = case_before(snapshot, asked)
    if case is None or not case.near or not case.table.places_abroad:
        return None
    if names_zone(case.table, (*case.texts, text)):
        return None  # Where it leaves from decides there, and it does leave.
    found = snapshot.at_once(STAYS)
    return found if found is not None and found.band == "answer" else None


def nobody_after_all(snapshot: Snapshot, text: str, asked: Question) -> Findings | None:
    """The ruling where a text puts right that nothing of people was sent, whether or not what was
    told before was ruled on."""
    if not asked.exchanges:
        return None
    case, last = case_before(snapshot, asked), asked.exchanges[-1].question
    told = case.texts if case is not None and case.near else (last,)
    for table in snapshot.pack.all(DecisionTable).values():
        if not table.places_abroad or not gives(table, normalise(",".join(told))):
            continue
        if left_of_nobody(table, [*told, text]):
            return Findings("none", ruling=rule_on(table, [*told, text], asked.today))
    return None


def puts_right(plain: str) -> bool:
    """Whether a text says that what was to go abroad goes to a place at home, or stays there."""
    if len(plain) > _SHORT * (3 if is_english(plain) else 1) or _ASKS_ON.search(plain):
        return False
    if _NEVER_WENT.search(plain) and not _INSTEAD.search(plain):
        return True
    if any(not _NO_MORE.search(plain[: m.start()]) for m in NAMED_ABROAD.finditer(plain)):
        return False
    if _REMOTE.search(plain) or _OWN_SEAT.search(plain):
        return False
    return any(not _NO_MORE.search(plain[: m.start()]) for m in _RIGHT.finditer(plain))


def stays_wording(text: str) -> str:
    """The wording of the document for who keeps data in the country; empty for any other text."""
    signs = (_STAYS_HERE, _PROCEDURES, _ASKS)
    told = all(sign.search(text) for sign in signs) and not _OTHERWISE.search(text)
    return STAYS if told else ""


_LOOKS = re.compile(
    r"(?:查?看|浏览|瞧|翻)(?!看?(?:能|是|有|怎|要|哪|行|可))|远程(?:登录|访问|连|打开)|登录|屏幕上"
    r"|\b(?:look(?:ing|s)? at|view(?:ing|s)?|watch(?:ing)?|see|read|brows\w+"
    r"|log(?:ging)? in(?:to)?|access(?:ing)?"
    r"|open(?:ing)?|check(?:ing)?)\b"
)
_ONLY = re.compile(
    r"(?:只|就|仅|光|不过)(?:是|想|在|能|让|给)*[^,。;?!]{0,8}?(?:看|查|浏览|瞧|登录)|看[1一]?眼"
    r"|不(?:下载|拷贝?|复制|导出|保存|存)|屏幕|远程"
    r"|\b(?:only|just|merely|on (?:a|the|our|their) screens?|screens?|remote(?:ly)?|no (?:cop(?:y"
    r"|ies)|downloads?)"
    r"|(?:not|n't|never|without|nothing is) (?:cop(?:y|ied|ying)|download\w*|sav(?:e|ed|ing)"
    r"|stor(?:e|ed|ing)))\b"
)
_LEAVE = re.compile(
    r"算(?!法|力)|要不要|用不用|需不需要|需要|还?要[^,。;?!]{0,6}[吗么]|审批|批准|许可|申报|手续"
    r"|可以[吗么]|能不能|行[吗么不]|出境"
    r"|\b(?:need|permission|approv\w+|permit|allowed|may|can|count\w*|export\w*|licen[cs]e|file"
    r"|declare|ok(?:ay)?)\b"
)
_ELSE = re.compile(
    r"\d|[卖买]|多少|多久|谁|怎么|病|员工|客户|用户|会员|身份|人脸"
    r"|\b(?:sell\w*|buy\w*|names?|patients?|customers?|employees?|staff|users?|how|who|when|what"
    r"|price)\b"
)
"""What tells a case of its own, or asks for something else."""


def viewed_wording(text: str) -> str:
    """The wording of the document for who only looks at data from abroad and asks whether that
    takes leave; empty for any other text."""
    abroad = re.search(r"境外|国外|海外|外国|\b(?:abroad|overseas)\b", text) or NAMED_ABROAD.search(
        text
    )
    signs = all(sign.search(text) for sign in (_LOOKS, _ONLY, _LEAVE))
    return VIEWED if abroad and signs and not _ELSE.search(text) else ""
