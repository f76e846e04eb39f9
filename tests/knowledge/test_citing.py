"""Citations as they are shown: titles, dates, gists, and links only to official hosts."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.citing import Citer, plain_title
from knowledge.types import Law, Origin, Rule, Source
from tests.knowledge.small_parts import DAY, shipped_pack, small_pack

PACK = small_pack()
CITER = Citer(
    PACK.all(Law), PACK.all(Source), PACK.all(Rule), official_hosts=PACK.profile.official_hosts
)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("中华人民共和国示例法", "示例法"),
        ("示例条例（试行）", "示例条例"),
        ("示例条例(2020年修订)（试行）", "示例条例"),
        ("《示例办法》", "示例办法"),
        ("示例（试行）办法", "示例（试行）办法"),
        ("示例法", "示例法"),
    ],
)
def test_plain_titles(title: str, plain: str) -> None:
    """The state's name, title marks and closing brackets go; brackets within stay."""
    assert plain_title(title) == plain


def test_shipped_titles_are_plain() -> None:
    """No shipped law's plain title keeps the state's name, marks or half a bracket."""
    for law in shipped_pack().all(Law).values():
        title = plain_title(law.title)
        assert title
        assert "中华人民共和国" not in title
        assert not set("《》") & set(title)
        assert title.count("（") == title.count("）"), law.title


def test_a_law_is_cited_with_article_day_and_gist() -> None:
    """The citation of an article names version dates, grade and the gist of its paragraph."""
    (item,) = CITER.cite([Origin(law="alpha-2025", article=6, paragraph=2)], DAY)
    assert (item.law, item.article, item.paragraph) == ("示例安全法", 6, 2)
    assert item.as_of == DAY.isoformat()
    assert item.gist == "评估报告保存三年。"
    assert item.effective_from == "2026-01-01"
    assert item.url == "https://law.example.gov/alpha"


def test_a_law_is_cited_of_a_day_on_which_it_holds() -> None:
    """Also where an answer of another day names it."""
    for law, day, expected in (
        ("alpha-2025", date(2024, 5, 1), "2026-01-01"),
        ("alpha-2020", date(2024, 5, 1), "2024-05-01"),
        ("alpha-2020", DAY, "2025-12-31"),
    ):
        (item,) = CITER.cite([Origin(law=law, article=6)], day)
        assert item.as_of == expected, law


def test_links_lead_to_official_hosts_only() -> None:
    """Neither another host nor a plain http address becomes a link."""
    gazette, paper, beta = CITER.cite(
        [Origin(source="src.gazette"), Origin(source="src.paper"), Origin(law="beta", article=5)],
        DAY,
    )
    assert gazette.url == "https://www.example.org/gazette"
    assert (paper.url, beta.url) == ("", "")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://law.example.gov/x", True),
        ("https://a.example.org/x", True),
        ("https://example.org.evil.test/x", False),
        ("https://evil.test/law.example.gov", False),
        ("https://law.example.gov@evil.test/", False),
        ("https://evilexample.org/", False),
        ("javascript:alert(1)//law.example.gov", False),
        ("//law.example.gov/x", False),
        ("https://LAW.EXAMPLE.GOV/x", True),
        ("", False),
        ("https://[", False),
    ],
)
def test_look_alike_hosts_are_no_links(url: str, linked: bool) -> None:
    """Only https on the listed hosts counts, whatever else the address holds."""
    source = Source(id="s", title="示例", grade="官方", url=url)
    citer = Citer({}, {"s": source}, {}, official_hosts=PACK.profile.official_hosts)
    (item,) = citer.cite([Origin(source="s")], DAY)
    assert bool(item.url) is linked


def test_each_citation_stands_once_and_in_order() -> None:
    """Repeated origins are one citation; a bare source beside its section is dropped."""
    items = CITER.cite(
        [
            Origin(source="src.gazette"),
            Origin(law="beta", article=5),
            Origin(source="src.gazette", section="第一章"),
            Origin(law="beta", article=5),
            Origin(source="src.unknown"),
            Origin(law="unknown", article=1),
        ],
        DAY,
    )
    assert [(i.title, i.article, i.section) for i in items] == [
        ("中华人民共和国示例信息法", 5, ""),
        ("示例公报", None, "第一章"),
    ]


def test_a_citation_carries_its_english_name() -> None:
    """An English reader gets the name of a law, and of a publication where it has one."""
    (law,) = CITER.cite([Origin(law="beta", article=5)], DAY)
    (paper,) = CITER.cite([Origin(source="src.paper")], DAY)
    assert (law.english, paper.english) == ("Sample Information Act", "")


def test_everything_that_is_cited_has_an_english_name() -> None:
    """No shipped law or publication is shown to an English reader by its Chinese title alone."""
    pack = shipped_pack()
    named = (*pack.all(Law).values(), *pack.all(Source).values())
    assert [one.id for one in named if not one.english] == []
