"""What reading a document gives, before any language processing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from transforms.records.article_records import Article, Block, Document, Failure, Link
from transforms.records.reasons import BlockReason, Reason, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A document that gave no article: why, by code, and in words for a person."""

    reason: Reason
    detail: str
    document: Document | None = None
    """The document, so that a later newslake can try again; None when the process that read it died."""
    failures: tuple[Failure, ...] = ()
    """The step that failed, when it was newslake that did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link inside a block: offsets into the block's text."""

    url: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A text block of a page with the label on it, before it has a place in the article."""

    text: str
    kept: bool
    role: Role
    reason: BlockReason
    links: tuple[PageLink, ...] = ()


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A field's value with the evidence that it was read from, such as `json_ld`: the value of its `_from` column."""

    value: T
    source: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, with its zone, and how precisely the document gives it."""

    at: datetime
    precision: Literal["second", "minute", "day"]
    printed_on: date | None = None
    """The day that the page prints beside a time in UTC, where it is another one."""

    @property
    def day(self) -> date:
        """The day as the document itself says it, in its own zone."""
        return self.printed_on or self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one document says of itself, whatever its format; None is what it does not say."""

    blocks: tuple[PageBlock, ...]
    title: Found[str] | None = None
    seo_title: str | None = None
    subtitle: str | None = None
    authors: Found[tuple[str, ...]] | None = None
    published_at: Found[Moment] | None = None
    modified_at: Found[Moment] | None = None
    language: Found[str] | None = None
    """Language that the document declares, ISO 639-1; the text itself may say otherwise."""
    section: Found[str] | None = None
    topics: tuple[str, ...] = ()
    url: str | None = None
    """Where a JSONL line says that it was read from."""
    canonical_url: str | None = None
    site: str | None = None
    publisher_country: str | None = None
    """Country in the address of the publisher, ISO 3166-1 alpha-3."""
    image_url: str | None = None
    comment_count: int | None = None
    license: str | None = None
    paywalled: bool | None = None
    no_article: Reason | None = None
    """Why it is no article, though it has text; None when it may be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as it was read: its records, spans included."""

    document: Document
    article: Article
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()


PARAGRAPH_BREAK = "\n\n"
"""What stands between two kept blocks in `articles.text`."""


def article_text(blocks: tuple[PageBlock, ...]) -> str:
    """Join the kept blocks to the article's text."""
    return PARAGRAPH_BREAK.join(block.text for block in blocks if block.kept)


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
            offset += len(block.text) + len(PARAGRAPH_BREAK)
    return tuple(blocks), tuple(links)
