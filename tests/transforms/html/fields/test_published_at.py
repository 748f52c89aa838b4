"""First publication and last modification of a page."""

from datetime import UTC, datetime

import pytest
from lxml import html

from transforms.html.fields.date_elements import PageDates
from transforms.html.fields.heading import find_heading
from transforms.html.fields.metadata import gather
from transforms.html.fields.published_at import machine_date, modified_at, published_at
from transforms.records.page import Found, Moment

APRIL = datetime(2024, 4, 24, 10, 58, tzinfo=UTC)


def read(tree: html.HtmlElement, url: str | None = None, language: str | None = None) -> Found[Moment] | None:
    evidence = gather(tree)
    return published_at(evidence, PageDates(tree, find_heading(evidence), language), url)


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
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","dateCreated":"2024-04-24T10:58Z"}</script>',
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
    found = read(page(head, body))
    assert found is not None
    assert (found.value.at, found.source) == (APRIL, source)


def test_of_two_dates_of_a_day_the_more_precise_wins() -> None:
    head = '<meta name="datePublished" content="2024-04-24"><meta name="dc.date" content="2024-04-24T10:58Z">'
    found = read(page(head))
    assert found is not None
    assert (found.value.at, found.source) == (APRIL, "meta dc.date")


def test_the_address_tells_the_day() -> None:
    found = read(page(), "https://paper.example/2024/04/24/pier")
    assert found is not None
    assert (found.value.at.date(), found.value.precision, found.source) == (APRIL.date(), "day", "url")


@pytest.mark.parametrize(
    "end",
    [
        "2024-04-24.html",
        "2024/apr/24/pier",
        "2024/WORLD/04/24/pier.fire/index.html",
        "20240424/pier",
        "pier-burns-20240424-p5ab.html",
        "t20240424_17.html",
        "2024/13/24/2024-04-24",
    ],
)
def test_forms_of_a_day_in_an_address(end: str) -> None:
    found = read(page(), f"https://paper.example/{end}")
    assert found is not None
    assert (found.value.day, found.source) == (APRIL.date(), "url")


@pytest.mark.parametrize(
    "end",
    [
        "2024/04/24",
        "2024/pier/24/x",
        "2024/4/x/24/y",
        "120240424/x",
        "20241324/x",
        "a20240424/x",
        "fair-2024-04-24",
        "20240424p",
    ],
)
def test_what_is_no_day_of_an_address(end: str) -> None:
    assert read(page(), f"https://paper.example/{end}") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://paper.example/news/24-04-2024-pier-burns/17.html", "2024-04-24"),
        ("https://paper.example/news/03-04-2024-pier-burns/17.html", None),
    ],
)
def test_an_address_may_begin_with_the_day(url: str, day: str | None) -> None:
    found = read(page(), url)
    assert (found.value.day.isoformat() if found else None) == day


@pytest.mark.parametrize(("name", "is_read"), [("Pier burns down", True), ("How piers are built", False)])
def test_the_page_of_a_video_is_dated_by_it_and_not_by_one_that_it_embeds(name: str, is_read: bool) -> None:
    video = (
        f'{{"@type": "VideoObject", "name": "{name}", "uploadDate": "2024-04-24T10:58Z"}}, '
        '{"@type": "WebPage", "name": "Pier burns down"}'
    )
    head = f'<title>Pier burns down</title><script type="application/ld+json">[{video}]</script>'
    assert (read(page(head, "<h1>Pier burns down</h1>")) is not None) == is_read


def test_dates_of_comments_and_related_articles_do_not_count() -> None:
    body = '<div class="comments"><time datetime="2024-04-24">x</time></div><p>It was built in 1901.</p>'
    assert read(page(body=body)) is None


