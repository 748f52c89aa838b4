"""Find the reservations against AI and text mining that a site or a page makes; they are recorded, not obeyed."""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree
from multidict import CIMultiDictProxy
from protego import Protego

from transforms.lexicons.tables import lexicon_terms

NO_AI = {"noai", "noimageai", "noml"}
"""Values of robots meta elements and X-Robots-Tag headers: the first two DeviantArt's, the third Mojeek's."""

HEAD_BYTES = 64 * 1024
"""Where the meta elements of a page are looked for: at its start, which holds the head of nearly all."""

CONTENT_SIGNAL = re.compile(r"(?im)^[ \t]*content-signal[ \t]*:(.*)$")
"""A line of robots.txt as contentsignals.org defines it: "Content-Signal: search=yes, ai-train=no"."""

REFUSING_SIGNAL = re.compile(r"(?i)\bai-(?:train|input)[ \t]*=[ \t]*no\b")


@cache
def ai_crawlers() -> tuple[str, ...]:
    """Return the names by which robots.txt addresses the crawlers of AI models."""
    return tuple(lexicon_terms("ai_crawlers.txt"))


def robots_opt_outs(text: str, rules: Protego, url: str) -> tuple[str, ...]:
    """Return "robots.txt: GPTBot" for each crawler of AI models that `rules` keep from `url`, and the same of signals.

    `text` is the robots.txt that `rules` were read from. Where all are kept from `url` but those who are named, that is
    no reservation against AI.
    """
    for_all = rules.can_fetch(url, "*")
    signals = (signal for line in CONTENT_SIGNAL.findall(text) for signal in REFUSING_SIGNAL.findall(line))
    written = dict.fromkeys(re.sub(r"\s", "", signal).lower() for signal in signals)
    named = (name for name in ai_crawlers() if for_all and not rules.can_fetch(url, name))
    return tuple(f"robots.txt: {name}" for name in (*named, *written))


def response_opt_outs(headers: CIMultiDictProxy[str], content: bytes) -> tuple[str, ...]:
    """Return those of the headers ("header: noai") and of the page's meta elements ("meta: tdm-reservation")."""
    found = [f"header: {value}" for value in _from_headers(headers)]
    if "html" in headers.get("Content-Type", "html").lower():
        found += [f"meta: {value}" for value in _from_page(content[:HEAD_BYTES])]
    return tuple(dict.fromkeys(found))


def _from_headers(headers: CIMultiDictProxy[str]) -> Iterator[str]:
    if headers.get("tdm-reservation", "").strip() == "1":
        yield "tdm-reservation"
    for value in headers.getall("X-Robots-Tag", []):
        yield from _no_ai(value)


def _from_page(start: bytes) -> Iterator[str]:
    if b"<meta" not in start.lower():
        return
    parser = etree.HTMLParser(no_network=True, recover=True, encoding="iso-8859-1")  # all that is looked for is ASCII
    root = etree.fromstring(start, parser)
    for meta in root.iter("meta") if root is not None else ():
        yield from _of_meta(str(meta.get("name", "")), str(meta.get("content", "")))


def _of_meta(name: str, content: str) -> Iterator[str]:
    if name.strip().lower() == "tdm-reservation" and content.strip() == "1":
        yield "tdm-reservation"
    if name.strip().lower() == "robots":
        yield from _no_ai(content)


def _no_ai(directives: str) -> Iterator[str]:
    """Yield the reservations in `directives`, which may be addressed: "otherbot: noindex, noai"."""
    yield from (word for word in re.split(r"[\s,:;]+", directives.lower()) if word in NO_AI)
