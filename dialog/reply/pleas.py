"""What asks only what to do or to say now (我该怎么办, 怎么跟老板交代, where do I even start), or
whether to give it up: no rule is asked for. Pure; clauses are normalised."""

from __future__ import annotations

import re

OVER = (
    r"(?:老板|领导|老总|客户|甲方|上面|上级|总部|集团|董事会|董事长|主管|经理|总监"
    r"|[\u4e00-\u9fff]总|校长|院长|[他她人家]+们?|对方|合作方)"
)
"""Who is above the speaker, or waits for the work."""
_GIVING_UP = re.compile(
    r"(?:那|我们?|你说|是不是|要不|不如|还是|干脆|索性|就|该|要|[,， ])*"
    r"(?:别(?:碰|做|弄|搞|卖|来)|算了|放弃|不(?:做|弄|搞|卖|碰|挂)(?!.*[哪谁多几什怎])|打退堂鼓)"
    r"(?:这个|它|了|吧|呢|算|好|比较|为好|吗|[?？。!！ ])*"
    r"|(?:so |then |maybe |perhaps )*(?:should|shall) (?:we|i) (?:just )?(?:give up|drop it"
    r"|forget (?:about )?it|leave it)[?. ]*"
)
"""Who asks whether to give it up asks for no rule: 是不是干脆别碰了."""
_PLEA = re.compile(
    r"(?:(?:那|所以|现在|这|都|真|完全|也|您|你|麻烦|帮我|我们?|咱们?|到底|究竟|还|又|也|该"
    r"|应该|应当|能|可以|得|说|觉得|看|请问|真不?知道|不知道|不晓得"
    r"|下[1一]步|接下来|[, ])*"
    rf"(?:(?:怎么|咋|如何)(?:办|弄|搞|走|做(?:才)?(?:好|对)?)|做(?:点)?(?:什么|啥|些什么)"
    rf"|(?:怎么|咋|如何)?(?:跟|和|向|对|给)(?:我们?|咱们?)?的?{OVER}(?:该|要|能|得)?(?:怎么|咋"
    rf"|如何|说什么|说啥|说些什么)?"
    r"(?:说|讲|交代|交待|解释|汇报|回(?:话|复)?|答复|开口|回答)?(?:才好|好)?|(?:怎么|咋)(?:说"
    r"|讲|开口|交差|交代)(?:才)?好?"
    r"|从(?:哪|何)(?:儿|里)?(?:下手|开始|着手)?|帮帮我|帮[我]?(?:[1一]下|理[1一]?理|出个?主意"
    r"|想想办法?))"
    r"(?:才)?(?:好|行|是好)?)(?:了|啊|呀|呢|吗|吧|嘛|[?!,.。~ ])*"
)
"""What asks only what to do or to say now."""
_PLEA_ENGLISH = re.compile(
    r"(?:(?:so|and|but|please|well|then|now|ok(?:ay)?)[, ]*)*"
    r"(?:what (?:should|can|do|could|shall|would|am) (?:i|we|you)(?: even| now| best"
    r"| supposed to| have"
    r" to| need to)* (?:do|say|tell|answer|reply|write|suggest|advise|explain)(?: to| about it)*"
    r"(?: (?:him|her|them|my|our|the|boss|manager|director|client|customer|chief|ceo|board"
    r"|management"
    r"|it|this|that|here|now|next|then|first|about))*"
    r"|how (?:should|can|do|could) (?:i|we) (?:explain|tell|say|put|answer|handle|deal with"
    r"|get through)"
    r"(?: (?:this|it|that|him|her|them|to|my|our|the|boss|manager|director|client|chief|with))*"
    r"|where (?:do|should|can) (?:i|we) (?:even )?(?:start|begin)"
    r"|(?:can|could|would) you (?:please )?(?:help|advise)(?: me| us)?(?: out| with this)?"
    r"|(?:i|we)(?: really| just)? (?:don't|do not) (?:even )?know (?:what|how|where) (?:to|i should"
    r"|we should) (?:do|say|tell|answer|begin|start|explain|put it)(?: (?:this|it|that|him|her"
    r"|them|to"
    r"|my|our|the|boss|manager|director|client|chief|now|next|with))*"
    r"|(?:any|some) advice|help me|what now)[?.! ]*"
)


def pleads(clause: str, *, english: bool) -> bool:
    """Whether a clause asks for nothing else."""
    if _GIVING_UP.fullmatch(clause):
        return True
    return (_PLEA_ENGLISH if english else _PLEA).fullmatch(clause) is not None


def for_others(clause: str) -> bool:
    """Whether a plea is for words to somebody else."""
    return re.search(rf"[跟和向对给][^,]{{0,4}}{OVER}|\b(?:tell|say|explain)\b", clause) is not None
