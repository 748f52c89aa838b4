"""No connection to an address that is not allowed is even tried, whatever a redirect or the name service says."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult

from flows.web.ip_addresses import plain_socket
from tests.flows.web_server import WebServer, answer, redirect
from transforms.records.reasons import Reason

Fetch = Callable[..., list[Any]]


class Recorder:
    """Opens sockets for loopback only, and remembers for which addresses it was asked to: no packet leaves loopback."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    def __call__(self, info: AddrInfoType) -> socket.socket:
        self.tried.append(str(info[4][0]))
        if not self.tried[-1].startswith("127."):
            raise ConnectionRefusedError(111, "only recorded")
        return plain_socket(info)


class NameService(AbstractResolver):
    """Gives the answers for every host in turn, the last again and again."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        addresses = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        pass


PRIVATE = [
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "https://192.168.1.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[fe80::1]/",
    "http://0.0.0.0/",
]


@pytest.mark.parametrize("target", PRIVATE)
def test_a_redirect_to_a_private_address(server: WebServer, fetch: Fetch, target: str) -> None:
    recorder = Recorder()
    (failure,) = fetch(server.serve("/", redirect(target)), open_socket=recorder)
    assert (failure.reason, failure.http_status, failure.passing) == (Reason.PRIVATE_ADDRESS, None, False)
    assert failure.detail.startswith("redirected to http")
    assert set(recorder.tried) == {"127.0.0.1"}


@pytest.mark.parametrize("url", [*PRIVATE, "http://127.0.0.1/", "http://localhost/", "http://0x7f.1/"])
def test_a_private_address_itself(fetch: Fetch, url: str) -> None:
    recorder = Recorder()
    (failure,) = fetch(url, open_socket=recorder, allowed_networks=())
    assert failure.reason == Reason.PRIVATE_ADDRESS
    assert "not a public address" in failure.detail
    assert recorder.tried == []


@pytest.mark.parametrize("url", ["http://2130706433/", "http://127.1/", "http://0177.0.0.1/"])
def test_figures_that_are_no_address(fetch: Fetch, url: str) -> None:
    recorder = Recorder()
    (failure,) = fetch(url, open_socket=recorder, allowed_networks=())
    assert failure.reason in (Reason.BAD_URL, Reason.PRIVATE_ADDRESS)
    assert recorder.tried == []


def test_robots_txt_that_redirects_to_a_private_address(server: WebServer, fetch: Fetch) -> None:
    recorder = Recorder()
    server.serve("/robots.txt", redirect("http://169.254.169.254/"))
    (failure,) = fetch(server.serve("/", answer()), open_socket=recorder)
    assert failure.reason == Reason.PRIVATE_ADDRESS
    assert set(recorder.tried) == {"127.0.0.1"}
    assert server.paths() == []


def test_a_name_with_a_private_address(fetch: Fetch) -> None:
    recorder = Recorder()
    (failure,) = fetch("http://news.example/", resolver=NameService(["10.0.0.1", "fd00::1"]), open_socket=recorder)
    assert failure.reason == Reason.PRIVATE_ADDRESS
    assert "news.example is at 10.0.0.1" in failure.detail
    assert recorder.tried == []


def test_a_name_with_one_address_that_is_allowed(server: WebServer, fetch: Fetch) -> None:
    recorder = Recorder()
    names = NameService(["169.254.169.254", "127.0.0.1", "10.0.0.1"])
    server.serve("/", answer(b"public"), host="news.example")
    (page,) = fetch(f"http://news.example:{server.port}/", resolver=names, open_socket=recorder)
    assert page.content == b"public"
    assert set(recorder.tried) == {"127.0.0.1"}


def test_a_name_whose_address_changes(server: WebServer, fetch: Fetch) -> None:
    recorder = Recorder()
    # Another port, for the answer of the name service is kept some seconds for the same one.
    server.serve("/", redirect("http://news.example:1/"), host="news.example")
    names = NameService(["127.0.0.1"], ["169.254.169.254"])
    (failure,) = fetch(f"http://news.example:{server.port}/", resolver=names, open_socket=recorder)
    assert failure.reason == Reason.PRIVATE_ADDRESS
    assert "news.example is at 169.254.169.254" in failure.detail
    assert set(recorder.tried) == {"127.0.0.1"}
    assert [seen.path for seen in server.log] == ["/robots.txt", "/"]


def test_allow_private_lifts_it(fetch: Fetch) -> None:
    recorder = Recorder()
    (failure,) = fetch("http://169.254.169.254/", open_socket=recorder, allow_private=True, attempts=1)
    assert failure.reason == Reason.UNREACHABLE
    assert recorder.tried == ["169.254.169.254"], "so the recorder does see what is tried"
