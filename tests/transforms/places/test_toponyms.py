"""Names of places found in a parsed article, before they are resolved."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse
from transforms.places.toponyms import find_toponyms

if TYPE_CHECKING:
    from spacy.language import Language


def names_in(nlp: "Language", text: str) -> list[str]:
    doc = parse(nlp, text)
    return [doc[toponym.start : toponym.end].text for toponym in find_toponyms(doc, EntityIndex((), ()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Democratic Republic of the Congo borders Rwanda.", ["Democratic Republic of the Congo", "Rwanda"]),
        ("The fire spread through West Virginia.", ["West Virginia"]),
        ("The train from Saint-Denis stopped in Rouen in Normandy.", ["Saint-Denis", "Rouen", "Normandy"]),
        ("Nothing happened.", []),
        ("", []),
    ],
)
def test_longest_name_wins(nlp: "Language", text: str, expected: list[str]) -> None:
    assert names_in(nlp, text) == expected, text


def test_state_that_lacks_the_town_gives_it_no_place(nlp: "Language") -> None:
    doc = parse(nlp, "HOLLIDAY, Mo. — A barn burned down.")
    (town, state) = find_toponyms(doc, EntityIndex((), ()))
    assert (town.candidates, bool(state.candidates)) == ((), True)


def test_name_once_sure_is_sure_elsewhere(nlp: "Language") -> None:
    text = "A flood hit Ossett, West Yorkshire, on Monday.\n\nOssett has 20,000 people."
    assert names_in(nlp, text).count("Ossett") == 2, text


def test_adjective_of_two_countries_is_of_neither_without_the_name_of_one(nlp: "Language") -> None:
    (troops, city) = find_toponyms(parse(nlp, "Congolese troops crossed near Kinshasa."), EntityIndex((), ()))
    assert (troops.use, troops.candidates, bool(city.candidates)) == ("adjective", (), True)
