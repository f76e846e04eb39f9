"""Words and character pairs in one in-process tantivy index: BM25 over the targets' wordings; and
which rows hold a token."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import tantivy

from knowledge.search.features import Row
from knowledge.text import Segmenter, bigrams

_FIELDS = ("pairs", "words")
RARE = 2
"""Rows up to which a token counts as the rarest. A judged question is a wording itself, so that it
has no word which no row has; a visitor's has. Were the two told apart, the doubt would learn that
a new word means a question that nothing answers."""

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


class LexicalIndex:
    """BM25 over wordings. Built once, then only read; any number of threads may search."""

    def __init__(self, wordings: Sequence[str], segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.pairs = [tuple(bigrams(text)) for text in wordings]
        self.words = [tuple(segmenter.words(text)) for text in wordings]
        self.idf = _idf(self.pairs)
        self.word_idf = _idf(self.words)
        builder = tantivy.SchemaBuilder()
        for field in _FIELDS:
            builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field("wording", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(heap_size=32_000_000, num_threads=1)
        for number, (pairs, words) in enumerate(zip(self.pairs, self.words, strict=True)):
            writer.add_document(
                tantivy.Document(pairs=" ".join(pairs), words=" ".join(words), wording=number)
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._numbers = self._read_numbers(len(wordings))

    def _read_numbers(self, count: int) -> list[list[int]]:
        """The wording's number behind each of tantivy's places, by segment: to read it out of the
        stored document took longer than the search."""
        if not count:
            return []
        found: list[list[int]] = []
        for _, place in self._searcher.search(tantivy.Query.all_query(), count).hits:
            while len(found) <= place.segment_ord:
                found.append([])
            numbers = found[place.segment_ord]
            numbers.extend([-1] * (place.doc + 1 - len(numbers)))
            numbers[place.doc] = self._searcher.doc(place)["wording"][0]
        return found

    def search(self, field: str, tokens: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """The ``limit`` best wordings for the tokens, as (wording number, BM25 score)."""
        if not tokens:
            return []
        query = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, token))
                for token in dict.fromkeys(tokens)
            ]
        )
        hits = self._searcher.search(query, limit).hits
        return [(self._numbers[place.segment_ord][place.doc], score) for score, place in hits]

    def weight(self, token: str, *, words: bool = False) -> float:
        """The inverse document frequency of a token; one that was never seen is as rare as any."""
        table = self.word_idf if words else self.idf
        return table.get(token, table[""])

    def weights(self, tokens: Iterable[str], *, words: bool = False) -> Row:
        """The weights of tokens, in their order."""
        return np.array([self.weight(t, words=words) for t in tokens], np.float64)


class Postings:
    """The rows that hold each token. Built once, then only read."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        numbered: defaultdict[str, int] = defaultdict(itertools.count().__next__)
        sizes: list[int] = []
        tokens: list[int] = []
        for row in rows:
            once = set(row)
            sizes.append(len(once))
            tokens += [numbered[token] for token in once]
        self._size = len(sizes)
        self._token = dict(numbered)
        flat = np.array(tokens, np.int32)
        # Sorted by token, and stable: each token's rows stay in their order.
        holding = np.repeat(np.arange(self._size, dtype=np.int32), sizes)
        self._rows: Numbers = holding[np.argsort(flat, kind="stable")]
        counts = np.bincount(flat, minlength=len(numbered))
        self._ends: list[int] = [0, *np.cumsum(counts).tolist()]

    def _holding(self, tokens: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The rows that hold the tokens, one token's after the other's, and each one's token."""
        known = [(place, self._token[t]) for place, t in enumerate(tokens) if t in self._token]
        parts = [self._rows[self._ends[t] : self._ends[t + 1]] for _, t in known]
        if not parts:
            return np.zeros(0, np.int32), np.zeros(0, np.int32)
        places = np.array([place for place, _ in known], np.int32)
        return np.concatenate(parts), np.repeat(places, [len(part) for part in parts])

    def totals(self, weigh: Callable[[Iterable[str]], Row]) -> Row:
        """What all the tokens that each row holds weigh together."""
        each = np.repeat(weigh(self._token), np.diff(self._ends))
        return np.bincount(self._rows, each, self._size).astype(np.float64)

    def summed(self, tokens: Sequence[str], weights: Row) -> Row:
        """What the tokens that each row holds weigh together. ``tokens`` differ from each other."""
        rows, places = self._holding(tokens)
        return np.bincount(rows, weights[places], self._size).astype(np.float64)

    def held(self, tokens: Sequence[str], numbers: Sequence[int]) -> Flags:
        """Which of the tokens each of some rows holds, shape ``(len(tokens), len(numbers))``."""
        rows, places = self._holding(tokens)
        column = np.full(self._size, -1)
        column[numbers] = range(len(numbers))
        columns = column[rows]
        found = np.zeros((len(tokens), len(numbers)), np.bool_)
        found[places[columns >= 0], columns[columns >= 0]] = True
        return found


def _idf(rows: Sequence[Sequence[str]]) -> dict[str, float]:
    counts = Counter(token for row in rows for token in set(row))
    total = len(rows)
    rare = min(RARE, total)

    def weight(n: int) -> float:
        return math.log(1 + (total - n + 0.5) / (n + 0.5))

    table = {t: weight(max(n, rare)) for t, n in counts.items()}
    table[""] = weight(rare)
    return table
