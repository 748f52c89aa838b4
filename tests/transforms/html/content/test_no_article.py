"""Pages that are no articles are told from short articles about the same things."""

import pytest

from transforms.html.page import read_html
from transforms.records.reasons import Reason

TEASERS = "".join(
    f"<div><h2><a href='/{n}'>Headline {n} of the day</a></h2><p>What the other article, {n}, is about.</p></div>"
    for n in range(6)
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            (
                "<div><p>We and our 12 partners use technologies such as cookies on your device.</p>"
                "<p>By going on you consent to the processing of your data.</p></div>"
            ),
            Reason.COOKIE_WALL,
        ),
        ("<p>Wir und unsere Partner verwenden Cookies, um diese Seite zu betreiben.</p>", Reason.COOKIE_WALL),
        ("<h1>Wait</h1><p>Please confirm that you are a human to see this page.</p>", Reason.CAPTCHA),
        ("<h1>Sorry</h1><p>This content is not available in your country for legal reasons.</p>", Reason.UNAVAILABLE),
        ("<h1>404</h1><p>The page you are looking for could not be found on this server.</p>", Reason.MISSING_PAGE),
        ("<p>Please log in to continue, it takes less than a minute of your time.</p>", Reason.LOGIN),
        ("<p>You are being redirected to the article on another site.</p>", Reason.REDIRECT),
        (f"<main>{TEASERS}</main>", Reason.FRONT_PAGE),
    ],
)
def test_a_page_that_is_no_article(body: str, reason: Reason) -> None:
    assert read_html(f"<html><head><title>Post</title></head><body>{body}</body></html>").no_article == reason


def test_a_page_that_sends_on() -> None:
    head = '<meta http-equiv="refresh" content="0; url=https://a.example/b">'
    page = read_html(f"<html><head>{head}</head><body><p>Opening the article in a moment from now.</p></body></html>")
    assert page.no_article == Reason.REDIRECT


@pytest.mark.parametrize(
    "body",
    [
        (
            "<p>The court ruled on Monday that shops must ask before they use cookies.</p>"
            "<p>The ruling ends a quarrel of six years between the state and a seller of shoes, the judge said.</p>"
        ),
        (
            "<p>The robot that was to prove that you are human has failed its own test.</p>"
            "<p>Its makers said on Tuesday that they would build another one by the end of the year.</p>"
        ),
        "<h1>The games of the week</h1><p>Six games stand out this week, the best of them first, and here they are.</p>"
        + "".join(
            f"<h3><a href='/{n}'>Game {n}</a></h3><p>A game number {n} of the best kind, for one player.</p>"
            for n in range(6)
        ),
    ],
)
def test_an_article_of_the_same_things_stays(body: str) -> None:
    page = read_html(f"<html><head><title>News</title></head><body><article>{body}</article></body></html>")
    assert page.no_article is None


@pytest.mark.parametrize(
    ("classes", "reason"),
    [
        ("archive tag tag-pier", Reason.FRONT_PAGE),
        ("archive category", Reason.FRONT_PAGE),
        ("post single single-post archive tag", None),
        ("archive", None),
        ("tag", None),
    ],
)
def test_wordpress_tells_its_lists_of_posts(classes: str, reason: Reason | None) -> None:
    text = "<p>The pier of the harbour town burned down in the night to Monday, the fire brigade said.</p>" * 3
    page = read_html(f"<html><head><title>Pier</title></head><body class='{classes}'>{text}</body></html>")
    assert page.no_article == reason


def test_a_page_that_calls_itself_its_sites_front_page_is_none_though_it_is_dated() -> None:
    head = (
        '<link rel="canonical" href="https://paper.example/"><meta property="og:type" content="website">'
        '<meta property="article:published_time" content="2024-05-09">'
    )
    page = read_html(
        f"<html><head>{head}</head><body><p>The pier burned down in the night, it is said.</p></body></html>"
    )
    assert page.no_article == Reason.FRONT_PAGE
