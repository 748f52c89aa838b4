"""Recognize ages among numbers: a 32-year-old man, aged 45, 45 years old, Jane Hall, 90, said; she is 45."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

AGE = "age"
OLDEST = 120  # years; no verified human life was longer than 122
PEOPLE = {"he", "she", "who"}
BOUNDS = {"over", "under", "above", "below"}
AGED = {
    "respondent", "people", "adult", "child", "man", "woman", "voter", "person", "worker", "patient", "those",
    "resident",
}  # fmt: skip
"""Words between people and their age: people over 60."""

_OLD = re.compile(r"(?:[\s-]years?)?[\s-]old\b")


def age_end(number: "Span", text: str, end_char: int) -> int | None:
    """Return where the words of an age end, of a number with its unit up to `end_char`; None when it is no age."""
    old = _OLD.match(text, end_char)
    if old:
        return old.end()
    before = number.doc[number.start - 1].lower_ if number.start else ""
    if before in {"aged", "age", "ages"}:
        return end_char
    if before in BOUNDS and number.start > 1 and number.doc[number.start - 2].lemma_.lower() in AGED:
        return end_char if number.text.isdigit() and int(number.text) <= OLDEST else None  # respondents over 60
    after = text[end_char : end_char + 1]
    is_bare = number.text.isdigit() and int(number.text) <= OLDEST and end_char == number.end_char
    if is_bare and after in {",", ".", ";", ")", ""} and (_follows_name(number, after) or _is_told_of(number)):
        return end_char
    return None


def _follows_name(number: "Span", after: str) -> bool:
    """Whether a number stands after a name between commas; the model knows not every person by name."""
    if number.start < 2 or number.doc[number.start - 1].text != ",":
        return False
    name = number.doc[number.start - 2]
    if name.ent_type_ == "PERSON":
        return True
    return after == "," and name.pos_ == "PROPN" and name.ent_type_ not in {"GPE", "LOC", "DATE", "FAC"}


def _is_told_of(number: "Span") -> bool:
    root = number.root
    is_attribute = root.dep_ == "attr" and root.head.lemma_ == "be"
    return is_attribute and any(child.dep_ == "nsubj" and child.lower_ in PEOPLE for child in root.head.lefts)
