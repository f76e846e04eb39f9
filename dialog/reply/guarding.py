"""Who wants to recognise, check, prevent or report a wrong (授权书造假怎么看得出来; how do I spot a
fake licence): such a text names the deed and means the opposite. Pure; texts are normalised.
"""

from __future__ import annotations

import re

from dialog.reply.kept import kept

_WRONG = (
    r"(?:造假|作假|做假|假(?!如|设|期|日|定|使)|伪造|编造|捏造|篡改|冒充|冒用|假冒|仿冒|盗用|掺水|注水"
    r"|掺假|骗|诈|偷|盗|倒卖|泄露|爬(?:取|走|虫|我|来)|窃取|[pP][sS]?的|来路不[明正]|来源不[明正]|不是真的"
    r"|有猫腻|有鬼|违规|违法)"
)
_HOW = (
    r"(?:怎么|怎样|如何|咋|怎|靠什么|凭什么|用什么|有什么(?:办法|方法|手段)|能不能|可不可以|能"
    r"|可以|要|想|该|需要|应该)"
)
_SEES = (
    r"(?:看(?:得)?出来?|辨认|辨别|分辨|鉴别|识别|识破|甄别|分清|区分|认出来?|判断|鉴定|检测|检验|检查|查验"
    r"|核验|核实|核对|核查|验证|验真|验明|验(?=[1一]?下|伪|货|出)|查(?:得)?(?:出来?|验|证|实|清|真伪)?|抽查|发现|察觉"
    r"|揭穿|举报|投诉|防(?!疫|火|水)(?:范|止|着|住|备)?|避免|预防|杜绝|阻止|制止|堵住|规避风险|躲坑|避坑|追溯|溯源|证明)"
)
_SMALL = r"[^,.。;?!怎如]{0,14}?"
_GUARDS = re.compile(
    # 授权书造假怎么看得出来; 怎么防着卖家造假
    rf"{_WRONG}[^。;?!]{{0,10}}?{_HOW}(?:才|样|去|来|也|还|就|能|得|是|可以|有|没有|办法|我们?|买方|买家)*"
    rf"(?!不){_SEES}"
    rf"|{_HOW}(?:才|样|去|来|能|得|有效|提前|事先|好好|我们?|买方|买家|你们|交易所)*"
    rf"{_SEES}(?!不)[^,。;?!]{{0,16}}?"
    rf"(?:真[假伪]|{_WRONG})"
    rf"|(?:防止|防范|防着|防住|避免|杜绝|识别|辨别|鉴别|核实|举报|怕){_SMALL}"
    rf"(?:卖[家方]|供方|对方|别人|他人|人家|同行|有人|买[家方]|合作方|供应商|授权书?|合同|证明|数据){_SMALL}{_WRONG}"
    rf"|(?:真[假伪]|是不是真的?|是真是假)[^。;?!]{{0,6}}?{_HOW}(?:才|样|去|来|能)*{_SEES}"
    r"|\bhow (?:do|can|could|should|would|to|does|might)\b[^.?!]{0,24}?\b(?:spot|detect|tell|know"
    r"|verify|check|recogni[sz]e|identify|prevent|avoid|guard|protect|report|catch|find|make sure"
    r"|see|prove|ensure|stop)\b[^.?!]{0,60}?\b(?:fake\w*|forg\w+|false|genuine|real|authentic|fraud\w*"
    r"|counterfeit\w*|falsif\w+|stolen|scam\w*|cheat\w*|tamper\w*|impersonat\w*|leak\w*|steal\w*)\b"
    r"|\b(?:fake\w*|forg\w+|fraud\w*|counterfeit\w*|falsif\w+|stolen|tamper\w*)\b[^?!]{0,40}?"
    r"\bhow (?:do|can|could|should|would|to)\b[^.?!]{0,16}?\b(?:spot|detect|tell|know|verify|check"
    r"|recogni[sz]e|identify|prevent|avoid|guard|report|catch|notice|find out|see) ?(?:it|that|this"
    r"|them|one|such)?\b(?! (?:being|getting|detect))"
)
_EVADES = re.compile(
    r"被(?:查|发现|看[出穿]|识[破别]|抓|举报|追[究责]|处罚|罚)"
    r"|不(?:被|会被|让|会让|要被|能被|至于被|给)|不(?:会|容易|能)?(?:露馅|穿帮|留痕|出事)|看不出|查不[出到]|认不出"
    r"|验不出|识别不|检测不|分不[出清]来?(?=的)|发现不了|瞒|蒙混|混过|糊弄|过关|通过(?:审核|核验|检[查测])|过审|躲(?!坑)|绕"
    r"|避开|逃|应付|钻"
    r"|(?:防|避免?|规避|防止|防着)(?:被|别人|他们|你们|交易所|监管)*(?:抽查|检查|核验|审核|查|识别|发现|看出|认出"
    r"|追[究责]|举报|检测|处罚|罚)"
    r"|(?:做|弄|搞|写|开|造)(?:成|[1一]?[份个张批])|教教?我(?:做|弄|造|写)|帮我(?:做|弄|造|写|搞|改|p)|像真的?|以假乱真"
    r"|逼真"
    r"|\b(?:stop|prevent|keep|avoid|hinder)\w*\b[^.?!]{0,40}?\b(?:from )?(?:notic|detect|find|see"
    r"|spot|know|tell|discover|check|verify|trac|report|recogni)\w*\b"
    r"|\b(?:without|undetect\w*|unnoticed|get(?:ting)? away|bypass|evade|hid(?:e|ing)|conceal"
    r"|(?:being|get(?:ting)?|be) (?:caught|detected|noticed|found|spotted)|detection"
    r"|looks? (?:real"
    r"|genuine|authentic)|make (?:it|a|one|my|our)|pass (?:the|your|their|a)|nobody|no one"
    r"|can(?:no|')t (?:tell|spot|detect|know))\b"
)
_FORGED = (
    r"(?:授权书?|合同|证明|报告|公章|资质|执照|证书|数据|样本|来源|协议|同意书|材料|签名)"
    r"(?:是|被|有|里|要是|如果|万一|全|都|也|其实|发现|属于)*(?:造假|作假|伪造的?|假的|篡改的?|冒用|冒充|冒签)"
)
_WHAT_THEN = re.compile(
    rf"{_FORGED}(?:了|的|呢|话|,|，| )*(?:怎么办|咋办|怎么处理|如何处理"
    r"|谁(?:来)?(?:负责|担责|承担|管|赔)|会怎么?样"
    r"|(?:要|会)?(?:承担|负)(?:什么|哪些|啥)?责任|(?:会|要)?(?:怎么)?(?:罚|处罚)|(?:有)?什么后果|找谁|算谁的)"
    r"|\bwhat (?:if|happens if|happens when) (?:the|a|an|their|its|somebody's)?[^.?!]{0,40}"
    r"\b(?:is|are|was|turns? out(?: to be)?) "
    r"(?:fake\w*|forged|false|falsified|counterfeit|stolen)\b"
)
"""What supposes a forgery and asks what then."""


@kept
def guards(text: str) -> bool:
    """Whether somebody asks how to recognise, check, prevent or report a wrong, or what is to be
    done about one; not how it stays unseen, nor how it is done."""
    if _EVADES.search(text) is not None:
        return False
    return _GUARDS.search(text) is not None or _WHAT_THEN.search(text) is not None
