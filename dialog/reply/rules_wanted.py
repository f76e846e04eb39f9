"""Whether a text asks what rules there are for a thing, rather than for the thing. Pure.

有没有语料必须来源合法的规定 and 想买语料，版权怎么保证 name what the catalogue holds, and ask
for a rule: to be shown products is no answer to that. An adjective is not asked for: 找合规的数据
is a wish.
"""

from __future__ import annotations

import re

from knowledge.text import normalise

_RULES = (
    r"(?:规定|法规|法条|条例|条款|规矩|禁令|强制要求|限制(?!级)"
    r"|法律(?!服务|顾问|咨询|意见)(?:要求|依据|规定)?)"
)
_RIGHTS = (
    r"(?:版权|著作权|知识产权|授权|产权|权属|所有权|归属|隐私|个人信息|个人资料|来源|安全|合规"
    r"|合法性?)"
)
_HOW = r"(?:该|要|应该|应当|得)?(?:怎么|咋|如何|怎样)"
_DEALT = (
    r"(?:保证|保障|确保|处理|解决|算|判断|判定|认定|确认|证明|保护|避免|规避|防范|办|弄|整|搞定|管"
    r"|归|界定|约定|核实|审)"
)
_UNLAWFUL = r"(?:违法|违规|犯法|侵权)"
_IS_IT = r"(?:吗|么|嘛|不(?!合)|没有?)(?:[,?。! ]|$)"
_WANTED = re.compile(
    r"(?:有没有|有无|有什么|有啥|有哪些|哪些|什么|啥|哪条|哪个|依据|看|查|是否有|没有)"
    rf"[^,。;?!]{{0,24}}{_RULES}"
    rf"|{_RULES}(?:是|有|呢|吗|么|没有?|怎么|如何|[?。! ])*$"
    rf"|{_RIGHTS}[^,。;?!]{{0,6}}{_HOW}{_DEALT}|{_HOW}(?:才能?)?{_DEALT}[^,。;?!]{{0,10}}{_RIGHTS}"
    rf"|{_RIGHTS}的?(?:问题|纠纷|风险|责任|这块|方面)?(?:是|要|该)?"
    r"(?:归谁|谁(?:来)?(?:负责|管|保证|承担)|(?:咋|怎么)(?:办|整|弄|说))"
    rf"|[合违犯]不[合违犯][法规]|(?:合法|合规|{_UNLAWFUL})的?{_IS_IT}"
    rf"|(?:算|是)(?:不是|不算)(?:合法|合规|{_UNLAWFUL})"
    rf"|会不会(?:有)?(?:{_UNLAWFUL}|法律风险)|[会要]{_UNLAWFUL}[吗么不]"
    r"|(?:怎么|咋|如何|要|会|得)被?(?:处罚|罚(?:款|多少)?)(?:[吗么呢啊]|[,?。! ]|$)"
    r"|\b(?:is|are|was) (?:there|any) [^,.;?!]{0,20}\b(?:rules?|laws?|regulations?|provisions?)\b"
    r"|\b(?:what|which|any) (?:rules?|laws?|regulations?|provisions?)\b"
    r"|\b(?:is|are) (?:it|that|this|they) (?:legal|lawful|allowed|illegal|compliant)\b"
    r"|\b(?:copyrights?|licen[cs]\w*|privacy|ownership)\b[^,.;?!]{0,20}"
    r"\b(?:guarantee\w*|handled|ensured?|sure|protect\w*|cleared?|works?)\b"
    r"|\bhow\b[^.;?!]{0,40}\b(?:copyrights?|privacy|ownership)\b"
)


def wants_rules(text: str) -> bool:
    """Whether a text asks for rules, whether a thing is lawful, or how a right is kept."""
    return _WANTED.search(normalise(text)) is not None
