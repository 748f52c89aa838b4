"""The reading step as a whole: bytes in, article or a reason out."""

import hashlib
import uuid
from datetime import UTC, date, datetime

import pytest
import zstandard

from transforms.read import read
from transforms.records.page import Reading, Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

SENTENCE = (
    "The council of the harbour town voted on Monday to rebuild the old pier before the summer season number {} begins."
)
BODY = "".join(f"<p>{SENTENCE.format(n)}</p>" for n in range(4))
PAGE = f"<html><head><title>Pier to be rebuilt</title>{{}}</head><body><h1>Pier to be rebuilt</h1>{BODY}</body></html>"


def raw(content: bytes | str) -> Raw:
    data = content.encode() if isinstance(content, str) else content
    return Raw(
        document_id=hashlib.sha256(data).hexdigest(),
        uri="file:///pier.html",
        source="test",
        content=data,
        fetched_at=datetime(2025, 1, 1, tzinfo=UTC),
    )


def reading(content: bytes | str) -> Reading:
    result = read(raw(content))
    assert isinstance(result, Reading)
    return result


def test_a_page_becomes_an_article() -> None:
    result = reading(PAGE.format('<meta property="article:published_time" content="2024-04-24">'))
    article = result.article
    assert article.title == "Pier to be rebuilt"
    assert article.title_from == "heading"
    assert article.text == "\n\n".join(SENTENCE.format(n) for n in range(4))
    assert article.language == "en"
    assert article.language_from == "text"
    assert article.word_count == 84
    assert article.published_at == datetime(2024, 4, 24, tzinfo=UTC)
    assert article.published_precision == "day"
    assert article.url == "file:///pier.html"
    assert article.article_id == str(uuid.uuid5(uuid.NAMESPACE_URL, "file:///pier.html"))
    assert all(article.text[b.start_char : b.end_char] == b.text for b in result.blocks if b.kept)


def test_the_document_keeps_the_bytes() -> None:
    document = reading(PAGE.format("")).document
    assert zstandard.decompress(document.content) == PAGE.format("").encode()
    assert (document.media_type, document.charset) == ("text/html", "utf-8")
    assert document.size_bytes == len(PAGE.format("").encode())


def test_an_article_is_known_by_its_canonical_address() -> None:
    url = "https://paper.example/pier"
    article = reading(PAGE.format(f'<link rel="canonical" href="{url}?utm_source=x">')).article
    assert article.canonical_url == url
    assert article.article_id == str(uuid.uuid5(uuid.NAMESPACE_URL, url))


@pytest.mark.parametrize("day", ["1970-01-01", "2025-06-01", "0001-01-01"])
def test_implausible_dates_are_none(day: str) -> None:
    article = reading(PAGE.format(f'<meta property="article:published_time" content="{day}">')).article
    assert (article.published_at, article.published_at_from, article.published_precision) == (None, None, None)


def test_a_jsonl_article_keeps_its_text_and_address() -> None:
    article = reading(
        '{"url": "https://paper.example/p", "title": "Pier", "text": "It burned.\\n\\nNobody was hurt."}'
    ).article
    assert article.text == "It burned.\n\nNobody was hurt."
    assert article.url == "https://paper.example/p"
    assert article.title_from == "given"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"  \n", Reason.EMPTY),
        (b"%PDF-1.7 ...", Reason.BINARY),
        (b"\x00\x01" * 100, Reason.BINARY),
        ('<?xml version="1.0"?><rss></rss>', Reason.UNSUPPORTED),
        ('{"title": "no text"}', Reason.MALFORMED),
        ("<html><body><img src='x'></body></html>", Reason.NO_TEXT),
    ],
)
def test_what_is_no_article_is_rejected_with_a_reason(content: bytes | str, reason: Reason) -> None:
    result = read(raw(content))
    assert isinstance(result, Rejection)
    assert result.reason == reason
    assert result.detail
    assert result.document is not None


def test_a_given_date_stands_whatever_it_is() -> None:
    paper = reading(f'{{"title": "Pier opened", "date": "1898-05-03", "text": "{SENTENCE}"}}').article
    assert paper.published_on == date(1898, 5, 3)
    page = reading(PAGE.format('<meta name="dc.date.issued" content="1921-03-03">')).article
    assert page.published_on == date(1921, 3, 3)


def test_what_a_page_only_prints_is_not_older_than_the_web() -> None:
    assert reading(PAGE.format("").replace("</h1>", "</h1><time>3 March 1921</time>")).article.published_on is None


def test_the_day_of_publication_is_in_the_pages_own_zone() -> None:
    article = reading(
        PAGE.format('<meta property="article:published_time" content="2024-04-25T06:30:00+09:00">')
    ).article
    assert article.published_on == date(2024, 4, 25)
    assert article.published_at == datetime(2024, 4, 24, 21, 30, tzinfo=UTC)
