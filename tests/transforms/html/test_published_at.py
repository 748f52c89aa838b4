"""First publication and last modification of a page."""

from datetime import UTC, datetime

import pytest
from lxml import html

from transforms.html.metadata import gather
from transforms.html.published_at import machine_date, modified_at, published_at
from transforms.html.title import find_heading

APRIL = datetime(2024, 4, 24, 10, 58, tzinfo=UTC)


def page(head: str = "", body: str = "") -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("head", "body", "source"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-04-24T10:58Z"}</script>',
            "",
            "json_ld",
        ),
        ('<meta property="article:published_time" content="2024-04-24T10:58Z">', "", "meta article:published_time"),
        ("", '<span itemprop="datePublished" content="2024-04-24T10:58Z">April</span>', "microdata"),
        ("", '<time class="published" datetime="2024-04-24T10:58Z">24 April</time>', "time"),
        ("", "<header><h1>Pier burns down</h1><span>24 April 2024, 10:58</span></header>", "dateline"),
    ],
)
def test_where_it_is_found(head: str, body: str, source: str) -> None:
    evidence = gather(page(head, body))
    found = published_at(evidence, find_heading(evidence), None)
    assert found is not None
    assert (found.value.at, found.source) == (APRIL, source)


def test_of_two_dates_of_a_day_the_more_precise_wins() -> None:
    head = '<meta name="datePublished" content="2024-04-24"><meta name="dc.date" content="2024-04-24T10:58Z">'
    found = published_at(gather(page(head)), None, None)
    assert found is not None
    assert (found.value.at, found.source) == (APRIL, "meta dc.date")


def test_the_address_tells_the_day() -> None:
    found = published_at(gather(page()), None, "https://paper.example/2024/04/24/pier")
    assert found is not None
    assert (found.value.at.date(), found.value.precision, found.source) == (APRIL.date(), "day", "url")


def test_dates_of_comments_and_related_articles_do_not_count() -> None:
    body = '<div class="comments"><time datetime="2024-04-24">x</time></div><p>It was built in 1901.</p>'
    assert published_at(gather(page(body=body)), None, None) is None


@pytest.mark.parametrize(
    "body",
    [
        '<time class="updated" datetime="2024-04-25">x</time><time datetime="2024-04-24T10:58Z">x</time>',
        '<time datetime="2023-01-01">x</time><time pubdate datetime="2024-04-24T10:58Z">x</time>',
        '<header><h1>Pier</h1><div class="related"><b>1 March 2023</b></div><b>24 April 2024, 10:58</b></header>',
    ],
)
def test_of_several_dates_that_of_the_publication_counts(body: str) -> None:
    evidence = gather(page(body=body))
    found = published_at(evidence, find_heading(evidence), None)
    assert found is not None
    assert found.value.at == APRIL


def test_metadata_may_give_eight_digits() -> None:
    found = machine_date("20240424")
    assert found is not None
    assert (found.at.date(), found.precision) == (APRIL.date(), "day")


def test_the_modification_is_apart_and_not_before_the_publication() -> None:
    head = (
        '<meta property="article:published_time" content="2024-04-24T10:58Z">'
        '<meta property="article:modified_time" content="{}">'
    )
    later, earlier = (gather(page(head.format(day))) for day in ("2024-04-25T08:00Z", "2024-04-23T08:00Z"))
    found = modified_at(later, published_at(later, None, None))
    assert found is not None
    assert found.value.at == datetime(2024, 4, 25, 8, tzinfo=UTC)
    assert modified_at(earlier, published_at(earlier, None, None)) is None


@pytest.mark.parametrize("value", [1713956280, "1713956280000", "2024-04-24T10:58:00Z", ["2024-04-24T10:58Z"]])
def test_machine_dates(value: object) -> None:
    moment = machine_date(value)
    assert moment is not None
    assert moment.at == APRIL


@pytest.mark.parametrize("value", [None, "", True, {}, "soon"])
def test_what_is_no_machine_date(value: object) -> None:
    assert machine_date(value) is None
