"""The special rule before the general one, by what a text tells of its case: the yearly audit
of who has the data of minors, the filing of who stores many faces and all that is asked of who
uses them, the orders of a shop on the net, what it costs to have sent people's data abroad
unlawfully, what is asked of who has others process data or gives them important data in the
country, data of people that are only masked and taken for anonymised, and figures of production
alone that go abroad. Pure.

By its words such a text is near the general rule, or near those who offer such work.
"""

from __future__ import annotations

import re

from dialog.reply.data_kinds import kind_of
from dialog.reply.duties_asked import duty_wording
from dialog.reply.exchange_trades import EXCHANGE_BUYS, takes_for_trader
from dialog.reply.faces_used import of_own_use, of_sale
from dialog.reply.for_others import CLIENTS, sells_a_clients
from dialog.reply.foreign_courts import court_wording
from dialog.reply.handed_on import handed_on
from dialog.reply.labels_asked import label_wording
from dialog.reply.leaving import leaving_wording
from dialog.reply.shop_records import (
    PLATFORM_RECORDS,
    SHOP_RECORDS,
    TRADE_RECORDS,
    platforms_records,
    shops_records,
    trades_in_data,
)
from dialog.reply.stays_here import stays_wording, viewed_wording
from dialog.reply.who_may_sell import seller_wording
from knowledge.answers.anonymised import anonymised, can_be_undone, only_masked
from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.answers.table_words import occurs
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

MINORS_AUDIT = "未成年人个人信息多久审计一次？"
FACES_FILED = "人脸数据多少要备案"
ENTRUSTED = "请别的公司帮我们处理、清洗个人信息，要本人单独同意吗？"
FINED_ABROAD = "个人信息违法出境怎么处罚？"
FACES_ALONE = "小区只能刷脸进门合法吗"
FINED_IMPORTANT = "违法向境外提供重要数据罚多少？"
FINED_LATE = "以前违法、早就停了的，现在还会被罚吗？按哪个时候的法？"
ANONYMOUS = "匿名化做到什么程度就不算个人信息？"
NOBODYS = "匿名化以后再用、再卖，还要本人同意吗？"
MASKED = "去掉名字、打码或者做哈希，就不算个人信息、可以卖了吗？"
RESOLD = "买来的数据可以转卖吗？"
BUSINESS_ABROAD = "不含个人信息的商业数据出境要评估吗"
IMPORTANT_GIVEN = "提供、委托或共同处理重要数据前要做什么？"

