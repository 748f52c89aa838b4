"""Decide which text blocks of a page are its article's body, and what the others are."""

from collections import Counter
from collections.abc import Sequence

import regex
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.content.block_labels import BlockLabel, Body, Claims, body_role, class_names, shape
from transforms.html.content.blocks import TextBlock
from transforms.html.content.drop_boilerplate import (
    drop_author_lines,
    drop_dangling,
    drop_furniture,
    drop_repeated,
    drop_stranded,
    drop_title,
)
from transforms.html.content.main_content import MOSTLY_LINKED, is_prose, linked_share
from transforms.html.content.markup_role import MarkupRoles
from transforms.html.content.restore import (
    restore_headings,
    restore_lead,
    restore_lists,
    restore_opening,
    restore_prose,
    restore_sections,
)
from transforms.records.reasons import BlockReason, Role

MAIN_SHARE = 0.4
"""An element with this share of the article's text is its container; its class tells nothing of a block in it."""

DOUBTED_SHARE = 0.25
"""Markup that calls so much of the article's prose a caption, an advertisement or the like means something else."""

MIN_KEPT = 0.5
"""When less of the extracted text than this is left, the markup was misread."""

MIN_LEFT = 0.2
"""When less than this is left even so, the other rules misread the page, and what was extracted stands as it is."""

_PICTURE_CLASS = regex.compile(r"(?<![a-z])(?:pictures?|images?|img|photos?|gallery|slideshow|bild|foto)(?![a-z])")


def judge(
    blocks: Sequence[TextBlock], marks: Sequence[bool], reason: BlockReason, claims: Claims
) -> Sequence[BlockLabel]:
    """Give a label on each block of a page.

    `marks` are the blocks that the extraction took, on the ground of `reason`. What markup says of them is believed as
    long as most of the text stays; where it does not, the page's names mean something else than elsewhere. So no rule
    here can lose an article that the extraction has.
    """
    markup = MarkupRoles(_main_elements(blocks, marks, claims.heading))
    doubted = _doubted_roles(blocks, marks, markup)
    given = [markup.role(block.element) for block in blocks]
    alike = {shape(block) for block, role in zip(blocks, given, strict=True) if role in doubted and is_prose(block)}
    roles = [
        None if role in doubted and shape(block) in alike else role for block, role in zip(blocks, given, strict=True)
    ]
    labels = _labels(blocks, marks, roles, reason, claims)
    taken = (block for block, mark, role in zip(blocks, marks, roles, strict=True) if mark and role != Role.COMMENT)
    extracted = sum(map(_size, taken))
    if _kept(blocks, labels) < MIN_KEPT * extracted:
        believed = [None if mark else role for mark, role in zip(marks, roles, strict=True)]
        labels = max(labels, _labels(blocks, marks, believed, reason, claims), key=lambda given: _kept(blocks, given))
        if _kept(blocks, labels) < MIN_LEFT * extracted:
            return [_first_label(*each, reason) for each in zip(blocks, marks, believed, strict=True)]
    return labels


def _labels(
    blocks: Sequence[TextBlock],
    marks: Sequence[bool],
    roles: Sequence[Role | None],
    reason: BlockReason,
    claims: Claims,
) -> Sequence[BlockLabel]:
    labels = [_first_label(*each, reason) for each in zip(blocks, marks, roles, strict=True)]
    body = Body(blocks, [key(block.text).casefold() for block in blocks], labels)
    start = drop_title(body, claims)
    restore_prose(body, start)
    restore_opening(body, start)
    restore_lists(body)
    restore_sections(body)
    restore_headings(body)
    drop_furniture(body, may_be_links=claims.is_dated and start > 0)
    drop_repeated(body)
    drop_author_lines(body, claims.authors)
    restore_lead(body, start, claims.descriptions)
    drop_stranded(body)
    drop_dangling(body)
    return labels


def _kept(blocks: Sequence[TextBlock], labels: Sequence[BlockLabel]) -> int:
    return sum(_size(block) for block, label in zip(blocks, labels, strict=True) if label.kept)


def _size(block: TextBlock) -> int:
    """Return the characters of a block; of one that is linked 0, as it may be the headline of another article."""
    return len(block.text) if linked_share(block) < MOSTLY_LINKED else 0


def _main_elements(blocks: Sequence[TextBlock], marks: Sequence[bool], heading: HtmlElement | None) -> set[HtmlElement]:
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for block, mark in zip(blocks, marks, strict=True):
        if mark:
            total += len(block.text)
            for ancestor in (block.element, *block.element.iterancestors()):
                weights[ancestor] += len(block.text)
    above = set() if heading is None else {heading, *heading.iterancestors()}
    return above | {element for element, weight in weights.items() if weight >= MAIN_SHARE * total}


def _doubted_roles(blocks: Sequence[TextBlock], marks: Sequence[bool], markup: MarkupRoles) -> set[Role | None]:
    # A role that would take much of the prose is a misread class; what stands after a paywall is the article.
    weights: Counter[Role | None] = Counter()
    for block, mark in zip(blocks, marks, strict=True):
        if mark:
            weights[markup.role(block.element)] += len(block.text)
    least = DOUBTED_SHARE * weights.total()
    doubted = {role for role, weight in weights.items() if weight >= least}
    if weights[None] >= least:  # of readers' comments there can be more than of the article, which is the rest
        doubted.discard(Role.COMMENT)
    return {Role.PAYWALL} | doubted


def _first_label(block: TextBlock, mark: bool, role: Role | None, reason: BlockReason) -> BlockLabel:
    if mark and role is None and not is_prose(block) and _PICTURE_CLASS.search(class_names(block.element)):
        role = Role.CAPTION
    if role is not None:
        return BlockLabel(False, role, BlockReason.MARKUP)
    return BlockLabel(True, body_role(block), reason) if mark else BlockLabel(False, Role.OTHER, BlockReason.NOT_BODY)
