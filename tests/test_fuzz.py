"""Whatever bytes come, there is a result for them, and no step of ours fails on it."""

import gzip
import io
import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from protego import Protego

from flows.files.reader import read_stream
from flows.inputs.inputs import document_id
from flows.web.feeds.model import FeedError
from flows.web.feeds.sitemaps import is_sitemap, parse_page_list, parse_sitemap
from flows.web.feeds.xml_feed import is_feed, parse_feed
from flows.web.opt_outs import robots_opt_outs
from tests.flows.hostile import DATES, HANGING, ODD, page
from transforms.extract import extract_batch
from transforms.records.extraction import Extraction
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason
from transforms.text.urls import is_web_address

WORDS = [
    *("Der", "Hafen", "von", "Kiel", "sagte", "“", "”", "„", "«", ":", "-", "—", "\n\n", "\n", "1,200", "3.5", "½"),
    *(
        "2024-03-04",
        "5 März 2024",
        "http://a.example",
        "a@b.example",
        "<p>",
        "</p>",
        "<div",
        "&amp;",
        "&#xD800;",
        "]]>",
    ),
    *("{", "}", "\\u0000", "\x00", "\ufeff", *ODD.values(), *DATES, *(text[:60] for text in HANGING.values())),
]
TEXT = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=40).map(" ".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3)
)
KEYS = st.sampled_from(
    ["text", "title", "author", "authors", "url", "html", "body", "published_at", "date", "language"]
)

as_page = st.builds(page, TEXT, TEXT, st.sampled_from(DATES) | TEXT, TEXT)
as_json = st.dictionaries(KEYS, JSON, max_size=6).map(lambda line: json.dumps(line).encode())
as_text = TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
CONTENT = st.binary(max_size=200) | as_page | as_json | as_text


def offer(content: bytes) -> Extraction | None:
    """Extract one document as a worker does, and hold what holds for all; return the article, None for none."""
    raw = Raw(
        document_id=document_id(content),
        uri="file:///fuzz",
        source="fuzz",
        content=content,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    (result,) = extract_batch([raw]).results
    assert result.failures == (), (content, result.failures)
    if not isinstance(result, Extraction):
        assert result.reason != Reason.FAILED
        return None
    text = result.article.text
    for rows in (result.blocks, *result.children().values()):
        for row in rows:
            if getattr(row, "start_char", None) is not None and getattr(row, "text", None) is not None:
                assert text[row.start_char : row.end_char] == row.text, (content, row)
    return result


RSS = b"""<rss version="2.0"><channel><title>Harbour Post</title><language>en-gb</language><item>
<title>Strike ends</title><link>/strike</link><author>desk@a.example (Ana Silva)</author>
<pubDate>Mon, 4 Mar 2024 10:00:00 +0100</pubDate></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>P</title><entry><title>T</title>
<link href="https://a.example/t"/><updated>2024-03-04T10:00:00Z</updated><author><name>Jan Roth</name></author>
</entry></feed>"""
JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [{"id": "https://a.example/1",
"url": "https://a.example/1", "title": "T", "date_published": "2024-03-04", "authors": [{"name": "A"}]}]}"""
SITEMAP = b"""<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc>
<lastmod>2024-03-04</lastmod><n:news><n:title>T</n:title><n:publication_date>2024-03-04T10:00Z</n:publication_date>
</n:news></url><sitemap><loc>b.xml</loc></sitemap></urlset>"""
ADDRESSES = b"# pages\nhttps://a.example/1\nhttps://a.example/2\n"
ROBOTS = b"User-agent: *\nDisallow: /private\nCrawl-delay: 2\n\nUser-agent: GPTBot\nDisallow: /\nSitemap: s.xml\n"
FEEDS = (RSS, ATOM, JSON_FEED, SITEMAP, ADDRESSES, ROBOTS)


def offer_feed(content: bytes) -> int:
    """Read content as everything that announces articles; return how many it does as what it is taken for."""
    address = "https://a.example/feed"
    listed = parse_sitemap(content, address).references
    found = [*listed, *parse_page_list(content, address)]
    count = len(listed) if is_sitemap(content) else 0
    if is_feed(content, "text/xml"):
        with suppress(FeedError):
            announced = parse_feed(content, address, "text/xml; charset=utf-8").references
            found += announced
            count = len(announced)
    text = content.decode("utf-8", "replace")
    robots_opt_outs(text, Protego.parse(text), address)
    assert all(is_web_address(reference.url) for reference in found)
    return count


def offer_file(content: bytes) -> int:
    """Read content as a file of unknown kind; return how many inputs it is."""
    stream = io.BufferedReader(io.BytesIO(content))  # type: ignore[arg-type]
    found = list(read_stream(stream, "file:///fuzz", "fuzz"))
    assert found, "each file has its line"
    return len(found)


@settings(derandomize=True, database=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(FEEDS), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 40), as_text), max_size=4))
def test_whatever_announces_and_whatever_a_file_is_has_a_result(
    whole: bytes, edits: list[tuple[int, int, bytes]]
) -> None:
    content = whole
    for place, length, put in edits:
        start = place % (len(content) + 1)
        content = content[:start] + put + content[start + length :]
    offer_feed(content)
    offer_file(content)
    offer_file(gzip.compress(content)[: len(content) // 2])


def test_what_is_offered_announces_articles() -> None:
    assert [offer_feed(content) for content in FEEDS[:-1]] == [1, 1, 1, 1, 2]


@settings(derandomize=True, database=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(CONTENT)
def test_whatever_comes_has_a_result(content: bytes) -> None:
    offer(content)


def test_what_is_offered_holds_articles() -> None:
    assert offer(page(body="Der Hafen von Kiel bleibt geschlossen, sagte die Verwaltung am Montag. " * 5))


def test_a_step_that_fails_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.extract.read", lambda *_: 1 / 0)
    with pytest.raises(AssertionError):
        offer(b"x")
