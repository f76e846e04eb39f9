"""Who says that data stay in the country and asks for what is needed to send them abroad
(不出境了，还要签标准合同吗): nothing of that is. Pure; over normalised texts."""

from __future__ import annotations

import re

STAYS = "数据不出境、只在国内用，安全评估、标准合同这些还要办吗？"
"""The wording of the document that says so."""

_HERE = r"(?:国内|境内|中国|大陆)"
_CHINA = r"(?:china|the (?:country|mainland))"
_STAYS_HERE = re.compile(
    r"不(?:再|打算)?出境(?!的)|不(?:再|往外)?(?:传|发|给|送|卖|提供)(?:到|往|给|去)?(?:境外|国外|海外|出国)"
    rf"|(?:只|仅|都|全|全部)(?:是|会)?(?:在|给|存|存在|放在|留在|卖给|用在|提供给){_HERE}"
    rf"|\b(?:nothing|no data|none of (?:it|them))\b[^.?!]{{0,12}}\bleaves? {_CHINA}\b"
    rf"|\b(?:stays?|remains?|kept|keep (?:it|them|everything))\b[^.?!]{{0,20}}\bin {_CHINA}\b"
    rf"|\b(?:never|not|n't|no longer)\b[^.?!]{{0,12}}\bleav\w+ {_CHINA}\b"
)
_PROCEDURES = re.compile(
    r"(?<!影响)(?<!合规性)(?<!合规)(?<!风险)评估|标准合同|认证|申报|备案|手续"
    r"|\b(?:contract|assessment|certificat\w+|filing|procedures?)\b"
)
_ASKS = re.compile(
    r"吗|么|呢|\?|要不要|用不用|什么|哪些|还[要用得需]|\b(?:do|must|still|what|is)\b"
)
_OTHERWISE = re.compile(
    r"影响评估|儿童|孩子|小孩|未成年|14|境外[^,。;?!]{0,8}(?:看|访问|调取|查|人)|远程"
    r"|(?:传|发|给|卖)(?:给|到)?(?:境外|国外|美国|德国|法国|日本|香港|新加坡)"
    r"|\b(?:child\w*|minors?|impact|remote\w*|abroad)\b"
)


def stays_wording(text: str) -> str:
    """The wording of the document for who keeps data in the country; empty for any other text."""
    signs = (_STAYS_HERE, _PROCEDURES, _ASKS)
    told = all(sign.search(text) for sign in signs) and not _OTHERWISE.search(text)
    return STAYS if told else ""
