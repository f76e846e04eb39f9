"""Which side of a thing a question asks for: its price, its duration, who, which documents.

Two questions on one subject that ask for different sides are the commonest near miss, and neither
vectors nor shared characters see it well. A question may ask for several sides, or for none known.
"""

from __future__ import annotations

import functools
import re

_SIGNS = {
    "money": (
        r"多少钱|费用|收费|价格|收多少|几块|定价|贵不贵|免费|要钱|花钱|成本|佣金|费率",
        r"\bcosts?\b|\bfees?\b|\bprices?\b|\bcharges?\b|how much money|\bfree\b",
    ),
    "duration": (
        r"多久|多长|几天|几个工作日|几年|期限|多少天|多少年|有效期|时限|几个月|几小时",
        r"how long|deadline|within how",
    ),
    "moment": (
        r"什么时候|何时|哪一?天|哪年|几号|几月|啥时候|哪一年|日期|时间点",
        r"\bwhen\b|what year|what date",
    ),
    "who": (
        r"谁|哪个部门|哪家|哪个机构|什么机构|哪个单位|由哪|主管部门|负责人|哪些部门",
        r"\bwhom?\b|which (?:authority|agency|body|department)",
    ),
    "where": (
        r"哪里|哪儿|在哪|地址|何处|什么地方|电话|联系方式|邮箱|网址",
        r"\bwhere\b|\bcontact\b|\bphone\b|\baddress\b|\bemail\b",
    ),
    "documents": (
        r"材料|资料|文件|证件|证明|清单|准备什么|提交什么|交什么|带什么",
        r"\bdocuments?\b|\bmaterials?\b|paperwork",
    ),
    "permission": (
        (
            r"可以|能不能|能否|可不可以|能.{0,12}吗|允许|可否|行不行|可.{0,6}吗|能.{0,10}么|合法"
            r"|违法|犯法"
        ),
        r"\bcan\b|\bmay\b|allowed|\blegal\b",
    ),
    "duty": (
        (
            r"要不要|必须|需不需要|是否需要|用不用|一定要|需要.{0,14}吗|要.{0,14}吗|得.{0,10}吗"
            r"|必要|强制"
        ),
        r"\bmust\b|do (?:i|we) (?:need|have)|required|mandatory|need to",
    ),
    "meaning": (
        r"是什么|什么是|什么意思|啥是|是啥|啥意思|定义|指什么|指的是|怎么理解|何谓|概念|含义",
        r"what (?:is|are)\b|\bmeans?\b|definition",
    ),
    "difference": (
        r"区别|不同|差别|差异|一样吗|是一回事|对比|相比|差在",
        r"differ|versus|\bvs\b|same as",
    ),
    "manner": (
        r"怎么|如何|怎样|流程|步骤|手续|程序|咋|办法",
        r"how (?:do|can|to|does|should)|\bsteps?\b|procedure|process",
    ),
    "reason": (
        r"为什么|为何|凭什么|原因|为啥|理由|依据",
        r"\bwhy\b|\breason\b|\bbasis\b",
    ),
    "number": (
        r"多少(?!钱|天|年)|几个|几种|几类|几步|几家|数量|规模|几条|几项",
        r"how many|number of",
    ),
    "list": (
        r"哪些|哪几|有什么|包括什么|包括哪|都有啥|有啥|分为|种类|类型|列举",
        r"\bwhich\b|what kinds",
    ),
    "penalty": (
        r"罚|后果|责任|吊销|坐牢|判刑|赔",
        r"penalt|\bfined?\b|punish|consequence|liab",
    ),
    "change": (
        r"最新|新规|修订|修改|改了|变化|生效|废止|失效|施行",
        r"latest|new rule|amend|in force",
    ),
    "condition": (
        r"条件|资格|门槛|要求|标准|满足|符合",
        r"qualif|condition|requirement|eligib|criteria",
    ),
    "class": (
        r"算不算|算是|属于|是不是|是否|算.{0,10}吗|属.{0,8}吗",
        r"count as|considered",
    ),
}
"""The signs of each side, in Chinese and in English."""
# Apart, because a search can leap to a first character only where it has no case; most texts hold
# no Latin letter at all.
_CHINESE = tuple(re.compile(chinese) for chinese, _ in _SIGNS.values())
_ENGLISH = tuple(re.compile(english, re.IGNORECASE) for _, english in _SIGNS.values())
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


@functools.lru_cache(maxsize=32768)
def facets(text: str) -> int:
    """The sides of its subject that a question asks for, a bit each."""
    found = _bits(_CHINESE, text)
    return found | _bits(_ENGLISH, text) if _LATIN.search(text) else found


def _bits(signs: tuple[re.Pattern[str], ...], text: str) -> int:
    return sum([1 << bit for bit, sign in enumerate(signs) if sign.search(text)])
