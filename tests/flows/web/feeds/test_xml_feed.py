"""What each kind of feed says of its articles, and nothing that it does not say."""

import contextlib
import json
import socket
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.web.feeds.model import Feed, FeedError, Reference
from flows.web.feeds.xml_feed import is_feed, parse_feed
from transforms.records.page import Moment

URL = "https://example.org/feeds/news.xml"
MORNING = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
EVENING = datetime(2024, 3, 4, 18, 0, tzinfo=UTC)
PUBLISHED = Moment(MORNING, "second", date(2024, 3, 4))

RSS_091 = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel>
  <title>The Harbour Post</title><link>https://example.org/</link><description>News</description><language>pt</language>
  <item><title>Chuva forte em S\xe3o Jo\xe3o</title><link>https://example.org/chuva</link></item>
  <item><title>No link here</title></item>
</channel></rss>"""

RSS_10 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
  <channel rdf:about="https://example.org/news.rdf">
    <title>The Harbour Post</title><link>https://example.org/</link>
    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
    <items><rdf:Seq><rdf:li resource="https://example.org/ferry"/></rdf:Seq></items>
  </channel>
  <item rdf:about="https://example.org/ferry">
    <title>Ferry runs again — at last</title><link>https://example.org/ferry</link>
    <dc:creator>Ana Lima</dc:creator><dc:creator>Rui Costa</dc:creator><dc:date>2024-03-04T10:30:00+01:00</dc:date>
  </item>
</rdf:RDF>""".encode()

RSS_20 = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
  <title>The Harbour Post</title><link>https://example.org/</link><language>en-gb</language><ttl>15</ttl>
  <managingEditor>desk@example.org (The Desk)</managingEditor>
  <item>
    <title>Council &lt;em&gt;approves&lt;/em&gt; fish &amp;amp; chips stall</title>
    <link>https://tracker.example.net/~r/1</link><feedburner:origLink>https://example.org/stall</feedburner:origLink>
    <author>jane@example.org (Jane Roe)</author><pubDate>Mon, 04 Mar 2024 10:30:00 +0100</pubDate>
  </item>
  <item><title>5 &lt; 6, says mayor</title><guid>https://example.org/maths</guid><author>desk@example.org</author></item>
  <item><title>Not a permalink</title><guid isPermaLink="false">https://example.org/1234</guid></item>
  <item><title>Relative</title><link>/sport/final</link><dc:creator>By Jane Roe and John Doe</dc:creator></item>
  <item><title>No scheme</title><link>www.example.org/weather</link><pubDate>soon</pubDate></item>
  <item><title>No protocol</title><link>//example.org/film</link><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
  <item><title>Elsewhere</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://example.org/de/">
  <title>Hafenpost</title><id>urn:x</id><updated>2024-03-04T18:00:00Z</updated><author><name>Hafenpost</name></author>
  <entry>
    <title type="html">Fähre &lt;b&gt;fährt&lt;/b&gt; wieder</title><id>urn:1</id>
    <link rel="self" href="https://example.org/api/1"/><link rel="alternate" type="text/html" href="faehre"/>
    <link rel="enclosure" href="https://example.org/1.mp3"/>
    <author><name>Jana Roth</name></author><author><name>Max Muster</name><email>m@example.org</email></author>
    <published>2024-03-04T10:30:00+01:00</published><updated>2024-03-04T18:00:00Z</updated>
  </entry>
  <entry xml:lang="en" xml:base="/en/">
    <title>Ferry &amp; bus</title><id>urn:2</id><link href="ferry"/><updated>2024-03-04T18:00:00Z</updated>
  </entry>
