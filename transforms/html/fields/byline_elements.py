"""Find the elements of a page that name who wrote its article: by rel, property, class, address or the label before."""

from collections.abc import Callable, Iterator

import regex
from lxml.html import HtmlElement

from transforms.html.content.elsewhere import Elsewhere, hyphenated
from transforms.html.fields.date_places import element_lines, short_text
from transforms.html.fields.metadata import Evidence
from transforms.text.byline import byline_words, is_announced, is_label, is_person_name, parse_byline, without_opening
from transforms.text.urls import is_web_address, path_of

MAX_LABELLED = 100
"""Characters of a byline after its label; more is a paragraph that happens to follow one."""

MAX_PEN_NAME = 40
"""Characters of a pen name or a desk's; the longest user names of content systems end below."""

MAX_WORDS = 4
"""Words of a pen name or a desk's that only its mark tells."""

MAX_LABELLED_WORDS = 8
"""Words of a name after a label, which may be a group's: "The Members of the Choir of Radio Kyoto"."""

FEW_PARTS = 3
"""Elements within a label: what holds more is not looked at, for the time."""

_BYLINE_CLASS = regex.compile(
    r"(?<![a-z])(?:byline|by-line|authors?|author-?name|autore?|auteur)(?:-(?:txt|text))?(?:$|[\s_-])", regex.IGNORECASE
)
_CREDIT_CLASS = regex.compile(r"(?<![a-z])(?:theme|recipe|image|photo|quote|zitat|citation)-author", regex.IGNORECASE)
_AUTHOR_PATH = regex.compile(r"/(?:authors?|autor(?:en|es)?|auteurs?)/[^/?#]", regex.IGNORECASE)
_INLINE = ("a", "span", "em", "strong", "b", "i")
_LINE_TAGS = (*_INLINE[1:], "p", "div", "li", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "small")
_XPATH = (
    "//*[@rel='author' or @itemprop='author' or contains(@class,'yline') or contains(@class,'uthor')"
    " or contains(@class,'by-line') or contains(@class,'utor') or contains(@class,'uteur')]"
)


