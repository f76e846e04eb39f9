"""How long the records of trades must be kept, or whether they may be deleted: the years of the
E-Commerce Law bind who runs a platform, and not who keeps a shop on the net (网店, 淘宝店,
直播带货, a shop on Amazon); trades in data have their own. Pure; texts are normalised.

Who wants to sell the orders asks something else.
"""

from __future__ import annotations

import re

SHOP_RECORDS = "开网店、直播卖货的，店家自己的订单和成交记录要留多久？"
PLATFORM_RECORDS = "做电商平台的，交易记录要保存多久？"
TRADE_RECORDS = "交易记录要保存多久？"

_SHOP = re.compile(
    r"[网微]店|(?:淘宝|天猫|京东|拼多多|抖音|抖店|快手|闲鱼|小红书|视频号|唯品会|亚马逊|速卖通|虾皮"
    r"|得物|美团|饿了么)[^,。;?!]{0,8}?(?:店|卖|商家|橱窗)|抖店|(?:店铺|小店|店家|卖家|商家|主播|带货"
    r"|直播间|直播卖)|(?:直播|线上|网上|小程序|朋友圈|社群)[^,。;?!]{0,6}?(?:卖|带货|接单|开店|下单)"
    r"|(?:开|做)(?:了|着|的|家|个|一)*[^,。;?!]{0,4}?(?:店(?!长)|跨境电商)|独立站|自建[^,。;?!]{0,3}(?:站|商城)"
    r"|自己的(?:网站|商城|小程序)[^,。;?!]{0,6}?卖"
    r"|\b(?:amazon|ebay|etsy|shopee|lazada|temu|taobao|tmall|tiktok|shopify|aliexpress|online|web"
    r"|internet)\b[^.;?!]{0,16}\b(?:shops?|stores?|sellers?|storefronts?|merchants?)\b"
    r"|\b(?:web ?shops?|e-?shops?)\b|\blive ?-?stream\w*[^.;?!]{0,20}\b(?:sales?|sell\w*|shop\w*)\b"
    r"|\bsell\w*\b[^.;?!]{0,30}\b(?:on|through|via) (?:amazon|ebay|etsy|shopee|temu|taobao|tmall"
    r"|tiktok|aliexpress|live ?-?stream\w*)\b"
)
_RECORDS = re.compile(
    r"订单|成交|交易(?:记录|信息|明细|数据|流水)|销售(?:记录|明细|流水)|发货(?:记录|单)|买卖记录"
    r"|\b(?:orders?|order histor(?:y|ies)|sales (?:records?|data)|transactions?"
    r"|purchase records?)\b|\bsales?\b[^;?!]{0,120}\brecords?\b"
)
_HOW_LONG = re.compile(
    r"多久|多长|到(?:什么时候|啥时候|哪[天年])|几年|多少年|几个月|多少[天日]|(?:保存|留存|保留|存|留)(?:期|年限|期限|时间)|满几"
    r"|(?:能|可以|可不可以|什么时候)(?:不能)?(?:就|才)?(?:能|可以)?删"
    r"|\d年(?:后|以后)?(?:就|能|可以)+删"
    r"|\b(?:how (?:long|many (?:years|months|days))|for how|retention|until when"
    r"|when (?:may|can) we delete|may we delete|can we delete)\b"
)
_KEPT = re.compile(
    r"[存留]|保管|删|销毁|清[掉空除]|归档|\b(?:keep|kept|stor\w+|retain\w*|retention|sav\w+|delet\w+|archiv\w+)\b"
)
_PLATFORM = re.compile(
    r"平台(?![上里内]|后台|[开卖]|的?店)|(?:运营|经营|搭建|做)[^,。;?!]{0,6}商城"
    r"|\b(?:run|operate|own|are|build)\b[^.;?!]{0,20}\b(?:platforms?|market ?places?)\b"
    r"|\bplatforms? (?:operator|provider)\b|\bour (?:own )?market ?place\b"
)
"""Who speaks for a platform, or asks of one."""
_OTHERWISE = re.compile(
    r"数据交易|交易所|挂牌|上架数据|出境|境外总部|传到|卖(?:掉)?(?:这些|我们的|店铺的)?(?:订单|数据|记录)"
    r"|(?:订单|数据|记录)[^,。;?!]{0,6}(?:能|可以)卖|授权|罚|快递多久|多久(?:发货|到货|到账|退款)"
    r"|\b(?:data exchange|abroad|sell (?:the |our )?(?:orders|data|records)|fine[ds]?|penalt\w+"
    r"|deliver\w*|refund\w*)\b"
)

_MAY_DELETE = re.compile(
    r"(?:能|可以|可不可以|能不能|可否|是否|要不要)[^,。;?!]{0,14}?(?:删|销毁|清[掉空除理]|丢掉|扔掉)"
    r"|(?:删|销毁|清[掉空除理])[^,。;?!]{0,4}?(?:吗|么|行不行|可以|没问题|违法)"
    r"|\b(?:may|can|could|should) (?:we|i|it|they)\b[^.;?!]{0,40}\b(?:delet\w+|destroy\w*"
    r"|eras\w+)\b"
    r"|\b(?:be (?:deleted|destroyed|erased)|ok(?:ay)? to (?:delete|destroy|erase))\b"
)
_DATA_TRADE = re.compile(
    r"数据交易|数据(?:产品)?(?:中介|经纪)|数据[^,。;?!]{0,6}(?:成交|撮合|买卖)|撮合[^,。;?!]{0,4}数据|在?数据?交易所[^,。;?!]{0,8}?(?:成交|做成|卖|买|交易|的)"
    r"|\bdata (?:trad\w+|exchange|brok\w+|market ?place)\b|\btrad\w+ in data\b"
)
_NOT_DELETED = re.compile(r"个人信息|本人要求|用户要求|聊天|\bpersonal (?:data|information)\b")
_NO_TRADE = re.compile(r"日志|聊天|\blogs?\b")


def shops_records(text: str) -> bool:
    """Whether a normalised text asks how long a shop on the net keeps its orders."""
    signs = (_SHOP, _RECORDS, _HOW_LONG, _KEPT)
    if not all(sign.search(text) for sign in signs):
        return False
    return not _PLATFORM.search(text) and not _OTHERWISE.search(text)


def platforms_records(text: str) -> bool:
    """Whether a normalised text asks how long who runs a platform of trade keeps its trades."""
    if not _PLATFORM.search(text) or _OTHERWISE.search(text) or _NO_TRADE.search(text):
        return False
    return all(sign.search(text) for sign in (_RECORDS, _KEPT)) and _may_or_must(text)


def trades_in_data(text: str) -> bool:
    """Whether a normalised text asks how long records of a trade in data are kept, or whether they
    may be deleted."""
    if not _DATA_TRADE.search(text) or _NOT_DELETED.search(text):
        return False
    kept = _MAY_DELETE.search(text) or (_HOW_LONG.search(text) and _KEPT.search(text))
    return bool(_RECORDS.search(text) and kept and not _NO_TRADE.search(text))


def _may_or_must(text: str) -> bool:
    return bool(_HOW_LONG.search(text) or _MAY_DELETE.search(text))
