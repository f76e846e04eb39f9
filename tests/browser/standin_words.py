"""What the stand-in server says: invented sources, cards and answers."""

from __future__ import annotations

from typing import Any

from dialog import messages as m

SOURCES = (
    m.SourceItem(
        title="中华人民共和国网络安全法",
        grade="法规",
        law="网络安全法",
        article=23,
        publisher="全国人民代表大会常务委员会",
        date="2025-10-28",
        url="https://www.npc.gov.cn/",
        as_of="2026-11-22",
        gist="网络日志留存不少于六个月。",
        effective_from="2026-01-01",
    ),
    m.SourceItem(
        title="数据交易服务安全要求",
        grade="标准",
        section="6.2",
        publisher="国家标准化管理委员会",
        date="2025",
        url="javascript:alert(1)",
        gist="登记前先完成主体与产品两项审核。",
    ),
    m.SourceItem(title="一场公开的圆桌讨论（示例）", grade="发言", date="2023-11"),
)
CARDS = (
    m.Card(
        kind="product",
        title="示例航运时效数据",
        body="按航线统计的在途时长。",
        why="您问到航运场景，该产品登记了这一场景。",
        tags=("航运", "数据集"),
        sample=True,
    ),
    m.Card(
        kind="vendor",
        title="示例合规评估机构",
        body="出具数据合规评估报告。",
        why="登记前需要合规评估，该机构提供这项服务。",
        tags=("合规评估",),
        sample=True,
    ),
    m.Card(kind="related", title="数据资产入表", body="会计处理的一般说明。"),
    m.Card(kind="ask", title="登记需要哪些材料？", other_title="What does registration need?"),
    m.Card(kind="ask", title="谁来做合规评估？"),
)
POINTERS = (
    m.Card(
        kind="related",
        title="数据产品挂牌要交多少钱？",
        body="收费标准没有查到公开原文，我不能报数。\n请向工作人员索要现行收费标准。",
        why="《数据交易服务安全要求》",
    ),
    m.Card(
        kind="related",
        title="数据交易服务机构应当向谁公开收费标准，多久更新一次，谁来监督？",
        why="《关于构建数据基础制度更好发挥数据要素作用的意见》第十一条",
    ),
    m.Card(kind="related", title="登记收费吗？", body="登记收不收费没有查到公开规定。"),
)
CONTACT = m.Card(
    kind="contact",
    title="请联系交易所工作人员",
    body="可通过官方网站公布的渠道咨询。",
    url="https://www.example.org/contact",
)


def sentence(index: int, text: str, **more: Any) -> m.Sentence:
    """A sentence of a calm answer."""
    values: dict[str, Any] = {"tone": "warm", "intensity": 0.6, "role": "answer", **more}
    return m.Sentence(sentence=index, text=text, **values)


ANSWER = (
    sentence(0, "别着急，我们一步一步看。", tone="empathetic", role="opener", block=0),
    sentence(1, "登记数据产品，先审核主体，再审核产品。", locked=True, block=1),
    sentence(2, "两项都通过之后才能挂牌。", locked=True, block=1),
    sentence(3, "1. 提交主体证明：营业执照、经办人授权。", locked=True, block=2),
    sentence(
        4, "2. 提交产品说明：来源、内容、更新频率，以及是否包含个人信息。", locked=True, block=3
    ),
    sentence(5, "3. 完成合规评估，日志留存不少于6个月。", locked=True, block=4),
    sentence(6, "先准备营业执照和产品说明，再预约合规评估。", role="next_step", block=5),
    sentence(7, "供参考，不代替合规评估或法律意见。", role="closing", block=6),
)
UNKNOWN = (
    sentence(0, "收费标准目前没有公开的资料，我不能给您一个数字。", tone="apologetic", block=0),
    sentence(1, "请向交易所工作人员询问，并说明产品类型和交易方式。", role="next_step", block=1),
)
ENGLISH = (
    sentence(
        0, "Two reviews come before listing: the organisation, then the product.", language="en"
    ),
    sentence(1, "Both must be passed.", language="en"),
)


def script(text: str) -> list[m.ServerMessage]:
    """What is said to a question, by its first two characters."""
    done: dict[str, Any] = {"tone": "warm", "confidence": 0.97, "receipt": "Y-20261122-0001"}
    match text[:2]:
        case "不知":
            end = m.Done(outcome="unknown", **done)
            return [*UNKNOWN, m.Cards(items=(*POINTERS, CONTACT, CARDS[3])), end]
        case "相近":
            words = sentence(0, "您是想问“登记收费吗”？", role="next_step")
            end = m.Done(outcome="unknown", route="near", **done)
            return [words, m.Cards(items=POINTERS[2:]), end]
        case "半知":
            gap = sentence(0, "收费标准没有公开；能确认的是收费项目有两项。", locked=True)
            end = m.Done(outcome="unknown", route="gap", **done)
            return [gap, m.Sources(items=SOURCES[:1]), end]
        case "拒绝":
            words = sentence(0, "这个请求我不能协助。", tone="serious")
            return [words, m.Done(outcome="refused", **done)]
        case "人工":
            words = sentence(0, "好的，请由工作人员为您处理。")
            return [words, m.Cards(items=(CONTACT,)), m.Done(outcome="handoff", **done)]
        case "部分":
            return [*ANSWER[1:3], m.Sources(items=SOURCES[:1]), m.Done(outcome="partial", **done)]
        case "澄清":
            ask = m.Clarify(
                question="您的数据是否包含个人信息？",
                choices=("包含", "不包含", "不清楚"),
                other_choices=("It does", "It does not", ""),
            )
            return [ask, m.Done(outcome="clarify", **done)]
        case "出错":
            return [m.Done(outcome="error", **done)]
        case "En":
            sources = m.Sources(items=SOURCES[:1])
            return [*ENGLISH, sources, m.Done(outcome="answered", **done)]
        case "准备":
            words = sentence(0, "资料还在准备中，请过几分钟再问一次。", tone="apologetic")
            return [words, m.Done(outcome="unknown", route="preparing", **done)]
        case "两问":
            parts = (
                sentence(0, "关于“要哪些材料”：", block=0),
                sentence(1, "要营业执照。", locked=True, block=1),
                sentence(2, "关于“要交多少钱”：", block=2),
                sentence(3, "收费标准没有公开。", locked=True, block=3),
            )
            return [*parts, m.Done(outcome="partial", **done)]
        case "无声":
            note = m.Notice(code="no_sound", text="语音服务暂时连接不上。", reason="unreachable")
            return [note, ANSWER[1], m.Done(outcome="answered", **done)]
        case "有声":
            note = m.Notice(code="sound_back", text="语音已恢复。")
            return [note, ANSWER[1], m.Done(outcome="answered", **done)]
        case "多据":
            items = tuple(
                m.SourceItem(title="示例法", grade="法规", law="示例法", article=article)
                for article in range(1, 8)
            )
            return [ANSWER[1], m.Sources(items=items), m.Done(outcome="answered", **done)]
        case "<b":
            return [
                sentence(0, "<img src=x onerror=alert(1)> 原样显示。"),
                m.Done(outcome="answered", **done),
            ]
        case "英文":
            note = m.Notice(code="chinese_only", text="Only the Chinese wording has been reviewed.")
            return [note, ANSWER[1], m.Done(outcome="answered", **done)]
        case _:
            return [
                *ANSWER,
                m.Sources(items=SOURCES),
                m.Cards(items=CARDS),
                m.Done(outcome="answered", **done),
            ]
