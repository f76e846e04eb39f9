"""Who lost somebody of their family and asks for what is held of that person (我爸走了，他云盘里的
照片我能要吗): the right of close relatives answers, behind a word of condolence. Whoever shows need
beside it is heard as that alone. Pure but for the look-up.
"""

from __future__ import annotations

import re

from dialog.reply.aspects import asks
from dialog.reply.grief import LOSS, in_need, mourns
from knowledge.findings import Findings
from knowledge.snapshot import Snapshot
from knowledge.text import normalise

OF_RELATIVES = "去世的人的信息家属能要回来吗"
_FAMILY = re.compile(
    r"爸|妈|父|母|爷|奶|外公|外婆|姥|丈夫|妻|老[公婆伴]|孩子|儿子|女儿|[哥姐弟妹]|亲人|家人|家里"
    r"|爱人"
    r"|\bmy (?:\w+ )?(?:mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister"
    r"|grand\w+)\b"
)
OF_LIKENESS = "去世的人肖像被盗用谁能追究"
_MISUSED = re.compile(
    r"(?:有人|别人|人家|谁|平台|公司|商家|骗子)[^,。;?!]{0,6}(?:拿|用|把|盗)[^,。;?!]{0,6}"
    r"(?:照片|头像|名字|名义|声音|视频|肖像|脸)|盗用|冒用|乱用"
    r"|\b(?:misus\w+|using (?:his|her) (?:photos?|name|voice|picture))\b"
)
"""Who uses the likeness of the dead may be held to account."""
_HELD = re.compile(
    r"照片|相册|视频|录音|聊天|微信|记录|信息|资料|数据|账号|账户|云盘|网盘|病历|病例|档案|手环"
    r"|手机|号码"
    r"|邮箱|邮件|通讯录|定位|轨迹|文件|备份"
    r"|\b(?:photos?|pictures?|videos?|messages?|chats?|records?|data|accounts?|cloud|files?"
    r"|e?mails?"
    r"|history|information|phone)\b"
)
_WISH = re.compile(
    r"[要查看拿取删销调导拷]|复[制印]|打印|备份|更正|清(?:掉|除|空)|处理|下载|公开|继承|还给"
    r"|\b(?:get|have|see|copy|copies|delete|erase|remove|close|download|access|correct|inspect)\b"
)
_TRADE = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|交易|上架|训练|数字人|复活|赔|罚|\b(?:sell|sold"
    r"|train\w*|avatar|sue)\b"
)
"""What is wished of the data of somebody who died that another text tells."""


def asks_beside_grief(text: str) -> bool:
    """Whether somebody mourns one of their family and asks something, and no word shows need."""
    text = normalise(text)
    if not (_FAMILY.search(text) and mourns(text)) or in_need(LOSS.sub(" ", text)):
        return False
    return "?" in text or any(asks(c) for c in re.split(r"[,.。;!]+ *", text) if c)


def of_the_dead(snapshot: Snapshot, text: str) -> Findings | None:
    """What close relatives may ask for; ``None`` where that is not asked."""
    if not asks_beside_grief(text) or snapshot.exact(text) is not None:
        return None
    left = LOSS.sub(" ", normalise(text))
    if _MISUSED.search(left):
        return snapshot.at_once(OF_LIKENESS)
    if not (_HELD.search(left) and _WISH.search(left)) or _TRADE.search(left):
        return None
    return snapshot.at_once(OF_RELATIVES)
