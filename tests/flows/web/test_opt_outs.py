"""Reservations against AI and text mining are found where sites make them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict, CIMultiDictProxy
from protego import Protego

from flows.web.opt_outs import HEAD_BYTES, ai_crawlers, response_opt_outs, robots_opt_outs


def of_robots(text: str) -> tuple[str, ...]:
    return robots_opt_outs(text, Protego.parse(text), "https://example.org/news/1")


def of_response(content: bytes = b"", *headers: tuple[str, str]) -> tuple[str, ...]:
    return response_opt_outs(CIMultiDictProxy(CIMultiDict(headers)), content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("User-agent: *\nDisallow: /admin/", ()),
        ("User-agent: GPTBot\nDisallow: /", ("GPTBot",)),
        ("User-agent: gptbot\nDisallow: /shop/", ()),  # for another path
        ("User-agent: ClaudeBot\nUser-agent: Google-Extended\nDisallow: /news/", ("ClaudeBot", "Google-Extended")),
        ("User-agent: newslake\nAllow: /\n\nUser-agent: *\nDisallow: /", ()),  # against all, not against AI
        (
            "User-agent: *\nContent-Signal: search=yes, ai-input=no, AI-train = no\nAllow: /",
            ("ai-input=no", "ai-train=no"),
        ),
        ("User-agent: *\nContent-Signal: ai-train=yes\n# Content-Signal: ai-train=no", ()),
    ],
)
def test_in_robots_txt(text: str, expected: tuple[str, ...]) -> None:
    assert of_robots(text) == tuple(f"robots.txt: {name}" for name in expected)


def test_the_crawlers_are_read_from_their_list() -> None:
    assert {"GPTBot", "CCBot", "ClaudeBot", "Google-Extended", "Bytespider", "PerplexityBot"} <= set(ai_crawlers())
    assert list(ai_crawlers()) == sorted(set(ai_crawlers()), key=str.lower)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("X-Robots-Tag", "noai, noimageai"), ("header: noai", "header: noimageai")),
        (("x-robots-tag", "otherbot: noindex, NoML"), ("header: noml",)),
        (("X-Robots-Tag", "noindex, nofollow"), ()),
        (("TDM-Reservation", "1"), ("header: tdm-reservation",)),
        (("tdm-reservation", "0"), ()),
    ],
)
def test_in_headers(header: tuple[str, str], expected: tuple[str, ...]) -> None:
    assert of_response(b"", header) == expected


def test_in_several_headers_of_one_name() -> None:
    found = of_response(b"", ("X-Robots-Tag", "noindex"), ("X-Robots-Tag", "noai"), ("X-Robots-Tag", "noai"))
    assert found == ("header: noai",)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b'<META NAME="robots" CONTENT="index, NOAI">', ("meta: noai",)),
        (b"<meta content='noimageai' name=robots>", ("meta: noimageai",)),
        (b'<meta name="tdm-reservation" content="1"/>', ("meta: tdm-reservation",)),
        (b'<meta name="tdm-reservation" content="0">', ()),
        (b'<meta name="description" content="what noai means">', ()),
        (b'<!-- <meta name="robots" content="noai"> -->', ()),
        (b"<p>" + b"x" * HEAD_BYTES + b'<meta name="robots" content="noai">', ()),
        (b"<meta", ()),
        (b"<p>caf\xe9 \xff\x00<meta name=robots content=noai>", ("meta: noai",)),
    ],
)
def test_in_pages(page: bytes, expected: tuple[str, ...]) -> None:
    assert of_response(page, ("Content-Type", "text/html; charset=utf-8")) == expected


def test_only_pages_have_meta_elements() -> None:
    assert of_response(b'<meta name="robots" content="noai">', ("Content-Type", "application/json")) == ()


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_no_page_is_too_broken(before: bytes, after: bytes) -> None:
    of_response(before + b"<meta " + after)
