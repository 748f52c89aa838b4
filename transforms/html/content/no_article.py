"""Tell pages that are no articles: cookie walls, captchas, missing pages, redirects, front pages."""

import functools
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from transforms.html.content.block_labels import HEADINGS, BlockLabel
from transforms.html.content.blocks import TextBlock
from transforms.html.content.main_content import linked_share
from transforms.lexicons.tables import lexicon_rows
from transforms.records.reasons import Reason

MAX_NOTICE = 1000
"""A notice to the visitor has fewer characters; in a longer text such words are what the article is about."""

NOTICE_SHARE = 0.5
"""The blocks that speak to the visitor hold at least so much of a notice; a report on captchas says more."""

MAX_SHELL = 250
"""A page that only sends the visitor on shows no more characters than this."""

MIN_TEASERS = 5
"""So many headings, each linked and in a box of its own with a sentence or two, are a front page."""

MAX_TEASER = 400
"""What a front page says of an article, heading and all, has no more characters."""

TEASER_SHARE = 0.8
"""A front page says hardly anything else."""

ARCHIVE = "archive"
ARCHIVES = frozenset({"author", "category", "date", "tag"})
"""Classes of the body of a page of WordPress that lists posts: `archive` with one that says of what."""

_REFRESH = re.compile(r"^\s*[0-5](?:\.\d+)?\s*[;,]\s*url\s*=", re.IGNORECASE)
_LOCATION = re.compile(r"\blocation(?:\.href)?\s*=\s*[\"']|\blocation\.(?:replace|assign)\(")


@functools.cache
def _notices() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    phrases: dict[Reason, list[str]] = {}
    reasons = {str(reason): reason for reason in Reason}
    for reason, phrase in lexicon_rows("page_notices.tsv"):
        phrases.setdefault(reasons[reason], []).append(phrase)
    return tuple((reason, re.compile("|".join(parts))) for reason, parts in phrases.items())


def no_article(
    tree: HtmlElement, blocks: Sequence[TextBlock], labels: Sequence[BlockLabel], *, dated: bool, is_front: bool = False
) -> Reason | None:
    """Return why a page is no article; None when it may be one.

    `dated` tells that the page gives its date of publication, which notices and front pages do not, `is_front` that it
    calls itself one. A notice is told by
    its words to the visitor and by saying nothing else, a front page by its form. A language whose words are not in
    data/reference/page_notices.tsv is not told, and the page stays.
    """
    kept = [block for block, label in zip(blocks, labels, strict=True) if label.kept]
    length = sum(len(block.text) for block in kept)
    if sum(len(block.text) for block in blocks) <= MAX_SHELL and _sends_on(tree):
        return Reason.REDIRECT
    if is_front or _is_list(tree):
        return Reason.FRONT_PAGE
    if dated:
        return None
    if length <= MAX_NOTICE and (reason := _notice(kept or blocks)):
        return reason
    return Reason.FRONT_PAGE if kept and _is_front_page(blocks, kept) else None


def _sends_on(tree: HtmlElement) -> bool:
    refreshed = any(
        (meta.get("http-equiv") or "").lower() == "refresh" and _REFRESH.match(meta.get("content") or "")
        for meta in tree.iter("meta")
    )
    return refreshed or any(
        len(script.text or "") <= MAX_NOTICE and _LOCATION.search(script.text or "") for script in tree.iter("script")
    )


def _notice(blocks: Sequence[TextBlock]) -> Reason | None:
    total = sum(len(block.text) for block in blocks)
    if total > MAX_NOTICE:
        return None
    for reason, pattern in _notices():
        said = sum(len(block.text) for block in blocks if pattern.search(block.text.lower()))
        if total and said >= NOTICE_SHARE * total:
            return reason
    return None


def _is_list(tree: HtmlElement) -> bool:
    """Whether WordPress calls a page a list of posts, by the class that its themes give the body; a post is single."""
    classes = frozenset((tree.xpath("string(//body/@class)") or "").split())
    return ARCHIVE in classes and bool(classes & ARCHIVES) and not any(name.startswith("single") for name in classes)


def _is_front_page(blocks: Sequence[TextBlock], kept: Sequence[TextBlock]) -> bool:
    boxes: dict[HtmlElement, list[TextBlock]] = {}
    for block in blocks:
        parent = block.element.getparent()
        if parent is not None:
            boxes.setdefault(parent, []).append(block)
    teasers = {element for element, box in boxes.items() if _is_teaser(box)}
    announced = sum(len(block.text) for block in kept if block.element.getparent() in teasers)
    return len(teasers) >= MIN_TEASERS and announced >= TEASER_SHARE * sum(len(block.text) for block in kept)


def _is_teaser(box: Sequence[TextBlock]) -> bool:
    headings = [block for block in box if block.element.tag in HEADINGS]
    short = sum(len(block.text) for block in box) <= MAX_TEASER
    return short and len(headings) == 1 and linked_share(headings[0]) >= TEASER_SHARE
