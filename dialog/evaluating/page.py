"""The evaluation as one self-contained page: pictures, tables, rating sheet, mistakes. Pure.

No script, no file and no address beside it: it can be kept for years and sent by mail. Whatever
was asked or answered is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from dialog.evaluating.judging import Judged
from dialog.evaluating.measures import MEANING, kinds
from dialog.evaluating.pictures import (
    kinds_picture,
    percent,
    reliability_picture,
    risk_picture,
    times_picture,
)
from dialog.evaluating.rating import HEADINGS, Rated
from dialog.evaluating.report import WORST, Report, mistakes, shown

_STYLE = """
:root{color-scheme:light dark;--back:#fff;--front:#1b1f24;--quiet:#525b66;--line:#d4d9df;
--grid:#e6e9ed;--blue:#1857a8;--right:#1d6b3a;--silent:#5d6673;--wrong:#a8231b;--on:#fff;--card:#f6f7f9}
@media (prefers-color-scheme:dark){:root{--back:#14171b;--front:#e9ebee;--quiet:#b0b8c2;
--line:#3c434c;--grid:#2a2f36;--blue:#8bb8f6;--right:#84d3a2;--silent:#aab3be;--wrong:#ff9a91;
--on:#14171b;--card:#1c2026}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:64rem;background:var(--back);
color:var(--front);font:16px/1.6
system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .75rem}h3{font-size:1rem;margin:0}
p{margin:.25rem 0 1rem}.quiet{color:var(--quiet)}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.25rem}
figure{margin:0;padding:1rem;background:var(--card);
border:1px solid var(--line);border-radius:.5rem}
figcaption{color:var(--quiet);font-size:.875rem;margin-bottom:.5rem}
svg{width:100%;height:auto;display:block}
svg text{fill:var(--front);font-size:12px}svg .name{fill:var(--front)}svg .on{fill:var(--on)}
.grid{stroke:var(--grid)}.ideal{stroke:var(--quiet);stroke-dasharray:5 4}
.curve{fill:none;stroke:var(--blue);stroke-width:2}.dot{fill:var(--blue)}
.reach{stroke:var(--silent);stroke-width:3}
.right{fill:var(--right)}.silent{fill:var(--silent)}.wrong{fill:var(--wrong)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
code{font:.875em ui-monospace,monospace;overflow-wrap:anywhere}
article{margin:0 0 1rem;padding:1rem;background:var(--card);border:1px solid var(--line);
border-radius:.5rem}
article p{margin:.35rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
.bad{color:var(--wrong);font-weight:600}.good{color:var(--right);font-weight:600}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--blue)}
"""


def page(report: Report) -> str:
    """The whole page."""
    broken = [f"{f}" for f in report.broken]
    verdict = "Every floor is kept." if report.holds else "Floors are not kept, or turns fail."
    head = (
        f"<h1>Evaluation</h1><p class='quiet'>For {escape(report.day)}, knowledge "
        f"{escape(report.knowledge)}, seed {report.seed}. {verdict} {escape('; '.join(broken))}</p>"
    )
    body = "".join((head, _pictures(report), _measures(report), _rating(report), _words(report)))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Yingbin: evaluation of {escape(report.day)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _pictures(report: Report) -> str:
    rows: list[tuple[str, int, int, int]] = []
    for kind in kinds(report.judged):
        found = Counter(j.verdict for j in report.judged if j.kind == kind)
        rows.append((kind, found["right"], found["silent"], found["wrong"]))
    drawn = (
        ("What became of the questions", kinds_picture(rows)),
        ("What was stated, and what came true", reliability_picture(report.bins)),
        ("What answering less would give", risk_picture(report.curve)),
        ("How long it takes", times_picture(report.timings)),
    )
    figures = "".join(f"<figure><figcaption>{t}</figcaption>{p}</figure>" for t, p in drawn)
    return f'<h2>Pictures</h2><div class="pictures">{figures}</div>'


def _measures(report: Report) -> str:
    measures = report.measures
    rows = [(m, shown(n, measures[n])) for n, m in MEANING.items() if n in measures]
    names = ("questions", "wrong", "right_or_silent", "wrong_bound", "coverage", "p50_ms", "p95_ms")
    by_kind: list[tuple[str, ...]] = []
    for kind in kinds(report.judged):
        values = ((n, measures.get(f"{kind}.{n}")) for n in names)
        by_kind.append((kind, *("–" if v is None else shown(n, v) for n, v in values)))
    bins = [
        (f"{b.low:.1f}–{b.high:.1f}", str(b.count), percent(b.stated), percent(b.true))
        for b in report.bins
    ]
    times = [(t.route, str(t.count), f"{t.p50:.0f}", f"{t.p95:.0f}") for t in report.timings]
    heads = ("questions", "wrong", "right or silent", "wrong at most", "coverage", "p50", "p95")
    return "".join(
        (
            "<h2>Measures</h2>",
            _table(("measure", "value"), rows),
            "<h2>By kind of question</h2>",
            _table(("kind", *heads), by_kind),
            "<h2>Stated and true</h2>",
            _table(("stated chance", "replies", "mean", "came true"), bins),
            "<h2>Milliseconds by route</h2>",
            _table(("route", "replies", "p50", "p95"), times),
        )
    )


def _rating(report: Report) -> str:
    parts = ["<h2 lang='zh'>评分表</h2>"]
    for heading in HEADINGS:
        some = [r for r in report.rated if r.criterion.heading == heading]
        weight = sum(r.criterion.weight for r in some)
        parts.append(f"<h3 lang='zh'>{heading}（{weight}分）</h3>")
        head = ("准则", "criterion", "权重", "command", "floor", "this run")
        parts.append(_table(head, [_rated(r) for r in some], raw=5))
    return "".join(parts)


def _rated(rated: Rated) -> tuple[str, ...]:
    one = rated.criterion
    floor = one.passes
    if one.floor is not None:
        floor = shown(one.measure, one.floor)
    if rated.met is None or rated.value is None:
        state = "measured by its command"
    else:
        kind, word = ("good", "met") if rated.met else ("bad", "not met")
        state = f'<span class="{kind}">{escape(shown(one.measure, rated.value))}, {word}</span>'
    return (one.title, one.english, str(one.weight), one.command, floor, state)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, raw: int | None = None) -> str:
    """A table; columns of figures are set to the right. ``raw``: a column of markup."""
    lines = list(rows)
    columns = [_figures([r[n] for r in lines]) if n else "" for n in range(len(head))]
    told = "".join(f"<th{k}>{escape(h)}</th>" for h, k in zip(head, columns, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{kind}>{cell if number == raw else escape(cell)}</td>"
            for number, (cell, kind) in enumerate(zip(row, columns, strict=True))
        )
        + "</tr>"
        for row in lines
    )
    return f'<div class="scroll" tabindex="0"><table><tr>{told}</tr>{body}</table></div>'


def _figures(cells: Sequence[str]) -> str:
    """The attribute of a column that holds nothing but figures."""
    some = [c for c in cells if c != "–"]
    figures = bool(some) and all(c[:1].isdigit() and len(c) < 12 for c in some)
    return ' class="n"' if figures else ""


def _words(report: Report) -> str:
    parts: list[str] = []
    if report.failures:
        parts += ["<h2>Failing</h2>", *(_told(j) for j in report.failures)]
    worst = mistakes(report)[:WORST]
    if worst:
        parts += ["<h2>The surest mistakes</h2>", *(_told(j) for j in worst)]
    if report.known:
        parts += ["<h2>Known failures</h2>", *(_told(j, reason) for j, reason in report.known)]
    return "".join(parts)


def _told(one: Judged, reason: str = "") -> str:
    before = "".join(f"<p class='quiet'>{escape(b)}</p>" for b in one.before)
    told = f"{one.outcome}, {one.tone}, {one.route or 'none'}, {one.confidence:.2f}"
    lacks = "; ".join(one.lacks)
    why = f"<p><b>Known:</b> {escape(reason)}</p>" if reason else ""
    cites = f"<p class='quiet'>{escape('，'.join(one.citations))}</p>" if one.citations else ""
    return (
        f"<article><h3>{escape(one.question)}</h3>{before}"
        f"<p class='quiet'>{escape(one.id)} · wanted: {escape(one.expected)}</p>"
        f"<p>{escape(one.text)}</p>{cites}<p class='quiet'>{escape(told)}</p>"
        f"<p class='bad'>{escape(lacks)}</p>{why}</article>"
    )
