"""What a text denies by the verb of who would have said so or held it: 没被通知有重要数据, 没被列入
重要数据目录, never notified of any important data. Pure; texts are normalised.

Important data are what a department has told of or published as such: who was never told, or is in
no list, has none to declare.
"""

from __future__ import annotations

import re

_NOBODY_SAID = re.compile(
    r"\b(?:nobody|no[ -]?one|no authority|no regulator|none of them)(?: has| have| had| ever)*"
    r" (?:told|notified|said|informed|classified|listed|identified|designated|declared|called)\b"
    r"[^,.;?!]{0,24}$"
    r"|(?:没有?(?:人|谁|(?:哪个|任何)?(?:部门|单位|机关|主管部门))|主管部门(?:也|从来|都)?没有?)"
    r"(?:跟|对|和)?(?:我们?|咱们?|我司)?(?:说过?|讲过?|告诉过?|通知过?|告知过?|认定过?|列为|提过?)"
    r"[^,。;?!]{0,10}$"
)
"""What says that nobody ever said so: nobody told us that it is important data."""
_CLASS = re.compile(
    r"重要数据|核心数据|关基|关键(?:信息)?(?:基础)?(?:设施|单位|运营者)|important data|core data"
    r"|\bciio?\b|critical (?:inf|op)"
)
"""What is such only by being told of or listed."""
_NO = r"(?<!有)(?:从|并|尚|还|也|都)*(?:没有?|未|不曾|未曾)"
_WHILE = r"(?:从来?|曾经?|也|都|还|再|正式|明确|真的|实际|目前|到现在|过|我们?|公司|[1一]次)*"
_BY = (
    r"(?:(?:有关|相关|主管|监管|行业|上级|政府|任何|哪个|国家|地方|本地|上海市?|市|网信"
    r"|工信|数据|1个)*"
    r"(?:部门|单位|机关|机构|地区|网信办|网信部门|监管|谁|人|国家|上海|行业))"
)
_THING = r"(?:(?:我们?|公司|这些|这批|那些|里面?|手[上里头]|它们?|的|数据|信息|资料)*)"
_AS = (
    r"(?:过|到|了|任何|什么|哪些|说|讲|为|是|属于|算|含有?|有|成|作|进|在|关于|有关|里面?|某"
    r"|核心数据|[和或、])*"
)
_PASSIVE = rf"(?:被|让|由|给|受到?)(?:{_BY})?(?:正式|明确)?"
_BEFORE = re.compile(
    rf"{_NO}{_WHILE}(?:{_PASSIVE})?(?:通知|告知|告诉|提醒|提示|点名)(?:过|到)?{_THING}{_AS}$"
    rf"|{_NO}{_WHILE}(?:收到|接到|接获|拿到|听到)(?:过|了)?(?:任何|什么)?"
    rf"(?:{_BY}(?:发?的|(?:说|讲|通知|告知)过?{_THING})?)?{_AS}"
    rf"(?:(?:通知|告知|文件|函)(?:说|讲|称)?{_THING}{_AS})?$"
    rf"|{_NO}{_WHILE}(?:把{_THING})?(?:{_PASSIVE})?"
    rf"(?:列[入为进到]|列在|纳入|归[入为]|划[入为]|认定[为成]?|定[为成]|评[为定]|判定为?"
    rf"|标为|[进上]过?)过?(?:含有?|有|包含|涉及)?"
    rf"(?:任何|什么)?(?:{_BY}(?:发布|公布)?的?)?(?:核心数据[和或、])?$"
    rf"|{_NO}{_WHILE}(?:掌握|持有|拥有|涉及|碰|接触|产生|存有?|收集|处理)(?:过|到)"
    rf"(?:任何|什么)?(?:核心数据[和或、])?$"
    rf"|(?<![掌持拥涉存接产在有得碰])(?:不|并不|从不|[没未](?:有)?)(?:会)?"
    rf"(?:掌握|持有|拥有|涉及|涉|存[有在]|接触|产生|具有|处理|碰)(?:任何|什么)?(?:核心数据[和或、])?$"
    rf"|(?<![在])不(?:在|属于)(?:任何)?(?:{_BY}(?:发布|公布)?的?)?$"
)
"""What stands before and denies that it was told, listed or held."""
_NOT_OF_IT = re.compile(
    r"(?:的|数据|个人信息|出境|安全|对外|提供|风险|有关|相关|这块|方面)*"
    r"(?:批复|批准|批文|结果|结论|评估|申报|同意|许可|回复|反馈|答复|备案|验收|复函|情况|范围"
    r"|标准|定义|界定|要求|规定|概念|以外|之外)"
    r"|(?: (?:export|security|transfer|outbound))*"
    r" (?:approval|assessment|result|decision|reply|clearance|permit|response|rules?|definition)"
)
"""What stands behind and shows that something else of it is not there yet: 重要数据的批复."""
_HAS = re.compile(
    r"(?:有|含|涉及|包含|包括|是|属于|把|将|传|发|\bhave|\bhas|\bsend)(?:了|些|1些|部分)?$"
)
_BEHIND = re.compile(
    r"(?:的|这块|方面|目录|清单|名录|名单|通知|告知|认定|这[个种回]|1类|之类)*(?:里面?)?[,]?"
    r"(?:我们?|公司|从来?|至今|到现在|目前|也|都|还|根本|倒是?|是|并|主管|监管|有关|部门)*"
    r"(?:没有?|未|不曾)(?:人|谁|被|曾|经|部门|任何|正式|明确)*"
    r"(?:收到|接到|通知|告知|告诉|列[入进]?|认定)(?:过|到|进去?|上|我们?|这种|任何|的"
    r"|通知|告知|认定|了)*"
    r"(?=$|[,。;!?])"
    r"|的?(?:目录|清单|名录|名单)(?:里面?|上|中)?(?:也|都|并|根本)*(?:没有?|不含|不包括|[找查]不到)"
    r"(?:我们?|公司|这些|这[类种批]|的|数据|它们?)*(?=$|[,。;!?])"
)
"""What stands behind and denies that it was told: 重要数据的通知从来没收到过."""
_ADVERBS = (
    r"(?: (?:been|ever|yet|once|formally|officially|have|has|had|we|was|were|actually|currently"
    r"|so|far|being|be|it|they|our data))*"
)
_FILL_ENGLISH = (
    r"(?: (?:of|about|that|as|on|in|into|with|any|an?|the|we|our|us|it|this|these|they|data|is|are"
    r"|was|were|have|has|hold|holds|contains?|to|be|being|by|from|authority|authorities"
    r"|regulators?|department|anyone|anybody|notice|notices|notification|notifications|official"
    r"|list|lists|catalogues?|catalogs?|national|shanghai|having|holding|handling))*"
)
_TOLD = (
    r"(?:notified|told|informed|advised|warned|listed|included|classified|classed|designated"
    r"|identified|declared|labelled|labeled)"
)
_BEFORE_ENGLISH = re.compile(
    rf"(?:\b(?:was|were|been|are|is)(?: never| not)|(?:\b(?:was|were|is|are)n['’]t)"
    r"|\bnothing(?: here| in it)?|\bnone of (?:it|this|these|the data|our data)"
    rf"|(?:\bnever|\bnot|n['’]t){_ADVERBS} (?:been|being)){_ADVERBS} {_TOLD}{_FILL_ENGLISH}\s?$"
    rf"|(?:\bnever|\bnot)(?: yet| ever| once)? {_TOLD}(?= (?:of|that|about|by|as|in|on)\b)"
    rf"{_FILL_ENGLISH}\s?$"
    rf"|(?:\bnever|\bnot|n['’]t){_ADVERBS} (?:received?|got(?:ten)?|get|had)(?: any| an?)?"
    rf"(?: official| formal| such)? (?:notice|notification|notifications|notices|word|letter)"
    rf"{_FILL_ENGLISH}\s?$"
    rf"|\bno (?:official |formal )?(?:notice|notification|notifications){_FILL_ENGLISH}\s?$"
    rf"|(?:\bnever|\bnot|n['’]t){_ADVERBS} (?:hold|holding|possess|possessing|handled?|handling"
    rf"|held|process|own|deal with|dealt with|come across|touch)(?: any)?"
    r"(?: core data (?:or|and))?\s?$"
)


