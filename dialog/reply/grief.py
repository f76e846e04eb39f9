"""Who is in need or mourns, and who only speaks of a death: denies that there was one, throws the
word back (什么去世的人), or repeats what the desk itself had offered. Pure.

Grief must be heard at a weak sign; consoling who mourns nobody is an insult all the same.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.leaving import leaves_business, without_leaving
from dialog.reply.life_trouble import without_trouble
from dialog.reply.mishaps import mishap_told, without_gone
from dialog.reply.weary import rest_of_weary
from knowledge.text import key, normalise, pairs_of

_DESPAIR = re.compile(
    r"死|活[不够着下路]|[不想]活|轻生|自杀|自残|割|跳|桥|天台|楼顶|遗书|绝望|崩溃|撑不|熬不|抑郁"
    r"|伤害自己"
    r"|消失|解脱|了断|结束这|没意思|没意义|没有意义|意义|没用|累赘|救救|救命|痛苦|好累|太累|睡过去"
    r"|没醒|别劝|安眠药|刀"
    r"|药|走了|了百了|断供|跟着(?:他|她)?(?:去|走)|最后.天|难受|哭|怕|孤|没人|世界|痛"
    r"|\b(?:die|dying|dead|death|kill\w*|jump|ending it|cannot go on"
    r"|suicid\w*|alive|live|living|life|end it|hurt|cutting|harm"
    r"|hopeless|disappear|anymore|any more|gone|pills?|bridge|roof|goodbye|can't go on|worthless)\b"
)
LOSS = re.compile(
    r"去世|过世|离世|病逝|逝世|丧事|葬礼|守灵|奔丧|头七"
    r"|(?:爸|妈|父亲?|母亲?|爷爷|奶奶|外[公婆]|姥[姥爷]|丈夫|妻子|老[公婆伴]|孩子|儿子|女儿"
    r"|[哥姐弟妹]|亲人|家人|家里人|老人|爱人)"
    r".{0,6}(?:走了|没了|不在了|刚走)"
    r"|\b(?:passed away|funeral|bereave\w*|mourn\w*"
    r"|(?:mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|grand\w+|friend)"
    r" (?:has )?(?:just )?died"
    r"|lost my (?:mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|grand\w+))\b"
)
_DANGER = re.compile(
    r"[想要去该]死|死(?:了算|掉算|路|意)|不如死|[不没]想活|[不没]想再活|活(?:不|够|着没)|活下去"
    r"|自杀|轻生|自残|割|跳(?!槽)|跟着?.{0,4}[走去死]"
    r"|[随陪]他|[随陪]她|[想要](?:一起|也)?走|一起走|撑不|熬不|消失|解脱|了断|了百了|结束|遗书|天台"
    r"|楼顶|桥上|安眠药|意义|没意思|绝望"
    r"|\b(?:kill\w*|suicid\w*|die|end it|ending it|join (?:him|her|them)|follow (?:him|her|them)"
    r"|go on|live|living|alive|hurt myself|disappear|anymore|any more|no reason|pills?|jump)\b"
)
_WORRY = re.compile(
    r"坐牢|判刑|判几年|犯法|犯罪|被抓|罚|骗|(?:转|打|汇|付|交)(?:过去)?了.{0,6}(?:\d|千|万|钱|块"
    r"|款)"
    r"|\b(?:jail|prison|fined?|scam\w*|cheated|sued)\b"
)
"""What worries somebody about money or the law, which a desk answers."""
_TROUBLE = (
    r"老板|领导|主管|上司|客户|同事|开除|辞退|炒|丢(?:了|掉)?(?:工作|饭碗)|饭碗|扣(?:我|钱|工资|奖金)"
    r"|担责|责任|背锅|怪我|[骂说]我|罚|[做弄搞填交办]错|出错|出事|违法|违规|连累|交不了差"
)
_FEARS_TROUBLE = re.compile(
    rf"(?:怕|担心|慌|虚)[^。!?]{{0,12}}(?:{_TROUBLE})|(?:{_TROUBLE})[^。!?]{{0,10}}(?:怕|担心|慌)"
    r"|胆子?(?:小|不大)"
    r"|\b(?:afraid|scared|worried|fear\w*|nervous)\b.{0,50}"
    r"\b(?:boss|manager|fired|sacked|job|blamed?|mistakes?|wrong|fine[ds]?|trouble|liable)\b"
    r"|\b(?:boss|manager)\b.{0,30}\b(?:kill|fire|blame|sack) me\b"
)
"""Who is afraid of trouble at work, which is no need."""
_DESK = re.compile(
    r"数据|交易所|数交所|挂牌|上架|入驻|入场|注册|会员|数商|出境|合规|合同|备案|授权|脱敏|个人信息"
    r"|接口|目录|产品|报价|收费|执照|个体户|登记|入表|审核|评估|认证|语料|供方|需方|买方|卖方|爬虫"
    r"|\b(?:data|dataset\w*|list(?:ing|ed)?|regist\w+|sell(?:ers?|ing)?|buy(?:ers?|ing)?|exchange"
    r"|vendors?|compliance|contracts?|licen[cs]es?|exports?|cross-border|personal information"
    r"|consent|desensiti\w+|anonymi\w+|catalogue|products?|fees?|membership|onboarding)\b"
)
"""What a question of the desk speaks of. What anybody may leave behind (账号, 资料, my things) is
not among it."""
_WANTS = re.compile(r"[想要][问买卖查找做办]|[帮给]我|说说|讲讲|\b(?:i|we) (?:want|need) to\b")
"""What wishes for something without asking."""
_IN_ANGER = re.compile(
    r"(?<!想)(?<!要)(?:[气急烦累忙笑吓困饿热坑恨愁难慢]|郁闷|无语|尴尬|麻烦)死(?:我|人|个|本宝宝|老子)*了?"
    r"|[死卡]死|死(?:板|活不|磕|机|循环|规定|抠|贵|慢|脑筋|心眼|鸭子|账|咬|等|盯|穿|缓|路不通|线)"
    r"|打死也不|死不承认"
    r"|[怕担]心?(?=[^,。?!]{0,8}(?:罚|违|被查|出事|出问题|出错|踩|骗|坑|不合|不行|不过|不够|没过"
    r"|泄|麻烦|惹|超|漏|责|告))"
    r"|没人(?:[理管接回答搭说]|能说|告诉|给)"
    r"|(?<![我己活])(?<!我真)(?<!真的)没(?:有)?(?:什么|啥|半点|一点|半毛钱|个)?用"
    r"|走了(?=[^,。]{0,6}(?:趟|遍|圈|步|弯路|流程|很多|好几|半天|冤枉))|[药医制]药|药(?:品|企|店|监|房|厂|物)"
    r"|跳(?:槽|转|过|票|单|来跳去)|割(?:裂|接|韭菜)|(?:快|要|都|真|整个?人?)*崩溃(?:了|掉)?"
    r"|头(?:都)?(?:好)?[痛疼]|痛点|真让人难受|桥(?:梁|接)|意义(?:是|在|何)|(?:有|啥|什么)意义"
    r"|没(?:有)?(?:意义|意思)的(?:话|回答|东西|废话)|世界(?:级|上|500)|(?<!最)哭笑不得"
    r"|\b(?:dead ?(?:lines?|ends?|slow|wrong)|live (?:data|feeds?|streams?|api)|go(?:ing)? live"
    r"|(?:the|this|that) \w+ (?:is|are|was) dead"
    r"|(?:that|this|your|the) (?:answer|reply|desk|bot|site|page)(?: is|'s| was)? (?:worthless"
    r"|hopeless)|(?:this|it|that)(?: is|'s)? kill(?:s|ing) me"
    r"|not (?:\w+ )?any ?more (?:data|questions?))\b"
)
"""How anger, haste and a worry about the matter sound: they say words of need and mean none."""
_LAST_WORDS = re.compile(
    r"我(?:要是|如果|万一)?(?:走|不在)(?:了|之后|以后|后)|不在(?:人世|世|了)|没我|没有我|身后|后事|遗"
    r"|最后[1一](?:次|句|面|天|晚)|告别|永别|别找我|对不起(?:大家|爸|妈|孩子|你们|所有人)|待不下去"
    r"|扛不|顶不住|没有?(?:希望|盼头|出路|活路|退路)|走投无路|无路可走|万念|心如死灰|绳|炭|煤气|农药"
    r"|砍|打我|打死我|要杀|杀(?:了|掉)?我|家暴|被关|救我|报警|威胁我|堵(?:在|着)?(?:我|门口)|跟踪我"
    r"|\b(?:won't be (?:here|around)|no longer (?:be )?(?:here|around)"
    r"|when i(?:'m| am)? (?:not here|leave)|without me|no hope|no way out"
    r"|last (?:message|words|day)|forgive me|rope|overdose"
    r"|help me|in danger|beating me|hits me|threaten\w*|despair\w*|desperate)\b"
)
"""What speaks of need in words that the desk hears otherwise too: heard beside its questions."""
_NEED = (LOSS, _DESPAIR, _DANGER)
_NEAR_TEARS = re.compile(
    r"(?:(?<![不怎])(?:快|要|差点儿?|急|愁|气|弄|整|搞|逼|忙|烦)(?:得|给|我|都|要|快|想)*)+哭(?:死|晕)?了?"
)
"""Who says that they are near tears, as it is said of toil and haste."""
_BREAKS_DOWN = re.compile(
    r"(?:唉+|哎+|我|真的?|快|要|都|实在|感觉|觉得|已经|[,.。!~… ])*[撑熬扛挺](?:不住|不下去|不了)"
    r"(?:了|啊|呀|啦|[,.。!~… ])*"
)
"""Who says that they cannot bear it, and nothing of what."""
MOURNED = 0.5
"""The least that is made of a death in the speaker's family, whatever is asked besides."""
WORDLESS = 0.7
"""What the model must say of distress where no word speaks of need."""
DOUBTED = 0.9
"""What the model must say of distress against which something speaks."""
_DEATH = r"(?:去世|过世|离世|病逝|逝世|亡故|死亡|死者|逝者|死人)"
_DEAD = r"(?:dead|deceased|death|died|dying|passed away)"
_REST = r"(?:(?:的|人|家属|事情?|信息|数据|问题)*(?:了|过|啊|呀|呢|吗|吧|嘛|的)*)"
_NOT_SO = re.compile(
    r"(?:^|(?<=[,.。;:!?~… ]))"
    r"(?:可是?|但是?|我们?|问的|说的|要的|我家|家里|根本|又|明明|这里|也|都|啊|哎|喂|说了|不是"
    r"|这跟?|那|人家)*"
    rf"(?:(?:没有?|没谁|谁(?:也|都)没有?|哪(?:里|儿)?(?:有|来)的?|不是|并非)(?:什么|任何|[1一]个"
    rf"|谁|啥)?"
    rf"(?:人|家人|亲人|家里人|谁)?(?:刚|就|要|会)?(?:{_DEATH}|(?<=人)死|(?<=谁)死)"
    rf"|(?:什么|啥|哪门子|谁是){_DEATH}|{_DEATH}(?:的?人)?(?=\?)"
    rf"|(?:谁|哪个)(?:家|说|告诉你|跟你说)?(?:有人|人)?(?:{_DEATH}|死(?=了))"
    r"|(?:[你您](?:们)?)?(?:怎么|干[嘛吗]|为什么|咋)(?:又|就|会|还|老|给我|跟我|突然)*"
    rf"(?:说|讲|扯|提|聊|问|答|推|弄|变成?|成)(?:到|起|出|成|个)?{_DEATH}"
    rf"|[跟和与]{_DEATH}(?:的?人)?(?:又|可|根本)?(?:没(?:有)?(?:什么|半点)?关系|无关|不相干|不搭界)"
    rf"|{_DEATH}(?:的?人|的?事情?)?(?:(?:跟|和|与)我们?(?:又|可)?(?:没(?:有)?(?:什么)?关系|无关)"
    r"|我(?:才|又|可)?(?:不关心|没问|没提|没说)|关我什么事)"
    r"|(?:又|可|并|根本)*(?:没(?:有)?|不是)(?:在|想|要)?(?:问|说|讲|提|打听|关心)(?:过|到|你|什么"
    r"|有)*"
    rf"{_DEATH}){_REST}(?=[,.。;:!?~… ]|$)"
    rf"|\b(?:nobody|no[- ]one|none of us)(?: here)?(?: has| have| is|'s)?(?: just)? {_DEAD}\b"
    rf"|(?:^|(?<=[,.;!?] ))(?:what|which|who is) {_DEAD}\b[a-z ]{{0,20}}(?=[?,.!])"
    r"|(?:^|(?<=[,.;!?] ))who (?:has |is )?died\b(?=[?.!])"
    r"|\b(?:not|n't|never)(?: even)? (?:ask|talk|speak|mention)\w*"
    rf"(?: (?:you|about|of|for|a|an|any|the|somebody|someone|anyone|who))* {_DEAD}\b"
    r"(?: (?:person|people|man|woman|relatives?|ones?))?"
    r"|\bwhy (?:are|do|did) you (?:keep )?(?:talk|speak|tell|mention|say)\w*"
    rf"(?: (?:me|about|of|a|an|any|the))* {_DEAD}\b"
)
"""What denies a death, throws the word back, or holds up to the desk that it spoke of one; as a
clause of its own, for grief may have any of these words."""
_MOSTLY = 0.75
"""The share of the words of a text that must stand in a title for the text to repeat it."""
_MENTION = re.compile(rf"{_DEATH}|\b{_DEAD}\b")
_OF_ONE_S_OWN = re.compile(
    r"爸|妈|父|母|爷|奶|外公|外婆|姥|丈夫|妻|老[公婆伴]|孩子|儿子|女儿|[哥姐弟妹]|亲人|家人|家里"
    r"|爱人|朋友|同事|孤|难过|伤心|哭"
    r"|\b(?:my|our|mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|friend)\b"
)
"""What tells of somebody whom the speaker has lost."""


