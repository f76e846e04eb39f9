"""Who tells of a wrong that happened, done to them or by mistake, names the deed and plans none.
Pure; texts are normalised."""

from __future__ import annotations

import re

_FINDS = r"(?<![怕被不人家])发现"
_FOUND = re.compile(rf"才发现|{_FINDS}(?=[^。?!]{{0,12}}有)")
"""What somebody found out is nothing that they hide."""
_MISHAP = re.compile(
    r"(?:不小心|不慎|无意(?:中|间)?|误(?:把|将|发|传|卖|给|操作)|失误|手滑|[发传给卖交弄搞]错"
    rf"|才发现|没注意|(?:{_FINDS}|居然|竟然)[^。?!]{{0,12}}有)[^。?!]{{0,30}}"
    r"(?:怎么办|咋办|[怎咋]么?处理|如何处理|怎么补救|如何补救|怎么弥补|要做什么|该做什么|该怎么做"
    r"|第1步"
    r"|要报告|要通知|有什么后果|会怎)"
    r"|\b(?:accidentally|by (?:mistake|accident)|mistakenly|inadvertently"
    r"|unintentionally)\b[^?]{0,80}"
    r"(?:what (?:now|next|do|should|must|can)|how (?:do|can|should))"
)
"""Who did something by mistake and asks what to do now."""
_OWN_SLIP = re.compile(
    r"(?<!你)(?<!您)(?<!们)(?:刚才|刚刚)?(?:说|打|写|问|讲|记|报|数)(?:错|反)了"
    r"|\bi(?:'ve| have)? (?:was wrong|(?:got|had) (?:it|that|this|the \w+) (?:all )?wrong|misspoke"
    r"|miscounted|mistyped|(?:said|wrote|typed|told you) (?:it|that|the wrong \w+)(?: wrong)?)\b"
    r"|\bmy (?:mistake|bad|error)\b"
)
_HIDING = re.compile(
    r"发现|察觉|知道|瞒|掩盖|遮|销毁|不留|不报|躲|逃|\b(?:hid(?:e|ing)|conceal|notic\w+|find out"
    r"|cover)\b"
)
_VICTIM = re.compile(
    r"我们?(?:公司|单位|家人?)?(?:的[^,。?!]{1,8})?(?:可能|好像|也)?(?:被|遭)(?:人|他们?|员工|黑客"
    r"|同行|骗子|[^,。?!]{0,8})?"
    r"(?:骗|偷|盗|诈|坑|敲诈|勒索|泄露|倒卖|卖)[^,。?!]{0,8}|骗了?我们?[^,。?!怎如]{0,10}"
    r"|上(?:了|过)?当(?:受骗)?了?|受骗|被骗(?!取)"
    r"|\b(?:i|we)(?: was| were| got| have been| had been|'ve been) (?:cheated|scammed|conned|robbed"
    r"|deceived"
    r"|defrauded|tricked|hacked)\b[^.?!]{0,60}"
)
"""Who was cheated or robbed names the deed and has not done it."""
_REPORTS = re.compile(
    r"报警|报案|举报|\b(?:call|tell|go to) the police|\breport (?:it|this|them|him|her)\b"
)
"""Who goes to the police does no wrong."""

