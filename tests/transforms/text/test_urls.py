"""Addresses are made absolute, and broken ones are none."""

import pytest

from transforms.text.urls import web_address

BASE = "https://paper.example/news/pier"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/sport", "https://paper.example/sport"),
        (" harbour#top ", "https://paper.example/news/harbour#top"),
        ("//cdn.example/pier.jpg", "https://cdn.example/pier.jpg"),
        ("http://other.example/", "http://other.example/"),
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