_OPERATOR = re.compile(r"关基|关键|\bciio?\b|critical")
_NO_MORE = re.compile(r"(?:不再|已经?不|早就?不|现在不)(?:是|属于|算|被?认定[为成]?)?$")
_ENDED = re.compile(
    r"[^,。;?!]{0,10}?(?:撤销|取消|撤了|解除|摘掉|摘了|退出了|到期了)"
    r"|(?:运营者|单位)?了?,(?:但是?|不过|可)?(?:现在|如今|目前|后来|今年)(?:已经|早就|就)?(?:不是|不算|不属于|没有)"
    r"|[^,.;?!]{0,24}\b(?:revoked|withdrawn|no longer|any ?more)\b"
)
"""What says that it was so once and is no more."""
_SERVED = re.compile(
    r"(?:运营者|单位|企业)?(?:们)?的?(?:网络|信息|数据)?(?:安全)?"
    r"(?:测评|评测|检测|维护|维保|运维|巡检|建设|咨询|培训|服务(?!器)|产品|软件|系统集成|设备|做|提供|供货|干活)"
    r"| (?:operators?['’]? )?(?:security )?(?:testing|audits?|maintenance|consult\w*|services?)\b"
)
_SERVING = re.compile(
    r"(?:做|给|为|替|帮|向|服务于?|从事|面向|专做|提供)(?:[1一]?些|很多|不少|几家|多家|国内的?)?$"
    r"|\b(?:do|(?<!as )for|serv(?:e|ing)|test(?:ing)?|maintain(?:ing)?|audit(?:ing)?|advise)"
    r"\s(?:the\s)?$"
)
"""Whose trade it is to serve such: 做关键信息基础设施测评的."""


def is_served(phrase: str, before: str, behind: str) -> bool:
    """Whether a phrase for such an operator names those who are served by a trade."""
    if _OPERATOR.search(phrase) is None or _SERVING.search(before) is None:
        return False
    return _SERVED.match(behind) is not None or before[-1:].isspace()


def never_told(phrase: str, before: str, behind: str) -> bool:
    """Whether what stands around a phrase denies that anybody said that it holds."""
    if _NOBODY_SAID.search(before):
        return True
    if _CLASS.search(phrase) is None or _NOT_OF_IT.match(behind):
        return False
    if _BEFORE.search(before) or _BEFORE_ENGLISH.search(before):
        return True
    if _OPERATOR.search(phrase) and (_NO_MORE.search(before) or _ENDED.match(behind)):
        return True
    return _HAS.search(before) is None and _BEHIND.match(behind) is not None
