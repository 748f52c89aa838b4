"""Find who wrote an article: the people named, else the organization that signs for it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import regex
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.fields.byline_elements import byline_names, pen_name
from transforms.html.fields.metadata import Evidence
from transforms.records.page import Found
from transforms.text.byline import PARTICLES, byline_words, is_announced, is_label, is_person_name, parse_byline

__all__ = ["authors", "parse_byline"]

AUTHOR_META = (
    "author", "article:author_name", "article:author", "og:article:author", "og:author", "parsely-author",
    "sailthru.author", "cxenseparse:author", "mrf:authors", "byl", "dc.creator", "dcterms.creator", "citation_author",
    "authors", "rnews:creator", "twitter:creator",
)  # fmt: skip
"""Meta tags that name authors."""

_IN_BRACKETS = regex.compile(r"\([^()]*\)|<[^<>]*>")
_JOINED = regex.compile(r",|;|/|\||\s(?:and|und|y|e|et|og|och|en|&)\s", regex.IGNORECASE)
_ADDRESS = regex.compile(r"https?:|www\.|@|\.(?:com|php|html)\b")

DESK_WORDS = frozenset(("news", "online", "redaktion", "the", "staff", "web", "team"))
"""What is written beside a publication's name for the people of it."""

ARTICLES = frozenset(("the", "der", "die", "das", "le", "la", "les", "el", "il", "o", "de", "het"))

MIN_PUBLICATION = 5
"""Letters of a name that stands at the end of the publication's, so that it is no chance."""

MAX_NAME_CHARS = 60
"""Longer is a description; the longest names of agencies and their desks stay below."""


def authors(
    evidence: Evidence, site: Sequence[str] = (), near_title: Sequence[str] = (), heading: HtmlElement | None = None
) -> Found[tuple[str, ...]] | None:
    """Return the names of a page's authors; None when it names none.

    `site` is what the publication is called; `near_title` are the lines printed about the title, where a byline stands.
    A person counts before a pen name, and an organization, the publication itself also, when neither is named. Bylines
    of comments and of teasers, told by where they stand beside the article's `heading`, do not count.
    """
    organizations = _organizations(evidence, site)
    claimed = list(_candidates(evidence, near_title))
    found = claimed
    if not any(_names_people(f.value, organizations) for f in claimed):
        found = [
            *claimed,
            *(
                Found(*given)
                for given in byline_names(evidence, heading, partial(_is_publication, organizations=organizations))
            ),
        ]
    if not found:
        signed = pen_name(evidence, heading)
        return Found(signed, "byline") if signed else None
    best = max(found, key=lambda f: (_names_people(f.value, organizations), _is_own(f.value, organizations)))
    found = [Found(_without_organizations(f.value, organizations), f.source) for f in (best, *found)]
    if full := _full_name(found[0].value, [name for f in claimed for name in f.value]):
        return Found((full,), found[0].source)
    fuller = (f for f in found if set(map(str.casefold, f.value)) > set(map(str.casefold, found[0].value)))
    return next(fuller, found[0])


def _full_name(names: tuple[str, ...], claimed: Sequence[str]) -> str | None:
    """Return the name that a lone given name is the beginning of, when the page's metadata have it."""
    if len(names) != 1 or len(names[0].split()) != 1:
        return None
    return next((name for name in claimed if name.startswith(f"{names[0]} ") and is_person_name(name)), None)


def _organizations(evidence: Evidence, site: Sequence[str]) -> frozenset[str]:
    """Return the keys of the names that are no person's: the publication's, and what the page's data call so."""
    data = evidence.resolve(evidence.article.get("publisher"))
    publisher = data.get("name") if isinstance(data, Mapping) else None
    return frozenset(key(name).casefold() for name in (*site, publisher) if isinstance(name, str) and key(name))


def _is_own(names: tuple[str, ...], organizations: frozenset[str]) -> bool:
    return not all(_is_publication(name, organizations) for name in names)


