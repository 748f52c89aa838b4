"""An article's own title."""

import pytest
from lxml import html

from transforms.html.metadata import gather
from transforms.html.title import clean_title, find_heading, title


@pytest.mark.parametrize(
    ("text", "site", "expected"),
    [
        ("Pier burns down | The Harbour Times", "The Harbour Times", "Pier burns down"),
        ("Pier burns down - Local - Harbour", "Harbour", "Pier burns down"),
        ("Harbour: Pier burns down", "Harbour", "Harbour: Pier burns down"),
        ("Harbour | Pier burns down", "Harbour", "Pier burns down"),
        ("US-Dollar steigt – Harbour", "Harbour", "US-Dollar steigt"),
        ("Pier - what now?", "Harbour", "Pier - what now?"),
        ("부두 화재-사회ㅣ항구일보", "항구일보", "부두 화재"),
        ("Pier burns down", None, "Pier burns down"),
        ("x" * 400, None, ""),
    ],
)
def test_tails_are_cut(text: str, site: str | None, expected: str) -> None:
    assert clean_title(text, site) == expected


def found(head: str, body: str = "", site: str | None = None) -> tuple[str, str] | None:
    evidence = gather(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"))
    result = title(evidence, find_heading(evidence), site)
    return (result.value, result.source) if result else None


def test_structured_data_come_first() -> None:
    ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier &amp; quay burn"}</script>'
    assert found(ld + '<meta property="og:title" content="Fire!">', "<h1>Kicker</h1>") == (
        "Pier & quay burn",
        "json_ld",
    )


def test_a_title_that_is_cut_off_yields_to_the_whole_one() -> None:
    assert found('<meta property="og:title" content="Pier burns…">', "<h1>Pier burns down at night</h1>") == (
        "Pier burns down at night",
        "heading",
    )


def test_the_page_itself() -> None:
    assert found("<title>Pier burns - Harbour</title>", "<h1>Pier burns</h1>") == ("Pier burns", "heading")
    assert found("<title>Pier burns - Harbour</title>", site="Harbour") == ("Pier burns", "title")
    assert found("") is None
