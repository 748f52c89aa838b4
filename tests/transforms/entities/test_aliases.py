from collections import Counter
from typing import TYPE_CHECKING

import pytest

from transforms.entities.aliases import NOBODY, find_bracketed, find_repeated, join
from transforms.entities.candidate import candidate
from transforms.entities.name_forms import normalise
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("kind", "names", "joined"),
    [
        ("person", "Sabrina Singh*1, Singh*3", {"singh": "sabrina singh"}),
        ("person", "Mohammed bin Salman*1, bin Salman*1", {"bin salman": "mohammed bin salman"}),
        (
            "person",
            "Mark A. Milley*1, Mark Milley*2, Milley*1",
            {"mark milley": "mark a milley", "milley": "mark a milley"},
        ),
        ("person", "John Smith*1, Mary Smith*2, Smith*2", {"smith": NOBODY}),
        ("person", "Kim Jong-un*1, Kim Yo-jong*1, Kim*2", {"kim": NOBODY}),
        ("person", "Kristen Wilk*1, Kristin Wilk*1, Wilk*2", {"wilk": "kristen wilk"}),
        ("person", "Andy Warhol*1, Warhol Polaroid*1, Warhol*2", {"warhol": "andy warhol"}),
        ("person", "John Smith*4, Mary Smith*1, Smith*2", {"smith": "john smith"}),
        ("person", "Anna Lee*1, Brown*1", {}),
        ("organization", "Zanari Star*1, Star*2", {"star": "zanari star"}),
        ("organization", "Zanari Council*1, Lom Council*1, Council*2", {}),
        ("organization", "Zanari Senate*1, Senate*2", {}),
        ("organization", "African Union*1, AU*2", {"au": "african union"}),
        ("organization", "Department of Defense*1, DOD*2", {}),
        ("organization", "Harvard University*1, Harvard*2", {"harvard": "harvard university"}),
        (
            "organization",
            "Russian Foreign Ministry*1, Foreign Ministry*2",
            {"foreign ministry": "russian foreign ministry"},
        ),
        (
            "organization",
            "Islamic Resistance in Iraq*1, Islamic Resistance*1",
            {"islamic resistance": "islamic resistance in iraq"},
        ),
        ("organization", "Senate Intelligence Committee*1, Senate*2", {}),
        ("organization", "Bank of England*1, Bank*1", {}),
        ("organization", "World Bank*1, Deutsche Bank*1, Bank*1", {}),
        ("place", "New York City*1, New York*2", {}),
    ],
)
def test_join(kind: str, names: str, joined: dict[str, str]) -> None:
    counts = (name.partition("*") for name in names.split(", "))
    keys = Counter({normalise(name): int(count) for name, _, count in counts})
    assert join(keys, dict.fromkeys(keys, kind)) == joined


@pytest.mark.parametrize(
    ("text", "name", "kind", "alias"),
    [
        ("The African Union (AU) met.", "African Union", "organization", "AU"),
        ("The “Islamic State” (“IS”) lost.", "Islamic State", "organization", "IS"),
        ("Kurdistan Workers’ Party (also known as the PKK) spoke.", "Kurdistan Workers’ Party", "organization", "PKK"),
        ("The Clean Air Act (CAA) passed.", "Clean Air Act", "law", "CAA"),
        ("Tesco (UK) grew.", "Tesco", "organization", None),
        ("Paul Reed (R) won.", "Paul Reed", "person", None),
        ("The African Union (founded in 2002) met.", "African Union", "organization", None),
        ("The African Union (AU", "African Union", "organization", "AU"),
        ("The African Union (", "African Union", "organization", None),
    ],
)
def test_bracketed(nlp: "Language", text: str, name: str, kind: str, alias: str | None) -> None:
    doc = parse(nlp, text)
    at = text.index(name)
    span = covering(doc, at, at + len(name))
    full = candidate(doc, span.start, span.end, "ORG", "spacy")
    assert full is not None
    found = list(find_bracketed(doc, [full], {full.key: kind}))
    closed = alias if ")" in text else None
    assert [(one.text, key) for one, key in found] == ([(closed, full.key)] if closed else []), text


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Anti-IS forces met IS.", {"IS": "ORG"}, ["IS", "IS"]),
        ("Is it IS? THIS IS IT NOW", {"IS": "ORG"}, ["IS"]),
        ("New York, in New York State", {"New York": "GPE", "New York State": "GPE"}, ["New York", "New York State"]),
        ("Singh and singh", {"Singh": "PERSON"}, ["Singh"]),
        ("", {"Singh": "PERSON"}, []),
    ],
)
def test_repeated(nlp: "Language", text: str, names: dict[str, str], found: list[str]) -> None:
    repeated = list(find_repeated(parse(nlp, text), names, set()))
    assert [one.text for one in repeated] == found, text
    assert {one.method for one in repeated} <= {"repeated"}


def test_what_is_taken_is_not_found_again(nlp: "Language") -> None:
    assert list(find_repeated(parse(nlp, "Singh left."), {"Singh": "PERSON"}, {0})) == []