_WHOSE_DATA = (
    r"(?:病人|患者|受试者?|参与者|客户|顾客|用户|会员|学员|员工|职工|被保险人|投保人|业主|车主|住户|村民|农户|当事人"
    r"|数据里的人|里面的人|有(?:些|的)(?:人)?|其中|部分|几个)"
)
_OTHERS_DIED = re.compile(
    rf"{_WHOSE_DATA}[^,。;?!]{{0,10}}(?:{_DEATH}|死了|死掉|走了|没了|不在了)"
    rf"|(?:已故|已经?{_DEATH}的?|{_DEATH}的)"
    rf"(?:那[些几]个?|的)*{_WHOSE_DATA}"
    r"|\b(?:the ones|those|some(?: of (?:them|these|those))?|patients?|subjects?|participants?"
    r"|customers?|clients?|users?|members?|employees|people|persons|individuals|donors?|residents?)"
    rf"(?: (?:who|that|which|in \w+ \w+))?(?: (?:have|has|had|are|were|already|since|now))*"
    rf" {_DEAD}\b"
    r"|\b(?:deceased|dead) (?:patients?|subjects?|participants?|customers?|clients?|users?|members?"
    r"|employees|people|persons|individuals|donors?|residents?)\b"
)
"""The death of people of whom data tell."""
KIN = re.compile(
    r"我[^,。;?!]{0,3}(?:爸|妈|父|母|爷|奶|外公|外婆|姥|丈夫|妻|老[公婆伴]|孩子|儿子|女儿|[哥姐弟妹]|亲人|家人)"
    r"|孤|难过|伤心|哭"
    r"|\bmy (?:mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|friend)\b"
)


