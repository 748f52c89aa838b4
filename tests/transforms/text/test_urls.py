"""Addresses are made absolute, and broken ones are none."""

import pytest

from transforms.text.urls import host_of, is_web_address, path_of, web_address, with_forgotten_scheme

BASE = "https://paper.example/news/pier"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/sport", "https://paper.example/sport"),
        (" harbour#top ", "https://paper.example/news/harbour#top"),
        ("//cdn.example/pier.jpg", "https://cdn.example/pier.jpg"),
        ("http://other.example/", "http://other.example/"),
        ("HTTP://Other.example/", "http://Other.example/"),
        ("Https://other.example/", "https://other.example/"),
        ("http:other.example", None),
        ("mailto:desk@paper.example", None),
        ("javascript:void(0)", None),
        ("http://[broken", None),
        ("http://[]/", None),
    ],
)
def test_golden_addresses(given: str, expected: str | None) -> None:
    assert web_address(BASE, given) == expected


def test_without_a_base_only_absolute_addresses_count() -> None:
    assert web_address(None, "/sport") is None
    assert web_address(None, "https://paper.example/sport") == "https://paper.example/sport"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.harbour.example/a", "harbour.example"),
        ("http://M.harbour.example:8080/a", "harbour.example"),
        ("https://amp.harbour.example/a", "harbour.example"),
        ("https://news.harbour.example/a", "news.harbour.example"),
        ("https://m.example/a", "m.example"),
        ("file:///home/a.html", None),
        ("https://[broken/", None),
    ],
)
def test_variants_of_a_host_are_one(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("paper.example/a", "https://paper.example/a"),
        ("https://paper.example/news/www.example.org/a", "https://www.example.org/a"),
        ("other.example/a", "https://paper.example/news/other.example/a"),
        ("wwwhat.html", "https://paper.example/news/wwwhat.html"),
        ("mailto:desk@paper.example", None),
    ],
)
def test_a_forgotten_scheme_is_known_by_the_host(given: str, expected: str | None) -> None:
    assert with_forgotten_scheme(BASE, given) == expected


def test_what_begins_as_an_address_does() -> None:
    assert all(map(is_web_address, ("http://a.example", "HTTPS://a.example")))
    assert not any(map(is_web_address, ("feed://a.example", "http:a.example", "data/http://a.example")))


def test_the_path_of_a_broken_address_is_empty() -> None:
    assert path_of("https://paper.example/news/pier?x=1#top") == "/news/pier"
    assert path_of("http://[broken") == ""
