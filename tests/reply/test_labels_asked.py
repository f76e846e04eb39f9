"""Labels of AI content, asked of by a mere user, and by a provider whose client wants none."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.labels_asked import label_wording
from knowledge.text import normalise
from tests.reply.test_same_case import talk


@pytest.mark.parametrize(
    "text",
    [
        "We are only a user uploading AI pictures to a platform. What must we do about labels?",
        "我们只是用户，把AI画的啤酒图发到小红书，自己要做什么标识？",
        "我只是在抖音上发AI视频的普通用户，要自己加标识吗？",
        "As an ordinary uploader of AI videos to Douyin, do I have to label them?",
    ],
)
async def test_a_user_declares(prepared: Prepared, text: str) -> None:
    """The duties of those who provide the service were told."""
    heard = await talk(prepared, text)
    assert heard.done.entries == ("entry.label-user",)


@pytest.mark.parametrize(
    "text",
    [
        "我们做AI配音，客户要不带语音提示标识的文件，能给吗？",
        "We do AI dubbing. A client wants files without the audible label. May we hand them over?",
    ],
)
async def test_a_provider_whose_client_wants_no_label(prepared: Prepared, text: str) -> None:
    heard = await talk(prepared, text)
    assert heard.done.entries == ("entry.unlabelled-provider",)


@pytest.mark.parametrize(
    "text",
    [
        "我们做AI绘图软件，用户发到平台，我们要加什么标识？",
        "我是用户，想向AI平台要没有标识的视频，可以吗？",
        "平台要怎么核验用户发的AI内容的标识？",
        "普通用户发AI视频不声明会罚吗？",
        "AI图片要加标识吗？",
    ],
)
def test_others_ask_something_else(text: str) -> None:
    assert label_wording(normalise(text)) == ""
