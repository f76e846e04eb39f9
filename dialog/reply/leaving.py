"""Who would leave the exchange (哪天我不想玩了，东西想撤下来，账号也注销), in words that are said
of a life as well. Pure; texts are normalised.

What they are tired of is the business: a deed of business stands beside it. Without one, or where
their life is spoken of too, they are heard as somebody in need.
"""

from __future__ import annotations

import re

_TRADE = (
    r"(?:生意|买卖|公司|店里?|[小网]店|铺子|厂子?|工厂|企业|平台|业务|项目|行业|这[1一]?行|作坊"
    r"|合作社|工作室"
    r"|数商|产品|挂牌)"
)
_TIRED = re.compile(
    r"(?:不(?:想|要|愿意?|打算|再|能|会)*|懒得|没法|陪)(?:再|继续|跟|陪|和|给|[你您]们?)*"
    r"(?:玩|干|做|弄|搞|伺候|奉陪)(?:下去)?(?:了|的话|啦)"
    rf"|{_TRADE}[^,。;?!]{{0,6}}?(?:活|撑|熬|扛|开|干|做|维持|经营|坚持)不(?:下去|住|了)了?"
    r"|(?:开|干|做|维持|经营|玩)不(?:下去|起|转)了?"
    rf"|{_TRADE}[^,。;?!]{{0,6}}?(?:没(?:啥|什么|有)?(?:意思|意义|用|盼头|活路|出路)|黄了|垮了"
    rf"|倒闭?了|死了)"
    r"|\b(?:(?:do(?:n't| not)|no longer|not) (?:want|wanna|wish|like) to|can't|cannot|won't"
    r"|not going to)"
    r" (?:play|do (?:this|it)|go on with (?:this|it)|continue|carry on(?: with (?:this"
    r"|it))?)(?: any ?more)?\b"
    r"|\b(?:i(?:'m| am)|we(?:'re| are)) (?:done|out|through|finished)(?: with (?:this|it|you|u))?\b"
    rf"|\b(?:business|company|shop|firm) (?:can't|cannot|won't) (?:survive|live|go on)\b"
)
"""Words of giving up; of living and bearing it only where a trade is named."""
_DEED = re.compile(
    r"撤(?:下来?|掉|了|牌|出|回|架|走|单|[吗么呢啊]|(?=$|[,。;?!]))|下架|下线|退(?:出|场|市|会|订"
    r"|费|款|伙|保证金|入驻)"
    r"|(?:注销|销)(?:掉|了|账号|账户|户|会员|公司|数商)?|解约|毁约|关(?:店|门|张|停|了?公司)|停业"
    r"|歇业|收摊|清盘"
    r"|(?:合同|合作|服务|挂牌)[^,。;?!]{0,4}(?:终止|解除|停|取消)|(?:终止|解除|取消)(?:合同|合作"
    r"|服务|挂牌|入驻|会员)"
    r"|转(?:给|让)别?人?家?|不续(?:费|约|签)"
    r"|\b(?:delist\w*|de-list\w*|withdraw\w*|take (?:\w+ ){0,3}(?:down|off)"
    r"|pull (?:\w+ ){0,3}(?:down|out|off)"
    r"|close (?:\w+ ){0,2}(?:account|shop|business)|cancel (?:\w+ ){0,2}(?:account|membership"
    r"|contract|listing)"
    r"|delete (?:\w+ ){0,2}account|leave the exchange|exit|refund|terminate|opt out)\b"
)
_DOWN = re.compile(
    r"撤|下架|下线|退(?:出|场|市|会|入驻)|[注销]销|销户"
    r"|\b(?:de-?list\w*|withdraw\w*|down|off|out|exit|leave|close|opt)\b"
)
_MORE = re.compile(
    r"钱|[退会年]费|款|保证金|罚|赔|违约|合同|客户|数据怎么|备份|转[给让]|店门|公司注销|注销公司"
    r"|\b(?:refund\w*|money|fees?|fine[ds]?|penalt\w+|contracts?)\b"
)
"""What is asked besides, which another document tells."""
TAKEN_DOWN = "产品想下架怎么办"
_LIFE = re.compile(
    r"人生|[1一]生|这辈子|下辈子|这世|活着|世上|世界|人间|家人|爸|妈|孩子|老[公婆]|遗|告别|永别"
    r"|再见|送人|解脱"
    r"|绝望|所有人|谁都|没人|好累|太累|难受|痛苦|睡着|醒|药|刀|楼|桥|不在了|不用找我|别找我|最后"
    r"|\b(?:life|living|alive|world|family|goodbye|forever|pain|hopeless|tired of everything"
    r"|last)\b"
)
"""What speaks of more than a business."""


def leaves_business(text: str) -> bool:
    """Whether a normalised text gives up a business, with a deed of that, and speaks of nothing
    more."""
    if _TIRED.search(text) is None or _LIFE.search(text):
        return False
    return _DEED.search(_TIRED.sub(" ", text)) is not None


def without_leaving(text: str) -> str:
    """A normalised text without its words of giving up a business; whole where it does not."""
    return _TIRED.sub(" ", text) if leaves_business(text) else text


def leaving_wording(text: str) -> str:
    """The wording of the document on taking one's products down, to who would leave and asks for
    nothing else; empty for others."""
    leaves = leaves_business(text) and _DOWN.search(_TIRED.sub(" ", text)) is not None
    return TAKEN_DOWN if leaves and not _MORE.search(text) else ""