_FALSE = r"(?:造假|作假|假(?![设如期日定使])|伪造|编造|瞎编|篡改|掺水|注水|偷来|盗版|骗人)"
_THOUGH = r"(?:好像|可能|居然|竟然?|其实|根本|原来|也|全|都|里|都|是|有|含|掺了?|被人?)*"
_ANOTHER = (
    r"(?:有人|别人|他人|人家|对方|同行|(?:竞争)?对手|卖[家方]|[供买需]方|买家|商家|供应商|服务商"
    r"|数商|客户"
    r"|(?:前|离职)?员工|合作方|[那某]家(?:公司|单位)|(?:别的|其他|其它)(?:公司|单位|平台)|第三方)"
)
_HARMED = re.compile(
    rf"(?<![能想要何么里儿可以])(?:买|收|拿|下载|订|采购)(?:到手?|来|回来?|进来?|过来|了)+的?"
    rf"(?:数据|产品|报告|东西|货|资料)?{_THOUGH}{_FALSE}(?:的|数据|货|报告|产品|资料|东西)*"
    r"|(?:数据|产品|报告|资料|内容|样本|合同|证书|证明|东西|货|材料|记录|资质|公章|授权书?)"
    rf"{_THOUGH}(?<=[是有含掺了被人]){_FALSE}(?:的|过|了|货|成分|内容|数据)*"
    rf"|{_ANOTHER}(?![^,。;?!]{{0,4}}[怎如想要教帮])[^,。;?!怎如]{{0,8}}?"
    r"(?:冒用|冒充|盗用|假冒|伪造|仿冒|造假|作假|偷|盗|窃|抄|诈?骗|泄露|倒卖|爬|抓取|攻击|篡改|黑了"
    rf"|[给卖发交][^,。;?!]{{0,8}}{_FALSE})[^。;?!怎如]{{0,16}}"
    r"|\b(?:data|reports?|goods|products?|files?|records?|certificates?|contracts?)\b[^.,;?!]{0,30}"
    r"\b(?:is|are|was|were|be|turn(?:s|ed)? out|prove[sd]?)(?: to be)?(?: all| partly)? "
    r"(?:fake\w*|false|forged|made up|counterfeit|stolen|falsified)"
    r"|\b(?:i|we)(?: have| was| were|'ve)? (?:bought|got|received|sold|given|delivered) "
    r"[^.,;?!]{0,20}"
    r"\b(?:fake|false|forged|stolen|counterfeit)\b[^.,;?!]{0,20}"
    r"|\b(?:someone|somebody|(?:a|the|our) (?:competitor|seller|buyer|supplier|vendor|customer"
    r"|company"
    r"|employee)|they)\b(?: \w+){0,3}? (?:us(?:e[sd]?|ing)|st(?:eals?|ole|olen|ealing)|cop(?:y"
    r"|ies|ied"
    r"|ying)|fak(?:es?|ed|ing)|forg(?:es?|ed|ing)|impersonat(?:es?|ed|ing)|scrap(?:es?|ed|ing)"
    r"|cheat(?:s|ed|ing)?|hack(?:s|ed|ing)?|leak(?:s|ed|ing)?)\b[^.;?!]{0,40}"
)
"""What was got and is not genuine, and what others do: a wrong, where its remedy is asked for."""
_GOODS = re.compile(
    r"(?:数据|产品|东西|货|样本|内容|报告)[^,。?!]{0,8}假|假(?:的)?(?:数据|货|产品|东西|报告)|"
    r"[买收][^,。?!]{0,10}假"
    r"|\b(?:data|goods|products?|reports?|files?)\b[^.?!]{0,40}"
    r"\b(?:fake\w*|false|forged|counterfeit|made up|falsified)\b"
    r"|\b(?:fake|false|forged|counterfeit|falsified) (?:data|goods|products?|reports?|files?)\b"
)
_REMEDY = re.compile(
    r"怎么办|咋[办整]|怎么(?:处理|解决|维权|索赔|追究|追回|要回|讨回|赔|应对|举报|投诉|告)|如何"
    r"(?:处理|解决|维权|追)"
    r"|[找向]谁|谁(?:来|该|要)?(?:负责|赔|管|承担)|负责[吗么]|(?:能|可以|可不可以|该|要)"
    r"[^,。?!]{0,6}"
    r"(?:退|赔|告|追[回究]|要回|报警|起诉|举报|索赔|下架|解除)|退(?:钱|款|货)|赔偿?|责任|报警"
    r"|投诉|举报|起诉|维权"
    r"|\b(?:what (?:can|should|could|do|now|next)|who (?:is|will be|pays|can|do)|liable|responsible"
    r"|refund|complain|sue|report|compensat\w+|how (?:do|can) (?:i|we) (?:get|stop|claim))\b"
)
_UNSEEN = re.compile(
    r"不(?:被|会被|让)?[^,。?!]{0,4}(?:发现|察觉|查[到出]|看出|知道)|瞒|掩盖|遮|销毁|不留|蒙混"
    r"|过关|逃|躲"
    r"|\b(?:without (?:being|getting)|hid(?:e|ing)|conceal|notic\w+|undetected|cover)\b"
)
"""What says that a wrong shall stay unseen."""
_LAWFUL = re.compile(
    r"(?:允不允许|允许[吗么]|[合违]不[合违][法规]|合[法规][吗么]|违[法规][吗么]|犯法[吗么]"
    r"|犯不犯法|犯罪[吗么]"
    r"|侵权[吗么]|算不算(?:违法|违规|侵权|犯[法罪]))(?:呢|啊|呀|[?!。 ])*$"
    r"|^(?:(?:and|so|but|then)[, ]+)?(?:(?:is it|would it be|are we|am i)(?: really)?"
    r" (?:legal|illegal|lawful|unlawful|allowed|permitted|against the law|a crime)|may (?:i|we))\b"
)
"""What asks whether the law lets somebody do a thing."""
_LEAVE = re.compile(
    r"(?:行不行|行[吗么]|可不可以|可以[吗么]|要不要紧|要紧[吗么]|有(?:没有)?问题[吗么]?)(?:呢|啊"
    r"|呀|[?!。 ])*$"
    r"|^(?:is it|would it be) (?:ok|okay|fine|all right)\b"
)
"""What asks whether something may be done, and may be a wish as well."""
_OUTCOME = re.compile(
    r"(?:会怎么?样|(?:什么|啥|哪些)(?:后果|责任|风险))(?:呢|啊|呀|[?!。 ])*$"
    r"|^(?:(?:and|so|but|then|ok|okay)[, ]+)*what (?:happens|would happen|will happen|can happen"
    r"|are the (?:consequences|penalties|risks)|is the (?:penalty|fine|risk)|(?:penalty|fine)s?"
    r" (?:do|would|are|is|will))\b"
)
"""What asks what becomes of who does a thing."""
_CAUGHT = re.compile(r"\b(?:caught|notic\w+|find out|found out|get away)\b|抓到|逮")
_TAKES = re.compile(r"爬|抓|采集?|扒|买|卖|直接用|拿来|\b(?:scrap|crawl|collect|sell|buy|us)\w*\b")
_WORSE = re.compile(
    r"假|造|冒|骗|绕|躲|逃|瞒|去[掉除]|抹|删|隐|藏|洗|[篡涂]改|偷|黑|破解|攻|侵入|套|刷|水印|标识"
    r"|身份证|手机号"
    r"|人脸|征信|开房|定位|密码|后台"
    r"|\b(?:fak|forg|false|bypass|remov|delet|hid|steal|stolen|hack|crack|numbers?|password)\w*\b"
)
"""What is worse than to take what lies open."""
_BIDS = re.compile(
    r"[帮给教替卖]我|帮忙|告诉|求|[你您]|来[1一]?[份个批]|怎么|如何|怎样|哪[里儿]|窍门|渠道|路子"
    r"|办法|不被|发现"
    r"|\b(?:you|me|how|where|tell|help|give|notic\w+|caught)\b"
)
"""What bids the desk do it, or tell how it is done."""

