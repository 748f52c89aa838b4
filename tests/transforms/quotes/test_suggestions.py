from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.suggestions import suggested

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Officials suggested reconsidering the deal.", "suggested", "reconsidering the deal"),
        ("Officials enjoyed reconsidering the deal.", "enjoyed", None),
        ("Officials suggested a deal.", "suggested", None),
    ],
)
def test_what_is_suggested(nlp: "Language", text: str, verb: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    span = suggested(next(token for token in doc if token.text == verb))
    assert (doc[span[0] : span[1]].text if span else None) == expected
