"""Clauses of a little story that tell how its teller is: what worry and work do to head and sleep
(愁得觉都睡不好, 脑子都转不动了), that it is a toil (真费劲, 早知道不问了), and what stands beside
and asks for nothing (加班到半夜, 孩子还发着烧, 明天就要交). Pure; texts are normalised.

Such a clause is known by the picture that it ends with, whatever the story in front of it. It is
no need: a text of nothing else gets no hotline, and one word of need in it takes that back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import clauses_of
from dialog.reply.weary_english import due_english, weary_english
from dialog.reply.weary_kinds import Weary, WearyKind
from knowledge.text import is_english, normalise

_LONGEST = 34
"""Characters beyond which a clause tells more than a feeling."""
_END = r"(?:了|啦|的|啊|呀|呢|吧|嘛|哈|哦|咯|喽|得很|[~,.。! ])*"
_SO = (
    r"(?:都|也|已经|真的?|快|要|又|就|全|还|[一1]直|有点儿?|直|在|开始|完全|实在|好|很|太|特别"
    r"|整个)*"
)
_VERY = (
    r"(?:真(?:的|是)*|好|太|可|够|实在|特别|这么|那么|很|挺|老|怪|有[点些]儿?|也太|非常|相当|确实"
    r"|简直|超)+"
)
_HEAD = r"(?:脑[子袋壳仁]|脑瓜子?|大脑|脑细胞|头皮|太阳穴|(?<![抬源码口念街回开日罐镜笔箭])头)"
_BODY = (
    r"(?:眼[睛皮]|两眼|(?<![心字网针孔枪泉])眼|手|腰|脖子|嗓子|腿|浑身|身[体子]|骨头|整个人"
    r"|(?<![法本事责证办买卖个工])人)"
)
_MUSH = r"(?:变|像|跟|是)?成?了?(?:[一1][团锅])?(?:浆糊|糨糊|乱麻)(?:[一1]样)?"
_HEAD_IS = (
    r"(?:转不(?:动|过来|起来|开)|不(?:转|够用|好使|听使唤|灵光)|嗡嗡(?:作?响|直?叫|直响)?"
    r"|炸开?|裂开?|爆|木|麻|僵|(?:[1一]片)?空白|宕机|短路|卡壳|死机|冒烟|发?胀|秃|发?沉|大|晕|疼"
    r"|痛|昏脑[涨胀]"
    rf"|{_MUSH})"
)
_BODY_IS = (
    r"(?:睁不开|打架|发?花|发直|直不起来|发?酸|发涩|抬不起来|哑|麻|木|傻|废|散架|蔫|瘫|垮|懵|晕|疼"
    r"|痛"
    r"|炸|僵|发沉)"
)
_ME = r"(?:我们?|俺|人|个人|本人)*"
_TOIL = (
    r"(?:看|写|改|填|读|查|弄|搞|整|赶|翻|对|核|审|听|背|熬|折腾|研究|琢磨|开会|跑|忙活?|干|做|算"
    r"|编|凑|抄|理|学|准备|问|磨|啃|校)"
)
_UNSLEPT = (
    r"(?:睡也?|觉(?:都|也)?|睡觉(?:都|也)?|[1一整]?[夜宿晚]上?(?:都|也)?|夜里|晚上|又|都|也)*"
    r"(?:睡(?:都|也)?睡?不(?:着|好|踏实|安稳|安生)觉?|没睡(?:着|好|踏实|安稳)过?觉?"
    r"|没合(?:过|上)?眼|失眠|翻来覆去)"
)
_SHAPES: tuple[tuple[WearyKind, str], ...] = (
    ("afraid", "心烦意乱|六神无主|心神不宁"),
    ("pressed", rf"急(?:死|坏|疯){_ME}"),
    (
        "pressed",
        (
            r"(?:(?<![不怎])(?:快|要|差点儿?|快要|就要|急|愁|气|弄|整|搞|逼|忙|烦)(?:得|给|我|都|要|快|想)*)+哭(?!过)"
            r"|(?:好|真的?|只|就|都|快|要|很)*想大?哭(?:[1一]?场)?"
        ),
    ),
    ("afraid", rf"{_UNSLEPT}|愁(?:死|坏|煞){_ME}|愁(?:人|白了?头|眉苦脸)"),
    (
        "tired",
        (
            rf"{_HEAD}(?:儿|里)?{_SO}{_HEAD_IS}|{_BODY}{_SO}{_BODY_IS}"
            r"|头发(?:都|也|快|要|白|秃|掉|光|[1一]把|没|愁)+"
            rf"|(?:[烦累忙困乏熬磨]|折磨|折腾)(?:死|坏|垮|傻|惨|趴){_ME}|(?:疯|抓狂|魔怔)掉?"
            r"|怀疑人生|心态(?:都|快|要|真|彻底|直接)*(?:崩|炸|爆炸)"
            r"|(?:[1一]个字|[1一]点|啥|什么)?(?:都|也)?[看学读听写]"
            r"不(?:进去?|下去)"
        ),
    ),
    (
        "put_off",
        (
            rf"{_VERY}(?:费劲|费[神心力事]|费脑[子筋]?|烧脑|磨人|折磨人?|折腾人?|麻烦|难[搞弄办缠]"
            r"|闹心|心塞|憋屈|受罪|遭罪|[累烦愁难]人|劳神|伤神|够呛|绕人?|复杂|要命|难)"
            r"|费(?:老|大)?劲|心塞|闹心|够我?受的|受不了|难死"
        ),
    ),
)
_FULL: tuple[tuple[WearyKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?P<story>.*?){_SO}(?:{s}){_END}")) for kind, s in _SHAPES
)
_REGRETS = re.compile(
    r"(?:我们?|当初|真|就|[, ])*(?:早(?:知道?|晓得)(?:是|会)?(?:这么|这样|那么|如此)?"
    r"(?:[难烦绕累]|麻烦|费劲|复杂|折腾)?(?:我们?|还|根本|当初|[, ])*(?:就|都|还)?不(?:该)?"
    r"(?:问|来|弄|办|接|搞|碰|揽|找|整|报|掺和|费|折腾|受|干|趟)|不(?:应?该)(?:来|问|接|弄|揽|碰)"
    r"|(?:真|有点|好|很|都|开始)*后悔(?:死|得要命)?)(?:我们?|[问来接揽]|这(?:活儿?|事儿?|个|摊子"
    rf"|趟|差事)?|罪|劲|浑水)*{_END}"
)
_DEGREE = re.compile(
    r"(?P<story>.*?)(?P<felt>[愁慌急烦累忙困乏熬晕乱闷]|焦虑|紧张|担心|难受|委屈)得"
    r"(?!过|起|了?来|罪|到|出)(?P<how>[^得]{1,12})"
)
_BY_DEGREE: tuple[tuple[WearyKind, tuple[str, ...]], ...] = (
    ("afraid", ("愁", "慌", "焦虑", "紧张", "担心")),
    ("pressed", ("急",)),
    ("confused", ("晕", "乱")),
    ("discouraged", ("难受", "委屈", "闷")),
)
_OVER = (
    r"(?:老板|领导|老总|客户|甲方|上面|上级|总部|经理|主管|总监|校长|院长|主任|[\u4e00-\u9fff]总)"
)
_MANY = r"[\d一两二三四五六七八九十几好]+"
_PUSHED = re.compile(
    rf"(?:我们?)?{_OVER}(?:那边)?(?:今天|昨天|昨晚|每)?[1一]?(?:天|上午|下午|晚上?|早上?|小时)"
    rf"(?:都|就|要|打|发|来|催|给|我|了)*{_MANY}(?:个|通|遍|次|条|道)"
    r"(?:电话|微信|消息|短信)?(?:地?催|追|来催|问)?(?:我|进度)?"
    rf"{_END}|(?:我们?)?{_OVER}?(?:的)?(?:电话|消息|微信)?(?:那边)?[1一][个条通](?:电话|消息|微信)?"
    rf"接着?[1一][个条通](?:电话|消息|微信)?{_END}"
    rf"|(?:我们?)?{_OVER}(?:那边)?(?:就|只|光|轻飘飘|丢下?|甩(?:给我)?|撂下?|扔下?|给|了|说)*"
    rf"[1一](?:句话|个字)(?:的事|扔给我|甩给我|丢给我|就要|就让我)?(?:弄|做|写|改)?{_END}"
)
_WHEN = (
    r"(?:我们?|昨[晚天]|今[天早晚]|这[1一]?(?:整?个?)?(?:下午|上午|[天周晚]上?|几天)|[1一]大早"
    r"|刚刚?"
    r"|又|都|还|就|得|连着|连续|天天|每天|[1一]口气|光是?|已经|[, ])*"
)
_LATE = (
    r"(?:大?半夜|凌晨.{0,4}|深夜|天亮|后半夜|现在|这会儿?|[\d一两二三四五六七八九十]+点.{0,2}"
    r"|大晚上"
    r"|很晚)"
)
_WORKED = re.compile(
    rf"{_WHEN}(?:(?:加班|{_TOIL})[了着得过]?[^了,。?]{{0,8}}(?:到|至)了?{_LATE}"
    rf"(?:(?:都|也|了|还)*(?:没|才){_TOIL}?(?:完|睡|吃饭?|回家|躺下))?"
    r"|从(?:今天|昨天|昨晚)?(?:早上?|[1一]早|大?清早|上午|中午|凌晨|昨[天晚]|\d+点).{0,8}到"
    r"(?:现在|这会儿?|晚上?|半夜|天黑|深夜).{0,6}"
    r"|熬(?:了)?(?:[1一两三几好]*个?)(?:通宵|大?夜|宿)|加(?:了)?[^,。?]{0,4}班"
    r"|(?:[1一]口)?(?:饭|水|厕所)(?:都|也)?(?:没|顾不上|来不及)[吃喝上]?[上口]?"
    rf"|{_TOIL}了(?:[1一]?整?个?)(?:下午|上午|晚上|天|夜|宿)(?:的?[\u4e00-\u9fff]{{0,6}})?)"
    rf"{_END}"
)
"""How long or how late somebody worked: weariness by itself."""
_AT_WORK = re.compile(
    rf"{_WHEN}{_TOIL}[了着完]?(?:整整|快)?(?:[\d一两二三四五六七八九十几半好多来整大]+个?"
    r"(?:上午|下午|早上|晚上?|天|宿|夜|小时|钟头|星期|周|月|通宵)"
    r"|[\d一两二三四五六七八九十百几好多来]+(?:份|遍|页|趟|封|稿|版|家|轮|张|本))"
    rf"的?[\u4e00-\u9fff]{{0,6}}{_END}"
)
_AT_HOME = re.compile(
    r"(?:我们?家?|家里?|而且|偏偏|可|[, ])*(?:孩子|小孩|娃|宝宝|女儿|儿子|闺女|老人|[爸妈]妈?|父母"
    r"|老婆|老公|媳妇)(?:还|又|也|正|都|今天|昨晚|这两天|[1一]直|在家?|在)*"
    r"(?:发着?高?烧|生着?病|病着?|住着?院|不舒服|闹|等我?|没人(?:带|管|接|看)|要(?:接|喂|管)"
    rf"|感冒|咳嗽)(?:[^,。?]{{0,4}}){_END}"
    rf"|我?[还又]?[得要](?:弄|写|改|赶|搞|看|做|填|接着)[^,。?]{{0,6}}{_END}"
)
_DUE = re.compile(
    rf"(?:我们?)?{_OVER}(?:那边)?(?:还|都|在|正)*等着(?:要|看|用|我)?(?:交|要|呢)?{_END}|"
    r"[^,。?]{0,6}?(?:明[天早]|今[天晚]|后天|下班前?|[上下]午|月底|年底|下?周[\d一二三四五六日]"
    r"|马上|这周|晚上)(?:[1一]早|之?前|上午|下午)?(?:就|还|前|之前|必须|得|要|等着|[, ])*"
    rf"(?:交差?|上报|报上去|报|提交|出|给|汇报|截止|上会|用|要)(?:上去"
    rf"|[\u4e00-\u9fff]{{0,4}}){_END}"
)
_HURRIED = re.compile(r"(?:我|真|都|要|快)*急(?:死|坏|疯|得)")
_SIGH = re.compile(
    r"(?:服(?:了|气)?|行吧|好吧|唉|哎[呀哟]?|嗯|呃|啊|天[哪啊]|我的?天|妈呀|我去|无语|醉了|好吧|真的?是?"
    r"|不好意思|抱歉|对不起|说(?:实话|真的)|我|[~,.。! ])+了?"
)
_WHY_SO = re.compile(
    r"(?:唉|哎|这|都|办个?事|弄个?东西|真是|[, ])*(?:怎么|咋|为啥|为什么)(?:就|会|还)?(?:这么"
    r"|那么|这样|恁)(?:的)?"
    r"(?:麻烦|难|复杂|费劲|绕|烦人?|多事|折腾|磨人|难办|难搞|啰嗦|繁琐)(?:了|啊|呀|呢|的|哦"
    r"|[?~,.。! ])*"
)
"""What sighs that it is a toil, though it is worded as a question."""
_TIRED = re.compile(
    r"(?:我们?|真的?|实在|感觉|觉得|人|都|也|[, ])*(?:好|太|很|真|特别|有点)*"
    rf"(?:疲惫|困|心?累)(?:死|坏)?{_ME}{_END}"
)
"""Weariness without a cause: what it is of is told beside it, or it may be need."""
_OTHERS = re.compile(
    r"用户|客户|顾客|员工|职工|病人|患者|学[生员]|[他她它]们?|人家|对方|同事|[你您]|有人|很?多人"
    r"|别人|大家|村民|司机|不怕|别"
)
"""Of whom else a clause may tell; 麻烦您了 is thanks."""
_MATTER = re.compile(
    r"数据|信息|资料|出境|挂牌|入驻|备案|登记|泄露|罚|授权|合同|公司|[卖买签]|客户|审核|退回|驳回"
)
_LEADS = (
    r"(?:唉|哎|这|那|我们?|真的?|就|都|也|现在|今天|昨[天晚]|最近|这[几两]天|[1一]|整|个|半?天"
    r"|[下上]午|[夜晚宿]上?"
    r"|为(?:了)?(?:这|那)个?事?|因为|已经|还|又|被|给|让|把|[, ])"
)
_THINGS = (
    r"(?:合同|材料|规定|规矩|表格?|系统|网站|文件|条款|法条|法律|法规|资料|申报书?|申请书?|报告"
    r"|方案|手续|流程"
    r"|东西|玩意儿?|事儿?|活儿?|问题|数据|合规|挂牌|入驻|登记|备案|出境|交易|评估|资料|字|稿子?"
    r"|这些?|那些?|种|套)"
)
_READING = re.compile(rf"{_TOIL}.{{0,14}}{_TOIL}?得?|这(?:些|个)?(?:东西|玩意|规定|事)?")
"""Who reads or writes contracts until the head spins tells of work, not of a case."""
_CAUSE = re.compile(rf"{_TOIL}|[愁急]得?")
_WORRIED = r"(?:[愁急烦慌累忙困]|担心|焦虑|紧张)得?"
_STORY = re.compile(
    rf"{_WHEN}(?:{_LEADS})*(?:{_WORRIED}|{_TOIL}+(?:了|着|这|那|些|个"
    rf"|[\d一两二三四五六七八九十几]+[份页遍])*"
    rf"{_THINGS}*(?:{_TOIL}+)?(?:得|到|了)?{_THINGS}*)*(?:{_LEADS}|{_SO})*"
)
"""A story of work and of worry, in which no word of need can hide."""
_OF_THE_MATTER = re.compile(
    rf"(?:{_LEADS}|{_THINGS}|{_TOIL}|起来|[得的了都也一1下点上手里跟和]|办(?:个|点)?|们|你们|有)*"
)
"""What is said to be a toil here; life is another matter."""
_UNCAUSED = re.compile(
    rf".*(?:{_UNSLEPT}|[累困乏熬磨](?:死|坏|垮|傻|惨|趴){_ME}|(?:疯|抓狂|魔怔)掉?"
    rf"|人{_SO}{_BODY_IS}){_END}"
)
_HARMLESS = re.compile(
    rf"(?:(?:我|都|也|直|快|要|就|整|天天?|一|1|[夜宿晚]|连|吃|喝|人|心里?){{0,4}}(?:很|慌|不行"
    rf"|要命|要死要活|够呛|厉害|冒汗"
    r"|出汗|跺脚|跳脚|团团转|打转|转|坐不住|坐立不安|吃不下饭?|吃不好|饭都?吃不下|喝口水.{0,4}没有"
    r"|口水.{0,4}没有|脚不沾地"
    r"|不可开交|焦头烂额|喘不过气来?|嘴角?起泡|起泡|上火|头发.{0,4}|白了?头|直不起腰|腰.{0,5}"
    r"|眼.{0,6}|头.{0,6}|脑.{0,8}"
    rf"|{_UNSLEPT}|觉.{{0,4}}|话.{{0,2}}说不出|找不着北|七荤八素|够受|像条狗|跟狗[1一]样"
    rf"|跟孙子似的){_END})"
)
"""How worry and weariness are measured, in words that mean no need."""


def weary(clause: str) -> Weary | None:
    """What a clause tells of its teller; ``None`` where it asks, or tells of others."""
    plain = clause.strip()
    if is_english(plain):
        return weary_english(plain)
    if _WHY_SO.fullmatch(plain):
        return Weary("put_off")
    if plain.endswith("?") or not plain or len(plain) > _LONGEST or asks(plain):
        return None
    if " " in plain:
        return _in_row(plain.split())
    if _REGRETS.fullmatch(plain):
        return Weary("put_off")
    told = _pictured(plain)
    if told is not None:
        return told
    if _PUSHED.fullmatch(plain):
        return Weary("pressed")
    if _WORKED.fullmatch(plain) and not _OTHERS.search(plain):
        return Weary("tired", plain)
    if _SIGH.fullmatch(plain):
        return Weary("")
    beside = any(shape.fullmatch(plain) for shape in (_AT_WORK, _AT_HOME, _DUE))
    return Weary("", plain) if beside else None


def rest_of_weary(text: str) -> str | None:
    """What is left to be judged for need of a normalised text that tells, clause by clause, of
    weariness with its cause and of nothing else; ``None`` for any other text."""
    left: list[str] = []
    caused, clauses = False, clauses_of(text)
    for clause in clauses:
        told = weary(clause)
        if told is not None and told.kind:
            caused = caused or told.caused
        elif told is None and not _TIRED.fullmatch(clause):
            return None
        if told is not None and told.open:
            return None
        left.append(told.left if told is not None else "")
    return ",".join(left) if caused or burdened(clauses) else None


def burdened(clauses: Sequence[str]) -> bool:
    """Whether clauses tell of several burdens, and name no feeling (孩子还发着烧，明天就要交)."""
    told = [weary(c) for c in clauses]
    return sum(t is not None and t.left != "" for t in told) > 1


def due_soon(clauses: Sequence[str]) -> bool:
    """Whether a normalised clause says that something is due."""
    return any(
        due_english(c) if is_english(c) else _DUE.fullmatch(c) or _HURRIED.match(c) for c in clauses
    )


def _in_row(parts: list[str]) -> Weary | None:
    """What several words tell that only spaces part."""
    told = [weary(part) for part in parts]
    found = [t for t in told if t is not None]
    if len(found) < len(parts):
        return None
    first = next((t for t in found if t.kind), found[0])
    return Weary(
        first.kind,
        ",".join(t.left for t in found),
        matter=any(t.matter for t in found),
        caused=any(t.caused for t in found),
        open=any(t.open for t in found),
    )


def _pictured(plain: str) -> Weary | None:
    """What the picture at a clause's end tells, with the story in front of it."""
    for kind, shape in _FULL:
        found = shape.fullmatch(plain)
        if found is not None and _of_oneself(found["story"]):
            story = found["story"]
            if kind == "put_off" and not _OF_THE_MATTER.fullmatch(story):
                continue
            return Weary(
                kind,
                story,
                matter=_tells_matter(story),
                caused=not _UNCAUSED.fullmatch(plain) or _CAUSE.search(story) is not None,
                open=_STORY.fullmatch(story) is None,
            )
    degree = _DEGREE.fullmatch(plain)
    if degree is None or not _of_oneself(degree["story"]):
        return None
    story, felt = degree["story"], degree["felt"]
    harmless = _STORY.fullmatch(story) and _HARMLESS.fullmatch(degree["how"])
    left = f"{story},{degree['how']}"
    return Weary(_by_degree(felt), left, matter=_tells_matter(story), open=harmless is None)


