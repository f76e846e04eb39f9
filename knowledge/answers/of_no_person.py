"""What says that data are of no person at all, put in the words by which a table knows it: nothing
about people, 里面没有任何人的信息, 跟人没关系, just machine readings. Pure; over normalised texts.
"""

from __future__ import annotations

import functools
import re

from knowledge.text import is_english

_PEOPLE = (
    r"(?:people|persons?|humans?|human beings?|individuals?|anyone|anybody|any one"
    r"|customers?|clients?|employees?|staff|users?|workers?)"
)
_ANY = r"(?: any| the| our| a| an| single| specific| particular| natural| private)*"
_IN = (
    r"(?!['’]s)(?: (?:at all|whatsoever"
    r"|in (?:it|them|there|that|this|here|the (?:data|files?|set|dataset))))*"
)
_NOBODY = re.compile(
    rf"\bnothing(?: in (?:it|them|there))? (?:is )?(?:about|of|on|from|to do with|related to"
    rf"|concerning|that (?:identifies|concerns|names|points to))(?:{_ANY}) {_PEOPLE}\b{_IN}"
    rf"|\bno (?:people|persons?|humans?|individuals?|human beings?|one|body)"
    r"(?: (?:is|are|appears?|shows?))?"
    r" in (?:it|them|there|that|the (?:data|files?|set|dataset))\b"
    r"|\b(?:no ?body|no one)(?: is|'s)? in (?:it|them|there|the (?:data|files?))\b"
    rf"|\b(?:not|isn't|aren't)(?: at all)? (?:about|on|of|related to|linked to|tied to){_ANY}"
    rf" (?:people|persons?|humans?|individuals?|anyone|anybody)\b{_IN}"
    rf"|\b(?:doesn't|does not|don't|do not) (?:involve|contain|include|concern|identify|name|touch"
    rf"|cover|relate to|have|hold){_ANY} (?:people|persons?|humans?|individuals?|anyone|anybody)\b"
    rf"(?!['’]s)(?: (?:data|info(?:rmation)?))?{_IN}"
    r"|\bno (?:personal|human|people)(?: (?:data|info|details|stuff|records?))?(?= in it|[,.;!?]|$)"
    r"|\bno (?:people|persons?|humans?|individuals?|human beings?)"
    r"(?= (?:at all|involved|whatsoever|anywhere)|[.,;!?]|$)(?: (?:at all|involved|whatsoever"
    r"|anywhere))*"
    rf"|\bnothing (?:at all )?personal{_IN}|\bnone of (?:it|this|that|them|the data)"
    rf" (?:is|are) (?:personal|(?:about|of|on){_ANY} {_PEOPLE})\b{_IN}"
    r"|\b(?:no|without) data (?:about|of|on) (?:any )?(?:people|persons?|individuals?|anyone)\b"
)
"""What says in English that nobody is in the data."""
_NEITHER = re.compile(
    r"\b(?:neither|not) personal(?: (?:data|info(?:rmation)?))?,? (?:nor|or) (?:any )?important"
    r"(?: data)?\b|\bneither important(?: data)? nor personal(?: (?:data|info(?:rmation)?))?\b"
)
_NOBODY_CHINESE = re.compile(
    r"(?:跟|和|与|同)(?:任何)?(?:个?人|自然人)(?:都|也|完全|根本|毫|半点)*(?:没有?(?:任何|什么"
    r"|半点)?关系|无关|不相干"
    r"|不沾边|没关联|不挂钩|扯不上关系?)"
    r"|(?:也|都|里面|从来|又)*(?:没|不)(?:有)?(?:记|录)(?:过|着)?(?:任何)?人(?=[,。;!?了的啊呀吧]"
    r"|$)"
    r"|(?:没有?|不(?:含有?|带|涉及到?|牵涉到?|包含|包括)|不是)(?:任何|哪|哪怕)?(?:1个|具体"
    r"|自然)?人的"
    r"(?:任何)?(?:信息|数据|资料|东西|记录)"
    r"|(?:没有?|不(?:涉及到?|牵涉到?|针对|指向|含|带))(?:任何)?(?:1个|具体的?|哪个)?(?:自然人"
    r"|个人|人)"
    r"(?=[,。;!?了的啊呀吧]|$)(?<!有人)(?<!没人)"
    r"|(?:连)?(?:任何1|半|哪怕1|1)个(?:具体的?|自然)?人(?:的)?(?:任何)?(?:信息|数据|资料|东西"
    r"|记录)?(?:都|也)(?:没有?|不(?:含|带|涉及|包括))"
    r"|(?<!客)(?<!个)人的(?:信息|数据|资料|记录)(?:1[条点个]|半[条点])?(?:都|也)没有?(?!授权|同意"
    r"|人)"
    r"|(?:里面|里头|里|其中|数据中)(?:都|也|又|就|完全|根本)*没有?(?:任何|1个"
    r"|半个)?人(?:在里面)?(?=[,。;!?的啊呀]|$)"
)
"""The same in Chinese."""
_ONLY_MACHINE = re.compile(
    r"(?:(?:no|well|it'?s|it is|they'?re|they are|these are|this is|that'?s|all|we (?:only )?send"
    r"|we have|the data (?:is|are)|actually|really)[, ]*)*"
    r"\b(?:just|only|purely|pure|nothing but|simply|all|solely)"
    r"(?: the| our| some| raw| plain| pure)*"
    r" (?:[a-z-]+ ){0,4}?(?:[a-z]+,? (?:and|or) [a-z]+ )?"
    r"(?:readings?|measurements?|telemetry|vibrations?|(?:machine|sensor|equipment|turbine|plant"
    r"|engine|process|production|device|technical) (?:data|readings|logs|parameters|values))"
    r"(?: (?:of|from|on) (?:the |our |its |each )?[a-z]+(?: [a-z]+)?)?(?: only)?"
    r"|(?:[a-z-]+ ){0,3}(?:machine|sensor|equipment|turbine|engine|vibration|temperature)"
    r" (?:data|readings?|measurements?|telemetry) only"
)
_ONLY_MACHINE_CHINESE = re.compile(
    r"(?:那|其实|都|传的|发的|数据|里面|我们|这些|要传的)*(?:就|只|全|都|纯|光|仅)(?:是|有|传|发"
    r"|给)*(?:1?些|点)?(?:纯)?"
    r"(?:机器|机床|设备|传感器|风机|涡轮|齿轮箱|发动机|电机|生产线|产线|锅炉|机组|仪表)(?:上|里"
    r"|自己|本身)?的?"
    r"[^,。;?!]{0,12}?(?:读数|数据|参数|数值|温度|湿度|振动|震动|转速|压力|电流|电压|日志|曲线"
    r"|工况|状态|故障码)(?:而已|这些|什么的|罢了)?"
)
"""What says that nothing but what machines measure is in the data."""
_MEASURED = (
    r"(?:温湿度|温度|湿度|振动|震动|转速|压力|电流|电压|功率|流量|油耗|能耗|耗电量|用电量|读数"
    r"|参数|工况"
    r"|(?:设备|机器|机床|运行|仪表|传感器)(?:的)?(?:状态|数据|日志)|故障码|报警码)"
)
_ONLY_MEASURED = re.compile(
    r"(?:那|其实|就|都|我们|[, ])*(?:只|仅|光|就)(?:保留|留|剩|传|给|发|有|要|看|提供|出)(?:下|了"
    r"|着)*"
    rf"[^,。;?!、和]{{0,6}}?{_MEASURED}(?:(?:、|和|与|跟|及|以及"
    rf"|还有)[^,。;?!、和]{{0,6}}?{_MEASURED})*"
    r"(?:这些|数据|信息|而已|什么的|的话|呢|了)*"
)
"""The same as a list of what alone is left: 只留温度和设备状态."""
_OF_PERSONS = re.compile(
    r"患者|病|员工|学生|学员|会员|旅客|体温|体征|人|客户|用户|车|司机|手机|手环|手表|家|住|位置"
    r"|定位|轨迹|视频|图像|声|脸|心|血"
    r"|\b(?:heart|blood|glucose|wearables?|watch|location|gps|vehicles?|cars?|drivers?|driving"
    r"|phones?"
    r"|patients?|medical|health|home|household|smart meters?|cameras?|video|faces?|voice|audio|body"
    r"|people|names?|e-?mails?|personal|personnel|payroll|users?|customers?|employees?|staff)\b"
)
"""What machines measure of persons."""
_CLAUSES = re.compile(r"([,。;!?]|(?<!\d)\.(?!\d)|, (?:and|but) )")


@functools.lru_cache(1024)
def without_persons(text: str) -> str:
    """A normalised text with the words of tables for data of no person, where it says that."""
    if is_english(text):
        text = _NEITHER.sub("neither personal information nor important data", text)
        said = _NOBODY.sub("no personal information", text)
    else:
        said = _NOBODY_CHINESE.sub("没有个人信息", text)
    pieces = _CLAUSES.split(said)
    return "".join(_as_none(c) if n % 2 == 0 else c for n, c in enumerate(pieces))


def _as_none(clause: str) -> str:
    """A clause that tells of nothing but what machines measure, as one that denies persons."""
    plain = clause.strip()
    if _OF_PERSONS.search(plain):
        return clause
    if _ONLY_MACHINE.fullmatch(plain):
        return f" no personal information, {plain}"
    if _ONLY_MACHINE_CHINESE.fullmatch(plain) or _ONLY_MEASURED.fullmatch(plain):
        return f"没有个人信息,{plain}"
    return clause
