"""How many people a text tells of: 12万人, 3000 customers, a bare 8000. Pure; texts are normalised.

A number counts people where it has a unit of people, stands alone, or is followed by whose data it
is. Any other unit (3句话, 2 points, 5台) counts other things, whatever those are: no list of them
would be whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from knowledge.answers.ages import ages_blanked
from knowledge.answers.not_yet import at_most, falls_short, not_yet
from knowledge.answers.vague_counts import OPEN, Counted, as_value, bounds, vague_counts
from knowledge.partial_dates import MONTHS
from knowledge.quantities import quantities
from knowledge.types import DecisionTable, Input

CLAUSE_END = re.compile(r"[,;。!?\n]|\.(?=\s|$)")
SENTENCE_END = re.compile(r"[;。!?\n]|\.(?=\s|$)")
_UNIT = re.compile(r"[人名个条份户位]?\s*$")
_PEOPLE = ("人", "名", "户")
_DEEDS = ("条", "个", "份", "")
_ADDS = re.compile(r"(?:再|又|另外?|加上?|补)[^,。;?!]{0,6}$|\banother $")
_WHOLE = re.compile(r"[1一]共|总共|合计|加起来|累计|\b(?:in total|in all|altogether|making)\b")
_NEARLY = re.compile(r"(?:(?<!最)近|接近|快要?(?:到|有|满|破|上))\s*$")
PERSONS = (
    r"年轻人|年长者|小朋友|宝宝|婴儿|幼儿|小学生|中学生|高中生|农户|牧民|渔民|果农|主人|租客|房客|房东|户主|船员|考生|作者|艺人|演员|联系人"
    r"|收件人|投资者|教师|老师|村民|用户|客户|顾客|会员|消费者|买家|卖家|员工|职工|职员|同事|雇员|工人|学生|学员|患者"
    r"|病人|老人|儿童|孩子|小孩|家长|旅客|乘客|游客|住客|客人|玩家|粉丝|读者|司机|骑手|车主|业主|住户|居民|市民"
    r"|投保人|公民|受试者|志愿者|应聘者|求职者|候选人|主播|商户"
)
_WHOSE = (
    rf"(?:人(?!民币|月|天|次|份工)|个人|{PERSONS}|病例|未成年|应聘|求职|粉"
    r"|[年月季次周]卡|[年月]票|[日月]活|账号|账户|帐号|帐户|身份证|护照|手机号|订单|单"
    r"|敏感|人脸|指纹|声纹|虹膜|简历|病历|处方|化验单|体检|健康|征信|个人信息|信息|数据|记录|名单|姓名|名字|昵称|邮箱|邮件"
    r"|电邮|电话|联系方式|通讯录|地址|住址|微信号|银行卡|卡号|社保|工号|头像|照片|轨迹|行程|位置"
    r"|[听视]力[图检测损]|[心脑肌]电图|[检化]验单|检查单|诊断|x光|胸片|ct(?:片|影像)|核磁|医学影像|血[糖压型脂样]|心率|用药"
    r"|(?:体检|听力|检查|检验|化验|诊断|病理|超声|b超|血检|验血|基因检测|心理测评)(?:结果)?报告)"
)
_MODIFIER = (
    r"(?:的|是|整(?![形理合体改年顿套容])|另外|其他|别的|全部|全体|所有|整个|总|多|余|来|几|左右|上下|以上|以下|以内|之内|条|份|个|\+|普通|一般|非|不|含|敏感|中国|境内|国内|境外|国外|海外"
    r"|注册|活跃|实名|付费|在职|离职|正式|外派|代派|派遣|外聘|签约|临时|外籍|老|新|内地|本地|上海|企业|个体|游戏|手机|APP|app|小程序|平台|银行"
    r"|公司|集团|我们|医院|门诊|住院|成年|不同|重复|去重|\s)"
)
_ALONE_BEHIND = re.compile(
    r"\s*(?:多|余|来|整|出头|左右|上下|以上|以下|以内|之内|这样|的话|(?:全|崭)?新(?:增|来|加|进)?的(?=$|[,，。?？!！吧呢啊哦了])"
    r"|的(?=$|[,，。?？!！])|呢|吧|吗|么|啊|呀|哦|哈|了|嘛|而已"
    r"|怎么办|怎么弄|要不要|需要|[算呢]|走哪|该|还是|或|到|至|都|全)*\s*"
    r"(?:$|[,，.。;；:：!！?？、~)）(（/-]|(?:怎么|要|需|走|该|到|至|算|出境|出去|传|发|给))"
)
"""What may stand behind a number that is told alone: 8000呢, 12万左右."""
_KIND = (
    r"(?:(?!系统|平台|部门|国家|城市|渠道|仓|网点|项目|群|表|文件|地|方|点|库|盘|行业|版|月(?![卡票])|小时|分|步|问|条件"
    r"|要|可|能|是|在|有|都|和|的)[一-龥]{1,4}?)"
)
_WHOSE_BEHIND = re.compile(
    rf"\s*{_MODIFIER}*{_WHOSE}|\s*{_KIND}(?:联系人|客户|用户|员工|会员|司机|患者|学生|业主|车主|客人|旅客)"
    rf"|\s*{_KIND}的(?:姓名|名字|电话|手机号?|邮箱|地址|住址|身份证|护照|联系方式|微信)"
)
PERSONS_ENGLISH = (
    r"people|persons?|individuals?|humans|users?|customers?|clients?"
    r"|consumers?|members?|subscribers?|buyers?|shoppers?|contacts|visitors?|viewers?|tenants?|owners?"
    r"|riders?|donors?|borrowers?|policyholders?|cardholders?|tourists?|employees?|staff|workers?|colleagues?|students?"
    r"|pupils?|patients?|children|kids|minors|toddlers?|infants?|schoolchildren|pre-?schoolers?"
    r"|graders?|teen(?:ager)?s?|adolescents?|youths?|boys|girls|drivers?|passengers?|travell?ers|guests?|players?"
    r"|crew(?: members?)?|sailors?|seafarers?|nurses?|doctors?|teachers?|trainees?|athletes?|fans"
    r"|followers?|farmers?|artists?|authors?|freelancers?|contractors?|investors?|shareholders?"
    r"|famil(?:y|ies)|households?|couples?|mothers?|babies|men|women|seniors?|pensioners?|renters?"
    r"|learners?|attendees?|participants?|enrollees?|coaches|diners?|spectators?|commuters?|walkers?"
    r"|residents?|citizens?|subjects|applicants?|candidates?"
)
_WHOSE_ENGLISH = re.compile(
    rf"\s*(?:[a-z'’-]+\s){{0,4}}?(?:{PERSONS_ENGLISH}|accounts?|profiles?|identit(?:y|ies)"
    r"|names|records?|entries|resumes?|cvs?|personal|sensitive"
    r"|(?:tele|mobile\s|cell\s)?phones?(?:\snumbers?)?|mobile numbers?|e-?mails?"
    r"|audiograms?|x-?rays?|e[ck]gs?|(?:mri|ct)s?\sscans?|prescriptions?|diagnos[ei]s|fingerprints?"
    r"|voiceprints?|blood (?:tests?|samples?|types?|sugar|glucose)|medical histor(?:y|ies)"
    r"|(?:test|lab|hearing|glucose|health|medical|sleep) (?:results?|reports?|readings?|values?))\b"
)
_PERSONS_BEHIND = re.compile(
    rf"\s*{_MODIFIER}*(?:{PERSONS})(?!的?(?:订单|运单|流水))"
    rf"|\s*(?:[a-z'’-]+\s){{0,2}}?(?:{PERSONS_ENGLISH})\b"
)
"""What says of a number without a unit that it counts people as surely as 人 does."""
_ALONE_ENGLISH = re.compile(
    r"\s*(?:a year|per year|per annum|yearly|annually|each year|every year|in total|in all|of them"
    r"|more(?=\s*(?:$|[,.;:?!)])|\s(?:in|to|this|next|later|since|again|will|were|went|are"
    r"|of them)\b)"
    r"|(?:last|next) year|(?:in|during)\s(?:(?:early|late|mid|the|year|year of|"
    rf"{'|'.join(MONTHS).lower()})[\s-])*"
    rf"(?:20\d\d|{'|'.join(MONTHS).lower()})|next (?:{'|'.join(MONTHS).lower()})"
    r"|(?:(?:brand[\s-])?new|fresh|further|additional|different|other)(?:\sones)?(?=\s*(?:$|[,.;:?!)]))"
    r"|(?:new|fresh|different|other)\sones\s(?:in|to|this|later|since|again|went|were|are)"
    r"|altogether|overall|or so|or more|or less|then|now|only|this year|so far|instead|at most"
    r"|at least|exactly|maybe|please|and|or|to|what|how|do|is|are|would|should|had|have"
    r"|for (?:the|this|that) (?:whole )?year)\b"
    r"|\s*(?:out )?of(?:\s(?:all|our|the|its|their|these|those))*\s+"
    rf"(?:\d|(?:[a-z-]+\s)?(?:{PERSONS_ENGLISH})\b)"
)
_DATA_OF = re.compile(
    r"\b(?:data|information|info|names?|e-?mails?|addresses|numbers?|records?|details|profiles?"
    r"|contacts?|photos?|pictures?|files|ids?|scans?|tracks?|histor(?:y|ies))\s+of\s+"
    r"(?:(?:about|around|some|roughly|nearly|almost|over|only|just|another|more than|up to)\s)*$"
)
_ANOTHER = re.compile(
    r"\b(?:another|additional|further)\s(?:about\s|some\s)?$"
    r"|\b(?:in|during)\s20\d\d,?\s(?:(?:and|then|plus)\s)+(?:about\s|some\s)?$"
    r"|(?:还有|另外(?:还?有)?|另有|又|外加|加上|以及)(?:大约|约)?$"
)
_ENDS_ENGLISH = re.compile(
    r"\s*(?:$|[,.;:?!)]|[一-龥]{2,3}的?(?:$|[,;。?!])|(?:abroad|overseas|out|outside|over|back|to|in|into|from|for|with|on|at"
    r"|and|or|but|each|every|per|a|this|last|so|by|is|are|was|were|that|which|who|had|have|has"
    r"|then|now)\b)"
)
"""What stands behind a number of people that names none: the names of 3,000 abroad."""
_TELLS_HOW = re.compile(
    r"(?:说|讲|列|写|念|概括|总结|归纳|告诉|回答|答复|介绍|解释|打印|复印|准备|签|汇报|用|第|共分|分成|分为)"
    r"(?:清楚|出|成|为|下|了|好|给|跟|我|他|老板|领导|就|只|最多|个|[一1]下|\s)*$"
    r"|\b(?:tell|say|summari[sz]e|explain|give|list|sum|write|print|name|show)\b[^,.;?!]{0,24}$"
    r"|\b(?:in|into|within|using)\s+(?:just\s|only\s|about\s)?$"
)
"""What stands before a number that says how much is to be told, not of whom: 列3条, in 3 points."""
_WITH = re.compile(r"\bwith\s+(?:just\s|only\s|about\s)?$")
_OWN_SIZE = re.compile(
    r"(?:公司|单位|企业|团队|部门|机构|工厂|厂|店|集团|科室|本司)(?:这边|里|一共|总共|全部|现在|目前|大概|也|就|只|才|共|是|有|不过|差不多)*"
    r"(?:有|就|只|才|共|是)$"
    r"|\b(?:we are|we're|our (?:company|firm|team|office) (?:has|have|is|employs?)|we employ)\s"
    r"(?:only |just |about |around )*$"
)
_OF_ITSELF_BEHIND = re.compile(
    r"\s*(?:个|多)*(?:人|名?员工|people|employees|staff|persons)?\s*(?:左右|而已|吧|啊|的?规模|的?(?:公司|团队|单位|小厂|小店)|,|，|。|\.|!|$)"
)
"""What says of a number behind such words that the firm is that large, not whose data is sent."""
_SIZE_BEHIND = re.compile(
    r"\s*(?:个|多|名|来)?(?:的|(?:人|员工|people|employees?|person|staff)\s*(?:规模)?的?)(?:小|大|微型?)?"
    r"(?:公司|团队|单位|企业|工厂|小店|作坊|company|firm|team|office)"
)
_LEFT_OUT = re.compile(
    r"(?:漏|落|忘|少)(?:掉|说|写|填|列|讲|记|提)?了?(?:说|写|填|列|讲|提)?$"
    r"|\b(?:forgot|missed|omitted|left out|overlooked)\s(?:about\s|to (?:mention|list)\s)?$"
)
_FIELD_BEHIND = re.compile(
    r"(?:个|项|样|[种类]|条)?(?:字段|内容|信息|数据)?\s*[,:;。.!]?\s*(?:那?就?是|还有|也?有|还?包括|还?要加|加上|另外)\s*(?!\D{0,4}\d)[^\d\s]"
    r"|(?:个|项|样|[种类]|条)?(?:字段|项目|数据项)"
    r"|(?:\s(?:more\s)?(?:thing|field|item|column|data type)s?\b|\s?[:,-]|\s(?:namely|which is)\b)"
)
"""What says of a number that it counts the fields that were left out: 漏了1个,还有行踪轨迹."""
_PERSONS_ACT = re.compile(
    r"\s*人?(?:都|也|已经|专门)?(?:跟|告诉|问|对我|负责|来办|去办|审|签字|值班|说|讲|觉得|建议|主张)"
    r"|\s*(?:people|persons|of us)?\s*(?:told|say|said|think|disagree|asked)\b"
)
"""What people do who are not those of whom data is sent."""
_IN_A_WORD = re.compile(r"(?:(?<![系传])统|唯|单|专|划|归)$")
"""What makes a word with a one that is normalised as a figure: 统一人力管理, 唯一."""
_MEASURE = re.compile(r"[多余来]?([例位户张幅])")
"""Measure words that no figure is read with: of people by what they measure."""
_OF_PATIENTS = re.compile(
    r"病|患|受试|临床|志愿者|人群|队列|样本|标本|血|影像|ct|核磁|mri|x光|基因|测序|肿瘤|癌|手术|孕|产妇|新生儿|儿童|体检|健康"
)
_SHEETS = re.compile(
    r"\s*(?:[^,。;?!\d]{0,4}?)(?:听力图|[心脑肌]电图|[检化]验单|检查单|处方|x光|胸片|ct|核磁|医学影像|片子|病历|体检)"
)
"""What a number of sheets counts that is of one person each."""
_PICTURED = re.compile(
    r"(?:人脸|脸部?|头像|证件照|身份证|护照|牙片|x光片|胸片|病历|处方单?|化验单)(?:照片|图片|图像)?$"
)
_OTHER_CASES = re.compile(r"案例|判例|[判个]案|实例|范例|先例|处罚|纠纷|事故|故障|投诉")
"""What a number of 例 counts: cases of patients, or of something else."""
_DIGITS = re.compile(
    r"(?:号码?|密码|编[号码]|代码|卡号|数字|小数|前|后|末|尾|第|验证码|身份证|手机)[^,。;?!]{0,4}$"
)
_DIGITS_BEHIND = re.compile(
    r"\s*(?:的)?(?:手机|电话|号|密码|数|卡|身份证|护照|编|代码|验证码|字符|小数)"
)
"""What says of a number of 位 that it counts digits."""
_AT_MOST_PEOPLE = re.compile(
    r"(?:次(?!级)|\s*(?:的)?(?:血[样清液浆]?|样[本品]|标本|唾液|组织|切片|尿样))"
)
"""What says that one person may be counted more than once: 人次, 份样本."""
_OF_DEEDS = re.compile(
    r"\s*(?:历史|线上|网上|快递|购物|外卖|的|\s){0,3}"
    r"(?:订单|运单|面单|快递单|工单|保单|交易(?!对手)|流水|消费记录|购买记录|出行记录|行程|通话|浏览|点击"
    r"|日志|评论|聊天|发票|小票|投诉记录|缴费记录|支付记录|就诊记录|挂号)"
    r"|\s*(?:(?!people|persons|customers\b|clients\b|users\b|members\b|patients\b)[a-z-]+\s){0,2}?"
    r"(?:orders?|transactions?|purchases?|trips?|rides?|bookings?|invoices?"
    r"|shipments?|parcels?|deliver(?:y|ies)|calls?|payments?|tickets?|logs?|reviews?|visits?)\b"
    rf"(?!\s(?:{PERSONS_ENGLISH})\b)"
)
"""What one person may have done many times: 800万条订单 are of at most so many people."""
_NEXT_YEAR = re.compile(r"明年|次年|来年|下1?年|后年|\bnext year\b")
_ON_TOP = re.compile(
    r"[,;。?!][^\d,;。?!]{0,10}(?:还(?:要|会|得|想|打算|准备|有|将)|再(?!说|次)|另外|另有|后面|接下来|又要|又会)"
    r"[^\d,;。?!]{0,8}(?:再|加|[传发送给]|提供|出境|增)[^\d,;。?!]{0,8}$"
    r"|[,;.]?\s(?:and|plus|then|but)\s[^\d.;?!]{0,40}\b(?:another|further|additional|more)\s$"
)
"""What stands between a number and one that comes on top of it."""


def people_in(text: str, units: Sequence[str]) -> str:
    """The one number of people in a normalised text, ``""`` where there is none or several; one
    that is told as a range (几千个, 不到1万) with both its ends: 1000~9999. What is said to come on
    top (还要再传3000个) is added to the first."""
    told = people_told(text, units)
    numbers = of_people(told)
    between = text[told[0].end : told[1].start] if len(told) == 2 else ""
    if _ON_TOP.search(between) and not _NEXT_YEAR.search(between):
        (low, high), (more, most) = (bounds(t.value) for t in told)
        return as_value(low + more, min(high + most, OPEN))
    values = {t.value for t in _without_limits_of(numbers)}
    if len(values) > 1 and _ADDS.search(text[: numbers[0].start]):
        # 再发2万,1共11万: the last one is the whole.
        whole = numbers[-1] if _WHOLE.search(text[numbers[-2].end : numbers[-1].start]) else None
        return whole.value if whole is not None else ""
    return values.pop() if len(values) == 1 else ""


def _without_limits_of(numbers: Sequence[Told]) -> Sequence[Told]:
    """Numbers without those that are only told as not reached by another of them: of 5000人,没有
    1万人 the first is the number."""
    exact = [bounds(t.value)[0] for t in numbers if "~" not in t.value]
    limits = [t for t in numbers if t.value.startswith("0~")]
    idle = [t for t in limits if any(n <= bounds(t.value)[1] for n in exact)]
    return [t for t in numbers if t not in idle]


class Told(msgspec.Struct, frozen=True):
    """A number as a table's input states it, that stands at ``start`` to ``end`` and may count
    people; it surely does (``people``) where it is counted in them."""

    value: str
    start: int
    end: int
    people: bool


def clause_of(text: str, number: Told, ends: re.Pattern[str] = CLAUSE_END) -> tuple[int, int]:
    """Where the clause of a number begins and ends, or the sentence, by what ends one."""
    start = max((m.end() for m in ends.finditer(text, 0, number.start)), default=0)
    end = ends.search(text, number.end)
    return start, end.start() if end is not None else len(text)


def with_range(text: str, number: Told, low: int, high: int) -> str:
    """A text with a range, or one figure, in the place of a number; its unit stays."""
    unit = _UNIT.search(text, number.start, number.end)
    told = as_value(low, min(high, OPEN)).replace("~", "到")
    return f"{text[: number.start]}{told}{unit[0] if unit else ''}{text[number.end :]}"


def counted_input(table: DecisionTable) -> Input | None:
    """The input of a table that is a number of those whose data is given."""
    return next((i for i in table.inputs if i.lower and not i.held), None)


def counted_units(table: DecisionTable) -> tuple[str, ...]:
    """The units in which a table counts those whose data is given; empty = it counts none."""
    counted = counted_input(table)
    return tuple(counted.units) if counted is not None else ()


def of_people(numbers: Sequence[Told]) -> Sequence[Told]:
    """Of several numbers those that count people: 2个名册、500人 does, whatever else it counts."""
    return [told for told in numbers if told.people] or numbers


def people_told(text: str, units: Sequence[str]) -> tuple[Told, ...]:
    """The numbers of a normalised text that may count people, in their order."""
    found: list[Told] = []
    text = ages_blanked(text)
    ranges = list(vague_counts(text))
    for counted in (*ranges, *_exactly(text, ranges)):
        end = counted.end + len(counted.unit)
        before, behind = text[: counted.start], text[end:]
        unit = _as_people(counted.unit, before, behind)
        if unit in units and _counts_people(before, behind, unit=unit):
            value = _as_told(counted, before, behind)
            persons = unit in _PEOPLE or _PERSONS_BEHIND.match(behind) is not None
            found.append(Told(value, counted.start, end, persons))
    return tuple(sorted(found, key=lambda told: told.start))


def _exactly(text: str, ranges: Sequence[Counted]) -> Iterator[Counted]:
    """The figures of a text that stand in none of its ranges."""
    for q in quantities(text):
        inside = any(r.start <= q.start < r.end for r in ranges)
        if q.kind == "number" and q.value >= 1 and not inside:
            end, unit = q.end - len(q.unit), q.unit
            measure = None if unit else _MEASURE.match(text, end)
            if measure is not None:
                end, unit = measure.start(1), measure[1]
            yield Counted(int(q.value), int(q.value), q.start, end, unit)


def _as_people(unit: str, before: str, behind: str) -> str:
    """The unit of people that a measure word stands for here; itself where it is none."""
    if unit == "例":
        told = f"{before}|{behind}"
        return "名" if _OF_PATIENTS.search(told) and not _OTHER_CASES.search(told) else unit
    if unit in ("张", "幅") and (_SHEETS.match(behind) or _PICTURED.search(before)):
        return "份"
    if unit == "位":
        digits = _DIGITS.search(before) or _DIGITS_BEHIND.match(behind)
        counts = _WHOSE_BEHIND.match(behind) or _ALONE_BEHIND.match(behind)
        return "名" if counts and not digits else unit
    return unit


def _as_told(counted: Counted, before: str, behind: str) -> str:
    """A number with what stands around it: 不到1万 is anything below, 1万以下 that as well."""
    if not_yet(before, behind):
        return as_value(0, counted.high - 1)
    if at_most(before, behind) or (counted.unit in ("人", "份") and _AT_MOST_PEOPLE.match(behind)):
        return as_value(0, counted.high)
    if counted.unit in _DEEDS and _OF_DEEDS.match(behind):
        return as_value(1, counted.high)
    if _NEARLY.search(before) and counted.low == counted.high:
        return str(counted.high - 1)
    return as_value(counted.low, counted.high)


def _counts_people(before: str, behind: str, *, unit: str) -> bool:
    if _IN_A_WORD.search(before):
        return False
    if _OWN_SIZE.search(before) and _OF_ITSELF_BEHIND.match(behind):
        return False
    if unit not in _PEOPLE and _LEFT_OUT.search(before) and _FIELD_BEHIND.match(behind):
        return False
    if _PERSONS_ACT.match(behind) or _SIZE_BEHIND.match(behind):
        return False
    if unit in _PEOPLE or (unit == "份" and _AT_MOST_PEOPLE.match(behind)):
        return True
    if not unit and falls_short(before, behind):
        return True
    if _TELLS_HOW.search(before) or (_WITH.search(before) and not _WHOSE_ENGLISH.match(behind)):
        return False
    counted = _DATA_OF.search(before) or _ANOTHER.search(before)
    if not unit and counted and _ENDS_ENGLISH.match(behind):
        return True
    return any(
        shape.match(behind) is not None
        for shape in (_ALONE_BEHIND, _WHOSE_BEHIND, _WHOSE_ENGLISH, _ALONE_ENGLISH)
    )
