"""A question's words against the candidates' words: the features that no engine gives.

All candidates of a question are compared at once. What is hidden is left out as if it had never
been entered; that touches few candidates, whose texts are then read anew.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np

from knowledge.localities import places_in
from knowledge.search.asked import Asked
from knowledge.search.features import Hidden, Row
from knowledge.search.forms import Forms
from knowledge.search.lexical import Flags, LexicalIndex, Postings
from knowledge.search.targets import Target, said_of, said_parts
from knowledge.search.tokens import Places, borders
from knowledge.text import normalise
from knowledge.types import Gap, NewsItem, Rule

MOST_MISSING = 3
"""More missing words of a kind than these count as so many."""


class Groups(msgspec.Struct, frozen=True):
    """The rows of some candidates, one candidate's after the other's; who has none is left out.
    ``of``: the candidate of each group, ``starts``: where it begins, ``sizes``: its rows."""

    rows: Places
    of: Places
    starts: Places
    sizes: Places

    def each(self, values: Row) -> Row:
        """A value of each group, for each of its rows."""
        return np.repeat(values, self.sizes)


def groups(ends: Places, numbers: Places) -> Groups:
    """The rows of targets whose rows begin at their border and end at the next one's."""
    counts = ends[numbers + 1] - ends[numbers]
    of = np.flatnonzero(counts)
    sizes = counts[of]
    starts = np.cumsum(sizes) - sizes
    rows = np.arange(int(sizes.sum())) + np.repeat(ends[numbers[of]] - starts, sizes)
    return Groups(rows, of, starts, sizes)


