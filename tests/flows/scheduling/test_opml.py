"""Lists of feeds come in from feed readers, and go out to them."""

import socket
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.errors import UsageError
from flows.inputs.source import NAME, Kind, Source
from flows.scheduling.opml import read_opml, source_name, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Mine</title></head>
  <body>
    <outline text="Europe">
      <outline text="Ports">
        <outline type="rss" text="Harbour" title="The Harbour Post" xmlUrl="https://example.org/rss?a=1&amp;b=2"
          htmlUrl="https://example.org/"/>
      </outline>
      <outline type="rss" text="Économie &amp; l’Été" xmlUrl="https://example.org/eco.xml"/>
    </outline>
    <outline TEXT="The harbour post!" XMLURL=" https://example.net/rss "/>
    <outline text="The same again" xmlUrl="https://example.net/rss"/>
    <outline text="Новости" xmlUrl="https://www.example.com/feeds/news.xml"/>
    <outline text="A page" type="link" url="https://example.org/page"/>
    <outline text="A file" xmlUrl="feed.xml"/>
  </body>
</opml>""".encode()


def feeds(content: bytes, *taken: str) -> list[tuple[str, str]]:
    return [(source.name, source.address) for source in read_opml(content, taken)]


def test_feeds_are_found_in_all_folders() -> None:
    assert feeds(LIST) == [
        ("the-harbour-post", "https://example.org/rss?a=1&b=2"),
        ("economie-lete", "https://example.org/eco.xml"),
        ("the-harbour-post-2", "https://example.net/rss"),
        ("example-com-feeds-news-xml", "https://www.example.com/feeds/news.xml"),
    ]
    assert [source.folder for source in read_opml(LIST)] == ["Europe/Ports", "Europe", None, None]
    assert all(source.kind == Kind.FEED and source.schedule is None for source in read_opml(LIST))


def test_taken_names_are_numbered() -> None:
    names = [name for name, _ in feeds(LIST, "the-harbour-post", "the-harbour-post-2", "economie-lete")]
    assert names == ["the-harbour-post-3", "economie-lete-2", "the-harbour-post-4", "example-com-feeds-news-xml"]


def test_of_a_broken_list_comes_what_can_be_read() -> None:
    assert feeds(LIST.replace(b"&amp;", b"&")) == feeds(LIST), "an address with a bare & stays that address"
    assert len(feeds(LIST[: LIST.index(b'<outline text="The same')])) == 3


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("HTTP://example.org/rss", "http://example.org/rss"),
        ("Https://example.org/rss", "https://example.org/rss"),
        ("feed://example.org/rss", "http://example.org/rss"),
        ("FEED:https://example.org/rss", "https://example.org/rss"),
        ("feed://https://example.org/rss", "https://example.org/rss"),
        ("feed:HTTP://example.org/rss", "http://example.org/rss"),
    ],
)
def test_addresses_as_programs_write_them(written: str, address: str) -> None:
    assert feeds(f'<opml><body><outline text="A" xmlUrl="{written}"/></body></opml>'.encode()) == [("a", address)]


@pytest.mark.parametrize("written", ["feed:example.org", "feed:", "feeds://example.org/rss", "ftp://example.org/rss"])
def test_what_is_no_address_of_the_web_is_left_out(written: str) -> None:
    assert feeds(f'<opml><body><outline text="A" xmlUrl="{written}"/></body></opml>'.encode()) == []


@pytest.mark.parametrize(
    ("around", "category", "folder"),
    [
        ('<outline text="Sea / Air">', "/News", "Sea - Air"),
        ("<outline>", "/Europe/Ports,/News", "Europe/Ports"),
        ("<outline>", " / ", None),
    ],
)
def test_a_folder_is_the_outlines_around_it_or_a_category(around: str, category: str, folder: str | None) -> None:
    outline = f'<outline text="A" category="{category}" xmlUrl="https://example.org/rss"/>'
    (source,) = read_opml(f"<opml><body>{around}{outline}</outline></body></opml>".encode())
    assert source.folder == folder


@pytest.mark.parametrize("content", [b"", b"feeds", b"<html><outline xmlUrl='https://a.test/'/></html>", b"\x89PNG"])
def test_what_is_no_opml(content: bytes) -> None:
    with pytest.raises(UsageError, match="it is not OPML"):
        read_opml(content)


def test_entities_are_not_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        doctype = f'<!DOCTYPE opml SYSTEM "{web}.dtd" [<!ENTITY web SYSTEM "{web}"><!ENTITY a "name">]>'
        body = '<outline text="&web;" xmlUrl="https://example.org/rss"/>&web;'
        read_opml(f"{doctype}<opml><body>{body}</body></opml>".encode())
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Harbour Post", "the-harbour-post"),
        ("  Børsen / Økonomi -- 24/7 ", "brsen-konomi-24-7"),
        ("What's on", "whats-on"),
        ("Новости", ""),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("a" * 100, "a" * 60),
    ],
)
def test_names_are_made_of_titles(title: str, name: str) -> None:
    assert source_name(title) == name


@given(st.text())
def test_a_name_is_one_that_a_source_can_have(title: str) -> None:
    name = source_name(title)
    assert not name or NAME.fullmatch(name)


def test_only_feeds_go_out() -> None:
    sources = [
        Source(name="pages", kind=Kind.PAGES, address="https://example.org/list.txt"),
        Source(name="harbour", kind=Kind.FEED, address="https://example.org/rss?a=1&b=2"),
    ]
    written = write_opml(sources).decode()
    assert (
        '<outline type="rss" text="harbour" title="harbour" xmlUrl="https://example.org/rss?a=1&amp;b=2"/>' in written
    )
    assert "list.txt" not in written


addresses = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=30)
listed = st.lists(
    st.builds(
        Source,
        name=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True),
        kind=st.just(Kind.FEED),
        address=addresses.map(lambda text: f"https://example.org/{text}"),
        folder=st.sampled_from([None, "Europe", "Europe/Ports", "Asia & Oceania"]),
    ),
    unique_by=(lambda source: source.name, lambda source: source.address),
    max_size=6,
)


@given(listed)
def test_what_goes_out_comes_in_again(sources: list[Source]) -> None:
    assert sorted(read_opml(write_opml(sources)), key=attrgetter("name")) == sorted(sources, key=attrgetter("name"))
