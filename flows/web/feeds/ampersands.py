"""Mend the commonest fault of XML that was put together by hand: an `&` that begins no entity, as in `?a=1&b=2`."""

import regex

_AMPERSAND = regex.compile(
    # What has no entities is passed over whole, to the end when it has none.
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][\dA-Fa-f]+);)",
    regex.DOTALL,
)
"""XML has five entities of its own (XML 1.0, 4.6)."""

WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How UTF-16 begins, with and without a byte order mark."""


def escape_ampersands(content: bytes) -> bytes:
    """Return XML with each `&` that begins none of XML's own entities as `&amp;`.

    A parser that mends it by itself leaves it out with the name behind it: `?a=1&b=2` becomes `?a=1=2`, another
    address. XML in UTF-16, and XML that declares entities, is returned as it is.
    """
    if content.startswith(WIDE) or b"<!ENTITY" in content:
        return content
    return _AMPERSAND.sub(lambda found: b"&amp;" if found[0] == b"&" else found[0], content)
