"""Read feeds: RSS 0.9 to 2.0, RSS 1.0 as RDF, Atom and JSON Feed."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import regex
from w3lib.html import remove_tags, replace_entities

from flows.web.feeds.announced import announced_authors, announced_language, announced_url
from flows.web.feeds.model import Feed, FeedError, Reference
from flows.web.feeds.xml_dates import published_at, updated_at, updated_is_dc_date
from flows.web.feeds.xml_root import root_element

FEED_ROOTS = frozenset({"rss", "feed", "rdf", "rdf:rdf", "channel"})
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml"}
)

_JSON_FEED = regex.compile(
    rb'"https?://(?:www\.)?jsonfeed\.org/version/1(?:\.\d)?/?"|https?:\\/\\/jsonfeed\.org\\/version'
)

_CHARSET = regex.compile(r"charset\s*=\s*[\"']?[\w.:-]+[\"']?", regex.IGNORECASE)

JSON_PROBE_BYTES = 64 * 1024
"""Where `version` is looked for: the format has it first, but what sorts its keys puts `items` before it."""


def is_feed(content: bytes, content_type: str | None) -> bool:
    """Tell whether `content` is a feed: by its root element, else by an HTTP content type that only feeds have."""
    if is_json_feed(content):
        return True
    root = root_element(content)
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return root in FEED_ROOTS or (media_type in FEED_TYPES and root != "html")


def is_json_feed(content: bytes) -> bool:
    """Tell whether `content` is a JSON object that says that it is a JSON Feed."""
    ends = content[:JSON_PROBE_BYTES] + content[-1024:]
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _JSON_FEED.search(ends) is not None


def parse_feed(content: bytes, url: str, content_type: str | None = None) -> Feed:
    """Read the feed that was fetched from `url`; raises FeedError when it is none.

    Entries without a web address are left out. Of a feed with broken XML comes what can be read.
    """
    if is_json_feed(content):
        from flows.web.feeds.json_feed import parse_json_feed

        return parse_json_feed(content, url)
    parsed = _parse(content, url, content_type)
    version = parsed.get("version") or ""  # missing when there is no content at all
    if not version and not parsed["entries"]:
        raise FeedError(f"{url} is not a feed")
    about = parsed["feed"]
    dated_by_dc = updated_is_dc_date(content, version)
    references = (_reference(entry, about, url, version, dated_by_dc) for entry in parsed["entries"])
    return Feed(_title(about), tuple(filter(None, references)))


def _parse(content: bytes, url: str, content_type: str | None) -> Mapping[str, Any]:
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-location": url, "content-type": f"application/xml{_charset(content, content_type)}"}
    # A stream, because bytes would be tried as the name of a file. Nothing of the summaries is used, so
    # what is in them needs neither cleaning nor absolute links.
    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except ValueError as error:  # the encoding that it declares has a damaged name
        raise FeedError(f"the encoding of {url} cannot be read") from error
    return parsed


def _charset(content: bytes, content_type: str | None) -> str:
    """Return the parameter that says the charset; empty to leave it to the XML declaration.

    Servers are often configured for another charset than the feed's, and what reads as UTF-8 is hardly anything else.
    """
    given = _CHARSET.search(content_type or "")
    if content.isascii():
        return f";{given[0]}" if given else ""
    try:
        content.decode()
    except UnicodeDecodeError:
        return f";{given[0]}" if given else ""
    return ";charset=utf-8"


def _reference(
    entry: Mapping[str, Any], about: Mapping[str, Any], feed_url: str, version: str, dated_by_dc: bool
) -> Reference | None:
    url = announced_url(entry.get("feedburner_origlink"), feed_url) or announced_url(entry.get("link"), feed_url)
    if url is None:
        return None
    # In Atom the feed's author is that of entries without one (RFC 4287, 4.2.1); in RSS it is the webmaster.
    authors = announced_authors(_author_names(entry))
    if not authors and version.startswith("atom"):
        authors = announced_authors(_author_names(about))
    return Reference(
        url=url,
        title=_title(entry),
        authors=authors,
        published_at=published_at(entry, dated_by_dc=dated_by_dc),
        updated_at=updated_at(entry),
        language=announced_language(_detail(entry).get("language")) or announced_language(about.get("language")),
    )


def _author_names(said: Mapping[str, Any]) -> Iterator[object]:
    found = [person.get("name") for person in said.get("authors", ())]
    yield from filter(None, found) if any(found) else [said.get("author")]


def _detail(said: Mapping[str, Any]) -> Mapping[str, Any]:
    detail: Mapping[str, Any] = said.get("title_detail") or {}
    return detail


def _title(said: Mapping[str, Any]) -> str | None:
    title = said.get("title") or ""
    if _detail(said).get("type") != "text/plain":
        title = remove_tags(title)
    return " ".join(replace_entities(title).split()) or None  # many feeds escape their titles twice