_PERSONS_DUTY = re.compile(r"影响评估|\bimpact assessments?\b")
_PERSONS_CONSENT = re.compile(
    r"(?:要不要|用不用|需不需要|还?要|需要?|还用|得|必须|[不免]用?(?:再|必|经|征得|取得)*|无需|免)[^,。;?!]{0,8}?(?:同意|授权|点头)"
    r"|\b(?:need|require|must|have to|do we|without|no)\b[^.;?!]{0,40}\bconsent\b"
)
"""What is owed to persons: of anonymised data there are none."""
_RESOLD = re.compile(
    r"(?:买|购|采购)(?:来|到|了|过|下|的)[^。;?!]{0,16}?(?:数据|产品|报告|接口|信息)[^。;?!]{0,14}?"
    r"(?:转卖|再卖|倒卖|转售|2次销售|[2二]次销售|转手|再出售)"
    r"|(?:买[家方]|需方|采购[方商]|购买[方者]|下家)(?!的|信息|资料|名单|电话|数据)[^。;?!]{0,20}?"
    r"(?:转卖|再卖|倒卖|转售|[2二]次销售|转手|再出售|卖给(?:别人|其他|第[3三]方|下家))"
    r"|\b(?:bought|purchased|acquired)\b[^.;?!]{0,40}?\bdata\b[^.?!]{0,60}?\b(?:re-?sell"
    r"|sell (?:it|them) on)\b"
    r"|\bre-?sell\b[^.;?!]{0,40}?\bdata\b[^.;?!]{0,30}?\b(?:bought|purchased|acquired)\b"
)
_AUDIT = re.compile(r"审计|审[1一]次|\baudit")
_HOW_OFTEN = re.compile(
    r"多久|多长时间|几年|每年|[1一]年(?:几|[1一])|年审|频率|周期|隔多|几次|多少次|什么时候做"
    r"|\bhow often|how many times|how frequently|frequency|every (?:year|how)|annual|yearly"
)
_MINORS = re.compile(
    r"初中|高中|中学|中职|青少年|少年|未成年|(?<!\d)(?:\d|1[0-7])(?:周?岁|多岁)(?!以上)"
    r"|\b(?:teen\w*|under-?age|high schools?|(?:[1-9]|1[0-7]|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]year[s]?[- ]olds?)\b"
)
NO_MINORS = re.compile(
    r"(?:没有?|不含|不涉及|无|不是|不收)[^,。;?!]{0,6}(?:未成年|儿童|孩子|小孩|小学|中学|\d岁)"
    r"|\b(?:no|not|without)\b[^,.;?!]{0,12}\b(?:minors|children|kids|pupils)\b"
)
_FACES = re.compile(r"人脸|刷脸|面部|\b(?:faces?|facial)\b")
_FILES = re.compile(
    r"备案|\b(?:register(?:ed|ing)?|registration|fil(?:e|ed|ing)(?! (?:system|format|server|type"
    r"|size|storage))|notify|report to)\b"
)
_WHEN = re.compile(
    r"多久|几天|多少天|什么时候|期限|之前|多少人|要不要|要[^,。;?!]{0,6}吗|跟谁|向谁|哪个部门"
    r"|\b(?:by when|when|how (?:soon|long|many days)|deadline|with whom|to whom|who (?:do|must"
    r"|should)"
    r"|where|must|need|have to|required)\b"
)
_STORES = re.compile(
    r"[存留保]|手[里上]|库|(?:有|超过|达到?)[^,。;?!]{0,4}\d|\b(?:stor\w+|keeps?|hold\w*|have|has"
    r"|database|collect\w*)\b"
)
_EXCLUDED = re.compile(
    r"取消|注销|变更|材料|怎么填|多久(?:能)?(?:批|下来|办完|办好)|出结果|\b(?:cancel|documents?"
    r"|how long does (?:it|the) take)\b"
)
_MORE_THAN_FILING = re.compile(r"评估|同意|授权|合规|\b(?:assess\w*|consents?|compl\w+)\b")
_DONE_FOR_US = re.compile(
    r"(?:请|委托|找|让|外包给|交给|雇|叫)(?:了|过)?[^,。;?!]{0,10}?(?:公司|机构|团队|厂|服务商"
    r"|供应商|外包|人家|别家|第三方|工作室)"
    r"[^,。;?!]{0,6}?(?:帮|替|代|给|为|来|做|处理|清洗|标注|整理|录入|分析|存|维护|打电话|寄)"
    r"|\b(?:hire|hired|engage[ds]?|entrust\w*|outsourc\w*|ask(?:ed)?|pay|have|let|use) (?:an? "
    r"|another |some |our )?(?:\w+ ){0,3}?"
    r"(?:company|firm|vendor|contractor|agency|provider|processor"
    r"|supplier)\b[^.;?!]{0,30}?\b(?:to )?"
    r"(?:clean|process|label|annotate|sort|enter|analy[sz]e|host|store|maintain|tidy)\w*"
)
_CONSENT = re.compile(
    r"(?:要不要|用不用|需不需要|是不是要|还?要|需要|还用|得|必须|用)[^,。;?!]{0,8}?(?:同意|授权"
    r"|点头|签字)"
    r"|\b(?:need|require|must|have to|do we|is)\b[^.;?!]{0,40}\bconsent\b"
    r"|\bconsent\b[^.;?!]{0,20}\b(?:needed|required|necessary)\b"
)
_FOR_ITSELF = re.compile(
    r"自己用|自用|拿去(?:用|卖|训练)|留下|归(?:他们|对方)|卖给|出售|挂牌|上架|(?:他们|对方)(?:自己"
    r"|也)(?:要|想|能)?用"
    r"|\b(?:for (?:their|its) own|sell|sold|keep a copy|list(?:ed|ing)?)\b"
)
_ABROAD = re.compile(r"出境|境外|国外|海外|跨境|外国|\b(?:abroad|overseas|cross-border|foreign)\b")
_GIVES = re.compile(
    r"(?:提供|交|共享|分享|移交|转|发|传|开放|委托|拷)(?:过去)?给?[^,。;?!]{0,12}?(?:院|公司|机构"
    r"|单位|学校|大学|厂|部门|企业|客户|同行|第三方|伙伴|团队|所(?!有)|别人|别家|对方|他们)"
    r"|(?:与|和|跟)[^,。;?!]{1,12}?(?:共享|共同处理)"
    r"|\b(?:provid|giv|hand|shar|pass|entrust|transfer|disclos)\w*\b[^.;?!]{0,60}?\b(?:institute"
    r"|university|company|firm|partner|contractor|third part(?:y|ies)|others?|school"
    r"|lab(?:oratory)?)\b"
)
_SOLD = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|上架|交易(?!所)|转让|\b(?:sell|sold|list|listing"
    r"|trade)\b"
)
_ASKS = re.compile(
    r"什么|哪些|啥|怎么|吗|么|要不要|需要|可以|能不能|先|\b(?:what|must|need|may|can|how|procedure"
    r"|first|have to|should)\b|\?"
)
_OTHER = re.compile(
    r"罚|赔|坐牢|后果|多少钱|费用|算不算|是不是重要数据|怎么(?:认定|判断|知道|识别)|谁来?(?:认定"
    r"|判断)"
    r"|\b(?:fine[ds]?|penalt\w+|costs?|how do (?:we|i) know|counts? as)\b"
)
_NOT_BY_MASKS = re.compile(
    r"罚|赔|坐牢|后果|(?:重要|核心|公共)数据|秘密"
    r"|^[^,。;?!]{0,4}(?:脱敏|去标识化?)[^,。;?!]{0,6}匿名化?[^,。;?!]{0,4}[?]*$"
    r"|\b(?:fine[ds]?|penalt\w+|important|core|public) "
)
"""What masks do not decide, whatever they are taken for, and who only asks for the words."""
_ONLY_WAY = re.compile(
    r"(?:只能|只让|只准|只许|仅限|仅能|只靠|仅靠|必须)(?:靠|用|凭)?[刷扫]脸[^,。;?!]{0,4}?(?:进"
    r"|出|入|开门|通行)"
    r"|[刷扫]脸[^,。;?!]{0,8}?唯一|唯一[^,。;?!]{0,12}?(?:[刷扫]脸|人脸)|人脸[^,。;?!]{0,12}?唯一"
    r"|\bonly way (?:in|into|to (?:get in|enter)|for \w+ to (?:enter|get in))\b"
    r"|\bthe only (?:way|means|method|option)\b"
)
_STILL_FINED = re.compile(
    r"还(?:会|能|要|用|可以|可能)?(?:不会|不能)?(?:再)?被?(?:(?:行政)?处罚|罚|追究|追责|追溯|查处"
    r"|算账)"
    r"|(?:按|用|依|适用|算)(?:的是)?(?:哪个|哪[一1]个|哪部|什么|哪种)?时候?的(?:法|规定)|(?:按|用"
    r"|依|适用)(?:旧|新|老)法"
    r"|旧法[^,。;?!]{0,4}新法|新法[^,。;?!]{0,4}旧法"
    r"|\bstill (?:be |get |being )?(?:fined|punished|penali[sz]ed|liable|prosecuted)\b"
    r"|\bfined? (?:today|now|later|after)\b"
)
_WAS_DONE = re.compile(
    r"(?:19|20)\d\d年|[\d一二两三四五六七八九十几]+年前|前年|去年|以前|从前|早就|早已|当年|当时"
    r"|那时|停了|停掉|已经?停"
    r"|\b(?:ago|in (?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december) (?:19|20)\d\d|stopped|last year|back then|formerly)\b"
)
_LATER_PART = re.compile(
    r"挂牌|入场|当数商|做数商|数商资格|申请|还能不能?(?:卖|上架)"
    r"|\b(?:admi\w+|enter|list (?:our|data)|apply)\b"
)
"""Who wishes for something now is answered by its conditions."""
_FINED = re.compile(
    r"(?:怎么|如何|怎样)(?:处)?罚|罚(?:款)?(?:多少|几|则)|(?:会|要)(?:不会|不要)?被?(?:处罚"
    r"|罚款?)(?=[吗么?。,]|$)"
    r"|(?:什么|啥|哪些)(?:法律)?(?:后果|责任|处罚)"
    r"|\b(?:what|which|how)\b[^.;?!]{0,30}\b(?:fine[ds]?|penalt\w+|punish\w*|consequences)\b"
)
_PERSONAL = re.compile(
    r"\d[多余来]?(?:个|名|位)?(?:人|条|[一-龥]{0,3}(?:客户|用户|员工|患者|病人|会员|顾客|学生))"
    r"|个人信息|姓名|名字|电话|手机号|病历"
    r"|\b(?:people|persons?|patients?|customers?|users?|employees?|members?|names?|personal)\b"
)
_WAY = re.compile(
    r"走哪|怎么走|哪条路|手续|(?:要不要|用不用|需不需要)(?!被?罚)|要(?:申报|签|办"
    r"|评估)[^,。;?!]{0,6}吗"
    r"|坐牢|判刑|刑事|赔"
    r"|\b(?:which route|do we need|must we|need to apply|prison|jail|damages)\b"
)
"""What asks for the way to go besides, or for what another document tells."""
_FIGURES = re.compile(
    r"(?:设备|机器|机床|塔吊|起重机|风机|电梯|机组|产线|锅炉|水泵|逆变器)[^,。;?!]{0,4}?(?:运行"
    r"|工况|振动|温度|故障)(?:数据|参数|记录)"
    r"|产量|产奶量?|产蛋量?|收成|出栏量?|亩产|单产|发电量|产出量|出货量|销量|产能|良品?率|能耗"
    r"|开机率"
    r"|\b(?:yields?|harvests?|output|production (?:figures|volumes?|data|numbers)|sales (?:figures"
    r"|volumes?)|shipments|energy use)\b"
)
"""Bare figures of what is made, sold or used, which are of no person."""
_GIVEN_AWAY = re.compile(
    r"[给发传寄送交]|提供|共享|分享|同步|上报|\b(?:to|send|sent|sending|share|give|export"
    r"|transfer)\b"
)
_RECIPIENTS = re.compile(
    r"(?:给|到|向)[^,。;?!]{0,10}?(?:客户|用户|顾客|买家|厂家|公司|总部|母公司|同事"
    r"|员工)(?=[,。;?!看用做]|$)"
    r"|\bto (?:an? |the |our )?(?:\w+ ){0,3}?(?:clients?|customers?|users?|buyers?|partners?)\b"
)
"""Who gets the figures is not in them."""
_GUARDED = re.compile(
    r"位置|坐标|矿|渔|捕捞|油田|石油|炼油|原油|成品油|天然气|稀土|全国|全省|全市|全行业|粮食|储备"
    r"|军|核|种质|育种|地质"
    r"|勘探|测绘|水文|气象|电网|涉密|秘密|出口管制|个人|人员|重要数据|用户|农户|户|每[个位名]|司机"
    r"|\b(?:positions?|coordinates|mines?|mining|fish\w*|oil|gas|rare earths?|national|grain"
    r"|military|nuclear|germplasm|geolog\w+|survey\w*|weather|grid|secret|personal|important data"
    r"|farmers?|per (?:person|household|driver))\b"
)
"""Figures that may be important data, or of persons, or have rules of their own."""
_SHORT = 45
"""Characters up to which a text tells of nothing else; English has thrice as many."""
_IMPORTANT = ("重要数据", "important data")


