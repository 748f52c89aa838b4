"""A person's name of one word that the article has no fuller name for."""

from typing import TYPE_CHECKING

import pytest

from tests.transforms.names import mark
from transforms.entities.aliases import NOBODY
from transforms.entities.kinds import find_kinds
from transforms.entities.lone_names import told_alone
from transforms.entities.name_candidates import find_candidates
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # a large city, a region, a town of some thousands
        ("They spoke of relations with Rotterdam.", "Rotterdam", "place"),
        ("The conflict over Karabakh goes on.", "Karabakh", "place"),
        # a former name only behind a preposition of place
        ("They read Stalin again.", "Stalin", None),
        # what no gazetteer knows may be anything, but for several of them
        ("Its customers like Zanarot.", "Zanarot", NOBODY),
        ("They like the Zanarots.", "Zanarots", "organization"),
        # a title, kin, an office, what persons do or have, whose picture it is
        ("They met President Zanarot.", "Zanarot", None),
        ("Zanarot said so.", "Zanarot", None),
        ("They read of Zanarot's funeral.", "Zanarot", None),
        ("The Zanarot administration fell.", "Zanarot", None),
        ("Image: Zanarot.", "Zanarot", None),
        # persons known to all, and first names
        ("They saw Putin again.", "Putin", None),
        ("They saw Marta again.", "Marta", None),
    ],
)
def test_what_a_lone_name_is(nlp: "Language", text: str, name: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    mark(doc, [(name, "PERSON")])
    names = find_candidates(doc)
    found = told_alone(doc, names, find_kinds(names), {})
    assert found.get(name.casefold()) == expected, text


def test_a_name_that_a_fuller_one_stands_for_is_not_alone(nlp: "Language") -> None:
    doc = parse(nlp, "They like Zanarot. Ana Zanarot left.")
    mark(doc, [("Zanarot", "PERSON"), ("Ana Zanarot", "PERSON")])
    names = find_candidates(doc)
    assert told_alone(doc, names, find_kinds(names), {"zanarot": "ana zanarot"}) == {}
