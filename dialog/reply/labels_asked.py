"""Who asks of the labels of AI content from another side than the provider's: a mere user who
uploads it (我们只是用户), a provider whose client wants it without the label, or who would get it
so. The law lets it be left out on the user's own application; who would remove or hide it asks for
something else. Pure; texts are normalised.
"""

from __future__ import annotations

import re

LABEL_OF_USER = "只是把AI内容传到平台上的用户，标识自己要做什么？"
LABEL_LEFT_OUT = "我们是做AI工具的，用户要不带标识的版本，能给吗？"
LABEL_APPLIED_FOR = "可以向AI平台申请不带显式标识的内容吗，日志要留多久？"

LABEL_KINDS = "显式标识和隐式标识有什么区别"
LABEL_DUTY = "AI生成的内容必须加标识吗？"
LABEL_OF_CORPUS = "AI合成的语料卖给别的公司训练，要打AI标识吗？"

_AI = re.compile(r"ai(?![a-z])|剪映|即梦|可灵|人工智能|生成合成|\bgenerated\b|\bsynthetic\b")
_LABELS = re.compile(
    r"标识|标注|标签|标明|声明|水印|要标|[明暗]标|打[^,。;?!]{0,3}标|提示音|语音提示|\blabel\w*"
    r"|\bmark(?:ed|ing|s)?\b|\bdeclar\w+"
)
_ONLY_USER = re.compile(
    r"(?:只|就|仅|不过|无非)(?:是|算|当)?"
    r"(?:[1一]?个|普通|一般|平台|的|在[^,。;?!]{1,12}(?:上|里)?发[^,。;?!]{1,10}的)*"
    r"(?:普通|一般)?(?:用户|发布者|上传者|博主|个人)"
    r"|(?:普通|一般)用户|(?:我们?|公司)?(?:自己)?(?:不做|不是做|没有?做|不提供"
    r"|不是提供)[^,。;?!]{0,8}(?:生成|合成|模型|ai)"
    r"[^,。;?!]{0,6}(?:服务|平台|工具|软件)?[^。;?!]{0,20}(?:传|发)"
    r"|用了?(?:网上|别人|人家|现成|第三方|某[个款]?|免费|手机)的?[^,。;?!]{0,6}(?:ai|人工智能"
    r"|工具|软件|app)"
    r"|用了?(?:剪映|豆包|即梦|可灵|文心|通义|混元|海螺|midjourney|sora|chatgpt|runway)"
    r"|\b(?:with|using|used) (?:an? )?(?:online|free|public|third-party|somebody else's) ai\b"
    r"|\b(?:only|just|merely|simply) (?:an? )?(?:\w+ )?(?:users?|uploaders?|posters?)\b"
    r"|\b(?:as )?an? (?:ordinary|mere|normal|plain) (?:users?|uploaders?|posters?)\b"
)
_UPLOADS = re.compile(
    r"传|发|晒|贴|上平台|\b(?:upload\w*|post\w*|publish\w*|put\w* (?:it|them)? ?(?:on|up))\b"
)
_ASKS = re.compile(
    r"什么|怎么|吗|么|呢|要不要|用不用|哪些|\?|\b(?:what|must|do|should|need|have to)\b"
)
_OTHER_SIDE = re.compile(
    r"罚|后果|去掉|删|抹|裁|平台(?:要|应|该|得|会)"
    r"|\b(?:fine[ds]?|penalt\w+|remov\w+|(?:must|should) the platform)\b"
)
_MAKES = re.compile(
    r"(?:我们?|公司|工作室|平台|是)[^,。;?!]{0,6}?(?:做|提供|搞|运营|开发)[^,。;?!]{0,10}"
    r"(?:ai|人工智能|生成|合成|配音|数字人|模型)"
    r"|(?:做|提供)(?:ai|人工智能)|(?<![向跟找让问从和])ai[^,。;?!]{0,6}(?:公司|工作室|平台|服务商"
    r"|厂商)"
    r"|\b(?:we|our (?:company|studio|firm))\b[^.;?!]{0,40}"
    r"\b(?:ai|synthetic|generat\w+|dubbing|voice)\b"
    r"|\bai [a-z]+ (?:studio|company|firm|provider|service)\b"
)
_CLIENT = re.compile(r"客户|甲方|用户|对方|买家|客人|\b(?:clients?|customers?|users?|buyers?)\b")
_WITHOUT = re.compile(
    r"(?:不带|不含|不要|没有|不加|无|去掉|别加|不想要|不放|拿掉|省掉)[^,。;?!]{0,10}?"
    r"(?:标识|标签|水印|字样|提示音|语音提示|提示|角标)"
    r"|\b(?:without|no|unlabell?ed|not want|free of)\b[^.;?!]{0,24}"
    r"\b(?:label\w*|marks?|notice|watermark|announcement)\b"
    r"|\bunlabell?ed\b"
)
_WANTS = re.compile(
    r"要|想|申请|希望|求|问|给|交付"
    r"|\b(?:wants?|asks?|asked|requests?|needs?|give|deliver|hand|supply)\b"
)
_BORN_WITHOUT = re.compile(
    r"(?:不带|不含|没有|不加|无|不打|不要)(?:任何|那个|这个)?(?:显式|可见|看得见|明显|ai|的"
    r"|生成){0,3}"
    r"(?:的)?(?:标识|标签|水印|字样|提示音|语音提示|角标)"
    r"|\b(?:without|no|free of)\b[^.;?!]{0,20}\b(?:label\w*|marks?|watermarks?)\b|\bunlabell?ed\b"
    r"|\bleav(?:e|ing) (?:out|off) (?:the |any )?(?:\w+ )?(?:labels?|marks?|watermarks?)\b"
)
_SEEN = re.compile(
    r"显式|可见|看得见|\b(?:visible|explicit|audible)\b|(?:不带|不含|没有|不加"
    r"|无)[^,。;?!]{0,4}标识"
)
_LEAVE = re.compile(
    r"(?:能|可以|可|允许|合法|合规)(?:不能|不可以|否)?[^,。;?!]{0,12}?[吗么?]|能不能|可不可以"
    r"|行[吗不]|(?:要|得|该)[^,。;?!]{0,8}(?:什么|哪些|怎么)"
    r"|\b(?:can|may|could) (?:we|i|the (?:platform|provider|studio))\b|\bare we allowed\b"
    r"|\b(?:allowed|lawful|legal)\b"
    r"|\bwhat (?:do|must|should) (?:we|i)\b"
)
_HIDES = re.compile(
    r"去掉|去除|抹|擦|裁|删|剪|盖|遮|隐藏|拿掉|破解|绕|避开|不被|看不出|发现|查|瞒|骗|冒充|假装"
    r"|当成?真|以假乱真|选举|谣言"
    r"|\b(?:remov\w*|strip\w*|eras\w*|delet\w*|crop\w*|cover\w*|hid\w*|conceal\w*|bypass\w*"
    r"|evad\w*|notic\w+"
    r"|detect\w*|fool\w*|trick\w*|deceiv\w*|pass\w* (?:it |them )?off|fake\w*|real)\b"
)
_GIVES = re.compile(
    r"(?:我们?|平台|服务商|服务方|工作室|公司)[^,。;?!]{0,6}?(?:能|可以|可)[^,。;?!]{0,4}?(?:给"
    r"|交|提供|发|导出)"
    r"|(?:能|可以)[^,。;?!]{0,4}?(?:给|交付?|提供)[^,。;?!]{0,6}?[吗么?]"
    r"|\b(?:give|deliver|hand|supply|provide|offer|send)\b"
)
_GETS = re.compile(
    r"给我(?!们的?客)|我(?:想|要)|我是用户|[向跟找让][^,。;?!]{0,8}(?:平台|服务商"
    r"|工具)[^,。;?!]{0,4}[要申给]"
    r"|\b(?:get|obtain|receive)\b|\b(?:may|can) i have\b"
)
_PUBLISHES = re.compile(
    r"(?:能|可以|可)(?:不能|不可以|否)?(?:直接)?(?:发(?!给)|上传|上架|播|用)|\b(?:post|publish"
    r"|upload|air|use)\b"
)


