"""The address that a page claims for itself."""

import pytest
from lxml import html

from transforms.html.fields.canonical_url import canonical_url, is_front_page
from transforms.html.fields.metadata import gather
from transforms.text.urls import without_tracking


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://paper.example/pier?utm_source=x&id=7#top">',
            "https://paper.example/pier?id=7",
        ),
        ('<meta property="og:url" content="https://paper.example/pier">', "https://paper.example/pier"),
        (
            '<link rel="canonical" href="/pier"><meta property="og:url" content="https://paper.example/p">',
            "https://paper.example/pier",
        ),
        ('<link rel="canonical" href="https://paper.example/">', None),
        ('<link rel="canonical" href="http://[broken">', None),
        ("", None),
    ],
)
def test_claims(head: str, url: str | None) -> None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body/></html>")
    assert canonical_url(gather(tree)) == url


def test_what_is_no_web_address() -> None:
    assert without_tracking("file:///tmp/pier.html") is None
    assert without_tracking("https://paper.example/pier?fbclid=1") == "https://paper.example/pier"


SITE = '<link rel="canonical" href="https://paper.example/">'
WEBSITE = '<meta property="og:type" content="website">'
ARTICLE = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier burns"}</script>'


@pytest.mark.parametrize(
    ("head", "uri", "is_front"),
    [
        (SITE + WEBSITE, None, True),
        (SITE + WEBSITE, "/pages/1.html", True),
        (SITE + WEBSITE, "https://paper.example/", True),
        ('<meta property="og:url" content="https://paper.example">' + WEBSITE, None, True),
        # a system may write the site's address into each of its pages
        (SITE + WEBSITE, "https://paper.example/pier", False),
        (SITE + WEBSITE + ARTICLE, None, False),
        (SITE, None, False),
        (SITE + '<meta property="og:type" content="article">', None, False),
        (WEBSITE, None, False),
        (SITE + '<meta property="og:url" content="https://paper.example/pier">' + WEBSITE, None, False),
    ],
)
def test_a_page_that_calls_itself_its_sites(head: str, uri: str | None, is_front: bool) -> None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body><h1>Pier burns</h1></body></html>")
    assert is_front_page(gather(tree), uri) == is_front
