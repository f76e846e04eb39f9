"""What is asked of data once they are anonymised (没同意，匿名化以后能卖吗): what shows nobody then
needs no consent. Who does it in part, or cannot, has not anonymised. Pure; over normalised texts.
"""

from __future__ import annotations

import re

_ONCE = re.compile(
    r"匿名化?(?:处理)?(?:完|好|掉)?(?:了)?(?:以|之)?后|(?:彻底|完全|真正|都|全部?|已经?)(?:做)?匿名化?(?:处理)?(?:了|过|好)"
    r"|匿名化?(?:处理)?(?:了|过)(?:的|,|,?(?:还)?[能可]|$)"
    r"|\b(?:once|after|when|if)\s(?:(?:it|they|we|the data|fully|truly|properly|completely|have"
    r"|has|is|are|been)\s){0,4}"
    r"anonymi[sz](?:ed|ing|ation|e)\b"
)
_NOT_DONE = re.compile(
    r"(?:没有?|未|不|还没|尚未|无法|没法|不会|不能)(?:做|彻底|完全|真正|先|再|被|经)*匿名"
    r"|匿名化?[^,。;?!]{0,4}(?:做不到|不了|不彻底|没做|不完全|还没)"
    r"|部分|[1一]半|有[的些](?!限)|其中|保留|留着|留了|还原|复原|对照表|密钥|只去掉|只删"
    r"|\b(?:not|never|n['’]t|cannot|partly|partially|half|some|keep|kept|except)\b[^.;?!]{0,24}\banonymi"
    r"|\banonymi\w+[^.;?!]{0,16}\b(?:not|except|key|reversible|restored?)\b"
)


def once_anonymised(text: str) -> bool:
    """Whether a text speaks of data as they are once they are anonymised as a whole."""
    return _ONCE.search(text) is not None and _NOT_DONE.search(text) is None
