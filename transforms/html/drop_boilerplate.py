"""Take out of a body what the extraction took for text: the title, links, prompts, credits, repetitions, bylines."""

from collections.abc import Sequence

from transforms.html.alignment import key
from transforms.html.block_labels import Body, Claims, shape
from transforms.html.main_content import MIN_PROSE, linked_share
from transforms.records.reasons import BlockReason, Role
from transforms.text.byline import is_person_name
from transforms.text.wording import role_of_wording

LINKED_SHARE = 0.8
"""A block with this share of linked text is a link with some dressing: "Read more: …"."""

LISTED_SHARE = 0.5
"""The same for an item of a list: a section's name often stands before the link."""

MIN_REPEATED = 20
"""A text of fewer letters and digits can well recur within an article."""

MIN_DOUBLED = 120
"""A whole paragraph that stands twice; shorter ones recur in recipes, programmes and poems."""

MAX_COMPARED = 400
"""In an article of more paragraphs pulled quotations are not looked for: the cost grows with their square."""

MAX_BYLINE = 120
"""A line with an author's name at the beginning of the body is a byline up to this length."""


def drop_title(body: Body, claims: Claims) -> int:
    """Take out the title, its repetitions, and the short lines before it.

    Returns the position after the title, 0 when the page shows none or nothing is kept after it.
    """
    known = {key(title).casefold() for title in claims.titles}
    start = 0
    for position, (block, text) in enumerate(zip(body.blocks, body.keys, strict=True)):
        heading = claims.heading
        is_heading = heading is not None and (block.element is heading or heading in block.element.iterancestors())
        if is_heading or (text in known and len(text) > 8):
            body.labels[position].drop(Role.TITLE, BlockReason.SAME_AS_TITLE)
            if is_heading:
                start = position + 1
    if not any(label.kept for label in body.labels[start:]):
        return 0
    for position, label in enumerate(body.labels[:start]):
        if label.kept and len(body.blocks[position].text) < 4 * MIN_PROSE:
            label.drop(Role.OTHER, BlockReason.SHAPE)
    return start


def drop_furniture(body: Body) -> None:
    """Take out what its wording gives away, and what is hardly more than a link."""
    in_list = False
    for block, label in zip(body.blocks, body.labels, strict=True):
        if not label.kept:
            continue
        if role := role_of_wording(block.text):
            label.drop(role, BlockReason.PHRASE)
            in_list = role == Role.RELATED
            continue
        in_list = in_list and label.role == Role.LIST
        # The items under "Read more" go with it.
        if in_list or linked_share(block) >= (LISTED_SHARE if label.role == Role.LIST else LINKED_SHARE):
            label.drop(Role.RELATED, BlockReason.SHAPE)


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

    Within their text authors hardly name themselves.
    """
    names = [key(name).casefold() for name in authors if is_person_name(name)]
    kept = [position for position, label in enumerate(body.labels) if label.kept]
    for position in kept[:3]:
        if len(body.blocks[position].text) <= MAX_BYLINE and any(name in body.keys[position] for name in names):
            body.labels[position].drop(Role.BYLINE, BlockReason.SAME_AS_FIELD)
    for position in kept[3:][-3:]:
        if any(name in body.keys[position][: 2 * len(name) + 20] for name in names):
            body.labels[position].drop(Role.AUTHOR_NOTE, BlockReason.SAME_AS_FIELD)


def drop_dangling(body: Body) -> None:
    """Take out headings at the end of the body: what stood under them was no text."""
    for label in reversed(body.labels):
        if label.kept and label.role == Role.HEADING:
            label.drop(Role.OTHER, BlockReason.SHAPE)
        elif label.kept:
            return