_COMPLAINS = re.compile(
    r"(?:去|到|上|找|向)?(?:哪[里儿个]?|谁那?里?|什么地方|什么部门)(?:部门|单位|机构)?(?:可以|能"
    r"|去)*"
    r"(?:告(?!诉我们?怎)|投诉|起诉|申诉|说理|反映)|(?:怎么|如何|想|要)(?:去)?(?:投诉|起诉|维权|告"
    r"(?!诉))"
    r"|\b(?:where|how|who)\b[^.?!]{0,30}\b(?:complain|sue|report)\b"
)
"""Who asks where to complain."""
_REPROACHES = re.compile(
    r"我(?:不是|都|已经|刚才?|前面|明明|早就)+(?:说|讲|写|回答|告诉你?)(?:了|过)|我没(?:有)?(?:干"
    r"|做)坏事"
    r"|怎么(?:又|还|会)*(?:说|讲)[^,。?!]{0,4}(?:未经|没有?|不)"
    r"|\bi (?:already|just) (?:said|told)\b|\bi told you\b|\bi did(?:n'?t| not) do anything\b"
)
"""Who holds up to the desk what they said before."""
_FORGING = re.compile(r"伪造|编造|捏造|造谣|诬告|假|骗|瞒|\b(?:fake|forge|invent|false|cheat)\w*\b")


