"""Gather what a page says of itself in a form for machines: JSON-LD, meta tags, microdata."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex
from lxml.html import HtmlElement

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
    "WebPage",
)
"""Types of schema.org that describe an article, the most telling first."""

_CDATA = regex.compile(r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)(?:\*/)?\s*;?\s*$")
_TRAILING_COMMA = regex.compile(r",(\s*[}\]])")

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
    objects = [node for script in _json_scripts(tree) for node in _nodes(_parse_json(script))]
    nodes: dict[str, JsonObject] = {}
    for node in objects:
        if "@id" in node and len(node) > len(nodes.get(str(node["@id"]), {})):
            nodes[str(node["@id"])] = node
    return Evidence(_article_node(objects), nodes, _meta(tree), _itemprops(tree), tree)


def _json_scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _parse_json(text: str) -> object:
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", _CDATA.sub("", text.replace("\ufeff", "")))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _parse_prefix(text)


def _parse_prefix(text: str) -> object:
    # Two objects in one script, or rubbish after the first.
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return _broken_fields(text)


_FIELD = regex.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.)*)"\s*[,}]', regex.V1
)


def _broken_fields(text: str) -> object:
    # What cannot be parsed as a whole, for a stray quotation mark in a description, still has its plain fields.
    fields: dict[str, Any] = {}
    for key, value in _FIELD.findall(text):
        fields.setdefault(key, value)
    return fields


def _nodes(value: object, depth: int = 0) -> Iterator[JsonObject]:
    if depth > 6:  # deeper nodes are parts of parts
        return
    if isinstance(value, Mapping):
        yield value
        for child in value.values():
            if isinstance(child, Mapping | list):
                yield from _nodes(child, depth + 1)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child, depth + 1)


def types(node: JsonObject) -> list[str]:
    """Return the schema.org types of a JSON-LD node, without their prefix."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if name]


def _article_node(objects: list[JsonObject]) -> JsonObject:
    ranked = [(min(ranks), -len(node), position) for position, node in enumerate(objects) if (ranks := _ranks(node))]
    return objects[min(ranked)[2]] if ranked else {}


def _ranks(node: JsonObject) -> list[int]:
    # All kinds of articles rank alike but for works and pages in general; the node that says most wins among them.
    general = {"CreativeWork": 2, "WebPage": 3, "Review": 1}
    return [general.get(name, 0) for name in types(node) if name in ARTICLE_TYPES]


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return {name: tuple(values) for name, values in found.items()}


def _itemprops(tree: HtmlElement) -> dict[str, tuple[HtmlElement, ...]]:
    found: dict[str, list[HtmlElement]] = {}
    for element in tree.xpath("//*[@itemprop]"):
        for name in element.get("itemprop").split():
            found.setdefault(name, []).append(element)
    return {name: tuple(elements) for name, elements in found.items()}
