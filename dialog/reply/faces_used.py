"""Who uses face recognition at home (gates of a gym, attendance of an office, a shop's door) and
asks what has to be assessed, consented to or done: the rules on that use, not those on a product.
Pure; texts are normalised.

Who sells faces, trains on them or sends them abroad, and who is asked for their own face and would
rather not, ask something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialog.reply.data_kinds import kind_of
from dialog.reply.question import Exchange
from knowledge.answers.ages import in_figures, tells_child
from knowledge.answers.places_abroad import NAMED_ABROAD
from knowledge.text import normalise

CHILDREN_USED = "幼儿园、学校、少儿机构自己刷孩子的脸，要守哪些规定？"
FACES_USED = "门禁、考勤、门店里自己用人脸识别，要守哪些规定？"
FACES_SOLD = "人脸照片、人脸数据要卖，事前要做什么？"

_FACES = re.compile(
    r"人脸|[刷扫]脸|脸部|面部|面容|认脸|\b(?:faces?|facial)\b(?! (?:mask|cream|value|to face))"
)
_USED = re.compile(
    r"门禁|门口|大门|接送|幼儿园|托育|托班|进门|进店|进场|进馆|进园|入园|入场|入口|开门|闸机|打卡|考勤|签到|点名"
    r"|健身|球馆|学员|场馆|会所|俱乐部|泳池|游泳|瑜伽"
    r"|[店馆]里|门店|商[场店]|超市|便利店|餐厅|食堂|酒店|宾馆|民宿|影院|大堂|前台|楼宇|写字楼|办公楼"
    r"|办公室|园区|厂区|工厂|工地|小区|物业|宿舍|公寓|学校|校园|图书馆|医院|车站|景区|乐园|客流|会员"
    r"|储物柜|收银|结账|支付|付款|拿来用|自己用|自用"
    r"|(?:识别|认|辨认|验证|核验)[^,。;?!]{0,4}(?:会员|顾客|员工|客人|访客|住户|业主)"
    r"|(?:我们|公司|单位|我司|店)[^,。;?!]{0,8}?(?:[想要在]?[用装上搞]|采用|使用|启用)[^,。;?!]{0,8}?(?:人脸|[刷扫]脸)"
    r"|\b(?:gyms?|club|entrances?|entry|doors?|gates?|turnstiles?|attendance"
    r"|clock(?:s|ing)? (?:in|on)|check(?:s|ing)?[- ]?in|sign(?:s|ing)?[- ]in|access control"
    r"|offices?|shops?|stores?|malls?|lobby|lobbies|buildings?|campus|hotels?|factory|factories|members?"
    r"|lockers?|checkout|payments?|visitors?|unlock)\b"
    r"|\bwe (?:use|installed?|want to (?:use|install)|plan to (?:use|install))\b"
)
"""Where and for what faces are used in somebody's own house."""
_SOLD = re.compile(
    r"(?<!会)(?<!外)卖(?![家方场])|出售|挂牌|上架|(?:能|可以|拿来|拿去)交易|\b(?:sell\w*|sold"
    r"|for sale|list(?:ed|ing)?)\b"
)
_NO_SALE = re.compile(
    r"(?:哪些|什么)(?:评估|同意)|数据集|产品|出境|境外|国外|海外|跨境|罚|坐牢|后果|多少钱|价|匿名|脱敏|打码|监控|摄像|闸机|门禁|公共场所|训练|语料|没有?同意|不同意|孩子|儿童|未成年"
    r"|\b(?:abroad|overseas|fine[ds]?|penalt\w+|price|anonymi\w+|cctv|gates?|cameras?|train\w*"
    r"|without consent"
    r"|children|minors)\b"
)
_BEFOREHAND = re.compile(
    r"(?:要|得|该|应该|应当|需要|必须)(?:先|事先|事前)?(?:做|办|准备|过|走)(?:好|到|些)*(?:哪些|什么|啥|几)|(?:哪些|什么|啥)(?:手续|义务|准备)"
    r"|(?:要|用|需|得)[^,。;?!]{0,4}影响评估吗|\bwhat\b[^.;?!]{0,12}\b(?:must|should|need"
    r"|have to)\b|\bimpact assessment\b"
)
_DUTY = r"(?:评估|同意|授权|手续|义务|告知|备案|合规|登记)"
_ASKS = re.compile(
    rf"(?:哪些|什么|啥|哪几[项样种]|几[项样种])[^,。;?!]{{0,6}}?{_DUTY}|{_DUTY}[^,。;?!]{{0,6}}?(?:哪些|什么|啥)"
    rf"|(?:要不要|用不用|需不需要|需要|是不是要|要|得|必须|还?用)[^,。;?!]{{0,10}}?{_DUTY}"
    rf"|{_DUTY}[^,。;?!]{{0,4}}?(?:要不要|用不用|怎么(?:做|办|弄)|有没有要求)"
    r"|(?:要|得|该|应该|应当|需要)(?:先|事先)?(?:做|办|守|准备|注意)(?:好|到|些)*(?:哪些|什么|啥)"
    r"|(?:有|守)(?:什么|哪些|啥)(?:法律)?(?:要求|规定|规矩|条件)"
    r"|怎么(?:做|弄|搞|办|用)?(?:才)?(?:合规|合法|不违法|不违规)"
    r"|\b(?:which|what|whose)\b[^.;?!]{0,30}\b(?:assessments?|consents?|procedures?|duties|obligations?"
    r"|requirements?|rules apply|formalities|(?:must|should|need|do) (?:we|i|be)|have to)\b"
    r"|\b(?:do|must|should|does)\b[^.;?!]{0,40}\b(?:consents?|assess\w*|register|file|notify)\b"
    r"|\b(?:is|are)\b[^.;?!]{0,30}\b(?:consents?|assessments?)\b[^.;?!]{0,20}\b(?:needed|required)\b"
    r"|\bwhat\b[^.;?!]{0,20}\b(?:must|should|need|have to)\b|\bcompl(?:y|iance|iant)\b"
)
"""What asks for the duties of who uses them."""
_OTHERWISE = re.compile(
    r"(?<!会)(?<!外)卖(?!场)|出售|挂牌|上架|交易|产品|数据集|训练|语料|算法|研发|研究|标注|采购"
    r"|换脸|生成|合成|数字人|虚拟|直播"
    r"|出境|境外|国外|海外|跨境|外国|(?:[传发给交送]|同步)[^,。;?!]{0,8}总部"
    r"|罚|赔|举报|投诉|告他|坐牢|后果|多少钱|费用|收费|多久|几天|几年|多少[天年人]|什么时候|有效期"
    r"|谁来?做|由谁|第三方|自己做还是|模板|怎么写|写什么|材料|第几条|哪[1一]?[条部]|取消|注销|变更"
    r"|拒绝|不(?:愿|想|肯|同意|让|刷)|强制|逼|必须刷|只能刷|撤回|泄[露漏]"
    r"|(?:要|让|叫|逼)我(?!们)|我(?:家|的脸|自己)|(?:录|采)我"
    r"|\b(?:sell\w*|sold|list(?:ed|ing)?|trad(?:e|ing)|products?|data ?sets?|train\w*|research"
    r"|algorithms?|deepfakes?|swap\w*|generat\w*|abroad|overseas|to (?:our |the )?headquarters"
    r"|fine[ds]?|penalt\w+|costs?|how (?:long|many|much|soon)|deadline|who (?:does|makes|carries)"
    r"|third part(?:y|ies)|refus\w+|declin\w+|leak\w*|my (?:face|landlord|gym|boss|employer)"
    r"|wants? my)\b"
)
"""What else may be asked or told of faces."""
_ASKS_OF_AGED = re.compile(
    r"谁[^,。;?!]{0,8}(?:同意|授权|签字|点头)|(?:同意|授权|签字)[^,。;?!]{0,6}谁|家长|监护人|爸妈|父母|本人(?:同意|点)"
    r"|怎么(?:做|办|弄|搞)|可以[吗么?]|行[吗不么]|能不能|可不可以|合法|合规|注意|规定|要求"
    r"|\b(?:whose|who)\b[^.;?!]{0,24}\b(?:consents?|agree\w*|sign\w*|permission)\b|\bparents?\b"
    r"|\bguardians?\b|\b(?:may|can|could) we\b|\b(?:allowed|legal|lawful|what must|rules)\b"
)
"""What asks for the duties towards people of some age."""
_AGED = re.compile(
    r"(?<![\d.])(?:\d{1,2}(?:周?岁)?[到至~-])?\d{1,2}(?=周?岁|[- ]years?[- ]old)"
    r"|(?<=\baged )\d{1,2}\b"
)
_RIGHT = re.compile(
    r"(?:说|打|写|搞|弄|记|讲)错|不对|不是|更正|其实|应该是|都是|全是"
    r"|\b(?:sorry|actually|correction|i meant|no,|in fact|wrong)"
)
_BARE_AGE = re.compile(r"(?<=\bare )\d{1,2}(?=[.!]|$)|(?<=\ball )\d{1,2}(?=[.!]|$)")
_LONGEST = 50
"""Characters beyond which a text tells a case of its own."""


