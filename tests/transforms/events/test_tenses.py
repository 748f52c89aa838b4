from typing import TYPE_CHECKING

import pytest

from transforms.events.tenses import tense_of
from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import verb_above

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has attacked Rome.", "past"),
        ("Peru attacks Rome.", "present"),
        # a passive of the present is of the present, but for deeds; a participle is of the time of the verb above it
        ("Peru is accused of fraud.", "present"),
        ("Peru was accused of fraud.", "past"),
        ("Anna is arrested by the police.", "past"),
        ("Rome is being attacked by Peru.", "present"),
        ("Anna was among the guests visiting Peru.", "past"),
        ("Peru was the first state to recognize Chile.", "past"),
        # what will be done comes by a way that is to come too
        ("The council will look at imposing sanctions on Peru.", "future"),
        ("He speaks to mitigate the mayor's criticism of Peru.", "past"),
        ("They fear the planned visit of the king.", "future"),
        # what is expected, or to be done, is to come
        ("Peru is expected to attack Rome.", "future"),
        ("Peru was expected to attack Rome.", "past"),
        ("The king is to visit Peru.", "future"),
        ("The guards will watch the border and patrol the coast.", "future"),
        ("Peru to send aid to Chile.", "future"),
        ("They will gather to express their support for Peru.", "future"),
        # a deed beside what a verb in the present tells is over, unless it is only feared
        ("Three suspects in the killing of Anna are Peruvians.", "past"),
        ("The mayor speaks after the talks with Peru.", "past"),
        ("Rome may come under attack.", "present"),
        ("The mayor speaks about an attack on Rome.", "present"),
        # deeds that are known are over too
        ("The mayor speaks against the attacks on Rome.", "past"),
        ("The mayor speaks of attacks on Rome.", "present"),
        # what one waits for is to come
        ("They wait until the minister visits Peru.", "future"),
    ],
)
def test_tenses(nlp: "Language", text: str, expected: str) -> None:
    trigger = next(find_triggers(parse(nlp, text)))
    verb = verb_above(trigger.head) if trigger.is_noun else trigger.head
    assert tense_of(trigger, verb) == expected, text
