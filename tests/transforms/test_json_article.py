"""Articles that come as JSON objects: what is given wins, text is kept verbatim."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.json_article import read_json_article
from transforms.records.page import Found, Page, Rejection, article_text
from transforms.records.reasons import BlockReason, Reason

HTML = "<html><head><title>Other</title></head><body><article>" + "".join(
    f"<p>The pier of the harbour town burned down in the night to Monday, witness {n} said.</p>" for n in range(5)
) + "</article></body></html>"  # fmt: skip


def read(**record: object) -> Page:
    page = read_json_article(json.dumps(record))
    assert isinstance(page, Page)
    return page


def test_given_fields() -> None:
    page = read(
        url="https://paper.example/pier", title="Pier burns down", text="One.\n\nTwo.", date="2024-04-24T10:58:00Z",
        authors=["Jane Roe", {"name": "John Doe"}], section="Local", language="en-GB", tags=["pier"],
    )  # fmt: skip
    assert [block.text for block in page.blocks] == ["One.", "Two."]
    assert {block.reason for block in page.blocks} == {BlockReason.GIVEN}
    assert page.url == "https://paper.example/pier"
    assert page.title == Found("Pier burns down", "given")
    assert page.authors == Found(("Jane Roe", "John Doe"), "given")
    assert page.published_at is not None
    assert page.published_at.value.at == datetime(2024, 4, 24, 10, 58, tzinfo=UTC)
    assert page.section == Found("Local", "given")
    assert page.language == Found("en", "given")
    assert page.topics == ("pier",)


@pytest.mark.parametrize(
    "record",
    [{"author": "Jane Roe"}, {"author": {"name": "Jane Roe"}}, {"byline": "By Jane Roe"}, {"authors": ["Jane Roe"]}],
)
def test_spellings_of_the_author(record: dict[str, object]) -> None:
    assert read(text="One.", **record).authors == Found(("Jane Roe",), "given")


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: text.strip()))
def test_text_is_kept_verbatim(text: str) -> None:
    assert article_text(read(text=text).blocks) == text


def test_given_fields_win_over_those_of_the_html() -> None:
    page = read(html=HTML, title="Pier burns down")
    assert page.title == Found("Pier burns down", "given")
    assert sum(block.kept for block in page.blocks) == 5


def test_half_a_character_does_not_break_the_text() -> None:
    page = read_json_article('{"text": "a \\ud83d b"}')
    assert isinstance(page, Page)
    assert article_text(page.blocks).encode() == b"a ? b"


@pytest.mark.parametrize("text", ['{"text": ', '{"title": "x"}', "[1]", '{"text": 5}', '{"text": "  "}'])
def test_malformed_objects_are_rejected(text: str) -> None:
    rejection = read_json_article(text)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == Reason.MALFORMED


def test_links_of_the_html_start_from_the_url_that_is_given() -> None:
    html = HTML.replace("</p>", ' in <a href="/pier">our longer story</a>.</p>', 1)
    page = read(url="https://a.example/2024/fire", html=html)
    assert [link.url for block in page.blocks for link in block.links] == ["https://a.example/pier"]
