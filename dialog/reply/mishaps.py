"""Misfortune that a visitor tells without a word of feeling (去年发大水把档案都泡了, 老板跑了，就剩
我一个, the flood took our archive): it asks for nothing, and a person hears it before a rule. Pure.

It is no need: only its pictures are known here, and a word of need beside them takes that back.
"""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import clauses_of, spaced
from dialog.reply.kept import kept
from knowledge.text import is_english, normalise

Mishap = Literal["", "lost", "left", "cheated", "fallen"]
"""``lost``: things of theirs are gone; ``left``: somebody left them alone with it; ``cheated``: of
money, by whom they trusted; ``fallen``: the firm, the deal or the job."""

_LONGEST = 60
"""Characters beyond which a text tells a case of its own; English has thrice as many."""
_OURS = (
    r"(?:档案|资料|文件|账本?|账目|台账|记录|数据|硬盘|服务器|电脑|机房|仓库|库房|厂房|店面?|店里|厂里?"
    r"|园[里区子]?|学校|单位|办公室|机器|设备|窑|家里|房子|底稿|备份|存货|本子|U盘|系统)"
)
_BLOW = (
    r"(?:(?:被|让|给|遭)大?[水火雨](?:淹|泡|烧|冲)|发(?:大|了)*(?:水|洪水)|洪水|大水|水灾|内涝|暴雨|台风|地震|泥石流|失火|着火|起火|火灾"
    r"|大火|[1一]把火|雷劈|遭雷|停电|漏水|水管爆|进水|中病毒|被黑|勒索)"
)
_GONE = (
    r"(?:泡|淹|烧|冲|毁|没|丢|坏|废|砸|塌|吹|劈|清空|格式化|误删|删|瘫|锁|完)(?:汤|烂|光|掉|走|坏"
    r"|得|毁|没|死|了|个精光|干净|得差不多|不少|[1一]大半|大半|全)*"
)
_WHO = (
    r"(?:老板|合伙人|会计|财务|法人|股东|负责人|技术(?:员|总监)?|程序员|经理|店长|师傅|搭档|同事"
    r"|主管|领导|员工|业务员|创始人|代办|中介)"
)
_RAN = (
    r"(?:跑路?|卷[^,]{0,4}跑|辞职|离职|撂挑子|不干|失联|不见|走人|跳槽|出国|联系不上|消失"
    r"|进去)(?:了|的|啦)*|(?<![先就])走了(?!之)"
)
_SHAPES: tuple[tuple[Mishap, str], ...] = (
    (
        "cheated",
        (
            rf"(?:我们?|咱们?|公司|家里|厂里|店里|去年|上个?月|前[几两]天|昨天|也|就|是|刚|又)*"
            rf"(?:被|让|给|遭)[^,。?]{{0,10}}?(?:骗|坑|忽悠|宰|讹)(?!局)[^,。?]{{0,12}}|(?:骗|坑|卷)(?:了|走|光|去)(?:我|咱|俺)[^,。?]{{0,12}}"
            rf"|{_WHO}[^,。?]{{0,4}}(?:卷|拿|收)(?:了|着|走)?[^,。?]{{0,8}}钱[^,。?]{{0,6}}(?:跑|不见|失联|拉黑|没影)[^,。?]{{0,4}}|(?:钱|定金|押金|款)(?:都|也|就)?(?:打了水漂|被卷走)了?"
        ),
    ),
    (
        "lost",
        (
            rf"[^,。?]{{0,14}}?{_BLOW}[^,。?]{{0,16}}|[^,。?]{{0,12}}?{_OURS}[^,。?想卖买]{{0,8}}?(?:全|都|也|就|给|让|被|已经|统统|[1一]下子)+{_GONE}[^,。?]{{0,6}}"
            rf"|[^,。?]{{0,8}}?(?:把|将){_OURS}[^,。?]{{0,6}}?{_GONE}|[^,。?]{{0,6}}?{_OURS}(?:丢|没|坏|毁|烧|淹|泡|砸|塌|湿)了"
        ),
    ),
    (
        "left",
        rf"(?:(?:我们?|咱|公司|厂里|店里|单位|去年|今年|上个?月|前[几两]天|昨天|结果|后来)的?)*{_WHO}[^,。?]{{0,8}}?(?:{_RAN})[^,。?]{{0,4}}",
    ),
    (
        "fallen",
        (
            r"(?:(?:我们?|咱|的|就|现在|上个?月|去年|今年|刚|昨天)*)(?:公司|厂子?|单位|企业|项目|生意|合同|单子|买卖)[^,。?能]{0,6}?(?:倒闭|破产|黄了|要黄|关门|关张|垮|散伙|散了|停产|资不抵债|欠薪|没了|吹了|泡汤|砸手里)[^,。?]{0,4}"
            r"|(?:我|我们|刚|就|也|上个?月|昨天|今天|[1一]?把年纪)*(?:被裁(?:员)?|失业|下岗|被(?:开除|辞退)|丢了?(?:工作|饭碗)|被炒(?:鱿鱼)?)了?[^,。?]{0,4}"
        ),
    ),
)
_FULL: tuple[tuple[Mishap, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{shape})(?:了|啊|呀|呢|吧|啦|[~.! ])*")) for kind, shape in _SHAPES
)
_BESIDE = re.compile(
    r"(?:现在|如今|这下|公司|店里|厂里|家里|结果|后来|就|只|光|里里外外)*(?:就?剩|只有|留下?|丢下?|扔下?|撇下?)(?:下)?(?:我|俺|我们)[^,。?]{0,10}"
    r"|(?:现在|这下|真是|唉+|哎+|真|可)?[^,。?]{0,4}?(?:什么|啥|[1一]点)(?:都|也)?没(?:剩|有|了|留)[^,。?]{0,4}|(?:几|[0-9]+|好几|十几|几十)[0-9]*(?:来|多)?年的?[^,。?]{0,8}(?:白费|没了|全完|心血|积累|攒的)[^,。?]{0,4}"
    r"|(?:唉+|哎+|真是|倒霉|可惜|没办法|命苦|人财两空|说来话长|谁想到|去年|今年|前年|上个?月|前[几两]天|昨天|夏天|那年)[^,。?]{0,6}|(?:人|电话|微信)?(?:也|都|就)?(?:找不到|联系不上|打不通|拉黑|没影)[^,。?]{0,6}"
)
_WISHES = re.compile(r"想|要(?!命)|打算|能(?!力)|可以|请|帮|怎么|如何|咋|哪|求")
_LOST_EN = (
    r"(?:(?:the|a|our|my|last|this|that) )?(?:\w+ )?(?:floods?|fire|storm|hurricane"
    r"|burst pipe|leak|virus|ransomware|burglars?|thieves|lightning|power cut)"
    r"(?: (?:last|this) (?:year|week|month|summer|winter|spring|autumn|night))? (?:has |have "
    r"|just )*(?:took|taken|destroyed?|ruined|wiped(?: out)?|burn(?:t|ed)|ate|wrecked|got|hit"
    r"|killed|washed away|stole|damaged|drowned)\b[a-z' ]{2,50}"
    r"|(?:we|i)(?:'ve| have)? (?:just )?lost (?:all |most of |half |everything|(?:our|my|the"
    r"|ten|\w+) )[a-z' ]{0,40}(?: (?:in|to) (?:the|a) [a-z ]{3,20})?"
    r"|(?:our|my|the) (?:archives?|files|records|servers?|hard drives?|computers?|office|shop"
    r"|warehouse|books|papers|backups?|laptops?|data)(?: room)? (?:(?:was|were|got|has been"
    r"|have been|is|are) (?:all )?(?:flooded|burnt|burned|destroyed|ruined|stolen|wiped|lost"
    r"|soaked|gone|hacked|washed away)|(?:went up in (?:smoke|flames)|burned down|burnt down"
    r"|crashed|died|got (?:wet|soaked)))\b[a-z ]{0,30}"
)
_LEFT_EN = (
    r"(?:the|our|my) (?:\w+ )?(?:boss|partner|accountant|bookkeeper|founder|manager|owner"
    r"|developer|it (?:guy|man|person)|director|colleague|lawyer|cto|ceo)(?: has| just| simply"
    r"| up and|'s)* (?:left(?! (?:me|us|a|an|the|behind|some|his|her|their)\b)|quit|resigned"
    r"|ran off|run off|walked out|disappeared|vanished|gone"
    r"|bailed|abandoned|upped and left)\b[a-z' ]{0,40}"
)
_CHEATED_EN = (
    r"(?:we|i)(?:'ve| have)?(?: just)? (?:were |was |been |got |being )+(?:cheated|scammed"
    r"|conned|ripped off|swindled|defrauded|fleeced|duped|had)\b[a-z0-9', ]{0,50}"
    r"|(?:an?|the|our|some|this) (?:\w+ )?(?:agent|broker|middleman|consultant|agency|company"
    r"|man|guy|fellow|firm)(?: has| just)* (?:cheated|scammed|conned|ripped|swindled"
    r"|defrauded|fleeced|robbed|took) (?:us|me|our|my)\b[a-z0-9', ]{0,50}"
)
_SOMEBODY_EN = (
    r"(?:an?|the|our|some|this) (?:\w+ )?(?:agent|broker|middleman|consultant|agency|company"
    r"|man|guy"
    r"|fellow|firm|lad|fella)(?: has| just)*"
)
_TOOK_EN = (
    rf"{_SOMEBODY_EN} (?:took|taken|pocketed|walked off with|ran off with|made off with)"
    r" [a-z0-9$€£, ]{2,24}?(?: (?:off|from) (?:us|me))?(?: (?:last|this) (?:year|month|week"
    r"|summer))?"
    r",? and (?:then )?(?:vanished|disappeared|never came back|was never seen again"
    r"|stopped answering|never delivered|did nothing)"
    rf"|{_SOMEBODY_EN} (?:took|taken) [a-z0-9$€£, ]{{2,24}}? (?:off|from) (?:us|me)\b[a-z ]{{0,20}}"
)
_FALLEN_EN = (
    r"(?:our|my|the) (?:company|firm|business|factory|project|deal|contract)(?: has"
    r"| just| is|'s)* (?:gone bust|going under|went under|gone under|went bust|failed"
    r"|collapsed|fell through|fallen through|folded|closed down|bankrupt|gone bankrupt"
    r"|shut down)\b[a-z ]{0,24}"
    r"|(?:i|we)(?:'ve| have)?(?: just)? (?:was |were |been |got |lost "
    r"|been made )+(?:laid off|fired|sacked|redundant|my job|our jobs|made redundant"
    r"|let go)\b[a-z ]{0,24}"
)
_ENGLISH: tuple[tuple[Mishap, re.Pattern[str]], ...] = (
    ("cheated", re.compile(f"{_CHEATED_EN}|{_TOOK_EN}")),
    ("fallen", re.compile(_FALLEN_EN)),
    ("lost", re.compile(_LOST_EN)),
    ("left", re.compile(_LEFT_EN)),
)
_LEAD_EN = re.compile(
    r"^(?:(?:well|so|and|but|then|oh|sorry|you see|look|to be honest|honestly|unfortunately"
    r"|sadly|worse|last (?:year|month|week|summer|winter|spring)|this (?:year|month|week"
    r"|summer)|yesterday|thing is|the thing is)[, ]+)+"
)
_TAIL_EN = re.compile(
    r",? and (?:now )?(?:(?:all |most of |half )?(?:of )?(?:our|the|my) [a-z ]{2,24} (?:is"
    r"|are|was|were)"
    r"(?: all| now)* (?:gone|lost|ruined|soaked|destroyed)|(?:it|everything)(?:'s| is"
    r"| was)(?: all)?"
    r" gone|(?:i|we)(?:'m| am|'re| are) (?:left )?(?:alone|on (?:my|our) own))[.! ]*$"
)
_GONE_WORDS = re.compile(r"走了|\bgone\b")
_BESIDE_EN = re.compile(
    r"(?:so |and |now |there |it )*(?:(?:is|'s|are|was) )?(?:just|only|it's only"
    r"|there's only) (?:me|us)\b[a-z ]{0,20}|(?:i|we)(?:'m| am|'re| are) (?:on my own|alone"
    r"|left)\b[a-z ]{0,24}|nothing(?:'s| is)? left\b[a-z ]{0,16}|(?:years|decades) of (?:work"
    r"|records)[a-z ]{0,20}"
    r"|(?:and |so )?(?:everything|it) (?:is|'s|was) (?:all )?gone\b[a-z ]{0,10}"
)


