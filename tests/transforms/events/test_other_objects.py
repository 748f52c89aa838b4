from typing import TYPE_CHECKING

import pytest

from transforms.events.other_objects import has_other_object, is_danger, is_only_named
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The network mobilized people.", "mobilized", True),
        ("The council met the deadline.", "met", True),
        ("The council met the envoy.", "met", False),
        ("The champion defended her title.", "defended", True),
        ("The president abused her power.", "abused", True),
        ("The guard abused a prisoner.", "abused", False),
        ("The driver slammed on the brakes.", "slammed", True),
        ("The driver slammed the mayor.", "slammed", False),
        ("They brought the case to a close.", "brought", True),
        ("They brought the case to court.", "brought", False),
        ("The mayor made a big deal of it.", "made", True),
        ("The mayor made a deal with Peru.", "made", False),
        ("The firm hit its sales target.", "hit", True),
        ("The rocket hit its target.", "hit", False),
        ("The senate killed the bill.", "killed", True),
        ("The soldier killed a guard.", "killed", False),
        ("They did all to kill the movement.", "kill", True),
        ("The court reinstated the sentence.", "reinstated", True),
        ("The court reinstated the mayor.", "reinstated", False),
        ("The states curbed emissions.", "curbed", True),
        ("The states curbed protests.", "curbed", False),
        ("Police rounded up suspects.", "rounded", False),
        ("The firm rounded up a list.", "rounded", True),
        ("They looted millions of dollars.", "looted", True),
        ("They looted the shop.", "looted", False),
        ("The seats occupied by women are few.", "occupied", True),
        ("She occupies a key position in Lima.", "occupies", True),
        ("Soldiers occupied a position in Lima.", "occupied", False),
        ("The mayor left.", "left", False),
    ],
)
def test_objects_of_another_sense(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert has_other_object(token) is expected, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drought threatens the harvest.", True),
        ("Rebels threaten the mayor.", False),
        ("The mayor left.", False),
    ],
)
def test_what_is_only_put_at_risk(nlp: "Language", text: str, expected: bool) -> None:
    doc = parse(nlp, text)
    assert is_danger(next(token for token in doc if token.dep_ == "ROOT")) is expected, text


def test_a_part_of_a_name_and_another_verb_are_not_taken(nlp: "Language") -> None:
    doc = parse(nlp, "They started talking about food.")
    assert is_only_named("CONSULT", [doc[2]])
    assert not is_only_named("CONSULT", [doc[4]])
    assert not is_only_named("AID", [doc[4]])
