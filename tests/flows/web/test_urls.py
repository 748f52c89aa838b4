"""Addresses are read as they will be used, and what is none is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from flows.web.messages import FetchError
from flows.web.urls import host_key, web_url
from transforms.records.reasons import Reason


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (" http://Example.org ", "http://example.org"),
        ("https://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://bücher.example/ä b", "http://xn--bcher-kva.example/%C3%A4%20b"),
        ("http://example.org/a%2Fb", "http://example.org/a%2Fb"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_web_addresses(given: str, read: str) -> None:
    assert str(web_url(given)) == read


@pytest.mark.parametrize(
    ("location", "read"),
    [
        ("/c", "https://example.org/c"),
        ("c", "https://example.org/a/c"),
        ("?page=2", "https://example.org/a/b?page=2"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("http://example.com/", "http://example.com/"),
    ],
)
def test_relative_addresses(location: str, read: str) -> None:
    assert str(web_url(location, URL("https://example.org/a/b"))) == read


@given(st.text() | st.text().map("http://".__add__))
def test_whatever_is_given_is_an_address_or_a_reason(given: str) -> None:
    try:
        url = web_url(given)
    except FetchError as error:
        assert error.reason == Reason.BAD_URL  # noqa: PT017 - either way is right
    else:
        assert url.scheme in ("http", "https")
        assert url.host


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(FetchError) as error:
        web_url("https://user:secret@example.org/")
    assert "secret" not in error.value.detail


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://example.org/", "example.org"),
        ("https://example.org./", "example.org"),
        ("http://example.org:8080/", "example.org:8080"),
        ("http://[::1]:81/", "::1:81"),
    ],
)
def test_hosts(url: str, key: str) -> None:
    assert host_key(URL(url)) == key
