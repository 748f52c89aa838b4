"""Addresses are made absolute, and broken ones are none."""

import pytest

from transforms.text.urls import host_of, web_address

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
