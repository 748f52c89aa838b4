"""Addresses of the web as pages give them: absolute, without tracking, and what their variants share."""

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

_VARIANT_HOST = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_VARIANT_PATH = re.compile(r"(?:/amp|\.amp|/)$|(?<=/)amp/(?=.)")


def web_address(base: str | None, given: str) -> str | None:
    """Return `given` as an absolute http(s) address, read from `base`; None when it is another or a broken one."""
    try:
        url = urljoin(base or "", given.strip())
    except ValueError:  # "http://[…": no IPv6 address after all
        return None
    scheme, _, rest = url.partition(":")
    return f"{scheme.lower()}:{rest}" if scheme.lower() in WEB_SCHEMES and rest.startswith("//") else None


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


def folded(url: str) -> str:
    """Return what the variants of an address share: without scheme, tracking, fragment, `www.`, `m.` and `/amp`."""
    parts = urlsplit(without_tracking(url) or url)
    host = _VARIANT_HOST.sub("", parts.netloc.lower())
    return urlunsplit(("", host, _VARIANT_PATH.sub("", parts.path), parts.query, ""))
