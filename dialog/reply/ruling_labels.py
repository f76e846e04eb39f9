"""What the inputs of decision tables and their values are called in a reply. Pure."""

from __future__ import annotations

from knowledge.types import Input, Row


def condition_of(known: Input, row: Row, *, english: bool) -> str:
    """What a row asks of an input: 出境原因：跨境管理员工; of a number that it is another one."""
    label = (known.label_english if english else "") or known.label
    values = row.when.get(known.name, ())
    labels = dict(
        zip(known.values, known.labels_english if english else known.labels, strict=False)
    )
    named = [labels.get(v, v) for v in values]
    if not named:
        return label
    return f"{label}: {' or '.join(named)}" if english else f"{label}：{'或者'.join(named)}"


def in_words(number: int) -> str:
    """A number as it is read: 30万."""
    return f"{number // 10000}万" if number and number % 10000 == 0 else str(number)


def label(known: Input, value: str) -> str:
    """What a value of an input is called."""
    labels = dict(zip(known.values, known.labels, strict=False))
    return "或者".join(labels.get(v, v) for v in value.split("|"))


def assumption_in_english(known: Input) -> str:
    """What is said in English of an input that was taken for granted; empty = nothing reviewed."""
    if known.assumption:
        return known.assumption_english
    values = labels_in_english(known, known.assume)
    return f"{known.label_english}: {values}" if known.label_english and values else ""


def labels_in_english(known: Input, value: str) -> str:
    """What a value of an input is called in English; empty = nothing reviewed."""
    labels = dict(zip(known.values, known.labels_english, strict=False))
    values = [labels.get(v, "" if known.values else v) for v in value.split("|")]
    return " or ".join(values) if all(values) else ""
