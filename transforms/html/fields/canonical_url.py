"""Find the address that a page claims for itself, without tracking parameters."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from transforms.html.fields.metadata import Evidence
from transforms.text.urls import web_address, without_tracking


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
        absolute = web_address(base, claim) if isinstance(claim, str) and claim.strip() else None
        url = without_tracking(absolute) if absolute else None
        if url and _names_a_page(url):
            return url
    return None


def _names_a_page(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _main_entity(evidence: Evidence) -> object:
    entity = evidence.article.get("mainEntityOfPage")
    return entity.get("@id") if isinstance(entity, Mapping) else entity
