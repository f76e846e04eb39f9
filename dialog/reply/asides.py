"""Small talk about the house (食堂好吃吗, 今天天气真好, how was your weekend): every word of it is
such talk. Searched, it leads to the office hours. Pure.
"""

from __future__ import annotations

import re
from typing import Literal

from dialog.reply.aspects import asks
from dialog.reply.idle_clauses import reproaches, spaced
from dialog.reply.kept import kept
from knowledge.text import normalise

Aside = Literal["", "food", "weather", "looks", "leisure", "wellbeing", "meeting", "looking"]

_LONGEST = 40
"""Characters beyond which a text tells something of its own; twice as many of English."""
_KIND_OF_DAY = (
    r"(?:(?:lovely|nice|grand|fine|great) )?(?:lovely|nice|beautiful|gorgeous|glorious|grand"
    r"|miserable|awful|horrible|dreadful|soft"
    r"|fine|rotten)"
)
_SUBJECTS: dict[Aside, str] = {
    "food": r"食堂|饭堂|餐厅|伙食|饭菜|饭点|咖啡|奶茶|茶水|小卖部|外卖|点心|零食|水果|火锅|食物"
    r"|[早中午晚]饭|[早午晚]餐|夜宵|盒饭|吃饭|吃了?(?:什么|啥|没有?|过)|(?:什么|啥)吃的|好吃|难吃|好喝|难喝|味道"
    r"|\b(?:canteen|cafeteria|cafe|tea|pint|lunch|breakfast|dinner|coffee|snacks?|restaurants?)\b"
    r"|\b(?:somewhere|something|a place|anything|a bite) (?:good )?to eat\b"
    r"|\bfood(?= in| at| here| there)",
    "weather": r"天气|天(?=真|好|挺|太)|下雨|下雪|雨下|雪下|刮风|出太阳|太阳|台风|雾霾"
    r"|阴天|晴天|气温|[冷热]死|好[冷热]"
    r"|[真太]?[冷热](?=不冷|不热|吗|吧|啊|$)"
    r"|\b(?:weather|rain(?:y|ing)?|snow(?:y|ing)?|sunny|sunshine|cold|hot|windy|warm)\b"
    rf"|\b{_KIND_OF_DAY} (?:day|morning|afternoon|evening)\b",
    "looks": r"(?:前台|柜台|门口)?的?(?:小姐姐|小哥哥|美女|帅哥|小姑娘|小伙子?|妹子|姑娘)"
    r"|前台|保安|保洁|阿姨"
    r"|漂亮|好看|帅气?|可爱|好美|真美|身材|颜值"
    r"|\b(?:receptionist|girl|guy|pretty|beautiful|handsome|cute|good[- ]looking)\b",
    "leisure": r"周末|节假?日?|假期|下班(?:以?后)?|晚上|去哪(?:里|儿)?(?:玩|逛|旅游|耍)?"
    r"|玩(?:什么|啥|得)?|旅游|逛街|看电影|打球|跑步|健身|球赛|世界杯|追剧|爬山|唱歌|团建|喝酒|游戏|开心|过得"
    r"|\b(?:weekend|holidays?|evening|movies?|football|hobby|hobbies|fun|party)\b",
}
_CORE = re.compile(
    r"食堂|饭堂|伙食|饭菜|咖啡|奶茶|零食|火锅|[早中午晚]饭|[早午晚]餐|夜宵|吃饭|吃了?(?:什么|啥)|好吃|难吃|好喝"
    r"|天气|天(?=真|好|挺|太)|下雨|下雪|刮风|太阳|[冷热]死|好[冷热]|小姐姐|小哥哥|美女|帅哥|妹子|漂亮|好看|颜值|身材"
    r"|去哪(?:里|儿)?(?:玩|逛|旅游|耍)|玩(?:什么|啥|得)|旅游|逛街|看电影|打球|球赛|世界杯|追剧|爬山|团建|喝酒"
    r"|周末(?:过得|开心|愉快)"
    r"|\b(?:canteen|cafeteria|cafe|tea|pint|lunch|breakfast|dinner|coffee|snacks?|weather|rain(?:y|ing)?|snow\w*|sunny"
    r"|(?:somewhere|something|a place|anything|a bite) (?:good )?to eat"
    rf"|{_KIND_OF_DAY} (?:day|morning|afternoon|evening)"
    r"|receptionist|pretty|beautiful|handsome|cute|good[- ]looking|football"
    r"|movies?|hobby|hobbies)\b|\bfood(?= in| at| here| there)|weekend(?=[?! .]*$)"
)
"""What such talk is about; the other words only belong to it."""
_AROUND = (
    r"你们?|您们?|咱们?|我们?|他们?|她们?|大家|这[里儿边]?|那[里儿边]|所里|公司|单位|楼下|附近|旁边|外面|交易所|上海|浦东"
    r"|今[天日]|昨[天晚]|明[天早]|这几天|最近|现在|中午|上午|下午|早上|平时|一般|每天|刚才|刚|几点"
    r"|真的?|好|太|很|挺|蛮|非常|特别|最|多|怎么样|怎样|如何|什么|啥|哪[里儿家]?|几个?|多少钱|贵不贵|便宜"
    r"|是不是|是|有|在|去|来|吃|喝|玩|过|能|可以|要|想|会|觉得|感觉|喜欢|看|说|聊|请|带"
    r"|的|得|地|了|着|吗|吧|呢|啊|呀|哈|嘛|哦|啦|么|不|没|也|都|还|就|又|和|跟|给|个|位|家|点儿?|[1一]"
    r"|行|嗯|好的|对了|话说|顺便|问[1一]?下|请问|问|随便|聊聊|闲聊|哎|唉|嘿|[,.?!~。、 ]"
)
_AROUND_ENGLISH = (
    r"\b(?:by the way|btw|hey|hi|ok(?:ay)?|so|well|and|just|tell me|is|are|was|were|isn't|aren't|it"
    r"|it's|that|that's|the|an?|your|you|you're|yours|our|we|i|me|my|at|in|on|of|for|to|with|do|does"
    r"|did|don't|have|had|has|got|any|some|good|nice|great|grand|chance|cup|lovely|bad|terrible|miserable|awful|horrible|beautiful|gorgeous|dreadful|rotten|yet|tasty|really|very|so"
    r"|what|what's|how|how's|where|which|today|tonight|tomorrow|yesterday|this|there|here|outside"
    r"|office|place|exchange|like|liked|love|eat|eating|drink|going|go|be|been|will|think|much|too"
    r"|out|up|can|could|would|might|get|find|grab|buy|around|round|near|nearby|close|by|best|decent|quick|bite|eat"
    r"|somewhere|something|anything|recommend|know|know of|one|people|guys|staff|colleagues?"
    r"|shanghai|morning|afternoon|noon|anyway|say)\b"
    r"|[,.?!' ]"
)
_THING = re.compile(
    r"(?:天气|气温|旅游|电影|咖啡|[早午晚]餐|外卖|火锅)(?:的|方面|相关)+"
    r"(?:吗|么|呢|有吗|有没有|也行|也要)*[?。! ]*$"
    rf"|^(?:上海|浦东|本地|今[天日]|明天|最近|的|那|和|呢|[?。,! ]|{_CORE.pattern})+$"
)
"""What may as well name data on such a thing: 有旅游的吗, 上海的天气."""
_EVERY = "|".join(_SUBJECTS.values())
_TALK = re.compile(rf"(?:{_EVERY}|{_AROUND})+")
_TALK_ENGLISH = re.compile(rf"(?:{_EVERY}|{_AROUND_ENGLISH})+")


