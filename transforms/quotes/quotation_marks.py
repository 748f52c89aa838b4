"""Find quotations by their marks, in any style and language, also where one goes on over several paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.records.page import PARAGRAPH_BREAK

CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",  # German and Danish books have them the other way round
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"',
    "``": "''",
    "''": "''",
    "”": "”",  # Swedish and Finnish use one mark for both
}
"""The marks that open a quotation, with those that can close it."""

_ANY_CLOSER = {"”", '"', "''", "“", "»"}
"""What closes a quotation whose own closing mark is nowhere in the paragraph: texts are put together from several."""

_MARK = re.compile("|".join(map(re.escape, {*CLOSERS, "›", "」", "』"})))
CAN_FOLLOW = {"", " ", "\n", "\xa0", ".", ",", ";", ":", "!", "?", ")", "…", "-", "–", "—"}
"""What can stand behind a closing mark; the empty string is the end of the text."""

NESTED = {"«": {'"', "”", "“"}, "„": {'"'}, "「": {'"'}, "『": {'"'}}
"""Marks that stand for quotations inside those of another style."""

LONGEST_PARAGRAPH = 600  # characters of a quotation that no mark closes

_REPORTERS = re.compile(r"\b(?:said|says|told|according to)\b")
_SINGLE_OPENS = re.compile(r"[‘'](?<![\w'’][‘'])(?=[^\s\W\d]|[“\[])")
_SINGLE_CLOSES = re.compile(r"[’'](?<=[^\s‘'(][’'])(?!\w)")
"""They begin with their marks, and are tried there alone: with what stands before, they were tried everywhere."""

_NO_SPACE = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between marks: its offsets in the text in code points, and those of the marks around it."""

    start_char: int
    end_char: int
    outer_start: int
    outer_end: int

    @property
    def is_closed(self) -> bool:
        """Whether a mark closes it; else it goes on behind the next one that opens."""
        return self.end_char < self.outer_end


@dataclass(frozen=True, slots=True)
class _Pair:
    quotation: Quotation
    is_open: bool  # the paragraph ends before the quotation does


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in its order; paragraphs are separated by an empty line.

    A quotation without a closing mark ends with its paragraph when the next one opens with a mark again, which is how
    a long quotation goes on, or goes on to the closing mark that is the first of the next; otherwise it is left out,
    for where it ends cannot be known.
    """
    found: list[Quotation] = []
    continued: Quotation | None = None  # the quotation that the paragraph before left open
    for opens, end in _paragraphs(text):
        start = opens
        closing = _closing_ahead(text, continued, start, end) if continued else None
        if continued and closing:
            inside = text[continued.start_char : closing.start()].rstrip()
            end_char = continued.start_char + len(inside)
            found.append(Quotation(continued.start_char, end_char, continued.outer_start, closing.end()))
            start, continued = closing.end(), None
        pairs = list(_pairs(text, start, end))
        opens_again = bool(pairs) and pairs[0].quotation.outer_start == opens
        if continued and opens_again:
            first = pairs[0]
            whole = Quotation(
                continued.start_char, first.quotation.end_char, continued.outer_start, first.quotation.outer_end
            )
            pairs[0] = _Pair(whole, first.is_open)
        continued = pairs[-1].quotation if pairs and pairs[-1].is_open else None
        found += [p.quotation for p in pairs if not p.is_open and p.quotation.start_char < p.quotation.end_char]
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs begin and end, without space before them."""
    opens = _NO_SPACE.search(text)
    while opens:
        end = text.find(PARAGRAPH_BREAK, opens.start())
        end = len(text) if end < 0 else end
        yield opens.start(), end
        opens = _NO_SPACE.search(text, end)


def _closing_ahead(text: str, opened: Quotation, start: int, end: int) -> re.Match[str] | None:
    """Return the mark that closes a quotation of the paragraph before, when it is the first mark of this one."""
    opening, mark = _MARK.match(text, opened.outer_start), _MARK.search(text, start, end)
    if opening is None or mark is None or mark.start() == start or mark.group() not in CLOSERS[opening.group()]:
        return None
    ends = not text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1] in CAN_FOLLOW
    return mark if ends and not _is_within_word(text, mark) else None


def _pairs(text: str, start: int, end: int) -> Iterator[_Pair]:
    """Yield the quotations of one paragraph; the last one may be open."""
    doubles = list(_doubles(text, start, end))
    if doubles:
        yield from doubles
    else:  # with double marks about, single ones stand for quotations in quotations
        yield from _singles(text, start, end)


