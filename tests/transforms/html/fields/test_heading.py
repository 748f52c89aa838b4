"""The heading of a page's article."""

import pytest
from lxml import html

from transforms.html.fields.heading import element_text, find_heading
from transforms.html.fields.metadata import gather

TITLE = "<title>Two bridges close for repairs « Harbour Notes</title>"


@pytest.mark.parametrize(
    "body",
    [
        '<div><h1><a href="/">Harbour Notes and Sundry Remarks</a></h1></div><h3>Two bridges close for repairs</h3>',
        '<a href="https://notes.example/"><h1>Harbour Notes</h1></a><h2>Two bridges close for repairs</h2>',
        "<h1>Harbour Notes</h1><h2>Two bridges close for repairs</h2>",
        "<h4>Two bridges</h4><h1>Two bridges close for repairs</h1><h2>Ferry to stop</h2>",
        "<h1>Two bridges close for repairs</h1><h1>Ferry to stop in autumn, says the company that runs it</h1>",
    ],
)
def test_the_heading_that_the_metadata_repeat(body: str) -> None:
    tree = html.document_fromstring(f"<html><head>{TITLE}</head><body>{body}<p>x</p></body></html>")
    heading = find_heading(gather(tree))
    assert heading is not None
    assert element_text(heading) == "Two bridges close for repairs"


def test_without_a_match_the_longest_h1_or_what_is_marked() -> None:
    tree = html.document_fromstring("<html><body><h1>Menu</h1><h1>Pier burns down</h1></body></html>")
    heading = find_heading(gather(tree))
    assert heading is not None
    assert element_text(heading) == "Pier burns down"
    marked = html.document_fromstring('<html><body><h4>Sport</h4><h3 class="entry-title">Pier burns</h3></body></html>')
    heading = find_heading(gather(marked))
    assert heading is not None
    assert element_text(heading) == "Pier burns"


@pytest.mark.parametrize(
    ("body", "is_title"),
    [
        ('<div class="h-title">Two bridges close for repairs</div>', True),
        ("<div>Two bridges close for repairs</div>", False),
        ('<ul><li class="title">Two bridges close for repairs</li></ul>', False),
        ('<a href="/x"><b class="title">Two bridges close for repairs</b></a>', False),
        ("<p><b>Two bridges close for repairs « Harbour Notes</b></p>", True),
    ],
)
def test_a_title_may_stand_in_no_heading(body: str, is_title: bool) -> None:
    tree = html.document_fromstring(f'<html><head>{TITLE}</head><body>{body}<h3 class="title">Read</h3></body></html>')
    heading = find_heading(gather(tree))
    assert heading is not None
    assert (heading.tag != "h3") is is_title


@pytest.mark.parametrize(
    ("body", "is_title"),
    [
        ("<h3>Ferry to stop</h3>{}", True),
        ("<h3>Menu</h3><ul><li>Sport</li></ul><h2>Ferry to stop</h2>{}", True),
        ("<h3>Congress</h3><h3>Ferry to stop</h3>{}", False),
        ("<h2>Pool</h2>{0}<h2>Ferry to stop</h2>{0}", False),
        ("<h3>Ferry to stop</h3><p>A line.</p>", False),
    ],
)
def test_the_only_heading_right_above_running_text(body: str, is_title: bool) -> None:
    text = f"<p>{'The company says why it does. ' * 3}</p>" * 2
    tree = html.document_fromstring(
        f"<html><head><title>Harbour Company</title></head><body>{body.format(text)}</body></html>"
    )
    heading = find_heading(gather(tree))
    assert (heading is not None and element_text(heading) == "Ferry to stop") is is_title


def test_the_masthead_alone_is_no_title() -> None:
    tree = html.document_fromstring("<html><body><h1>Harbour</h1><p>x</p></body></html>")
    assert find_heading(gather(tree), "HARBOUR") is None


def test_a_teaser_of_the_page_itself_is_not_its_heading() -> None:
    teaser = '<h2 class="teaser-title"><a href="/bridges">Two bridges close for repairs</a></h2>'
    tree = html.document_fromstring(
        f"<html><head>{TITLE}</head><body><h1>Two bridges close for repairs</h1><p>x</p>{teaser}</body></html>"
    )
    heading = find_heading(gather(tree))
    assert heading is not None
    assert heading.tag == "h1"
