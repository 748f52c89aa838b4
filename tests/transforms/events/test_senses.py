from typing import TYPE_CHECKING

import pytest

from transforms.events.senses import is_no_deed, says_otherwise
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "event_type", "expected"),
    [
        ("He asked how long it would take.", "asked", "REQUEST", True),
        ("The fighters carried assault rifles.", "carried", "ASSAULT", True),
        ("The fighters carried out an assault.", "carried", "ASSAULT", False),
        ("They approved of the ban.", "approved", "SANCTION", True),
        ("They approved the ban.", "approved", "SANCTION", False),
        ("He asked.", "asked", "REQUEST", True),
        ("The office issued a flood warning.", "issued", "THREATEN", True),
        ("The office issued a warning.", "issued", "THREATEN", False),
        ("The brothers closed their shops.", "closed", "COERCE", True),
        ("The police closed their shops.", "closed", "COERCE", True),
        ("Peru closed its border.", "closed", "COERCE", False),
        ("The king backed out of the deal.", "backed", "AGREE", True),
        ("He asked Oslo for help.", "asked", "REQUEST", False),
        ("The firm advised that sales had fallen.", "advised", "REQUEST", True),
        ("The firm advised that shops should close.", "advised", "REQUEST", False),
        ("They appealed the ruling.", "appealed", "REQUEST", True),
        ("They appealed for calm.", "appealed", "REQUEST", False),
        ("It demonstrates the risk.", "demonstrates", "PROTEST", True),
        ("Workers demonstrated against the law.", "demonstrated", "PROTEST", False),
        ("The levy helps children learn.", "helps", "AID", True),
        ("The army helped the villagers.", "helped", "AID", False),
        ("The firm proposes to sell boats.", "proposes", "REQUEST", True),
        ("He asked a sailor how the boat sank.", "asked", "REQUEST", True),
        ("The party withdrew its claim.", "withdrew", "RETREAT", True),
        ("The party withdrew its troops.", "withdrew", "RETREAT", False),
        ("The suspect walked free.", "free", "CONCEDE", True),
        ("“Why?” he asked Angela Merkel.", "asked", "REQUEST", True),
        ("They gave up their weapons.", "gave", "AID", True),
        ("They met with resistance.", "met", "CONSULT", True),
        ("They met with the mayor.", "met", "CONSULT", False),
        ("The plan was met with questions.", "met", "CONSULT", True),
        ("The envoy was met by the king.", "met", "CONSULT", False),
        ("It will free up the banks.", "free", "CONCEDE", True),
        ("The actor walked out of a lake.", "walked", "PROTEST", True),
        ("The delegates walked out of the talks.", "walked", "PROTEST", False),
        ("They insisted on staying.", "insisted", "REQUEST", True),
        ("They appealed against it.", "appealed", "REQUEST", True),
        ("The singer shot to fame.", "shot", "ASSAULT", True),
        ("The clerk destroyed the evidence.", "destroyed", "ASSAULT", True),
        ("The army destroyed the bridge.", "destroyed", "ASSAULT", False),
        ("The judge began his hearing.", "began", "ACCUSE", True),
        ("The firm offered 60 dollars for each share.", "offered", "AID", True),
        ("Spain defended their title.", "defended", "SUPPORT", True),
        ("Spain defended the mayor.", "defended", "SUPPORT", False),
        ("Neighbours called the fire brigade.", "called", "MOBILIZE", True),
    ],
)
def test_other_senses(nlp: "Language", text: str, verb: str, event_type: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert says_otherwise(token, event_type) is expected, text


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("They have an attacking style.", "attacking", True),
        ("They called off the strike.", "called", True),
        ("They called for a strike.", "called", False),
    ],
)
def test_what_is_not_done(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    assert is_no_deed(next(token for token in parse(nlp, text) if token.text == verb)) is expected, text
