"""What an import has to say: a place in a file and what is the matter there."""

from __future__ import annotations

from typing import Literal

import msgspec

from knowledge.errors import KnowledgeError

Severity = Literal["error", "doubt", "warning"]
"""error: nothing is taken; doubt: the article is kept and never quoted; warning: to be known."""


class Remark(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the report. ``line`` counts from 1 (a paragraph in DOCX), 0 = the whole file."""

    severity: Severity
    code: str
    file: str = ""
    line: int = 0
    article: str = ""
    detail: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        about = f"{self.article}: " if self.article else ""
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.severity:7} {place}{about}{WORDS[self.code]}{detail}"


class UnreadableError(KnowledgeError):
    """A file cannot be read as a statute; carries the one remark that says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark)
        self.remark = remark

    def __str__(self) -> str:
        return str(self.remark)


WORDS = {
    # files
    "missing": "cannot be opened",
    "format": "not a format that is read; give .jsonl, .docx, .html, .txt or .md",
    "too_large": "larger than an imported file may be; split it",
    "encoding": "neither UTF-8 nor GB18030; save it as UTF-8",
    "cut_off": "breaks off in the middle; fetch the file again",
    "json": "not a row of JSON",
    "row": "the row does not fit",
    "docx": "not a DOCX file that can be read; save it anew",
    "docx_bomb": "the DOCX unpacks to more than is read; nothing of it was unpacked further",
    "docx_entities": "the DOCX declares XML entities, which no honest one does",
    # articles
    "no_articles": "no line begins with 第X条; automatic numbering is no text",
    "empty": "the article has no words",
    "label": "article and article_no name different numbers",
    "duplicate": "the article stands twice with the same words",
    "differs": "the article stands twice with different words",
    "gap": "articles are missing behind this one",
    "swallowed": "the article before a gap may hold words of the missing ones",
    "order": "the articles are not in rising order here",
    "unsplit": "begins with 第X条 and was read as text, not as an article",
    "cut_text": "a mark says that words are missing",
    "unfinished": "a paragraph does not end like one",
    "no_such_day": "a day is named that does not exist",
    "not_quotable": "the file says that it must not be quoted",
    "check": "the file asks for a comparison with the official text (--checked says it was made)",
    "in_doubt": "the law's record says that its words are in doubt",
    "stray": "words between a chapter's title and its first article belong to no article",
    "after": "read as an annex behind the articles and left out",
    # laws
    "law_unknown": "no law that is held fits; name it with --law, and --title for a new one",
    "law_several": "several versions fit; name one with --law",
    "law_fields": "a law that is not held yet needs more",
    "law_mixed": "one file holds several laws or versions; split it",
    "title": "the file names another law",
    "date": "not a date like 2026-03-09",
    "dates_differ": "the file's dates contradict each other",
    "dates_reversed": "the law would end before it begins",
    "dates_contradict": "the dates contradict those of the law that is held",
    "from_differs": "the text states another date of force; --from is gone by",
    "overlap": "two versions of the act would be in force on the same days",
    "no_dates": "since when it is in force is not known, so its words are not quoted",
    "beyond": "the number is above the last article that the law's record knows",
    "not_whole": "not held whole, so it is never said that an article does not exist",
    "whole_gaps": "--whole was given, but articles are missing; add them or leave --whole out",
    "fewer": "the law is held whole, and the file lacks articles of it; fetch the file again, or"
    " say --fewer if they are to go",
    "fewer_words": "held free of doubt, and words may be missing here; fetch the file again, or"
    " say --fewer if they are to go",
    "whole_doubt": "--whole was given, but words may be missing here; fetch the text again or mend"
    " the article, or leave --whole out",
    "whole_more": "--whole was given, but this line may be a further article; put a blank behind"
    " its 第X条, or leave --whole out",
    "too_much": "the law has more words than one document may have",
}
"""What each code says at the terminal; the staff console has its own words."""
