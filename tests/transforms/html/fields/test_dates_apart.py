"""Dates that a page gives apart from its article."""

from datetime import date

import pytest
from lxml import html

from transforms.html.fields.dates_apart import date_apart

TITLE = "<h1>Two bridges to close</h1>"
TEXT = f"<p>{'The town will rebuild them. ' * 30}</p>"
DAY = date(2022, 1, 26)
ADDRESS = "https://harbour.example/bridges-close"
OWN = '<a href="/bridges-close"><i>26.01.2022</i><h3>Two bridges to close</h3></a>'
OTHER = '<a href="/ferry-stops"><i>27.01.2022</i><h3>Ferry stops</h3></a>'


def day(body: str, head: str = "", address: str | None = ADDRESS) -> tuple[date, str] | None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{TITLE}{TEXT}{body}</body></html>")
    found = date_apart(tree, tree.find(".//h1"), address, "de")
    return (found.value.day, found.source) if found else None


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ('<aside><ul><li><p>Mise en ligne</p><p>26.01.2022</p></li></ul><a href="/x">x</a></aside>', "dateline"),
        ('<div class="sidebar"><p>Veröffentlicht: 26.01.2022</p></div>', "dateline"),
        ('<p><script>showDate("2022/01/26 10:58");</script> by Jane Roe</p>', "dateline"),
        ("<p><script>document.write('26.01.2022')</script></p>", "dateline"),
        (f"<ul><li>{OTHER}</li><li>{OWN}</li></ul>", "teaser"),
        (
            f'<div><div>26.01.2022 <a href="{ADDRESS}?utm_source=x">Two bridges</a></div><div>{OTHER}</div></div>',
            "teaser",
        ),
        (
            '<script>var item = {"title": "Bridges", "published_at": "2022-01-26T10:58:00+01:00"};</script>',
            "script_data",
        ),
        (r'<script>var s = "{\"publishDate\" : \"2022-01-26\"}"; f("2021-01-01 is no day")</script>', "script_data"),
    ],
)
def test_where_it_stands(body: str, source: str) -> None:
    assert day(body) == (DAY, source)


@pytest.mark.parametrize(
    "body",
    [
        # another article's, a reader's, several days, or of something else
        '<aside><p><a href="/x">Ferry</a></p><p>Veröffentlicht: 26.01.2022</p></aside>',
        '<ol class="comments"><li><p>Ann Lee</p><p>Veröffentlicht: 26.01.2022</p></li></ol>',
        "<aside><p>Erschienen: 26.01.2022</p><hr><p>Erschienen: 27.01.2022</p></aside>",
        "<aside><p>Am 26.01.2022</p></aside>",
        '<script>countDown("26.01.2022")</script>',
        "<script>showDate('26.01.2022'); showDate('27.01.2022')</script>",
        f"<ul><li>{OTHER}</li></ul>",
        '<p>26.01.2022 <a href="/bridges-close#comments">Comments</a></p>',
        f"<section><div>{OWN}{OTHER}</div></section>".replace("<i>26.01.2022</i>", ""),
        '<script>[{"publishedAt": "2022-01-26"}, {"publishedAt": "2022-01-27"}]</script>',
        '<script>{"modified_at": "2022-01-26", "expires": "2022-01-26"}</script>',
    ],
)
def test_what_tells_nothing(body: str) -> None:
    assert day(body) is None


POSTS = '<div class="comment"><b>ferryman</b><i>26.01.22</i><p>Why are they closed?</p></div>'


@pytest.mark.parametrize(
    ("title", "address", "is_dated"),
    [
        ("Two bridges to close | Town | Forum | Harbour", None, True),
        ("Two bridges to close", "https://harbour.example/threads/bridges.17/", True),
        ("Two bridges to close", "https://harbour.example/threads/bridges.17/page-2", False),
        ("Forum closes | Harbour", ADDRESS, False),
    ],
)
def test_the_first_post_of_a_thread(title: str, address: str | None, is_dated: bool) -> None:
    posts = POSTS + POSTS.replace("26.", "28.") + "<aside>Older threads: <i>21.01.22</i></aside>"
    tree = html.document_fromstring(f"<html><head><title>{title}</title></head><body>{TITLE}{posts}</body></html>")
    found = date_apart(tree, tree.find(".//h1"), address, "de")
    assert (found is not None and found.value.day == DAY) is is_dated


def test_a_date_far_below_the_title_is_no_first_post() -> None:
    assert day(POSTS, "<title>Two bridges to close - Forum</title>", None) is None