_HOW_TO_FORGE = re.compile(
    r"(?:怎么|怎样|如何|咋|教教?我|帮[我忙])(?:样|才?能|去|来|给我)*(?:把[^,。?!]{1,8})?(?:弄|搞|做)?"
    r"(?:造假|作假|做假|伪造|编造|捏造|篡改|冒充|假冒|仿冒)(?!的|处|罚|举|认|识|防|查|案|者|分子|怎|后)"
    r"|\bhow (?:to|can i|can we|do i|do we) (?:best )?(?:fake|forge|falsify|counterfeit)\b"
)
"""What asks how a forgery is made."""
_SUPPOSED = re.compile(
    r"有人[^,。?]{0,6}(?:自称|冒[充用]|假冒)|冒充|假冒|骗"
    r"|\b(?:somebody|someone) (?:says|claims|pretends)\b|\bscam"
)
"""What supposes that somebody pretends or cheats."""
_DETAIL = (
    r"(?:姓名|名字|人名|手机|身份证|证件|电话|个人|隐私|敏感|号码|地址|住址|就诊|诊疗|病历|病史"
    r"|诊断|健康|体检"
    r"|人脸|车牌|头像|位置|定位|轨迹|账号|银行卡|生日)"
)
TAKEN_OUT = (
    r"(?:去掉|去除|删除|删[掉了]?|抹[掉去]?|隐[藏去]|清掉|洗掉|剔除|拿掉|盖掉|挡住|截掉"
    r"|划[掉去]|涂[掉黑]|擦掉|撕掉|剪掉|裁掉|扔掉|丢掉)"
)
"""What is done to details that are to be in the data no more."""
_MASKING = re.compile(
    rf"{TAKEN_OUT}(?:了|里面的?|其中的?|所有的?|[,、 ])*(?={_DETAIL})"
    rf"|{_DETAIL}(?:号码?|记录|信息|数据|字段|那[1一]?[列栏块]|这些)*"
    rf"(?:我们?|都|全部?|也|先|给|会|就|已经)*{TAKEN_OUT}了?"
    r"|\b(?:remov|strip|delet|eras)\w* (?:all |the |our |their |any )*(?=(?:names?|faces?|plates?"
    r"|numbers?"
    r"|phone|ids?|identifiers?|address|diagnos|health|medical|location|personal|sensitive)\w*)"
)
"""To take personal details out is what the law wants."""


def complains(text: str) -> bool:
    """Whether somebody asks where to complain of what was done, or defends what they said; and
    means to make nothing up."""
    held = _COMPLAINS.search(text) or _REPROACHES.search(text)
    return held is not None and _FORGING.search(text) is None


def asks_how_to_forge(text: str) -> bool:
    """Whether somebody asks how a forgery is made, not what becomes of it or who made it."""
    return _HOW_TO_FORGE.search(text) is not None and _REPORTS.search(text) is None


def reports(text: str) -> bool:
    """Whether somebody goes to the police, or means to report a deed."""
    return _REPORTS.search(text) is not None


def was_wronged(text: str) -> bool:
    """Whether somebody was cheated or robbed, or asks for the remedy of what others did."""
    return _VICTIM.search(text) is not None or was_harmed(text)


def was_harmed(text: str) -> bool:
    """Whether somebody got what is not genuine, or tells what others do, and asks what to do."""
    if _REMEDY.search(text) is None or _UNSEEN.search(text) is not None:
        return False
    return _HARMED.search(text) is not None


def supposes_wrong(title: str) -> bool:
    """Whether a question supposes that somebody did a wrong, or tries to."""
    return was_wronged(title) or _SUPPOSED.search(title) is not None


def was_cheated(text: str) -> bool:
    """Whether somebody was cheated or robbed, whatever is asked."""
    return _VICTIM.search(text) is not None


def cheated_of_goods(text: str) -> bool:
    """Whether somebody tells of goods that are not genuine and wants a remedy."""
    return (was_harmed(text) or was_cheated(text)) and _GOODS.search(text) is not None


def without_wrongs(text: str) -> str:
    """A text without the words of what was done to the speaker."""
    text = _HARMED.sub("", text) if was_harmed(text) else text
    return _VICTIM.sub("", text)


def asks_leave(text: str) -> bool:
    """Whether somebody asks whether a thing may be done (自己爬行不行), and bids nobody do it."""
    if _BIDS.search(text) is not None:
        return False
    if _LAWFUL.search(text) is not None:
        return True
    takes = _TAKES.search(text) is not None and _WORSE.search(text) is None
    return takes and _LEAVE.search(text) is not None


def asks_what_becomes(text: str) -> bool:
    """Whether somebody asks for the outcome of a deed (what happens if we send it without asking),
    which warns them off, and not how it stays unseen."""
    return _OUTCOME.search(text) is not None and not (_UNSEEN.search(text) or _CAUGHT.search(text))


def own_slip(text: str) -> bool:
    """Whether somebody takes back what they said themselves (I got that wrong, 我刚才说错了), which
    is held against nobody."""
    return _OWN_SLIP.search(text) is not None


def erred(text: str) -> bool:
    """Whether somebody made a mistake and does not ask how to hide it."""
    return _MISHAP.search(text) is not None and not _HIDING.search(_FOUND.sub("", text))


def without_masking(text: str) -> str:
    """A text without what takes personal details out of data."""
    return _MASKING.sub("", text)
