"""Find an article's own title, without the site's name, section or other tails."""

from collections.abc import Iterator, Sequence

import regex
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.fields.heading import MAX_TITLE_CHARS, claimed_titles, element_text, readable
from transforms.html.fields.metadata import Evidence
from transforms.records.page import Found
from transforms.text.urls import host_of

SEPARATOR = regex.compile(
    r"(?<!\s)\s++[|–—•·«»‹›:/-]+\s+|(?<!\s)\s*+[|｜ㅣ»›]\s*|(?<=[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}])[-–—_]+|(?<=\S)_+(?=\S)"
    r"|(?<!\s)\s++(?=\([^()]*\)$)"
)
"""What stands between a title and the name of its site; a hyphen within a word only in scripts that part no words."""

_HEAD_SEPARATOR = regex.compile(r"(?<!\s)\s*+[|｜»›]\s*|(?<!\s)\s++[–—•·-]+\s+|:\s+")

MAX_SECTION = 20
"""How many letters the name of a section can have that stands between a title and the site's name."""

MIN_NAME = 3
"""Letters of a name of a site or host; fewer could be a word of the title."""

MIN_HEADLINE = 12
"""Letters and digits of a headline from which it is no chance that the metadata give it."""

_CUT_OFF = regex.compile(r"(?:\.\.\.|…|\[…\])$")
_NO_NAMES = frozenset(("www", "co", "com", "org", "net", "gov", "m", "amp", "news", "blog"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def title(evidence: Evidence, heading: HtmlElement | None, names: Sequence[str]) -> Found[str] | None:
    """Return the title of a page; None when it has none.

    `names` are the site's, whose tails are cut. The headline that structured data give comes first, unless it is there
    for search engines; then the one that a reader sees, then those for other sites and search engines. A title that is
    cut off, by its own dots or by a quotation mark that ended its attribute, yields to one that goes on.
    """
    printed = _without_kicker(heading, claimed_titles(evidence)) if heading is not None else ""
    found = [Found(clean_title(f.value, names, printed), f.source) for f in _candidates(evidence, printed)]
    best = next((f for f in found if f.value), None)
    if best is None:
        return None
    if best.source == "json_ld" and heading is not None and heading.tag == "h1":
        seen = next((f for f in found if f.value and f.source == "heading"), best)
        best = seen if _is_for_search_engines(best.value, seen.value, found) else best
    start = key(best.value)
    longer = (f for f in found if len(key(f.value)) > len(start) and key(f.value).startswith(start))
    if _CUT_OFF.search(best.value):
        return next(longer, best)
    rest = next((f for f in longer if f.source == "heading"), None)
    return rest if rest and rest.value[len(best.value) :].lstrip()[:1] in tuple("\"'") else best


def _is_for_search_engines(headline: str, printed: str, found: Sequence[Found[str]]) -> bool:
    """Return whether a headline of structured data is the page's `title`, and other sites get nothing nearer to it.

    Assumes that who writes another headline than the one on the page for search engines gives it to them in both
    places; what other sites get then tells which of the two is the article's: it has as many words of the printed one.
    A printed one that has the headline within it is the headline with a subtitle.
    """
    if key(headline) in key(printed) or not any(f.source == "title" and key(f.value) == key(headline) for f in found):
        return False
    shared = next((f.value for f in found if f.source == "meta og:title"), "")
    return _words_shared(shared, printed) >= _words_shared(shared, headline)


def _words_shared(one: str, other: str) -> int:
    return len(set(one.casefold().split()) & set(other.casefold().split()))


def _without_kicker(heading: HtmlElement, claims: Sequence[str]) -> str:
    """Return what a heading says, without a kicker in an element of its own before the headline.

    The headline is the part that the metadata give alone, or behind a mark such as a colon.
    """
    whole = element_text(heading)
    alone = {key(claim).casefold() for claim in claims}
    for claim in claims:
        alone |= {key(claim[match.end() :]).casefold() for match in _HEAD_SEPARATOR.finditer(claim)}
    parts = [" ".join(part.split()) for part in heading.itertext() if part.strip()]
    if key(whole).casefold() in {key(claim).casefold() for claim in claims} or len(parts) < 2:
        return whole
    last = next((part for part in parts[1:] if len(key(part)) >= MIN_HEADLINE and key(part).casefold() in alone), None)
    return last or whole


def seo_title(evidence: Evidence, names: Sequence[str], own: str | None) -> str | None:
    """Return the title that a page gives search engines and other sites; None when it is the article's `own`."""
    for text in (readable(evidence.tree.findtext(".//title")), *map(readable, evidence.meta.get("og:title", ())[:1])):
        cleaned = clean_title(text, names, own or "")
        if cleaned and key(cleaned).casefold() != key(own or "").casefold():
            return cleaned
    return None


def site_names(evidence: Evidence, site: str | None, *addresses: str | None) -> tuple[str, ...]:
    """Return what a page's site is called: by its metadata, and by the hosts of its addresses."""
    hosts = [host for address in addresses if address and (host := host_of(address))]
    labels = [label for host in hosts for label in (host, *_labels(host))]
    given = (site, *evidence.meta.get("og:site_name", ()), *evidence.meta.get("application-name", ()))
    return tuple(dict.fromkeys(name for name in (*given, *labels) if name and len(key(name)) >= MIN_NAME))


def _labels(host: str) -> list[str]:
    # "www.news.paper.co.uk": its public suffix is no name; of the rest each label may be one.
    return [label for label in host.split(".")[:-1] if label not in _NO_NAMES]


def _candidates(evidence: Evidence, printed: str) -> Iterator[Found[str]]:
    article = evidence.article
    headline, name = readable(article.get("headline")), readable(article.get("name"))
    if headline and name and key(name) == key(printed) != key(headline):
        yield Found(name, "json_ld")
    if headline:
        yield Found(headline, "json_ld")
    if printed:
        yield Found(printed, "heading")
    for tag in ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "parsely-title", "sailthru.title"):
        yield from (Found(readable(value), f"meta {tag}") for value in evidence.meta.get(tag, ())[:1])
    if text := readable(evidence.tree.findtext(".//title")):
        yield Found(text, "title")


def clean_title(text: str, names: Sequence[str], printed: str = "") -> str:
    """Take the site's name, and the section before it, off the end of a title, or the name off its beginning.

    A tail is also cut when the heading that a reader sees, `printed`, is the title without it. Returns an empty string
    when the text is too long for a title.
    """
    text = " ".join(text.split())
    head = _HEAD_SEPARATOR.search(text)
    site = next((name for name in names if head and _is_name(text[: head.start()], name)), None)
    if head and site and _is_cut(head, text, site, printed):
        text = text[head.end() :].strip()
    end = len(text)
    for match in reversed(list(SEPARATOR.finditer(text))):
        before, tail = text[: match.start()], text[match.end() :]
        if key(before) and (_is_tail(tail, names) or key(before).casefold() == key(printed).casefold()):
            end = match.start()
    return text[:end].strip(" |-–—·") if end <= MAX_TITLE_CHARS else ""


def _is_cut(head: "regex.Match[str]", text: str, site: str, printed: str) -> bool:
    # What stands before a colon may be the one who speaks, "Reuters: …". That it is the site a heading without it
    # shows, or, where no heading is printed, a name of several words: of these few papers speak of themselves.
    if head[0].strip() != ":":
        return True
    return key(printed) == key(text[head.end() :]) if printed else len(site.split()) > 1


def _is_tail(tail: str, names: Sequence[str]) -> bool:
    folded = key(tail).casefold()
    return any(
        _is_name(tail, name) or (len(own) > MIN_NAME and folded.endswith(own) and len(folded) <= len(own) + MAX_SECTION)
        for name in names
        if (own := key(name).casefold())
    )


def _is_name(text: str, name: str) -> bool:
    """Tell whether a part of a title is a site's name: as it is given, or as it is written in addresses."""
    folded, own = key(text).casefold(), key(name).casefold()
    return len(folded) >= MIN_NAME and own in (folded, folded.translate(_UMLAUTS))
