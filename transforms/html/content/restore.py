"""Put back what the extraction left out of a body: paragraphs, headings between them, the standfirst."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import regex
from lxml.html import HtmlElement

from transforms.html.content.alignment import key
from transforms.html.content.block_labels import HEADINGS, BlockLabel, Body, body_role, class_names, shape
from transforms.html.content.blocks import TextBlock
from transforms.html.content.main_content import MIN_PROSE, MOSTLY_LINKED, is_prose, linked_share, reads_as_sentence
from transforms.records.reasons import BlockReason, Role
from transforms.text.wording import role_of_wording

LEAD_DISTANCE = 12
"""How many blocks can stand between a standfirst and the text: byline, date, share buttons, a caption."""

MIN_SENTENCES = 5
"""So many paragraphs or items that read as sentences are a section; fewer are a caption, a teaser, a prompt."""

MIN_LEAD = 25
"""A standfirst has at least as many characters; shorter is a kicker or the name of a section."""

NEAR_TITLE = 4
"""A standfirst without any mark is among as many blocks after the title."""

_LEAD_CLASS = regex.compile(
    r"(?<![a-z])(?:lea?de?|lead-?(?:in|text|paragraph)|standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|summary|"
    r"intro(?:duction)?|"
    r"teaser|excerpt|chapeau|chapo|sumario|entradilla|bajada|sottotitolo|occhiello|ingress|manchet|sapo|vorspann|anriss|"
    r"abstract|description|tagline|spot|desc)(?![a-z])"
)


def restore_prose(body: Body, start: int) -> None:
    """Put back paragraphs, after position `start`, that are set like at least two of the kept ones.

    Among them a sentence may be linked as a whole; after them it is a teaser.
    """
    last = max((position for position, label in enumerate(body.labels) if label.kept), default=0)
    taken_in = Counter(shape(block) for block, label in zip(body.blocks, body.labels, strict=True) if label.kept)
    for position in range(start, len(body.blocks)):
        block, label = body.blocks[position], body.labels[position]
        if label.kept or label.role != Role.OTHER or label.reason != BlockReason.NOT_BODY:
            continue
        if taken_in[shape(block)] >= 2 and (is_prose(block) or (position < last and reads_as_sentence(block.text))):
            label.restore(body_role(block))


def restore_opening(body: Body, start: int) -> None:
    """Put back a paragraph before the text, after position `start`, that stands bare in the element that holds it.

    It assumes that text beside two kept paragraphs, with no element of its own, is one of them: a page may open its
    first one with a box of links, which ends it before its text begins.
    """
    kept, holders = _kept_and_holders(body)
    for position in range(start, kept[0] if kept else start):
        block, label = body.blocks[position], body.labels[position]
        is_bare = label.reason == BlockReason.NOT_BODY and holders[block.element] >= 2
        if is_bare and is_prose(block) and not role_of_wording(block.text):
            label.restore(body_role(block))


def restore_lists(body: Body) -> None:
    """Put back lists and tables that stand between kept paragraphs, in the element that holds these.

    Lists of links, to other articles or to parts of this one, are left out, and with them what else stands in one: a
    note on a link is no text without it.
    """
    kept, holders = _kept_and_holders(body)
    items: dict[HtmlElement, list[bool]] = defaultdict(list)
    lists = {position: _outer_list(body.blocks[position]) for position in range(kept[0], kept[-1])} if kept else {}
    for position, outer in lists.items():
        if outer is not None:
            items[outer].append(linked_share(body.blocks[position]) >= MOSTLY_LINKED)
    for position, outer in lists.items():
        block, label = body.blocks[position], body.labels[position]
        if outer is None or label.kept or label.reason != BlockReason.NOT_BODY or linked_share(block) >= MOSTLY_LINKED:
            continue
        is_text = 2 * sum(items[outer]) <= len(items[outer]) and not role_of_wording(block.text)
        if is_text and holders[outer.getparent()] >= 2:
            label.restore(body_role(block))


def restore_sections(body: Body) -> None:
    """Put back a section that stands whole between two kept blocks, in the element that holds both.

    Assumes that what stands between two parts of a text is text as well, where it is sentences for the most, and
    neither markup nor wording calls any of it something else; extractors leave sections out for names that say nothing.
    A box that speaks to subscribers in words of no known language would be put back with it.
    """
    kept = [position for position, label in enumerate(body.labels) if label.kept]
    for before, after in pairwise(kept):
        if after - before > MIN_SENTENCES and _is_section(body, before, after):
            for position in range(before + 1, after):
                block, label = body.blocks[position], body.labels[position]
                if label.reason == BlockReason.NOT_BODY and linked_share(block) < MOSTLY_LINKED:
                    label.restore(body_role(block))


def _is_section(body: Body, before: int, after: int) -> bool:
    around = {body.blocks[before].element, *body.blocks[before].element.iterancestors()}
    holder = next((element for element in body.blocks[after].element.iterancestors() if element in around), None)
    if holder is None or holder.tag in ("body", "html"):
        return False
    between = body.blocks[before + 1 : after]
    sentences = [len(block.text) for block in between if is_prose(block)]
    return (
        len(sentences) >= MIN_SENTENCES
        and 2 * sum(sentences) >= sum(len(block.text) for block in between)
        and all(label.reason == BlockReason.NOT_BODY for label in body.labels[before + 1 : after])
        and all(holder in block.element.iterancestors() for block in between)
        and not any(role_of_wording(block.text) for block in between)
    )


def _outer_list(block: TextBlock) -> HtmlElement | None:
    around = (block.element, *block.element.iterancestors())
    return next((e for e in reversed(around) if e.tag in ("ul", "ol", "dl", "table")), None)


def restore_headings(body: Body) -> None:
    """Put back a heading when a kept block follows it in the same element."""
    following: int | None = None
    for position in range(len(body.blocks) - 1, -1, -1):
        block, label = body.blocks[position], body.labels[position]
        if label.kept:
            following = position
        elif (
            following is not None
            and following - position <= 2
            and label.reason == BlockReason.NOT_BODY
            and block.element.tag in HEADINGS[1:]
            and block.element.getparent() is body.blocks[following].element.getparent()
        ):
            label.restore(Role.HEADING)
            following = position


def restore_lead(body: Body, start: int, descriptions: Sequence[str]) -> None:
    """Put back the standfirst: before the text, marked as such or said again in the page's descriptions.

    `start` is the position after the title, 0 when the page shows none. What the page describes itself by counts
    wherever it stands between the title and the text, and also where it is set as the caption of a picture or video.
    """
    first = next((n for n, label in enumerate(body.labels) if label.kept and n >= start), None)
    if first is None:
        return
    known = [folded for text in descriptions if len(folded := key(text).casefold()) >= MIN_LEAD]
    if (
        start
        and body.labels[first].role == Role.BODY
        and (body.keys[first] in known or _marked_lead(body.blocks[first]))
    ):
        body.labels[first].role = Role.SUBTITLE
    near = max(0, first - LEAD_DISTANCE)
    for position in range(min(start or near, near), first):
        block, label, text = body.blocks[position], body.labels[position], body.keys[position]
        if len(text) < MIN_LEAD or linked_share(block) > 0.5 or label.role in (Role.TITLE, Role.ADVERTISEMENT):
            continue
        described = any(text in other or other in text for other in known)
        if label.role == Role.CAPTION and (
            text not in known or any(text in other for other in body.keys[position + 1 :])
        ):
            continue
        led = (
            start
            and position >= max(start, near)
            and (_marked_lead(block) or (position < start + NEAR_TITLE and _reads_as_lead(block, label)))
        )
        if described or (led and not role_of_wording(block.text)):
            label.restore(Role.SUBTITLE)


def _reads_as_lead(block: TextBlock, label: BlockLabel) -> bool:
    return label.reason == BlockReason.NOT_BODY and len(block.text) >= 2 * MIN_PROSE and is_prose(block)


def _marked_lead(block: TextBlock) -> bool:
    return bool(_LEAD_CLASS.search(class_names(block.element)))


def _kept_and_holders(body: Body) -> tuple[list[int], Counter[HtmlElement]]:
    """Return the positions of the kept blocks, and how many of their paragraphs each element holds."""
    kept = [position for position, label in enumerate(body.labels) if label.kept]
    prose = (body.blocks[position] for position in kept if is_prose(body.blocks[position]))
    return kept, Counter(block.element.getparent() for block in prose)
