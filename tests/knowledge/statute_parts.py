"""Invented statutes (示例法) as files of every format, and the proposal that they make."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from knowledge.statutes.proposing import Given, Held, Proposal, propose
from knowledge.types import Law, Statute
from tests.knowledge.small_parts import small_pack

TITLE = "中华人民共和国示例信息法"
BETA = [
    ("第一条", "为了规范示例信息的收集，制定本法。"),
    (
        "第二条",
        "收集信息，适用本法。\n有下列情形的，不适用本法：\n（一）家庭事务；\n（二）另有规定。",
    ),
    ("第三条", "会员有权查阅其信息。"),
    ("第四条", "依照第二条第二款规定不适用本法的，应当说明理由。"),
    ("第五条", "收集会员信息，应当说明用途、方式和范围。"),
]
"""Label and words of articles. The law has twenty."""


def held(*statutes: Statute) -> Held:
    return Held(small_pack().all(Law), {s.law: s for s in statutes})


def one(name: str, data: bytes, given: Given | None = None, on: Held | None = None) -> Proposal:
    """The proposal of a single file."""
    (proposal,) = propose([(name, data)], given or Given(), on or held())
    return proposal


def codes(proposal: Proposal, *severities: str) -> list[tuple[str, str, int]]:
    """Code, file and line of remarks."""
    wanted = severities or ("error", "doubt", "warning")
    return [(r.code, r.file, r.line) for r in proposal.remarks if r.severity in wanted]


def beta_rows(last: int = 20, **more: Any) -> list[dict[str, Any]]:
    """The law as rows, whole by default."""
    numerals = "一二三四五六七八九十"
    rows: list[dict[str, Any]] = []
    for number in range(1, last + 1):
        tens, ones = divmod(number, 10)
        numeral = (numerals[number - 1] if number <= 10 else ("十" if tens == 1 else "二十")) + (
            numerals[ones - 1] if number > 10 and ones else ""
        )
        rows.append(
            {
                "law": TITLE,
                "article": f"第{numeral}条",
                "article_no": number,
                "chapter": "第一章 总则",
                "text": dict(BETA).get(f"第{numeral}条", f"示例的第{number}项要求如下所述。"),
                "effective_from": "2021-11-01",
                "effective_to": None,
                "quotable": True,
                **more,
            }
        )
    return rows


def jsonl(rows: Sequence[Any]) -> bytes:
    lines = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows)
    return ("\n".join(lines) + "\n").encode()


def text_of(blank: str = "　", before: str = f"{TITLE}\n（示例）\n\n第一章　总　则\n") -> str:
    """The first articles as a text file has them."""
    return before + "\n".join(f"{label}{blank}{words}" for label, words in BETA) + "\n"


def html_of() -> str:
    body = "".join(
        f"<p><strong>{label}</strong>&#12288;{words.replace(chr(10), '</p><p>')}</p>\n"
        for label, words in BETA
    )
    return (
        f"<!doctype html><html><head><title>x</title><style>p{{}}</style></head><body>"
        f"<script>var a = '第九条 x';</script><h1>{TITLE}</h1>\n{body}</body></html>"
    )


def markdown_of() -> str:
    body = "\n\n".join(
        f"**{label}** {words.replace(chr(10), chr(10) * 2)}" for label, words in BETA
    )
    return f"# {TITLE}\n\n## 第一章 总则\n\n{body}\n"


def docx_of(paragraphs: Sequence[str], head: str = "") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f"<w:p><w:r><w:t>{escape(p[:2])}</w:t></w:r><w:r><w:delText>删去</w:delText>"
        f'<w:t xml:space="preserve">{escape(p[2:])}</w:t></w:r></w:p>'
        for p in paragraphs
    )
    document = f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
    xml = f'<?xml version="1.0"?>{head}{document}'
    return zipped({"word/document.xml": xml.encode()})


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
