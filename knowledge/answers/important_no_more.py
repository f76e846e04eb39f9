"""Who tells that data are important no longer, or that nobody ever told them so (后来通知说撤出目录
了, 没人通知过我们): important data are what a department has told of or published as such, so what
was called so before is not held against them. What a visitor finds themselves, and what was done to
the data, takes nothing back. Pure; over normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.notified import NOTIFIED, with_notified

CLASS = re.compile(r"重要数据(?!的?(?:批复|批准|评估结果))|\bimportant data\b")
_LIST = r"(?:目录|名录|清单|名单)"
_BACK = re.compile(
    rf"(?:撤|移|剔|调|划|踢|退|拿|删|去|摘)(?:出|掉|除|走|下来?|了)+(?:了)?[^,。;?!]{{0,6}}{_LIST}"
    rf"|{_LIST}[^,。;?!]{{0,6}}?(?:撤|移|剔|调|划|踢|退|拿|删|去|摘)(?:出|掉|除|走|下|了)"
    rf"|{_LIST}(?:里|中|上)?(?:面)?(?:已经|早就|也|都|就)?(?:没有?|不含|找不到)(?:了|它|这批|我们|那批|这个|,|$)"
    r"|(?:取消|撤销|撤回|解除|收回)(?:了|掉)?(?:对?[^,。;?!]{0,8}的?)?(?:认定|通知|告知|重要)"
    r"|(?:认定|通知|告知)[^,。;?!]{0,4}(?:取消|撤销|撤回|解除|收回)"
    r"|(?:认定|定|改|降|划|调整?)(?:成|为|到|回)了?(?:[1一]般|普通)(?:的)?(?:数据|级)?"
    r"|(?:不再(?:是|算|属于)|(?:不是|不算|不属于))(?:重要数据)?(?:了|的了)"
    r"|\b(?:taken|removed|struck|dropped|deleted|came|went|crossed)\s(?:off|from"
    r"|out of)\b[^.;?!]{0,20}"
    r"\b(?:catalogue|catalog|list)\b"
    r"|\bno longer (?:is |counts as |are )?(?:important|listed|on the (?:list|catalogue|catalog))"
    r"|\b(?:is|are|was|were) (?:now )?(?:reclassified|downgraded|declassified)\b"
    r"|\b(?:it is|it's|they are|is|are) (?:ordinary|general|not important)(?: data)?(?: now"
    r"| any ?more)"
    r"|\b(?:withdr[ae]w\w*|revoked?|lifted|rescinded) (?:the |its |that )?(?:notice|notification"
    r"|designation|classification|listing)"
)
"""What says that it was so, and is so no more."""
_NEVER = re.compile(
    r"(?:^|[,。;:])[^,。;?!客户买卖]{0,6}?(?:从来没?有?|根本没?有?|也|都|其实|实际上)*"
    r"(?:没有?(?:任何)?(?:人|谁|部门|主管部门|机关)|谁(?:也|都)没有?|(?:主管|监管|有关|哪个)部门(?:也|都|从来)?没有?"
    r"|没有?(?:收到|接到)过?(?:任何|什么)?)"
    r"(?:跟|对|和|正式|书面|真的)*(?:我们?|咱们?)?(?:正式|书面)?(?:说|讲|通知|告知|告诉|公布|发布|认定)过?"
    r"(?!给?(?:客|用户|对方|买|他|她|员工|本人|家长|供应商))"
    r"|(?:^|[,。;:])(?:也|都|其实|从来|并)*没有?(?:被)?(?:正式|书面)?(?:通知|告知|公布|认定)过"
    r"(?!给?(?:客|用户|对方|买|他|她|员工|本人|家长|供应商))"
    r"|\b(?:nobody|no one|no (?:authority|department|regulator|ministry)|they)(?: has| have"
    r"| had| ever"
    r"| never)* (?:told|notified|informed) us\b"
    r"|\bwe (?:were|have|had|have been|was)* ?(?:never|not) (?:been )?(?:told|notified|informed)\b"
)
_OPEN = re.compile(
    r"(?:没|未|还没|要是|如果|假如|能不能|会不会|是不是|申请|想|等|以后|快要?|打算|可能|希望|如何|怎么)[^,。;?!]{0,6}$"
    r"|\b(?:if|not|could|may|might|will|hope|apply|unless|whether)\b[^,.;?!]{0,24}$"
)
"""What says that it is not done yet, or only wished or supposed."""
_OWN_VIEW = re.compile(
    r"(?:自己|我们?|老板|律师|同事|客户|对方|买家|总部|顾问)(?:也|都|就|还|内部)*(?:觉得|认为|看|判断|以为|估计|说|讲|评估)[^,。;?!]{0,10}$"
    r"|\b(?:we|i|our lawyers?|our client|the buyer) (?:think|believe|feel|say"
    r"|reckon)s?\b[^,.;?!]{0,20}$"
)


def no_more(text: str, before: Sequence[str] = ()) -> bool:
    """Whether a normalised text tells so of data that it, or one ``before`` it, called so."""
    called = any(CLASS.search(t) or CLASS.search(with_notified(t)) for t in (*before, text))
    if not called:
        return False
    return any(
        not _OPEN.search(text[: m.start()]) and not _OWN_VIEW.search(text[: m.start()])
        for shape in (_BACK, _NEVER)
        for m in shape.finditer(text)
    )


def without_important(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation without the name of the class where a text tells so; one behind
    that calls them important again counts."""
    told = list(texts)
    for place in range(len(told) - 1, -1, -1):
        if no_more(told[place], told[:place]):
            ended = [CLASS.sub(_plain, NOTIFIED.sub("", text)) for text in told[: place + 1]]
            return [*ended, *told[place + 1 :]]
    return told


def _plain(match: re.Match[str]) -> str:
    return "data" if match.group().isascii() else "数据"
