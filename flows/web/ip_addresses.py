"""Which addresses may be connected to: only those that are public on the internet, unless the settings allow others."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from aiohttp import AddrInfoType

from flows.web.settings import Settings

SocketFactory = Callable[[AddrInfoType], socket.socket]

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that IANA has opened for the internet (IANA, IPv6 Global Unicast Address Assignments)."""

NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a translator turns into the IPv4 address of their last 32 bits (RFC 6052)."""

NOT_PUBLIC = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments (RFC 6890); Python counts part of them, and a cloud serves keys
    IPv4Network("168.63.129.16/32"),  # the host under a virtual machine of Azure, though the number is public
)


class PrivateAddressError(OSError):
    """A connection that was not tried, to an address that is not public.

    All read the same, so that of several such addresses of one host the first is raised, rather than a summary.
    """

    def __init__(self, address: str) -> None:
        super().__init__("not a public address")
        self.address = address


def plain_socket(info: AddrInfoType) -> socket.socket:
    """Return a new socket for the address that `info` describes."""
    family, kind, protocol, _, _ = info
    return socket.socket(family, kind, protocol)


def guarded(open_socket: SocketFactory, settings: Settings) -> SocketFactory:
    """Return `open_socket`, which is called only for addresses that `settings` allow; raises PrivateAddressError.

    It runs as the last step before a connection and sees the address itself, so neither a redirect, nor a host name
    whose answer changes between two look-ups, nor an address written in an unusual way gets past it.
    """

    def checked(info: AddrInfoType) -> socket.socket:
        address = str(info[4][0])
        if not is_allowed(address, settings):
            raise PrivateAddressError(address)
        return open_socket(info)

    return checked


def is_allowed(address: str, settings: Settings) -> bool:
    """Whether `settings` let us connect to `address`, an IPv4 or IPv6 address in figures."""
    if settings.allow_private:
        return True
    found = ip_address(address.partition("%")[0])
    return is_public(found) or any(found in network for network in settings.allowed_networks)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether `address` is one of the public internet, as is the IPv4 address that it may hold."""
    if isinstance(address, IPv4Address):
        special = address.is_multicast or address.is_reserved
        return address.is_global and not special and not any(address in network for network in NOT_PUBLIC)
    embedded = _embedded(address)
    if embedded is not None:
        return is_public(embedded)
    return address.is_global and address in GLOBAL_UNICAST


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
