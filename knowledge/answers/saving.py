"""Who is in danger of their life at this moment, and is to be saved with what is sent about them:
an emergency. Pure; texts are normalised."""

from __future__ import annotations

import re

_DANGER = re.compile(
    r"落水|溺水|掉(?:进|到|下)?(?:水|海|河|江)里?|昏迷|昏倒|晕倒|休克|心脏骤停|心梗|大出血|病危"
    r"|垂危|危在旦夕|生命危险|遇险|重伤"
    r"|奄奄[1一]息|中毒|车祸|心脏病[突发]作|突发(?:心|脑|急)[^,。;?!]{0,4}|中风(?:了|倒)"
    r"|骨折大?出血|过敏性休克|坠(?:楼|崖|落|机)|海难|空难|雪崩|翻船|沉船|命悬"
    r"|\b(?:drown(?:ing|ed)|overboard|unconscious|heart attack|cardiac arrest|(?:having"
    r"|had) a stroke|coma"
    r"|bleeding|life[- ]threatening|(?:life|lives) (?:is|are) in danger|in danger of dying|dying"
    r"|critical(?:ly)? (?:condition|injured|ill)|collapsed|choking|seizures?|haemorrhag\w+"
    r"|hemorrhag\w+|fainted|badly (?:hurt|injured|burn\w+)"
    r"|seriously (?:hurt|injured|ill)|severe (?:allergic reaction|burns|injur\w+)|anaphyla\w+"
    r"|crash(?:ed)?|shipwreck"
    r"|poisoned)\b"
)
_RESCUED = re.compile(
    r"(?:抢救|急救|救治|救命|救援|施救|送医|救人|救护|急诊)(?!的?(?:设备|仪器|器材|车|中心|培训"
    r"|演练|知识|公司|数据|记录|包))"
    r"|救(?:他|她|活|回)|\b(?:rescu\w+|sav(?:e|ing) (?:\w+ ){0,2}(?:life|lives|him|her|them)"
    r"|resuscitat\w+|first aid|emergency (?:treatment|care|room|surgery)|treat (?:him|her|them)"
    r"|save (?:him|her|them|the \w+))\b"
)
_AT_ONCE = re.compile(
    r"马上|立刻|立即|赶紧|赶快|尽快|紧急|火速|正在|急着|急需|来不及|现在就|等着"
    r"|\b(?:at once|immediately|right away|right now|urgent(?:ly)?|now|this minute|asap)\b"
)
_HOSPITAL = re.compile(
    r"医院|急诊|医生|救援(?:队|中心)|海岸警卫队?|救护|诊所"
    r"|\b(?:hospitals?|doctors?|rescue (?:team|cent(?:er|re)|helicopter)s?|rescuers?|coast ?guard"
    r"|er|clinic"
    r"|paramedics|ambulance|icu|intensive care)\b"
)
_PAST_RESCUE = re.compile(
    r"统计|研究|训练|演练|培训|分析|复盘|总结|营销|推广|存档|备份|去年|以前|事后|上个?月|上[周次]"
    r"|会诊|理赔|投保|保险|赔|已经?出院|康复后|不是(?:为了)?(?:抢救|急救|救人)|并非"
    r"|没有?(?:生命)?危险"
    r"|(?:\d{3,}|[百千万])(?:多|余|几)?(?:名|位|个|例)|[年月]前"
    r"|\b(?:research|statistic\w*|train\w*|drills?|analy\w+|marketing|archiv\w*|backups?"
    r"|last (?:year|month|week)|second opinion"
    r"|consultations?|claims?|discharged|\d{3,} (?:patients|people|passengers|guests)|ago"
    r"|afterwards?|recovered|not (?:an |a )?(?:emergency|urgent))\b"
)
"""People whose life is at stake now, and who are to be saved with what is sent."""
_ASKED_FOR = re.compile(
    r"(?:给|传|发|交|告诉|提供|寄|报)(?:给|到|去|一下)?[^,。;?!]{0,12}?(?:医院|医生|急诊|救援"
    r"|诊所|警卫)"
    r"|(?:医院|医生|急诊|救援|诊所|警卫)[^,。;?!]{0,8}?(?:要|索要|催|问|等|需要)"
    r"|\b(?:send|give|tell|fax|forward|pass|share|email|provide)\b[^.;?!]{0,40}?\b(?:hospital"
    r"|doctors?"
    r"|clinic|rescue\w*|coast ?guard|paramedics)\b"
    r"|\b(?:hospital|doctors?|clinic|rescue\w*|coast ?guard|paramedics|cent(?:er"
    r"|re))\b[^.;?!]{0,24}?"
    r"\b(?:needs?|asks?|wants?|requests?|requires?|is asking|is waiting|are asking)\b"
    r"|\bthey(?: urgently| now| really)? (?:need|ask|want|are asking|are waiting)\b"
)
"""Whoever treats somebody is given what is known of them."""


def saves(text: str) -> bool:
    """Whether a text tells of somebody in danger who is being saved at this moment."""
    if _PAST_RESCUE.search(text):
        return False
    danger, rescued, at_once = (p.search(text) for p in (_DANGER, _RESCUED, _AT_ONCE))
    hospital = _HOSPITAL.search(text)
    if danger:
        treated = at_once is not None or _ASKED_FOR.search(text) is not None
        return rescued is not None or (treated and hospital is not None)
    return rescued is not None and at_once is not None and hospital is not None
