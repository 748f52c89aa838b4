"""Take out of a body what the extraction took for text: the title, links, prompts, credits, repetitions, bylines."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from transforms.html.content.alignment import key
from transforms.html.content.block_labels import Body, Claims, shape
from transforms.html.content.blocks import elements_of
from transforms.html.content.main_content import MIN_PROSE, is_prose, linked_share, reads_as_sentence
from transforms.records.reasons import BlockReason, Role
from transforms.text.byline import is_person_name
from transforms.text.wording import MAX_WORDING_CHARS, role_of_wording

MAX_TITLE = 200
"""A heading with so many letters and digits more than the title goes on with the text: headlines are shorter."""

FEW_ABOVE = 3
"""Above a headline stand captions and a teaser or two; of more paragraphs the title is one of the text's headings."""

LINKED_SHARE = 0.8
"""A block with this share of linked text is a link with some dressing: "Read more: …"."""

LISTED_SHARE = 0.5
"""The same for an item of a list: a section's name often stands before the link."""

FEW_ALIKE = 2
"""So many paragraphs or headings set alike are a pattern of the article; one may be a teaser in it."""

MIN_REPEATED = 20
"""A text of fewer letters and digits can well recur within an article."""

MIN_DOUBLED = 120
"""A whole paragraph that stands twice; shorter ones recur in recipes, programmes and poems."""

FEW_BETWEEN = 3
"""So many blocks that are no text may stand between two paragraphs: a picture's caption, an advertisement, a teaser."""

STRANDED_SHARE = 0.2
"""With this share of the text, what stands far below it is the rest of it."""

MIN_ITEMS = 5
"""A list of so many is what its page is about; fewer are links below an article that the extraction missed."""

MAX_COMPARED = 400
"""In an article of more paragraphs pulled quotations are not looked for: the cost grows with their square."""

MAX_BYLINE = 120
"""A line with an author's name at the beginning of the body is a byline up to this length."""


def drop_title(body: Body, claims: Claims) -> int:
    """Take out the title, its repetitions, and the short lines before it.

    Returns the position after the title, 0 when the page shows none or nothing is kept after it.
    """
    known = {key(title).casefold() for title in claims.titles}
    heading = elements_of(claims.heading)
    start = 0
    for position, (block, text) in enumerate(zip(body.blocks, body.keys, strict=True)):
        is_heading = block.element in heading and not _goes_on(text, known)
        if is_heading or (text in known and len(text) > 8):
            body.labels[position].drop(Role.TITLE, BlockReason.SAME_AS_TITLE)
            if is_heading:
                start = position + 1
    if not any(label.kept for label in body.labels[start:]):
        return 0
    above = [
        (block, label) for block, label in zip(body.blocks[:start], body.labels[:start], strict=True) if label.kept
    ]
    amid = sum(is_prose(block) for block, _ in above) > FEW_ABOVE
    for block, label in above:
        if len(block.text) < 4 * MIN_PROSE and not (amid and is_prose(block)):
            label.drop(Role.OTHER, BlockReason.SHAPE)
    return start


def _goes_on(text: str, titles: Set[str]) -> bool:
    """Tell whether a heading's element holds more than a title: on a page that does not close it, all of the text."""
    return len(text) > MAX_TITLE + max(map(len, titles), default=0)


def drop_furniture(body: Body, may_be_links: bool = False) -> None:
    """Take out what its wording gives away, and what is hardly more than a link.

    A linked line is taken for a teaser. That does not hold for a sentence set like the paragraphs around it, nor for
    the linked headings of a list, whose text follows each of them: those stay. Nor does it hold for an article that is
    nothing but a list, as a post of links is; `may_be_links` tells whether the page can be one.
    """
    in_list = False
    links_alone = may_be_links and _is_list(body)
    paragraphs = Counter(shape(block) for block, label in zip(body.blocks, body.labels, strict=True) if label.kept)
    for position, (block, label) in enumerate(zip(body.blocks, body.labels, strict=True)):
        if not label.kept:
            continue
        if block.element.tag != "pre" and (role := role_of_wording(block.text)):  # in code ">>>" points to nothing
            label.drop(role, BlockReason.PHRASE)
            in_list = role == Role.RELATED
            if role == Role.PAYWALL:
                _drop_offer(body, position)
            continue
        in_list = in_list and label.role == Role.LIST
        # The items under "Read more" go with it.
        linked = linked_share(block) >= (LISTED_SHARE if label.role == Role.LIST else LINKED_SHARE)
        if in_list or (linked and not links_alone and not _linked_text(body, position, paragraphs)):
            label.drop(Role.RELATED, BlockReason.SHAPE)


def _is_list(body: Body) -> bool:
    """Tell whether all that is kept are items of lists, and none of them a sentence that is no link."""
    kept = [(block, label) for block, label in zip(body.blocks, body.labels, strict=True) if label.kept]
    return len(kept) >= MIN_ITEMS and all(label.role == Role.LIST and not is_prose(block) for block, label in kept)


def _drop_offer(body: Body, position: int) -> None:
    """Take out what follows a note for subscribers in its box, which holds no text before it; a long one is text."""
    before = next((at for at in range(position - 1, -1, -1) if body.labels[at].kept), None)
    if before is None:
        return
    around = {body.blocks[before].element, *body.blocks[before].element.iterancestors()}
    box = [element for element in body.blocks[position].element.iterancestors() if element not in around]
    inside = [
        (block, label)
        for block, label in zip(body.blocks[position:], body.labels[position:], strict=True)
        if box and box[-1] in block.element.iterancestors()
    ]
    if sum(len(block.text) for block, _ in inside) <= MAX_WORDING_CHARS:
        for _, label in inside:
            if label.kept:
                label.drop(Role.PAYWALL, BlockReason.PHRASE)


