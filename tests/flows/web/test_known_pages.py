import pytest

from flows.web.known_pages import folded


@pytest.mark.parametrize(
    "variant",
    [
        "http://news.example/a",
        "https://www.news.example/a/",
        "https://m.news.example/a?utm_source=x",
        "https://news.example/a/amp",
        "https://news.example/amp/a",
        "https://news.example/a#comments",
        "https://amp.news.example/a",
    ],
)
def test_variants_of_an_address_are_one(variant: str) -> None:
    assert folded(variant) == folded("https://news.example/a")


@pytest.mark.parametrize("other", ["https://news.example/b", "https://news.example/a?id=2", "https://new.example/a"])
def test_other_addresses_are_others(other: str) -> None:
    assert folded(other) != folded("https://news.example/a")
