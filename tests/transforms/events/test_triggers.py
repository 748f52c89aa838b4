from typing import TYPE_CHECKING

import pytest

from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They signed a peace agreement.", [("AGREE", "signed a peace agreement")]),
        ("They led protests.", [("PROTEST", "led protests")]),
        ("They led the response to protests.", [("PROTEST", "protests")]),
        ("They signed a book.", []),
        ("Lima expected the envoys to meet.", [("CONSULT", "meet")]),
        ("They vowed to attack Rome.", [("THREATEN", "vowed to attack Rome")]),
        ("They vowed to help Rome.", [("AGREE", "vowed to help Rome")]),
        ("They pledged to persist in their attacks.", [("THREATEN", "pledged to persist in their attacks")]),
        ("They decided to release the prisoners.", [("CONCEDE", "decided to release the prisoners")]),
        ("They will support Rome.", [("AGREE", "support")]),
        ("They may bomb Rome.", [("THREATEN", "bomb")]),
        ("They said that Rome must pay.", [("REQUEST", "said")]),
        ("They said that we should go.", []),
        ("They said that Parliament should have a say.", []),
        ("They said that the court should be judged by its results.", []),
        ("They said that the rules should last.", []),
        ("They said that Rome must have known.", []),
        ("They insisted that Rome would pay.", []),
        # what cannot be is no threat; who leaves threatens only on a condition
        ("They could not bomb Rome.", [("ASSAULT", "bomb")]),
        ("They will withdraw from Rome.", [("RETREAT", "withdraw")]),
        ("They will withdraw from Rome unless it pays.", [("THREATEN", "withdraw")]),
        ("They demanded that Rome release him.", [("REQUEST", "demanded")]),
        ("Heavy artillery strikes went on.", [("ASSAULT", "Heavy artillery strikes")]),
        ("They pulled out of Rome.", [("RETREAT", "pulled out")]),
        ("They pulled a cart.", []),
    ],
)
def test_triggers(nlp: "Language", text: str, found: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    assert [(one.event_type, doc[one.start : one.end].text) for one in find_triggers(doc)] == found, text
