"""Gather what a page says of itself in a form for machines: JSON-LD, meta tags, microdata."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.fields.json_text import parse_json

ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Article",
    "Report",
    "TechArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "Review",
    "CreativeWork",
    "VideoObject",
    "WebPage",
)
"""Types of schema.org that describe an article, the most telling first."""

_PARSELY_FIELDS = {
    "pub_date": "parsely-pub-date", "author": "parsely-author", "authors": "parsely-author", "title": "parsely-title",
    "section": "parsely-section",
}  # fmt: skip
"""What Parse.ly's one meta tag of JSON says, and the meta tag that its other form has for it."""

MIN_TITLE = 12
"""Letters and digits of a headline from which it is no chance that a title of the page holds it."""

BAIDU = "/cambrian.jsonld"
"""End of the context of the nodes that Baidu asks pages for: without a type, with pubDate and upDate for the page."""

VIDEO = 3
"""Rank of a video among the types of nodes: one with the page's title is what the page shows, another a part."""

JsonObject = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page says of itself: the article's node of its JSON-LD, its meta tags and its microdata.

    `meta` holds the values by name or property, in small letters; `itemprops` the elements of microdata.
    """

    article: JsonObject
    nodes: Mapping[str, JsonObject]
    meta: Mapping[str, tuple[str, ...]]
    itemprops: Mapping[str, tuple[HtmlElement, ...]]
    tree: HtmlElement

    def first_meta(self, *names: str) -> tuple[str, str] | None:
        """Return the first of these meta tags that has a value, as (name, value)."""
        return next(((name, value) for name in names for value in self.meta.get(name, ())), None)

    def resolve(self, value: object) -> object:
        """Follow a JSON-LD reference ({"@id": …}) to the node that it means."""
        if isinstance(value, Mapping) and "@id" in value and "name" not in value:
            return self.nodes.get(str(value["@id"]), value)
        return value


def gather(tree: HtmlElement) -> Evidence:
    """Read the evidence of a parsed page."""
    meta = _meta(tree)
    parsed = [node for script in _json_scripts(tree) for node in _nodes(parse_json(script))]
    nodes: dict[str, JsonObject] = {}
    for node, _ in parsed:
        if "@id" in node and len(node) > len(nodes.get(str(node["@id"]), {})):
            nodes[str(node["@id"])] = node
    return Evidence(
        _article_node(parsed, _titles(tree, meta), _addresses(tree, meta)), nodes, meta, _itemprops(tree), tree
    )


def _json_scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


OF_OTHERS = frozenset((
    "hasPart", "relatedLink", "mentions", "citation", "liveBlogUpdate", "itemListElement", "comment", "review",
    "isBasedOn", "isRelatedTo", "significantLink", "blogPost",
))  # fmt: skip
"""Properties whose values are articles of their own, or parts of this one: what they say is not said of the page's."""


def _nodes(value: object, of_others: bool = False, depth: int = 0) -> Iterator[tuple[JsonObject, bool]]:
    """Yield the nodes of JSON-LD, each with whether it stands below a property that tells of other articles."""
    if depth > 6:  # deeper nodes are parts of parts
        return
    if isinstance(value, Mapping):
        yield value, of_others
        for name, child in value.items():
            if isinstance(child, Mapping | list):
                yield from _nodes(child, of_others or name in OF_OTHERS, depth + 1)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child, of_others, depth + 1)


def types(node: JsonObject) -> list[str]:
    """Return the schema.org types of a JSON-LD node, without their prefix."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if name]


def _article_node(parsed: list[tuple[JsonObject, bool]], titles: list[str], addresses: set[str]) -> JsonObject:
    """Return the node that describes the page's article: empty when there is none.

    Of several of the most telling type the one with a headline or the address of the page wins, then the one that says
    most. What stands there for another article counts only where it is the single one, or has the page's headline.
    """
    referred = {ref for node, _ in parsed for name in OF_OTHERS for ref in _references(node.get(name))}
    ranked = [
        (
            of_others or str(node.get("@id")) in referred,
            min(ranks),
            not _is_titled(node, titles) and not _is_addressed(node, addresses),
            not _is_titled(node, titles),
            -len(node),
            position,
        )
        for position, (node, of_others) in enumerate(parsed)
        if (ranks := _ranks(node)) and (min(ranks) != VIDEO or _is_titled(node, titles))
    ]
    if not ranked:
        return {}
    best = min(ranked)
    # One article below such a property is the page's own after all; several are a list of others.
    return {} if best[0] and best[2] and len(ranked) > 1 else parsed[best[-1]][0]


def _references(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [str(item["@id"]) for item in items if isinstance(item, Mapping) and len(item) <= 2 and "@id" in item]


def _is_titled(node: JsonObject, titles: list[str]) -> bool:
    own = [key(text).casefold() for name in ("headline", "name") if isinstance(text := node.get(name), str)]
    return any(
        text and any(text == title or (len(text) > MIN_TITLE and text in title) for title in titles) for text in own
    )


def _is_addressed(node: JsonObject, addresses: set[str]) -> bool:
    entity = node.get("mainEntityOfPage")
    claims = (node.get("url"), node.get("@id"), entity.get("@id") if isinstance(entity, Mapping) else entity)
    return any(isinstance(claim, str) and _bare(claim) in addresses for claim in claims)


def _titles(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]]) -> list[str]:
    headings = (h1.text_content() for h1 in tree.iter("h1"))
    claimed = (*meta.get("og:title", ()), tree.findtext(".//title") or "", *headings)
    return [folded for text in claimed if (folded := key(text).casefold())]


def _addresses(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]]) -> set[str]:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return {_bare(address) for address in (*links, *meta.get("og:url", ())) if _bare(address)}


def _bare(address: str) -> str:
    return address.strip().partition("#")[0].partition("://")[2].rstrip("/")


def _ranks(node: JsonObject) -> list[int]:
    # All kinds of articles rank alike but for works and pages in general; the node that says most wins among them.
    general = {"CreativeWork": 2, "WebPage": 4, "Review": 1, "VideoObject": VIDEO}
    if "@type" not in node and BAIDU in str(node.get("@context")):
        return [general["WebPage"]]
    return [general.get(name, 0) for name in types(node) if name in ARTICLE_TYPES]


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    given = _parsely(found.get("parsely-page", ()))
    return {**given, **{name: tuple(values) for name, values in found.items()}}


def _parsely(contents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what Parse.ly's tags of JSON say, by the names that its plain tags have: docs.parse.ly, "Metadata"."""
    found: dict[str, tuple[str, ...]] = {}
    for content in contents:
        data = parse_json(content)
        for name, value in data.items() if isinstance(data, Mapping) else ():
            values = tuple(v.strip() for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
            if name in _PARSELY_FIELDS and any(values):
                found.setdefault(_PARSELY_FIELDS[name], values)
    return found


def _itemprops(tree: HtmlElement) -> dict[str, tuple[HtmlElement, ...]]:
    found: dict[str, list[HtmlElement]] = {}
    for element in tree.xpath("//*[@itemprop]"):
        for name in element.get("itemprop").split():
            found.setdefault(name, []).append(element)
    return {name: tuple(elements) for name, elements in found.items()}
