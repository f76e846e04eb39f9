"""Whether what a document names exists: ids, laws and their articles, sources, names, hosts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from urllib.parse import urlsplit

from knowledge.answers.places import item_number, lacks
from knowledge.check.findings import Finding, Findings, error, origins, texts, warning
from knowledge.pack import Pack
from knowledge.types import (
    Claim,
    ClosedList,
    Document,
    Entry,
    Law,
    Matter,
    NewsItem,
    Origin,
    Predicate,
    Procedure,
    Product,
    Rule,
    Source,
    Statute,
    Term,
    Vendor,
)

_FILE_PATH = re.compile(
    r"""
    (?<![A-Za-z])file: | \\\\ | (?<![A-Za-z])[A-Za-z]:[\\/](?!/)
    | (?<![A-Za-z0-9_/.:])/(?:home|root|tmp|usr|var|etc|work|mnt|opt|srv|Users)/
    | (?<![A-Za-z])(?:github|gitlab|gitee|bitbucket):[\w.-]+/[\w.-]+
    """,
    re.VERBOSE,
)
_FILE_NAME = re.compile(
    r"""
    (?<![A-Za-z0-9_~/.-])(?:~|\.\.?)[\\/]\w
    # A folder and a file: docs/x.md. A first part with a dot inside is a host: example.org/a.pdf.
    | (?<![\w\\/.-])(?!\w[\w-]*\.\w)[\w.-]+(?:[\\/][\w.-]+)*[\\/][\w.-]*\w
      \.(?:ya?ml|jsonl?|tsv|csv|md|rst|txt|py|html?|docx?|xlsx?|pptx?|pdf|zip|db|sqlite3?|toml)
      (?![A-Za-z0-9_])
    # A file of a kind that only packs and programs have; robots.txt is known to visitors.
    | \w\.(?:ya?ml|jsonl|tsv)(?![A-Za-z0-9_])
    """,
    re.VERBOSE,
)
_UNSEEN = re.compile(r"url$|files\b|similar\b|negative\b")
"""Fields that no visitor is shown, or that are checked as addresses."""
_WHOLE_ADDRESS = re.compile(r"https?://[!-~]+")
_ADDRESS = re.compile(r"https?://[\w.-]*\w")
_NO_SOURCE_NEEDED = frozenset({"about_assistant", "ask_person", "greeting", "small_talk"})


def check_links(pack: Pack, only: Iterable[Document] | None = None) -> Findings:
    """All findings about references; ``only``: what stands inside of some documents alone, beside
    what documents name of each other."""
    looked_into = tuple(pack.every() if only is None else only)
    for document in looked_into:
        for path, origin in origins(document):
            yield from _origin(pack, document.id, path, origin=origin)
        yield from _written(pack, document)
    yield from _contact(pack)
    yield from _named(pack)
    yield from _parts(pack, looked_into)
    yield from _sourced(pack)
    yield from _cycles("broader", {t.id: t.broader for t in pack.all(Term).values()})
    yield from _cycles("overrides", {r.id: r.overrides for r in pack.all(Rule).values()})


def _origin(pack: Pack, key: str, path: str, *, origin: Origin) -> Findings:
    if bool(origin.law) == bool(origin.source):
        yield error(
            "origin", key, f"{path} names {'both' if origin.law else 'neither'} law and source",
            mend="name exactly one of law and source",
        )  # fmt: skip
        return
    if origin.source:
        if origin.source not in pack.all(Source):
            yield _missing(key, path, "source", origin.source)
        if origin.article is not None:
            yield error(
                "origin", key, f"{path} gives an article to a source that is no law",
                mend="write the place into section, or make the source a law",
            )  # fmt: skip
        return
    law = pack.all(Law).get(origin.law)
    if law is None:
        yield _missing(key, path, "law", origin.law)
    elif origin.article is not None:
        yield from _article(key, path, law, article=origin.article)
    elif origin.paragraph is not None or origin.item:
        yield warning(
            "origin", key, f"{path} names a paragraph or item without its article",
            mend="add the article",
        )  # fmt: skip


def _article(key: str, path: str, law: Law, *, article: int) -> Findings:
    if article < 1 or (law.articles is not None and article > law.articles):
        yield error(
            "article", key, f"{path}: {law.id} has articles 1 to {law.articles}, not {article}",
            mend="look the article up in this version of the law",
        )  # fmt: skip


def _parts(pack: Pack, looked_into: Iterable[Document]) -> Findings:
    """What places name of articles whose paragraphs and items are known."""
    laws = pack.all(Law)
    for law in laws.values():
        for article, items in law.paragraphs.items():
            yield from _article(law.id, "paragraphs", law, article=article)
            if not items or min(items) < 0:
                yield error(
                    "paragraph", law.id, f"paragraphs: article {article} has {list(items)}",
                    mend="write the number of items for each paragraph, 0 where it has none",
                )  # fmt: skip
    for rule in pack.all(Rule).values():
        yield from _part(rule.id, "rule", rule, laws.get(rule.law))
    for document in looked_into:
        for path, origin in origins(document):
            yield from _part(document.id, path, origin, laws.get(origin.law))


def _part(key: str, path: str, place: Rule | Origin, law: Law | None) -> Findings:
    make_up = law.paragraphs.get(place.article or 0, ()) if law is not None else ()
    if make_up and lacks(make_up, place.paragraph, item_number(place.item)):
        part = f"{place.paragraph or ''} {place.item}".strip()
        yield error(
            "paragraph", key,
            f"{path}: article {place.article} of {place.law} is made of {list(make_up)}, "
            f"and has no {part}",
            mend="look the place up, or correct the law's paragraphs",
        )  # fmt: skip


def _named(pack: Pack) -> Findings:
    rules, laws, terms, claims = pack.all(Rule), pack.all(Law), pack.all(Term), pack.all(Claim)
    every = {d.id for d in pack.every()}
    for entry in pack.all(Entry).values():
        yield from _known(entry, "claims", entry.claims, claims)
        yield from _known(entry, "related", entry.related, every)
    for claim in claims.values():
        yield from _known(claim, "subject", (claim.subject,), terms)
        yield from _known(claim, "predicate", (claim.predicate,), pack.all(Predicate))
    for rule in rules.values():
        yield from _known(rule, "law", (rule.law,), laws)
        yield from _known(rule, "overrides", rule.overrides, rules)
        yield from _known(rule, "former", (f.law for f in rule.former), laws)
        places = [(rule.law, rule.article), *((f.law, f.article) for f in rule.former)]
        places.extend((rule.law, breached) for breached in rule.punishes)
        for name, article in places:
            if name in laws:
                yield from _article(rule.id, "article", laws[name], article=article)
    for term in terms.values():
        yield from _known(term, "broader", term.broader, terms)
    vendors = {v.name for v in pack.all(Vendor).values()}
    for product in pack.all(Product).values():
        yield from _known(product, "vendor", (product.vendor,), vendors)
    for matter in pack.all(Matter).values():
        yield from _known(matter, "document", (s.document for s in matter.sides), every)
    for asked in pack.consultations:
        for key in asked.right:
            if key not in every:
                yield _missing("examples/consultations.jsonl", f"{asked.text!r}", "document", key)


def _known(
    document: Document, path: str, names: Iterable[str], known: Mapping[str, object] | set[str]
) -> Findings:
    for name in names:
        if name not in known:
            yield _missing(document.id, path, path, name)


def _missing(key: str, path: str, kind: str, name: str) -> Finding:
    return error(
        "dangling", key, f"{path}: there is no {kind} {name!r}", mend="mend the name or add it"
    )


def _sourced(pack: Pack) -> Findings:
    for entry in pack.all(Entry).values():
        if not entry.sources and not entry.claims and entry.intent not in _NO_SOURCE_NEEDED:
            yield error("unsourced", entry.id, "no source and no claim", mend="say where it stands")
    for kind in (ClosedList, Procedure, NewsItem):
        for document in pack.all(kind).values():
            if not document.sources:
                yield error("unsourced", document.id, "no source", mend="say where it stands")


def _written(pack: Pack, document: Document) -> Findings:
    """File paths and foreign addresses in words that a visitor may see."""
    if isinstance(document, Source | Law) and document.url:
        parts = urlsplit(document.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            yield error(
                "address", document.id, f"url {document.url!r} is no web address",
                mend="write https://… or leave it out",
            )  # fmt: skip
        elif not _official(pack, parts.hostname):
            yield warning(
                "host", document.id, f"{parts.hostname} is not among official_hosts: no link shown",
                mend="list the host in pack.yaml if it is official, or leave the url out",
            )  # fmt: skip
    for path, text in texts(document):
        # Imported words say which file they were read from; what they say is the law's own.
        imported = isinstance(document, Statute)
        if not imported and _names_file(path, _WHOLE_ADDRESS.sub(" ", text)):
            yield error(
                "file_path", document.id, f"{path} names a file of some machine",
                mend="name the publication instead",
            )  # fmt: skip
        if path == "url":
            continue
        for address in _ADDRESS.findall(text):
            if not _official(pack, address.partition("//")[2]):
                # A claim tells what its source said, a statute what the law says; elsewhere the
                # words are the exchange's own.
                found = warning if isinstance(document, Claim | Statute) else error
                yield found(
                    "host", document.id, f"{path} sends visitors to {address}",
                    mend="list the host in pack.yaml if it is official, or leave it out",
                )  # fmt: skip


def _names_file(path: str, text: str) -> bool:
    """Whether a field's text, addresses taken out, has a path or a file of some machine in it."""
    if _FILE_PATH.search(text):
        return True
    return not _UNSEEN.match(path) and _FILE_NAME.search(text) is not None


def _contact(pack: Pack) -> Findings:
    """The page to which visitors are sent who ask for a person."""
    url = pack.profile.contact_url
    parts = urlsplit(url)
    if url and (parts.scheme != "https" or not _official(pack, parts.hostname or "")):
        yield error(
            "host", pack.profile.id, f"contact_url {url!r} is no https address of an official host",
            mend="list the host in official_hosts if it is official, or leave contact_url out",
        )  # fmt: skip


def _official(pack: Pack, host: str) -> bool:
    return any(fnmatch(host, pattern) for pattern in pack.profile.official_hosts)


def _cycles(relation: str, graph: Mapping[str, tuple[str, ...]]) -> Findings:
    """Each document from which the relation leads back to itself."""
    for start in graph:
        seen: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            key = waiting.pop()
            if key == start:
                yield error(
                    "cycle", start, f"{relation} leads back to itself",
                    mend="remove one of the links",
                )  # fmt: skip
                break
            if key not in seen:
                seen.add(key)
                waiting.extend(graph.get(key, ()))
