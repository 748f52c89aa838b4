"""Only public addresses are connected to, however they are written."""

import socket
from ipaddress import ip_address, ip_network

import pytest

from flows.web.ip_addresses import PrivateAddressError, guarded, is_allowed, is_public
from flows.web.settings import Settings


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.215.14",
        "2a00:1450:4001:829::200e",
        "::ffff:8.8.8.8",  # IPv4-mapped
        "2002:808:808::1",  # 6to4
        "64:ff9b::808:808",  # NAT64
    ],
)
def test_public_addresses(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104
        "10.0.0.1",
        "100.64.0.1",  # after a carrier's translator
        "127.0.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.0.2.1",  # documentation
        "192.168.1.1",
        "198.18.0.1",  # benchmarks
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",  # IPv4-compatible 127.0.0.1
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",  # NAT64 of one network
        "2001::1",  # Teredo
        "2001:db8::1",
        "2002:7f00:1::1",
        "4000::1",  # not opened
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


def test_settings_allow_more() -> None:
    some = Settings(allowed_networks=(ip_network("10.1.0.0/16"), ip_network("fe80::/10")))
    given = ("10.1.2.3", "10.2.2.3", "fe80::1%eth0", "::1", "8.8.8.8")
    assert [is_allowed(address, some) for address in given] == [True, False, True, False, True]
    assert is_allowed("169.254.169.254", Settings(allow_private=True))


def test_no_socket_is_opened_for_an_address_that_is_refused() -> None:
    opened = []

    def open_socket(info: object) -> socket.socket:
        opened.append(info)
        raise NotImplementedError

    factory = guarded(open_socket, Settings())
    refused = (socket.AF_INET6, socket.SOCK_STREAM, 0, "", ("fe80::1%2", 80, 0, 2))
    with pytest.raises(PrivateAddressError) as error:
        factory(refused)
    assert error.value.address == "fe80::1%2"
    assert opened == []
    public = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("8.8.8.8", 80))
    with pytest.raises(NotImplementedError):
        factory(public)
    assert opened == [public]
