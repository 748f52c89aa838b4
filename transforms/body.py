"""Decide which text blocks of a page are its article's body, and what the others are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex
from lxml.etree import _Element
from lxml.html import HtmlElement

from transforms.alignment import key, taken
from transforms.byline import is_name
from transforms.html_blocks import TextBlock
from transforms.markup_role import MarkupRoles
from transforms.phrase_role import role_of_wording
from transforms.reasons import BlockReason, Role

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

MAIN_SHARE = 0.4
"""An element with this share of the article's text is its container; its class tells nothing of a block in it."""

DOUBTED_SHARE = 0.25
"""Markup that calls so much of the article's prose a caption, an advertisement or the like means something else by it."""

LINKED_SHARE = 0.8
"""A block with this share of linked text is a link with some dressing: "Read more: …"."""

LISTED_SHARE = 0.5
"""The same for an item of a list: a section's name often stands before the link."""

MIN_PROSE = 40
"""A paragraph that the extractor left out comes back when it has as many characters and ends a sentence."""

MIN_REPEATED = 20
"""A text of fewer letters and digits can well recur within an article."""

MIN_DOUBLED = 120
"""A whole paragraph that stands twice; shorter ones recur in recipes, programmes and poems."""

RUN_RATIO = 1.5
"""An element with so many times the prose that the extractor took is the article instead."""

MAX_BYLINE = 120
"""A line with an author's name at the beginning of the body is a byline up to this length."""

LEAD_DISTANCE = 12
"""How many blocks can stand between a standfirst and the text: byline, date, share buttons, the caption of a picture."""

MIN_LEAD = 25
"""A standfirst has at least as many characters; shorter is a kicker or the name of a section."""

_LEAD_CLASS = regex.compile(
    r"(?<![a-z])(?:lea?de?|lead-?(?:in|text|paragraph)|standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|summary|intro(?:duction)?|"
    r"teaser|excerpt|chapeau|chapo|sumario|entradilla|bajada|sottotitolo|occhiello|ingress|manchet|sapo|vorspann|anriss|"
    r"abstract|description|tagline|spot|desc)(?![a-z])"
)
_PICTURE_CLASS = regex.compile(r"(?<![a-z])(?:pictures?|images?|img|photos?|gallery|slideshow|bild|foto|imagen|media)(?![a-z])")
_SENTENCE_END = regex.compile(r"[.!?…。！？؟।:：»”\"’）)]$")


