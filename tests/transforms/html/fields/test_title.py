"""An article's own title."""

import pytest
from lxml import html

from transforms.html.fields.heading import find_heading
from transforms.html.fields.metadata import gather
from transforms.html.fields.title import clean_title, seo_title, site_names, title


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
    assert clean_title(text, (site,) if site else ()) == expected


def found(head: str, body: str = "", site: str | None = None) -> tuple[str, str] | None:
    evidence = gather(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"))
    result = title(evidence, find_heading(evidence, site), site_names(evidence, site))
    return (result.value, result.source) if result else None


def test_structured_data_come_first() -> None:
    ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier &amp; quay burn"}</script>'
    assert found(ld + '<meta property="og:title" content="Fire!">', "<h1>Kicker</h1>") == (
        "Pier & quay burn",
        "json_ld",
    )


@pytest.mark.parametrize(
    ("shared", "printed", "expected"),
    [
        ("How the pier of Brandby burned", "How a pier burned in one night", "How a pier burned in one night"),
        (None, "How a pier burned in one night", "How a pier burned in one night"),
        (
            "Brandby pier fire: what we know",
            "+++ Live +++ Two boats saved",
            "Brandby pier fire: causes and what we know",
        ),
        (
            None,
            "Brandby pier fire: causes and what we know Our reporter tells",
            "Brandby pier fire: causes and what we know",
        ),
    ],
)
def test_a_headline_for_search_engines_yields_to_the_one_on_the_page(
    shared: str | None, printed: str, expected: str
) -> None:
    for_engines = "Brandby pier fire: causes and what we know"
    ld = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{for_engines}"}}</script>'
    og = f'<meta property="og:title" content="{shared}">' if shared else ""
    result = found(f"<title>{for_engines}</title>{ld}{og}", f"<h1>{printed}</h1>")
    assert result is not None
    assert result[0] == expected


def test_a_title_that_is_cut_off_yields_to_the_whole_one() -> None:
    assert found('<meta property="og:title" content="Pier burns…">', "<h1>Pier burns down at night</h1>") == (
        "Pier burns down at night",
        "heading",
    )


def test_the_page_itself() -> None:
    assert found("<title>Pier burns - Harbour</title>", "<h1>Pier burns</h1>") == ("Pier burns", "heading")
    assert found("<title>Pier burns - Harbour</title>", site="Harbour") == ("Pier burns", "title")
    assert found("") is None


def test_the_site_is_known_by_its_host() -> None:
    tree = html.document_fromstring("<html><body><p>x</p></body></html>")
    names = site_names(gather(tree), None, "https://www.harbourpost.example/bridges", "https://börsen.example/")
    assert clean_title("Two bridges to close - Harbour Post", names) == "Two bridges to close"
    assert clean_title("Two bridges to close | harbourpost.example", names) == "Two bridges to close"
    assert clean_title("Two bridges to close - Monday", names) == "Two bridges to close - Monday"


def test_a_compound_with_the_sites_name_stays_whole() -> None:
    assert clean_title("ZDF-Chef tritt zurück", ("ZDF",)) == "ZDF-Chef tritt zurück"
    assert clean_title("Streit um das ZDF-Magazin", ("Magazin",)) == "Streit um das ZDF-Magazin"


def test_the_headline_on_the_page_tells_what_is_a_tail() -> None:
    assert clean_title("Pier burns down | Sport", (), "Pier burns down") == "Pier burns down"
    assert clean_title("Harbour: Pier burns down", ("Harbour",), "Pier burns down") == "Pier burns down"


def test_the_title_is_what_a_reader_sees_and_that_for_search_engines_is_apart() -> None:
    head = '<title>Pier fire: all we know - Harbour</title><meta property="og:title" content="Pier fire: all we know">'
    assert found(head, "<h1>Pier burns down at night</h1>", "Harbour") == ("Pier burns down at night", "heading")
    evidence = gather(html.document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>"))
    assert seo_title(evidence, ("Harbour",), "Pier burns down at night") == "Pier fire: all we know"
    assert seo_title(evidence, ("Harbour",), "Pier fire: All we know") is None


def test_a_kicker_in_an_element_of_its_own_is_no_part_of_the_title() -> None:
    head = '<meta property="og:title" content="Harbour: Pier burns down at night">'
    body = "<h1><span>After the storm</span> <span>Pier burns down at night</span></h1>"
    assert found(head, body) == ("Pier burns down at night", "heading")


def test_an_attribute_that_ends_at_a_quotation_mark_yields_to_the_heading() -> None:
    ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Senator calls rival"}</script>'
    body = "<h1>Senator calls rival &quot;unfit&quot; for office</h1>"
    assert found(ld, body) == ('Senator calls rival "unfit" for office', "heading")
