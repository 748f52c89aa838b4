"""Subjects that the parse hangs elsewhere."""

from typing import TYPE_CHECKING

import pytest

from transforms.parsing.lost_subjects import noun_before
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Protesters threw stones and police fired tear gas in Hebron.", "fired", "police"),
        ("Protesters threw stones and fired rockets.", "fired", None),
        (
            "One man was held in connection with her death and police are asking whether she was hurt, he said.",
            "asking",
            "police",
        ),
    ],
)
def test_the_noun_before(nlp: "Language", text: str, verb: str, expected: str | None) -> None:
    found = noun_before(next(token for token in parse(nlp, text) if token.text == verb))
    assert (found.text if found is not None else None) == expected