@dataclass(slots=True)
class Verdict:
    """What a block is, whether it is kept, and why."""

    kept: bool
    role: Role
    reason: BlockReason

    def drop(self, role: Role, reason: BlockReason) -> None:
        """Take the block out of the body."""
        self.kept, self.role, self.reason = False, role, reason

    def restore(self, role: Role, reason: BlockReason = BlockReason.RESTORED) -> None:
        """Put the block into the body."""
        self.kept, self.role, self.reason = True, role, reason


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a page with what is known of each, in parallel sequences."""

    blocks: Sequence[TextBlock]
    keys: Sequence[str]
    markup: MarkupRoles
    verdicts: list[Verdict]


def judge(
    blocks: Sequence[TextBlock],
    extracted: _Element | None,
    heading: HtmlElement | None,
    titles: Sequence[str],
    descriptions: Sequence[str],
    authors: Sequence[str],
) -> list[Verdict]:
    """Give a verdict on each block of a page.

    `extracted` is what the body extractor took, `heading` the element of the title; `titles`, `descriptions` and `authors`
    are those that the page gives in its metadata.
    """
    keys = [key(block.text).casefold() for block in blocks]
    marks = taken([key(block.text) for block in blocks], extracted)
    reason = BlockReason.EXTRACTOR
    if run := _better_run(blocks, marks):
        marks, reason = run, BlockReason.MAIN_RUN
    markup = MarkupRoles(_main_elements(blocks, marks))
    doubted = _doubted_roles(blocks, marks, markup)
    verdicts = [_first_verdict(block, mark, markup, doubted, reason) for block, mark in zip(blocks, marks, strict=True)]
    body = Body(blocks, keys, markup, verdicts)
    start = _drop_title(body, heading, titles)
    _restore_prose(body, start)
    _restore_headings(body)
    _drop_furniture(body)
    _drop_repeated(body)
    _drop_author_lines(body, authors)
    _restore_lead(body, start, descriptions)
    _drop_dangling(body)
    return verdicts


def _better_run(blocks: Sequence[TextBlock], marks: Sequence[bool]) -> list[bool]:
    # The extractor can miss the article, above all in scripts that part no words: then one element holds much more prose.
    prose: Counter[HtmlElement] = Counter()
    for block in blocks:
        if _is_running(block) and (parent := block.element.getparent()) is not None:
            prose[parent] += len(block.text)
    if not prose:
        return []
    element, length = prose.most_common(1)[0]
    taken_length = sum(len(block.text) for block, mark in zip(blocks, marks, strict=True) if mark and is_prose(block))
    if length <= RUN_RATIO * taken_length:
        return []
    return [_is_running(block) and block.element.getparent() is element for block in blocks]


def _is_running(block: TextBlock) -> bool:
    return block.element.tag in ("p", "div", "span") and linked_share(block) < 0.2 and is_prose(block)


def _main_elements(blocks: Sequence[TextBlock], marks: Sequence[bool]) -> set[HtmlElement]:
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for block, mark in zip(blocks, marks, strict=True):
        if mark:
            total += len(block.text)
            for ancestor in (block.element, *block.element.iterancestors()):
                weights[ancestor] += len(block.text)
    return {element for element, weight in weights.items() if weight >= MAIN_SHARE * total}


def _doubted_roles(blocks: Sequence[TextBlock], marks: Sequence[bool], markup: MarkupRoles) -> set[Role | None]:
    # A role that would take much of the article's prose is a misread class; what stands behind a paywall is the article.
    weights: Counter[Role | None] = Counter()
    for block, mark in zip(blocks, marks, strict=True):
        if mark and is_prose(block):
            weights[markup.role(block.element)] += len(block.text)
    return {Role.PAYWALL} | {role for role, weight in weights.items() if weight >= DOUBTED_SHARE * weights.total()}


def _first_verdict(
    block: TextBlock, mark: bool, markup: MarkupRoles, doubted: set[Role | None], reason: BlockReason
) -> Verdict:
    role = markup.role(block.element)
    if role in doubted and is_prose(block):
        role = None
    if mark and role is None and _PICTURE_CLASS.search(_names(block.element)) and not is_prose(block):
        role = Role.CAPTION
    if mark and role is None:
        return Verdict(True, body_role(block), reason)
    return Verdict(False, role or Role.OTHER, BlockReason.MARKUP if role else BlockReason.NOT_BODY)


def body_role(block: TextBlock) -> Role:
    """Return what a block is within a body, by the elements around it."""
    for element in (block.element, *block.element.iterancestors()):
        if element.tag in HEADINGS:
            return Role.HEADING
        if element.tag in ("li", "dt", "dd"):
            return Role.LIST
        if element.tag == "blockquote":
            return Role.QUOTE
        if element.tag in ("td", "th"):
            return Role.TABLE
        if element.tag in ("article", "main", "section", "body"):
            break
    return Role.BODY


def _drop_title(body: Body, heading: HtmlElement | None, titles: Sequence[str]) -> int:
    # Returns the position behind the title, 0 when the page shows none.
    known = {key(title).casefold() for title in titles}
    start = 0
    for position, (block, text) in enumerate(zip(body.blocks, body.keys, strict=True)):
        is_heading = heading is not None and (block.element is heading or heading in block.element.iterancestors())
        if is_heading or (text in known and len(text) > 8):
            body.verdicts[position].drop(Role.TITLE, BlockReason.SAME_AS_TITLE)
            if is_heading:
                start = position + 1
    if not any(verdict.kept for verdict in body.verdicts[start:]):
        return 0
    for position, verdict in enumerate(body.verdicts[:start]):
        if verdict.kept and len(body.blocks[position].text) < 4 * MIN_PROSE:
            verdict.drop(Role.OTHER, BlockReason.SHAPE)
    return start


def _restore_prose(body: Body, start: int) -> None:
    # Paragraphs left out though they stand in a container like those of the ones taken.
    taken_in = Counter(_shape(block) for block, verdict in zip(body.blocks, body.verdicts, strict=True) if verdict.kept)
    for position in range(start, len(body.blocks)):
        block, verdict = body.blocks[position], body.verdicts[position]
        if verdict.kept or verdict.role != Role.OTHER or verdict.reason != BlockReason.NOT_BODY:
            continue
        if taken_in[_shape(block)] >= 2 and is_prose(block):
            verdict.restore(body_role(block))


def _shape(block: TextBlock) -> tuple[str, str, str, str]:
    parent = block.element.getparent()
    names = (parent.tag, parent.get("class") or "") if parent is not None else ("", "")
    return block.element.tag, block.element.get("class") or "", *names


def is_prose(block: TextBlock) -> bool:
    """Tell whether a block reads like a paragraph: a sentence or more, and hardly a link."""
    return len(block.text) >= MIN_PROSE and bool(_SENTENCE_END.search(block.text)) and linked_share(block) < 0.5


def _restore_headings(body: Body) -> None:
    # A heading belongs to the body when the next block is one of it, in the same element.
    following: int | None = None
    for position in range(len(body.blocks) - 1, -1, -1):
        block, verdict = body.blocks[position], body.verdicts[position]
        if verdict.kept:
            following = position
        elif (
            following is not None
            and following - position <= 2
            and verdict.reason == BlockReason.NOT_BODY
            and block.element.tag in HEADINGS[1:]
            and block.element.getparent() is body.blocks[following].element.getparent()
        ):
            verdict.restore(Role.HEADING)
            following = position


def linked_share(block: TextBlock) -> float:
    """Return the share of a block's text that is linked."""
    return sum(anchor.end - anchor.start for anchor in block.anchors) / max(1, len(block.text))