_LEADS_OVER = re.compile(
    r"(?:对了|话说|顺便(?:[请再]?问[1一]?[下句个]?)?|另外|还有|哦|嗯|by the way|btw)*[,，。.!！ ]*",
    re.IGNORECASE,
)
"""What leads over to such talk."""


WHO = "迎宾是谁"
"""The wording by which the pack tells what the assistant is."""
_SELF = re.compile(
    r"(?:对了|话说|顺便|另外|还有|哦|嗯|哎|欸|喂|(?:想|再|请|多|好奇)*问(?:[1一]?[下句个])?"
    r"|我|就|好奇|[,.。 ])*"
    r"(?:(?:你|您)们?|(?:现在)?(?:跟|和|同)我(?:讲|说|聊)(?:话|天)?的|电话那头)"
    r"(?:到底|究竟|其实|该|会|真的|这个)*(?:(?:是不是|是)(?:[1一]?[个位]|这个?)?"
    r"(?:真的?人|活的?人|人类?|人工(?!费|服务)|机器人?|机器|ai|人工智能|数字人|虚拟人|程序|电脑)"
    r"(?:还?是(?:[1一]?个)?(?:真人|人类?|鬼|机器人?|机器|ai|人工智能|数字人|虚拟人|程序|电脑))?"
    r"|(?:不会|不)(?:就)?是(?:个)?(?:机器人|真人|ai|数字人)|有没?有?(?:真|实)?人(?:在)?(?:后面|背后))"
    r"(?:吗|吧|么|呀|啊|呢|在(?:这[里儿边])?(?:说话|回[答复话]?|聊|跟我聊|打字"
    r"|接待|值班)|[?,.。! ])*"
    r"|(?:(?:by the way|btw|just curious|also|and|so|oh|tell me|out of curiosity)[,: ]*)*"
    r"(?:are you|you(?:'re| are)|am i (?:talking|speaking|chatting) (?:to|with)) "
    r"(?:really |actually |even )?"
    r"(?:an? )?(?:real |actual |living )?(?:human(?: being)?|person|robot|bot|machine|ai|computer"
    r"|real|digital human|avatar)(?: or (?:just )?(?:an? )?"
    r"(?:human|person|robot|bot|machine|ai|computer|program))?"
    r"(?:, (?:right|are you|aren't you))?[?.! ]*"
)
"""What asks whether the assistant is a person."""
_PRAISE = re.compile(
    r"(?:你|您)?(?:的)?(?:这)?(?:声音|嗓音|普通话|形象|样子|反应|回答|说话|英语|服务|表情)"
    r"(?:得|听起来|听着|看起来|看着|还|也|都|挺|真|很|蛮|好|太|非常|特别|怎么|这么|那么|倒)*"
    r"(?:好听|甜|温柔|自然|清楚|标准|好看|漂亮|像真人|快|及时|专业|好|不错|可以|棒|亲切|逼真)"
    r"(?:的|了|呀|啊|哦|呢|嘛|哈|[,.。!~ ])*"
    r"|(?:your|the|you have an?|you've got an?|what an?|such an?) ?"
    r"(?:very |really |so |lovely |nice |great )*(?:voice|english|accent|face)"
    r"(?: (?:is|sounds) (?:very |really |so |quite )*"
    r"(?:nice|good|lovely|great|pleasant|natural|real|beautiful|human))?[.! ]*"
    r"|you (?:sound|look|speak) (?:very |really |so |quite )*(?:nice|good|lovely|great|real|natural"
    r"|human|well|pleasant)[.! ]*"
)
"""What praises how the assistant sounds or looks, and asks nothing."""
_PIECES = re.compile(r"(?<=[,，。.!！?？;；\n])(?!\d)")


