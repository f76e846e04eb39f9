"""Who asks what the desk is, and what one can ask it."""

from __future__ import annotations

import pytest

from dialog.hearing import listen
from dialog.parts import Prepared
from dialog.reply.plainly import Plain, said_plainly
from dialog.reply.question import Exchange
from dialog.reply.turn import Models, Replier
from tests.reply.test_compose import DAY

TALKED = (Exchange("数商是什么", "answered", ("entry.vendor-meaning",)),)
DESK = Plain("about_assistant", "desk")


@pytest.mark.parametrize(
    "text",
    [
        "what kind of things can I ask you about?",
        "Hello, what does your platform do?",
        "sorry, who am I chatting with?",
        "how could you help us",
        "Hello, I'm from Denmark. What can your exchange do for us?",
        "so what is it that you do",
        "你们能帮忙办些什么业务？",
        "我可以向您咨询哪些问题",
        "请问您是哪位",
    ],
)
def test_the_desk_is_asked_for_itself(text: str) -> None:
    """Whatever was spoken of before."""
    assert said_plainly(text, ()) == said_plainly(text, TALKED) == DESK


@pytest.mark.parametrize(
    "text",
    [
        "你还认得我是谁吗",
        "我姓啥您还记得不",
        "记不记得我的称呼？",
        "Do you still know who I am?",
        "hello, can you remember my name",
    ],
)
def test_who_asks_whether_they_are_known(text: str) -> None:
    """Nothing of visitors is kept; that is said whatever was spoken of before."""
    memory = Plain("about_assistant", "memory")
    assert said_plainly(text, ()) == said_plainly(text, TALKED) == memory


@pytest.mark.parametrize("text", ["你知道我的产品挂了没有", "我是谁的客户", "记得我刚才问的吗"])
def test_what_they_did_is_another_matter(text: str) -> None:
    assert said_plainly(text, TALKED) != Plain("about_assistant", "memory")


@pytest.mark.parametrize(
    "text",
    [
        "Good morning, what is this page for?",
        "I am new here. What's this?",
        "where am i",
        "这网站是干啥的",
        "这里是什么机构",
        "能干嘛",
    ],
)
def test_a_newcomer_asks_what_this_is(text: str) -> None:
    """Amid a conversation the same words go on with its matter."""
    assert said_plainly(text, ()) == DESK
    assert said_plainly(text, (Exchange("你好", "smalltalk"),)) == DESK
    assert said_plainly(text, TALKED) is None


@pytest.mark.parametrize(
    "text",
    [
        "这是什么数据",
        "平台是什么",
        "What is this law about?",
        "What can I ask the seller for?",
        "what do you know about filing",
        "你能帮我找什么语料",
    ],
)
def test_what_names_a_matter_is_searched(text: str) -> None:
    """A word more makes it a question of its own."""
    assert said_plainly(text, ()) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what is this place", ("Shanghai Data Exchange", "join", "list", "abroad")),
        ("who are you", ("Yingbin", "Shanghai Data Exchange", "join", "list")),
        ("你们这里是干什么的", ("上海数据交易所", "入驻", "挂牌", "出境")),
        ("你是谁", ("迎宾", "上海数据交易所", "入驻", "挂牌")),
    ],
)
async def test_a_newcomer_learns_where_they_are(
    prepared: Prepared, text: str, names: tuple[str, ...]
) -> None:
    """The reply says what the place is and what can be asked."""
    heard = await listen(Replier(lambda: prepared.library.snapshot, Models()), text, (), DAY)
    assert all(name in heard.text for name in names)
    assert heard.sources
