"""What may not be traded whatever is done to it, in whatever words it is told: data that were got
unlawfully or from nobody knows where, state secrets, public data that nobody opened or authorised,
data that harm somebody's reputation, and data on the genes of people. Neither consent nor
anonymising makes them clean, so they outrank whatever else a text tells of the data. Pure; over
normalised texts.

Who was robbed, who denies it and who guards against it tells no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.answers.bought_lists import bought_unasked
from knowledge.answers.genes import genetic_data
from knowledge.answers.table_words import normalised, stated
from knowledge.text import is_english
from knowledge.types import DecisionTable, Input

_GOT = r"(?:拿|买|收|得|弄|搞|要|换|接|下载|倒|淘|抓|搜|捞|讨|采|购)"
_THIEVES = (
    r"(?:黑客(?!松|马拉松|大赛|攻|行为|画像)|内鬼|暗网|黑市|黑产|黑灰产|灰产|社工库|(?:数据|信息"
    r"|名单)贩子"
    r"|卖(?:数据|名单|信息|资料)的|地下(?:渠道|数据库|黑市)|见不得光的?(?:渠道|地方)"
    r"|非法(?:渠道|途径|平台|网站|手段))"
)
_THERE = r"(?:那[里儿边]?|手[里上中]|处|里|上|群里?)"
_UNKNOWN = (
    r"(?:不知道?|不清楚|不晓得|不明白|说不[清准上]楚?|讲不清楚?|搞不清楚?|记不清楚?|查不[到清])"
)
_NOWHERE = (
    rf"{_UNKNOWN}(?:是|到底|究竟|从)*(?:哪(?:里|儿|家|个渠道)?|谁(?:那里?|手里)?|什么(?:渠道|地方"
    rf"|途径))"
    r"(?:来|弄|搞|得|买|拿|流|冒|传|收|捡)(?:来|到|出来|出|过来)?的"
    rf"|{_UNKNOWN}(?:是|到底|究竟|数据|名单|这些|的)*(?:来源|来路|来历|出处)"
    r"|(?:来源|来路|来历|出处|渠道)[^,。;?!是没无不]{0,4}?"
    r"(?:不明|不正|不清|不干净|可疑|有问题|违法|非法|不合法|说不清|查不到|不知道|不清楚"
    r"|不合规)(?!吗|么|没有)"
    r"|没有?(?:任何)?(?:合法|正当)(?:的)?来源"
)
_STRANGERS = (
    r"(?:论坛|贴吧|[qQ微]{1,2}信?群|微信群|群里|网友|黄牛|小广告|闲鱼|咸鱼|[2二]手平台|陌生人"
    r"|电报群?|telegram|路边|某宝"
    r"|不认识的人?|网上的?人|[1一]个人(?:手|那)|朋友圈|前员工|离职员工|保安|快递员|同行员工|中间人)"
)
_OTHERS_LIST = (
    r"(?:别人|他人|人家|陌生人|住址|家庭地址|住户|业主|居民|身份证|个人信息|手机号|电话号?"
    r"|联系方式|通讯录"
    r"|(?:客户|用户|会员|患者|学生|家长|车主|股民|老人|孕妇"
    r"|[一-龥]{1,4}人(?<![器无法]人)(?<!经纪人))(?:的)?(?:名单|名册|信息|数据|资料|电话))"
)
_OUT_OF_HAND = (
    rf"{_STRANGERS}{_THERE}*[^,。;?!]{{0,4}}?(?:花钱|掏钱|私下|偷偷|低价|便宜"
    rf"|几百块)?[^,。;?!]{{0,3}}?"
    rf"(?:买|收购|收来|弄|搞|淘|换)(?:来|到|了|的|过来|回来|下)*[^,。;?!]{{0,10}}?{_OTHERS_LIST}"
    rf"|{_OTHERS_LIST}[^,。;?!]{{0,6}},?[^,。;?!]{{0,4}}?(?:是|都是|全是)?(?:从|在|跟|找|向"
    rf"|问)(?:[1一几]个)?{_STRANGERS}"
    rf"{_THERE}*[^,。;?!]{{0,4}}?(?:花钱|掏钱|私下)?[^,。;?!]{{0,3}}?(?:买|收购|收来|弄|搞|淘"
    rf"|换)(?:来|到|了|的)"
)
"""Personal data bought from people who have no right to them, as far as anybody can tell."""
_TAKEN = (
    r"(?:偷|盗|窃|骗|套取|撞库|拖库|脱库|(?<!生物)(?<!物种)入侵(?!检测|监测|防|报警|物种|植物"
    r"|生物)|攻破|黑进)(?:取)?"
    r"(?:[^,。;?!被防]{1,8}?)?(?:来|到|得|取|出来|回来|走)(?:手)?(?:了)?的?"
)
_DEEDS = r"(?:爬(?!行)|抓取|采(?![砂矿石伐摘])|收集|获取|取得|得到|得来|搜集|扒)"
_ILL_GOT = re.compile(
    rf"(?:从|跟|找|向|在|通过|经|问){_THIEVES}[^,。;?!]{{0,10}}?{_GOT}"
    rf"|{_THIEVES}{_THERE}*[^,。;?!]{{0,3}}?{_GOT}[^,。;?!]{{0,3}}?的"
    rf"|{_THIEVES}(?:给|卖给|发给|提供|流出|手里|手上|那)"
    rf"|{_TAKEN}"
    r"|(?:偷|盗|窃|骗)(?:取)?的(?=[,。;?!]|$|[^,。;?!]{0,6}(?:数据|名单|信息|资料|记录))"
    rf"|(?:违规|违法|非法|恶意|强行)(?:地)?(?:{_DEEDS}|拷|复制|下载|导出|录|拍(?!卖)|购买|买来)"
    rf"|(?:偷偷|偷着|私自|擅自|(?:未经|没经过?|没有?)(?:允许|许可)(?:就)?)(?:地)?[^,。;?!]{{0,3}}?"
    rf"(?:{_DEEDS}|拷|复制|下载|导出|录|拍|带走|带出)"
    r"|(?:偷拍|偷录|窃听)(?:来|到|得)?的"
    rf"|(?:外挂(?!传感|设备|硬盘|式|电池|探头|装置|摄像|模块)|(?<!旋转)木马|钓鱼网站|(?:利用|通过"
    rf"|钻|用)[^,。;?!]{{0,6}}漏洞)"
    rf"[^,。;?!]{{0,8}}?(?:爬|{_GOT}|扒|来)"
    rf"|(?:破解|绕过|突破(?:反爬|防护|限制|权限))[^,。;?!]{{0,12}}?(?:{_GOT}|{_DEEDS}|导)"
    r"|(?<!气)(?<!气体)(?<!液体)(?<!管道)(?<!油)(?<!水)(?<!瓦斯)(?<!制冷剂)(?:泄露|泄漏|外泄)"
    r"(?:出来|出去|流出|在网上)?的[^,。;?!]{0,8}?(?:名单|数据|信息|资料|记录|名册|库|档案|号码"
    r"|电话|账号)"
    r"|(?:网上|外面|圈里)(?:流出|流传|曝光)(?:出来|来)?的"
    r"|(?:骗|忽悠|哄骗|欺骗|诱骗|糊弄|蒙骗)(?:着|了)?[^,。;?!]{1,5}?(?:填|签|给|交|授权|提供|点"
    r"|同意|录|登记)"
    r"|(?:买通|收买|贿赂)[^,。;?!]{0,10}?(?:拿|导|买|弄|搞|拷|得|来)"
    rf"|{_NOWHERE}"
    rf"|{_OUT_OF_HAND}"
)
_ILL_GOT_ENGLISH = re.compile(
    r"\b(?:(?:stolen|hacked|leaked|phished|pirated|ill-gotten|swindled)\b(?! from us)"
    r"|(?:illegally|unlawfully|illicitly) (?:\w+ ){0,2}?(?:obtained|acquired|collected|got|gotten"
    r"|scraped"
    r"|crawled|gathered|bought|copied|taken|sourced|harvested)"
    r"|(?:scraped|crawled|obtained|acquired|collected|got|gathered|taken|harvested)"
    r" (?:\w+ )?(?:illegally|unlawfully|illicitly|by (?:fraud|deceit|hacking|theft|trick\w*)"
    r"|with (?:a |the help of )?(?:cheat|malware|spyware)\w*))\b"
    r"|\b(?:from|off|through|via|by) (?:an? |the |some )?(?:\w+ )?(?:hackers?|dark ?web"
    r"|black ?market"
    r"|(?:data )?thie(?:f|ves)|(?:data )?(?:breach|leak)|criminals?)\b"
    r"|\b(?:unknown|unclear|dubious|doubtful|illegal|unlawful|shady) (?:source|origin"
    r"|provenance)s?\b"
    r"|\b(?:(?:do not|don['’]t|did not|didn['’]t|cannot|can['’]t) (?:know|say|tell)|no idea"
    r"|nobody knows|no one knows) where [^,.;?!]{0,30}?\b(?:came|come|comes|originat\w+|is from"
    r"|are from)\b"
    r"|\b(?:bypass\w*|crack\w*|circumvent\w*) [^,.;?!]{0,30}?\b(?:scrap|crawl|download|get|got"
    r"|copy|copied|obtain)"
    r"|\b(?:bought|purchased|paid for)\b[^.;?!]{0,60}?\b(?:people|persons?|residents?"
    r"|customers?|patients?|strangers?|addresses|phone numbers|personal|members?|ids?)\b"
    r"[^.;?!]{0,40}?"
    r"\b(?:from|on|in|off) (?:an? |some |the )?(?:\w+ )?(?:forum|chat group|telegram|stranger"
    r"|guy|ex-employee|former employee|message board)s?\b"
    r"|\b(?:from|on|in|off) (?:an? |some |the )?(?:\w+ )?(?:forum|chat group|telegram|stranger|guy"
    r"|ex-employee|message board)s?\b[^.;?!]{0,30}?\b(?:bought|purchased|paid)\b"
    r"|\b(?:tricked|deceived|defrauded|bribed) [^,.;?!]{1,30}?\b(?:into|to|for|and)\b"
)
_SECRET = re.compile(
    r"国家秘密|国家机密|国家绝密|军事(?:秘密|机密)|涉密|绝密|机密级|秘密级"
    r"|(?<!商业)(?<!企业)(?<!公司)机密(?:数据|资料|文件|信息|图)"
    r"|\b(?:state|national|military|official) secrets?\b|\bclassified (?:(?:state|government"
    r"|military|national|official) )?"
    r"(?:data|information|documents?|material|maps?|survey)"
)
_OFFICE = (
    r"(?:(?:发改|经信|卫健|住建|交通|科|商务|民政|水利|公安|财政|教|教育|[省市])(?:委(?![托员])|厅)"
    r"|(?:交通|公安|税务|监管|民政|环保|环境|规划|教育|卫生|气象|水务|农业|城管|统计|邮政|海事"
    r"|人社|财政|房管)"
    r"(?:局(?![限部面])|署|部门)|政府|机关|政务|管委会|街道办|委办局)"
)
_OF_OFFICE = (
    r"(?:公共数据|政务数据|政府数据|公共信息|政务信息"
    rf"|{_OFFICE}[^,。;?!]{{0,14}}?(?:数据|信息|资料|台账|记录))"
)
_SHUT = (
    r"(?:没有?|未|尚未|还没有?|不|并未)"
    r"(?:对外|对社会|依法|向社会|被|经过?|拿到?|取得|获得?|办|做|正式|任何)*(?:过)?(?:开放|公开"
    r"|授权)"
)
_CLOSED = re.compile(rf"{_SHUT}[^,。;?!]{{0,12}}?{_OF_OFFICE}|{_OF_OFFICE}[^。;?!]{{0,24}}?{_SHUT}")
_CLOSED_ENGLISH = re.compile(
    r"\b(?:unauthori[sz]ed|unopened|unpublished|unreleased|undisclosed|closed|(?:not|never|n['’]t)"
    r" (?:been |yet |publicly )*(?:opened|published|released|authori[sz]ed|disclosed))\b"
    r"[^.;?!]{0,40}?\b(?:public|government|municipal|administrative) (?:data|records?"
    r"|information)\b"
    r"|\b(?:public|government|municipal|administrative) (?:data|records?"
    r"|information)\b[^.;?!]{0,60}?"
    r"\b(?:unauthori[sz]ed|without (?:any )?(?:authori[sz]ation|permission|being authori[sz]ed)"
    r"|no authori[sz]ation|(?:not|never|n['’]t) (?:been |yet |publicly )*(?:opened|published"
    r"|released"
    r"|authori[sz]ed|disclosed))\b"
)
_HARMS = re.compile(
    r"黑料|(?:损害?|毁|败坏|抹黑|玷污|有损)(?:到)?(?:了)?[^,。;?!]{0,6}?(?:名誉|名声|声誉)"
    r"|(?:侵犯|侵害)[^,。;?!]{0,6}?(?:名誉|肖像|隐私|人格)(?:权)?的"
    r"|诽谤|侮辱|辱骂|造谣|人肉搜索|裸照|私密照|不雅(?:照|视频)|开盒"
    r"|\b(?:defam\w+|slander\w*|libel\w*|smear\w*|insult\w*|doxx?(?:ed|ing)|nudes?|dirt on)\b"
    r"|\b(?:harm|damag|ruin|hurt|injur|tarnish)\w*[^.;?!]{0,20}?\breputations?\b"
    r"|\breputation-damaging\b"
)
_GUARDS = re.compile(
    r"(?:识别|检测|监测|过滤|防范?|防止|拦截|打击|屏蔽|治理|预警|审核|清除|举报|投诉|避免|杜绝"
    r"|反)[^,。;?!]{0,8}?$"
    r"|\b(?:detect|filter|prevent|block|fight|moderat|against|avoid|anti)\w*[^,.;?!]{0,20}$"
)
_DENIED = re.compile(
    r"(?:不是|并非|不含|不涉及|不涉|不带|没有|没|不属于|不会|绝不|从不|从没|未|非|无|不)(?:任何"
    r"|什么|去|用|靠|从|被)?$"
    r"|(?:是不是|有没有|是否|会不会|算不算|属不属于|怕|担心|万一|怀疑)[^,。;?!]{0,6}$"
    r"|\b(?:not|never|no|without|n['’]t|nothing|none|neither|nor|whether|if)(?: \w+){0,2} ?$"
)
_ROBBED = re.compile(
    r"(?:被|遭|让)(?:人|别人|员工|内鬼|黑客|同行|对手|他们|谁)?[^,。;?!]{0,8}?$"
    r"|\b(?:our|my)\b[^.;?!]{0,40}\b(?:was|were|been|got|being) $"
)
_ACQUIRED = re.compile(r"(?:拿|买|弄|搞|收|得|接)(?:到|来|了)")
_GUARDED = re.compile(
    r"(?:的)?(?:内容|言论|信息|行为|语言|风险)?(?:的)?(?:识别|检测|监测|过滤|拦截|治理|预警|防)"
    r"|(?:ion|ing|s)? (?:detect|filter|monitor|prevent)\w*"
)
_FREED = re.compile(r"解密|脱密|降密|解除(?:了)?密级|\bdeclassified\b")
_AUTHORISED = re.compile(
    r"(?:授权运营|(?:拿到|取得|获得|有)(?:了)?授权|经(?:过|了)?授权)"
    r"|\b(?:have|got|obtained) (?:an? |the )?authori[sz]ation\b"
)
_DEAL = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|售卖|(?<!业)买(?![方家断])|购(?:买|入)|收购|交易(?!所"
    r"|机构|平台)|转让|变现|挂牌|挂上|挂出|上架|流通"
    r"|做成?[^,。?!]{0,6}?产品|换钱|供(?:给|货)"
    r"|\b(?:sell|selling|sold|sale|list|listed|listing|trad(?:e|ed|ing)|buy|buying|purchas\w+"
    r"|offer(?:ed)?"
    r"|moneti[sz]e\w*)\b"
)
_MAY = re.compile(
    r"能不能|可不可以|行不行|可以|可否|能否|是否|[行成][吗么不嘛]|能|合法|合规|允许|[吗么](?:$"
    r"|[?,。!])|没问题|算不算|违不违"
    r"|\b(?:can|could|may|might|allowed|legal|lawful|permitted|ok|okay|possible|fine|should)\b"
)
_OTHER_SIDE = re.compile(
    r"举报|投诉|报警|报案|罚|赔|坐牢|判刑|起诉|维权|怎么办|怎么证明|怎么判断|怎么审|怎么查|怎么防"
    r"|怎么识别|如何|多久|多少钱|责任|后果"
    r"|第几条|哪一?条|谁来?管|谁负责|什么是|什么叫|指什么|追究|退款|退钱"
    r"|合同[^,。;?!]{0,6}(?:效|算数|怎么|写|签|解除|违约|作废|终止)|签[^,。;?!]{0,4}合同"
    r"|\b(?:report (?:it|this|them|him)|complain|police|fine[ds]?|penalt\w+|punish\w*|liab\w+|sue"
    r"|refund|prison|which article"
    r"|how (?:do|can|should) (?:we|i|you) (?:check|prove|tell|know|prevent|detect))\b"
)
_OTHERS = re.compile(
    r"自己(?:的|采|收集|产生|生产|做)|另外|另1|别的|其[他它]|换成|换1|\b(?:our own|others?|another"
    r"|different)\b"
)
_TREATED = re.compile(
    r"(?:完全|彻底|真正|做了?|全部?|都|经过?)*(?:匿名|脱敏|去标识)(?:化|处理|掉|完|后|以后|之后|了"
    r"|过)*"
    r"|\b(?:anonymi|de-?identif|pseudonymi|mask)\w*"
)
_READERS = (_SECRET, _ILL_GOT, _ILL_GOT_ENGLISH, _HARMS, _CLOSED, _CLOSED_ENGLISH)
_SAYS = (
    ("国家秘密", "state secret"),
    ("非法获取", "stolen"),
    ("侵害名誉", "harm to reputation"),
    ("公共数据,未经授权", "public data without authorisation"),
    ("人类遗传资源", "genetic"),
)
"""For each ban, in the order of the readers, the words by which a table knows it."""


def bans_in(text: str) -> tuple[str, ...]:
    """The words by which a table knows what a normalised text tells of that may never be traded;
    empty where it tells nothing of the kind."""
    english = is_english(text)
    readers = (
        _SECRET,
        _ILL_GOT_ENGLISH if english else _ILL_GOT,
        _HARMS,
        _CLOSED_ENGLISH if english else _CLOSED,
    )
    free = {0} if _FREED.search(text) else set[int]()
    if _AUTHORISED.search(re.sub(_SHUT, " ", text)):
        free.add(3)
    found: list[str] = []
    for place, reader in enumerate(readers):
        if place in free:
            continue
        told = any(_told(m, text) for m in reader.finditer(text))
        if told or (place == 1 and bought_unasked(text)):
            found.append(_SAYS[place][english])
    genes = genetic_data(text)
    if genes is not None and _told(genes, text):
        found.append(_SAYS[-1][english])
    return tuple(found)


def asks_of_banned(text: str) -> bool:
    """Whether a normalised text asks whether something may be traded that never may."""
    return asks_to_trade(text) and bool(bans_in(text))


def asks_to_trade(text: str) -> bool:
    """Whether a normalised text asks whether something may be traded, and for no other side."""
    if not _DEAL.search(text) or not _MAY.search(text):
        return False
    return _OTHER_SIDE.search(text) is None


def with_bans(table: DecisionTable, texts: Sequence[str]) -> list[str]:
    """The texts of one conversation with what may never be traded named in the table's own words,
    where it has words for that. What later texts do to the same data (匿名化以后呢) takes nothing
    of it away, unless they deny it or name other data."""
    if not rules_bans(table):
        return list(texts)
    return [
        ",".join((text, *added))
        for text, (added, _) in zip(texts, _read(table, texts), strict=True)
    ]


def still_banned(table: DecisionTable, texts: Sequence[str]) -> bool:
    """Whether the last of some normalised texts is of data that never may be traded."""
    return bool(texts) and bool([*_read(table, texts)][-1][1])


def _read(
    table: DecisionTable, texts: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each text what is to be added to it, and the bans that hold after it."""
    kept: tuple[str, ...] = ()
    for text in texts:
        bans = tuple(b for b in bans_in(text) if _input_of(table, _head(b)) is not None)
        added = bans or tuple(map(_head, kept))
        if not bans and not _goes_on_with(table, kept, text):
            added, kept = tuple(map(_denial, kept)), ()
        kept = bans or kept
        yield tuple(b for b in added if _head(b) not in text), kept