def special_wording(text: str) -> str:
    """The wording of the document that holds the special rule; empty where the text tells of no
    case that has one."""
    plain = normalise(text)
    if _audit_of_minors(plain):
        return MINORS_AUDIT
    filed = all(sign.search(plain) for sign in (_FACES, _FILES, _WHEN, _STORES))
    if filed and not _EXCLUDED.search(plain) and not _MORE_THAN_FILING.search(plain):
        return FACES_FILED
    if _FACES.search(plain) and _ONLY_WAY.search(plain):
        return FACES_ALONE
    if apart := viewed_wording(plain) or stays_wording(plain) or _of_others(plain):
        return apart
    on = handed_on(plain)
    if on and (_FACES.search(plain) or not _OTHER.search(plain)):
        return on
    if apart := of_own_use(plain) or of_sale(plain) or _of_records(plain) or _of_askers(plain):
        return apart
    late = _STILL_FINED.search(plain) and _WAS_DONE.search(plain)
    if late and not _LATER_PART.search(plain):
        return FINED_LATE
    abroad = _ABROAD.search(plain) or NAMED_ABROAD.search(plain)
    fined = abroad and _FINED.search(plain) and not _WAY.search(plain)
    important = any(p in plain for p in _IMPORTANT)
    if fined and (important or _PERSONAL.search(plain)):
        return FINED_IMPORTANT if important else FINED_ABROAD
    figures = abroad is not None and figures_alone(plain)
    apart = BUSINESS_ABROAD if figures else duty_wording(plain, abroad=abroad is not None)
    if apart:
        return apart
    if not abroad and only_masked(plain) and not _NOT_BY_MASKS.search(plain):
        return MASKED
    return "" if abroad or _OTHER.search(plain) else _kept_in_the_country(plain)