def _linked_text(body: Body, position: int, paragraphs: Mapping[tuple[str, str, str, str], int]) -> bool:
    block, label = body.blocks[position], body.labels[position]
    if label.role == Role.TABLE:
        return _has_plain_cell(body, position)
    if label.role == Role.BODY:
        return reads_as_sentence(block.text) and paragraphs[shape(block)] > FEW_ALIKE
    following = body.blocks[position + 1] if position + 1 < len(body.blocks) else None
    return (
        label.role == Role.HEADING
        and following is not None
        and body.labels[position + 1].kept
        and is_prose(following)
        and paragraphs[shape(following)] >= FEW_ALIKE
        and paragraphs[shape(block)] >= FEW_ALIKE
    )


def _has_plain_cell(body: Body, position: int) -> bool:
    """Tell whether another cell of a block's row is text: what is linked beside it is named in a table."""
    row = next((element for element in body.blocks[position].element.iterancestors("tr")), None)
    if row is None:
        return False
    for way in (range(position - 1, -1, -1), range(position + 1, len(body.blocks))):
        for at in way:
            if row not in body.blocks[at].element.iterancestors("tr"):
                break
            if body.labels[at].kept and linked_share(body.blocks[at]) < LISTED_SHARE:
                return True
    return False


def drop_repeated(body: Body) -> None:
    """Take out pulled quotations, and paragraphs that a page holds twice, say for subscribers and for others."""
    prose = [
        (position, body.keys[position])
        for position, label in enumerate(body.labels)
        if label.kept and label.role in (Role.BODY, Role.QUOTE) and len(body.keys[position]) >= MIN_REPEATED
    ]
    few = prose if len(prose) <= MAX_COMPARED else []
    whole = "\0".join(text for _, text in few)
    seen: set[str] = set()
    for position, text in prose:
        pulled = whole.count(text) > 1 and any(
            text in other and text != other and shape(body.blocks[at]) != shape(body.blocks[position])
            for at, other in few
        )
        if pulled or (text in seen and len(text) >= MIN_DOUBLED and body.blocks[position].text[-1] in '.!?…。”"'):
            body.labels[position].drop(Role.QUOTE, BlockReason.REPEATED)
        seen.add(text)


def drop_author_lines(body: Body, authors: Sequence[str]) -> None:
    """Take out the byline above the text and the note about the author below it.

    Within their text authors hardly name themselves, but for the turns of an interview: "Jane Roe: Where was that?"
    """
    names = [key(name).casefold() for name in authors if is_person_name(name)]
    turns = tuple(f"{name}:" for name in authors)
    kept = [position for position, label in enumerate(body.labels) if label.kept]
    for position in kept[:3]:
        text = body.blocks[position].text
        if (
            len(text) <= MAX_BYLINE
            and any(name in body.keys[position] for name in names)
            and not text.startswith(turns)
        ):
            body.labels[position].drop(Role.BYLINE, BlockReason.SAME_AS_FIELD)
    for position in kept[3:][-3:]:
        is_turn = body.blocks[position].text.startswith(turns)
        if not is_turn and any(name in body.keys[position][: 2 * len(name) + 20] for name in names):
            body.labels[position].drop(Role.AUTHOR_NOTE, BlockReason.SAME_AS_FIELD)


def drop_stranded(body: Body) -> None:
    """Take out lines far below the text, with other things between, none of them set like its paragraphs.

    Assumes that an article ends where its paragraphs do; the last one may stand below a picture or an advertisement.
    """
    kept = [position for position, label in enumerate(body.labels) if label.kept]
    paragraphs = Counter(
        shape(body.blocks[at]) for at in kept if is_prose(body.blocks[at]) and body.labels[at].role != Role.LIST
    )
    end = next((n for n in range(len(kept), 0, -1) if paragraphs[shape(body.blocks[kept[n - 1]])] >= FEW_ALIKE), 0)
    if not end:
        return
    far = next((n for n in range(end, len(kept)) if kept[n] - kept[n - 1] > FEW_BETWEEN), len(kept))
    rest = kept[far:]
    if sum(len(body.blocks[at].text) for at in rest) < STRANDED_SHARE * sum(len(body.blocks[at].text) for at in kept):
        for at in rest:
            body.labels[at].drop(Role.OTHER, BlockReason.SHAPE)


def drop_dangling(body: Body) -> None:
    """Take out headings at the end of the body, and labels that end in a colon: what stood under them was no text.

    A sentence that is set as a heading, in the element of the paragraphs, is the end of the text; so is one that ends
    in a colon, as before a video.
    """
    texts = zip(body.blocks, body.labels, strict=True)
    holders = {block.element.getparent() for block, label in texts if label.kept and label.role != Role.HEADING}
    for block, label in zip(reversed(body.blocks), reversed(body.labels), strict=True):
        if not label.kept:
            continue
        is_heading = label.role == Role.HEADING
        is_last = reads_as_sentence(block.text) and (not is_heading or block.element.getparent() in holders)
        if is_last or not (is_heading or block.text.endswith((":", "："))):
            return
        label.drop(Role.OTHER, BlockReason.SHAPE)
