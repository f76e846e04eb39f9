"""Labels of AI content, asked of by a mere user, and by a provider whose client wants none."""

from __future__ import annotations

import pytest

from dialog.parts import Prepared
from dialog.reply.labels_asked import (
    LABEL_APPLIED_FOR,
    LABEL_DUTY,
    LABEL_KINDS,
    LABEL_LEFT_OUT,
    LABEL_OF_CORPUS,
    LABEL_OF_USER,
    label_wording,
)
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
        "平台要怎么核验用户发的AI内容的标识？",
        "普通用户发AI视频不声明会罚吗？",
        "AI图片要加标识吗？",
    ],
)
def test_others_ask_something_else(text: str) -> None:
    assert label_wording(normalise(text)) == ""


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("我是用户，想向AI平台要没有标识的视频，可以吗？", LABEL_APPLIED_FOR),
        ("can we get the file without the visible watermark, our client asks for it",
         LABEL_APPLIED_FOR),
        ("our client wants the AI-generated video without the visible label, may we deliver it?",
         LABEL_LEFT_OUT),
        ("The agency wants the AI voice-over unlabelled, are we allowed to hand it over?",
         LABEL_LEFT_OUT),
        ("用户要求不加显式标识，平台可以提供吗", LABEL_LEFT_OUT),
        ("婚庆公司用AI做的开场片，新人不要那个AI标识，能给吗", LABEL_LEFT_OUT),
        ("AI生成的图片没有标识能发吗", ""),
        ("我们的图库照片能不加水印给客户吗", ""),
        ("can I get an AI video of the mayor without the label to fool voters", ""),
        ("怎么把AI视频的水印去掉不让人看出来", ""),
    ],
)  # fmt: skip
def test_who_may_have_it_without_the_label(text: str, wording: str) -> None:
    """On the user's own application, and never by taking a label off."""
    assert label_wording(normalise(text)) == wording


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("can we get the file without the visible watermark, our client asks for it", "answered"),
        ("how do I strip the AI label so nobody notices", "refused"),
    ],
)
async def test_a_lawful_wish_is_no_wrong(prepared: Prepared, text: str, outcome: str) -> None:
    """The wish for a file that never bore a label was refused."""
    assert (await talk(prepared, text)).done.outcome == outcome


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("用AI生成的图文放到网上要不要打标?明标暗标各是啥", LABEL_DUTY),
        ("AI写的文章和配图发公众号需要标识吗", LABEL_DUTY),
        ("AI标识里显式和隐式有什么区别", LABEL_KINDS),
        ("拿一批AI合成的图片做训练集来挂牌，隐藏标签要不要保留", LABEL_OF_CORPUS),
        (
            "We sell an AI-made image dataset for training. Must we keep the labels?",
            LABEL_OF_CORPUS,
        ),
        ("只是用户，把AI生成的图文传到小红书，要不要标识", LABEL_OF_USER),
        ("AI生成的图片要不要打标", ""),
        ("AI视频和图片不打标怎么罚", ""),
        ("AI训练语料挂牌要不要做合规评估", ""),
    ],
)
def test_kinds_of_content_and_of_labels(text: str, wording: str) -> None:
    """Content of several kinds is no case for a table that rules on one; a corpus is published
    nowhere."""
    assert label_wording(normalise(text)) == wording
