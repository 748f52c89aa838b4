"""Show text from anywhere on a terminal or in a spreadsheet without its acting there."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_ACTING = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; those of a terminal begin with U+001B or U+009B
    "\u2028\u2029"  # separators of lines and paragraphs
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of writing direction
    "\ufeff\ufff9-\ufffb"  # marks of byte order and of interlinear notes
    "\ud800-\udfff"  # halves of surrogate pairs: file names that are no UTF-8 have them, and no terminal can take them
    "]"
)
"""Characters that do something other than be seen. Joiners and direction marks are part of how scripts are written."""

_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins for a spreadsheet, also in its full-width forms."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?")


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return `text` with every character that acts on a terminal as \uXXXX; with `lines`, breaks and tabs stay."""
    shown = _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return shown if lines else shown.replace("\n", "\\u000a").replace("\t", "\\u0009")


def visible_offsets(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Yield where the characters at `offsets` of `text` stand in `visible(text, lines=True)`."""
    places = [found.start() for found in _ACTING.finditer(text)]
    grown = len("\\u0000") - 1
    return (offset + grown * bisect_left(places, offset) for offset in offsets)


def spreadsheet_text(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs: an apostrophe is put before what begins like a formula.

    Numbers stay as they are, and characters that act on a terminal are made visible.
    """
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return visible(f"'{text}" if is_formula else text, lines=True)
