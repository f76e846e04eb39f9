"""From scores to chances on knowledge that nobody judged, and from which chance to answer.

The scores of first candidates that look right, and of those that do not, are taken for two bells of
one width. Questions that entries ask themselves tell where the bells stand: those whose entry was
taken away look like visitors' questions that nothing answers, so that bell is known well; made-up
wordings are easier than a visitor's, so the other is known vaguely. Some of the taken-away ones
still look right, for a neighbour says nearly the same; their share is what looks cannot tell.

The questions that are really asked say the rest, though nobody judged them: their scores move the
bells, and the share of the right ones, as far as they are many.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from knowledge.search.features import Row

PRICE = 4.0
"""A wrong answer weighs as much as so many right ones. Over fourteen draws of public sets 3 gave a
tenth more right answers, and of the answers 17 % were wrong instead of 14.5 %."""
LEAST = 0.55
"""No answer below this chance, whatever it weighs: at a half stand those of which a near-duplicate
is as likely."""
_TURNS = 60
_STEPS = 200
"""Thresholds that are tried."""
_KNOWN_WELL = 100.0
"""What self-asked questions count, in questions, for where a bell stands and how wide it is."""
_KNOWN_VAGUELY = 15.0
"""The same where wordings were made up."""
_NEARER = 0.5
"""Part of the way from the wrong bell to the right one that made-up wordings overstate. On public
sets it was from 0 to 0.6; where people ask nearly in an entry's words it was less than nothing."""
_EVEN = 60.0
"""Questions for which the belief counts that half of them have an answer."""
_ALIKE = (0.03, 30.0)
"""The usual share of questions that look right without being it, and what that belief counts."""
_APART = 0.3
"""The least distance of the bells, in widths: without one they would change places."""
_SEEN = 0.7
"""How much of the count of wrong answers is taken from what was seen to pass, not from chances."""


class Bells(msgspec.Struct, frozen=True):
    """The two bells: their middles and their common variance. ``share``: of questions whose first
    candidate looks right; ``alike``: of questions without an answer that look so all the same."""

    wrong: float
    right: float
    variance: float
    share: float = 0.5
    alike: float = _ALIKE[0]

    @property
    def answered(self) -> float:
        """The share of questions whose first candidate is right."""
        return min(max((self.share - self.alike) / (1 - self.alike), 0.02), 1.0)

    def looks(self, scores: Any) -> Any:
        """The chance of each score, or of one, that it is under the right bell."""
        return _under(self, scores, self.share)

    def chances(self, scores: Any) -> Any:
        """The chance of each score, or of one, that the first candidate is right."""
        return self.looks(scores) * min(self.answered / self.share, 1.0)


class SelfAsked(msgspec.Struct, frozen=True):
    """Scores of the questions that entries asked themselves. ``away``: of those whose entry was
    taken away; ``right``: of those whose entry came first; ``made``: whether their wordings were
    made up."""

    away: Row
    right: Row
    made: bool


def bells_of(known: SelfAsked, scores: Row) -> Bells:
    """The bells after some questions, none or many, of which nobody has said which are answered:
    expectation and maximisation, in which what is known beforehand counts as so many questions."""
    away, weight = known.away, min(1.0, _KNOWN_WELL / len(known.away))
    vague = _KNOWN_VAGUELY if known.made else _KNOWN_WELL
    before = _beforehand(known)
    wider = 0.0 if known.made else float(known.right.var())
    after = before
    for _ in range(_TURNS):
        stray = _under(after, away, after.alike)
        looks = after.looks(scores)
        others, apart = 1 - looks, weight * (1 - stray)
        alike = (_ALIKE[0] * _ALIKE[1] + float(stray.sum())) / (_ALIKE[1] + len(away))
        share = (_EVEN / 2 + float(looks.sum())) / (_EVEN + len(scores))
        count = float(apart.sum() + others.sum())
        wrong = float((apart * away).sum() + (others * scores).sum()) / count
        count = vague + weight * float(stray.sum()) + float(looks.sum())
        total = vague * before.right + weight * float((stray * away).sum())
        right = (total + float((looks * scores).sum())) / count
        right = max(right, wrong + _APART * after.variance**0.5)
        squares = apart * (away - wrong) ** 2 + weight * stray * (away - right) ** 2
        total = float(squares.sum())
        total += float((others * (scores - wrong) ** 2 + looks * (scores - right) ** 2).sum())
        count = weight * len(away) + len(scores)
        if not known.made:
            total, count = total + vague * wider, count + vague
        after = Bells(wrong, right, total / count + 1e-3, share, alike)
    return after


def threshold(bells: Bells, scores: Row, away: Row) -> float:
    """The chance from which to answer: where right answers less ``PRICE`` times the wrong ones are
    most, among questions with these scores. How many are wrong is told by their chances and, which
    is surer, by how many of the questions without their entry (``away``) pass."""
    chances = bells.chances(scores)
    best, found = 0.0, NEVER
    for at in np.unique(np.quantile(scores, np.linspace(0, 1, _STEPS))):
        chance = float(bells.chances(at))
        if chance < LEAST:
            continue
        passing = scores >= at
        stray = (float((away >= at).sum()) + 0.5) / (len(away) + 1)
        seen = (1 - bells.answered) * stray * len(scores)
        wrong = _SEEN * seen + (1 - _SEEN) * float((1 - chances[passing]).sum())
        worth = float(passing.sum()) - (1 + PRICE) * wrong
        if worth > best:
            best, found = worth, chance
    return found


NEVER = 2.0
"""A threshold that no chance passes."""


def _beforehand(known: SelfAsked) -> Bells:
    low, high = known.away, known.right
    wrong, right, variance = float(low.mean()), float(high.mean()), float(low.var())
    if known.made:
        # How far made-up wordings are spread is their maker's doing; only their middle counts.
        right = wrong + (right - wrong) * (1 - _NEARER)
    else:
        total = variance * len(low) + float(high.var()) * len(high)
        variance = total / (len(low) + len(high))
    variance += 1e-3
    middle = float(np.median(low))
    return Bells(middle, max(right, middle + _APART * variance**0.5), variance)


def _under(bells: Bells, scores: Any, share: float) -> Any:
    slope = (bells.right - bells.wrong) / bells.variance
    odds = float(np.log(share / (1 - share)))
    raw = slope * (scores - (bells.right + bells.wrong) / 2) + odds
    return 1 / (1 + np.exp(-np.clip(raw, -30, 30)))