def rules_bans(table: DecisionTable) -> bool:
    """Whether a table rules on what may never be traded."""
    # Genes alone are also a kind of data for a table on another matter.
    return any(_input_of(table, _head(said)) is not None for pair in _SAYS[:-1] for said in pair)


def _input_of(table: DecisionTable, phrase: str) -> Input | None:
    """The input of a table that has a phrase among its words."""
    has = (i for i in table.inputs if any(phrase in normalised(w) for w in i.words.values()))
    return next(has, None)


def _goes_on_with(table: DecisionTable, bans: Sequence[str], text: str) -> bool:
    """Whether a text is still of the data of which bans were told."""
    told = genetic_data(text) or any(m for r in _READERS for m in r.finditer(text))
    if told or _OTHERS.search(text):
        return False
    known = [i for b in bans if (i := _input_of(table, _head(b))) is not None]
    rest = _TREATED.sub(" ", text)
    return not any(i.name in stated(table, rest) for i in known)


def _head(said: str) -> str:
    return said.partition(",")[0].partition(" without ")[0]


def _denial(said: str) -> str:
    head = _head(said)
    return f"not {head}" if head.isascii() else f"不是{head}"


def _told(match: re.Match[str], text: str) -> bool:
    """Whether what was found is told of the data: not denied, guarded against or suffered."""
    before, behind = text[: match.start()], text[match.end() :]
    if _DENIED.search(before) or _GUARDS.search(before) or _GUARDED.match(behind):
        return False
    return not _ROBBED.search(before) or _ACQUIRED.search(text) is not None
