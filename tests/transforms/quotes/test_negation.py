from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import noun_phrase, subject_of
from transforms.quotes.negation import is_negated, is_said_by_nobody, is_supposed, leaves_open

if TYPE_CHECKING:
    from spacy.language import Language


CUES = {"assume", "agree", "blame", "disagree", "predict", "find", "tell"}


@pytest.mark.parametrize(
    ("text", "negated", "is_open"),
    [
        ("She said that it rained.", False, False),
        ("Whether it was true or not, many said that it rained.", False, False),
        ("She didn't say that it rained.", True, False),
        ("She did not say why it rained.", True, True),
        ("She said why it rained.", False, False),
        ("No one said that it rained.", True, False),
        ("She refused to say whether it rained.", True, True),
        ("She did not want to say whether it rained.", True, True),
        ("She wanted to say that it rained.", False, False),
        ("She left without saying that it rained.", True, False),
    ],
)
def test_negation(nlp: "Language", text: str, negated: bool, is_open: bool) -> None:
    doc = parse(nlp, text)
    cue = next(token for token in doc if token.lemma_ == "say")
    subject = subject_of(cue)
    speaker = noun_phrase(subject) if subject is not None else None
    assert is_negated(cue, speaker) is negated
    assert leaves_open(cue, speaker, (cue.i + 1, len(doc))) is is_open


@pytest.mark.parametrize(
    ("text", "cue", "by_nobody"),
    [
        ("It is worth noting that it rained.", "noting", True),
        ("It goes without saying that the rain hurts the harvest.", "saying", True),
        ("Now tell us that it rained.", "tell", True),
        ("Assuming that it rained, we would know.", "Assuming", True),
        ("The rain came, as might be expected of May.", "expected", True),
        ("Worries that the city may not help knocked prices down.", "Worries", True),
        ("They took steps to encourage that it grows.", "encourage", True),
        ("It was then found that the wires had burnt.", "found", True),
        ("The mayor left after it was learned that he had met the builder.", "learned", True),
        ("It was said that it rained.", "said", False),
        ("It is believed that it rained.", "believed", False),
        ("He left after it was revealed that he had lied.", "revealed", True),
        ("Encourage others to do the same.", "Encourage", True),
        ("He began by saying that it rained.", "saying", False),
    ],
)
def test_what_nobody_says(nlp: "Language", text: str, cue: str, by_nobody: bool) -> None:
    assert is_said_by_nobody(next(token for token in parse(nlp, text) if token.text == cue)) is by_nobody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assuming it rains, she stays.", True),
        ("She assumes it rains.", False),
        ("Critics may tell them that it rains.", True),
        ("Critics tell them that it may rain.", False),
        ("Even if the rebels agreed to leave, it would take years.", True),
        ("The rebels agreed to leave.", False),
        ("It is unfair to blame the teachers for it.", True),
        ("It is unfair for the mayor to blame the teachers for it.", False),
        ("They met to blame the teachers for it.", False),
        ("Experts are reluctant to predict that it works.", True),
        ("Experts are quick to predict that it works.", False),
        ("He goes to jail if the court finds him guilty.", True),
        ("The court finds him guilty.", False),
        ("Few people would disagree that it helps.", True),
        ("Many people would disagree that it helps.", False),
        ("Few people disagree that it helps.", False),
        ("Readers of the paper can tell that it rains.", True),
        ("The mayor can tell them that it rains.", False),
    ],
)
def test_conditions_are_supposed(nlp: "Language", text: str, expected: bool) -> None:
    cue = next(token for token in parse(nlp, text) if token.lemma_ in CUES)
    assert is_supposed(cue) is expected


@pytest.mark.parametrize(
    ("text", "cue", "is_open"),
    [
        ("The court must decide whether the plan stands.", "decide", True),
        ("The court decided that the plan stands.", "decide", False),
        ("The lab must determine exactly how the plan works.", "determine", True),
        ("She explained how the plan works.", "explain", False),
    ],
)
def test_what_is_yet_to_be_decided(nlp: "Language", text: str, cue: str, is_open: bool) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ == cue)
    assert leaves_open(verb, None, (verb.i + 1, len(verb.doc) - 1)) is is_open


def test_participle_that_is_judged(nlp: "Language") -> None:
    doc = parse(nlp, "Blaming the police will not help anybody.")
    assert is_supposed(doc[0])