_BOTH_KINDS = (
    re.compile(r"明标|显标|显式|看得见的?(?:标|那)|\b(?:explicit|visible)\b"),
    re.compile(r"暗标|隐标|隐式|隐藏的?标|看不见的?(?:标|那)|\b(?:implicit|hidden|invisible)\b"),
)
_WHAT_THEY_ARE = re.compile(
    r"(?:各|分别|都|到底|究竟)?(?:是|指|叫)(?:些|个|的)?(?:什么|啥)|(?:什么|啥)(?:意思|区别|不同"
    r"|差别)|怎么区分|区别"
    r"|\bwhat (?:is|are|do|does)\b|\bdifferen\w+"
)
_SEVERAL_KINDS = re.compile(
    r"图文|(?:图|图片|文字|文章|视频|音频|语音)(?:和|跟|与|、|加|及|还有)(?:配)?(?:图|图片|文字"
    r"|文章|视频|音频|语音)"
    r"|\b(?:text|images?|pictures?|videos?|audio)(?:,| and) (?:text|images?|pictures?|videos?"
    r"|audio)\b"
)
_CORPUS = re.compile(
    r"语料|训练(?:集|数据|用|素材|模型)|(?:给|供|拿去|拿来)[^,。;?!]{0,8}训练|数据集"
    r"|\b(?:training (?:set|data|corpus)|corpus|corpora|data ?sets?)\b"
)
_TRADES = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|上架|交易(?!所)|提供给|交给|供给"
    r"|\b(?:sell|sold|list(?:ing)?|offer|supply|trade)\b"
)
_MUST = re.compile(
    r"要不要|用不用|需不需要|必须|(?:要|得|用|该|需要)[^,。;?!]{0,8}(?:吗|么|不|没有?)|留不留"
    r"|保不保留|保留"
    r"|\b(?:must|need|have to|required|should|keep)\b"
)


