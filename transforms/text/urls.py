"""Addresses of the web as pages give them: absolute, without tracking, and what their variants share."""

import functools
import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import regex
from w3lib.url import safe_url_string

TRACKING = regex.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|_gl|cmpid|cmp|ito|ncid|ocid|wt_mc|ref|ref_src|referrer|"
    r"src|smid|partner|xtor|at_\w+|pk_\w+|mtm_\w+|taid|soc_src|soc_trk|guccounter|amp|outputtype|share|sh|spm|tpcc)",
    regex.IGNORECASE,
)
"""Query parameters that say where a reader came from, not what they read."""


WEB_SCHEMES = frozenset({"http", "https"})

_HOST_FIRST = regex.compile(r"\A(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]|$)")
_VARIANT_HOST = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_VARIANT_PATH = re.compile(r"(?:/amp|\.amp|/)$|(?<=/)amp/(?=.)")


def is_web_address(text: str) -> bool:
    """Whether `text` begins as an address of the web does, in letters of any case."""
    return text.lower().startswith(("http://", "https://"))


def web_address(base: str | None, given: str) -> str | None:
    """Return `given` as an absolute http(s) address, read from `base`; None when it is another or a broken one."""
    try:
        url = urljoin(base or "", given.strip())
    except ValueError:  # "http://[…": no IPv6 address after all
        return None
    scheme, _, rest = url.partition(":")
    return f"{scheme.lower()}:{rest}" if is_web_address(url) else None


def with_forgotten_scheme(base: str, given: str) -> str | None:
    """Return what web_address does, for a `given` whose scheme may be forgotten, as in "www.example.org/a".

    It is known by its host: that of `base`, or one with www; also when whoever parsed the file has read it as relative,
    so that the host stands behind the folder of the base.
    """
    url = web_address(base, given)
    if url is None:
        return None
    folder, scheme, host = _place_of(base)
    rest = url.removeprefix(folder)
    if rest != url and rest.startswith(("www.", f"{host}/")) and _HOST_FIRST.match(rest):
        return web_address(None, f"{scheme}://{rest}")
    return url


@functools.lru_cache(maxsize=1)
def _place_of(base: str) -> tuple[str, str, str]:
    """Return the address of the folder of `base`, its scheme and its host with port: the same for all of a file."""
    parts = urlsplit(base)
    return urljoin(base, "."), parts.scheme, parts.netloc


def without_tracking(url: str) -> str | None:
    """Return an http(s) URL without tracking parameters and fragment; None for another or a broken one."""
    try:
        parts = urlsplit(url)
        names = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return None
    if parts.scheme not in WEB_SCHEMES or not parts.hostname:
        return None
    kept = [(name, value) for name, value in names if not TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(names) else urlencode(kept)
    return safe_url_string(urlunsplit((parts.scheme, parts.netloc, parts.path, query, "")))


def host_of(url: str) -> str | None:
    """Return the host of an http(s) address, the same for its variants `www.`, `m.` and `amp.`; None for another."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in WEB_SCHEMES or not host:
        return None
    return _VARIANT_HOST.sub("", host.rstrip("."))


def path_of(url: str) -> str:
    """Return the path of an address, such as "/news/pier"; empty without one, and for a broken address."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def folded(url: str) -> str:
    """Return what the variants of an address share: without scheme, tracking, fragment, `www.`, `m.` and `/amp`."""
    parts = urlsplit(without_tracking(url) or url)
    host = _VARIANT_HOST.sub("", parts.netloc.lower())
    return urlunsplit(("", host, _VARIANT_PATH.sub("", parts.path), parts.query, ""))


def address_hash(url: str) -> str:
    """Return the SHA-256, in hexadecimal, of what the variants of an address share."""
    try:
        shared = folded(url)
    except ValueError:  # "http://[…": no address after all
        shared = url
    return hashlib.sha256(shared.encode()).hexdigest()


def forgotten_uri(address: str) -> str:
    """Return what stands in the ledger in the place of an address that is forgotten."""
    return f"forgotten:{address_hash(address)}"
