from typing import TYPE_CHECKING

import pytest

from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They signed a peace agreement.", [("AGREE", "signed a peace agreement")]),
        ("They signed a book.", []),
        ("They vowed to attack Rome.", [("THREATEN", "vowed to attack Rome")]),
        ("They vowed to help Rome.", [("AGREE", "vowed to help Rome")]),
        ("They pledged to persist in their attacks.", [("THREATEN", "pledged to persist in their attacks")]),
        ("They decided to release the prisoners.", [("CONCEDE", "decided to release the prisoners")]),
        ("They will support Rome.", [("AGREE", "support")]),
        ("They may bomb Rome.", [("THREATEN", "bomb")]),
        ("They said that Rome must pay.", [("REQUEST", "said")]),
        ("They said that we should go.", []),
        ("They demanded that Rome release him.", [("REQUEST", "demanded")]),
        ("Heavy artillery strikes went on.", [("ASSAULT", "Heavy artillery strikes")]),
        ("They pulled out of Rome.", [("RETREAT", "pulled out")]),
        ("They pulled a cart.", []),
    ],
)
def test_triggers(nlp: "Language", text: str, found: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    assert [(one.event_type, doc[one.start : one.end].text) for one in find_triggers(doc)] == found, text
