"""Clauses in which a visitor tells what others did with them: that offices sent them away
(三个部门都说不归他们管), or that advisers each say something else (every lawyer tells me something
different).

Such a clause complains of others and not of the desk, and asks nothing. What is behind it is whom
to turn to, or the matter that stands beside it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.idle_clauses import clauses_of
from knowledge.text import normalise

WHOM = "数据安全和个人信息保护归谁管？"
"""The question of who was sent away and names no matter."""
_MANY = r"(?:[\d一二两三四五六七八九十]+|好?几|多|各|每|所有|哪)"
_OFFICE = (
    rf"(?:{_MANY}(?:个|家|位)|{_MANY}?(?:个|家|处|边|头|级)?(?:政府|主管|职能|有关|相关)?(?:部门"
    rf"|单位|机关|窗口|衙门"
    rf"|处室|科室|局|机构|地方"
    r"|人|电话)|上面|下面|上头|(?:市|区|省|县|镇)(?:里|上)|街道|对方|那边|他们|人家"
    r"|(?!我们?|你们?|您)[\u4e00-\u9fff]{1,5}?(?:局|委|办|部|厅|署|中心|所)|工商|公安|城管)"
)
_OFFICES = rf"{_OFFICE}(?:(?:[、,]|和|跟|与|还有){_OFFICE})*"
_ALL = (
    r"(?:都|全|也|又|还|各自|互相|相互|来回|统统|[1一]律|就|总是?|老是?|[1一]直|个个|每次|再|只)*"
)
_NOT_THEIRS = (
    r"(?:不归(?:他们|她们|它们|自己|本部门|他|这边|这里)?管?|不(?:肯|愿意?)?(?:管|受理"
    r"|接手?|收|负责|理(?:我们?)?)"
    r"|管不了|不是(?:他们|自己)(?:的事|管的?|负责)|(?:跟|和|与)(?:他们|自己)(?:没|无)关系?"
    r"|不(?:关|干)(?:他们|自己)的?事|不(?:在|属于)(?:他们|自己)?的?(?:职责|职权|管辖|业务)范围"
    r"|没(?:有)?(?:这个)?(?:职责|权限)|没人管|不清楚|不知道)"
)
_SAYS = (
    r"(?:跟我们?|对我们?|告诉我们?|回复我们?|给我们?)?(?:说|讲|回复|答复|表示"
    r"|告诉我们?)?(?:的是)?,?"
    r"(?:这?[个件]?事情?|这个?|我们?(?:的|这)(?:个)?事)?"
)
_PUSHED = (
    r"(?:推(?:来推去|诿|脱|皮球|托|给(?:别人|对方|下[1一]家)?|我们?)?|踢(?:来踢去|皮球)?|扯皮"
    r"|甩锅|打太极"
    r"|打官腔|踢球)"
)
_DONE = r"(?:了|的|来着|啊|呀|呢|吧|[。!~ ])*"
_LEAD = (
    r"(?:可是?|但是?|而且|结果|最后|所以|现在|到现在|我们?|咱们?|真的?|今天|这[几两]天|都|已经|就"
    r"|唉|哎|[, ])*"
)
_AWAY = (
    rf"{_LEAD}(?:{_OFFICES})?{_ALL}{_SAYS}{_ALL}{_NOT_THEIRS}{_DONE}",
    rf"{_LEAD}{_OFFICES}{_ALL}说(?:是|让|叫|要|该|得|我们?|去)*(?:找|问){_OFFICE}{_DONE}",
    rf"{_LEAD}(?:{_OFFICES})?{_ALL}{_PUSHED}{_DONE}",
    (
        rf"{_LEAD}(?:{_OFFICES})?{_ALL}(?:让|叫|要|推|支)(?:我们?|咱们?)?{_ALL}(?:去|到"
        rf"|再)*(?:找|问"
        rf"|跑|打)"
        rf"(?:{_OFFICE}|[\u4e00-\u9fff]{{2,4}}|别人|别家|别处|下[1一]家|对方"
        rf"|另[1一外]?[个家]){_DONE}"
    ),
    (
        rf"{_LEAD}(?:跑|问|打|找|去|走|转)(?:了|过|遍|完)*(?:{_MANY}(?:个|家|趟|次|圈|通)?)+"
        rf"(?:部门|单位|机关|窗口|地方|电话|人|衙门)?{_DONE}"
    ),
    rf"{_LEAD}(?:跑|问|打|找|去)(?:了|过|遍|完)+{_OFFICES}{_DONE}",
    (
        rf"{_LEAD}(?:谁(?:都|也)(?:不管|说不清|不理|不接)|没(?:有)?(?:1个)?人(?:管|接|受?理|负责"
        rf"|说得清)(?:我们?)?"
        rf"|(?:到处|处处|四处)(?:碰壁|碰钉子|跑|被推)|被(?:人)?{_PUSHED}|被推来推去"
        rf"|吃(?:了)?闭门羹){_DONE}"
    ),
)
_SENT_AWAY = re.compile(rf"(?!(?:我们?|咱们?)(?:都|也|就)*(?:不|没|管不))(?:{'|'.join(_AWAY)})")
_FIRMLY = re.compile(
    r"不归|管不了|不管|没人(?:管|接|受?理|负责)|不受理|推|踢|扯皮|甩锅|碰壁|碰钉子|闭门羹|谁也|谁都"
    r"|的事|职责|没关系"
    r"|(?:让|叫|支)我|说(?:是)?(?:去)?找"
)
"""What such a clause must say: that somebody was asked alone is no complaint."""
_OFFICES_ENGLISH = (
    r"(?:(?:every|each|all|both|no|one|two|three|four|five|six|several|many|\d+|the|these|those"
    r"|other"
    r"|of|different|government|public) )*(?:offices?|departments?|agenc(?:y|ies)|authorit(?:y|ies)"
    r"|bureaus?|desks?|counters?|windows?|ministr(?:y|ies)|officials?|one|them|they|people"
    r"|everybody"
    r"|everyone|administrations?)"
)
_LEAD_ENGLISH = r"(?:(?:and|but|so|now|honestly|already|then)[, ]*)*"
_NAMED_OFFICE = (
    r"the [a-z ]{2,40}(?:office|bureau|department|administration|authority|agency|ministry|desk)"
)
_SENT_AWAY_ENGLISH = re.compile(
    rf"{_LEAD_ENGLISH}{_NAMED_OFFICE} (?:(?:just|only|then) )*(?:says?|said|tells? (?:me|us)"
    rf"|told (?:me|us)|sends? (?:me|us)|sent (?:me|us)) (?:to )?(?:(?:ask|go to|see|call|contact"
    rf"|try) )?"
    rf"{_NAMED_OFFICE}[.! ]*|"
    rf"{_LEAD_ENGLISH}(?:{_OFFICES_ENGLISH}|each|all|both)(?: (?:of them|just|only|keeps?|has"
    rf"|have|all))*"
    r" (?:say(?:s|ing)?|said|tells?|told|claims?|telling)(?: (?:me|us))?(?: that)?"
    r" (?:it(?:'s| is| was)?|this is|we are|that is)(?: not| n't|n't)? ?(?:not )?"
    r"(?:(?:in |within )?(?:their|its|his|her|somebody else's|someone else's)"
    r" (?:own )?(?:job|business|responsibility|remit|matter|problem|area|department|competence"
    r"|duty)"
    r"|responsible|in charge|for (?:others|someone else))[.! ]*"
    rf"|{_LEAD_ENGLISH}{_OFFICES_ENGLISH}(?: (?:have|has|just|keeps?|all))* (?:sen(?:t|ds?|ding)"
    r"|passed|pass(?:es|ing)?|turn(?:ed|s|ing)?|referr?(?:ed|s|ing)?)"
    r" (?:me|us) (?:away|around|on|elsewhere|back(?: and forth)?|to (?:another|the (?:next"
    r"|other))\b.*)[.! ]*"
    rf"|{_LEAD_ENGLISH}(?:i|we)(?:'ve| have|'m| am|'re| are|'ve been| have been)?"
    r"(?: (?:been|being|got|getting|just|keep))* (?:getting )?(?:sent|passed|bounced|shuffled"
    r"|pushed)"
    r" (?:away|around|back and forth|on|elsewhere|from .{3,60})[.! ]*"
    rf"|{_LEAD_ENGLISH}(?:nobody|no one|none of them|no office|no department)"
    r" (?:is|feels|wants to be|will take|takes|seems(?: to be)?)"
    r"(?: the)? ?(?:responsib\w+|in charge|charge)(?: for (?:it|this|us))?[.! ]*"
)
_WHOM = re.compile(
    r"(?:那|所以|我们?|咱们?|这(?:个)?事?|到底|究竟|现在|请问|还|又|该|应该|应当|能|可以|得|要"
    r"|[, ])*"
    r"(?:(?:去|找|问)(?:谁|哪[个里家儿]?(?:部门|单位)?)(?:管|办|问|处理|解决)?|归(?:谁"
    r"|哪[个家]?(?:部门|单位)?)管?"
    r"|谁(?:来|在|才|说了)?(?:管|负责|算)|怎么办|怎么弄)(?:才(?:好|对))?(?:了|啊|呀|呢|吗|吧"
    r"|[?!。~ ])*"
    r"|(?:so |and |then |but )*(?:who(?:m)?|where) (?:(?:do|should|can|must|could|am|are|is"
    r"|on earth|exactly"
    r"|really|actually|even|then) )*(?:(?:i|we) )?(?:(?:supposed to|have to|now) )?(?:go|turn"
    r"|ask|call|contact"
    r"|talk|speak|see|responsible|in charge)(?: (?:to|of it|for it|of this|for this|now|then"
    r"|next|with))*[?. ]*"
)
"""What asks whom to turn to, and for nothing else."""
_ADVISER = (
    r"(?:lawyers?|law firms?|consultants?|consultanc(?:y|ies)|advis[eo]rs?|experts?|firms?"
    r"|accountants?"
    r"|people|person|one|of them|colleagues?|auditors?|everybody|everyone|article|website)"
)
_CONTRADICTED = re.compile(
    r"(?:(?:and|but|so|because|since|as|now) )*(?:every|each|all|any|no two|the|two|three|four"
    r"|five|six"
    rf"|several|both|different|\d+|our|my)(?: (?:two|three|four|five|other|of (?:the|our"
    rf"|my)))* ?{_ADVISER}?"
    r"(?: (?:i|we) (?:ask|asked|talk to|talked to|see|saw|call|called|hired|paid))?"
    r" (?:(?:seems to|keeps?|always|just|all|each|has|have|had) )*(?:(?:tells?|told|telling"
    r"|says?|said|saying"
    r"|gives?|gave|giving|has|have|advis\w+) (?:(?:me|us) )?(?:(?:something|a|an|us|their|the"
    r"|three|two|four)"
    r" )*(?:(?:different|else|other|opposite|contradict\w*|another|conflicting|own)(?: (?:thing"
    r"|things|story"
    r"|stories|answers?|opinions?|advice|version))*|(?:story|answers?|opinions?))"
    r"|(?:contradicts?|disagrees?|differs?)(?: (?:the (?:last|other|next)|each other|with) ?\w*)*)"
    r"(?: and charges? .{2,30})?[.! ]*"
    r"|(?:(?:and|but|so) )*(?:one|two|three|four|five|\d+) (?:law firms?|lawyers?|consultants?"
    r"|opinions?"
    r"|advis[eo]rs?|different opinions?|different answers?|answers?|offices?)"
    r"(?:[, ]+(?:and )?(?:one|two|three|four|five|\d+) (?:different )?(?:opinions?|answers?"
    r"|stories|views))?[.! ]*"
    r"|(?:(?:and|but|so|because) )*(?:nobody|no one|none of them|noone)(?: here| there"
    r"| ever)? (?:can |could |will )?"
    r"(?:gives?|gave|tells?|told|has|knows?|knew|explains?)(?: (?:me|us))?"
    r" (?:a |an |the |any )?(?:(?:straight|clear|real|definite|proper|simple|same|single"
    r"|consistent) ?)*"
    r"(?:answers?|advice|anything|the same|thing)?(?: thing| twice)?[.! ]*"
    r"|(?:(?:and|but|so) )*(?:i|we)(?: really| no longer| just)*(?: do not|don't|'ve no idea"
    r"| have no idea| can't"
    r"| cannot)?(?: even| longer| any ?more)*(?: know| tell)? (?:whom?|what) to (?:believe|trust"
    r"|listen to)"
    r"(?: any ?more| now)?[.! ]*"
    r"|(?:(?:and|but|so) )*(?:i|we)(?:'m|'re| am| are| keep)(?: just| only)? (?:going"
    r"|running) (?:round|around)?"
    r" ?in circles[.! ]*"
    r"|(?:可是?|但是?|而且|结果|我?问了?|找了?|[, ])*(?:每(?:个|家|位)?|各(?:个|家|位)?|\d+(?:个"
    r"|家|位)?|好?几(?:个|家"
    r"|位)?|所有|不同)(?:的)?(?:律师事务所|律师|律所|专家|顾问|咨询公司|机构|中介|老师|人"
    r"|同事)?(?:们)?(?:都|跟我|给我|对我"
    r"|各)*(?:说|讲|给|回答|答|解释|建议)(?:的|得|法)?(?:都|又|全|也|各)*(?:不[1一]样|不同"
    r"|不[1一]致|对不上|各不相同"
    r"|是[1一]套|打架|矛盾|相反|[1一]套)(?:的)?(?:了|啊|呀|[。!~ ])*"
    r"|(?:可是?|但是?|而且|结果|[, ])*(?:谁(?:都|也)|没(?:有)?(?:1个)?人(?:能)?)(?:说|讲)(?:不"
    r"|得)(?:清楚?|准|明白)"
    r"(?:了|啊|呀|[。!~ ])*|(?:各说各(?:的|话)|[1一]人[1一]个(?:说法|样)|说法(?:都)?不[1一](?:样"
    r"|致)?)(?:了|[。!~ ])*"
)
"""What says that advisers contradict each other, or that nobody gives a clear answer."""


def clauses_away(clauses: Sequence[str], *, english: bool) -> list[str]:
    """The normalised clauses that say that offices sent the speaker away, and nothing else."""
    shape = _SENT_AWAY_ENGLISH if english else _SENT_AWAY
    found = [c for c in clauses if shape.fullmatch(c.rstrip("?")) is not None]
    return found if english or _FIRMLY.search(",".join(found)) is not None else []


def asks_whom(clause: str) -> bool:
    """Whether a clause asks whom to turn to, and names no matter."""
    return _WHOM.fullmatch(clause) is not None


def only_whom(text: str) -> bool:
    """Whether all that is left of a text asks whom to turn to."""
    return all(map(asks_whom, clauses_of(normalise(text))))


def contradicted(clause: str) -> bool:
    """Whether a clause says that advisers contradict each other, and nothing else."""
    return _CONTRADICTED.fullmatch(clause) is not None
