from typing import TYPE_CHECKING

import pytest

from transforms.events.noun_senses import is_other_noun
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("He had a heart attack.", "attack", True),
        ("There was an attack.", "attack", False),
        ("Her tough talk surprised them.", "talk", True),
        ("The fighters carried assault rifles.", "assault", True),
        ("In an indirect attack on the plan she spoke.", "attack", True),
        ("Their diplomatic offensive surprised them.", "offensive", True),
        ("Their offensive surprised them.", "offensive", False),
        ("They offer early warning.", "warning", True),
        ("Their visit to the restaurant was short.", "visit", True),
        ("Their visit to the president was short.", "visit", False),
        ("They ignored the warning of snow.", "warning", True),
        ("They issued a storm warning.", "warning", True),
        ("They issued a warning to Peru.", "warning", False),
        ("He ignored a request for comment.", "request", True),
        ("He ignored a request for help.", "request", False),
        ("A vigil for the victims was held.", "vigil", True),
        ("A vigil outside the embassy was held.", "vigil", False),
        ("The band will play in aid of refugees.", "aid", True),
        ("They sent millions of dollars in aid.", "aid", False),
    ],
)
def test_other_senses_of_nouns(nlp: "Language", text: str, noun: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == noun)
    assert is_other_noun(token) is expected, text
