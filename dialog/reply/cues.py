"""What stands in a text, and around it, for or against what the intent model takes it for. Pure.

The model reads one text alone: 我能把它去掉吗 sounds like despair to it, 日志呢 like a farewell.
What was spoken of before, a term of the field, or a question on how to do it lawfully weigh against
a guess; a cue of its own kind lets it stand.
"""

from __future__ import annotations

import re

import msgspec

from dialog.reply.aspects import asks
from dialog.reply.formalities import asks_for_formalities, asks_of_their_side, makes_sure
from dialog.reply.grief import distress_of
from dialog.reply.guarding import guards
from dialog.reply.intent import IntentGuess
from dialog.reply.labels_asked import asks_unlabelled
from dialog.reply.machine_decides import tells_of_machine
from dialog.reply.own_goods import of_people, sells
from dialog.reply.rules_wanted import wants_rules
from dialog.reply.scraps import no_farewell
from dialog.reply.shielding import shields, was_hit
from dialog.reply.told_trade import told_trade
from dialog.reply.wrongs import (
    asks_how_to_forge,
    asks_leave,
    asks_what_becomes,
    complains,
    erred,
    own_slip,
    reports,
    was_wronged,
    without_masking,
    without_wrongs,
)
from knowledge.localities import places_in
from knowledge.text import normalise
from knowledge.types import Intent

