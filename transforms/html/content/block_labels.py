"""The labels on a page's text blocks, while they are being reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from transforms.html.content.blocks import TextBlock
from transforms.records.reasons import BlockReason, Role

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class BlockLabel:
    """What a block is, whether it is kept, and why."""

    kept: bool
    role: Role
    reason: BlockReason

    def drop(self, role: Role, reason: BlockReason) -> None:
        """Take the block out of the body."""
        self.kept, self.role, self.reason = False, role, reason

    def restore(self, role: Role) -> None:
        """Put the block into the body."""
        self.kept, self.role, self.reason = True, role, BlockReason.RESTORED


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a page, their letters and digits in small, and the labels on them: three parallel sequences."""

    blocks: Sequence[TextBlock]
    keys: Sequence[str]
    labels: Sequence[BlockLabel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What is known of the article beside its text: the element of its title, and what the page's metadata say."""

    heading: HtmlElement | None = None
    titles: Sequence[str] = ()
    descriptions: Sequence[str] = ()
    authors: Sequence[str] = ()
    is_dated: bool = False
    """Whether the page gives a date of its publication, which lists of articles do not."""


def body_role(block: TextBlock) -> Role:
    """Return what a block is within a body, by the elements around it."""
    for element in (block.element, *block.element.iterancestors()):
        if element.tag in HEADINGS:
            return Role.HEADING
        if element.tag in _ROLES:
            return _ROLES[element.tag]
        if element.tag in ("article", "main", "section", "body"):
            break
    return Role.BODY


_ROLES = {
    "li": Role.LIST,
    "dt": Role.LIST,
    "dd": Role.LIST,
    "blockquote": Role.QUOTE,
    "td": Role.TABLE,
    "th": Role.TABLE,
}


def class_names(element: HtmlElement) -> str:
    """Return the classes of an element and of the two around it, in small letters with hyphens."""
    parent = element.getparent()
    around = () if parent is None else (parent, parent.getparent())
    return " ".join((e.get("class") or "").replace("_", "-").lower() for e in (element, *around) if e is not None)


def shape(block: TextBlock) -> tuple[str, str, str, str]:
    """Return the tags and classes of a block's element and its parent: equal for paragraphs set alike."""
    parent = block.element.getparent()
    names = (parent.tag, parent.get("class") or "") if parent is not None else ("", "")
    return block.element.tag, block.element.get("class") or "", *names
