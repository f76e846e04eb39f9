"""Numbers of several years or of several texts: of what was sent last year and this year only the
latter counts for this year, and what was sent again since comes on top. Pure; over normalised
texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.people_counts import (
    SENTENCE_END,
    Told,
    clause_of,
    of_people,
    people_told,
    with_range,
)
from knowledge.answers.vague_counts import bounds

_PAST = re.compile(r"(?:大?前年|去年|上1?年度?|上年(?!1月))|\blast year\b|\bin the previous year\b")
_PRESENT = re.compile(
    r"今年|本年|当年|到现在|这个月|目前|现在|至今|\bthis year\b|\bso far\b"
    r"|\bsince (?:1 )?january(?: 1(?:st)?)?\b(?!,? ?(?:of )?(?:last year|(?:19|20)\d\d))"
)
_LAST_YEAR = re.compile(r"(?<![大前])去年|上1?年度?|\blast year\b")
_AHEAD = re.compile(
    r"明年|来年|后年|(?<!\d)[两二三四五六2-9几]年(?:以|之)?后(?=[^,。;?!了]{0,8}(?:再|才|还?要|会|打算))"
    r"|\bnext year\b|\bin (?:two|three|2|3) years\b"
)
"""A year that lies ahead, whichever."""
_NAMED_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)|\b(?<=in )20\d\d\b(?!,\d)")
_EARLIER = "以前"
_OF_THEM = re.compile(
    r"其中|当中(?!国)|里面?(?:头|边)?(?:有|只有|就)|只有|才有"
    r"|\b(?:of (?:them|these|those|which|whom)|among (?:them|these|those)|only|just)\b"
)
"""What says of a number that it is a part of the one before."""
_THIS_YEAR = re.compile(
    r"(?:今年|本年|当年)(?!初以前|之?前)|\bthis (?:calendar )?year\b"
    r"|\bsince (?:1 )?january(?: 1(?:st)?)?\b(?!,? ?(?:of )?(?:last year|(?:19|20)\d\d))"
)
_MORE = re.compile(
    r"(?:又|再|还(?!是|有|算|在)|额外|另外|新增|后来|陆续|接着)(?:要|会|得|想|打算|准备|多|另外|陆续|给|新)*"
    r"(?:传|发|给|送|寄|出境|提供|加|增|导|同步)"
    r"|(?:还|又|再|另外)(?:还|也)?(?:要|想|会|得|打算|准备)+把"
    r"|(?:漏|少)(?:算|报|数|记|填|说|统计)了?|漏了|漏掉|遗漏|补(?:发|传|送|给|报|寄|加)"
    r"|\b(?:forgot|missed|left out|overlooked|did not count|didn't count)\b"
    r"|多(?:传|发|给|送|提供|出境)了|(?:新增|增加|多)了?(?=\d)|(?:又|再)(?:新)?(?:来|进|有|收|签|增|加|添)了?(?=[^,。;?!]{0,4}\d)"
    r"|(?:不是|不算|并非)同1?[1一]?(?:批|拨|群|些)|另(?:外)?[1一](?:批|拨|群)"
    r"|\b(?:another|an additional|additional|a further|on top of that|extra)\b"
    r"|\b(?:also|again) (?:sent|transferred|exported|shared|gave|passed|provided)\b"
    r"|\d (?:brand[ -])?new\b[^.;?!]{0,24}\b(?:added|joined|came|followed|went|sent)\b"
    r"|\bnot the same (?:ones?|people|batch|customers|buyers)\b"
    r"|\d[^.;?!]{0,24}\bmore\b"
    r"|^(?:and|plus|then) (?:about |some )?\d+ (?:in (?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)|later|again)\b"
)
"""What says that a number comes on top of the one before."""
_IN_ALL = re.compile(
    r"[1一]共|总共|合计|累计|加起来|总数|全部|变成|改成|更正|不对|说错"
    r"|\b(?:in total|in all|altogether|overall|instead|actually|correction|makes it)\b"
)
"""What says that it is the whole."""
_SAME_PEOPLE = re.compile(
    r"(?<!不是)(?<!不算)(?<!并非)同[1一]?(?:批|拨|群|些)|(?:还|就|仍|都)是(?:那|这|原来|之前|上次)|(?<!不)重复的"
    r"|(?<!not )\bthe same (?:ones?|people|batch|\d)"
)
"""What says that they are people whose data went before: each counts once."""


def of_this_year(text: str, units: Sequence[str]) -> str:
    """A text that tells numbers of last year and of this year, without the former."""
    told = people_told(text, units)
    if len(told) == 2 and _part_is_of_this_year(text, *told):
        return f"{text[: told[0].start]}若干{text[told[0].end :]}"
    past = [t for t in told if _PAST.search(_before(text, t))]
    past = [t for t in past if not _PRESENT.search(text[clause_of(text, t)[0] : t.start])]
    if not past or not any(_PRESENT.search(_before(text, t)) for t in told if t not in past):
        return text
    for number in reversed(past):
        text = f"{text[: number.start]}若干{text[number.end :]}"
    return _PAST.sub(_EARLIER, text)


def _part_is_of_this_year(text: str, whole: Told, part: Told) -> bool:
    """Whether of two numbers the second is the part of the first that is of this year alone: 传了
    12万人, 其中今年4万."""
    if bounds(part.value)[1] > bounds(whole.value)[0]:
        return False
    start, end = clause_of(text, whole)
    own = text[clause_of(text, part)[0] : clause_of(text, part)[1]]
    own = own if clause_of(text, part)[0] > whole.start else text[whole.end : end]
    if _THIS_YEAR.search(text[start : min(end, part.start)]):
        return False
    return _THIS_YEAR.search(own) is not None and _OF_THEM.search(own) is not None


def added_up(
    texts: Sequence[str],
    units: Sequence[str],
    *,
    this_year: int | None = None,
    since: int | None = None,
) -> list[str]:
    """Texts of a conversation in which a number that comes on top of the one told before (又传了200
    个人) is the sum of both, unless each is told of another year. ``texts``: the whole of a
    conversation, in order; ``this_year``: the present one; ``since``: the year from which on the
    law that is asked about counts together."""
    found: list[str] = []
    before: Told | None = None
    year: int | None = None
    for text in texts:
        numbers = of_people(people_told(text, units))
        if len({t.value for t in numbers}) != 1:
            found.append(text)
            before = before if not numbers else None
            continue
        number, said = numbers[0], text
        own = _year_of(text, number, this_year)
        ahead = own is not None and this_year is not None and own > this_year
        year = this_year if ahead and year is None else year
        together = since is not None and min(own or 0, year or 0) >= since and not ahead
        apart = own is not None and year is not None and own != year and not together
        year = own if own is not None else year
        if before is not None and says_more(text) and not apart:
            (low, high), (more, most) = bounds(before.value), bounds(number.value)
            if _SAME_PEOPLE.search(text):
                said = with_range(text, number, max(low, more), max(high, most))
            else:
                said = with_range(text, number, low + more, high + most)
            numbers = of_people(people_told(said, units))
        found.append(said)
        before = numbers[0] if numbers else None
    return found


def _year_of(text: str, number: Told, this_year: int | None) -> int | None:
    """The calendar year that the sentence of a number tells; ``None`` where it tells none."""
    start, end = clause_of(text, number, SENTENCE_END)
    sentence = text[start:end]
    named = _NAMED_YEAR.findall(sentence)
    if named:
        return int(named[-1])
    if this_year is None:
        return None
    if _AHEAD.search(sentence):
        return this_year + 1
    if _THIS_YEAR.search(sentence):
        return this_year
    return this_year - 1 if _LAST_YEAR.search(sentence) else None


def says_more(text: str) -> bool:
    """Whether a normalised text tells a number that comes on top of another."""
    return _MORE.search(text) is not None and _IN_ALL.search(text) is None


def _before(text: str, number: Told) -> str:
    """What stands before a number, from the number before it in the same clause or sentence on."""
    start = max((m.end() for m in re.finditer(r"[;。?!]", text[: number.start])), default=0)
    last = max((m.end() for m in re.finditer(r"\d+[^\d]", text[start : number.start])), default=0)
    return text[start + last : number.start]