def of_others(text: str) -> bool:
    """Whether a normalised text speaks of people who died and of whom data tell, in no words of the
    speaker's own loss."""
    if KIN.search(text) or _DANGER.search(text):
        return False
    return _OTHERS_DIED.search(text) is not None


def without_denied_death(text: str) -> str:
    """A normalised text without what denies a death or only throws the word back; whole where it
    tells of somebody of the speaker's own."""
    left = _NOT_SO.sub(" ", text)
    return text if _OF_ONE_S_OWN.search(left) else left


def only_denies_death(text: str) -> bool:
    """Whether a text says nothing but that nobody died, or throws the word back."""
    text = normalise(text)
    left = without_denied_death(text)
    return left != text and not key(left)


def speaks_of_death(text: str) -> bool:
    """Whether a text speaks of a death, of nobody whom the speaker has lost, and shows no
    danger."""
    text = normalise(text)
    if _OF_ONE_S_OWN.search(text) or _DANGER.search(text):
        return False
    return _MENTION.search(text) is not None


def repeats(text: str, title: str) -> bool:
    """Whether a text says hardly more than words of a title that speaks of a death, too: it picks
    what was offered, rather than mourn."""
    said, held = normalise(text), normalise(title)
    if not speaks_of_death(said) or _MENTION.search(held) is None:
        return False
    pairs = pairs_of(key(said))
    return sum(pair in held for pair in pairs) >= _MOSTLY * len(pairs)


