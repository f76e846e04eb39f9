"""What people do and have, put in the words by which a table knows it: a hotel that a guest booked
is a booking (旅客自己订了巴黎的酒店), who is being saved is an emergency, money to be sent is a
remittance, somebody's phone or name that is sent is a field, the records of animals (猫狗的病历)
are no health records, data of others abroad with nothing of people here come from abroad, and
footage of real people is recorded, not generated. Pure; over normalised texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.ages import in_figures
from knowledge.answers.aims import sold_aims
from knowledge.answers.of_adults import of_adults
from knowledge.answers.of_no_person import without_persons
from knowledge.answers.others_service import in_others_service
from knowledge.answers.own_contracts import with_own_contract
from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.answers.saving import saves
from knowledge.answers.transit import as_transit, passes_through

_BOOKED = re.compile(
    r"(?<!增)(?<!修)(?<!签)(?:预订|预定|订|下单)(?:了|过|的|个|张|间|好|下|到)*[^,。;?!]{0,10}?"
    r"(?P<what>酒店|民宿|客房|机票|航班|船票|火车票|接机车?|租车|门票|邮轮)"
    r"|\bbook(?:ed|s|ing)?\b[^,.;?!]{0,30}?\b(?P<english>hotels?|flights?|rooms?|tickets?"
    r"|cruises?)\b"
)
_REMITTED = re.compile(
    r"汇(?:款|钱|笔钱)?(?:到|去|给|往)[^,。;?!]{0,6}(?:国外|境外|海外|外国|[美英德法日韩澳]国?)"
    r"|(?:国外|境外|海外)汇款|汇出境外|\b(?:remit|wire|transfer)\w* (?:money|funds) (?:to|abroad)"
)
_PHONE = re.compile(
    r"(?<=[的、和与及])(?:联系)?电话(?!号)(?=$|[,，。;?!、)/\s]"
    r"|[和与及要想得会该都也就能给传发寄送交走]|以及|出境|提供|导出|同步|跨境"
    r"|共享|可以|需要|准备|打算|属于|算|是|这)"
    r"|(?<=['’]s )phones\b|(?<=s['’] )phones\b|\bphones(?= of\b)|(?<=\bnames and )phones\b"
)
"""The phone of people as a field of theirs: no talk on the phone, and no thing that is shipped."""
_CALLED = re.compile(r"名字(?=[和、与及]?(?:电话|手机|地址|住址))")
"""A name in a list of fields."""
_NAMES = re.compile(
    r"(?<=['’]s )names\b|(?<=s['’] )names\b|\bnames(?= only\b)|(?<=\bonly )names\b"
    r"|(?<=\bjust )names\b"
)
"""Whose names they are, or that nothing else is sent."""
_FIELD = (
    r"(?:(?:full|first|last|family|sur|sir)[ -]?)?(?:names?|phones?(?: numbers?| nos?\.?)?"
    r"|tel(?:ephone)?s?(?: numbers?)?"
    r"|mobiles?(?: phones?)?(?: numbers?)?|cell ?phones?(?: numbers?)?|handys?(?: numbers?)?"
    r"|e-?mails?(?: address(?:es)?)?"
    r"|whatsapp|wechat(?: ids?)?|address(?:es)?)"
)
_PAIRED = re.compile(
    rf"\b{_FIELD}(?:,| and| or| plus| with| &| \+|/)+ ?(?:also |the |their |his |her |private "
    rf"|work )*{_FIELD}\b"
)
"""Fields of people that are told in a row, in whatever number: name and phone of the repair man."""
_PARCEL = re.compile(
    r"包裹|快递|快件|寄件|寄递|运单|派送|\b(?:parcels?|couriers?|packages?|shipments?)\b"
)
_DELIVERED = re.compile(
    r"(?:国外|境外|海外|当地|那[边里]|[^,。;?!]{0,4}[洲国本坡])的?(?:派送|投递|配送|承运|物流"
    r"|快递|邮政)"
    r"|(?:派送|投递|送达|寄(?:到|往|去|给)|送到)"
    r"|\bto deliver\b|\bdeliver(?:y|ing|s|ed)\b|\b(?:carrier|courier)s?\b"
    r"|\bpostal (?:service|operator)s?\b"
)
_RECEIVERS = re.compile(
    r"收寄(?:双方|件人)?|收发(?:件|货)?双方|收件人|寄件人|发件人|收货人|收发件人|收货地址|姓名[和、与]?(?:电话|地址|住址)|(?:电话"
    r"|名字)[和、与]?地址"
    r"|\b(?:names?|addresses|(?:delivery|shipping) address|recipients?|senders?"
    r"|consignees?|phones?|phone numbers)\b"
)
_OF_CUSTOMERS = re.compile(
    r"(?:客人|客户|顾客|用户|寄件人|他们|人家)(?:自己|自家|本人|都|就|是|要|想|在我们(?:这里"
    r"|这儿)?)*(?:往[^,。;?!]{1,6})?寄"
    r"|(?:帮|替|给|为)(?:客人|客户|顾客|用户|寄件人)[^,。;?!]{0,6}(?:寄|送|递)"
    r"|(?:必须|必需|才能|得)[^,。;?!]{0,24}(?:给|传|发|交)[^,。;?!]{0,12}(?:派送|投递|配送|承运)"
    r"|给[^,。;?!]{0,8}?(?:买家|顾客|客户|消费者|用户)[^,。;?!]{0,4}?(?:邮?寄|发货|发快递|送货)"
    r"|(?:邮?寄|发货|发|送)(?:给|到|往)[^,。;?!]{0,8}?(?:买家|顾客|客户|消费者|用户)(?:家|手)?"
    r"|(?:买家|顾客|客户|消费者)[^,。;?!]{0,6}?(?:下单|网购|买的|订的)"
    r"|(?:卖|售|零售|出售|销售)(?!数据|信息)[^,。;?!]{0,10}?给?[^,。;?!]{0,6}?(?:买家|顾客|消费者)"
    r"|为了?(?:邮?寄|发|送)(?:出)?(?:包裹|快递|快件|货)|(?:不给|不交|不然"
    r"|否则)[^,。;?!]{0,6}(?:送|寄|收)不(?:到|了)"
    r"|才(?:能|可以|好)(?:送|寄|派|投递|收)(?:到|达|货|得到)"
    r"|(?:买家|顾客|客户|收件人)[^。;?!]{0,20}?(?:快递|物流|承运)(?:公司|商|方)?(?:去|来)?(?:送"
    r"|派|投)"
    r"|\b(?:ship|send|post|mail|deliver)\w*\b[^.;?!]{0,40}?\bto (?:\w+ ){0,3}?(?:buyers?|customers?"
    r"|clients?|shoppers?|consumers?|purchasers?)\b"
    r"|\bsell\w*\b[^.;?!]{0,30}?\bto (?:\w+ ){0,3}?(?:buyers?|customers?|shoppers?|consumers?)\b"
    r"|\b(?:courier|carrier)s?\b[^.;?!]*\bto deliver\b"
    r"|\b(?:customers?|clients?|senders?)\b[^.;?!]{0,30}\b(?:send|ship|post|mail)"
    r"|\b(?:to|and) deliver (?:our |the )?(?:(?:customer|client)['’s]*|their) (?:parcel|package)"
    r"|\bcross-border delivery\b"
)
_SHOP = re.compile(
    r"电商|网店|独立站|海淘|代购|跨境(?:网购|零售|购物|商城|店)"
    r"|\b(?:e-?commerce|online (?:shop|store|retail\w*)|web ?shop|cross-border (?:shop\w*"
    r"|retail\w*))\b"
)
_WAREHOUSE = re.compile(
    r"仓(?!位)|物流|快递|派送|配送|发货|清关|报关"
    r"|\b(?:warehouses?|fulfil\w*|logistics|customs|carriers?|couriers?)\b"
)
"""A shop abroad-bound, and who packs or carries what it sold: parcels by other words."""
_OTHER_USE = re.compile(
    r"营销|推广|广告|画像|分析|推荐|名单|训练|统计|研究|市场|存档|备份|(?<!我们)员工|没有?(?:跟"
    r"|和|与)?(?:本人|客户|寄件人)?的?合同|不是(?:为了)?(?:派送|投递|寄)"
    r"|\b(?:marketing|profil\w+|advert\w*|analy\w+|promot\w*|research|statistic\w*|train\w*"
    r"|backups?"
    r"|staff|employees?|no contract|without (?:a |any )?contract|not (?:needed|necessary))\b"
)
"""Parcels that are delivered abroad to or for one's customers: what the contract with them is
about."""
_REAL = re.compile(
    r"真人(?:实拍|拍|念|读|录|演|出镜|主播|配音)|实拍|没有?用(?:过|到)?(?:ai|人工智能)|不是(?:ai"
    r"|人工智能)(?:做|生成|拍|合成)"
)
_MADE = re.compile(r"(?:ai|人工智能)(?!标)|换脸|变声|生成|合成|虚拟|数字人|克隆")
_SCRIPT = re.compile(
    r"(?:ai|人工智能)[^,。;?!]{0,4}?(?:写|生成|做|出|起草)[^,。;?!]{0,6}?(?:脚本|文案|稿子?|台词"
    r"|剧本|文字|提纲)"
    r"|(?:脚本|文案|稿子?|台词|剧本)[^,。;?!]{0,4}?(?:ai|人工智能)(?:写|生成|做|出)的?"
)
_LABELS = re.compile(
    r"(?:打|加|标|贴)?(?:个|上)?(?:ai|人工智能)(?:的)?标(?:识|签|注)?|标(?:注|明)?(?:是)?(?:ai"
    r"|人工智能)"
)
_MEDIA = re.compile(r"视频|画面|影片|短片|配音|口播|念白|人声|声音|照片|图片")
"""Media that are recorded of real people are none that were generated."""
_ANIMALS = re.compile(
    r"宠物|猫|狗|犬(?!牙)|动物|牲畜|家畜|畜禽|生猪|奶牛|肉牛|羊群|兽医"
    r"|\b(?:pets?|cats?|dogs?|animals?|livestock|cattle|cows?|horses?|poultry|veterinar\w*)\b"
)
_PEOPLE = re.compile(
    r"病人|患者|员工|学生|受试|老人|孩子|儿童|(?<!不是)(?<!并非)(?<!没有)人的?病历|(?:主人|客户"
    r"|会员|顾客)的(?:体检|健康|病)"
    r"|\b(?:employees?|staff|students?|children|humans? (?:health|medical))\b"
)
_HEALTH = re.compile(
    r"病历|病例|病案|病史|诊断|诊疗|就诊|住院|处方|用药|化验|体检|健康(?:记录|数据|信息|档案)?"
    r"|医疗(?:数据|信息|记录)?"
    r"|\b(?:medical|health|patients?|diagnos\w+|prescriptions?|treatment)\b"
)
_SOLD_ABROAD = re.compile(
    rf"(?<![不没别])(?:卖|售|出售|提供|交付|供应|转让)(?:给|到|去|往"
    rf"|向)+[^,。;?!]{{0,6}}?(?:{NAMED_ABROAD.pattern})"
    r"(?![^,。;?!]{0,12}(?:在|驻)(?:上海|国内|境内|中国|北京|深圳|广州|苏州|杭州))"
    rf"|\b(?:sell|sold|selling|sale|offer|list|supply|provide)\b[^.;?!]{{0,60}}?\b(?:to"
    rf"|in) (?:\w+ ){{0,3}}?"
    rf"(?:{NAMED_ABROAD.pattern})\b(?![^.;?!]{{0,40}}\bin (?:shanghai|china|beijing|shenzhen))"
)
"""Data sold to somebody in a place abroad leave the country, though nobody says so."""
_NOT_SOLD = re.compile(r"\b(?:not|never|n['’]t) (?:sell|sold|offer|provide)")
_FACES_MADE = re.compile(
    r"(?:生成|合成|画|做)(?:出|的|了)*(?:[1一]?张|虚拟|假|逼真)*的?人脸(?!识别|检测|数据|视频)"
    r"|人脸生成"
    r"|\b(?:generat|creat|mak|synthesi[sz])\w*(?: \w+){0,2} faces\b|\bai(?:-generated)? faces\b"
)
"""Faces that a machine makes are pictures, unless they move or are put on somebody."""
_MOVING = re.compile(r"视频|换脸|替换|直播|数字人|\b(?:videos?|swap\w*|deepfakes?|live)\b")


def in_table_words(texts: Sequence[str]) -> list[str]:
    """The texts of one conversation with what was booked or remitted named as such, and without the
    words of illness where it is that of animals alone."""
    texts = in_others_service(of_adults(texts))
    of_animals = any(_ANIMALS.search(t) for t in texts) and not any(
        _PEOPLE.search(t) for t in texts
    )
    whole = ",".join(texts)
    transit = passes_through(whole)
    recorded = _recorded(whole)
    saving = next((n for n, t in enumerate(texts) if saves(t)), -1)
    found: list[str] = []
    parcels = delivers(whole)
    named = (n for n, t in enumerate(texts) if _PARCEL.search(t) or _SHOP.search(t))
    first_told = next(named, -1)
    for place, text in enumerate(texts):
        said = without_persons(_HEALTH.sub("记录", text) if of_animals else text)
        if _BOOKED.search(said):
            said = f"{said},订酒店" if not said.isascii() else f"{said}, hotel booking"
        said = _CALLED.sub("姓名", said)
        said = _PAIRED.sub("full names and phone numbers", said)
        said = _NAMES.sub("full names", in_figures(said))
        said = _PHONE.sub("phone numbers" if said.isascii() else "电话号码", said)
        if place == saving:
            said = f"{said},紧急救助"
        if _SOLD_ABROAD.search(said) and not _NOT_SOLD.search(said):
            said = f"{said},卖给境外" if not said.isascii() else f"{said}, sold abroad"
        if any(sold_aims(said)):
            said = f"为了营销,{said}" if not said.isascii() else f"for marketing, {said}"
        if _REMITTED.search(said):
            said = f"{said},跨境汇款"
        if _FACES_MADE.search(said) and not _MOVING.search(whole):
            said = f"{said},生成头像" if not said.isascii() else f"{said}, avatar"
        if recorded:
            said = _MEDIA.sub("内容", said)
            said = said if _SCRIPT.search(whole) else f"{said},真人录制"
        if parcels and place == first_told:
            said = f"{said},跨境寄递"
        if transit:
            said = as_transit(said, whole)
        found.append(said)
    return with_own_contract(found)


def delivers(text: str) -> bool:
    """Whether a text tells of parcels delivered to or for one's own customers, for which whoever
    delivers them there is given whom they are for, and of no other use."""
    if _OTHER_USE.search(text):
        return False
    sold = all(p.search(text) for p in (_SHOP, _RECEIVERS, _WAREHOUSE))
    return sold or all(p.search(text) for p in (_PARCEL, _DELIVERED, _RECEIVERS, _OF_CUSTOMERS))


def _recorded(text: str) -> bool:
    """Whether a text tells of media that were recorded of real people, of which at most the words
    were written by a machine: a face that was swapped is none."""
    if not _REAL.search(text):
        return False
    rest = _LABELS.sub("", _SCRIPT.sub("", _REAL.sub("", text)))
    return not _MADE.search(rest)
