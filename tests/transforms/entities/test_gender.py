from typing import TYPE_CHECKING

import pytest

from transforms.entities.gender import gender_of, gender_of_word, gendered_nouns
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Marta Kowalska left.", "Marta Kowalska", "f"),
        ("Jonas Berg left.", "Jonas Berg", "m"),
        ("Andrea Rossi left.", "Andrea Rossi", None),  # a man in Italy, a woman in the United States
        ("Thomas left.", "Thomas", None),  # it may be a surname
        ("Mrs. Thomas left.", "Thomas", "f"),
        ("Spokeswoman Kim Brandt left.", "Kim Brandt", "f"),
        ("His wife, Robin Brandt, left.", "Robin Brandt", "f"),
        ("Mr. Dana Brandt left.", "Dana Brandt", "m"),
        ("Xqzt Brandt left.", "Xqzt Brandt", None),
    ],
)
def test_gender_of_a_person(nlp: "Language", text: str, name: str, gender: str | None) -> None:
    doc = parse(nlp, text)
    start = text.index(name)
    assert gender_of(name, [covering(doc, start, start + len(name))]) == gender


@pytest.mark.parametrize(("word", "gender"), [("wife", "f"), ("king", "m"), ("chairman", None), ("doctor", None)])
def test_gender_of_a_word(word: str, gender: str | None) -> None:
    assert gender_of_word(word) == gender


def test_nouns_that_are_said_of_a_name_are_left_out(nlp: "Language") -> None:
    doc = parse(nlp, "His sister met a woman and his brother, Paul Reyes.")
    assert gendered_nouns(doc, 0, len(doc), [(9, 11)]) == [(1, "f"), (4, "f")]
