"""Find the address that a page claims for itself, without tracking parameters."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import regex
from w3lib.url import safe_url_string

from transforms.html.metadata import Evidence

TRACKING = regex.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|_gl|cmpid|cmp|ito|ncid|ocid|wt_mc|ref|ref_src|referrer|"
    r"src|smid|partner|xtor|at_\w+|pk_\w+|mtm_\w+|taid|soc_src|soc_trk|guccounter|amp|outputtype|share|sh|spm|tpcc)",
    regex.IGNORECASE,
)
"""Query parameters that say where a reader came from, not what they read."""


def canonical_url(evidence: Evidence) -> str | None:
    """Return the absolute http(s) address a page claims for itself; None when it claims none, or that of its site."""
    claims = [
        *(link.get("href") for link in evidence.tree.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        *evidence.meta.get("og:url", ()),
        _main_entity(evidence),
        evidence.article.get("url"),
    ]
    base = next((claim for claim in claims if isinstance(claim, str) and claim.startswith("http")), "")
    for claim in claims:
        url = _absolute(base, claim.strip()) if isinstance(claim, str) and claim.strip() else None
        if url and _names_a_page(url):
            return url
    return None


def _absolute(base: str, claim: str) -> str | None:
    try:
        return without_tracking(urljoin(base, claim))
    except ValueError:  # "http://[…": a broken address
        return None


def without_tracking(url: str) -> str | None:
    """Return an http(s) URL without tracking parameters and fragment; None for another or a broken one."""
    try:
        parts = urlsplit(url)
        names = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    kept = [(name, value) for name, value in names if not TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(names) else urlencode(kept)
    return safe_url_string(urlunsplit((parts.scheme, parts.netloc, parts.path, query, "")))


def _names_a_page(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _main_entity(evidence: Evidence) -> object:
    entity = evidence.article.get("mainEntityOfPage")
    return entity.get("@id") if isinstance(entity, Mapping) else entity
