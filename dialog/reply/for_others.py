"""Who works on data for somebody else and wants to sell them once they are anonymised (翻译社替客户
处理员工名单…把名字匿名化以后，能挂牌卖吗): they are the client's to sell, and making nobody known
changes nothing of that. Pure; over normalised texts."""

from __future__ import annotations

import re

_OTHERS = (
    r"(?:客户|甲方|医院|诊所|银行|保险公司|学校|政府|机关|别人|人家|委托方|委托人|企业|商家|厂家|单位|对方|他们|别的?公司"
    r"|[^,。;?!]{1,6}公司)"
)
_WORK = (
    r"(?:处理|加工|存储|存放|保管|标注|清洗|翻译|录入|管理|托管|运维|整理|分析|代运营|开发|维护|外包|扫描"
    r"|做(?:系统|外包|项目|数据|平台|客服|存储|[^,。;?!]{0,6}(?:存储|影像|系统|平台|标注)))"
)
_FOR_OTHERS = re.compile(
    rf"(?:[替给帮代]|受)(?:我们?的?)?{_OTHERS}(?:的?委托)?[^,。;?!]{{0,8}}{_WORK}"
    r"|受托(?:处理|加工|保管)|(?:接受|受)[^,。;?!]{1,8}委托|委托(?:已经|都|早)?(?:结束|到期|完|终止)"
    r"|\b(?:process|handle|host|label|clean|translate|manage|keep|store)\w*\b[^.?!]{0,40}"
    r"\b(?:for|on behalf of) (?:a|an|our|the|another|other)\b"
    r"|\bas (?:its|their|a) (?:contractor|processor|subcontractor|vendor)\b"
)
_SELLS = re.compile(r"卖|挂牌|上架|交易(?!所)|变现|转让|\b(?:sell\w*|list|offer|trade)\b")
_NOBODY_KNOWN = re.compile(
    r"匿名|脱敏|去标识|去掉(?:姓)?名字?|认不出|打码|\b(?:anonymi\w+|de-?identif\w+|mask\w*)\b"
)
_AGREED = re.compile(
    rf"{_OTHERS}(?:也|都|已经?|书面|在合同里|合同里)*(?:同意|授权|许可|允许|答应|让)(?!书|没)"
    r"|(?<!没)(?<!没有)(?<!未)(?:取得|拿到|得到|有)了?[^,。;?!没无]{0,8}(?:书面)?(?:同意|授权)"
    r"|\b(?:client|hospital|bank|they|owner|customer)s? (?:has |have |had )?"
    r"(?:agree[ds]?|consent(?:ed|s)?|authori[sz]e[ds]?|allow(?:ed|s)?|let)\b"
)

CLIENTS = "给客户做项目留下的数据归谁，我们能卖吗？"
"""The wording of the document on whose the data are that are left from work for a client."""


def sells_a_clients(text: str) -> bool:
    """Whether somebody would sell, anonymised, what they work on for others who did not agree."""
    return (
        _FOR_OTHERS.search(text) is not None
        and _SELLS.search(text) is not None
        and _NOBODY_KNOWN.search(text) is not None
        and _AGREED.search(text) is None
    )
