"""What reading a document gives, before any language processing."""

from dataclasses import dataclass

from transforms.reasons import BlockReason, Reason, Role
from transforms.records import Article, Block, Document, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A document that gave no article: why, by code, and in words for a person."""

    reason: Reason
    detail: str
    document: Document | None = None
    """The document when it could at least be decoded, so that a later newslake can try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link inside a block: offsets into the block's text."""

    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A text block of a page with the verdict on it, before it has a place in the article."""

    text: str
    kept: bool
    role: Role
    reason: BlockReason
    links: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it was read: its records, spans included."""

    document: Document
    article: Article
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()


SEPARATOR = "\n\n"
"""What stands between two kept blocks in `articles.text`."""


def article_text(blocks: tuple[PageBlock, ...]) -> str:
    """Join the kept blocks to the article's text."""
    return SEPARATOR.join(block.text for block in blocks if block.kept)


def place_blocks(article_id: str, page_blocks: tuple[PageBlock, ...]) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """Give page blocks their offsets in `articles.text`.

    Returns the rows of `blocks`, and of `links` for the links inside kept blocks.
    """
    blocks: list[Block] = []
    links: list[Link] = []
    offset = 0
    for position, block in enumerate(page_blocks):
        start = offset if block.kept else None
        end = offset + len(block.text) if block.kept else None
        blocks.append(
            Block(
                article_id=article_id,
                position=position,
                kept=block.kept,
                role=block.role,
                reason=block.reason,
                text=block.text,
                start_char=start,
                end_char=end,
            )
        )
        if block.kept:
            links += [
                Link(
                    article_id=article_id,
                    url=link.url,
                    anchor=block.text[link.start : link.end],
                    start_char=offset + link.start,
                    end_char=offset + link.end,
                )
                for link in block.links
            ]
            offset += len(block.text) + len(SEPARATOR)
    return tuple(blocks), tuple(links)
