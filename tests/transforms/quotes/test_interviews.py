from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.interviews import find_block_quotations, find_dialogue

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("LEE: No.\n\nREED: Why?\n\nLEE: I saw nothing.", [("LEE", "No."), ("LEE", "I saw nothing.")]),
        ("Angela Merkel: Europe must act now", [("Angela Merkel", "Europe must act now")]),
        ("Ann Lee was asked.\n\nLEE: I saw nothing.", [("LEE", "I saw nothing.")]),
        ("UPDATE: The road is open.", []),
        ("The bridge: closed.", []),
        ("Angela Merkel arrived at 10:30 and left.", []),
    ],
)
def test_dialogue(nlp: "Language", text: str, lines: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    found = [
        (r.speaker.text, doc[r.content[0] : r.content[1]].text)
        for r in find_dialogue(doc, text)
        if r.speaker and r.content
    ]
    assert [line for line in found if line[0] != "REED"] == lines, text


TURNS = "\n\nREED: Why?\n\nLEE: I heard it.\n\nREED: When?\n\nLEE: At night."


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ("I saw nothing.\n\nBut I heard it.", "I saw nothing.\n\nBut I heard it."),
        ("I saw nothing.\n\n(CROSSTALK)\n\nThe two got up.", "I saw nothing."),
    ],
)
def test_a_turn_of_a_transcript_goes_on_to_the_next(nlp: "Language", between: str, said: str) -> None:
    text = f"Ann Lee was asked.\n\nLEE: {between}{TURNS}\n\nThe meeting ended."
    doc = parse(nlp, text)
    contents = [report.content for report in find_dialogue(doc, text) if report.content]
    assert [doc[start:end].text for start, end in contents] == [said, "Why?", "I heard it.", "When?", "At night."]


def test_a_report_goes_on_behind_a_single_turn(nlp: "Language") -> None:
    text = "Ann Lee was asked.\n\nLEE: I saw nothing.\n\nThe two got up.\n\nLEE: At night."
    doc = parse(nlp, text)
    contents = [report.content for report in find_dialogue(doc, text) if report.content]
    assert [doc[start:end].text for start, end in contents] == ["I saw nothing.", "At night."]


def test_a_headline_is_of_who_is_named_in_the_text(nlp: "Language") -> None:
    text = "Pence: No new taxes\n\nGovernor Mike Pence spoke in Ohio on Monday."
    (report,) = find_dialogue(parse(nlp, text), text)
    assert report.speaker is not None
    assert report.speaker.text == "Pence"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "He added:\n\nThe bridge is lost, and nobody will pay.\n\nIt rained.",
            ["The bridge is lost, and nobody will pay."],
        ),
        ("He added:\n\nWhat comes next", []),  # a heading
        ("It rained:\n\nThe bridge is lost, and nobody will pay for it.", []),
        ("He added:\n\n“The bridge is lost, and nobody will pay for it.”", []),  # found by its marks
    ],
)
def test_block_quotations(nlp: "Language", text: str, blocks: list[str]) -> None:
    doc = parse(nlp, text)
    assert [doc[r.content[0] : r.content[1]].text for r in find_block_quotations(doc, text) if r.content] == blocks
