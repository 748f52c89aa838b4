"""Places in sentences of other languages, by the gazetteer alone."""

import pytest

from transforms.parsing.spacy_model import tokenize
from transforms.places.unparsed_toponyms import find_foreign_toponyms

FOREIGN = [
    ("Die Regierung in Wien und Frankreich haben sich geeinigt.", ["Wien", "Frankreich"]),
    ("Le ministre est revenu d'Allemagne par Marseille avant l’Ukraine.", ["Allemagne", "Marseille", "Ukraine"]),
    ("De minister reisde uit Marseille naar Duitsland.", ["Marseille", "Duitsland"]),
    ("El presidente de Colombia viajó a Sevilla.", ["Colombia", "Sevilla"]),
    ("Das Essen war gut und die Halle voll.", []),
    ("У місті Київ пролунали вибухи.", ["Київ"]),
    ("Un incendio a Torino, nessun ferito.", ["Torino"]),
]


@pytest.mark.parametrize(("sentence", "expected"), FOREIGN)
def test_other_languages_give_well_known_places(sentence: str, expected: list[str]) -> None:
    doc = tokenize(sentence)
    found = find_foreign_toponyms(doc)
    assert [doc[toponym.start : toponym.end].text[toponym.elided :] for toponym in found] == expected, sentence
    assert all(toponym.candidates for toponym in found), sentence
