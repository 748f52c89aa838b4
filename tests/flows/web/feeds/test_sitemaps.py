"""What each kind of sitemap and list says of its pages."""

import gzip
import socket
import time
import tracemalloc
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.web.feeds import sitemaps
from flows.web.feeds.model import Reference
from flows.web.feeds.sitemaps import Sitemap, is_sitemap, parse_page_list, parse_sitemap
from transforms.records.page import Moment

URL = "https://example.org/sitemap.xml"
MORNING = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
DAY = datetime(2024, 3, 4, tzinfo=UTC)
PUBLISHED = Moment(MORNING, "second", date(2024, 3, 4))
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="sitemap.xsl"?>
<!-- made every minute -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
  xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
  <url>
    <loc> https://example.org/ferry?a=1&amp;b=2 </loc><lastmod>2024-03-04</lastmod><priority>0.5</priority>
    <xhtml:link rel="alternate" hreflang="de" href="https://example.org/de/faehre"/>
    <news:news>
      <news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2024-03-04T10:30:00+01:00</news:publication_date>
      <news:title>Ferry &amp; bus — running
        again</news:title>
      <news:keywords>ferry, bus</news:keywords>
    </news:news>
    <image:image><image:loc>https://example.org/ferry.jpg</image:loc><image:title>A ferry</image:title></image:image>
    <video:video><video:title>Film</video:title><video:publication_date>2020-01-01</video:publication_date></video:video>
  </url>
  <url><loc><![CDATA[/bus]]></loc></url>
  <url><image:image><image:loc>https://example.org/alone.jpg</image:loc></image:image></url>
  <url><loc>mailto:desk@example.org</loc></url>
  <url><loc>https://example.org/tram</loc><lastmod>soon</lastmod></url>
</urlset>""".encode()

PAGES = (
    Reference("https://example.org/ferry?a=1&b=2", "Ferry & bus — running again", (), PUBLISHED, DAY, "en"),
    Reference("https://example.org/bus"),
    Reference("https://example.org/tram"),
)

INDEX = f"""<sitemapindex {SPACE}>
  <sitemap><loc>https://example.org/2024-03.xml.gz</loc><lastmod>2024-03-04T09:30:00Z</lastmod></sitemap>
  <sitemap><loc>2024-02.xml.gz</loc></sitemap>
  <sitemap><lastmod>2024-03-04</lastmod></sitemap>
