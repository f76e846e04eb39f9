"""The goods of a trade that a text tells (做血糖仪的, a hearing aid maker): what somebody makes or
sells is no kind of data, whatever the data of its users would be. Pure; over normalised texts.
"""

from __future__ import annotations

import re

_GOODS = (
    r"(?:(?:高|动态|无创|家用|医用|便携|智能|数字|电子|云)*"
    r"(?:血糖|血压|血氧|心率|听力|助听|心电|脑电|听诊|诊断|化验|医学影像|影像|超声|b超|x光|ct|核磁|康复|残疾人?|健康|医疗|体检|病历"
    r"|指纹|人脸|人脸识别|刷脸|虹膜|声纹|掌纹|gps|定位|基因|基因测序|dna|儿童|婴儿|小孩|处方|用药|睡眠|银行卡|信用卡)"
    r"(?:识别|检测|监测|测量|治疗|管理|辅助|诊断|康复|支付|考勤|门禁|测序)*"
    r"(?:仪器?|器械?|计|机(?!构)|表|泵|床|椅|锁|设备|探头|传感器|芯片|模组|手表|手环|耗材|用品|试剂盒?|软件|系统|终端)"
    r"|助听器|血糖仪|血压计|轮椅|假肢|义肢)"
)
_MAKING = r"(?:做|卖|生产|制造|研发|开发|销售|出售|经销|代理|经营|批发|造|修|维修)"
_FIRM = r"(?:公司|企业|集团|工?厂[家商]?|厂|品牌|[供经代][应销理]商|销售商|商家|店)"
_TRADE = re.compile(
    rf"(?P<do>{_MAKING})(?P<what>{_GOODS}(?:[和、与及]{_GOODS})*)(?P<end>的?{_FIRM}|的(?=$|[,。;?!])|(?=$|[,。;?!]))"
    rf"|(?P<goods>{_GOODS})(?:生产|制造|研发|销售)?(?P<firm>{_FIRM})"
)
"""Who speaks, or whom they deal with, named by what they make."""
_GOODS_ENGLISH = (
    r"(?:(?:blood )?glucose|blood pressure|hearing|insulin|heart|medical|health|fingerprint"
    r"|face(?: recognition)?|facial recognition|gps|genetic|dna|biometric|prescription"
    r"|diagnostic)[- ]"
    r"(?:meters?|monitors?|aids?|pumps?|devices?|scanners?|software|trackers?|readers?|locks?|equipment"
    r"|kits?|systems?|instruments?|sensors?|cameras?)"
)
_TRADE_ENGLISH = re.compile(
    rf"\b(?P<do>make|makes|making|sell|sells|selling|build|produce|manufacture|develop|repair)"
    rf" {_GOODS_ENGLISH}\b(?! data)"
    rf"|\b{_GOODS_ENGLISH}[- ](?P<firm>makers?|manufacturers?|compan(?:y|ies)|firms?|producers?"
    r"|dealers?|distributors?|sellers?|suppliers?|brands?|business)\b"
)


def without_goods(text: str) -> str:
    """A normalised text with the goods of a trade named as goods alone."""
    if text.isascii():
        return _TRADE_ENGLISH.sub(
            lambda m: f"{m['do'] or ''} goods {m['firm'] or ''}".strip(), text
        )
    return _TRADE.sub(
        lambda m: f"{m['do']}某种仪器{m['end']}" if m["do"] else f"某种仪器{m['firm']}", text
    )