_LAUGHS = re.compile(
    r"(?:[哈呵嘿嘻]{2,}|开(?:个)?玩笑的?|逗你的?|lol|haha\w*|just kidding)[~,.。! ]*"
)


def praises(text: str) -> bool:
    """Whether a clause only praises how the assistant sounds or looks."""
    return _PRAISE.fullmatch(normalise(text).strip()) is not None


@kept
def asks_who(text: str) -> bool:
    """Whether a text asks nothing but whether the assistant is a person, with praise or a reproach
    at most."""
    if _SELF.fullmatch(normalise(text).strip()):
        return True
    pieces = [p for p in _PIECES.split(spaced(normalise(text))) if p.strip(" ,.。!")]
    asking = [p for p in pieces if _SELF.fullmatch(p.strip())]
    others = [p for p in pieces if not _SELF.fullmatch(p.strip())]
    if asking and others and _LAUGHS.fullmatch(pieces[-1].strip()):
        return not any(map(asks, others))  # What stands before a laugh is said in jest.
    return bool(asking) and all(
        praises(p) or reproaches(p) or _LEADS_OVER.fullmatch(p.strip()) for p in others
    )


_WELLBEING = re.compile(
    r"(?=.*(?:你|您|今[天日]|最近|忙|累))(?:哎|嗨|嘿|您好|你好|今[天日]|最近|这会儿"
    r"|[,。.! ])*(?:你们?|您)?(?:今[天日]|最近|这会儿)?(?:还|都|上班)?"
    r"(?:忙不忙|忙吗|累不累|累吗|累了吧|辛苦吗|过得(?:怎么样|好吗|好不好|还好吗)"
    r"|心情(?:怎么样|好吗|好不好|如何)|还好吗|好不好啊?|怎么样啊?)(?:呀|啊|呢|[?？。!！ ])*"
    r"|(?:(?:hi|hello|hey|oh|so|well|good morning|good afternoon|morning"
    r"|afternoon)(?: there)?[,.! ]+)*(?:and )?"
    r"(?:how(?:'s| is| has| are|'re)? (?:your|the|you|things|it|life|everything)(?: (?:day"
    r"|morning|afternoon|evening|week))?(?: been| going| doing| keeping"
    r"| treating you)*(?: so far| today| then| this morning)*"
    r"|(?:are you|you) (?:having (?:a )?(?:good|nice|busy|long|quiet|lovely) (?:day|one"
    r"|morning|afternoon|week)|busy|well|all right|alright|keeping well|tired|bored)(?: today"
    r"| there| then| at all)*"
    r"|(?:a |have you had a |has it been a |been a |another )?(?:busy|long|quiet|hard"
    r"|good) (?:day|morning|afternoon|week)(?: (?:so far|today|for you|then))*"
    r"|what's up|how do you do)[?.! ]*"
    r"|(?:(?:都|这都|已经)?(?:凌晨|大?半夜|这么晚|大晚上|深夜|[1一]大早|大过年"
    r"|[1-9一二三四五]+点(?:多|半)?)"
    r"了?[^,?]{0,6}?(?:还|都)?(?:在|没)?"
    r"(?:值班|上班|工作|在线|在岗|加班|回复?|干活|忙|睡|下班|休息)?[着呢啊呀了的,，。! ]*)*"
    r"(?:难道|原来|怎么)?(?:你们?|您们?)(?:是不是|难道|晚上|半夜|也|都|就|真的?|从来"
    r"|从|平时|[1一]天到晚)*"
    r"(?:不用?|不需要|不必|没有?|要不要|用不用|需不需要|要|用)(?:也|都|着)?"
    r"(?:睡觉?|打?瞌睡|[犯打]?困|嫌?累|吃饭|喝水|喘口?气|歇[1一]?[会歇]?儿?|上厕所)"
    r"(?:的|啊|呀|了|么|吗|嘛|吧|呢|[?？。!！~ ])*"
    r"|(?:(?:hi|hello|hey|so|wow|it's (?:\w+ ){1,4}(?:am|night|morning)[,.]?)[,.! ]+)*"
    r"(?:do(?:n't)? you (?:guys |people )?(?:ever |never |even |not )?(?:sleep|eat|rest|get tired"
    r"|take a break|need (?:any )?(?:sleep|food|rest|coffee))"
    r"|you (?:guys |people )?never (?:sleep|rest|eat)[, ]*(?:do you)?"
    r"|are you (?:never|not|ever|always) (?:tired|asleep|awake))"
    r"(?: (?:at all|either|too|there|at night|then))*[?.! ]*"
)
_MEETING = re.compile(
    r"(?:很|真)?(?:高兴|荣幸)(?:能)?(?:认识|见到)(?:你|您)(?:呀|啊|[!！。,， ])*"
    r"|幸会(?:幸会)?[!！。 ]*"
    r"|(?:(?:hi|hello|hey)[,.! ]+)?(?:it's |it is )?(?:very |so |really )?(?:nice|pleased"
    r"|lovely|good|great|glad|a pleasure) to (?:meet|see) you(?: too)?[.! ]*|pleasure[.! ]*"
)
_LOOKING = re.compile(
    r"(?:我|就|只是?|先|没事|没什么事|不买|过来|进来|来|路过|随便|随意|[,，。 ])*(?:随便|随意"
    r"|就是|路过)+(?:看看|逛逛|转转|瞧瞧|溜达|进来看看)(?:的)?(?:吧|啊|[。!！ ])*"
    r"|(?:no[,. ]+|oh[,. ]+|thanks[,. ]+|thank you[,. ]+|it's ok[,. ]+)*(?:i'm|we're|i am"
    r"|we are)? ?(?:just|only) (?:looking|browsing|having a look|passing by|killing time"
    r"|waiting|curious)(?: (?:around|round|for now|thanks|thank you|for (?:a friend|somebody"
    r"|someone|a colleague)))*[.! ]*"
)
_PLAINLY: tuple[tuple[Aside, re.Pattern[str]], ...] = (
    ("wellbeing", _WELLBEING),
    ("meeting", _MEETING),
    ("looking", _LOOKING),
)
_FINE = re.compile(
    r"(?:天|天气)(?:真|可|这么|挺|太)*(?:不错|好|晴|舒服|暖和)|好天|出太阳|\b(?:lovely|nice|beautiful|great|gorgeous|glorious|sunny|warm|fine|good|sunshine|bright|mild)\b"
)
_FOUL = re.compile(
    r"下雨|下雪|刮风|台风|[冷热]死|好[冷热]|[真太][冷热]|\b(?:terrible|awful|horrible|bad|rainy?|raining|pouring|cold|freezing|windy|snowing|hot|miserable|nasty|grim)\b"
)


