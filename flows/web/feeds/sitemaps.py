"""Read sitemaps (sitemaps.org): sets of pages, also of news, indexes of other sitemaps, and lists of addresses."""

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from w3lib.html import replace_entities

from flows.files.compression import GZIP, DamagedError, decompress
from flows.web.feeds.ampersands import escape_ampersands
from flows.web.feeds.announced import announced_language, announced_moment, announced_time, announced_url
from flows.web.feeds.model import Reference
from flows.web.feeds.xml_root import root_element

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SITEMAP_BYTES = 50 * 1024 * 1024
"""Size limit of a sitemap, decompressed: that of the protocol."""

HEAD_BYTES = 4096
"""How much is looked at to tell a sitemap: comments and stylesheets before the root are short."""

SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
TEXT_TYPES = frozenset({"", "text/plain"})


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap: the pages that it lists, and the sitemaps below it with when they changed, None when not said."""

    references: tuple[Reference, ...] = ()
    children: tuple[tuple[str, datetime | None], ...] = ()


def is_sitemap(content: bytes, content_type: str | None = None) -> bool:
    """Tell whether `content` is a sitemap: by its root element, or because each line of a plain text is an address."""
    head = _unpacked(content, HEAD_BYTES)
    root = root_element(head)
    if root is not None:
        return root.rpartition(":")[2] in SITEMAP_ROOTS
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return (media_type in TEXT_TYPES or content.startswith(GZIP.magic)) and _is_page_list(head[:HEAD_BYTES])


def parse_sitemap(content: bytes, url: str) -> Sitemap:
    """Read the sitemap that was fetched from `url`, gzipped or not; of a damaged one comes what can be read."""
    unpacked = _unpacked(content, MAX_SITEMAP_BYTES)
    if root_element(unpacked) is None:
        return Sitemap(parse_page_list(unpacked, url))
    references: list[Reference] = []
    children: list[tuple[str, datetime | None]] = []
    for name, element in _entries(escape_ampersands(unpacked)):
        said = dict(_said(element))
        address = announced_url(said.get("loc"), url)
        if address and name == "sitemap":
            children.append((address, announced_time(said.get("lastmod"))))
        elif address:
            references.append(_reference(address, said))
    return Sitemap(tuple(references), tuple(children))


def parse_page_list(content: bytes, url: str) -> tuple[Reference, ...]:
    """Read a list with an address a line; blank lines, those that begin with # and what is no address are left out."""
    lines = (line.decode("utf-8", "replace").strip("\ufeff \t") for line in content.splitlines())
    addresses = (announced_url(line, url) for line in lines if not line.startswith("#"))
    return tuple(Reference(address) for address in addresses if address)


def _is_page_list(head: bytes) -> bool:
    *lines, last = head.removeprefix(b"\xef\xbb\xbf").splitlines() or [b""]
    lines = lines if len(head) == HEAD_BYTES and lines else [*lines, last]  # the last line may be cut off
    addresses = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith(b"#")]
    return bool(addresses) and all(
        line.lower().startswith((b"http://", b"https://")) and len(line.split()) == 1 for line in addresses
    )


def _unpacked(content: bytes, limit: int) -> bytes:
    """Return `content`; when it is gzipped, decompressed up to about `limit` bytes or up to where it is damaged."""
    if not content.startswith(GZIP.magic):
        return content
    unpacked = bytearray()
    with suppress(DamagedError):
        for piece in decompress([content], GZIP, lenient=True):
            unpacked += piece
            if len(unpacked) >= limit:
                break
    return bytes(unpacked)


def _entries(content: bytes) -> "Iterator[tuple[str, _Element]]":
    """Yield the `url` and `sitemap` elements, which are empty once the next is asked for."""
    from lxml import etree

    elements = etree.iterparse(
        io.BytesIO(content), events=("end",), resolve_entities=False, no_network=True, huge_tree=False, recover=True
    )
    with suppress(etree.XMLSyntaxError):  # what was read before the damage stands
        for _, element in elements:
            name = _name(element)
            if name in ("url", "sitemap"):
                yield name, element
                element.clear()


def _said(element: "_Element") -> Iterator[tuple[str, str]]:
    """Yield what an entry says of its page; its pictures and films have addresses and titles of their own."""
    for child in element:
        inner = child.iter() if _name(child) == "news" else [child]
        yield from ((_name(each), " ".join((each.text or "").split())) for each in inner)


def _name(element: "_Element") -> str:
    tag: object = element.tag  # of a comment it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _reference(address: str, said: dict[str, str]) -> Reference:
    return Reference(
        url=address,
        title=replace_entities(said.get("title", "")) or None,
        published_at=announced_moment(said.get("publication_date")),
        updated_at=announced_time(said.get("lastmod")),
        language=announced_language(said.get("language")),
    )