@pytest.mark.parametrize(
    "body",
    [
        '<time class="updated" datetime="2024-04-25">x</time><time datetime="2024-04-24T10:58Z">x</time>',
        '<time datetime="2023-01-01">x</time><time pubdate datetime="2024-04-24T10:58Z">x</time>',
        '<header><h1>Pier</h1><div class="related"><b>1 March 2023</b></div><b>24 April 2024, 10:58</b></header>',
    ],
)
def test_of_several_dates_that_of_the_publication_counts(body: str) -> None:
    found = read(page(body=body))
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
    later, earlier = (page(head.format(day)) for day in ("2024-04-25T08:00Z", "2024-04-23T08:00Z"))
    found = modified_at(gather(later), PageDates(later, None), read(later))
    assert found is not None
    assert found.value.at == datetime(2024, 4, 25, 8, tzinfo=UTC)
    assert modified_at(gather(earlier), PageDates(earlier, None), read(earlier)) is None


def test_a_time_in_utc_gets_the_day_that_the_page_prints() -> None:
    head = '<meta property="article:published_time" content="2024-04-25T01:30:00Z">'
    found = read(page(head, '<h1>Pier burns down</h1><time class="day">24 April 2024</time>'))
    assert found is not None
    assert (found.value.at, found.value.day) == (datetime(2024, 4, 25, 1, 30, tzinfo=UTC), APRIL.date())
    alone = read(page(head))
    assert alone is not None
    assert alone.value.day == datetime(2024, 4, 25, tzinfo=UTC).date()


@pytest.mark.parametrize("value", [1713956280, "1713956280000", "2024-04-24T10:58:00Z", ["2024-04-24T10:58Z"]])
def test_machine_dates(value: object) -> None:
    moment = machine_date(value)
    assert moment is not None
    assert moment.at == APRIL


@pytest.mark.parametrize("value", [None, "", True, {}, "soon"])
def test_what_is_no_machine_date(value: object) -> None:
    assert machine_date(value) is None


def test_a_tag_that_only_says_date_gives_way_to_the_day_marked_on_the_page() -> None:
    head = '<meta name="date" content="2024-04-26">'
    marked = page(head, '<h1>Pier burns down</h1><time datetime="2024-04-24">24 April</time>')
    assert (found := read(marked)) is not None
    assert (found.value.day.isoformat(), found.source) == ("2024-04-24", "time")
    alone = read(page(head, "<h1>Pier burns down</h1>"))
    assert alone is not None
    assert alone.source == "meta date"


def test_the_day_of_a_machine_gives_way_to_the_neighbour_printed_below_the_title() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-04-23"}</script>'
    found = read(page(head, "<header><h1>Pier burns down</h1><p>24 April 2024</p></header>"))
    assert found is not None
    assert (found.value.day.isoformat(), found.source) == ("2024-04-24", "json_ld")


def test_a_day_in_the_title_is_what_the_article_is_about() -> None:
    assert read(page(body="<header><h1>Results of 24 April 2024</h1></header><p>All of them.</p>")) is None


TITLE = "<header><h1>Pier burns down</h1><p>{}</p></header>"


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "source"),
    [
        # a time of another day says nothing of this one
        (
            '<meta name="datePublished" content="2024-04-24"><meta name="dc.date" content="2024-04-29T10:58Z">',
            "",
            None,
            "2024-04-24",
            "meta datepublished",
        ),
        # a tag that only says date is of some systems the last change: what readers see goes before it
        ('<meta name="date" content="2024-04-26">', "20 April 2024, 10:58", None, "2024-04-20", "dateline"),
        # no place on earth has the evening before a time in UTC after noon
        (
            '<meta property="article:published_time" content="2024-04-24T23:12:00Z">',
            "23 April 2024",
            None,
            "2024-04-24",
            "meta article:published_time",
        ),
        # a date that is a part of the document's title corrects a time in UTC, but is none by itself
        (
            '<title>Pier burns - 25 April 2024 - Paper</title><meta name="pubdate" content="2024-04-24T23:35:00Z">',
            "",
            None,
            "2024-04-25",
            "meta pubdate",
        ),
        # the day of the address corrects a machine's, not the one that a reader sees
        ("", "24 April 2024, 10:58", "https://paper.example/2024/04/25/pier", "2024-04-24", "dateline"),
        # a time with its zone has its day
        (
            '<meta property="article:published_time" content="2024-04-25T01:30:00+02:00">',
            "24 April 2024",
            None,
            "2024-04-25",
            "meta article:published_time",
        ),
        # of a machine's day the date nearest to the title is the only judge
        (
            '<meta property="article:published_time" content="2024-04-24">',
            "20 April 2024",
            "https://paper.example/2024/04/25/pier",
            "2024-04-24",
            "meta article:published_time",
        ),
        # more than a day apart, one of the two is another date
        (
            '<meta property="article:published_time" content="2024-04-25T01:30:00Z">',
            "20 April 2024",
            None,
            "2024-04-25",
            "meta article:published_time",
        ),
    ],
)
def test_which_of_two_days_counts(head: str, body: str, url: str | None, day: str, source: str) -> None:
    found = read(page(head, TITLE.format(body)), url)
    assert found is not None
    assert (found.value.day.isoformat(), found.source) == (day, source)