def _is_publication(name: str, organizations: frozenset[str]) -> bool:
    # "The Harbour Times" of "harbourtimes.example", and "Harbour" of "Local news | Harbour".
    own = key(name).casefold()
    bare = key(" ".join(word for word in name.casefold().split() if word not in ARTICLES))
    return bool({own, bare} & organizations) or (
        len(own) >= MIN_PUBLICATION and any(organization.endswith(own) for organization in organizations)
    )


def _candidates(evidence: Evidence, near_title: Sequence[str]) -> Iterator[Found[tuple[str, ...]]]:
    if names := tuple(
        dict.fromkeys(_json_names(evidence, evidence.article.get("author") or evidence.article.get("creator")))
    ):
        yield Found(names, "json_ld")
    for name in AUTHOR_META:
        if names := tuple(dict.fromkeys(_meta_names(evidence.meta.get(name, ())))):
            yield Found(names, f"meta {name}")
    if names := _labelled_name(evidence):
        yield Found(names, "meta twitter:data")
    for text in near_title:
        if is_announced(text) and (names := parse_byline(text)):
            yield Found(names, "byline")


def _labelled_name(evidence: Evidence) -> tuple[str, ...]:
    # Twitter's cards have two labelled values; content systems put "Written by" there.
    for number in "12":
        label = next(iter(evidence.meta.get(f"twitter:label{number}", ())), "")
        value = next(iter(evidence.meta.get(f"twitter:data{number}", ())), "")
        if value and is_label(label):
            return tuple(_split(value))
    return ()


def _json_names(evidence: Evidence, value: object, depth: int = 0) -> Iterator[str]:
    value = evidence.resolve(value)
    if isinstance(value, list) and depth < 4:
        for item in value:
            yield from _json_names(evidence, item, depth + 1)
    elif isinstance(value, Mapping) and depth < 4:
        name = value.get("name")
        full = _described(name, value.get("description"))
        yield from _json_names(evidence, full or name, depth + 1)
    elif isinstance(value, str):
        yield from _split(value)


def _described(name: object, description: object) -> str | None:
    """Return the full name that begins the description of an author who is called by the given name alone."""
    if not isinstance(name, str) or not isinstance(description, str) or len(name.split()) != 1:
        return None
    begun = regex.match(rf"{regex.escape(name)} \p{{Lu}}[\p{{L}}'’-]+(?=\s*[,–—-]|\s\p{{Ll}})", description)
    return begun[0] if begun else None


def _meta_names(values: tuple[str, ...]) -> Iterator[str]:
    for value in values:
        yield from _split(_inverted(value))


def _inverted(name: str) -> str:
    # Library metadata put the family name first: "Brazil, Rachel", and its particles last: "Jong, Anna de".
    family, comma, given = name.partition(", ")
    words = given.split()
    is_name = comma and len(family.split()) == 1 and words and all(word in PARTICLES for word in words[1:])
    return f"{given} {family}" if is_name else name


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


def _names_people(names: tuple[str, ...], organizations: frozenset[str]) -> bool:
    return any(
        not _is_publication(name, organizations)
        and name.casefold() not in byline_words("agency")
        and is_person_name(name)
        for name in names
    )


def _without_organizations(names: tuple[str, ...], organizations: frozenset[str]) -> tuple[str, ...]:
    # The agency and the paper itself go when a person is named, and what no person is called: "WATCH LIVE".
    people = tuple(
        name
        for name in names
        if name.casefold() not in byline_words("agency") and is_person_name(name) and not _is_desk(name, organizations)
    )
    mixed = tuple(name for name in people if not name.isupper())
    return mixed or people or names


def _is_desk(name: str, organizations: frozenset[str]) -> bool:
    every = name.casefold().split()
    words = [word for word in every if word not in DESK_WORDS]
    return (
        not words
        or (words != every and bool({key("".join(words)), key(name).casefold()} & organizations))
        or (key("".join(words)) in organizations)
    )