def _kept_in_the_country(plain: str) -> str:
    """The wording of the document on what is owed where data stay in the country."""
    if not _SOLD.search(plain) and anonymised(plain):
        consent, duty = _PERSONS_CONSENT.search(plain), _PERSONS_DUTY.search(plain)
        if consent or duty:
            return "" if can_be_undone(plain) else NOBODYS if consent else ANONYMOUS
    entrusted = _DONE_FOR_US.search(plain) and _CONSENT.search(plain)
    if entrusted and not _FOR_ITSELF.search(plain):
        return ENTRUSTED
    told = any(occurs(p, plain)[0] for p in _IMPORTANT)
    given = told and _GIVES.search(plain) and _ASKS.search(plain)
    return IMPORTANT_GIVEN if given and not _SOLD.search(plain) else ""


def _of_others(plain: str) -> str:
    """The wording of the document on selling what is another's, or was bought of him."""
    if takes_for_trader(plain):
        return EXCHANGE_BUYS
    if sells_a_clients(plain):
        return CLIENTS
    resold = _RESOLD.search(plain) and not (_OTHER.search(plain) or _ABROAD.search(plain))
    return RESOLD if resold else ""


def _of_askers(plain: str) -> str:
    """The wording of the document for who asks of labels, would leave, hears from a foreign court,
    or may or may not be a seller."""
    asked = label_wording(plain) or leaving_wording(plain)
    return asked or court_wording(plain) or seller_wording(plain)