def _by_degree(felt: str) -> WearyKind:
    for kind, words in _BY_DEGREE:
        if felt in words:
            return kind
    return "tired"


def _of_oneself(story: str) -> bool:
    others = [m.end() for m in _OTHERS.finditer(story)]
    return not others or "我" in story[others[-1] :]


def _tells_matter(story: str) -> bool:
    return _MATTER.search(story) is not None and _READING.search(story) is None


_OF_WORK = re.compile(
    r"(?:(?:财务|法务|审计|合规|评估|验收|老板|领导|总部|董事会|股东|会计师?|内审|外审|采购|信息部|技术|业务|供方|卖方|客户|银行)(?:那边|部门?|那里|那儿|上)?"
    r"|这事|这个|回头|到时候?|将来|以后|我们?|[, ])*(?:会|就|可能)*"
    r"(?:(?:过|通|说|批|进|签|讲)不(?:了|过去?|通|下来|清楚?)|不(?:同意|批|认|让过|签|通过|给过|满意)|没法(?:过|通过|交代|解释)"
    r"|不签|卡(?:住|在|壳)|打回|退回)[^,。?!]{0,8}"
)
"""What may go wrong with a work, of which nobody is ill at ease: 财务那边过不了审计."""


def of_work(feared: str) -> bool:
    """Whether what somebody says that they fear is only that a work does not go through."""
    return _OF_WORK.fullmatch(normalise(feared).strip(" ,.。!")) is not None
