"""Read a plain-text scrape: title, byline, dateline and body among menus, comment forms and other furniture."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.plain.blocks import PlainBlock, plain_blocks
from transforms.plain.body import body_positions
from transforms.plain.head import Head, read_head
from transforms.plain.title import title_position
from transforms.records.page import Found, Page, PageBlock
from transforms.records.reasons import BlockReason, Role


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the parts of an article stand among the blocks of a text."""

    blocks: Sequence[PlainBlock]
    body: frozenset[int]
    title: int | None
    head: Head


def read_plain_text(text: str) -> Page:
    """Read a plain text; a Page without kept blocks means that no article was found in it."""
    blocks = plain_blocks(text)
    body = body_positions(blocks)
    title = title_position(blocks, body) if body else None
    head = read_head(blocks, body, title) if body else Head()
    parts = _Parts(blocks, frozenset(body), title, head)
    return Page(
        blocks=tuple(_judged(parts, position) for position in range(len(blocks))),
        title=Found(blocks[title].text, "title_block") if title is not None else None,
        authors=Found(head.authors, "byline") if head.authors else None,
        published_at=Found(head.published_at, "dateline") if head.published_at else None,
        modified_at=Found(head.modified_at, "dateline") if head.modified_at else None,
        comment_count=head.comment_count,
    )


def _judged(parts: _Parts, position: int) -> PageBlock:
    """Return a block with the label on it."""
    block = parts.blocks[position]
    if position == parts.title:
        return _dropped(block, Role.TITLE, BlockReason.SHAPE)
    if position in parts.head.roles:
        return _dropped(block, parts.head.roles[position], BlockReason.SHAPE)
    if position in parts.body:
        return PageBlock(text=block.text, kept=True, role=_body_role(block), reason=BlockReason.MAIN_RUN)
    if block.wording:
        return _dropped(block, block.wording, BlockReason.PHRASE)
    if parts.title is not None and block.text == parts.blocks[parts.title].text:
        return _dropped(block, Role.TITLE, BlockReason.SAME_AS_TITLE)
    role = Role.OTHER if block.is_prose else Role.NAVIGATION
    return _dropped(block, role, BlockReason.REPEATED if block.is_repeated else BlockReason.NOT_BODY)


def _dropped(block: PlainBlock, role: Role, reason: BlockReason) -> PageBlock:
    return PageBlock(text=block.text, kept=False, role=role, reason=reason)


def _body_role(block: PlainBlock) -> Role:
    if block.is_bullet:
        return Role.LIST
    return Role.BODY if block.is_prose or block.is_sentence else Role.HEADING
