"""Things of other desks (护照在哪里换, 怎么注册公司, "renew my visa", a share price): a question of
one is foreign here, whatever of ours shares its other words.

Searched, 换, 注册 and 补办 lead to the papers of the exchange. Where what is found names the thing
itself, it is known after all. Pure.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.kept import kept
from knowledge.search.targets import Target
from knowledge.text import is_english, normalise

_LONGEST = 40
"""Characters beyond which a text tells a case; English has thrice as many."""
_OURS = re.compile(
    r"[买卖]给|卖(?![票房])|信息|客户|自贸|临港|清单|共享|病历|刷脸|赔|偷|退给|无理由|评估|软件"
    r"|(?<![a-z])ai(?![a-z])|场景|发给|总部"
    r"|\b(?:your|assessment|numbers?|ai)\b|数据|资料|交易所|数交所|挂牌|上架|入驻|入场|数商"
    r"|会员|出境|境外|传给|个人信息|隐私|合规"
    r"|产品|语料|接口|爬"
    r"|泄露|脱敏|登记证|入表|备案|授权|人脸|模型|算法|平台|目录|你们|您这|你这|贵所"
    r"|\b(?:data\w*|exchange|vendors?|privacy|personal information|products?|list(?:ed|ing)?"
    r"|admission|join\w*|transfer|consent|models?|platform|leak\w*|records?|sell\w*|export\w*"
    r"|information|with you)\b"
)
"""A word of this desk, or of what may stand in data."""
_THINGS: tuple[tuple[str, str], ...] = (
    (
        "visas",
        (
            r"签证|护照|绿卡|居留(?:许可|证)|移民(?!局)|通行证|落地签"
            r"|\b(?:visas?|passports?|residence permits?|green cards?|immigration)\b"
        ),
    ),
    (
        "public_services",
        (
            r"身份证(?=[^,。]{0,6}(?:丢|补|换|办|过期|挂失))|户口本?|居住证|驾照|驾驶证|车牌"
            r"|摇号|结婚证?|离婚"
            r"|社保|医保卡|公积金|退休金|养老金|低保|生育津贴|落户|入学|上小学|上户口"
            r"|\b(?:driv(?:ing|er'?s) licen[cs]es?|marriages?|divorces?|social security|pensions?"
            r"|birth certificates?)\b"
        ),
    ),
    (
        "tax_filing",
        (
            r"个税|个人所得税|报税|汇算清缴|专项附加扣除"
            r"|\b(?:tax returns?|income tax|tax refunds?|file (?:my|our) tax\w*)\b"
        ),
    ),
    (
        "business_registration",
        (
            r"注册(?:[1一]?家|[1一]?个)?新?公司|公司注册(?!在|地|于)|工商注册|公司注销|注销公司"
            r"|公司年报"
            r"|工商年报"
            r"|\bregister (?:a |my |our |the )?(?:new )?(?:company|business|firm)\b"
        ),
    ),
    (
        "trademark",
        r"商标|专利(?:年费|申请|代理|局)|申请专利|\b(?:trademarks?|patents?)\b",
    ),
    (
        "housing",
        r"房价|首付|房贷|学区房|租房|买房|\b(?:mortgages?|house prices?|rent (?:a|an|my) \w+)\b",
    ),
    (
        "other_law",
        (
            r"双倍工资|工伤|遗产|酒驾|交通事故|车险|理赔|拆迁|加班费|年假|彩礼"
            r"|\b(?:inheritance|car insurance|traffic accident|overtime pay|alimony)\b"
        ),
    ),
    (
        "stocks",
        (
            r"股价|[多少几]+钱[1一]股|股市|大盘|炒股|彩票|茅台|涨停"
            r"|\b(?:(?:share|stock) prices?|stock market|stocks? to buy|lotter(?:y|ies))\b"
        ),
    ),
    (
        "medicine",
        (
            r"发烧|感冒|吃什么药|头[疼痛]药|减肥|挂号"
            r"|\b(?:headaches?|fever|lose weight|painkillers?|flu)\b"
        ),
    ),
    ("weather", r"下雨|下雪|气温|天气|\b(?:weather|rain|snow|sunny)\b"),
    (
        "creative",
        (
            r"写(?:[1一]?首)?诗|情书|写作文|[写改]1?[份下]?简历|学英语|背单词"
            r"|\b(?:poems?|cover letters?|homework|love letters?|learn english)\b"
        ),
    ),
    (
        "life",
        (
            r"(?:美甲|指甲|发型|头发|穿搭|衣服|口红|妆容?|裙子?|包包|鞋子?|首饰|发色)[^,。?]{0,10}"
            r"(?:火|流行|好看|时髦|时尚|潮|显白|爆款)"
            r"|(?:流行|时兴)(?:什么|啥|哪[种款些])?(?:样的|款的?|颜色的?)*"
            r"(?:美甲|指甲|发型|头发|穿搭|衣服|口红|妆|裙|包包|鞋|首饰|发色)"
            r"|高铁|火车票|机票|订酒店|酒店怎么订|迪士尼|景点|旅游攻略|健身房|演唱会|世界杯|球赛"
            r"|菜谱"
            r"|红烧|糖醋|炒饭"
            r"|鸡翅|做饭|做菜|[猫狗](?:咪|狗)?(?:不吃|生病|拉稀)|追剧|好看的电影|电影推荐"
            r"|\b(?:train tickets?|next train|flights?|recipes?|cook(?:ing)?|bak(?:e|ing)|movies?"
            r"|football|concerts?|metro|fried rice"
            r"|(?:nail|hair|fashion|make-?up) (?:styles?|trends?|colou?rs?))\b"
        ),
    ),
)
_OFFICES = (
    r"(?:数据(?:管理)?局|网信办|市监局|市场监管局|税务局|公安局?|派出所|街道办?|居委会?|区政府"
    r"|市政府|政府|法院"
    r"|检察院|工信局|发改委|城管|交警|社保局|医保局|教育局|卫健委|民政局|机关|政务大厅|办事大厅|窗口的?公务员)"
)
_COMPLAINED_OF = re.compile(
    r"(?:您好|你好|请问|我|们|想|要|怎么|如何|怎样|去哪[里儿]?|哪[里儿]|可以|能|[,， ])*"
    r"(?:投诉|举报|控告|告)[1一]?下?(?:你们)?(?:[\u4e00-\u9fff]{0,3}?[市区省县国])?(?:家|级|里|的)?"
    rf"{_OFFICES}(?:的?(?:人|工作人员|领导|干部|办事员|窗口))?"
    r"(?:办事|工作|服务|态度|太|很|慢|差|不好|不作为|乱作为|不办|不管|拖|推诿|效率|低|恶劣|了|的|吗"
    r"|呢|啊|[,?!。！？ ])*"
    r"|(?:i (?:want|would like|need|wish) to |how (?:do|can) i |where (?:do|can) i )"
    r"(?:complain about|file a complaint (?:about|against)|report) (?:the )?(?:\w+ ){0,2}?"
    r"(?:data bureau|government|police|tax (?:office|bureau)|court|cyberspace administration"
    r"|authority|authorities)[?.! ]*"
)
"""A complaint about an authority, which no staff of the exchange takes."""
_PAPERS = r"(?:护照|签证|身份证|驾照|驾驶证|户口本?|居住证|结婚证|港澳通行证|通行证|社保卡|医保卡)"
_GOT_ELSEWHERE = re.compile(
    rf"{_PAPERS}(?:过期|到期|丢|掉|旧|坏|没|不见|快|要|了|[, ])*(?:该|应该|要|得|可以|能)?"
    r"(?:在|去|到|上)?"
    r"(?:哪[里儿]?个?(?:地方|部门)?|什么地方|怎么|如何|咋)(?:才)?"
    r"(?:可以|能|去)?(?:换|补|办|续|领|申请|延期|改)"
    rf"|(?:换|补办?|办|续|领|挂失)(?:[1一]?[本张个])?新?的?{_PAPERS}"
    r"|\b(?:renew|replace|apply for|get|extend)\b[^.?!]{0,16}\b(?:passports?|visas?"
    r"|driv\w+ licen[cs]es?"
    r"|id cards?|residence permits?)\b"
)
"""Who wishes to get or renew such a paper asks for nothing of this desk, though it may name it."""
_READ = tuple((topic, re.compile(words)) for topic, words in _THINGS)


class OutsideThing(msgspec.Struct, frozen=True):
    """``topic``: of which replies speak; ``words``: the things as the text names them. ``surely``:
    what is asked of them is done elsewhere, whatever names them here."""

    topic: str
    words: tuple[str, ...]
    surely: bool = False


@kept
def outside_thing(text: str) -> OutsideThing | None:
    """The thing of another desk that a short text is about; ``None`` where it names none, or names
    something of this desk too."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST * (3 if is_english(plain) else 1):
        return None
    if _COMPLAINED_OF.fullmatch(plain):
        return OutsideThing("public_services", (plain,), surely=True)
    if _OURS.search(plain):
        return None
    for topic, pattern in _READ:
        words = tuple(found[0] for found in pattern.finditer(plain))
        if words:
            return OutsideThing(topic, words, surely=_GOT_ELSEWHERE.search(plain) is not None)
    return None


def names_it(target: Target | None, thing: OutsideThing) -> bool:
    """Whether a document names all of such things, and is about them after all."""
    if target is None or thing.surely:
        return False
    said = normalise(" ".join((target.body, target.english, *target.questions)))
    return all(word in said for word in thing.words)
