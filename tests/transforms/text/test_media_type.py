"""Kinds of documents are told by their content."""

import pytest

from transforms.text.media_type import Unsupported, describe_binary, media_type


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html><body>x</body></html>", "text/html"),
        ("<!-- saved --><p>The pier</p>", "text/html"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "application/xhtml+xml"),
        ('{"title": "The pier", "text": "It burned."}', "application/json"),
        ('{"title": "cut off', "application/json"),
        ('{"title": "x", broken', "application/json"),
        ("The pier burned down on Monday.\n\nNobody was hurt.", "text/plain"),
        ("<Seoul> The pier burned down.", "text/plain"),
        ("{brackets} open this note", "text/plain"),
    ],
)
def test_supported_kinds(text: str, kind: str) -> None:
    assert media_type(text) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('<?xml version="1.0"?><rss version="2.0"></rss>', "RSS"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "Atom"),
        ('<?xml version="1.0"?><invoice/>', "<invoice>"),
        ('[{"title": "x"}]', "array"),
    ],
)
def test_other_kinds_are_described(text: str, word: str) -> None:
    kind = media_type(text)
    assert isinstance(kind, Unsupported)
    assert word in kind.description


def test_binary_files_are_named() -> None:
    assert describe_binary(b"%PDF-1.7") == "it is a PDF document, not text"
    assert describe_binary(b"\x00\x01") == "its content is not text"
