"""What is asked of so few tokens that it is kept with their document, in a list of all, and not with each."""

from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")

OF_NAME = ("", "I", "O", "B")
"""Whether a token goes on with a name, is none, or begins one, as the model gives it: 0 where it was not asked."""

FLAGS = {
    "is_digit": "IS_DIGIT", "is_title": "IS_TITLE", "is_upper": "IS_UPPER", "is_stop": "IS_STOP",
    "is_quote": "IS_QUOTE", "like_num": "LIKE_NUM", "like_url": "LIKE_URL", "like_email": "LIKE_EMAIL",
}  # fmt: skip
"""Attributes that are read as they are, with spaCy's names for their columns."""


class WithColumns(Protocol):
    """A document, as far as its columns go."""

    columns: dict[str, list[Any]]


class OfDocument(Protocol):
    """A token, as far as it knows its document and its place there."""

    i: int

    @property
    def doc(self) -> WithColumns:
        """The document."""
        ...


class Column(Generic[T]):
    """An attribute of a token that stands in the column of this name of its document."""

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name that it has in its class."""
        self._name = name

    def __get__(self, token: OfDocument, owner: type) -> T:
        """Return what the column says of a token."""
        found: T = token.doc.columns[self._name][token.i]
        return found

    def __set__(self, token: OfDocument, told: T) -> None:
        """Say something else of a token."""
        token.doc.columns[self._name][token.i] = told
