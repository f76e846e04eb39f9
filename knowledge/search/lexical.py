"""Words and character pairs in one in-process tantivy index: BM25 over the targets' wordings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import tantivy

from knowledge.text import Segmenter, bigrams

_FIELDS = ("pairs", "words")


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
        return [(self._searcher.doc(place)["wording"][0], score) for score, place in hits]

    def weight(self, token: str, *, words: bool = False) -> float:
        """The inverse document frequency of a token; one that was never seen is the rarest."""
        table = self.word_idf if words else self.idf
        return table.get(token, table[""])


def _idf(rows: Sequence[Sequence[str]]) -> dict[str, float]:
    counts = Counter(token for row in rows for token in set(row))
    total = len(rows)
    table = {t: math.log(1 + (total - n + 0.5) / (n + 0.5)) for t, n in counts.items()}
    table[""] = math.log(1 + (total + 0.5) / 0.5)
    return table