def asks_unlabelled(text: str) -> bool:
    """Whether somebody asks in a normalised text whether content may be had, or given, that bears
    no visible label from the start, and not how to take one off or keep it unseen."""
    born = _BORN_WITHOUT.search(text) is not None and _LEAVE.search(text) is not None
    of_ai = _AI.search(text) is not None or _SEEN.search(text) is not None
    return born and of_ai and _HIDES.search(text) is None


def label_wording(text: str) -> str:
    """The wording of the document for a mere user, for a provider whose client wants files without
    the label, for who would get them so, for content of several kinds, of which a table rules one
    by one, for a corpus, or on what the kinds of label are; empty where a normalised text is of
    none."""
    if asks_unlabelled(text) and not re.search(r"罚|后果|日志|\bfine[ds]?\b|\blogs?\b", text):
        if _PUBLISHES.search(text):
            return ""
        gives = _GIVES.search(text) and not _GETS.search(text)
        return LABEL_LEFT_OUT if gives else LABEL_APPLIED_FOR
    if _AI.search(text) is None:
        return ""
    if apart := _of_kinds(text):
        return apart
    wanted = all(s.search(text) for s in (_MAKES, _CLIENT, _WITHOUT, _WANTS, _ASKS))
    if wanted and not re.search(r"罚|后果|\bfine[ds]?\b", text):
        return LABEL_LEFT_OUT
    signs = (_LABELS, _ONLY_USER, _UPLOADS, _ASKS)
    if all(s.search(text) for s in signs) and not _OTHER_SIDE.search(text):
        return LABEL_OF_USER
    several = all(s.search(text) for s in (_LABELS, _SEVERAL_KINDS, _MUST))
    return LABEL_DUTY if several and not _OTHER_SIDE.search(text) else ""


def _of_kinds(text: str) -> str:
    """The wording of the document on what the two kinds of label are, or on a corpus that is sold
    for training."""
    if _OTHER_SIDE.search(text) or _LABELS.search(text) is None:
        return ""
    must = _MUST.search(text) is not None
    if must and _CORPUS.search(text) and _TRADES.search(text):
        return LABEL_OF_CORPUS
    if all(kind.search(text) for kind in _BOTH_KINDS) and _WHAT_THEY_ARE.search(text):
        return LABEL_DUTY if must else LABEL_KINDS
    return ""
