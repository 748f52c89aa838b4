"""Articles that a page holds only as data for its scripts."""

import json
from datetime import UTC, datetime

from lxml import html

from transforms.html.content.blocks import text_blocks
from transforms.html.content.script_data import embedded_article, embedded_body, embedded_date, published_in_data

MARKUP = "<p>The pier burned down.</p><p>Nobody was hurt.</p><p>Police look for witnesses.</p>"


def page(data: str) -> html.HtmlElement:
    return html.document_fromstring(
        f"<html><body><div id=app></div><script>window.state = {data};</script></body></html>"
    )


def test_the_longest_piece_of_html_is_the_body() -> None:
    data = json.dumps({"bio": "<p>Jane Roe</p>", "content": MARKUP, "publishedAt": "2024-04-24 10:58"}).replace(
        "<", "\\u003c"
    )
    body = embedded_body(page(data))
    assert body is not None
    assert [p.text for p in body.iter("p")] == [
        "The pier burned down.",
        "Nobody was hurt.",
        "Police look for witnesses.",
    ]


def test_an_article_for_readers_without_scripts() -> None:
    tree = html.document_fromstring(f"<html><body><h1>Pier</h1><noscript>{MARKUP}</noscript></body></html>")
    found = embedded_article(tree, text_blocks(tree))
    assert found is not None
    assert text_blocks(found)[0].text == "The pier burned down."
    hint = html.document_fromstring("<html><body><h1>Pier</h1><noscript><p>Enable scripts</p></noscript></body></html>")
    assert embedded_article(hint, text_blocks(hint)) is None


def test_an_article_for_machines() -> None:
    """JSON-LD of a page that its scripts draw: plain text, and what no text can have."""
    body = "The pier & its shops burned down. " * 20 + "\n\nNobody was <hurt>\0, \ud800they said. " + "It rained. " * 20
    empty = html.document_fromstring("<html><body><h1>Pier</h1><div id=app></div></body></html>")
    found = embedded_article(empty, text_blocks(empty), body)
    assert found is not None
    first, second = text_blocks(found)
    assert first.text.startswith("The pier & its shops burned down.")
    assert second.text.startswith("Nobody was <hurt> , ?they said.")
    assert embedded_article(empty, text_blocks(empty), body[:500]) is None, "a teaser"
    assert embedded_article(empty, text_blocks(empty), [body]) is None
    shown = "Jane Roe has written of piers for twenty years. "
    by_her, other = (html.document_fromstring(f"<html><body><p>{shown * n}</p></body></html>") for n in (1, 6))
    assert embedded_article(by_her, text_blocks(by_her), body) is not None, "who wrote it is no article"
    assert embedded_article(other, text_blocks(other), body) is None, "the page shows something else"


def test_the_date_that_the_data_name() -> None:
    found = embedded_date(page('{"publishedAt": "2024-04-24 10:58"}'))
    assert found is not None
    assert found.value.at == datetime(2024, 4, 24, 10, 58, tzinfo=UTC)


def test_no_data() -> None:
    assert embedded_body(page('{"title": "Pier"}')) is None
    assert embedded_date(page('{"title": "Pier"}')) is None


def test_the_article_of_which_the_page_shows_the_beginning() -> None:
    shown, rest = "The pier of the town burned down on Monday.", "Nobody was hurt, the fire brigade said."
    data = json.dumps({"content": f"<p>{shown}</p><p>{rest}</p><p>Police look for witnesses.</p>"})
    script = f"<script>window.state = {data};</script>"
    teaser = html.document_fromstring(f"<html><body><p>{shown}</p>{script}</body></html>")
    other = html.document_fromstring(
        f"<html><body><p>The mayor of the harbour town spoke on Tuesday.</p>{script}</body></html>"
    )
    found = embedded_article(teaser, text_blocks(teaser))
    assert found is not None
    assert rest in found.text_content()
    assert embedded_article(other, text_blocks(other)) is None


def test_the_dates_that_data_call_those_of_publication() -> None:
    data = (
        r'{"datePublished": "2024-04-24", "item": "{\"published_at\":\"2024-04-25T10:58Z\"}", "updated": "2024-04-26"}'
    )
    assert [moment.at.day for moment in published_in_data(page(data))] == [24, 25]
    in_json_ld = html.document_fromstring(f'<html><script type="application/ld+json">{data}</script></html>')
    assert list(published_in_data(in_json_ld)) == []
