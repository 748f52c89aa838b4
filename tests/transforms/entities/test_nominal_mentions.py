from typing import TYPE_CHECKING

import pytest

from transforms.entities.nominal_mentions import Antecedent, find_head_nouns
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


def one(entity_id: str, kind: str, words: str = "", first_char: int = 0) -> Antecedent:
    return Antecedent(entity_id=entity_id, kind=kind, words=frozenset(words.split()), first_char=first_char)


@pytest.mark.parametrize(
    ("text", "antecedents", "meant"),
    [
        ("Boeing fell. The company said so.", [one("boeing", "organization")], ["The company = boeing"]),
        ("Boeing, Airbus. The company said so.", [one("a", "organization"), one("b", "organization")], []),
        ("The company said so before Boeing did.", [one("boeing", "organization", first_char=27)], []),
        ("Boeing fell. The ministry said so.", [one("boeing", "organization")], []),
        (
            "Hamas and the Foreign Ministry met. The ministry said so.",
            [one("hamas", "organization", "hamas"), one("fm", "organization", "foreign ministry")],
            ["The ministry = fm"],
        ),
        ("Kenya closed. The group chat did not.", [one("kenya", "country")], []),
        ("Boeing met the group of seven.", [one("boeing", "organization")], []),
        ("Kenya voted. In the country all is calm.", [one("kenya", "country")], ["the country = kenya"]),
        ("Boeing hired a company.", [one("boeing", "organization")], []),
        ("", [], []),
    ],
)
def test_head_noun(nlp: "Language", text: str, antecedents: list[Antecedent], meant: list[str]) -> None:
    doc = parse(nlp, text)
    found = find_head_nouns(doc, antecedents, set())
    assert [f"{doc[start:end].text} = {entity.entity_id}" for start, end, entity in found] == meant, text
