from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an admission yields nothing; who concedes something does
        ("The ministry conceded that the figures were wrong.", []),
        ("The president resigned.", ["CONCEDE"]),
        # one may be condemned to a fate by nobody, but not for what one did
        ("The tariff condemned the region to poverty.", []),
        ("Peru condemned the mayor for the raid.", ["ACCUSE"]),
        # what one has, and what one is given
        ("The division is armed with missiles.", []),
        ("The rebels were armed by Peru.", ["AID"]),
        ("Two men were crushed to death at the station.", []),
        ("Troops crushed the rebellion of the students.", ["COERCE"]),
        # a job, and a claim
        ("People searched through the rubble of the town.", []),
        ("Police searched the house of the mayor.", ["COERCE"]),
        ("The rebels and allied fighters left.", []),
        ("Crowds gathered to cheer the runners.", []),
        ("It was set up as a tribunal set up to prosecute the mayor.", []),
        ("The institute asked 10,000 people to rate it.", []),
        ("The king called it a day.", []),
        ("The town is the first to run a trial phase.", []),
        ("The mayor is on trial.", ["ACCUSE"]),
        ("The firm had dismissed the receptionist.", []),
        ("The court dismissed the claim of the ministry.", ["REJECT"]),
        # who seeks refuge is in need; a government that seeks help asks for it
        ("Refugees seeking asylum arrived.", []),
        # what a law forbids nobody does
        ("It is a law which forbids inciting rebellion, attacking the army and publishing secrets.", []),
        ("The mayor is to blame for the strike.", []),
    ],
)
def test_what_is_no_act(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected
