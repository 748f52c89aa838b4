"""Read and write lists of feeds in OPML, the format in which feed readers exchange them (opml.org)."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import regex

from flows.inputs.errors import UsageError
from flows.inputs.source import WEB, Kind, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_NAME_CHARS = 60  # a title that goes on longer is cut off at a word


def read_opml(content: bytes, taken: Iterable[str] = ()) -> tuple[Source, ...]:
    """Return the feeds of an OPML document as sources without schedule, each address once, folders laid flat.

    A name is made from the title, else from the address, and numbered when it is `taken` or given twice. Raises
    UsageError when the content is not OPML; from broken XML comes what can be read.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"it is not OPML: {error}") from error
    if root is None or root.tag != "opml":
        raise UsageError("it is not OPML: there is no element <opml> around it")
    names, feeds = set(taken), dict[str, Source]()
    for outline in root.iter("outline"):
        address = _attribute(outline, "xmlurl")
        if address.startswith(WEB) and address not in feeds:
            title = _attribute(outline, "title") or _attribute(outline, "text")
            name = _free_name(source_name(title) or source_name(_place(address)) or "feed", names)
            names.add(name)
            feeds[address] = Source(name=name, kind=Kind.FEED, address=address)
    return tuple(feeds.values())


def write_opml(sources: Sequence[Source]) -> bytes:
    """Return the feeds among `sources` as an OPML 2.0 document; it has no words for other sources."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "newslake sources"
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.kind == Kind.FEED:
            etree.SubElement(body, "outline", type="rss", text=source.name, title=source.name, xmlUrl=source.address)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def source_name(title: str) -> str:
    """Return `title` in the letters of a source's name: "Économie & Climat" is economie-climat; may be empty."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(regex.findall(r"[a-z0-9]+", regex.sub(r"['’]", "", letters)))
    return (
        name if len(name) <= MAX_NAME_CHARS else name[: MAX_NAME_CHARS + 1].rpartition("-")[0] or name[:MAX_NAME_CHARS]
    )


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free


def _place(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[…": no IPv6 address after all
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')} {parts.path}"


def _attribute(outline: "_Element", name: str) -> str:
    """Return an attribute, whose name programs write in any case; empty when there is none."""
    return next((str(value).strip() for key, value in outline.attrib.items() if str(key).lower() == name), "")