def test_a_change_earlier_on_the_day_of_publication_is_kept() -> None:
    head = (
        '<meta property="article:published_time" content="2024-04-24T10:58Z">'
        '<meta property="article:modified_time" content="2024-04-24T08:00Z">'
    )
    tree = page(head)
    found = modified_at(gather(tree), PageDates(tree, None), read(tree))
    assert found is not None
    assert found.value.at == datetime(2024, 4, 24, 8, tzinfo=UTC)


def test_a_change_may_be_marked_on_the_page_alone() -> None:
    tree = page(body='<h1>Pier burns down</h1><time class="updated" datetime="2024-04-25T08:00Z">25 April</time>')
    found = modified_at(gather(tree), PageDates(tree, None), None)
    assert found is not None
    assert (found.value.at, found.source) == (datetime(2024, 4, 25, 8, tzinfo=UTC), "time")


@pytest.mark.parametrize(("language", "day"), [("de", "2024-04-03"), ("en", None)])
def test_the_language_tells_the_order_of_an_address(language: str, day: str | None) -> None:
    found = read(page(), "https://paper.example/detail/~03-04-2024-pier", language)
    assert (found.value.day.isoformat() if found else None) == day


def test_a_long_text_is_no_date_though_one_stands_in_it() -> None:
    story = "24 April 2024, 10:58: the pier burned, and " + "nobody could tell what had set it on fire " * 3
    assert read(page(body=f'<div itemprop="datePublished">{story}</div>')) is None


def test_what_the_address_says_does_not_correct_a_time_that_a_reader_sees() -> None:
    body = '<h1>Pier burns down</h1><time datetime="2024-04-24T10:58Z">at noon</time>'
    found = read(page(body=body), "https://paper.example/2024/04/25/pier")
    assert found is not None
    assert (found.value.day.isoformat(), found.source) == ("2024-04-24", "time")


@pytest.mark.parametrize(("shown", "day"), [("8:42 a.m. EDT April 25, 2024", 24), ("9:05 p.m. EDT April 23, 2024", 23)])
def test_a_time_that_the_page_shows_of_its_change_is_no_local_day_of_the_publication(shown: str, day: int) -> None:
    head = (
        '<meta itemprop="datePublished" content="2024-04-24T10:05:00">'
        '<meta itemprop="dateModified" content="2024-04-25T08:42:00">'
    )
    found = read(page(head, f"<div><h1>Pier burns down</h1><span>{shown}</span></div>"))
    assert found is not None
    assert found.value.day.day == day


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="dateUpdate" content="2024-04-24 10:58:00">',
        '<meta name="article_date_original" content="Wednesday, April 24, 2024, 10:58 AM">',
        """<meta name="parsely-page" content='{"pub_date": "2024-04-24T10:58Z"}'>""",
    ],
)
def test_other_tags(head: str) -> None:
    found = read(page(head))
    assert found is not None
    assert found.value.at == APRIL


@pytest.mark.parametrize(
    ("name", "is_read"),
    [("vr:published-time", True), ("content:publishDate", True), ("release:date", True), ("paper.pubday", True),
     ("article:expiration_time", False), ("republished-date-count", False), ("creation_date", False)],
)  # fmt: skip
def test_names_of_meta_tags_that_end_in_words_of_publication(name: str, is_read: bool) -> None:
    found = read(page(f'<meta name="{name}" content="2024-04-24T10:58Z">'))
    assert (found is not None and found.value.at == APRIL) is is_read
