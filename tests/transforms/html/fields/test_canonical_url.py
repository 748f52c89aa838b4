"""The address that a page claims for itself."""

import pytest
from lxml import html

from transforms.html.fields.canonical_url import canonical_url
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
