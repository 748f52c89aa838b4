"""What on a page does not belong to its article."""

import pytest
from lxml import html

from transforms.html.content.elsewhere import Elsewhere

HEADING = "<h1>Pier burns down</h1>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<div>{HEADING}<b>x</b></div>", False),
        (f'<div class="related-posts row relative">{HEADING}<b>x</b></div>', False),
        (f'{HEADING}<div class="relative"><b>x</b></div>', False),
        (f'{HEADING}<div class="related-posts"><b>x</b></div>', True),
        (f'{HEADING}<ol class="commentlist"><li><b>x</b></li></ol>', True),
        (f'{HEADING}<p>Menu</p><div class="lay-sidebar"><b>x</b><p>{"All of the story. " * 9}</p></div>', False),
        (f"{HEADING}<aside><b>x</b></aside>", True),
        (f"{HEADING}<article><h3>Senator resigns</h3><b>x</b></article>", True),
        (f'{HEADING}<section><h3><a href="/2">Senator resigns</a></h3><b>x</b></section>', True),
        (f"{HEADING}<section><h3>Information</h3><b>x</b></section>", False),
        (f"{HEADING}<article><p>Text</p><b>x</b></article>", False),
    ],
)
def test_parts_of_a_page(body: str, expected: bool) -> None:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    elsewhere = Elsewhere(tree.find(".//h1"))
    assert (tree.find(".//b") in elsewhere) is expected


def test_without_a_heading_words_alone_count() -> None:
    tree = html.document_fromstring("<html><body><article><h3>One</h3><b>x</b></article></body></html>")
    assert tree.find(".//b") not in Elsewhere(None)
