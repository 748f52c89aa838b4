"""Tell words of time from others of the same form: a weekly, the March, a second look; and what is of each year."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import verb_above

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

MODIFYING = {"amod", "advmod", "compound", "npadvmod", "nmod"}
MARCHING = {"against", "for", "of", "on"}
"""What stands behind a march: the March on Rome."""

ARTICLES = {"a", "the"}
OWNERS = {"'s", "’s"}
COUNTED = {"NOUN", "ADJ", "PROPN", "NUM"}
NAMING = {"ADJ", "DET", "NOUN", "PROPN"}
HABITS = {
    "always", "commonly", "generally", "invariably", "normally", "often", "regularly", "traditionally", "typically",
    "usually",
}  # fmt: skip
"""Words that make what a clause tells something of every year."""


def is_periodical(span: "Span") -> bool:
    """Whether daily, weekly or monthly is a paper: alone as a noun, or between words of a noun phrase and its name.

    Whatever stands after a verb is a time (prices change weekly), as is a word in capitals: Weekly Jobless Claims.
    """
    word, after = span[0], _after(span)
    if not word.lower_.endswith("ly") or word.is_title or not span.start or word.nbor(-1).pos_ not in NAMING:
        return False
    if after is not None and (after.pos_ == "PROPN" or after.text in {'"', "“", "`", "``"}):
        return True
    return word.nbor(-1).pos_ in {"ADJ", "DET"} and word.pos_ == "NOUN" and word.dep_ not in MODIFYING


def is_march(span: "Span") -> bool:
    """Whether March is a march: on, for or against something, or with an article or owner and no noun after it."""
    word, after = span[-1], _after(span)
    if word.text != "March":
        return False
    if after is not None and after.lower_ in MARCHING:
        return True
    is_led = span.start > 0 and span.doc[span.start - 1].lower_ in ARTICLES | OWNERS
    return is_led and (after is None or after.pos_ not in COUNTED)


def is_ordinal(span: "Span") -> bool:
    """Whether `a second` tells which one, as before a noun; a second later, and a second before a verb, are times."""
    after = _after(span)
    return span[-1].lower_ == "second" and after is not None and after.pos_ in COUNTED


def is_own(span: "Span") -> bool:
    """Whether a future is that of somebody, or one of several: his, a future of peace; not so its future sales."""
    before, after = span.doc[span.start - 1] if span.start else None, _after(span)
    if before is None or (after is not None and after.pos_ in COUNTED):
        return False
    return before.tag_ == "PRP$" or before.lower_ in OWNERS | {"a"}


def is_habit(span: "Span") -> bool:
    """Whether the clause of a time tells what often happens, so that no one year is meant: it often snows in May."""
    verb = verb_above(span.root)
    return verb is not None and any(child.lower_ in HABITS for child in verb.children)


def _after(span: "Span") -> "Token | None":
    return span.doc[span.end] if span.end < len(span.doc) else None
