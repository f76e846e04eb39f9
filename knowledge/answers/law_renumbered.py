"""Whether the number of an article is meant as it was in the version before. Pure.

A question may ask whether it still is what it was (37条现在还是本地化吗), or name what stood under
it then (第37条的数据本地化). Who learned a law by its old numbers does not say so. What the present
text holds under the number is another duty then, and told as an answer it would mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answers.days import TIME
from knowledge.answers.law_topics import PENAL, says_all, words_of
from knowledge.answers.places import NUMBERED
from knowledge.text import Segmenter
from knowledge.types import Rule

STILL = re.compile(
    r"(?:还|仍然?|依然|依旧|照样)(?:是|在|讲|管|说|写|规定|要求|叫|算数?|指|有效|适用|管用)"
    r"|(?:变|改|换|挪|动)(?:动|了|过|条|号码?|编|位置?)*(?:没有?|吗|么)"
    r"|(?:改|换|变)(?:动|过)?了(?:条|编)?号|重新编号|(?:条|编)号(?:改|换|变)(?:过)?了|(?P<did>[变改动])[没不](?P=did)"
    r"|(?:有没有|是否|是不是|没有?)(?:变|改|换|挪|动)"
    r"|(?:现在|如今|目前|今年)(?:是|讲|管|说)(?=.+(?:吗|么)[?。]?$)"
    r"|\bstill\b|\b(?:changed|renumbered|moved)\b"
)
"""What asks whether an article is what it was."""
_ASIDE = re.compile(
    r"来着|现在|如今|目前|今[天年]|以前|原来|那[1一]?条|这[1一]?条|[1一]样|[1一]回事|本来|条号|号码|编号|内容"
    r"|(?:讲|说|写|规定|要求|管)?(?:的是)?(?:了|过)?(?:些?什么|啥|哪些|怎么|如何|多少)(?:讲|说|写|规定|要求|管)?"
    r"|\b(?:is|are|has|have|been|was|it|about|the|of|on|does|do|cover|covers|now|today|same|its?|number|article|right|correct|isn't)\b"
)
"""Words of such a question that name nothing of what an article holds."""
_CONFIRMS = re.compile(
    r"(?:吗|么|吧|对不对|对吗|没错吧|来着)[?。!\s]*$|是不是|是否|^(?:is|are|does|do)\b"
    r"|, ?(?:right|correct|isn't it)[?. ]*$"
)
"""What wants it confirmed that an article holds what is named."""
_SENTENCE = re.compile(r"[?。!;]+|\.\s")
_MARKS = re.compile(r"[吗么呢吧啊呀的了]|[^0-9a-z\u4e00-\u9fff]")


class Renumbered:
    """Tells by the words of a question which of two versions the number in it is of."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter

    def as_it_was(
        self, text: str, names: Iterable[str], present: Iterable[Rule], moved: Iterable[Rule]
    ) -> bool:
        """Whether a normalised text means what stood under its number before. ``names``: of the
        laws in it. ``present``: the rules that stand there now; ``moved``: those that stood there
        and stand elsewhere now."""
        here, there = tuple(present), tuple(moved)
        if not there or {r.article for r in there} <= {r.article for r in here}:
            return False
        words = self._named(text, names)
        if words and any(says_all(r, words) for r in here):
            return False
        if STILL.search(text) is not None or (words and any(says_all(r, words) for r in there)):
            return True
        telling = [w for w in words if not w.isdecimal()]
        if not any(map(_CONFIRMS.search, (text, *_SENTENCE.split(text)))) or any(
            says_all(r, [w]) for r in here for w in telling
        ):
            return False
        # 日志保存六个月是第21条吗: said in other words, but of nothing that stands there now.
        said = max(sum(says_all(r, [w]) for w in telling) for r in there)
        return 0 < len(telling) <= 2 * said

    def _named(self, text: str, names: Iterable[str]) -> list[str]:
        """What a text names of an article's matter: in the sentence of its number, where that names
        anything (等保是第21条吧？同事说改了号)."""
        sentences = [s for s in _SENTENCE.split(text) if s.strip()]
        alone = next((s for s in sentences if NUMBERED.search(s)), "")
        if len(sentences) > 1 and alone and (words := self._named(alone, names)):
            return words
        for name in names:
            text = text.replace(name, " ")
        for pattern in (NUMBERED, TIME, STILL, PENAL, _ASIDE):
            text = pattern.sub(" ", text)
        words = words_of(text, self._segmenter)
        # A short name may be cut into characters: 等保.
        rest = _MARKS.sub("", text).strip("是在写")
        return words or ([rest] if len(rest) > 1 else [])