def _of_records(plain: str) -> str:
    """The wording of the document on how long records of trades are kept, by whose they are."""
    if shops_records(plain):
        return SHOP_RECORDS
    if trades_in_data(plain):
        return TRADE_RECORDS
    return PLATFORM_RECORDS if platforms_records(plain) else ""


def figures_alone(plain: str) -> bool:
    """Whether a normalised text tells of nothing but figures of production or trade that are given
    away: whose they are decides no threshold, for they are of no person."""
    if len(plain) > _SHORT * (3 if plain.isascii() else 1) or _OTHER.search(plain):
        return False
    told = _RECIPIENTS.sub(" ", plain)
    if _FIGURES.search(told) is None or _GIVEN_AWAY.search(plain) is None:
        return False
    guarded = _GUARDED.search(told) or _SOLD.search(plain)
    return not guarded and kind_of(told) in ("produced", "machine", "firms", "unknown")


def by_special_rule(snapshot: Snapshot, text: str) -> Findings | None:
    """What the special rule says; ``None`` where the text is the wording of a document, or tells of
    no case that has one."""
    wording = special_wording(text)
    if not wording or snapshot.exact(text) is not None:
        return None
    found = snapshot.at_once(wording)
    return found if found is not None and found.band == "answer" else None


def tells_minors(text: str) -> bool:
    """Whether a normalised text tells of the data of minors."""
    return kind_of(text) == "children" or _MINORS.search(text) is not None


def _audit_of_minors(text: str) -> bool:
    if not _AUDIT.search(text) or not _HOW_OFTEN.search(text) or NO_MINORS.search(text):
        return False
    return tells_minors(text)
