"""Find the root element of an XML document without parsing it."""

import codecs

import regex

HEAD_BYTES = 64 * 1024
"""Where the root is looked for; comments and stylesheets before it are short."""

_BEFORE_ROOT = regex.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s[^\[>]*(?:\[.*?\]\s*)?>", regex.DOTALL | regex.IGNORECASE
)
_ELEMENT = regex.compile(r"<([a-z_][\w:.-]*)", regex.IGNORECASE)
_BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


def root_element(content: bytes) -> str | None:
    """Return the name of the root element in lower case, with its prefix; None when `content` opens with no element."""
    encoding = next((encoding for bom, encoding in _BOMS.items() if content.startswith(bom)), "latin-1")
    text = content.removeprefix(codecs.BOM_UTF8)[:HEAD_BYTES].decode(encoding, "replace").lstrip("\ufeff")
    position = 0
    while skipped := _BEFORE_ROOT.match(text, position):
        position = skipped.end()
    element = _ELEMENT.match(text, position)
    return element[1].lower() if element else None
