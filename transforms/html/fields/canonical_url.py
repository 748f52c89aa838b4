"""Find the address that a page claims for itself, without tracking parameters."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from transforms.html.fields.metadata import ARTICLE_TYPES, Evidence
from transforms.text.urls import is_web_address, web_address, without_tracking


def canonical_url(evidence: Evidence) -> str | None:
    """Return the absolute http(s) address a page claims for itself; None when it claims none, or that of its site."""
    claims = [*_links(evidence), _main_entity(evidence), evidence.article.get("url")]
    return next(filter(_names_a_page, _addresses(claims)), None)


def is_front_page(evidence: Evidence, uri: str | None) -> bool:
    """Whether a page calls itself its site's: a website, at no address but the site's own, with no article's data.

    It assumes that a system that writes the site's address into each page has no og:type, or `article`, on articles;
    read from another address, at `uri`, a page is none.
    """
    is_website = any(kind.strip().casefold() == "website" for kind in evidence.meta.get("og:type", ()))
    if not is_website or evidence.article.get("@type") in ARTICLE_TYPES[: ARTICLE_TYPES.index("CreativeWork")]:
        return False
    addresses = list(_addresses(_links(evidence)))
    own = [uri] if uri and is_web_address(uri) else []
    return bool(addresses) and not any(map(_names_a_page, (*addresses, *own)))


def _links(evidence: Evidence) -> list[str | None]:
    links = (link for link in evidence.tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return [*(link.get("href") for link in links), *evidence.meta.get("og:url", ())]


def _addresses(claims: Sequence[object]) -> Iterator[str]:
    """Yield the addresses of the web among what a page claims, absolute and without tracking."""
    base = next((claim for claim in claims if isinstance(claim, str) and claim.startswith("http")), "")
    for claim in claims:
        absolute = web_address(base, claim) if isinstance(claim, str) and claim.strip() else None
        if absolute and (url := without_tracking(absolute)):
            yield url


def _names_a_page(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _main_entity(evidence: Evidence) -> object:
    entity = evidence.article.get("mainEntityOfPage")
    return entity.get("@id") if isinstance(entity, Mapping) else entity
