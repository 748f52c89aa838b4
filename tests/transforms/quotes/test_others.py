from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.others import accused, cited, is_asked

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("The charges accused Miller of failing to tell the guard that it rained.", "tell", "Miller"),
        ("Prosecutors accuse her of having agreed to carry the bag.", "agreed", "her"),
        ("They met a reporter whom she accused of saying that it rained.", "saying", "reporter"),
        ("The minister used the speech for saying that it rained.", "saying", None),
        ("The minister told them of saying it.", "saying", None),
    ],
)
def test_who_is_accused_said_it(nlp: "Language", text: str, cue: str, who: str | None) -> None:
    found = accused(next(token for token in parse(nlp, text) if token.text == cue))
    assert (found.text if found is not None else None) == who


def test_who_is_quoted_said_it(nlp: "Language") -> None:
    doc = parse(nlp, "The paper quoted the minister as saying that it rained.")
    found = cited(next(token for token in doc if token.text == "saying"))
    assert found is not None
    assert found.text == "minister"
    assert (
        cited(next(token for token in parse(nlp, "He left, saying that it rained.") if token.text == "saying")) is None
    )


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("When asked what the plan is, Cindy noted that it works.", True),
        ("When she asked what the plan is, Cindy noted that it works.", False),
        ("Cindy asked what the plan is.", False),
    ],
)
def test_who_is_asked_does_not_ask(nlp: "Language", text: str, passive: bool) -> None:
    assert is_asked(next(token for token in parse(nlp, text) if token.text == "asked")) is passive