class Comparing:
    """The texts of a set of targets, ready to be compared. Immutable after it is built."""

    def __init__(
        self, targets: Sequence[Target], pairs: LexicalIndex, words: LexicalIndex, forms: Forms
    ) -> None:
        """``pairs`` and ``words``: the indexes over the targets' wordings."""
        self._targets = targets
        self._pairs, self._words = pairs, words
        self._borders = borders(len(t.questions) for t in targets)
        self._of_target = [range(a, b) for a, b in itertools.pairwise(self._borders.tolist())]
        wordings = [text for t in targets for text in t.questions]
        self._lengths = np.array([len(text) for text in wordings], np.int64)
        self._facets = np.array([forms.facets(text) for text in wordings], np.int64)
        self._weights = np.maximum(pairs.postings.totals(pairs.by_number), 1e-6)
        bodies = [t.body for t in targets]
        self._whole_pairs = self._whole(pairs, bodies)
        self._whole_words = self._whole(words, bodies)
        written = [forms.written(t) for t in targets]
        self._texts = [one.text for one in written]
        said = forms.words.joined([said_parts(t) for t in targets])
        self._said = Postings.of(forms.words, said)
        self._told = [one.told for one in written]
        self._held = np.array([one.held for one in written], np.int64)
        self._measures = [one.measures for one in written]
        self._of_body = {
            "body_length": np.array([len(t.body) / 100 for t in targets]),
            "body_figures": np.array([float(one.figures) for one in written]),
        }
        self._figures = [one.numbers for one in written]
        self._places = [one.places for one in written]
        home = self._home()
        self._own_places = [one.own_places - home for one in written]
        kinds = [t.document for t in targets]
        self._kinds = {
            f"is_{name}": np.array([isinstance(d, kind) for d in kinds], np.float64)
            for name, kind in (("gap", Gap), ("rule", Rule), ("news", NewsItem))
        }
        self._near_borders = borders(len(t.negative) for t in targets)
        near = [text for t in targets for text in t.negative]
        self._near = Postings.of(forms.pairs, forms.pairs.rows(near))
        self._near_places: dict[str, list[int]] = {}
        for place, text in enumerate(near):
            self._near_places.setdefault(text, []).append(place)

    def _home(self) -> frozenset[str]:
        """The place of which most is said; a question of it seldom names it."""
        counts = Counter(itertools.chain.from_iterable(self._places))
        return frozenset(name for name, _ in counts.most_common(1))

    def _whole(self, index: LexicalIndex, bodies: Sequence[str]) -> Postings:
        """The tokens of the targets' whole texts: of their bodies and all their wordings."""
        own = index.tokens.rows(bodies)
        of_wording = np.repeat(np.arange(len(bodies), dtype=np.int32), np.diff(self._borders))
        return Postings(
            index.tokens,
            np.concatenate((own.numbers, index.rows.numbers)),
            np.concatenate((own.owners(), of_wording[index.rows.owners()])),
            len(bodies),
        )

    def _tokens(self, index: LexicalIndex, number: int, hidden: Hidden) -> set[str]:
        """The tokens of a target's whole text without what is hidden."""
        rows = (index.rows.row(wording) for wording in self._kept(number, hidden))
        body = set(index.tokens.cut(self._targets[number].body))
        return body.union(*(index.tokens.named(row) for row in rows))

    def _kept(self, number: int, hidden: Hidden) -> list[int]:
        return [w for w in self._of_target[number] if w not in hidden.wordings]

    def covered(self, asked: Asked) -> Row:
        """The weight of the question's pairs that each wording has."""
        weights = self._pairs.weights(asked.pairs_once)
        return self._pairs.postings.summed(asked.pairs_once, weights)

    def nearly_said(self, asked: Asked, covered: Row, share: float) -> bool:
        """Whether some wording has at least this share of the question's pairs, and the question
        this share of the wording's."""
        total = self._pairs.weights(asked.pairs_once).sum()
        return bool(np.any(covered >= share * np.maximum(self._weights, total)))

    def pairs_held(self, asked: Asked, numbers: Sequence[int], hidden: Hidden) -> Flags:
        """Which of the question's pairs stand in some targets' whole texts, a row a pair."""
        held = self._whole_pairs.held(asked.pairs_once, numbers)
        for place in self._touched(numbers, hidden):
            tokens = self._tokens(self._pairs, numbers[place], hidden)
            held[:, place] = [pair in tokens for pair in asked.pairs_once]
        return held

    def _touched(self, numbers: Sequence[int], hidden: Hidden) -> list[int]:
        """The places of the candidates that lose a wording."""
        if not hidden.wordings:
            return []
        owners = np.searchsorted(self._borders, sorted(hidden.wordings), "right") - 1
        return [numbers.index(n) for n in set(owners.tolist()) if n in numbers]

    def columns(
        self, asked: Asked, numbers: Sequence[int], *, covered: Row, hidden: Hidden
    ) -> dict[str, Row]:
        """The features of the candidates ``numbers``, a column each."""
        weights = self._pairs.weights(asked.pairs_once)
        total = float(weights.sum()) or 1e-6
        own = groups(self._borders, np.array(numbers, np.int64))
        return {
            **self._best(asked, own, len(numbers), covered=covered, total=total, hidden=hidden),
            "covered_all": weights @ self.pairs_held(asked, numbers, hidden) / total,
            **self._words_missing(asked, numbers, hidden),
            **self._asked_for(asked.facets, own, len(numbers), hidden),
            "number_conflict": np.array(
                [bool(asked.numbers - self._figures[n]) for n in numbers], np.float64
            ),
            **self._missing(asked, numbers, hidden),
            **self._elsewhere(asked, numbers, hidden),
            **self._unsaid(asked, numbers, hidden),
            **{name: column[numbers] for name, column in self._of_body.items()},
            "negative_pairs": self.near_misses(asked, numbers, hidden),
            **{name: column[numbers] for name, column in self._kinds.items()},
            "short_question": np.full(len(numbers), float(len(asked.pairs_once) <= 3)),
        }

    def _best(
        self, asked: Asked, own: Groups, count: int, *, covered: Row, total: float, hidden: Hidden
    ) -> dict[str, Row]:
        """How well each candidate's best wording fits: of those that cover most, the one that says
        least beside it."""
        found = {n: np.zeros(count) for n in ("covered_best", "wording_covered", "length_ratio")}
        if not len(own.of):
            return found
        if hidden.wordings:
            covered = covered.copy()
            covered[sorted(hidden.wordings)] = 0.0
        mine = covered[own.rows]
        shares = mine / self._weights[own.rows]
        most = np.maximum.reduceat(mine, own.starts)
        fit = np.where(mine >= own.each(most) - 1e-9, shares, -1.0)
        chosen = np.flatnonzero(fit == own.each(np.maximum.reduceat(fit, own.starts)))
        best = chosen[np.searchsorted(chosen, own.starts)]
        found["covered_best"][own.of] = mine[best] / total
        found["wording_covered"][own.of] = shares[best]
        lengths = self._lengths[own.rows[best]]
        longer = np.maximum(np.maximum(lengths, len(asked.text)), 1)
        found["length_ratio"][own.of] = np.minimum(lengths, len(asked.text)) / longer
        return found

    def _words_missing(
        self, asked: Asked, numbers: Sequence[int], hidden: Hidden
    ) -> dict[str, Row]:
        """What of the question's words a candidate lacks, and how rare the rarest of it is."""
        words = asked.words_once
        weights = self._words.weights(words)
        held = self._whole_words.held(words, numbers)
        for place in self._touched(numbers, hidden):
            tokens = self._tokens(self._words, numbers[place], hidden)
            held[:, place] = [word in tokens for word in words]
        lacking = np.where(held, 0.0, weights[:, None])
        rarest = lacking.max(axis=0, initial=0.0)
        return {
            "covered_words": 1 - lacking.sum(axis=0) / (float(weights.sum()) or 1e-6),
            "rarest_uncovered": rarest / self._words.rarest,
        }

    def _unsaid(self, asked: Asked, numbers: Sequence[int], hidden: Hidden) -> dict[str, Row]:
        """What the question names or asks for and the answer itself does not hold."""
        words = asked.words_once
        weights = self._words.weights(words)
        found = self._said.held(words, numbers)
        for place in self._touched(numbers, hidden):
            target = self._targets[numbers[place]]
            if self._of_target[numbers[place]].start in hidden.wordings:
                said = set(self._words.tokens.cut(said_of(target, main=False)))
                found[:, place] = [word in said for word in words]
        lacking = np.where(found, 0.0, weights[:, None])
        missing = asked.kinds_wanted & ~self._held[numbers]
        return {
            "kinds_wanted": np.full(len(numbers), float(asked.kinds_wanted.bit_count())),
            "kinds_lacking": np.bitwise_count(missing).astype(np.float64),
            "measures_lacking": np.array(
                [len(asked.measures - self._measures[n]) for n in numbers], np.float64
            ),
            "choice_lacking": np.array([self._undecided(asked, n) for n in numbers], np.float64),
            "said_words": 1 - lacking.sum(axis=0) / (float(weights.sum()) or 1e-6),
            "said_rarest": lacking.max(axis=0, initial=0.0) / self._words.rarest,
            "said_missing": np.minimum((~found).sum(axis=0), MOST_MISSING).astype(np.float64),
        }

    def _undecided(self, asked: Asked, number: int) -> bool:
        """Whether a target says nothing of either side that the question lets choose between."""
        told = self._told[number]
        return bool(asked.choice) and not any(side in told for side in asked.choice)

    def _asked_for(self, sides: int, own: Groups, count: int, hidden: Hidden) -> dict[str, Row]:
        """Whether a candidate's wordings ask for the same sides of the thing."""
        found = {n: np.zeros(count) for n in ("facets_shared", "facets_whole", "facets_missing")}
        if not len(own.of):
            return found
        kept = _without(own.rows, hidden.wordings)
        same = np.where(kept, self._facets[own.rows] & sides, 0)
        counts = np.add.reduceat(kept, own.starts, dtype=np.int64)
        some, counts = counts > 0, np.maximum(counts, 1)
        shared = np.add.reduceat(same != 0, own.starts, dtype=np.int64)
        whole = np.add.reduceat((same == sides) & kept, own.starts, dtype=np.int64)
        absent = sides & ~np.bitwise_or.reduceat(same, own.starts)
        found["facets_shared"][own.of] = shared / counts
        found["facets_whole"][own.of] = whole / counts
        found["facets_missing"][own.of] = some * np.minimum(np.bitwise_count(absent), MOST_MISSING)
        return found

    def _missing(self, asked: Asked, numbers: Sequence[int], hidden: Hidden) -> dict[str, Row]:
        """What the question names and the target does not: the surest sign of a near miss."""
        texts = [self._texts[number] for number in numbers]
        for place in self._touched(numbers, hidden):
            target = self._targets[numbers[place]]
            first = self._of_target[numbers[place]].start
            kept = (target.questions[w - first] for w in self._kept(numbers[place], hidden))
            texts[place] = normalise(" ".join((*kept, target.body, target.context, target.english)))
        kinds = ("place", "noun", "verb", "latin", "year", "number")
        counts = {kind: np.zeros(len(numbers)) for kind in kinds}
        for named, kind in itertools.chain(
            asked.kinds, ((digits, kind) for kind, digits in asked.figures)
        ):
            counts[kind] += [named not in text for text in texts]
        return {
            f"missing_{kind}": np.minimum(count, MOST_MISSING) for kind, count in counts.items()
        }

    def _elsewhere(self, asked: Asked, numbers: Sequence[int], hidden: Hidden) -> dict[str, Row]:
        """What the question and the target say of places: those asked of and not spoken of, whether
        others alone are spoken of, and whether the target is of one that is not asked of."""
        said = [self._places[number] for number in numbers]
        own = [self._own_places[number] for number in numbers]
        for place in self._touched(numbers, hidden):
            target = self._targets[numbers[place]]
            if self._of_target[numbers[place]].start in hidden.wordings:
                said[place] = places_in(normalise(said_of(target, main=False)))
                own[place] = frozenset()
        of = asked.places
        return {
            "places_missing": np.array([float(len(of - s)) for s in said]),
            "places_other": np.array([float(bool(of and s and not of & s)) for s in said]),
            "place_of_its_own": np.array([float(bool(o - of)) for o in own]),
        }

    def nearest_miss(
        self, numbers: Sequence[int], hidden: Hidden, nearness: Callable[[Places], Row]
    ) -> Row:
        """How near each candidate's nearest near miss is (0 = there is none, or it is far away).
        ``nearness`` of near misses by their numbers, all targets' after each other."""
        found = np.zeros(len(numbers))
        own = groups(self._near_borders, np.array(numbers, np.int64))
        if len(own.of):
            gone = [p for text in hidden.near for p in self._near_places.get(text, ())]
            near = np.where(_without(own.rows, gone), nearness(own.rows), 0.0)
            found[own.of] = np.maximum(np.maximum.reduceat(near, own.starts), 0.0)
        return found

    def near_misses(self, asked: Asked, numbers: Sequence[int], hidden: Hidden) -> Row:
        """How near each candidate's nearest near miss is in words."""
        weights = self._pairs.weights(asked.pairs_once)
        shared = self._near.summed(asked.pairs_once, weights) / (float(weights.sum()) or 1e-6)
        return self.nearest_miss(numbers, hidden, lambda places: shared[places])


def _without(rows: Places, gone: Iterable[int]) -> Flags:
    """Which rows are not among those few that are gone."""
    kept = np.ones(len(rows), np.bool_)
    for row in gone:
        kept &= rows != row
    return kept
