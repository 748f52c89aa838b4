"""What stands in and around an element of a page."""

import pytest
from lxml import html

from transforms.html.fields.date_places import (
    element_lines,
    first_line,
    header_of,
    in_sentence,
    line_after,
    short_text,
    text_before,
)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>24 <b>April</b>\n 2024</p>", "24 April 2024"),
        ("<p>10:58<br>Harbour</p>", "10:58 Harbour"),
        (f"<p>{'The pier burned. ' * 9}</p>", None),
        ("<p> </p>", None),
    ],
)
def test_short_texts(markup: str, text: str | None) -> None:
    assert short_text(html.fragment_fromstring(markup)) == text


def test_the_text_before_and_the_line_after() -> None:
    line = html.fragment_fromstring("<p>Published: <b>24 April</b> 2024,\n 10:58<br>by <i>Jane Roe</i> today</p>")
    bold, br, italic = line
    assert text_before(bold) == "Published:"
    assert line_after(bold) == "2024, 10:58"
    assert line_after(br) == ""  # the line goes on with a name
    assert line_after(italic) == "today"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<p>The rules are <b>strict since 2018</b>: {'nobody may cross it, and ' * 6}</p>", True),
        ("<p>Updated <b>24 April 2024</b></p>", False),
        (f"<div><b>24 April 2024</b><span>{'The pier burned. ' * 9}</span></div>", False),
    ],
)
def test_words_of_a_sentence(markup: str, expected: bool) -> None:
    bold = html.fragment_fromstring(markup).find("b")
    assert bold is not None
    assert in_sentence(bold) is expected


def test_what_stands_in_the_header_of_a_title() -> None:
    tree = html.document_fromstring(
        "<body><i>far</i><div><div><div><div><h1>Pier</h1></div><b>near</b></div></div></div>"
    )
    assert tree.find(".//b") in set(header_of(tree.find(".//h1")))
    assert tree.find(".//i") not in set(header_of(tree.find(".//h1")))
    assert list(header_of(None)) == []


def test_lines_of_an_element() -> None:
    line = html.fragment_fromstring("<p>By <a>Jane <b>Roe</b></a> of<br>Harbour <i>News</i> Desk<br></p>")
    assert element_lines(line) == ["By Jane Roe of", "Harbour News Desk"]


def test_a_comment_in_an_element_says_nothing() -> None:
    line = html.fragment_fromstring("<p>By Jane Roe<!-- slot 7 --> and Ann Lee<br>Harbour News</p>")
    assert element_lines(line) == ["By Jane Roe and Ann Lee", "Harbour News"]


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<div>24 April\n 2024</div>", "24 April 2024"),
        ('<div>24 April 2024<br>In: <a href="/harbour">Harbour</a></div>', "24 April 2024"),
        ("<div>24 April <b>2024</b></div>", ""),
    ],
)
def test_the_line_that_an_element_begins_with(markup: str, line: str) -> None:
    assert first_line(html.fragment_fromstring(markup)) == line