def byline_names(
    evidence: Evidence, heading: HtmlElement | None, is_publication: Callable[[str], bool]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the names that elements of the article give with what says so, the surest first.

    A link marked rel=author, an author's property, and a link to an author's page are a name whole, also one that no
    person is called: a pen name, a desk. What only its class marks, or a label before it ("Author: "), counts when it
    reads like a byline; labelled lines that sign with the publication's name do not. What stands outside the article,
    told from its `heading`, does not count; on a page whose parts have no names of their own all of it is the article.
    """
    elsewhere = Elsewhere(heading)
    if names := _of_profile(evidence):
        yield names, "byline"
    marked = [element for element in evidence.tree.xpath(_XPATH) if _is_byline(element) and element not in elsewhere]
    if names := _all(map(_name_of_link, _first_group([e for e in marked if e.get("rel") == "author"]))):
        yield names, "byline"
        if not any(is_publication(name) or is_person_name(name) for name in names):
            return  # who signs with a pen name is no person whom the text names
    for element in marked:
        source = "microdata" if element.get("itemprop") else "byline"
        if names := parse_byline(_text(element)):
            yield names, source
            break
    if names := _announced(evidence.tree, elsewhere, is_publication):
        yield names, "byline"
    for element in marked:
        if _is_author_property(element) and (names := _pen_name(element)):
            yield names, "microdata"
            break
    links = (link for link in evidence.tree.iter("a") if _AUTHOR_PATH.search(link.get("href") or ""))
    if names := next((names for link in links if link not in elsewhere and (names := _name_of_link(link))), ()):
        yield names, "byline"


def pen_name(evidence: Evidence, heading: HtmlElement | None) -> tuple[str, ...]:
    """Return the one name, of whatever form, that a byline's class marks or a label stands before; empty for none.

    For a page on which nothing has the form of a name: a pen name, a desk, a group.
    """
    elsewhere = Elsewhere(heading)
    marked = (element for element in evidence.tree.xpath(_XPATH) if _is_byline(element) and element not in elsewhere)
    if names := next((names for element in marked if (names := _pen_name(element))), ()):
        return names if names[0][0].isupper() or " " not in names[0] else ()
    labels = (e for e in evidence.tree.iter(*_LINE_TAGS) if _is_label(e) and e not in elsewhere)
    return next((names for label in labels if (names := _whole_name(_text_after(label), MAX_LABELLED_WORDS))), ())


def _of_profile(evidence: Evidence) -> tuple[str, ...]:
    """Return who the links to the authors' own pages name, wherever they stand: `article:author` has their addresses.

    It assumes that the address there is a person's, or that links to it do not read like a person's name.
    """
    given = evidence.meta.get("article:author", ())
    profiles = {path_of(value) for value in given if is_web_address(value)} - {"", "/"}
    links = (link for link in evidence.tree.iter("a") if profiles and path_of(link.get("href") or "") in profiles)
    return _all(names for link in links if all(map(is_person_name, names := parse_byline(link.text_content()))))


def _is_label(element: HtmlElement) -> bool:
    return len(element) < FEW_PARTS and is_label(short_text(element) or "")


def _is_byline(element: HtmlElement) -> bool:
    if element.get("rel") == "author" or _is_author_property(element):
        return True
    marks = hyphenated(element.get("class") or "")
    return bool(_BYLINE_CLASS.search(marks)) and not _CREDIT_CLASS.search(marks)


def _is_author_property(element: HtmlElement) -> bool:
    return bool(element.get("itemprop") == "author")


def _first_group(links: list[HtmlElement]) -> list[HtmlElement]:
    # Authors of one article stand together; a link elsewhere signs the teaser of another.
    if not links or (line := links[0].getparent()) is None:
        return links
    holder = line.getparent() if line.getparent() is not None else line
    return [link for link in links if line in link.iterancestors() or holder is _grandparent(link)]


def _grandparent(element: HtmlElement) -> HtmlElement | None:
    parent = element.getparent()
    return None if parent is None else parent.getparent()


def _all(found: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in found for name in names))


def _text(element: HtmlElement) -> str:
    return element.get("content") or " \n".join(element.itertext())


def _name_of_link(link: HtmlElement) -> tuple[str, ...]:
    return parse_byline(link.text_content()) or _pen_name(link)


def _pen_name(element: HtmlElement) -> tuple[str, ...]:
    return _whole_name(_text(element), MAX_WORDS)


def _whole_name(text: str, max_words: int) -> tuple[str, ...]:
    """Return a whole text as one name; empty when it is too long, a label, an address, a date or a sentence."""
    name = without_opening(" ".join(text.split())).strip(" :,|·•–—-")
    words = name.split()
    if not words or len(name) > MAX_PEN_NAME or len(words) > max_words or not regex.search(r"\p{L}{2}", name):
        return ()
    if is_label(name) or any(folded in byline_words("nobody") for folded in _beginnings(words)):
        return ()
    return () if regex.search(r"[:?!/@©]|\b\d{4}\b|\.\s|^\d+\s", name) else (name,)


def _beginnings(words: list[str]) -> Iterator[str]:
    return (" ".join(words[:count]).casefold() for count in range(1, len(words) + 1))


def _announced(tree: HtmlElement, elsewhere: Elsewhere, is_publication: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the names of the short lines that open like a byline; empty when they name different people.

    Several are bylines of teasers: which of them is the article's cannot be told.
    """
    found = {
        names
        for element in tree.iter(*_LINE_TAGS, "br")
        if (names := _line_names(element)) and element not in elsewhere and not all(map(is_publication, names))
    }
    longest = max(found, key=len, default=())
    return longest if all(set(names) <= set(longest) for names in found) else ()


def _line_names(element: HtmlElement) -> tuple[str, ...]:
    if element.tag == "br":
        return _names_after_break(element)
    text = short_text(element)
    if text is None or len(text) > MAX_LABELLED:
        return ()
    if not is_label(text):
        return parse_byline(_first_line(element, text)) if is_announced(text) else ()
    following = " ".join(_text_after(element).split())
    return parse_byline(f"{text.rstrip(' :')}: {following}") if len(following) <= MAX_LABELLED else ()


def _first_line(element: HtmlElement, text: str) -> str:
    """Return a byline up to its first line break: what follows is the office or the paper, unless "and" goes on."""
    parts = element_lines(element)
    if len(parts) < 2 or not parse_byline(parts[0]) or parts[0].endswith((",", "&", " and")):
        return text
    goes_on = parts[1].split()[0].casefold() in byline_words("and") or is_announced(parts[1])
    return text if goes_on else parts[0]


def _names_after_break(br: HtmlElement) -> tuple[str, ...]:
    # A line of a paragraph may be a verse that begins with "by": a lone word after it is no name.
    line = " ".join(_text_after(br).split())
    names = parse_byline(line) if len(line) <= MAX_LABELLED and is_announced(line) else ()
    return names if any(" " in name for name in names) else ()


def _text_after(element: HtmlElement) -> str:
    """Return the text between an element and the next line: its tail with what stands in the line, or the next one."""
    text = (element.tail or "").strip()
    for sibling in element.itersiblings():
        if text.strip() and sibling.tag not in _INLINE:
            break
        text = f"{text} {_text(sibling)} {sibling.tail or ''}" if isinstance(sibling.tag, str) else text
        if text.strip() and sibling.tag not in _INLINE:
            break
    return text
