"""What a text names only to wonder at it: 剃头店哪里来国家秘密啦, 谁说我有国家秘密, 什么授权不授权,
why would a barber have state secrets? Pure; texts are normalised.

Whoever is asked which of many kinds their data are, and laughs at one of them, has named it and
said that it is not theirs.
"""

from __future__ import annotations

import re

_WHOSE = (
    r"(?:我们?|咱们?|我家|我这|我司|公司|店[里铺]?|家|厂[里子]?|单位|自己|人家|他们?|里面?"
    r"|这[里儿边]?|那[里儿边]?"
    r"|数据|资料|东西|会|就|也|都|还|又|里头|手[里上头]|[1一个])*"
)
_HAS = (
    r"(?:有|是|算|卖|要卖|要|含有?|带有?|涉及|碰|搞|弄|做|扯上?|成了?|变成|跟|和|与)?"
    r"(?:了|过|的|到|出|什么|啥|那种|这种|[1一]?[个些点]|任何)*"
)
_MODEST = (
    r"(?:我们?|咱们?|我家|我这|[店摊厂铺馆所](?:里|子)?|小[本店]|个体户?|做生意的?|老百姓|剪头的?"
    r"|开店的?|的)"
    r"(?:[, ]*)(?:还|又|会|能|就|也)*"
)
_WONDERS = re.compile(
    rf"哪(?:里|儿|能|来)?(?:会|能|可能|里)?(?:来|冒出|跑出|蹦出|扯出|弄)(?:得|来)?(?:的|什么"
    rf"|啥)*{_HAS}$"
    rf"|(?:怎么|咋|为什么|为啥|干嘛|干吗|凭什么|凭啥)(?:就|又|还)*(?:可能|会|说|讲|问|扯|当成?"
    rf"|认为|算|成了?|变成了?)+"
    rf"(?:到|上|是|成|我们?|咱们?)*{_WHOSE}{_HAS}$"
    r"|(?:谁|哪个|什么人|哪只眼睛?)(?:跟你|和你|同你|对你|告诉|看到|看见|听到)?(?:你|我)?"
    rf"(?:说|讲|告诉你?|规定|看到|看见)?(?:的|过|了|是)*(?<=[说讲诉你定到见过了]){_WHOSE}{_HAS}$"
    rf"|{_MODEST}哪(?:里|儿|能)?(?:会|能|可能)?(?:有|算|是|碰得?到?)(?:得上|得到|的|什么|啥|到)*$"
    r"|\bwhy (?:on earth |in the world |the hell )?(?:would|should|do you think|do you say)"
    r" [^,.;?!]{1,40}?\b(?:have|has|hold|own|sell|keep|be|is|are|got)(?: (?:any|an?|some|the"
    r"|all))*\s$"
    r"|\bwho (?:says|said|told you|claims|claimed)\b(?: (?:that|we|i|it|there|they|you|my|our|the"
    r"|shop"
    r"|store|firm|company|data|have|has|had|hold|got|is|are|was|sells?|any|an?|anything|about"
    r"|with))*\s$"
    r"|\b(?:where|how) (?:on earth |in the world )?(?:would|could|do|did|should) (?:i|we|a|an|my"
    r"|our)\b"
    r"[^,.;?!]{0,30}?\b(?:get|have|come by|find)(?: (?:any|an?|some|the|to|at))*\s$"
    r"|\bsince when (?:do|does|is|are|has|have|did)\b[^,.;?!]{0,40}?\s$"
)
"""What stands before a thing and wonders where it would come from, or who said so."""
_AT_ALL = re.compile(r"(?:^|[^\u4e00-\u9fff]|[的说讲叫问]|[会能]有)(?:什么|啥)$")
_EXCLAIMED = re.compile(
    r"(?:的|信息|数据)*(?:啊|呀|啦|嘛|哦|哟|不|哇)(?!可以|能|会|有)(?=[,。;!?~ ]|$)"
)
_SAID_OF = re.compile(
    r"(?:的|信息|数据)*(?:不?(?:能|可以?|得|会|准|许|算|是|用|需要)|才|拿|买|卖|要|必须|应|就|属于"
    r"|一定|只)|s? (?:can|may|must|is|are|cannot|should|will|would|has to|have to)\b"
)
"""What stands behind a thing of which something is said or asked: 哪里来的公共数据能卖."""
_JESTS = re.compile(
    r"(?:的|信息|数据|s)*[?!][?! ]*(?:(?:开|说)?(?:什么|啥)?(?:玩笑|笑话)|[哈呵嘿笑]|我[1一]?个"
    r"|我们?(?:就|只|才|[1一])"
    r"|你(?:们)?(?:搞|弄|问|看|想)错|逗|吓|in an? |at an? |for an? |from an? |in my |seriously"
    r"|you must"
    r"|are you (?:kidding|serious|joking|mad)|lol|haha|come on)"
    r"|(?:的|信息|数据)*(?:跟|和|与|同)我们?[^,。;?!]{0,6}?(?:有)?(?:什么|啥|半毛钱"
    r"|[1一]点)?(?:关系|相干|搭界|搭边)"
    r"|(?:的|信息|数据)*(?:有)?(?:什么|啥)(?:关系|相干|搭界)"
    r"|[^,.;?!]{0,6} (?:has|have|got) (?:nothing|what) to do with"
)
"""What stands behind a thing and laughs at it."""


def mocked(phrase: str, before: str, behind: str) -> bool:
    """Whether a phrase with such words ``before`` and ``behind`` it is wondered at, not told."""
    if behind.startswith((f"不{phrase}", f" 不{phrase}")):
        return True  # 什么国家秘密不国家秘密的
    clause = re.split(r"[,。;!?]", before)[-1]
    if _WONDERS.search(clause):
        return _SAID_OF.match(behind) is None
    if _AT_ALL.search(clause) and _EXCLAIMED.match(behind):
        return True
    return _JESTS.match(behind) is not None
