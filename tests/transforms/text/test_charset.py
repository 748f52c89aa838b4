"""Bytes to text: which evidence of the encoding wins, and what is no text."""

import pytest

from transforms.text.charset import decode

GERMAN = "Die Brücke über die Förde bleibt für Fußgänger gesperrt. " * 3
RUSSIAN = "Городской совет решил восстановить старый пирс до начала летнего сезона. " * 5


@pytest.mark.parametrize(
    ("content", "content_type", "charset"),
    [
        (GERMAN.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "text/plain; charset=iso-8859-1", "utf-8"),
        (b"\xff\xfe" + GERMAN.encode("utf-16-le"), None, "utf-16le"),
        (GERMAN.encode("latin-1"), "text/html; charset=ISO-8859-1", "windows-1252"),
        (b'<meta charset="iso-8859-15">' + GERMAN.encode("iso-8859-15"), None, "iso-8859-15"),
        # a page saved as UTF-8 that still declares its old encoding
        (b'<meta charset="iso-8859-1">' + GERMAN.encode(), None, "utf-8"),
        # a claim that cannot decode the bytes yields to one that can
        (b'<meta charset="windows-1252">' + GERMAN.encode("latin-1"), "text/html; charset=utf-8", "windows-1252"),
        (RUSSIAN.encode("windows-1251"), None, "windows-1251"),
        (b'<meta charset="utf-16"><p>plain</p>', None, "utf-8"),
    ],
)
def test_the_encoding_that_decodes_wins(content: bytes, content_type: str | None, charset: str) -> None:
    decoded = decode(content, content_type)
    assert decoded is not None
    text, name = decoded
    assert name == charset
    assert "\ufffd" not in text
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("content", [b"%PDF-1.7 text", b"\x89PNG\r\n", b"\x00" * 5000, bytes(range(32)) * 50])
def test_binary_content_is_no_text(content: bytes) -> None:
    assert decode(content) is None


def test_stray_nuls_are_left_out() -> None:
    """A content management system wrote 22 of them into a page of 190 KB."""
    content = GERMAN.encode() * 3
    assert decode(content[:90] + b"\0" + content[90:200] + b"\0" + content[200:]) == (GERMAN * 3, "utf-8")
    assert decode(GERMAN.encode("utf-16-le")) == (GERMAN, "utf-16le")


@pytest.mark.parametrize("encoding", ["utf-16le", "utf-16be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    text = "<html><p>Власти города одобрили ремонт набережной в 2024 году.</p></html>"
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("broken", [b"\xe9", b"\x92", b"\xa0", b"\xc3"])
def test_utf_8_with_a_broken_byte_is_utf_8(broken: bytes) -> None:
    page = '<meta charset="utf-8"><p>L’été a coûté cher à Genève, où le café'.encode()
    decoded = decode(page + broken + b" ferme.</p>")
    assert decoded is not None
    assert decoded[1] == "utf-8"
    assert "coûté cher à Genève" in decoded[0]


def test_latin_letters_in_another_encoding_are_not_nearly_utf_8() -> None:
    text = "Žádný úlek: přístav čeká velká oprava, říká úřad. Kůň úpěl ďábelské ódy a starosta mlčel dál."
    decoded = decode(text.encode("cp1250"))
    assert decoded is not None
    assert decoded[1] != "utf-8"
