from typing import TYPE_CHECKING

import pytest

from transforms.entities.titled_names import find_titled
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sgt Mat Knowles said no.", ["Mat Knowles"]),
        ("Lt. Gov. Ana Silva left early.", ["Ana Silva"]),
        ("They met Dr. Okoro on Monday.", ["Okoro"]),
        ("General Motors cut jobs in King County.", []),
        ("The Col is a pass in the mountains.", []),
        ("SGT KNOWLES SAID NO", []),
        ("", []),
    ],
)
def test_names_behind_a_title(nlp: "Language", text: str, names: list[str]) -> None:
    doc = parse(nlp, text)
    assert [doc[start:end].text for start, end in find_titled(doc)] == names, text