def _drop_furniture(body: Body) -> None:
    in_list = False
    for block, verdict in zip(body.blocks, body.verdicts, strict=True):
        if not verdict.kept:
            continue
        if role := role_of_wording(block.text):
            verdict.drop(role, BlockReason.PHRASE)
            in_list = role == Role.RELATED
            continue
        in_list = in_list and verdict.role == Role.LIST
        if in_list:  # the items under "Read more"
            verdict.drop(Role.RELATED, BlockReason.SHAPE)
        elif linked_share(block) >= (LISTED_SHARE if verdict.role == Role.LIST else LINKED_SHARE):
            verdict.drop(Role.RELATED, BlockReason.SHAPE)


def _drop_repeated(body: Body) -> None:
    # A pulled quotation, or a paragraph that a page holds twice, for readers with and without a subscription.
    prose = [
        (position, body.keys[position])
        for position, verdict in enumerate(body.verdicts)
        if verdict.kept and verdict.role in (Role.BODY, Role.QUOTE) and len(body.keys[position]) >= MIN_REPEATED
    ]
    seen: set[str] = set()
    whole = "\0".join(text for _, text in prose)
    for position, text in prose:
        pulled = whole.count(text) > 1 and any(
            text in other and text != other and _shape(body.blocks[at]) != _shape(body.blocks[position])
            for at, other in prose
        )
        if pulled or (text in seen and len(text) >= MIN_DOUBLED and body.blocks[position].text[-1] in ".!?…。”\""):
            body.verdicts[position].drop(Role.QUOTE, BlockReason.REPEATED)
        seen.add(text)


def _drop_author_lines(body: Body, authors: Sequence[str]) -> None:
    # Who wrote it stands above the text, and who that is below it; within the text an author hardly names themselves.
    names = [key(name).casefold() for name in authors if is_name(name)]
    kept = [position for position, verdict in enumerate(body.verdicts) if verdict.kept]
    for position in kept[:3]:
        if len(body.blocks[position].text) <= MAX_BYLINE and any(name in body.keys[position] for name in names):
            body.verdicts[position].drop(Role.BYLINE, BlockReason.SAME_AS_FIELD)
    for position in kept[3:][-3:]:
        if any(name in body.keys[position][: 2 * len(name) + 20] for name in names):
            body.verdicts[position].drop(Role.AUTHOR_NOTE, BlockReason.SAME_AS_FIELD)


def _restore_lead(body: Body, start: int, descriptions: Sequence[str]) -> None:
    # The standfirst: between title and text, marked as such, or said again in the metadata.
    first = next((n for n, verdict in enumerate(body.verdicts) if verdict.kept and n >= start), None)
    if first is None:
        return
    known = [folded for text in descriptions if len(folded := key(text).casefold()) >= MIN_LEAD]
    for position in range(max(0, first - LEAD_DISTANCE), first):
        block, verdict, text = body.blocks[position], body.verdicts[position], body.keys[position]
        if len(text) < MIN_LEAD or linked_share(block) > 0.5 or verdict.role in (Role.TITLE, Role.CAPTION):
            continue
        described = any(text in other or other in text for other in known)
        led = start and position >= start and (
            _marked_lead(block) or (position < start + 4 and _reads_as_lead(block, verdict))
        )
        if described or (led and not role_of_wording(block.text)):
            verdict.restore(Role.SUBTITLE)


def _reads_as_lead(block: TextBlock, verdict: Verdict) -> bool:
    return verdict.reason == BlockReason.NOT_BODY and len(block.text) >= 2 * MIN_PROSE and is_prose(block)


def _marked_lead(block: TextBlock) -> bool:
    return bool(_LEAD_CLASS.search(_names(block.element)))


def _names(element: HtmlElement) -> str:
    # The classes of an element and of the two around it.
    parent = element.getparent()
    around = () if parent is None else (parent, parent.getparent())
    return " ".join((e.get("class") or "").replace("_", "-").lower() for e in (element, *around) if e is not None)


def _drop_dangling(body: Body) -> None:
    # A heading with nothing under it, at the end of the body, was that of a list of links.
    for verdict in reversed(body.verdicts):
        if verdict.kept and verdict.role == Role.HEADING:
            verdict.drop(Role.OTHER, BlockReason.SHAPE)
        elif verdict.kept:
            return
