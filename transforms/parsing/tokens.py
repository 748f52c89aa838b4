"""A parsed text as plain Python objects: the rules ask each token hundreds of times.

The names are spaCy's, and so is what they mean (https://spacy.io/api/token). Asked of spaCy's own objects, an attribute
took 100 to 280 ns, a token by its number 200, a stretch of tokens 2 µs, its sentence 8, and all of it a third of what
follows the parse; here they take 20, 70, 500 and 20 ns.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, overload

from transforms.parsing.columns import Column

T = TypeVar("T")


class Token:
    """A word or mark of a text, with its place in the tree of its sentence; a root is its own head.

    `children` is what hangs directly on it, in reading order: `lefts` before it, `rights` behind it.
    """

    __slots__ = (
        "children", "dep_", "doc", "end_char", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct", "is_space",
        "lefts", "lemma_", "lower_", "pos_", "rights", "sent", "tag_", "text",
    )  # fmt: skip

    head: "Token"

    def __init__(  # noqa: PLR0913, PLR0917 - a row of the columns that `read_doc` reads
        self, doc: "Doc", i: int, text: str, lower: str, lemma: str, tag: str, pos: str, dep: str, ent_type: str,
        idx: int, end_char: int, sent: "Span", is_punct: bool, is_space: bool, is_alpha: bool,
    ) -> None:  # fmt: skip
        """Take what stands in the columns of a document; the tree is added by `read_doc`."""
        # no more than three at once: of four Python makes a tuple
        self.doc, self.i, self.sent = doc, i, sent
        self.text, self.lower_, self.lemma_ = text, lower, lemma
        self.tag_, self.pos_, self.dep_ = tag, pos, dep
        self.ent_type_, self.idx, self.end_char = ent_type, idx, end_char
        self.is_punct, self.is_space, self.is_alpha = is_punct, is_space, is_alpha
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()

    is_digit, is_title, is_upper = Column[bool](), Column[bool](), Column[bool]()
    is_quote, is_stop, is_sent_start = Column[bool](), Column[bool](), Column[bool]()
    like_num, like_url, like_email = Column[bool](), Column[bool](), Column[bool]()
    whitespace_, ent_iob_ = Column[str](), Column[str]()
    left_edge, right_edge = Column["Token"](), Column["Token"]()

    @property
    def ancestors(self) -> "Iterator[Token]":
        """What it hangs on, the nearest first."""
        at = self
        for _ in self.doc.tokens:  # no longer, whatever the tree
            if at.head is at:
                return
            at = at.head
            yield at

    @property
    def subtree(self) -> "Iterator[Token]":
        """All that hangs on it, and itself, as the tree gives it from left to right."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            at, is_open = waiting.pop()
            if is_open or not (at.lefts or at.rights):
                yield at
                continue
            waiting += [(child, False) for child in reversed(at.rights)]
            waiting.append((at, True))
            waiting += [(child, False) for child in reversed(at.lefts)]

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """What it is coordinated with."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        found = [first]
        for one in found:
            found += [child for child in one.rights if child.dep_ == "conj"]
        return tuple(one for one in found if one is not self)

    def nbor(self, i: int = 1) -> "Token":
        """Return the token `i` places behind it; IndexError where there is none."""
        at = self.i + i
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]


class Span:
    """The tokens [start, end) of a document."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        """Take the first token and the one behind the last; a name has a label, its kind."""
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        """Return the number of its tokens."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Yield its tokens."""
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        """Yield its tokens, the last first."""
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        """Return the token at a place within it, or the tokens from one to another."""
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return Span(self.doc, self.start + start, self.start + max(start, end))
        place = (self.end if at < 0 else self.start) + at
        if not self.start <= place < self.end:
            raise IndexError(at)
        return self.doc.tokens[place]

    def __eq__(self, other: object) -> bool:
        """Compare by place and label."""
        return isinstance(other, Span) and self._key() == other._key()

    def __hash__(self) -> int:
        """Agree with what is equal."""
        return hash(self._key())

    def _key(self) -> tuple[int, int, str, int]:
        return self.start, self.end, self.label_, id(self.doc)

    @property
    def start_char(self) -> int:
        """Where it begins in the text; the text's length behind the last token."""
        return self.doc.starts[self.start] if self.start < len(self.doc.starts) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where it ends in the text, without the space behind it."""
        return self.doc.ends[self.end - 1] if self.end > self.start else self.start_char

    @property
    def text(self) -> str:
        """What it is in the text, without the space behind it."""
        doc, start, end = self.doc, self.start, self.end
        return doc.text[doc.starts[start] : doc.ends[end - 1]] if end > start else ""

    @property
    def root(self) -> Token:
        """The token that is highest in the tree, the first of several; a mark or space only without a word."""
        if self.end - self.start == 1:
            return self.doc.tokens[self.start]
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        highest = [token for token in tokens if not self.start <= token.head.i < self.end]
        return highest[0] if len(highest) == 1 else min(highest or tokens, key=_steps_to_root)

    @property
    def sent(self) -> "Span":
        """The sentence that its first token stands in."""
        return self.doc.tokens[self.start].sent


def _steps_to_root(token: Token) -> int:
    if (token.is_punct or token.is_space) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """The tokens of a text, its sentences, and the names that a model marks.

    `texts`, `lowers` and `lemmas` are its words as written, in lower case, and their lemmas in lower case; `starts` and
    `ends` where they stand in `text`, in characters. A text without a parse is one sentence, and no word has a lemma, a
    tag or a head but itself.
    """

    def __init__(self, text: str, is_parsed: bool) -> None:
        """Begin the document of a text, which `read_doc` fills."""
        self.text = text
        self.is_parsed = is_parsed
        self.tokens: list[Token] = []
        self.sents: list[Span] = []
        self.ents: tuple[Span, ...] = ()
        self.texts: list[str] = []
        self.lowers: list[str] = []
        self.lemmas: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.columns: dict[str, list[Any]] = {}
        self.told: dict[str, dict[int, Any]] = {}

    def __len__(self) -> int:
        """Return the number of its tokens."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield its tokens."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """Return the token at a place, or the tokens from one to another."""
        if not isinstance(at, slice):
            return self.tokens[at]
        start, end = at.start, at.stop
        if start is None or end is None or not 0 <= start <= end <= len(self.tokens):
            start, end, _ = at.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def let_go(self) -> None:
        """Forget the tokens, which know each other: left to the garbage collector they take a fifth more time."""
        for token in self.tokens:
            del token.head  # without it they only know what hangs on them
        self.tokens, self.sents, self.ents, self.columns, self.told = [], [], (), {}, {}

    def phrase(self, start: int, end: int) -> str:
        """Return the text of the tokens [start, end), one at least; there are none behind the last."""
        return self.text[self.starts[start] : self.ends[min(end, len(self.ends)) - 1]]

    def kept(self, what: str, at: int, make: Callable[[], T]) -> T:
        """Return what is told of a place, made at the first call and kept with the document."""
        told: dict[int, T] = self.told.setdefault(what, {})
        if at not in told:
            told[at] = make()
        return told[at]


def within(doc: Doc, start_char: int, end_char: int) -> Span:
    """Return the tokens that stand wholly within the characters [start_char, end_char) of a text, or none."""
    start = bisect_left(doc.starts, start_char)
    return Span(doc, start, max(start, bisect_right(doc.ends, end_char)))


def covering(doc: Doc, start_char: int, end_char: int) -> Span:
    """Return the tokens that cover the characters [start_char, end_char) of a text, one at least.

    Raises IndexError for offsets outside of it.
    """
    if not 0 <= start_char < end_char <= len(doc.text):
        raise IndexError(start_char, end_char)
    start, end = bisect_right(doc.starts, start_char) - 1, bisect_right(doc.starts, end_char - 1)
    if start_char == doc.ends[start]:  # a space behind a token is none of it
        start += 1
    return Span(doc, start, max(start, end))
