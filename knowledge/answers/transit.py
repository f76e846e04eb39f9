"""Data that were gathered abroad of people there and only pass through: they are processed here and
go back (外国会员在国外填的资料，传来国内打标签再传回法国), and nothing of people here is put in.
Pure; over normalised texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.text import normalise

_WHOM = (
    r"(?:[1个]?人|用户|客户|玩家|居民|会员|病人|患者|学生|员工|顾客|客人|消费者|旅客|账号"
    r"|[那这]边的?人)"
)
_DEEDS = (
    r"(?:收|采|填|拍|录|注册|登记|报名|开户|开卡|办卡|办理?|入会|加入|下单|预订|提交|录入|产生"
    r"|看诊|就诊)(?:集|上来|写|会)?"
)
_OF_PEOPLE = re.compile(
    rf"{_WHOM}|\b(?:members?|users?|customers?|clients?|people|patients?|guests?|players?|students?)\b"
)
_HERE = r"国内|境内|中国|内地|上海|我们这|这边|门店里"
_UNMIXED = re.compile(
    r"(?:没有?|不|未|并未)(?:曾|有|再)?(?:混|掺|加|引|夹|带)(?:进|入|了|过|有|杂)*(?:任何)?"
    r"(?:国内|境内|中国|本地)(?:这边)?的?(?:任何)?(?:[1个]?人|用户|客户|玩家|居民)?的?(?:个人信息"
    r"|个人数据|数据|信息|资料)?(?=[,。;!?]|$)"
    rf"|(?:没有?|不含|不包括|不包含|没有包含|不存在|无)(?:任何|1个|半个)?(?:国内|境内|中国|本地|内地)(?:这边)?的?{_WHOM}"
    r"的?(?:个人信息|个人数据|数据|信息|资料)?(?:在里面|在内|混在里面)?(?=[,。;!?]|$)"
    rf"|(?:没有?|不|未|并未)(?:曾|有|再)?(?:混|掺|加|引|夹|带)(?:进|入|了|过|有|杂)*(?:任何)?"
    rf"(?:国内|境内|中国|本地|内地)(?:这边)?的?{_WHOM}的?(?=[,。;!?]|$)"
    r"|(?:国内|境内|中国|内地|本地)(?:这边)?的?(?:[^,。;?!没不]{0,4})(?:1个|[1一]条)?(?:都|也)?(?:没有?|不)(?:混|掺|加|引|带)?(?:进来?|入|在里面)?(?=[,。;!?]|$)"
    r"|\b(?:no|without(?: adding| mixing in)?(?: any)?|not (?:add|mix)\w*(?: in)?(?: any)?"
    r"|nothing) (?:chinese|domestic|mainland) (?:members?|users?|customers?|clients?|people"
    r"|persons?|patients?|guests?|residents?|players?|students?)"
    r"(?: (?:is|are|was|were|gets?))?(?: (?:added|mixed in|put in|included|in (?:it|there)))?"
    r"(?=[,.;!?]|$)"
    r"|\b(?:nobody|no ?one|none(?: of (?:them|these|whom|it))?) (?:is |are |was |were )?"
    r"(?:from (?:china|here|the mainland)|chinese|in china)"
    r"(?: (?:is|are|was|were))?(?: (?:added|mixed in|put in|included|in (?:it"
    r"|there)))?(?=[,.;!?]|$)"
    r"|\b(?:no|without(?: adding| mixing in)?(?: any)?|not (?:add|mix)\w*(?: in)?(?: any)?"
    r"|nothing) (?:chinese|domestic|local)(?: personal)?(?: data| information)?"
    r"(?: (?:is|are|was|were|gets?|has been|have been))?(?: (?:added|mixed in|put in"
    r"|included))?(?=[,.;!?]|$)"
    r"|\b(?:nothing|no (?:\w+ )?(?:data|information)) (?:of|from|about|on) (?:any "
    r"|the )?(?:people|persons?"
    r"|anybody|anyone|users?|customers?|players?|chinese \w+)(?: here| in china| from china)?"
    r"(?: (?:is|are|was|were|gets?|has been|have been))?(?: (?:added|mixed in|put in"
    r"|included))?(?=[,.;!?]|$)"
)
"""What says that nothing of people here was put in."""
_GATHERED_ABROAD = re.compile(
    rf"(?:国|境外|海外|国外|那边|当地|对方|他们|总部|母公司)(?:(?!{_HERE})[^,。;?!]){{0,8}}?(?:收|采|收集|采集"
    r"|登记)(?:集)?的"
    rf"|(?:国外|境外|海外|外国|(?:{NAMED_ABROAD.pattern}))(?:那边|当地|本地)?的?(?:(?!{_HERE})[^,。;?!]){{0,6}}?{_DEEDS}"
    r"(?:的|了|过|时|$|(?=[,。;]))"
    rf"|(?:帮|替|给|为|受)(?:{NAMED_ABROAD.pattern})(?:(?!{_HERE})[^,。;?!]){{0,12}}?(?:委托|处理|加工|分析|标注|打标|清洗|翻译|识别|整理|统计|算)"
    r"|(?:帮|替)(?!我们)[^,。;?!]{0,4}?(?:国|境外|海外|外国)[^,。;?!]{0,12}?(?:公司|医院|学校"
    r"|机构|客户|银行|企业)"
    rf"|(?:在|于|从)?(?:{NAMED_ABROAD.pattern})(?:那边|当地)?[^,。;?!]{{0,6}}?(?:收|采|收集|采集|登记|产生"
    rf"|注册|拍|录)(?:集|上来)?(?:的|了|,)"
    r"|\b(?:signed up|sign up|registered|enrolled|joined|applied|subscribed|booked"
    r"|filled (?:it |them )?in|opened"
    r" (?:an account|accounts)) (?:\w+ ){0,3}?(?:abroad|overseas|outside (?:of )?china|(?:in|on|at)"
    rf" (?:(?:our|the|a|an) )?(?:\w+ )?(?:{NAMED_ABROAD.pattern}))\b"
    r"|\b(?:patients|members|customers|clients|users|guests|students"
    r"|players) of (?:\w+ ){1,3}?(?:in|from)"
    rf" (?:{NAMED_ABROAD.pattern})\b"
    rf"|\b(?:collected|gathered|produced|recorded) (?:abroad|there|locally|outside china|(?:in"
    rf"|by [^,.;?!]{{0,20}}? in) (?:{NAMED_ABROAD.pattern}))\b"
)
"""What says that data are of others abroad and only processed here."""
_SENT_BACK = re.compile(
    r"(?:发|传|送|寄|还|返|退|导)回(?!国(?!外)|来|上海|国内|境内|中国)(?:去|给|到|原|那边|当地|对方)?"
    r"|\b(?:sent|send|sends|sending|ship\w*|go(?:es)?|give[sn]?|pass\w*"
    r"|hand\w*)\b[^,.;?!]{0,16}\bback\b(?! (?:to|in|into) (?:china|shanghai|us))"
    r"|\breturn(?:ed|ing|s)?\b(?! (?:to|into) (?:china|shanghai|us))"
)
"""What says that data go back to where they came from."""
_MIXED = re.compile(
    r"(?:混|掺|夹|并|合|(?<!新)(?<!参)加|带|补|有)(?:杂|进|入|了|上|着|在1起|有)*[^,。;?!没不]{0,10}?(?:国内|境内|中国|上海|内地|本地)(?!算|处理)[^,。;?!]{0,8}?(?:人|用户|学生|员工|病人|患者|客户|会员|数据|信息|资料|的(?=$|[,。;?!]))"
    r"|\b(?:mix\w*|add\w*|combin\w*|merg\w*|includ\w*|plus|along with"
    r"|together with)\b[^.;?!]{0,24}\b(?:chinese|domestic|mainland|local chinese|from china"
    r"|in china)\b"
)
"""What says that data of people here are put in."""
_OF_PEOPLE_HERE = re.compile(
    r"(?:国内|境内|中国|内地|我们)的?(?:用户|客户|会员|员工|病人|患者|学员|顾客|居民|消费者|人的)"
    r"|(?:住|人|都|身)(?:都|就)?在(?:国内|境内|中国|上海|内地)"
    r"|\b(?:live|living|reside|based|residents?) (?:in|of) (?:china|shanghai|the mainland)\b"
)


def passes_through(text: str) -> bool:
    """Whether a text tells of data gathered abroad that are only processed here: it says that
    nothing of people here is put in, or that they go back, and of nobody here."""
    rest = _UNMIXED.sub(" ", text)
    if _GATHERED_ABROAD.search(text) is None or _MIXED.search(rest) or _OF_PEOPLE_HERE.search(rest):
        return False
    return rest != text or _SENT_BACK.search(text) is not None


def pass_together(texts: Sequence[str]) -> bool:
    """Whether texts tell of such data only together, and the last of them alone does not."""
    told = [normalise(text) for text in texts]
    return passes_through(",".join(told)) and not passes_through(told[-1])


def as_transit(text: str, whole: str) -> str:
    """One of the texts that tell of such data (``whole``: all of them), in the words by which a
    table knows it: of people, where people are told of."""
    if _UNMIXED.search(text) or _SENT_BACK.search(text):
        told = "境外收集的个人信息" if _OF_PEOPLE.search(whole) else "境外收集"
        return f"{_UNMIXED.sub('', text)},{told}"
    return text
