"""Dates that are of a thing and no day of which is asked: of a firm (2021年注册的公司), of what was
made or collected then (2022年攒的数据, data collected in 2021), of the edition of a text. Pure;
over what stands before and behind a date in a normalised text.

What was done on a day is no such thing where the deed that is asked about goes on from it in the
same sentence (2023年8月签了合同，把数据传到境外): it is of that day as well.
"""

from __future__ import annotations

import re

_EDITION = ("版", "文本", "修正", "原文", "修订")
"""What follows a year that names a text, not a day."""
_TEXT = (
    r"(?:法(?!院|人|定|律(?!法规))|法律|法规|办法|规定(?!的)|条例|标准(?!合同)|国标|意见|规则"
    r"|规范|指南"
    r"|通知|决定|文件|政策|草案|解释|公告|》)"
)
_PASSED = re.compile(
    rf"(?:通过|公布|发布|颁布|印发|出台)(?:(?:并?(?:施行|实施))?的|了|过)(?:那?[1一]?[部个份版]"
    rf"|新|老|旧|这)*"
    rf"[^,。;?!把向给传发]{{0,24}}?{_TEXT}"
    rf"|(?:公布|颁布|印发|出台)[^,。;?!把向给传发]{{0,16}}?{_TEXT}|(?:通过|公布|发布|颁布|印发"
    rf"|出台)的?(?=$|[,。;?!吗呢])"
)
"""A text that is passed or published then; 通过邮件 and 发布视频 are no such thing."""
_TEXT_BEFORE = re.compile(rf"{_TEXT}(?:是|于|在|自|从|[(])*$")
_PASSES = re.compile(r"(?:就|才|已经|已)?(?:表决)?(?:通过|公布|发布|颁布|印发|出台|制定)")
_BEGUN = r"(?:成立|注册|创[办立建]|开[业办张]|开(?=的)|设立)"
_LEADS = r"[初末底]?(?:就|才|在|起|以?来|以?后|之后|[,]?(?:我们?|公司|单位|企业|刚|新))*"
_OF_A_THING = re.compile(
    rf"{_LEADS}(?:{_BEGUN}(?:(?:了|以后|之后|后)(?P<behind>[^。;?!]*))?|(?:建|攒|积累|收集|采集"
    rf"|[采购]?买|签|做|上线|入职|拿|生产|出[生厂]|毕业|印|办|交)"
    r"[^,。;?!]{0,6}?(?P<done>[的了过])(?!时候|那[天会年时]|当[天时日年])(?P<on>[^。;?!]*)"
    r"|(?:存|爬|下载|录|拍|获取|取得|整理|标注)[^,。;?!]{0,3}?的)"
)
_NOTICED = re.compile(
    rf"{_LEADS}(?:(?:收|接|拿|等)到|接获|被)(?:了|过)?[^,。;?!]{{0,14}}?(?:通知|告知|认定|的?函"
    rf"|公告|列[为入]|罚单|警告|约谈|批复|决定书?)"
    rf"(?P<on>[^。;?!]*)|{_LEADS}(?:(?:主管|监管|网信|工信)?部门|网信办|工信局|人家|上面"
    rf"|他们)?(?:就)?"
    rf"(?:通知|告知|认定|约谈|函告)(?:了|过|我们|我司|说|[,:])(?P<then>[^。;?!]*)"
)
"""A notice that came then: what is done with the data is of its own day."""
ACT = re.compile(
    r"传|发(?=[给到往送去布])|寄|送|提供|出境|跨境|导出|共享|同步|上传|发布|卖|出售|售|交易|转让"
    r"|披露|公开|挂牌|委托处理"
)
"""What is asked about: data are given, sold or shown."""
_NOT_THEN = re.compile(
    r"现在|目前|如今|今年|这次|眼下|当前|以后|将|想|打算|准备|计划|如果|要是|假如|能|可以|要|需"
    r"|该|拟|会"
)
"""What says that a deed is not of the day that was named."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
"""A date of its own."""
ASKS = re.compile(r"[吗么呢?？]|哪|什么|怎|多少|几|是否|谁")

_MADE_ENGLISH = (
    r"(?:founded|established|registered|incorporated|set up|opened|created|built|launched|signed"
    r"|concluded|made|collected|gathered|acquired|bought|purchased|hired|joined|born|produced"
    r"|issued|printed|graduated|started|trained|scraped|recorded|obtained|accumulated|compiled)"
)
_ACTS_ENGLISH = (
    r"(?:sent|exported|transferred|provided|shared|sold|gave|given|published|posted|uploaded"
    r"|passed (?:it|them) on|disclosed|moved|shipped|traded|listed|supplied|handed)"
)
_DATING = (
    r"(?:[\s,(]*(?:back|early|late|mid|the|year|end|start|beginning|of|in|on|since|during|from|by"
    r"|before|after|around|between)[\s-]*)*"
)
_MADE_BEFORE = re.compile(
    rf"\b{_MADE_ENGLISH}\b(?:\s+(?!and\b|then\b|{_ACTS_ENGLISH}\b)[^\s,.;:?!]+){{0,8}}?\s{_DATING}$"
)
_NOTICED_ENGLISH = re.compile(
    r"\b(?:notified|informed|told|warned|designated|recogni[sz]ed|got (?:a|the) (?:notice|letter"
    r"|fine)"
    rf"|received (?:a|the|our) (?:\w+ )?(?:notice|notification|letter|decision|fine|warning))\b"
    rf"(?:\s+(?!and\b|then\b|{_ACTS_ENGLISH}\b)[^\s,.;:?!]+){{0,8}}?\s{_DATING}$"
)
_OF_DATA = re.compile(
    r"\b(?:data|records|orders|files|contracts?|agreements?|invoices|photos|lists?|logs)\s+"
    r"(?:from|of|dated|for)\s(?:the\s|year\s)*$"
)
_MADE_BEHIND = re.compile(
    rf"[\s,]*(?:we|our (?:company|firm)|the (?:company|firm)|i|they)\s(?:(?:have|had|just)\s)?"
    rf"{_MADE_ENGLISH}\b"
)
ACT_ENGLISH = re.compile(rf"\b{_ACTS_ENGLISH}\b")
_LATER_ENGLISH = re.compile(
    r"\b(?:now|today|this (?:year|month|week)|currently|want|wants|plan|plans|going to|will|would"
    r"|intend|intends|if|can|could|may|must|should|need|needs|to be)\b"
)
_OF_CONTRACT = re.compile(
    r"(?:集体合同|合同|协议|证书|资质|执照|许可证?|规章|手册)(?:是|在|于|早在|从|自|就|[,])*$"
)
_LAPSES = re.compile(
    r"[初末底]?(?:就|才|已经?|早就?|刚|也)*(?:到期|过期|期满|失效|作废|终止|解除|没(?:有)?续?签)"
)
"""When a contract ended: 集体合同去年到期."""
_THEN = re.compile(
    r"(?:那|当)(?:个?时候?|会儿|阵子?|年)(?:[^,。;?!]{0,12}(?:要|用|得|需|该|算|能|可以|有|必须"
    r"|合规|违规))"
    r"|\b(?:back then|at that time|at the time)\b"
)
"""What asks of the time that was told."""
_EDITION_ENGLISH = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[a-z-]+\s+){0,2}?(?:versions?|editions?|texts?|wording|amendments?"
    r"|revisions?|measures|provisions|regulations|standards?|act)\b"
)
_LAW_ENGLISH = (
    r"(?:law|measures|provisions|regulations?|rules|standard|act|code|pipl|csl|dsl|text|version"
    r"|edition|amendment)"
)
_LAW_BEFORE = re.compile(
    rf"\b{_LAW_ENGLISH}\s*[(]?(?:\s*,?\s*(?:as\s)?(?:was\s|were\s|is\s)?(?:of|from|amended|revised"
    rf"|adopted|passed|promulgated|enacted|published|issued)(?:\s(?:in|on|of))*\s(?:the\s)?)?$"
)


def names_edition(before: str, behind: str) -> bool:
    """Whether a date tells which edition of a text is meant, or when a text was made public."""
    behind = behind.removeprefix("的").lstrip()
    if behind.startswith(_EDITION):
        return True
    if _LAW_BEFORE.search(before) or (
        re.search(r"\bthe $", before) and _EDITION_ENGLISH.match(behind)
    ):
        return True
    if _EDITION_ENGLISH.match(behind) and re.match(r"\s*(?:version|edition|text)", behind):
        return True
    if _PASSED.match(behind):
        return True
    return _TEXT_BEFORE.search(before) is not None and _PASSES.match(behind) is not None


def dates_a_thing(before: str, behind: str) -> bool:
    """Whether a date is that of a thing, and none that is asked about (那时候要标识吗)."""
    if _THEN.search(behind):
        return False
    if _OF_CONTRACT.search(before) and _LAPSES.match(behind):
        return True
    found = _OF_A_THING.match(behind)
    if found is not None:
        going_on = found["behind"] if found["done"] is None else found["on"]
        return found["done"] == "的" or not _goes_on(going_on or "")
    noticed = _NOTICED.match(behind)
    if noticed is not None:
        return not _goes_on(noticed["on"] or noticed["then"] or "")
    if _NOTICED_ENGLISH.search(before):
        return not _goes_on_in_english(behind)
    if _MADE_BEFORE.search(before) or _OF_DATA.search(before):
        return not _goes_on_in_english(behind)
    return _MADE_BEHIND.match(behind) is not None and not _goes_on_in_english(behind)


def _goes_on(behind: str) -> bool:
    """Whether what is asked about was done as well, as the rest of a sentence tells."""
    for clause in behind.split(","):
        if any(stop.search(clause) for stop in (ASKS, _NOT_THEN, _YEAR)):
            return False
        if ACT.search(clause):
            return True
    return False


def _goes_on_in_english(behind: str) -> bool:
    sentence = re.split(r"[?!;]|\.(?=\s|$)", behind, maxsplit=1)[0]
    act = ACT_ENGLISH.search(sentence)
    if act is None or _YEAR.search(sentence):
        return False
    return _LATER_ENGLISH.search(sentence[: act.end() + 1]) is None
