"""An outlet is known by its registrable domain, and its country by that domain's end."""

import pytest

from transforms.text.outlets import country_of_domain, outlet_domain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("https://www3.nhk.or.jp/news/", "nhk.or.jp"),
        ("https://edition.harbour.example/a", "harbour.example"),
        ("http://harbour.example:8080/a", "harbour.example"),
        ("https://one.blogspot.com/2024/a.html", "one.blogspot.com"),
        ("https://HARBOUR.com./a", "harbour.com"),
        ("http://192.0.2.7/a", None),
        ("http://[2001:db8::1]/a", None),
        ("http://localhost/a", None),
        ("http://[broken/a", None),
        ("file:///news/a.html", None),
    ],
)
def test_the_domain_is_the_one_that_somebody_registered(url: str, domain: str | None) -> None:
    assert outlet_domain(url, None) == domain


def test_of_a_file_the_claimed_address_tells_and_of_a_page_its_own() -> None:
    assert outlet_domain("file:///a.html", "https://www.harbour.com/a") == "harbour.com"
    assert outlet_domain("https://copy.net/a", "https://www.harbour.com/a") == "copy.net"


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("bbc.co.uk", "GBR"),
        ("spiegel.de", "DEU"),
        ("harbour.com", None),
        ("harbour.tv", None),
        ("harbour.eu", None),
        ("harbour.example", None),
        (None, None),
    ],
)
def test_a_country_is_told_by_its_own_domain_only(domain: str | None, country: str | None) -> None:
    assert country_of_domain(domain) == country
