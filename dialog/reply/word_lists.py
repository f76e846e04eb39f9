"""The word lists of the ground check: which words turn a statement round, which mean the same, and
which carry no fact. Data only; a doubtful word belongs on no list, and is then compared as it is.
"""

from __future__ import annotations

import re

MARKS = frozenset({"<duty>", "<permit>", "<prohibit>", "<exempt>", "<not>"})
"""Tokens that turn a statement round."""

_SHOULD = ("应当", "应该", "应", "要", "须要", "得要", "务必", "务须")
_NEED = ("必须", "必需", "须", "需要", "需", "必要")
_PERMIT = ("可以", "可", "能", "能够", "允许", "准许", "有权")
_PROHIBIT = (
    *("不得", "禁止", "严禁", "不准", "不许", "不允许", "不能", "不能够", "不可", "不可以"),
    *("不应", "不应当", "不应该", "不要", "切勿", "请勿", "勿"),
)
_EXEMPT = (
    *(
        "无需",
        "无须",
        "毋需",
        "毋须",
        "不用",
        "不必",
        "不需要",
        "不需",
        "不须",
        "免",
        "免于",
        "免予",
    ),
    *("豁免", "免除", "可以不", "可不", "用不着"),
)
_NOT = ("不", "没有", "没", "未", "无", "非", "并非", "并不", "并未", "未曾", "并没有")
MARK_OF = {
    # Two kinds of duty, told apart until marks are merged: 不应 forbids, 不需 exempts.
    **dict.fromkeys(_SHOULD, "<should>"),
    **dict.fromkeys(_NEED, "<need>"),
    **dict.fromkeys(_PERMIT, "<permit>"),
    **dict.fromkeys(_PROHIBIT, "<prohibit>"),
    **dict.fromkeys(_EXEMPT, "<exempt>"),
    **dict.fromkeys(_NOT, "<not>"),
}
PARTS_OF = {
    "还要": ("要",),
    "就要": ("要",),
    "都要": ("都", "要"),
    "也要": ("要",),
    "还应": ("应",),
    "还须": ("须",),
    "还需": ("需",),
    "均应": ("均", "应"),
    "须经": ("须", "经"),
    "应经": ("应", "经"),
    "需经": ("需", "经"),
    "不能不": ("必须",),
    "不得不": ("必须",),
    "不可不": ("必须",),
    "不是": ("不", "是"),
    "并不是": ("不", "是"),
    "不会": ("不", "会"),
    "不含": ("不", "包含"),
    "不包含": ("不", "包含"),
    "不包括": ("不", "包含"),
    "不算": ("不", "属于"),
    "不属于": ("不", "属于"),
    "就能": ("能",),
    "就可以": ("可以",),
    "便可": ("可",),
    "才能": ("才", "能"),
    "才可以": ("才", "能"),
    "才可": ("才", "能"),
    "没有必要": ("不用",),
    "无必要": ("不用",),
}
"""Words in which a mark hides, as their parts."""

# Words that carry no fact: a sentence may have or lack them. No negation, no scope (都, 只, 均), no
# time, no cause may stand here.
EMPTY = frozenset(
    [
        *("的", "了", "着", "地", "呢", "吧", "啊", "呀", "您", "您好", "您的", "贵单位", "请注意"),
        *(
            "也",
            "还",
            "就",
            "则",
            "即",
            "便",
            "而",
            "并",
            "并且",
            "且",
            "而且",
            "同时",
            "此外",
            "另外",
        ),
        *("其中", "首先", "其次", "最后", "对于", "关于", "针对", "进行", "开展", "做", "作", "去"),
        *("如果", "若", "假如", "要是", "倘若", "如", "的话", "凡", "凡是", "一旦", "只要"),
        *("a", "an", "the", "also", "please", "then"),
    ]
)
EMPTY_PHRASES = re.compile(
    r"(?:需要|值得|应当|要)(?:注意|说明|提醒|强调)的是|请您?注意|具体(?:来说|而言)|简单(?:来说|地说|说)"
    r"|也就是说|换句话说|总的来说|please note that|in addition|in short"
)
_SAME: tuple[tuple[str, ...], ...] = (
    ("取得", "获得", "征得", "得到"),
    ("企业", "公司"),
    ("境外", "国外", "海外"),
    ("境内", "国内"),
    ("我国", "中国", "中华人民共和国"),
    ("包含", "含有", "含", "包括", "涉及"),
    ("属于", "算", "算作"),
    ("按照", "按", "依照", "依据", "根据", "依", "据"),
    ("以前", "之前", "前"),
    ("以后", "之后", "后"),
    ("或", "或者", "或是"),
    ("和", "与", "及", "以及", "跟", "、"),
    ("禁止交易", "不得交易"),
    ("告知", "告诉"),
    ("提交", "递交"),
    ("期间", "期限内"),
    ("每年", "每一年"),
    ("经过", "经由", "经"),
    ("由于", "因为", "因"),
    ("所以", "因此", "因而"),
    ("立即", "立刻", "马上"),
    ("个人同意", "本人同意"),
    ("单独同意", "单独的同意"),
    ("施行", "实施", "生效"),
    ("发布", "公布", "颁布"),
    ("数据出境", "数据跨境提供"),
    ("评估报告", "评估的报告"),
    ("只有", "唯有"),
    ("仅", "只", "仅仅"),
    ("全部", "所有", "一切"),
    ("均", "都", "全都"),
    ("有关", "相关"),
    ("进行中", "当中"),
    ("比如", "例如", "譬如"),
    ("用于", "用来"),
    ("把", "将"),
    ("但", "但是", "不过", "可是", "然而"),
    ("时", "时候"),
    ("能否", "是否", "是不是", "能不能"),
)
CANON = {word: group[0] for group in _SAME for word in group}
ENGLISH_MARKS = {
    "prohibit": r"(?:must|shall|may|should|can)\s+not|cannot|can't|mustn't|never|"
    r"(?:is|are)\s+(?:prohibited|forbidden|banned|not\s+(?:allowed|permitted))",
    "exempt": r"(?:need|do|does)\s+not\s+(?:need|have|require)(?:\s+to)?|need\s+not|needn't|"
    r"(?:is|are)\s+not\s+(?:required|needed|necessary)|no\s+need|exempt(?:ed)?|not\s+required",
    "duty": r"must|shall|should|(?:is|are)\s+(?:required|obliged)(?:\s+to)?|ha(?:s|ve)\s+to|"
    r"needs?(?:\s+to)?|required|requires?",
    "permit": r"may|can|(?:is|are)\s+(?:allowed|permitted)(?:\s+to)?",
    "not": r"not|no|without|non|neither|nor",
}

WHOLE = (
    *(
        "需方",
        "供方",
        "供需",
        "供需双方",
        "需求",
        "所需",
        "重要",
        "重要数据",
        "主要",
        "要求",
        "要点",
        "要素",
        "要件",
        "要约",
    ),
    *(
        "摘要",
        "纲要",
        "必要性",
        "可能",
        "可信",
        "许可",
        "认可",
        "功能",
        "能力",
        "职能",
        "智能",
        "应急",
    ),
    *(
        "应用",
        "对应",
        "相应",
        "供应",
        "响应",
        "未成年人",
        "未来",
        "无形资产",
        "非法",
        "不动产",
        "避免",
    ),
    *("免费", "不同", "只要", "只能", "才能", "不满", "不足", "免税", "无关", "没收", "可追溯"),
)
"""Words in which what looks like a mark is none."""