_HARM = re.compile(
    r"伪造|假|造|冒|骗|诈|欺|绕|规避|避开|躲|逃|瞒|蒙|混过|应付|钻|漏洞|空子|偷|盗|窃|黑(?!名单)|攻"
    r"|破解|爬|抓取|入侵|木马"
    r"|病毒|炸|枪|毒|刀|杀|打断|打[一1](?:顿|架)|打他|弄死|报复|恐吓|威胁|吓|敲诈|勒索|贿|塞钱"
    r"|塞多少|红包|打点|关系|私下|偷偷|暗|洗钱"
    r"|洗白|刷|倒签|补签|篡|改(?:日|时|成|得|数|记|掉|写|一)|抹|去掉|去除|删|清除"
    r"|隐藏|藏|不被|查不|认不|发现不|看不出"
    r"|身份证|手机号|三要素|人脸|开房|征信|内部渠道|渠道|路子|买一批|收一份|求购|出手|黄|色情|裸|赌"
    r"|提示词|指令"
    r"|忽略|越狱|扮演|假装|无视|没有(?:任何)?限制|原样|系统设定|设定|全文|诋毁|抹黑|骂|住哪"
    r"|住址|跟踪|定位|监控|监听|窃听|行踪|通话|虚构|能买(?!到?[些点]?(?:什么|啥|哪些))|(?<!能)买到(?![些点]?(?:什么|啥|哪些))"
    r"|不用真|洗|后台|参数|前面的规|按我说|不要管|废话|吐出来|套(?:取|补贴|钱)|提权|调试|连接串"
    r"|数据库|不用走|电话名单|不付钱|白嫖|销毁|转移|不让|不用告诉|不告诉|不经|没经|未经|没有?同意"
    r"|擅自|跑分|窍门|假装|逼|(?<!厉)害|抢|烧"
    r"|瘫|弄(?:没|掉|走)|注入|撞库|社工库|[清擦]掉|去(?!标识化)(?:了|一?下)?(?:ai|aigc|人工智能"
    r"|生成)?.{0,3}(?:标[识签]|水印|字样)"
    r"|不带.{0,6}(?:标[识签]|水印)"
    r"|\b(?:dan|fake\w*|forg\w+|counterfeit|false\w*|hack\w*|steal\w*|stolen|bypass|evade|avoid"
    r"|dodge|cheat\w*|trick|fool|scam\w*|phish\w*|spyware|malware|crack|exploit\w*|scrap\w*|strip"
    r"|remove|delete|erase|hide|conceal|without|notic\w+|secretly|bribe\w*|kill|bomb|gun|burn"
    r"|attack\w*|threat\w*|scare|blackmail|stalk\w*|track|spy\w*|ignore|pretend|prompt|rules"
    r"|jailbreak|porn\w*|nude|drugs?|launder\w*|pass off|sell me|numbers?(?! plates?)|leak\w*"
    r"|undetect\w*|back ?date\w*|trace|weapon\w*|poison\w*|hurt|harass\w*|insult\w*|impersonat\w*"
    r"|clone|smuggl\w*|destroy\w*|behind \w+ \w+'?s? back)\b"
)
_PRIZES = re.compile(
    r"身份证号?码?|手机号码?|三要素|人脸|开房|征信|通话|行踪|定位|监控|数据库|后台|参数"
    r"|\bnumbers?\b(?! plates?)"
)
"""What wrongdoers are after, and every honest case tells of as well: a deed must be named too."""
_GUARDING = re.compile(
    r"(?:防止|防范|防住|防着|防(?!疫|火|水)|避免|阻止|制止|拦住?|挡住?|不想让|不让|担心|害怕|怕"
    r"|被)(?:我们?的?数据)?被?"
    r"(?:别人|他人|人家|同行|对手|竞争对手|黑客|外人|坏人|骗子|员工|内鬼|爬虫|买[家方]|客户|对方"
    r"|第三方)"
    r"(?![^,。;?!]{0,16}(?:发现|知道|察觉|查[到出]|看[出穿]|认出|追[到究责]))[^,。;?!]{0,16}"
    r"|(?:是不是|会不会是|不会是|怕是?|遇到|碰到|碰上|遭|被)(?:个|了|上)?(?:诈?骗子?|骗局|忽悠|冒充"
    r"|假冒)了?"
    r"(?:,(?:冒充|假冒|自称|说|收|骗)[^,。?!]{0,20})?"
    r"|(?:有人|有个人|有家公司|对方|来电)[^,。?!]{0,6}(?:自称|冒充|假冒|说是|说自己是)[^。?!]{0,30}"
    r"|\b(?:is|was) (?:it|this|that) a (?:scam|fraud)"
    r"|\b(?:been|got|get(?:ting)?) (?:scammed|cheated|conned)"
    r"|\b(?:somebody|someone|a (?:man|woman|caller|company)) (?:claim|pretend|pos)\w*[^.?!]{0,60}"
    r"|(?:杀死|杀掉|干掉|结束)(?:[一1]?个|掉)?(?:后台|卡死的?|多余的?)?(?:进程|线程|任务)"
    r"|(?:stop|prevent|protect\w*|guard)\b(?![^,.;?!]{0,60}\b(?:notic|find|know|see|detect"
    r"|trac)\w*)"
    r"[^,.;?!]{0,30}\b(?:others?|hackers?|people|somebody|someone"
    r"|competitors?|thieves|buyers?|scrapers?|being)\b[^,.;?!]{0,40}"
)
"""Who asks how to keep others from a deed, or fears a cheat, names the deed and means the
opposite."""
_OWN_RIGHT = re.compile(
    r"(?:能|可以|有权|怎么|如何)[^,。;?!]{0,4}(?:让|叫|请|要求)(?:他们?|她们?|对方|人家|学校|公司"
    r"|平台|商家|物业|单位|你们)[^,。;?!]{0,6}(?:删|清除|销毁|抹)(?:掉|除)?(?![^,。;?!]{0,4}(?:证据|记录|日志))"
    r"|(?:(?:要|让|叫|请)我们?把[他她]们?|把我)的[^,。;?!]{0,8}(?:资料|信息|数据|账号|记录)[^,。;?!]{0,3}(?:删|注销|清除)"
    r"|\b(?:can|may|could) (?:i|we) (?:ask|make|have|require) (?:them|him|her|the \w+)(?: to)?"
    r" (?:delete|erase|remove)\b"
)
"""Who wants others to delete what they hold of the speaker has a right to it."""
_NUMBERED = re.compile(r"\d+ ?[万千百]?(?:多?人|个人|条|份)")
_TAKING = re.compile(
    r"买(?![方家])|卖(?![方家])|求|弄|搞|给我|帮我|哪里?有|哪里?能|拿到|查[到出人]|收[一1]|要[一1]"
    r"|倒"
    r"|\b(?:buy|sell|get me|give me)\b"
)
_LAWFUL = re.compile(
    r"报警|报案|(?:要|得|该|需要?)(?:做|办|走|交|备|怎么|如何|经过|满足|遵守).{0,4}(?:什么|哪些"
    r"|手续|标|加|办)"
    r"|行不行|行吗|可以吗|可不可以|允许|合法|合规|违法|违规|规定|手续|罚|责任|后果|(?:怎么|如何"
    r"|怎样)(?:加|打|贴|标|申报|备案|举报|防|处理|脱敏)"
    r"|不.{1,6}(?:会怎|会有)|第\d+条|(?<!电话)名单|念给|读给|念一|读一"
    r"|have to do|need to do|must (?:we|i)|allowed|lawful|legal|permitted|penalt|compl(?:y|iance)"
    r"|what (?:do|should|must)|requirements?"
)
_PROPER = re.compile(
    r"合法地?|合规地?|正当|正规|征得|取得.{0,4}同意|\b(?:proper(?:ly)?|lawful(?:ly)?|legal(?:ly)?"
    r"|the right way|consent from|ask(?:ing)? for permission)\b"
)
"""What asks for the way by the rules."""
_SAID: dict[Intent, re.Pattern[str]] = {
    "greeting": re.compile(
        r"你好|您好|早|晚上好|下午好|中午好|大家好|在吗|在不在|有人|嗨|哈喽|喂|hello|\bhi\b|\bhey\b"
        r"|good|nihao"
    ),
    "thanks": re.compile(r"谢|感激|辛苦|thank|thx|cheers|appreciat"),
    "goodbye": re.compile(
        r"再见|拜|走了|先走|下次|回头|退出|不聊|回见|改天|先这样|就这样|没事了|没别的|挂了|结束"
        r"|晚安|再会|告辞|改日|再聊|bye|see you|later|leav|that's all|good ?night"
    ),
    "ask_person": re.compile(
        r"人工|真人|工作人员|专人|经办|老师|同事|转|找|联系|电话|呼叫"
        r"|\b(?:person|human|agent|operator|staff|someone|somebody|phone|manager"
        r"|representative|desk|talk|contact)\b"
    ),
}
_LOOKED_FOR = re.compile(
    r"(?:找|介绍|对接|拉)[^,。?!]{0,6}?(?:投资|资金|融资|贷款|买[家方主]|卖[家方]|客户|买主|合伙"
    r"|合作|渠道|老板|员工|兼职|对象|房)"
    r"|\b(?:find|get|introduce|know)\b.{0,16}\b(?:investors?|buyers?|customers?|clients?|partners?"
    r"|funding|money|jobs?)\b"
)
"""What somebody looks for that is no clerk of the desk: 找个投资人."""
_THANKED = re.compile(r"谢|感激|辛苦了|\b(?:thank|thanks|thx)\b")
_PRAISED = re.compile(
    r"(?:你|您|真的?|太|很|挺|好|超|讲得|说得|答得)*"
    r"(?:厉害|不错|棒|牛|清楚|明白|专业|贴心|靠谱|给力|优秀)(?:了|啊|呀|哦|哈|的|嘛|[!。~ ])*"
    r"|(?:that'?s |that is |very |so |really |it'?s |you are |you'?re )*"
    r"(?:helpful|great|awesome|brilliant|impressive|amazing)[!. ]*"
)
"""Praise, and nothing else."""
_GOES_ON = re.compile(r"但|不过|可是|只是|还想|再问|另外|\b(?:but|however|also)\b")
"""What stands behind thanks and takes them back, or goes on to something else."""
OF_ITSELF: dict[Intent, re.Pattern[str]] = {
    "complaint": re.compile(
        r"投诉|举报|态度|慢|烂|坑|骗|失望|[气烦怒急]|垃圾|没用|不满|差劲|太差|糟|等了|等到|拖"
        r"|推[来诿三]|敷衍|破|[答说讲搞弄]错|错误|不对"
        r"|白|退回|打回|驳回|没过|没批|崩|卡|打不开|报错|压力|来不及|截止|什么玩意|搞什么|答非所问"
        r"|不负责|不理"
        r"|complain|slow|terrible|awful|useless|wrong|rude|disappoint|angry|annoy|frustrat|broken"
        r"|crash|reject|waste|ridiculous|fed up|pressure"
    ),
    "about_assistant": re.compile(
        r"你|您|机器|真人|数字人|迎宾|助手|智能|\bai\b|\b(?:you|your|robot|bot|human|assistant)\b"
    ),
}
"""Words of what is meant for the desk itself, amid a conversation on a matter."""
_WISH = re.compile(
    r"推荐|介绍|找|搜|物色|有没有|有无|哪[里儿]有|哪[里儿].{0,4}(?:拿|买|下载|获取|搞|弄)|谁有|哪些"
    r"|哪家|哪几|哪[个款份种]|几家|求|需要|想[要买用看]|要买|我要|买|帮我"
    r"|(?<!怎么)(?<!怎样)(?<!如何)(?<!么样)给我|靠谱|谁家|谁能|对接|合作|换[一1]?个|可选|合适|适合"
    r"|有(?:什么|啥)|有.{0,14}[吗么没]|卖吗|给谁|请列|列几"
    r"|什么.{0,6}(?:数据|产品|语料|接口)"
    r"|recommend|looking for|find|suggest|which|\bany\b|who c(?:an|ould)|need|want|please"
    r"|vendor for|(?:is|are) there|do you (?:have|sell|offer)"
    r"|what (?:data|product|compan|vendor|firm)|show me"
)
"""What says that somebody wishes to be shown data or a company."""
_FIRM_WISH = re.compile(
    r"推荐|有没有|有得[买卖]|有无|[想要]找|采购|(?<!自己)(?<!自行)找[一1]?[个份家款]|想买|想要|求|帮我"
    r"|(?<!怎么)(?<!怎样)(?<!如何)(?<!么样)给我"
    r"|哪些.{0,8}(?:数据|产品|公司|数商|服务商|机构|律所|团队|语料|接口|报告|卖)|哪(?:几?家"
    r"|[个款份])|请列|列几|有.{0,8}卖吗"
    r"|有(?:什么|哪些|啥)(?!不|禁|受限|能|可)[^,。?!有没]{2,10}?的?(?:数据|语料)(?:产品"
    r"|集)?(?:[吗么呢啊]|$)"
    r"|有(?:什么|啥|没有?)?[^,。?!有没]{1,8}(?:数据(?![安出治合交泄])集?|语料|接口"
    r"|报告)(?:产品)?(?:可?卖)?[吗么没]"
    r"|recommend|looking for|suggest|find me|(?:is|are) there any|^any (?!of)[a-z ]{2,30}data\b"
    r"|\b(?:i|we|who) (?:want|need|wanna|wish|like)(?: to)? (?:buy|get|purchase|find)"
    r"|\b(?:do|does|did) (?:you|u|ya)(?: guys)? (?:have|sell|offer|got)"
    r"|\bdata(?:sets?)? available|^(?:u |you |have |got )+(?!to\b)[a-z ]+data\b"
)
"""The same in words that hold beside a price, a number or a date that is asked for."""
_PURPOSE = re.compile(
    r"(?<=数据|语料|产品|接口)[,，]?(?:想|要)?(?:用来|拿来|用于|用作|拿去|来|去|做|搞|给)*"
    r"(?:ai|人工智能|大?模型|算法|机器)*的?(?:训练|建模|研究|分析|微调|测试|学习).*$"
    r"|\b(?:to|for) (?:train|build|ai|model|machine|research)\w*\b.*$",
    re.IGNORECASE,
)
"""What a thing is wished for."""
_BARE_WISH = re.compile(
    r"(?:我们?|公司|单位|想要?|要|买|找|求购|购买|采购|推荐|有没有|有|[1一]?[些点批个份]|别的|其他"
    r"|其它|的|数据集?|产品"
    r"|语料|接口|吗|[, ])*|(?:i|we|want|need|to|buy|get|find|some|any|data|[ ,])*",
    re.IGNORECASE,
)
"""A wish that names nothing but data."""
_FACT = re.compile(
    r"多少|(?<!推荐)(?<![来找给看换荐介绍])几(?:个|种|类|条|家|款|项|号|年|月|天)|数量|总数|目标"
    r"|规模|占比|比例|价格|价钱|报价|收费|费用|贵不贵"
    r"|什么时候|何时|哪[一1]?[年天]"
    r"|how (?:much|many)|number of|target|price|costs?\b|fees?\b|\bwhen\b|what year"
)
"""What asks for a number, a price or a date of something."""
_PREFERRED = re.compile(r"[^,，。?!]{1,14}(?:最好|更好|就行|为好|也行|优先)(?=$|[,，。?!])")
_NEEDS_HELP = re.compile(
    r"(?:那|我们?|这个?|是不是|一定|必须|非得?|要不要|需不需要|用不用|需要|得|要|用|还|去|请|找"
    r"|委托"
    r"|通过|[, ])+"
    r"(?:数商|服务商|中介|代理|律师|律所|律师事务所|会计师?|机构|第三方|评估机构|专业机构|别人|人)"
    r"(?:来|去|帮忙|代办|办|做|写|弄|才行|不可|吗|么|嘛|呢|吧|不|[?.!。 ])*"
)
"""What asks whether somebody must be found for a matter, not to be shown somebody."""
_MUST = re.compile(
    r"(?:是不是|要不要|需不需要|用不用|必须|一定|非得?|非要|可不可以不|能不能不)[^,。?!]{0,6}(?:找"
    r"|请|委托|通过)"
    r"(?!.{0,6}推荐)|\b(?:do|must|should) (?:we|i) (?:really )?(?:need to |have to )?"
    r"(?:find|hire|use|engage)\b"
)
"""The same inside of a longer question."""
_SHOWN: frozenset[Intent] = frozenset(("recommend_product", "recommend_vendor"))
"""Intents that are answered from the catalogue."""
VENTING: frozenset[Intent] = frozenset(("complaint", "small_talk"))
"""Intents in which a question may stand that can be answered."""
_WHETHER = re.compile(
    r"\bis (?:that|this|it|that all|this all) (?:an? )?(?:problem|ok|okay|allowed|fine|legal|lawful"
    r"|risk|risky|enough|right|correct|permitted|possible|all right|issue)\b[^.?!]{0,20}(?:\?|$)"
    r"|(?:有(?:没有)?|会不会有|没)(?:什么|啥)?(?:问题|风险)(?:吗|么|不|没|吧|\?)"
    r"|(?:这样|那样|这么做)?(?:合法|合规|允许|可以|行得通)(?:吗|么|不)"
)
"""What asks whether something that a text tells of is all right."""
_OF_YOURS = re.compile(r"[你您]|\byou(?:r|rs)?\b")
_IN_PASSING = frozenset(("thanks", "complaint", "small_talk", "goodbye"))
_THANKFUL = 0.9
"""The chance of thanks that ask for nothing."""
_UNSAID = 0.6
"""The chance of a goodbye without a word of one: a thing that is named alone (视频) is a scrap."""
PLAINLY = 0.8
"""What the model must say of abuse where no word names a harm or a taking."""
UNSAFE_SURE = 0.6
"""The same of abuse; from there on only claims that use up every word overrule it, and terms of
the field without any word of harm."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FEW_SIGNS, _FEW_WORDS = 20, 18
ACCUSED = 0.9
"""What the model must say of abuse to accuse somebody who speaks of the field, names no deed and
nothing that wrongdoers are after."""


class Around(msgspec.Struct, frozen=True):
    """What stands around a text. ``leaning``: it goes on with what was spoken of before.
    ``terms``: names of the field in it. ``looked_up``: an article or a ruling was found for it.
    ``used_up``: claims answer it, and no word of it is left over. ``ruled``: it tells a case on
    which a decision table rules."""

    leaning: bool = False
    terms: int = 0
    looked_up: bool = False
    used_up: bool = False
    ruled: bool = False


def weighed(guess: IntentGuess, text: str, around: Around) -> IntentGuess:
    """A guess without what the evidence speaks against."""
    text = normalise(text)
    if not around.terms and guess.intent != "complaint" and _only_thanks(text):
        guess = msgspec.structs.replace(guess, intent="thanks", chance=max(guess.chance, _THANKFUL))
    return msgspec.structs.replace(
        guess,
        distress=distress_of(guess.distress, text, ours=_of_the_desk(text, around)),
        unsafe=_unsafe(guess, text, around),
        chance=_chance(guess, text, around),
    )


def _only_thanks(text: str) -> bool:
    if _PRAISED.fullmatch(text) is not None:
        return True
    return _THANKED.search(text) is not None and not _GOES_ON.search(text) and not asks(text)


def wishes_firmly(text: str) -> bool:
    """Whether somebody asks in plain words to be shown something out of the catalogue, and not for
    a number, a price or a date of it, nor for the rules on it."""
    text = _PREFERRED.sub("", normalise(text))
    if _FACT.search(text) or _MUST.search(text) or wants_rules(text):
        return False
    return _FIRM_WISH.search(text) is not None


def wishing_part(text: str) -> str:
    """A text from the clause on that wishes for something; what stands before it tells who asks
    (我们做保险定价的，想找降雨数据), and what stands behind it, what it is for (做ai训练): that
    counts only where nothing else is named. The whole text where no clause wishes."""
    clauses = re.split(r"(?<=[,，。;；!！?？])", text)
    first = next((n for n, c in enumerate(clauses) if _FIRM_WISH.search(normalise(c))), 0)
    part = "".join(clauses[first:])
    thing = _PURPOSE.sub("", part)
    return part if _BARE_WISH.fullmatch(thing) else thing


def wishes_for_data_alone(text: str) -> bool:
    """Whether a wish names nothing but data: 想买点数据."""
    return _BARE_WISH.fullmatch(normalise(text).strip(" .?!。")) is not None


def _of_the_desk(text: str, around: Around) -> bool:
    """Whether a text belongs to a matter of the desk."""
    ours = around.leaning or around.terms or around.looked_up or places_in(text)
    return bool(ours)


def _unsafe(guess: IntentGuess, text: str, around: Around) -> float:
    """Who asks how to do a thing by the rules, in words without any harm, is no wrongdoer."""
    if asks_how_to_forge(text):
        return max(guess.unsafe, PLAINLY)
    if any(f(text) for f in (guards, shields, was_hit, asks_unlabelled, tells_of_machine)):
        return 0.0
    wronged = reports(text) or was_wronged(text) or _OWN_RIGHT.search(text) is not None
    text = _GUARDING.sub("", without_wrongs(_OWN_RIGHT.sub("", without_masking(text))))
    taking = _TAKING.search(text) is not None
    asked_of = complains(text) or asks_leave(text) or asks_what_becomes(text)
    if erred(text) or asks_of_their_side(text) or (asked_of and guess.unsafe < ACCUSED):
        return 0.0
    harmless = _HARM.search(text if taking else _PRIZES.sub("", text)) is None
    formal = not taking and asks_for_formalities(text)
    if (guess.unsafe < UNSAFE_SURE and _at_length(text)) or (harmless and (wronged or formal)):
        return 0.0
    proper = _PROPER.search(text) or re.match(r"we (?:send|share|export|transfer) ", text)
    if harmless and (guess.unsafe < (UNSAFE_SURE if taking else PLAINLY) or proper):
        # Nobody is accused on the model's word alone: stored words harm nobody either.
        return 0.0
    own = (sells(text) and not of_people(text)) or told_trade(text) is not None
    if harmless and guess.unsafe < ACCUSED and own:
        # Who offers statistics of their own takes nothing from anybody, nor does who tells a trade
        # whose data others wish for.
        return 0.0
    if _HARM.search(_PRIZES.sub("", text)) or (_HARM.search(text) and _TAKING.search(text)):
        return guess.unsafe
    if around.used_up or around.ruled:
        return 0.0
    if around.terms and guess.unsafe < ACCUSED and not _PRIZES.search(text):
        return 0.0
    if around.leaning and not _TAKING.search(text):
        # (要是)里面有身份证号(呢) tells more of the case that was told; nothing is asked for.
        return 0.0
    if guess.unsafe >= UNSAFE_SURE:
        return guess.unsafe
    if _HARM.search(text) and (around.leaning or _NUMBERED.search(text)):
        # 里面有两千人的身份证号 tells how many there are; nobody is asked to do anything.
        return 0.0
    lawful = around.looked_up or _LAWFUL.search(text) or (around.terms and around.leaning)
    return 0.0 if lawful else guess.unsafe


def _at_length(text: str) -> bool:
    """Whether a text tells a story. The model knows demands in a few words; in a story a single
    word of it (盗版, 数据库) says little of what is wanted."""
    return len(_HAN.findall(text)) > _FEW_SIGNS or text.count(" ") > _FEW_WORDS


def _chance(guess: IntentGuess, text: str, around: Around) -> float:
    """Social talk within a conversation on a matter needs a word of its own, and asks of nothing
    that it tells whether that is all right; the catalogue is shown
    to who wishes for something out of it, not to who asks whose task a thing is, or for a number,
    a price or a date."""
    said = _SAID.get(guess.intent) or OF_ITSELF.get(guess.intent)
    if said is not None and around.leaning and not said.search(text):
        return 0.0
    if guess.intent in _IN_PASSING and _WHETHER.search(text) and not _OF_YOURS.search(text):
        return 0.0  # Thanks, helpful. Some of it was scraped. Is that a problem?
    if guess.intent in _IN_PASSING and (makes_sure(text) or own_slip(text)):
        return 0.0
    if guess.intent == "goodbye" and not _SAID["goodbye"].search(text):
        return 0.0 if guess.chance < _UNSAID or no_farewell(text) else guess.chance
    if guess.intent in _SHOWN and (sells(text) or not _wishes(text)):
        return 0.0
    if guess.intent == "ask_person" and _LOOKED_FOR.search(text):
        return 0.0
    return guess.chance


def _wishes(text: str) -> bool:
    if _NEEDS_HELP.fullmatch(text) is not None or _MUST.search(text) is not None:
        return False
    if wants_rules(text):
        return False
    if _FACT.search(text):
        return _FIRM_WISH.search(text) is not None
    return _WISH.search(text) is not None
