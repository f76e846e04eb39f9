"""The trade that a text tells, where a table has scenes of certain trades (零售餐饮住宿会员管理):
who is in another trade, or says that they are in none of these, is in no such scene; who tells of
members alone may be. Pure; over normalised texts. The names of the trades are those of the table.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from knowledge.answers.people_counts import PERSONS, PERSONS_ENGLISH
from knowledge.text import normalise
from knowledge.types import Input

_FOR_TRADES = (
    r"(?:行?业)?(?:用|的|管理)?(?:软件|系统|saas|app|设备|用品|耗材|供应商|供货商|服务商|咨询|培训|广告|装修|设计|机器人|洗涤"
    r"|(?:预订|订票|点评|外卖)平台)"
    r"| ?(?:software|systems?|saas|equipment|suppl(?:y|ies|iers?)|consult\w+|technology|tech)\b"
)
"""What follows the name of a trade that is served, not done: 做酒店软件的."""
_DONE = (
    r"(?:从来|根本|也|都|并|又)?(?:不|没有?)(?:是|做|开|搞|干|经营|从事|涉及|办|碰|属于)+(?:什么|任何|线下|实体|过)*"
    r"|(?:\b(?:no|not|without|neither|nor)|n['’]t)\b"
    r"(?: (?:a|an|any|in|do|run|operate|have|own|sell|the|of|physical))*"
)
_AND = r"(?:[、和与及或,/]|以及|也不?是|也不?做|也没有?|都|的| |\b(?:and|or|nor|no|a|any|in)\b)*"
_APART = r"(?:业务|场景|行业|业)?(?:毫|都|也|完全)?(?:没(?:什么|有)?关系|无关|不沾边|不搭界|不相干)"
_OTHER = re.compile(
    r"(?:酿酒|酿造|精酿|光伏|太阳能|储能|风电|充电桩?|软件|互联网|游戏|手游|短视频|音乐|视频|直播|社交|交友|婚恋|相亲|教育|培训"
    r"|辅导|家教|补习|网课|配音|翻译|健身|瑜伽|医疗|医美|口腔|牙科|美容|物流|货运|快递|航空|铁路|出行|打车|租车|单车|租赁"
    r"|银行|保险|寿险|证券|基金|信托|支付|法律|会计|咨询|广告|旅游|房产|电力|燃气|电信|通信|生物|制药|检测|芯片|半导体|机械|化工"
    r"|汽车|科研)(?:设备|安装|服务|制造|技术|科技|研发|软件|工程|系统|培训|仪器)*"
    r"(?:公司|企业|工?厂|平台|app(?![a-z])|软件|机构|中心|学校|集团|工作室|馆|社(?!交)|行(?![业为程])|院|所(?![有以])|商(?![品店场户]))"
)
"""Firms whose trade is told with them: 太阳能安装公司."""
_DOING = re.compile(
    r"(?:做|搞|从事|生产|制造|研发|开发)(?P<what>[^,。;?!的会传给发存]{1,9}?)的(?!(?:会员|用户|客户|顾客|数据|信息|人))"
    r"|\bwe (?:make|build|produce|manufacture|install|develop|brew|design) (?P<made>[a-z -]{3,40})"
)
"""Who says what they do: 做血糖仪的, we brew beer."""
_BAND = (
    r"(?:那|这|的|里|上|[1一]|\d+万?)*(?:个|档|条|项|类|种|栏)*"
    r"(?:门槛|场景|标准|例外|豁免|规定|办法|线|算|办|来)*"
)
"""What the threshold of a scene is called."""
_WHO = re.compile(
    rf"{PERSONS}|[职焊木电泥漆装卸工雇]工|工人|员工|职员|家属|家人|亲属|\b(?:{PERSONS_ENGLISH})\b"
)
_ANY_TRADE = re.compile(
    r"会员|客户|用户|顾客|数据|生意|贸易|商贸|电商|连锁|品牌|销售|买卖|批发|门面|服务$|进出口|出境|管理$"
    r"|[用产商食饰药]品|服装|衣服|女装|男装|童装|鞋|化妆|护肤|珠宝|家具|家居|水果|生鲜|茶|酒|母婴|宠物|玩具|文具|团购|外卖|会所"
    r"|\b(?:members?|customers?|users?|data|trade|sales)\b"
)
"""What is done in every trade, so that it tells none."""


def trade_of(known: Input, text: str, occurs: Callable[[str, str], tuple[bool, bool]]) -> str:
    """The value of an input of trades that a normalised text states: one whose name it tells; the
    assumed one where it tells of another trade or denies these; those that its other words leave
    open (会员: retail|other); empty where it tells none. ``occurs``: whether a phrase stands in a
    text, and whether it stands there denied."""
    scenes = {v: ps for v, ps in known.words.items() if v != known.assume and "|" not in v}
    names = tuple(p for ps in scenes.values() for p in ps)
    served = _served(names).sub(" ", text)
    unclaimed = _claimed(names).sub(" ", served)
    claimed, served = unclaimed != served, unclaimed
    own = _denying(names).sub(" ", served)
    told = [v for v, ps in scenes.items() if any(occurs(normalise(p), own)[0] for p in ps)]
    if told:
        return min(told, key=known.values.index)
    others = known.words.get(known.assume, ())
    open_still = (v for v in known.words if "|" in v)
    named = (v for v in open_still if any(occurs(normalise(p), own)[0] for p in known.words[v]))
    left = next(named, "")
    if claimed:
        # 车间工人走船员那档行吗: whose data they are is told, and it is none of these.
        return left or (known.assume if _WHO.search(own) else "")
    if own != text or any(occurs(normalise(p), own)[0] for p in others) or _does_other(own):
        return known.assume
    if any(occurs(normalise(p), own)[1] for p in names):
        return known.assume
    return left


@functools.lru_cache(maxsize=16)
def _claimed(names: tuple[str, ...]) -> re.Pattern[str]:
    """What names a trade only for the threshold or waiver that is claimed by it for others."""
    one = rf"(?:{_any(names)}|会员)s?['’]?"
    return re.compile(
        rf"(?:负面清单|清单)(?:里|上|中)?的?(?:国际航运|航运)?(?:的)?{one}(?:会员)?(?:管理)?(?:场景)?{_BAND}"
        rf"|(?:走|按照?|套用?|用|照|适用|享受?|参照|比照|靠|凭)(?:着|上|的)?(?:国际航运|航运)?的?{one}(?:会员)?(?:管理)?"
        rf"(?:\d+万?)?(?:场景)?{_BAND}"
        rf"|\b(?:use|claim|apply|rely on|take|under|by|go by"
        rf"|benefit from)\s(?:the\s)?{one}(?:\s(?:management|scene))?"
        r"\s(?:thresholds?|exemptions?|limits?|list|scenario|rules?|waivers?|exceptions?)"
    )


def _does_other(text: str) -> bool:
    if _OTHER.search(text):
        return True
    done = (m["what"] or m["made"] for m in _DOING.finditer(text))
    return any(_ANY_TRADE.search(what) is None for what in done)


@functools.lru_cache(maxsize=16)
def _served(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(names)})s?(?:{_FOR_TRADES})")


@functools.lru_cache(maxsize=16)
def _denying(names: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:{_any(names)})s?(?:业|店|行业|生意)?"
    return re.compile(rf"(?:{_DONE}) ?{one}(?:{_AND}{one})*|{one}(?:{_AND}{one})*{_APART}")


def _any(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(normalise(n)) for n in sorted(names, key=len, reverse=True))
