"""Which places of laws a text names in words: 《数据安全法》第二十一条、第三十条."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.answers.law_names import names_of
from knowledge.text import normalise
from knowledge.types import Law, Origin

_ARTICLES = r"(?:第\d+条(?:之\d+)?(?:第\d+款)?(?:第\d+项)?(?:[、,和与及]|以及)*)+"
_NUMBER = re.compile(r"第(\d+)条")
_BEFORE = r"(?:(?<![\u4e00-\u9fff0-9a-z《])|(?<=[按据照依由从对在是和与及跟,]))"
"""What a name without marks stands behind: 江苏省数据条例 is no 数据条例."""


class CitedWords:
    """Reads the laws of a pack out of texts. Built once, then only read."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self._versions: dict[str, list[Law]] = defaultdict(list)
        for law in laws:
            for name in dict.fromkeys(normalise(n).strip("《》") for n in names_of(law)):
                self._versions[name].append(law)
        names = "|".join(re.escape(n) for n in sorted(self._versions, key=len, reverse=True))
        self._cited = re.compile(
            rf"《(?P<marked>{names})》(?:\([^()]*\))?的?(?P<articles>{_ARTICLES})?"
            rf"|{_BEFORE}(?P<bare>{names})(?:\([^()]*\))?的?(?P<more>{_ARTICLES})"
        )

    def read(self, text: str) -> Iterator[tuple[Origin, ...]]:
        """Each place that a text names, as it stands in every version of the law that is called
        so."""
        if not self._versions:
            return
        for found in self._cited.finditer(normalise(text)):
            versions = self._versions[found["marked"] or found["bare"]]
            numbers = _NUMBER.findall(found["articles"] or found["more"] or "")
            for number in dict.fromkeys(map(int, numbers)) or (None,):
                yield tuple(Origin(law=law.id, article=number) for law in versions)
