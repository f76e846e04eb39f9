"""Data of people handed on to another firm, and data sent abroad that nothing is asked of."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.handed_on import SENSITIVE_GIVEN, SUBCONTRACTED, handed_on
from dialog.reply.spared_abroad import RETURNED, SAVED, spared_wording
from knowledge.text import normalise
from tests.reply.test_compose import DAY


@pytest.mark.parametrize(
    ("text", "entry", "said"),
    [
        (
            "我们是催收公司，银行给的客户名单想再转给下面的小公司去催，行不行？",
            "entry.subcontracted-personal",
            "第二十一条",
        ),
        (
            (
                "We collect debts for a bank and want to pass its customers' files on to a"
                " subcontractor. Whose consent do we need?"
            ),
            "entry.subcontracted-personal",
            "Art. 21",
        ),
        (
            "我们是网约车平台，想把车主的驾驶轨迹给保险公司做定价，要拿什么同意？",
            "entry.sensitive-given",
            "第二十九条",
        ),
        (
            "We give drivers' GPS tracks to an insurer. What consent do we need?",
            "entry.sensitive-given",
            "Art. 29",
        ),
        (
            (
                "A passenger of our ferry is in a Phuket hospital, unconscious. We want to send the"
                " hospital his blood type and passport. Do we need anything?"
            ),
            "entry.cross-emergency",
            "emergency",
        ),
        (
            "把在巴西收集的巴西玩家的数据传到上海处理，再传回巴西，没加境内的任何数据，要申报吗？",
            "entry.cross-transit",
            "第四条",
        ),
    ],
)
async def test_the_case_is_heard(text: str, entry: str, said: str, prepared: Prepared) -> None:
    """A rule on something near was told, or nothing was known."""
    heard = await listen(prepared.turn, text, (), DAY)
    assert heard.done.entries[:1] == (entry,)
    assert said in heard.text


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("快递公司把商家的收件信息再转包给另一家派送，要谁同意？", SUBCONTRACTED),
        ("甲方给的客户电话，能再分包给外面的团队打吗", SUBCONTRACTED),
        (
            "我们受物业委托处理业主信息，想把一部分外包给第三家录入公司，需要什么同意？",
            SUBCONTRACTED,
        ),
        ("租车公司想把租客的GPS轨迹分享给车险公司，要做哪些评估和同意？", SENSITIVE_GIVEN),
        ("血糖仪厂家想把用户血糖数据给保险公司，要什么同意", SENSITIVE_GIVEN),
        ("数商可不可以分包", ""),
        ("受托的数据交易服务能再转包给别人吗", ""),
        ("我们请一家公司帮我们催收，要客户单独同意吗", ""),
        ("受托清洗客户名单，再委托给越南的公司做，要什么手续", ""),
        ("把司机的轨迹卖给保险公司要哪些评估", ""),
        ("货车的载重和油耗给保险公司要什么同意", ""),
        ("把学生的体检数据给保险公司要谁同意", ""),
    ],
)
def test_what_is_handed_on(text: str, wording: str) -> None:
    """A client's data to a subcontractor, sensitive data to another company in the country."""
    assert handed_on(normalise(text)) == wording


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("我们的游客在普吉岛溺水昏迷，当地医院要他的血型和护照，能直接发吗？", SAVED),
        (
            (
                "A diver of ours was badly hurt in the Maldives and the clinic there asks for his"
                " allergies. Do we have to apply anywhere first?"
            ),
            SAVED,
        ),
        ("昏迷病人的病历想传给日本医院做远程会诊，要办什么手续", ""),
        ("Last year a guest collapsed in Bali. The insurer wants his records for the claim.", ""),
        ("We send 2,000 unconscious patients' records to a hospital in Japan for a study.", ""),
        (
            "处理印尼用户的数据，都是印尼那边收集的，没混国内的数据，处理完传回印尼，要签合同吗",
            RETURNED,
        ),
        ("把在巴西收集的玩家数据传到上海，再加上国内玩家的数据一起传回去，要申报吗", ""),
    ],
)
def test_what_is_spared(text: str, wording: str) -> None:
    """Only a life at stake now, and only data with nothing of people here."""
    assert spared_wording(normalise(text)) == wording