</sitemapindex>""".encode()

BELOW = (("https://example.org/2024-03.xml.gz", MORNING), ("https://example.org/2024-02.xml.gz", None))

LIST = (
    b"\xef\xbb\xbf# pages\r\nhttps://example.org/a\r\n\r\n  https://example.org/b?x=1#top  \n#https://example.org/c\n"
)
LISTED = (Reference("https://example.org/a"), Reference("https://example.org/b?x=1#top"))


def pages(*paths: str) -> bytes:
    entries = "".join(f"<url><loc>https://example.org/{path}</loc></url>" for path in paths)
    return f"<urlset {SPACE}>{entries}</urlset>".encode()


def urls(content: bytes) -> list[str]:
    return [reference.url for reference in parse_sitemap(content, URL).references]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    ("content", "sitemap"),
    [
        (NEWS, Sitemap(PAGES, ())),
        (
            INDEX,
            Sitemap(
                (), (("https://example.org/2024-03.xml.gz", MORNING), ("https://example.org/2024-02.xml.gz", None))
            ),
        ),
        (LIST, Sitemap(LISTED, ())),
    ],
    ids=["news", "index", "list"],
)
def test_each_kind_is_told_and_read(pack: type[bytes], content: bytes, sitemap: Sitemap) -> None:
    packed = pack(content)
    assert is_sitemap(packed, "application/octet-stream" if packed != content else None)
    assert parse_sitemap(packed, URL) == sitemap


@pytest.mark.parametrize(
    "root",
    [
        '<urlset xmlns="http://www.google.com/schemas/sitemap/0.84">{}</urlset>',
        "<urlset>{}</urlset>",
        '<?xml version="1.0" encoding="utf-16"?><urlset>{}</urlset>',
    ],
)
def test_old_namespaces_and_other_charsets_are_read(root: str) -> None:
    content = root.format("<url><loc>https://example.org/é</loc></url>").encode(
        "utf-16" if "utf-16" in root else "utf-8"
    )
    assert is_sitemap(content, "text/xml")
    assert urls(content) == ["https://example.org/é"]


def test_a_prefix_of_the_namespace_does_not_matter() -> None:
    content = (
        f"<s:urlset {SPACE.replace('xmlns', 'xmlns:s')}><s:url><s:loc>https://example.org/a</s:loc></s:url></s:urlset>"
    )
    assert is_sitemap(content.encode(), None)
    assert urls(content.encode()) == ["https://example.org/a"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>https://example.org/</body></html>",
        b"<rss version='2.0'></rss>",
        b"Dear reader,\nhttps://example.org/ is our site.",
        b"# only a comment\n",
        gzip.compress(b"<html></html>", mtime=0),
    ],
)
def test_what_is_no_sitemap(content: bytes) -> None:
    assert not is_sitemap(content, "text/plain")
    assert parse_sitemap(content, URL).children == ()


def test_an_address_in_a_page_makes_no_list_of_it() -> None:
    assert not is_sitemap(b"https://example.org/a", "text/html")
    assert is_sitemap(b"https://example.org/a", "text/plain; charset=utf-8")
    assert is_sitemap(b"https://example.org/a", None)


@pytest.mark.parametrize(
    "damage", [b"", b"<url><loc>https://example.org/c", b"<url></loc></url>", b"&unknown;<url><", b"\x00\xff"]
)
def test_of_a_damaged_sitemap_comes_what_can_be_read(damage: bytes) -> None:
    content = pages("a", "b").removesuffix(b"</urlset>") + damage
    assert urls(content)[:2] == ["https://example.org/a", "https://example.org/b"]


def test_a_bare_ampersand_leaves_the_address_as_it_is() -> None:
    bare = NEWS.replace(b"&amp;", b"&").replace(b"/bus", b"/bus?x=1&copy=2")
    assert urls(bare) == [
        "https://example.org/ferry?a=1&b=2",
        "https://example.org/bus?x=1&copy=2",
        "https://example.org/tram",
    ]
    assert parse_sitemap(bare, URL).references[0].title == "Ferry & bus — running again"


def test_a_scheme_may_be_in_capitals() -> None:
    assert urls(pages("a").replace(b"https:", b"HTTPS:")) == ["https://example.org/a"]
    assert is_sitemap(b"HTTP://example.org/a\n", "text/plain")
    assert urls(b"HTTP://example.org/a\n") == ["http://example.org/a"]


def test_of_damaged_gzip_comes_what_can_be_read() -> None:
    packed = gzip.compress(pages(*(f"{number:06}" for number in range(20_000))))
    assert is_sitemap(packed[: len(packed) // 2], None)
    found = urls(packed[: len(packed) // 2])
    assert 1_000 < len(found) < 20_000
    assert found[0] == "https://example.org/000000"


def test_a_gzip_bomb_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_SITEMAP_BYTES", 1_000_000)
    bomb = gzip.compress(pages("a").removesuffix(b"</urlset>") + b" " * 200_000_000)
    tracemalloc.start()
    assert is_sitemap(bomb, None)
    assert urls(bomb) == ["https://example.org/a"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000, f"{peak:,} bytes"


LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))


@pytest.mark.parametrize("name", ["l9", "file", "web"])
def test_entities_are_neither_multiplied_nor_fetched(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        outside = f'<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY web SYSTEM "{web}">'
        doctype = f'<!DOCTYPE urlset SYSTEM "{web}.dtd" [<!ENTITY l0 "haha">{LAUGHS}{outside}]>'
        started = time.perf_counter()
        found = urls(doctype.encode() + pages("a", f"&{name};"))
        assert time.perf_counter() - started < 2
        with pytest.raises(BlockingIOError):
            server.accept()
    assert found[0] == "https://example.org/a"
    assert found[1:] in ([], ["https://example.org/"])


def test_a_sitemap_of_the_largest_kind_is_read_with_little_memory() -> None:
    """50,000 pages are the protocol's most; what is kept is the references, not the tree."""
    content = pages(*(f"news/2024/03/04/article-number-{number}" for number in range(50_000)))
    started = time.perf_counter()
    assert len(urls(content)) == 50_000
    assert time.perf_counter() - started < 10


def test_a_page_list_is_read_line_by_line() -> None:
    assert parse_page_list(LIST, "file:///pages.txt") == LISTED
    assert parse_page_list(LIST + b"nonsense:\nftp://example.org/\n", URL) == LISTED
    assert parse_page_list(b"www.example.org/a\nhttps://example.org/b", "https://www.example.org/list.txt") == (
        Reference("https://www.example.org/a"),
        Reference("https://example.org/b"),
    )
    assert parse_page_list("https://example.org/é\u2028x\nhttps://example.org/ü".encode(), URL) == (
        Reference("https://example.org/é\u2028x"),
        Reference("https://example.org/ü"),
    )


@given(st.sampled_from([NEWS, INDEX, LIST, gzip.compress(NEWS)]), st.integers(0, 1500), st.binary(max_size=20))
def test_damage_never_fails(content: bytes, place: int, noise: bytes) -> None:
    damaged = content[:place] + noise + content[place + len(noise) :]
    is_sitemap(damaged, None)
    found = parse_sitemap(damaged, URL)
    assert all(reference.url.startswith(("http://", "https://")) for reference in found.references)
