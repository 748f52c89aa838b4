from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg assisted Paul Larsen.", []),
        ("Anna Berg assisted the refugees.", ["AID"]),
        ("They met their friends in the town.", []),
        ("They met the envoys in the town.", ["CONSULT"]),
        ("Customers complained about the price.", []),
        ("People disagree about the price.", []),
        ("The union complained about the price.", ["ACCUSE"]),
        ("The mayor blamed the delay on the weather.", []),
        ("The mayor blamed the delay on the government.", ["ACCUSE"]),
        ("The mayor blamed her for the delay.", ["ACCUSE"]),
        ("The king visited the National Museum.", []),
        ("The king visited Peru.", ["CONSULT"]),
        ("The Zanari Daily met her in the town.", []),
        ("The company withdrew the product.", []),
        # opinions, and trade
        ("Most people agree with the critics that it is wrong.", []),
        ("Experts had heated discussions.", []),
        ("The company signed a contract with a supplier.", []),
        ("The company signed a contract with the government.", ["AGREE"]),
    ],
)
def test_what_happens_every_day(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected, text
