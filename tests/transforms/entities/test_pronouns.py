from typing import TYPE_CHECKING

import pytest

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.entities.pronouns import group_meant, person_meant
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from transforms.parsing.tokens import Doc


def indexed(nlp: "Language", text: str) -> tuple["Doc", EntityIndex]:
    doc = parse(nlp, text)
    return doc, EntityIndex(*find_entities(doc, make_article(text)))


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Kevin Moore met the curator, Elaine Rossi. She was pleased.", "She", "Elaine Rossi"),
        ("Kevin Moore met the curator, Elaine Rossi. He was pleased.", "He", "Kevin Moore"),
        ("Marta Lind spoke. Her deputy, Jonas Berg, was there. Nobody knows, he said.", "he", "Jonas Berg"),
        ("Jonas Berg spoke. Karl Dahl, his deputy, was there. Nobody knows, he said.", "he", "Karl Dahl"),
        ("Paul Reyes has a sister. She lives in Oslo.", "She", None),  # the sister, whom nobody names
        ("Paul Reyes lives in Oslo. She works there.", "She", None),
        ("Marta Lind thanked Ann Hart. She left.", "She", "Marta Lind"),  # the subject goes on
        ("A letter reached Julia Weiss and Laura Stone. She left.", "She", None),
        ("Marta Lind came in. The mayor thanked Ann Hart. She left.", "She", None),
        ("Marta Lind came in. She thanked Ann Hart. Then she left.", "she", "Marta Lind"),
    ],
)
def test_person(nlp: "Language", text: str, pronoun: str, meant: str | None) -> None:
    doc, index = indexed(nlp, text)
    token = [token for token in doc if token.text == pronoun][-1]
    found = person_meant(token, index, [])
    assert (index.entities[found].name if found else None) == meant


def test_names_in_quotes_are_spoken_of(nlp: "Language") -> None:
    doc, index = indexed(nlp, "Jonas Berg spoke first. “Karl Dahl is late,” he said.")
    quoted = range(5, 11)
    assert doc[5:11].text == "“Karl Dahl is late,"
    found = person_meant(doc[12], index, [], quoted)
    assert found
    assert index.entities[found].name == "Jonas Berg"


def test_who_spoke_last_when_no_name_is_near(nlp: "Language") -> None:
    doc, index = indexed(nlp, "Marta Lind and Jonas Berg met. It rained. It rained. It rained. He left.")
    ids = {entity.name: entity.entity_id for entity in index.entities.values()}
    he = [token for token in doc if token.text == "He"][-1]
    assert person_meant(he, index, [ids["Jonas Berg"], ids["Marta Lind"]]) == ids["Jonas Berg"]


def test_group(nlp: "Language") -> None:
    doc, index = indexed(nlp, "Boeing grew last year. It said so.")
    found = group_meant(doc[5], index, [], frozenset())
    assert found
    assert index.entities[found].name == "Boeing"