def mourns(text: str) -> bool:
    """Whether somebody tells of a death in the family, and no word says that the speaker is in
    danger: consoling one who is would be the gravest mistake."""
    text = without_denied_death(normalise(text))
    if of_others(text):
        return False
    return LOSS.search(text) is not None and _DANGER.search(text) is None


def _asks_of_the_desk(text: str) -> bool:
    """Whether a clause of a text asks, and what it asks is a matter of the desk."""
    clauses = re.split(r"(?<=[?!])|[,.。;…~]+ *", text)
    asking = any(asks(c) or "?" in c or _WANTS.search(c) for c in clauses if c)
    return asking and _DESK.search(text) is not None


def in_need(text: str) -> bool:
    """Whether a text that asks something of the desk has a word of need besides, which is not how
    anger or a worry about the matter sounds."""
    left = _IN_ANGER.sub(" ", text)
    return any(p.search(left) for p in (*_NEED, _LAST_WORDS))


def _only_leaves(text: str) -> bool:
    """Whether somebody is tired of a business that they would leave, and no word shows need."""
    rest = without_leaving(text)
    return leaves_business(text) and not any(p.search(rest) for p in (*_NEED, _LAST_WORDS))


def distress_of(chance: float, text: str, *, ours: bool) -> float:
    """What is left of a guess that a person is in need, who is believed at a weak sign already; a
    matter of the desk (``ours``) without one word of despair needs a sure one, and a death that is
    denied is none."""
    left = without_denied_death(text)
    if left != text and not any(p.search(left) for p in _NEED):
        return 0.0
    if of_others(left) or _only_leaves(left):
        return 0.0
    weary = rest_of_weary(normalise(left).strip())
    if weary is not None and not any(p.search(weary) for p in (*_NEED, _LAST_WORDS)):
        return 0.0  # Worn out by work or worry, and no word of need: no hotline.
    if _NEAR_TEARS.search(left):
        rest = _NEAR_TEARS.sub(" ", left)
        if not any(p.search(rest) for p in (*_NEED, _LAST_WORDS)):
            return 0.0  # Near tears with toil and haste, as people say, and no word of need.
    if _FEARS_TROUBLE.search(left):
        rest = _FEARS_TROUBLE.sub(" ", left).replace("怕", " ")
        if not any(p.search(rest) for p in (*_NEED, _LAST_WORDS)):
            return 0.0  # Afraid of the boss or of a mistake, and no word of need.
    untroubled = without_trouble(normalise(left))
    gone, told = without_gone(untroubled), mishap_told(left) or untroubled != normalise(left)
    if told and not any(p.search(gone) for p in (*_NEED, _LAST_WORDS)):
        return 0.0  # A misfortune or a trouble in their life is told, and nobody in danger.
    if _BREAKS_DOWN.fullmatch(normalise(left).strip()):
        return max(chance, MOURNED)
    if KIN.search(left) and LOSS.search(left):
        return max(chance, MOURNED)
    if _asks_of_the_desk(left) and not in_need(left):
        return 0.0  # The model alone finds nobody in need who asks what the desk is there for.
    if chance < WORDLESS and not any(p.search(left) for p in (*_NEED, _LAST_WORDS)):
        return 0.0
    worried = _WORRY.search(left) is not None and not _DANGER.search(left)
    doubted = (worried or ours) and not _DESPAIR.search(left) and not LOSS.search(left)
    return 0.0 if doubted and chance < DOUBTED else chance
