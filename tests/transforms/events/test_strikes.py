"""Whose strike it was."""

from typing import TYPE_CHECKING

import pytest

from transforms.events.strikes import striker
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two guards were killed in an Israeli air strike on the town.", "Israeli"),
        ("Two guards were wounded in Russian shelling of the town.", "Russian"),
        ("Two guards were killed in a Taliban attack on a checkpoint.", "Taliban"),
        ("Two guards were killed in a suicide attack in Kabul.", None),
        # an attack that a nation stands before may have been there, and a town is where it was
        ("Two guards were killed in the Afghan attack.", None),
        ("Two guards were killed in the Paris attacks.", None),
        ("Two guards were killed in an Israeli town.", None),
    ],
)
def test_whose_strike(nlp: "Language", text: str, expected: str | None) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ in {"kill", "wound"})
    found = striker(verb)
    assert (found.text if found is not None else None) == expected
