"""Find who wrote an article: the people named, else the organization that signs for it."""

from collections.abc import Iterator, Mapping, Sequence

import regex
from lxml.html import HtmlElement

from transforms.html.elsewhere import Elsewhere
from transforms.html.metadata import Evidence
from transforms.records.page import Found
from transforms.text.byline import byline_words, is_announced, is_person_name, parse_byline

__all__ = ["authors", "parse_byline"]

AUTHOR_META = (
    "author", "article:author_name", "article:author", "og:article:author", "og:author", "parsely-author",
    "sailthru.author", "cxenseparse:author", "mrf:authors", "byl", "dc.creator", "dcterms.creator", "citation_author",
    "authors", "rnews:creator",
)  # fmt: skip
"""Meta tags that name authors."""

_BYLINE_CLASS = regex.compile(r"(?<![a-z])(?:byline|by-line|authors?)(?:$|[\s_-])", regex.IGNORECASE)
_CAMEL = regex.compile(r"(?<=[a-z])(?=[A-Z])")
_IN_BRACKETS = regex.compile(r"\s*\([^)]*\)|\s*<[^>]*>")
_JOINED = regex.compile(r",|;|/|\||\s(?:and|und|y|e|et|og|och|en|&)\s", regex.IGNORECASE)
_ADDRESS = regex.compile(r"https?:|www\.|@|\.(?:com|php|html)\b")

MAX_NAME_CHARS = 60
"""Longer is a description; the longest names of agencies and their desks stay below."""

BYLINE_XPATH = (
    "//*[@rel='author' or @itemprop='author' or contains(@class,'yline') or contains(@class,'uthor')"
    " or contains(@class,'by-line')]"
)


def authors(
    evidence: Evidence, site: str | None, near_title: Sequence[str] = (), heading: HtmlElement | None = None
) -> Found[tuple[str, ...]] | None:
    """Return the names of a page's authors; None when it names none.

    `near_title` are the lines printed about the title, where a byline stands. An organization counts when no person is
    named; the site's own name counts as one. Bylines of comments and of teasers, told by where they stand beside the
    article's `heading`, do not count.
    """
    found = list(_candidates(evidence, near_title))
    if not any(_names_people(f.value, site) for f in found):
        found += _byline_names(evidence, heading)
    people = (f for f in found if _names_people(f.value, site))
    best = next(people, None) or next(iter(found), None)
    if best is None:
        return None
    found = [Found(_without_organizations(f.value, site), f.source) for f in (best, *found)]
    fuller = (f for f in found if set(map(str.casefold, f.value)) > set(map(str.casefold, found[0].value)))
    return next(fuller, found[0])


def _candidates(evidence: Evidence, near_title: Sequence[str]) -> Iterator[Found[tuple[str, ...]]]:
    if names := tuple(
        dict.fromkeys(_json_names(evidence, evidence.article.get("author") or evidence.article.get("creator")))
    ):
        yield Found(names, "json_ld")
    for name in AUTHOR_META:
        if names := tuple(dict.fromkeys(_meta_names(evidence.meta.get(name, ())))):
            yield Found(names, f"meta {name}")
    for text in near_title:
        if is_announced(text) and (names := parse_byline(text)):
            yield Found(names, "byline")


def _json_names(evidence: Evidence, value: object, depth: int = 0) -> Iterator[str]:
    value = evidence.resolve(value)
    if isinstance(value, list) and depth < 4:
        for item in value:
            yield from _json_names(evidence, item, depth + 1)
    elif isinstance(value, Mapping) and depth < 4:
        name = value.get("name")
        yield from _json_names(evidence, name, depth + 1)
    elif isinstance(value, str):
        yield from _split(value)


def _meta_names(values: tuple[str, ...]) -> Iterator[str]:
    for value in values:
        yield from _split(_inverted(value))


def _inverted(name: str) -> str:
    # Library metadata put the family name first: "Brazil, Rachel".
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and len(family.split()) == 1 and len(given.split()) == 1 else name


def _split(value: str) -> list[str]:
    text = " ".join(_IN_BRACKETS.sub("", value).split())
    if not text or _ADDRESS.search(text) or text.isdigit() or text.casefold() in byline_words("nobody"):
        return []
    if _JOINED.search(text):
        names = parse_byline(text)
        if names and (len(names) > 1 or len(text) > MAX_NAME_CHARS or not text.startswith(names[0])):
            return list(names)
    single = parse_byline(text)
    if len(single) == 1 and len(single[0]) < len(text) and not _JOINED.search(text):
        return list(single)
    return [text] if len(text) <= MAX_NAME_CHARS else []


def _byline_names(evidence: Evidence, heading: HtmlElement | None) -> Iterator[Found[tuple[str, ...]]]:
    elsewhere = Elsewhere(heading)
    signed = evidence.tree.xpath("//*[@rel='author']")
    named = [name for link in signed if link not in elsewhere for name in parse_byline(link.text_content())]
    if named:
        yield Found(tuple(dict.fromkeys(named)), "byline")
        return
    for element in evidence.tree.xpath(BYLINE_XPATH):
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if not marked and not _BYLINE_CLASS.search(_CAMEL.sub("-", element.get("class") or "")):
            continue
        text = element.get("content") or " \n".join(element.itertext())
        if element not in elsewhere and (names := parse_byline(text)):
            yield Found(names, "microdata" if element.get("itemprop") else "byline")
            return


def _names_people(names: tuple[str, ...], site: str | None) -> bool:
    organizations = {(site or "").casefold(), ""} | byline_words("agency")
    return any(name.casefold() not in organizations and is_person_name(name) for name in names)


def _without_organizations(names: tuple[str, ...], site: str | None) -> tuple[str, ...]:
    # The agency and the paper itself go when a person is named, and what no person is called: "WATCH LIVE".
    paper = {*(site or "").casefold().replace(".", " ").split(), "news", "online", "redaktion", "the", "staff", "web"}
    people = tuple(
        name
        for name in names
        if name.casefold() not in byline_words("agency")
        and is_person_name(name)
        and not set(name.casefold().split()) <= paper
    )
    mixed = tuple(name for name in people if not name.isupper())
    return mixed or people or names
