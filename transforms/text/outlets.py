"""The registrable domain of an address, such as bbc.co.uk, and the country that it belongs to."""

from ipaddress import ip_address

import pycountry
from tld import get_fld

from transforms.text.urls import host_of

OF_ANY_COUNTRY = frozenset(
    (
        "ad",
        "ai",
        "as",
        "bz",
        "cc",
        "cd",
        "co",
        "dj",
        "fm",
        "io",
        "la",
        "me",
        "ms",
        "nu",
        "sc",
        "sr",
        "su",
        "tv",
        "tk",
        "ws",
    )
)
"""Domains of countries that names all over the world end in: the list of those that Google Search takes for generic."""

OTHER_THAN_ISO = {"uk": "GB"}
"""Top-level domains of countries that are not the ISO 3166-1 alpha-2 code."""


def outlet_domain(url: str, canonical_url: str | None) -> str | None:
    """Return the registrable domain that an article was read from; of a file, that of the address its page claims.

    By the Public Suffix List with its private part, so that each blog of a host of blogs is an outlet of its own. None
    for a file whose page claims no address, and for an IP address.
    """
    host = host_of(url) or host_of(canonical_url or "")
    if host is None or _is_number(host):
        return None
    listed = get_fld(f"https://{host}", fail_silently=True, search_private=True)
    # What ends in no suffix of the list has one of a single label: the list's own rule for the rest.
    return listed or (".".join(host.split(".")[-2:]) if "." in host else None)


def country_of_domain(domain: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of the country of a domain; None for one that says nothing of a country."""
    last = (domain or "").rpartition(".")[2].lower()
    if len(last) != 2 or last in OF_ANY_COUNTRY:
        return None
    country = pycountry.countries.get(alpha_2=OTHER_THAN_ISO.get(last, last))
    return country.alpha_3 if country else None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
