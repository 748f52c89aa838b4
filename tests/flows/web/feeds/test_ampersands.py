"""An `&` that begins no entity is one, and nothing else is touched."""

import time

import pytest

from flows.web.feeds.ampersands import escape_ampersands


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"<loc>/?a=1&b=2</loc>", b"<loc>/?a=1&amp;b=2</loc>"),
        (b"<loc>/?a=1&amp;b=2&#38;c=3&#x26;d</loc>", b"<loc>/?a=1&amp;b=2&#38;c=3&#x26;d</loc>"),
        (b"<loc>/?a=1&copy=2&lt=3</loc>", b"<loc>/?a=1&amp;copy=2&amp;lt=3</loc>"),
        (b"<t>Caf&eacute; & bar&</t>", b"<t>Caf&amp;eacute; &amp; bar&amp;</t>"),
        (b"<loc><![CDATA[/?a=1&b=2]]>&</loc>", b"<loc><![CDATA[/?a=1&b=2]]>&amp;</loc>"),
        (b"<!-- a & b --><a>&</a><!-- & ", b"<!-- a & b --><a>&amp;</a><!-- & "),
        (b'<!DOCTYPE a [<!ENTITY b "c & d">]><a>&</a>', b'<!DOCTYPE a [<!ENTITY b "c & d">]><a>&</a>'),
        ("<a>&</a>".encode("utf-16"), "<a>&</a>".encode("utf-16")),
        ("<a>&</a>".encode("utf-16-be"), "<a>&</a>".encode("utf-16-be")),
    ],
)
def test_golden(given: bytes, expected: bytes) -> None:
    assert escape_ampersands(given) == expected
    assert escape_ampersands(expected) == expected


@pytest.mark.parametrize("piece", [b"<!--", b"<![CDATA[", b"&", b"&amp", b"&#x1"])
def test_a_hostile_one_ends_soon(piece: bytes) -> None:
    started = time.perf_counter()
    escape_ampersands(piece * 100_000)
    assert time.perf_counter() - started < 5
