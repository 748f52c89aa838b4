"""The places in the text that may name something: what the model marks, tidied, and the countries that it misses."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from transforms.entities.abbreviated_names import find_abbreviated, find_common, find_spelled_out
from transforms.entities.candidate import KIND_OF_LABEL, NameCandidate, candidate
from transforms.entities.headed_names import find_headed
from transforms.entities.joined_names import owner_and_owned
from transforms.entities.known_bodies import find_known_bodies
from transforms.entities.model_names import whole_names
from transforms.entities.name_forms import tidy
from transforms.entities.no_names import is_shouted_word, names_nothing
from transforms.entities.titled_names import find_titled
from transforms.lexicons.countries import countries, country_named, is_people, peoples

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

NAMING = frozenset(KIND_OF_LABEL)

NOT_NATIONS = {"LANGUAGE", "MONEY"}
"""Labels of `Spanish` in `speaks Spanish` and `US` in `US$ 5`."""


def find_candidates(doc: "Doc") -> list[NameCandidate]:
    """Return the names of the text in reading order, none overlapping another."""
    nations = list(_nations(doc))
    # Of a nation of several words the model may know one: the Sudan of South Sudan, Mrs. Côte of Côte d'Ivoire.
    inside = {i for start, end in nations for i in range(start, end) if end - start > 1}
    marked = [name for name in _marked_names(doc) if not inside.issuperset(range(name.start, name.end))]
    common = find_common(doc)
    marked = [name for name in marked if name.text not in common]
    bodies = [body for bounds in find_known_bodies(doc) if (body := candidate(doc, *bounds, "ORG", "lexicon"))]
    marked, bodies = _side_by_side(doc, marked, bodies)
    taken = {i for name in (*marked, *bodies) for i in range(name.start, name.end)}
    missed = [_nation(doc, *nation) for nation in nations if taken.isdisjoint(range(*nation))]
    titled = [candidate(doc, *name, "PERSON", "lexicon") for name in find_titled(doc) if taken.isdisjoint(range(*name))]
    headed = [candidate(doc, *name, "ORG", "lexicon") for name in find_headed(doc) if taken.isdisjoint(range(*name))]
    found = sorted(chain(marked, bodies, filter(None, missed + titled + headed)), key=lambda name: name.start)
    return _grown(doc, found)


def _side_by_side(
    doc: "Doc", marked: list[NameCandidate], bodies: list[NameCandidate]
) -> tuple[list[NameCandidate], list[NameCandidate]]:
    """Return the model's names and the well-known bodies without what of a name is a body's: none overlaps another.

    A longer name of the model stays as it is: the World Bank Group.
    """
    kept: list[NameCandidate] = []
    at = {i: body for body in bodies for i in range(body.start, body.end)}
    for name in marked:
        over = list(dict.fromkeys(at[i] for i in range(name.start, name.end) if i in at))
        if not over:
            kept.append(name)
        elif any(_holds(name, body) for body in over):
            kept.append(name)
            for i in (i for body in over for i in range(body.start, body.end)):
                del at[i]
        else:
            sides = ((name.start, over[0].start), (over[-1].end, name.end))
            kept += filter(None, (_within(doc, *side, name) for side in sides if side[0] < side[1]))
    return kept, list(dict.fromkeys(at.values()))


def _within(doc: "Doc", start: int, end: int, name: NameCandidate) -> NameCandidate | None:
    """Return what tokens [start, end) of a name name by themselves."""
    bounds = tidy(doc, start, end, name.label)
    is_inside = bounds is not None and start <= bounds[0] and bounds[1] <= end
    return candidate(doc, *bounds, name.label, name.method) if bounds and is_inside else None


def _holds(name: NameCandidate, body: NameCandidate) -> bool:
    """Whether a name is more than a body's, or is the same and told to be one's."""
    if (name.start, name.end) == (body.start, body.end):
        return name.label == body.label
    return name.start <= body.start and body.end <= name.end


def _grown(doc: "Doc", names: list[NameCandidate]) -> list[NameCandidate]:
    """Return the names, and those that an abbreviation beside them tells, in the place of their parts."""
    for start, end in chain(find_abbreviated(doc), find_spelled_out(doc)):
        parts = [name for name in names if name.end > start and name.start < end]
        if any(name.start < start or name.end > end or name.end - name.start == end - start for name in parts):
            continue
        label = "LOC" if parts and all(name.label in {"GPE", "LOC"} for name in parts) else "ORG"
        whole = candidate(doc, start, end, label, "spacy" if parts else "lexicon")
        if whole:
            names = sorted([*(name for name in names if name not in parts), whole], key=lambda name: name.start)
    return names


def _nation(doc: "Doc", start: int, end: int) -> NameCandidate | None:
    return candidate(doc, start, end, "GPE" if country_named(doc.phrase(start, end)) else "NORP", "lexicon")


def _marked_names(doc: "Doc") -> Iterator[NameCandidate]:
    marked = list(whole_names(doc, NAMING))
    labels = {entity.text: entity.label_ for entity in marked}
    last = 0
    for entity in marked:
        for start, end, label in owner_and_owned(entity, labels):
            bounds = tidy(doc, start, end, label)
            if bounds is None or bounds[0] < last:
                continue  # nothing is left, or the name before has grown over it
            name = candidate(doc, *bounds, label, "spacy")
            if name and not names_nothing(doc[name.start : name.end], name):
                yield name
                last = name.end


def _nations(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of countries and nationalities by the lexicon, the longest where several begin."""
    first_words, last = _first_words(), 0
    for at in [i for i, word in enumerate(doc.texts) if word in first_words]:
        lengths = first_words[doc.texts[at]] if at >= last else ()
        end = next((at + length for length in lengths if _is_nation(doc, at, at + length)), None)
        if end:
            yield at, end
            last = end


@cache
def _first_words() -> dict[str, tuple[int, ...]]:
    """Return, by first token of a country's or people's name, how many tokens such names have, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in (*countries().by_name, *countries().by_demonym, *peoples()):
        words = name.replace("-", " - ").split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(numbers, reverse=True)) for word, numbers in lengths.items()}


def _is_nation(doc: "Doc", start: int, end: int) -> bool:
    text = doc.phrase(start, end)
    if end > len(doc) or not (country_named(text) or is_people(text)):
        return False
    return end - start > 1 or _names_alone(doc[start])


def _names_alone(token: "Token") -> bool:
    """Tell whether a single word is a nation's name here: not a verb, a language, or shouted (`TELL US NOW`)."""
    return token.ent_type_ not in NOT_NATIONS and token.pos_ in {"PROPN", "ADJ", "NOUN"} and not is_shouted_word(token)