def aside_topic(text: str) -> str:
    """The stored word for such talk; empty where a text is none. A remark on the weather is heard
    as it is meant."""
    kind = aside_of(text)
    plain = normalise(text)
    if kind == "weather" and not asks(plain) and "?" not in plain:
        if _FOUL.search(plain):
            return "aside_weather_foul"
        if _FINE.search(plain):
            return "aside_weather_fine"
    return f"aside_{kind}" if kind else ""


def aside_of(text: str) -> Aside:
    """What a text chats about with every word; empty where it says anything else."""
    text = normalise(text).strip()
    for plainly, shape in _PLAINLY:
        if shape.fullmatch(text):
            return plainly
    english = text.isascii()
    if len(text) > _LONGEST * (2 if english else 1):
        return ""
    core = _CORE.search(text)
    if core is None or not (_TALK_ENGLISH if english else _TALK).fullmatch(text):
        return ""
    if not english and _THING.search(text) is not None:
        return ""
    for kind, words in _SUBJECTS.items():
        if re.compile(words).match(text, core.start()):
            return kind
    return "leisure"


def without_aside(text: str) -> str:
    """A text without the small talk behind a question of its own; the text itself where there is
    none, or where nothing else is said."""
    if aside_of(text):
        return text
    pieces = re.split(r"(?<=[,，。.!！?？;；\n])(?!\d)", text)
    kept = len(pieces)
    while kept > 1 and (not pieces[kept - 1].strip() or aside_of(pieces[kept - 1])):
        kept -= 1
    while 1 < kept < len(pieces) and _LEADS_OVER.fullmatch(pieces[kept - 1].strip()):
        kept -= 1
    left = "".join(pieces[:kept]).rstrip(" ,，;；")
    return left if kept < len(pieces) and not aside_of(left) and len(left) > 3 else text


def aside_asked(text: str) -> Aside:
    """What a text asks in passing, behind a question of its own; empty where it asks nothing so."""
    own = without_aside(text)
    passing = text[len(own) :] if own != text else ""
    if not asks(passing) and "?" not in normalise(passing):
        return ""
    for piece in re.split(r"[,，。.!！?？;；\n]", passing):
        kind = aside_of(piece)
        if kind:
            return kind
    return ""
