"""Read and write lists of feeds in OPML, the format in which feed readers exchange them (opml.org)."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import regex

from flows.inputs.errors import UsageError
from flows.inputs.source import Kind, Source
from flows.web.feeds.ampersands import escape_ampersands
from transforms.text.urls import host_of, path_of, web_address

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEED_SCHEME = regex.compile(r"feed:(?://)?(?=https?:)|feed:(?=//)", regex.IGNORECASE)
"""What stands before an address that opens a feed reader: `feed://host/…`, and `feed:https://host/…`."""

MAX_NAME_CHARS = 60  # a title that goes on longer is cut off at a word


def read_opml(content: bytes, taken: Iterable[str] = ()) -> tuple[Source, ...]:
    """Return the feeds of an OPML document as sources without schedule, each address once.

    A name is made from the title, else from the address, and numbered when it is `taken` or given twice. The folder is
    the path of the outlines around it, as in "Europe/Ports"; without any, the first of its categories. Raises
    UsageError when the content is not OPML; from broken XML comes what can be read.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(escape_ampersands(content), parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"it is not OPML: {error}") from error
    if root is None or root.tag != "opml":
        raise UsageError("it is not OPML: there is no element <opml> around it")
    names, feeds = set(taken), dict[str, Source]()
    for outline in root.iter("outline"):
        address = _web_address(_attribute(outline, "xmlurl"))
        if address and address not in feeds:
            name = _free_name(source_name(_title(outline)) or source_name(_place(address)) or "feed", names)
            names.add(name)
            feeds[address] = Source(name=name, kind=Kind.FEED, address=address, folder=_folder(outline))
    return tuple(feeds.values())


def write_opml(sources: Sequence[Source]) -> bytes:
    """Return the feeds among `sources` as an OPML 2.0 document; it has no words for other sources."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "newslake sources"
    folders = {"": etree.SubElement(root, "body")}
    for source in sources:
        if source.kind == Kind.FEED:
            around = _make_folder(folders, source.folder or "")
            etree.SubElement(around, "outline", type="rss", text=source.name, title=source.name, xmlUrl=source.address)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _make_folder(folders: "dict[str, _Element]", path: str) -> "_Element":
    """Return the outline of the folder at `path`, which is made, with those around it, when it is not there."""
    from lxml import etree

    if path not in folders:
        above, _, name = path.rpartition("/")
        folders[path] = etree.SubElement(_make_folder(folders, above), "outline", text=name, title=name)
    return folders[path]


def _folder(outline: "_Element") -> str | None:
    around = [_title(each) for each in outline.iterancestors("outline")]
    path = "/".join(" ".join(title.split()).replace("/", "-") for title in reversed(around) if title)
    category = _attribute(outline, "category").partition(",")[0].strip(" /")  # "/Europe/Ports,/News"
    return path or category or None


def _web_address(given: str) -> str | None:
    if (found := _FEED_SCHEME.match(given)) is not None:
        given = given[found.end() :]
        given = f"http:{given}" if given.startswith("//") else given
    return web_address(None, given)


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
    return f"{host_of(address) or ''} {path_of(address)}"


def _title(outline: "_Element") -> str:
    return _attribute(outline, "title") or _attribute(outline, "text")


def _attribute(outline: "_Element", name: str) -> str:
    """Return an attribute, whose name programs write in any case; empty when there is none."""
    return next((str(value).strip() for key, value in outline.attrib.items() if str(key).lower() == name), "")