@kept
def mishap_told(text: str) -> Mishap:
    """The misfortune that a text tells and beside which it asks for nothing; empty for others."""
    plain = spaced(normalise(text).strip())
    english = is_english(plain)
    if len(plain) > _LONGEST * (3 if english else 1) or "?" in plain or asks(plain):
        return ""
    found: Mishap = ""
    for clause in clauses_of(plain):
        kind = _kind(clause, english=english)
        if kind:
            found = found or kind
        elif not (_BESIDE_EN if english else _BESIDE).fullmatch(clause.strip()):
            return ""
    return found


def without_gone(text: str) -> str:
    """A text that tells a misfortune without the words for what is gone from it: whoever left a
    firm (会计上个月走了), and the things (our records are gone), are in no need."""
    kind = mishap_told(text)
    return _GONE_WORDS.sub(" ", text) if kind in ("left", "lost") else text


def _kind(clause: str, *, english: bool) -> Mishap:
    clause = clause.strip(" .!,")
    if english:
        clause = _TAIL_EN.sub("", _LEAD_EN.sub("", clause))
        return _first(clause, _ENGLISH)
    if _WISHES.search(clause):
        return ""
    return _first(clause, _FULL)


def _first(clause: str, shapes: tuple[tuple[Mishap, re.Pattern[str]], ...]) -> Mishap:
    for kind, shape in shapes:
        if shape.fullmatch(clause):
            return kind
    return ""