def of_own_use(text: str) -> str:
    """The wording of the document on faces that are recognised in somebody's own house, or on
    children's, where a normalised text tells of such and asks what has to be assessed, consented to
    or done; else empty."""
    text = in_figures(text)
    young = tells_child(text)
    asks = _ASKS.search(text) or (_AGED.search(text) and _ASKS_OF_AGED.search(text))
    if not (asks and all(sign.search(text) for sign in (_FACES, _USED))):
        return ""
    if _OTHERWISE.search(text) or NAMED_ABROAD.search(text):
        return ""
    return CHILDREN_USED if young or kind_of(text) == "children" else FACES_USED


def of_sale(text: str) -> str:
    """The wording of the document on faces that are to be sold, where a normalised text asks what
    has to be done for that; else empty."""
    signs = (_FACES, _SOLD, _BEFOREHAND)
    told = all(sign.search(text) for sign in signs)
    if not told or _NO_SALE.search(text) or NAMED_ABROAD.search(text):
        return ""
    return FACES_SOLD


def with_other_age(text: str, exchanges: Sequence[Exchange]) -> str:
    """The question on faces before, with the age that a text puts right in the place of the one
    told (说错了，都是15岁; sorry, they are all 15); empty where it does not."""
    text = in_figures(normalise(text))
    before = in_figures(normalise(exchanges[-1].question)) if exchanges else ""
    told = _AGED.search(text) or _BARE_AGE.search(text)
    if told is None or _RIGHT.search(text) is None or len(text) > _LONGEST:
        return ""
    if not of_own_use(before) or not _AGED.search(before):
        return ""
    return _AGED.sub(told.group(), before)
