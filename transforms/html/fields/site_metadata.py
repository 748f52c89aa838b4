"""Find what a page says of itself beside its article: site, section, topics, image, licence, paywall, comment count."""

from collections.abc import Iterator, Mapping

import pycountry
import regex
from babel import Locale, UnknownLocaleError

from transforms.html.fields.metadata import Evidence
from transforms.lexicons.countries import country_named
from transforms.records.page import Found
from transforms.text.urls import web_address

MAX_TOPICS = 50
"""More are search terms; pages tag themselves with ten or twenty."""

SECTION_META = (
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:section",
)
TOPIC_META = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords", "sailthru.tags")
LANGUAGE_META = ("content-language", "language", "dc.language", "dcterms.language", "og:locale", "inlanguage")

_LICENSE_URL = regex.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]+", regex.IGNORECASE)


def site(evidence: Evidence) -> str | None:
    """Return the name of the publication; None when the page does not give it."""
    publisher = evidence.resolve(evidence.article.get("publisher"))
    if isinstance(publisher, list) and publisher:
        publisher = evidence.resolve(publisher[0])
    named = publisher.get("name") if isinstance(publisher, Mapping) else publisher
    meta = evidence.first_meta("og:site_name", "application-name", "twitter:app:name:iphone")
    return (meta[1] if meta else None) or (named.strip() or None if isinstance(named, str) else None)


def publisher_country(evidence: Evidence) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of the country in the publisher's address; None when the page gives none.

    By schema.org's `addressCountry`: a code, or a name in English or the page's language. The region of og:locale or
    `lang` is of a language, and on every seventh site with a domain that tells not the publisher's.
    """
    publisher = evidence.resolve(evidence.article.get("publisher"))
    address = _first(publisher.get("address")) if isinstance(publisher, Mapping) else None
    address = _first(evidence.resolve(address))
    country = _first(address.get("addressCountry")) if isinstance(address, Mapping) else None
    said = country.get("name") if isinstance(country, Mapping) else country
    declared = declared_language(evidence)
    return _country_code(said.strip(), declared.value if declared else None) if isinstance(said, str) else None


def _first(value: object) -> object:
    return next(iter(value), None) if isinstance(value, list) else value


def _country_code(said: str, language: str | None) -> str | None:
    found = pycountry.countries.get(alpha_2=said.upper()) or pycountry.countries.get(alpha_3=said.upper())
    if found:
        return str(found.alpha_3)
    if named := country_named(said) or country_named(said.title()):
        return named.code
    codes = {code for code, name in _territories(language).items() if name.casefold() == said.casefold()}
    found = pycountry.countries.get(alpha_2=codes.pop()) if len(codes) == 1 else None
    return found.alpha_3 if found else None


def _territories(language: str | None) -> Mapping[str, str]:
    """Return the names of countries in a language by their ISO 3166-1 alpha-2 codes, from Unicode's CLDR."""
    try:
        return Locale.parse(language or "en").territories
    except (UnknownLocaleError, ValueError):
        return {}


def descriptions(evidence: Evidence) -> tuple[str, ...]:
    """Return the summaries of the article that the page gives in its metadata."""
    meta = (
        value
        for name in ("og:description", "description", "twitter:description")
        for value in evidence.meta.get(name, ())
    )
    values = (evidence.article.get("description"), evidence.article.get("alternativeHeadline"), *meta)
    return tuple(dict.fromkeys(value.strip() for value in values if isinstance(value, str) and value.strip()))


def section(evidence: Evidence) -> Found[str] | None:
    """Return the section of the publication that the article stands in; None when the page does not give it."""
    value = evidence.article.get("articleSection")
    first = next((v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str) and v.strip()), None)
    if first:
        return Found(" ".join(first.split()), "json_ld")
    if meta := evidence.first_meta(*SECTION_META):
        return Found(meta[1], f"meta {meta[0]}")
    return None


def topics(evidence: Evidence) -> tuple[str, ...]:
    """Return the keywords that the page gives itself, in order."""
    found = list(_split(evidence.article.get("keywords")))
    for name in TOPIC_META:
        if not found:
            found = [topic for value in evidence.meta.get(name, ()) for topic in _split(value)]
    return tuple(dict.fromkeys(found))[:MAX_TOPICS]


def _split(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        text = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(text, str):
            yield from (part.strip() for part in regex.split(r"[,;、]", text) if part.strip())


def declared_language(evidence: Evidence) -> Found[str] | None:
    """Return the language that the page declares, as ISO 639-1 code; None when it declares none."""
    for source, claim in _language_claims(evidence):
        if code := regex.match(r"[a-z]{2}(?![a-z])", claim.strip().lower()):
            return Found(code[0], source)
    return None


def regional_language(evidence: Evidence) -> str | None:
    """Return the language that the page declares, with its region where one of its claims has one: de, en-GB.

    The region tells how a language writes its numbers, not where the page is from.
    """
    if (declared := declared_language(evidence)) is None:
        return None
    for _, claim in _language_claims(evidence):
        found = regex.match(r"([a-z]{2})[-_]([a-z]{2})(?![a-z])", claim.strip().lower())
        if found and found[1] == declared.value:
            return f"{found[1]}-{found[2].upper()}"
    return declared.value


def _language_claims(evidence: Evidence) -> Iterator[tuple[str, str]]:
    root = evidence.tree.getroottree().getroot()
    of_root = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    for source, claim in (("json_ld", evidence.article.get("inLanguage")), ("html_lang", of_root)):
        if isinstance(claim, str):
            yield source, claim
    yield from ((f"meta {name}", value) for name in LANGUAGE_META for value in evidence.meta.get(name, ()))


def image_url(evidence: Evidence, base: str | None) -> str | None:
    """Return the absolute address of the lead image; None when the page names none."""
    meta = evidence.first_meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    value: object = meta[1] if meta else evidence.resolve(evidence.article.get("image"))
    while isinstance(value, list) and value:
        value = evidence.resolve(value[0])
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("contentUrl")
    return web_address(base, value) if isinstance(value, str) else None


def license_of(evidence: Evidence) -> str | None:
    """Return the licence that the page states, as a URL or in its words; None when it states none."""
    value = evidence.article.get("license")
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("@id") or value.get("name")
    if isinstance(value, str) and value.strip():
        return value.strip()
    for link in evidence.tree.xpath("//link[@rel='license']/@href|//a[@rel='license']/@href"):
        return str(link).strip() or None
    meta = evidence.first_meta("dcterms.license", "dc.rights.license", "license")
    return meta[1] if meta else None


def paywalled(evidence: Evidence) -> bool | None:
    """Tell whether the page says that its text is not free to read; None when it does not say."""
    free = evidence.article.get("isAccessibleForFree")
    if isinstance(free, str) and free.strip().lower().rsplit("/", 1)[-1] in ("true", "false"):
        return free.strip().lower().endswith("false")
    if isinstance(free, bool):
        return not free
    tier = evidence.first_meta("article:content_tier", "og:article:content_tier")
    return (
        tier[1].lower() in ("locked", "metered") if tier and tier[1].lower() in ("free", "locked", "metered") else None
    )


def comment_count(evidence: Evidence) -> int | None:
    """Return the number of comments that the page's structured data count; None when they count none."""
    value = evidence.article.get("commentCount")
    if value is None:
        value = next((c for c in _interaction_counts(evidence.article.get("interactionStatistic"))), None)
    if isinstance(value, str) and value.strip().isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _interaction_counts(value: object) -> Iterator[object]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping) and "CommentAction" in str(item.get("interactionType")):
            yield item.get("userInteractionCount")