def _doubles(text: str, start: int, end: int) -> Iterator[_Pair]:
    opened: re.Match[str] | None = None
    depth = 0  # quotations in the quotation that is open
    for mark in _MARK.finditer(text, start, end):
        if _is_within_word(text, mark):
            continue
        if opened and _closes(text, opened, mark, end) and not _looks_opening(text, mark, opened):
            if depth:
                depth -= 1
                continue
            yield _pair(text, opened, mark)
            opened = None
        elif opened and mark.group() == opened.group() and _is_nested(text, mark, end, depth):
            depth += 1
        elif mark.group() in CLOSERS and _can_open(text, mark, end) and (not opened or mark.group() == opened.group()):
            if opened and (before := _paragraph_before(text, opened, mark)):
                yield before
            opened, depth = mark, 0  # the one before was never closed
    if opened:
        yield _Pair(Quotation(opened.end(), end, opened.start(), end), is_open=True)


def _paragraph_before(text: str, opened: re.Match[str], mark: re.Match[str]) -> _Pair | None:
    """Return what stands between two opening marks as a paragraph of a quotation whose break the text lost.

    It assumes that a sentence ends before the second: “We waited. “Now we go.” There is none where other marks, the
    words of a reporter (said) or very much between them tell that a closing mark is missing.
    """
    inside = text[opened.end() : mark.start()].rstrip()
    if not inside or inside[-1] not in ".!?…" or len(inside) > LONGEST_PARAGRAPH:
        return None
    if _MARK.search(inside) or _REPORTERS.search(inside):
        return None
    end_char = opened.end() + len(inside)
    return _Pair(Quotation(opened.end(), end_char, opened.start(), end_char), is_open=False)


def _is_within_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands between two letters: the gershayim of a Hebrew abbreviation."""
    around = text[mark.start() - 1 : mark.start()] + text[mark.end() : mark.end() + 1]
    return mark.group() in '"”“' and len(around) == 2 and around.isalpha()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    """Whether a mark closes what another opened: by its style, or by its place where the right one is missing."""
    closers = CLOSERS[opened.group()]
    if mark.group() in closers:
        return True
    stands_last = not text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1] in CAN_FOLLOW
    return (
        mark.group() in _ANY_CLOSER
        and mark.group() not in NESTED.get(opened.group(), ())
        and stands_last
        and not any(closer in text[mark.end() : end] for closer in closers)
    )


def _is_nested(text: str, mark: re.Match[str], end: int, depth: int) -> bool:
    """Whether enough closing marks follow to close what opens here and all that is open around it."""
    closers = CLOSERS[mark.group()]
    if mark.group() in closers:
        return False
    after = text[mark.end() : end]
    return sum(map(after.count, closers)) - after.count(mark.group()) >= depth + 2


def _can_open(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a word follows the mark, and none stands directly before it: inches and stray marks open nothing."""
    follows = mark.end() < end and (not text[mark.end()].isspace() or mark.group() == "«")
    return follows and not (mark.start() > 0 and text[mark.start() - 1].isalnum() and mark.group() in '"»”')


def _looks_opening(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Whether a straight mark that could close opens again, because the one before was never closed."""
    if mark.group() not in {'"', "''"} or mark.end() >= len(text):
        return False
    before, after = text[mark.start() - 1], text[mark.end()]
    return mark.start() > opened.end() and (before.isspace() or before in "([") and after.isalnum()


def _singles(text: str, start: int, end: int) -> Iterator[_Pair]:
    """Yield quotations in single marks, whose closing mark is that of contractions and possessives too."""
    at = start
    while opening := _SINGLE_OPENS.search(text, at, end):
        following = _SINGLE_OPENS.search(text, opening.end(), end)
        closings = list(_SINGLE_CLOSES.finditer(text, opening.end(), following.start() if following else end))
        closing = next(
            (one for one in closings if text[one.start() - 1] in ".,!?…;"), closings[-1] if closings else None
        )
        at = closing.end() if closing else opening.end()
        if closing:
            yield _pair(text, opening, closing)


def has_single_marks(text: str, start: int, end: int) -> bool:
    """Tell whether words between single marks stand in a part of a text: said he was ‘deeply sorry’ for it.

    A title is nobody's words: where each of them begins with a capital.
    """
    pairs = (pair.quotation for pair in _singles(text, start, end))
    return any(not text[pair.start_char : pair.end_char].istitle() for pair in pairs)


def _pair(text: str, opening: re.Match[str], closing: re.Match[str]) -> _Pair:
    inside = text[opening.end() : closing.start()]
    start = opening.end() + len(inside) - len(inside.lstrip())  # French marks have spaces inside
    return _Pair(Quotation(start, start + len(inside.strip()), opening.start(), closing.end()), is_open=False)
