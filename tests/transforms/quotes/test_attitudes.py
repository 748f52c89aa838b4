"""What somebody is sure of, or makes clear, is said by them."""

from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language

SAFE = "that the bridge is safe"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (f"The mayor is convinced {SAFE}.", "The mayor", SAFE),
        (f"Engineers remain confident {SAFE}.", "Engineers", SAFE),
        (f"The mayor made clear {SAFE}.", "The mayor", SAFE),
        ("The minister made clear that the tax will stay.", "The minister", "that the tax will stay"),
        ("In an interview, the mayor made it clear she had doubts about the bridge.", "the mayor", "she had doubts"),
        (f"Her view is {SAFE}.", "Her", SAFE),
        (f"The fear of residents was {SAFE.replace('safe', 'lost')}.", "residents", "that the bridge is lost"),
        ("Officials regard the group as a threat.", "Officials", "the group as a threat"),
        ("Critics of the plan see it as an opportunity to cut taxes.", "Critics of the plan", "it as an opportunity"),
        ("The study pointed to the reef as a warning.", "The study", "the reef as a warning"),
        ("By one estimate, forty boats were lost in the storm.", "one estimate", "forty boats were lost"),
        ("Forty boats were lost in the storm, by his own admission.", "his", "Forty boats were lost"),
    ],
)
def test_who_holds_it_says_it(nlp: "Language", text: str, speaker: str, said: str) -> None:
    doc = parse(nlp, text)
    (report,) = (report for report in find_reports(doc, frozenset()) if report.content)
    assert report.speaker is not None
    assert report.speaker.text == speaker
    start, end = report.content or (0, 0)
    assert doc[start:end].text.lstrip(" ,").startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        f"It is certain {SAFE}.",  # nobody's
        f"The mayor is not convinced {SAFE}.",
        f"If the mayor is convinced {SAFE}, she will open it.",
        "The mayor is sure to win.",
        "You must be sure you have the papers.",
        "The problem is that the bridge is old.",
        "She was called, by one account, a careful editor.",
        "It was approved by the account of the ministry.",
        "The minister pointed to a map of the town.",
        "He put it on the table.",
        "The council discussed the budget for the next year.",
        "Witnesses saw the car as it left the town.",
        "Ministers viewed the exhibition on Monday.",
    ],
)
def test_what_nobody_holds_is_said_by_nobody(nlp: "Language", text: str) -> None:
    assert not [report for report in find_reports(parse(nlp, text), frozenset()) if report.content]


def test_words_in_marks_beside_what_somebody_sees_are_not_theirs(nlp: "Language") -> None:
    doc = parse(nlp, "Ann Hill saw the “river men” in Dover.")
    assert list(find_reports(doc, frozenset())) == []


def test_words_in_marks_are_put_so(nlp: "Language") -> None:
    doc = parse(nlp, "As Ann Hill put it, “The bridge is safe.”")
    (report,) = find_reports(doc, frozenset(range(5, len(doc))))
    assert report.speaker is not None
    assert (report.cue.text, report.speaker.text) == ("put", "Ann Hill")
