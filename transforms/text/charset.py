"""Decode bytes to text, whatever encoding they are in."""

import re

import webencodings
from charset_normalizer import from_bytes
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom

from transforms.text.media_type import MAGIC

DECLARATION_BYTES = 4096
"""Where a declaration is looked for; the HTML standard asks for 1024, pages with long heads go beyond."""

DETECTION_BYTES = 100_000
"""How much is shown to the detector: its cost grows with the length, its certainty hardly."""

CONTROL_SHARE = 0.01
"""More control characters than this mean that the bytes are no text; text has none but stray ones."""

MIXED_ZEROS = 0.1
"""In UTF-16 the zeros stand at even positions or at odd ones; more of the other kind mean numbers, not text."""

MIN_WHOLE = 4
"""Whole characters beyond ASCII for each broken one: in another encoding nearly all of them would be broken."""

REPLACEMENT = "\ufffd"

WHATWG_LABELS = {
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
    "cp949": "euc-kr",
    "johab": "euc-kr",
    "cp932": "shift_jis",
    "shift_jis_2004": "shift_jis",
    "euc_jis_2004": "euc-jp",
    "euc_jisx0213": "euc-jp",
    "gb2312": "gbk",
    "big5hkscs": "big5",
}
"""Names of encodings that the libraries give and the WHATWG standard does not know, with those that it does."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(content: bytes, content_type: str | None = None) -> tuple[str, str] | None:
    """Decode a document to text and the WHATWG name of its encoding; None when it is not text.

    Evidence in order: byte order mark, valid UTF-8, HTTP header, the document's own declaration, detection. Text in
    another encoding is hardly ever valid UTF-8 by chance, while pages saved as UTF-8 often still declare their old one.
    `content_type` is the HTTP header as sent. A claimed encoding that cannot decode the bytes yields to one that can.
    """
    if content.startswith(tuple(MAGIC)):
        return None
    decoded = _by_mark(content)
    if decoded is None and content.count(b"\0") > CONTROL_SHARE * len(content):
        decoded = _by_zeros(content)
        return decoded if decoded and not _is_binary(decoded[0]) else None
    content = content.replace(b"\0", b"")  # browsers ignore stray ones too
    decoded = decoded or _by_claim(content, content_type) or _nearly_utf8(content) or _by_detection(content)
    if decoded is None or _is_binary(decoded[0]):
        return None
    return decoded


def _by_mark(content: bytes) -> tuple[str, str] | None:
    name, mark = read_bom(content)
    if name is None or mark is None:
        return None
    return _decode_as(name, content[len(mark) :])


def _by_claim(content: bytes, content_type: str | None) -> tuple[str, str] | None:
    claims = (http_content_type_encoding(content_type), html_body_declared_encoding(content[:DECLARATION_BYTES]))
    for claim in ("utf-8" if not content.isascii() else None, *claims, "utf-8"):
        # A declaration that can be read as ASCII does not stand in UTF-16, whatever it says.
        believed = claim and not claim.startswith("utf-16")
        decoded = _decode_as(claim, content) if claim and believed else None
        if decoded is not None:
            return decoded
    return None


def _decode_as(label: str, content: bytes) -> tuple[str, str] | None:
    encoding = webencodings.lookup(WHATWG_LABELS.get(label, label)) or webencodings.lookup(label.replace("_", "-"))
    if encoding is None:
        return None
    try:
        return encoding.codec_info.decode(content, "strict")[0], encoding.name
    except UnicodeError:
        return None


def _by_zeros(content: bytes) -> tuple[str, str] | None:
    """Decode UTF-16 without a mark: of its spaces, digits and tags every other byte is zero, always the same one."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if min(even, odd) > MIXED_ZEROS * max(even, odd):
        return None
    return _decode_as("utf-16le" if odd > even else "utf-16be", content)


def _nearly_utf8(content: bytes) -> tuple[str, str] | None:
    """Decode what is UTF-8 but for a few broken bytes: characters of several bytes are hardly ever so by chance."""
    text = content.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = sum(1 for character in text if character > "\x7f") - broken
    return (text, "utf-8") if whole >= MIN_WHOLE * broken else None


def _by_detection(content: bytes) -> tuple[str, str] | None:
    match = from_bytes(content[:DETECTION_BYTES]).best()
    if match is not None and (decoded := _decode_as(match.encoding, content)) is not None:
        return decoded
    return None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text)
