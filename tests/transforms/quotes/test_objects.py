from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import noun_phrase, subject_of
from transforms.quotes.objects import is_deed, is_said_of, speaks
from transforms.quotes.report import reporting_verbs

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("The army attacked the town.", "attack", False),
        ("The senator attacked the decision.", "attack", True),
        ("The senator attacked Ann Lee for her vote.", "attack", True),
        ("Police questioned the driver.", "question", False),
        ("Critics questioned the wisdom of it.", "question", True),
        ("The poll showed a narrow lead.", "show", True),
        ("The referee showed a red card.", "show", False),
        ("The mayor denied the allegation.", "deny", True),
        ("The court denied the appeal.", "deny", False),
        ("They were denied a visa.", "deny", False),
        ("She condemned the attack.", "condemn", True),
        ("They discussed the plan.", "discuss", False),
        ("She praised the plan.", "praise", False),
        ("She praised the plan as a success.", "praise", True),
        ("She rejected the “lie”.", "reject", True),
        ("They claimed responsibility for it.", "claim", False),
        ("The yacht claimed second place.", "claim", False),
        ("Novak claimed the set.", "claim", False),
        ("The farmers claimed the right to the land.", "claim", False),
        ("The mayor thanked Ann.", "thank", False),
        ("The mayor thanked Ann for her help.", "thank", True),
        ("They claimed a link to the group.", "claim", True),
        ("The visitor attacked the painting.", "attack", False),
        ("The party endorsed Ann Lee as its leader.", "endorse", False),
        ("The party endorsed the plan.", "endorse", True),
        ("Leaders called Mr. Lee to testify before the panel.", "call", False),
        ("She painted Tom Hill as a liar.", "paint", True),
        ("She painted the door for Tom Hill.", "paint", False),
        ("They expressed interest.", "express", False),
        ("They expressed interest in the plan.", "express", True),
        ("Reports cited the ministry.", "cite", False),
        ("Reports cited the cost.", "cite", True),
        ("He wore branded clothing that she branded cheap.", "brand", False),
        ("They played a game called chess.", "call", False),
        ("Critics called it a mistake.", "call", True),
        ("They called the police.", "call", False),
        ("They call themselves guards.", "call", False),
        ("He calls himself a “humble cook”.", "call", True),
        ("She criticized the police budget.", "criticize", True),
        ("She scolded the local media.", "scold", False),
        ("She mocked Ann Lee.", "mock", False),
        ("She mocked Ann Lee for her vote.", "mock", True),
        ("The judge dismissed the lawsuit.", "dismiss", False),
        ("The mayor dismissed the warning.", "dismiss", True),
        ("Jets blasted the base.", "blast", False),
        ("Critics blasted the decision.", "blast", True),
        ("They declared war.", "declare", False),
    ],
)
def test_objects(nlp: "Language", text: str, verb: str, said: bool) -> None:
    doc = parse(nlp, text)
    cue = next(token for token in doc if token.lemma_ == verb)
    subject = subject_of(cue)
    noun = next(child for child in cue.rights if child.dep_ in {"dobj", "oprd", "ccomp", "attr"})
    speaker = noun_phrase(subject) if subject is not None else None
    assert is_said_of(cue, noun, speaker, reporting_verbs()[verb]) is said


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("the mayor", True),
        ("the government", True),
        ("the witness", True),
        ("Ana Lee, after the election", True),
        ("the plan", False),
        ("the failure", False),
        ("the delay in reconstruction", True),
        ("the demolition", False),
    ],
)
def test_what_speaks(nlp: "Language", text: str, known: bool) -> None:
    assert speaks(parse(nlp, text)[:]) is known


@pytest.mark.parametrize(
    ("text", "verb", "deed"),
    [
        ("The ministers called in to Dover on their way home.", "call", True),
        ("The mayor called off the game.", "call", True),
        ("The mayor called on Monday for a vote.", "call", False),
        ("READ MORE: The town is safe.", "READ", True),
        ("They stayed at home, fearing that it would rain.", "fear", True),
        ("They say that they fear that it will rain.", "fear", False),
    ],
)
def test_deeds(nlp: "Language", text: str, verb: str, deed: bool) -> None:
    token = next(token for token in parse(nlp, text) if verb in {token.lemma_, token.text})
    assert is_deed(token) is deed