</feed>""".encode()

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post",
        "language": "en",
        "authors": [{"name": "The Desk"}],
        "items": [
            {
                "id": "1",
                "url": "/ferry",
                "title": "Ferry runs\nagain",
                "date_published": "2024-03-04T10:30:00+01:00",
                "date_modified": "2024-03-04T18:00:00Z",
                "authors": [{"name": "Jane Roe"}, {"url": "https://example.org/john"}],
                "language": "en-IE",
            },
            {"id": "https://example.org/bus", "author": {"name": "John Doe"}},
            {"id": "3", "title": "No address"},
            "not an item",
        ],
    }
).encode()


def test_rss_091() -> None:
    assert parse_feed(RSS_091, URL) == Feed(
        "The Harbour Post",
        (Reference("https://example.org/chuva", "Chuva forte em São João", language="pt"),),
    )


def test_rss_10_is_rdf() -> None:
    assert parse_feed(RSS_10, URL, "application/rdf+xml").references == (
        Reference(
            "https://example.org/ferry", "Ferry runs again — at last", ("Ana Lima", "Rui Costa"), PUBLISHED, MORNING
        ),
    )


def test_rss_20() -> None:
    assert parse_feed(RSS_20, URL, "text/xml") == Feed(
        "The Harbour Post",
        (
            Reference(
                "https://example.org/stall",
                "Council approves fish & chips stall",
                ("Jane Roe",),
                PUBLISHED,
                language="en-gb",
            ),
            Reference("https://example.org/maths", "5 < 6, says mayor", language="en-gb"),
            Reference("https://example.org/sport/final", "Relative", ("Jane Roe", "John Doe"), language="en-gb"),
            Reference("https://www.example.org/weather", "No scheme", language="en-gb"),
            Reference("https://example.org/film", "No protocol", language="en-gb"),
        ),
    )


def test_atom() -> None:
    assert parse_feed(ATOM, URL) == Feed(
        "Hafenpost",
        (
            Reference(
                "https://example.org/de/faehre",
                "Fähre fährt wieder",
                ("Jana Roth", "Max Muster"),
                PUBLISHED,
                EVENING,
                "de",
            ),
            Reference("https://example.org/en/ferry", "Ferry & bus", ("Hafenpost",), None, EVENING, "en"),
        ),
    )


def test_json_feed() -> None:
    assert parse_feed(JSON_FEED, URL) == Feed(
        "The Harbour Post",
        (
            Reference("https://example.org/ferry", "Ferry runs again", ("Jane Roe",), PUBLISHED, EVENING, "en-IE"),
            Reference("https://example.org/bus", None, ("John Doe",), language="en"),
        ),
    )


@pytest.mark.parametrize(
    "broken",
    [
        RSS_20[: RSS_20.index(b"<title>Not a permalink")],
        RSS_20.replace(b"</channel></rss>", b""),
        RSS_20.replace(b"5 &lt; 6, says mayor", b"5 &nbsp;&unknown; R&D"),
        RSS_20.replace(b"<title>Relative</title>", b"<title>Relative</tilte>"),
        b"\n\n" + RSS_20,
        RSS_20.replace(b"Relative", b"Rel\x00at\xffive"),
    ],
    ids=["truncated", "no end", "unknown entities", "wrong tag", "blank lines before", "no characters"],
)
def test_of_a_broken_feed_comes_what_can_be_read(broken: bytes) -> None:
    urls = [reference.url for reference in parse_feed(broken, URL).references]
    assert urls[:2] == ["https://example.org/stall", "https://example.org/maths"]


@pytest.mark.parametrize(
    ("declared", "encoding", "content_type"),
    [
        ('<?xml version="1.0"?>', "utf-8", None),
        ("", "utf-8", "text/xml"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8", "application/rss+xml; charset=iso-8859-1"),
        ('<?xml version="1.0"?>', "windows-1251", "text/xml; charset=windows-1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "windows-1251", "text/xml"),
        ('<?xml version="1.0" encoding="utf-16"?>', "utf-16", None),
        ('<?xml version="1.0" encoding="utf-8"?>', "windows-1251", "text/xml; charset='windows-1251'"),
    ],
)
def test_the_charset_that_fits_is_used(declared: str, encoding: str, content_type: str | None) -> None:
    item = "<item><title>Паром снова ходит</title><link>/a</link></item>"
    text = f'{declared}<rss version="2.0"><channel>{item}</channel></rss>'
    content = text.encode(encoding)
    assert is_feed(content, content_type)
    assert [reference.title for reference in parse_feed(content, URL, content_type).references] == ["Паром снова ходит"]


@pytest.mark.parametrize(
    "content", [b"", b" ", b"<html><body><p>News</p></body></html>", b"plain text", b"{}", b"\x89PNG"]
)
def test_what_is_no_feed_is_an_error(content: bytes) -> None:
    assert not is_feed(content, "text/html")
    with pytest.raises(FeedError, match=r"https://example\.org/feeds/news\.xml is not a feed"):
        parse_feed(content, URL)


def test_broken_json_is_an_error() -> None:
    assert is_feed(JSON_FEED[:-2], None)
    with pytest.raises(FeedError, match="broken JSON"):
        parse_feed(JSON_FEED[:-2], URL)


def test_a_feed_without_articles_is_a_feed() -> None:
    empty = b'<rss version="2.0"><channel><title>Quiet</title></channel></rss>'
    assert parse_feed(empty, URL) == Feed("Quiet", ())


def test_content_is_never_taken_for_the_name_of_a_file() -> None:
    with pytest.raises(FeedError):
        parse_feed(__file__.encode(), URL)


@pytest.mark.parametrize("content", [RSS_091, RSS_10, RSS_20, ATOM, JSON_FEED, b"<!-- made by hand -->" + ATOM])
def test_a_feed_is_told_by_its_content(content: bytes) -> None:
    assert is_feed(content, None)
    assert is_feed(b"\xef\xbb\xbf" + content, "text/html; charset=utf-8")


def test_a_page_is_no_feed_whatever_the_server_says() -> None:
    page = b"<!DOCTYPE html><html><link type='application/rss+xml' href='/rss'></html>"
    assert not is_feed(page, "application/rss+xml")
    assert is_feed(b"junk<rss", "application/rss+xml"), "a feed with junk before it can still be read"
    assert not is_feed(b'{"articles": []}', "application/json")


LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))


@pytest.mark.parametrize("end", ["</title>", ""])
def test_entities_are_neither_multiplied_nor_fetched(end: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        outside = f'<!ENTITY file SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY web SYSTEM "{web}">'
        doctype = f'<!DOCTYPE rss SYSTEM "{web}.dtd" [<!ENTITY l0 "haha">{LAUGHS}{outside}]>'
        item = f"<item><title>Ha &l9; &file; &web;{end}<link>/a</link></item>"
        started = time.perf_counter()
        feed = parse_feed(f'{doctype}<rss version="2.0"><channel>{item}</channel></rss>'.encode(), URL)
        assert time.perf_counter() - started < 5
        with pytest.raises(BlockingIOError):
            server.accept()
    titles = [reference.title or "" for reference in feed.references]
    assert all(len(title) < 10_000 and "secret" not in title for title in titles)


def nested(count: int) -> bytes:
    return b"<rss version='2.0'><channel><item><title>" + b"<b>" * count + b"</title></item></channel></rss>"


@pytest.mark.parametrize(
    "hostile", [nested(20_000), b"<rss>" + b"<" * 100_000, b"<!--" * 50_000, b"<rss><![CDATA[" * 9_000]
)
def test_a_hostile_feed_ends_soon(hostile: bytes) -> None:
    started = time.perf_counter()
    with contextlib.suppress(FeedError):
        parse_feed(hostile, URL)
    assert time.perf_counter() - started < 5


@given(st.sampled_from([RSS_091, RSS_10, RSS_20, ATOM, JSON_FEED]), st.integers(0, 2000), st.binary(max_size=20))
def test_damage_is_an_error_of_the_feed_or_none(content: bytes, place: int, noise: bytes) -> None:
    try:
        feed = parse_feed(content[:place] + noise + content[place + len(noise) :], URL)
    except FeedError:
        return
    assert all(reference.url.startswith(("http://", "https://")) for reference in feed.references)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Mon, 04 Mar 2024 09:30:00 GMT", MORNING),
        ("Mon, 4 Mar 2024 04:30:00 EST", MORNING),
        ("2024-03-04T10:30:00+01:00", MORNING),
        ("2024-03-04 09:30:00", MORNING),
        ("4. März 2024, 09:30", MORNING),
        ("Mon, 04 Mar 2024", datetime(2024, 3, 4, tzinfo=UTC)),
        ("Sun, 30 Nov -0001 00:00:00 +0000", None),
        ("0000-00-00 00:00:00", None),
        ("yesterday", None),
        ("2024/03/04 10:30:00 +0100", MORNING),
        ("2024年3月4日 09:30", MORNING),
        ("2024. 3. 4. 09:30", MORNING),
        ("04.03.2024 09:30", MORNING),
        ("lun., 04 mars 2024 10:30:00 +0100", MORNING),
        ("Mon, 4 Mar 2024 05:30:00 AST", MORNING),
        ("Mon, 4 Mar 24 04:30:00 EST", MORNING),
        ("Monday, 04-Mar-24 09:30:00 GMT", MORNING),
        ("Mon Mar  4 09:30:00 2024", MORNING),
        ("Mon Mar  4 01:30:00 PST 2024", MORNING),
        ("31 Feb 24 09:30", None),
        ("20240304", datetime(2024, 3, 4, tzinfo=UTC)),
        ("20241304", None),
        ("2024-03", None),
        ("2024", None),
        ("2024-W10-1", None),
        ("1709544600", None),
    ],
)
def test_dates_as_feeds_write_them(written: str, at: datetime | None) -> None:
    item = f"<item><link>/a</link><pubDate>{written}</pubDate></item>"
    (reference,) = parse_feed(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), URL).references
    assert (reference.published_at and reference.published_at.at) == at


@pytest.mark.parametrize(
    ("written", "precision", "day"),
    [
        ("Mon, 04 Mar 2024 23:30:00 EST", "second", 4),
        ("2024-03-04T00:30:00+03:00", "second", 4),
        ("Mon, 04 Mar 2024 09:30 GMT", "minute", 4),
        ("4 Mar 24 09:30", "minute", 4),
        ("20240304", "day", 4),
        ("4 March 2024", "day", 4),
    ],
)
def test_a_date_is_as_precise_as_it_is_written_and_its_day_is_that_of_its_zone(
    written: str, precision: str, day: int
) -> None:
    item = f"<item><link>/a</link><pubDate>{written}</pubDate></item>"
    (reference,) = parse_feed(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), URL).references
    assert reference.published_at
    assert (reference.published_at.precision, reference.published_at.day.day) == (precision, day)
