"""The product's counters, in one object that sessions and doors share; shown on the staff door."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)


class Metrics:
    """Counters of one running product. Labels are closed lists, so their number is bounded."""

    def __init__(self) -> None:
        """Longer than 60 lines because every metric is made here, with its words."""
        self.registry = CollectorRegistry()
        self.connections = Gauge(
            "yingbin_connections", "Open conversations by door.", ["door"], registry=self.registry
        )
        self.sessions = Gauge(
            "yingbin_sessions",
            "Conversations that are kept, detached ones included.",
            registry=self.registry,
        )
        self.turns = Counter(
            "yingbin_turns",
            "Finished turns by outcome and channel.",
            ["outcome", "channel"],
            registry=self.registry,
        )
        self.cut = Counter(
            "yingbin_turns_cut",
            "Turns that were cut, by reason.",
            ["reason"],
            registry=self.registry,
        )
        self.first_text = Histogram(
            "yingbin_first_text_seconds",
            "From the question to the first text.",
            registry=self.registry,
            buckets=BUCKETS,
        )
        self.turn_time = Histogram(
            "yingbin_turn_seconds",
            "From the question to the end of the turn.",
            registry=self.registry,
            buckets=BUCKETS,
        )
        self.refused = Counter(
            "yingbin_refused",
            "Connections, questions and messages that were refused, by reason.",
            ["reason"],
            registry=self.registry,
        )
        self.no_sound = Counter(
            "yingbin_no_sound", "Turns with a sentence that had no sound.", registry=self.registry
        )
        self.slow = Counter(
            "yingbin_slow_readers",
            "Visitors cut because they did not read in time.",
            registry=self.registry,
        )
        self.journal_dropped = Counter(
            "yingbin_journal_dropped",
            "Journal rows lost to a full queue or a full disk.",
            registry=self.registry,
        )
        self.hurried = Counter(
            "yingbin_searches_hurried",
            "Searches by words alone, because too many were waiting.",
            registry=self.registry,
        )
        self.composed = Counter(
            "yingbin_composed_sentences",
            "Sentences of the language model by verdict; only `stands` was shown.",
            ["verdict"],
            registry=self.registry,
        )
        self.model_faults = Counter(
            "yingbin_model_faults",
            "Calls to the language model that gave no whole answer, by fault.",
            ["fault"],
            registry=self.registry,
        )

    def page(self) -> bytes:
        """The metrics in Prometheus' text format."""
        return generate_latest(self.registry)
