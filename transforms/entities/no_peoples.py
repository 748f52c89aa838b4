"""What the model takes for a people and is none: those of a faith, and words that end as no word for a people does."""

from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.told_persons import speaks
from transforms.entities.told_places import is_city_or_division
from transforms.lexicons.countries import country_named, is_people

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

FAITHS = {
    "Muslim", "Moslem", "Christian", "Catholic", "Protestant", "Hindu", "Buddhist", "Jain", "Mormon", "Baptist",
    "Methodist", "Lutheran", "Anglican", "Evangelical", "Presbyterian", "Calvinist", "Quaker", "Sunni", "Shia",
    "Shiite", "Shi'ite", "Alawite", "Ismaili", "Sufi", "Salafi", "Wahhabi", "Pentecostal",
}  # fmt: skip
"""Those of a faith, in the singular, who are of many peoples; Jews, Sikhs, Druze and Yazidis are peoples as well."""

ENDINGS = ("an", "ese", "ish", "er", "ite", "i", "s")
"""Ends of words for peoples in English; others such as Thai and Greek are listed with their countries."""


def names_no_people(span: "Span", name: NameCandidate) -> bool:
    """Tell whether what the model takes for a people is none, and nothing else that one could tell.

    A modifier is named by what it modifies. Somebody who speaks, a city and a state are told later to be what they are.
    Those of a faith are named where a people stands before them: Rohingya Muslims.
    """
    if span.root.dep_ in {"amod", "compound", "nmod"}:
        return True
    words = name.text.split()
    if words[-1] in FAITHS or words[-1].removesuffix("s") in FAITHS:
        return len(words) == 1 or not (is_people(words[0]) or is_people(f"{words[0]}s"))
    if len(words) > 1 or name.text.isupper() or speaks(span[0]) or is_city_or_division(name.text):
        return False
    if is_people(f"{name.text}s") or country_named(name.text):
        return False
    is_joined = span.end < len(span.doc) and span.doc[span.end].text == "-" and not span[-1].whitespace_
    is_counted = span.start > 0 and span.doc[span.start - 1].tag_ == "CD"
    if name.text.endswith("ities") or (is_counted and not name.text.endswith(tuple(f"{end}s" for end in ENDINGS))):
        return True  # the Humanities; five Tests
    return is_joined or not name.text.endswith(ENDINGS)
