from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.interviews import find_dialogue

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("LEE: No.\n\nREED: Why?\n\nLEE: I saw nothing.", [("LEE", "No."), ("LEE", "I saw nothing.")]),
        ("Angela Merkel: Europe must act now", [("Angela Merkel", "Europe must act now")]),
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
