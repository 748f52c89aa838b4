from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import has_mark
from transforms.quotes.next_statements import (
    adds,
    does_next,
    goes_on_from,
    goes_on_saying,
    leaves_would,
    reports_next,
    turns,
)

if TYPE_CHECKING:
    from spacy.language import Language


def test_how_the_next_statement_begins(nlp: "Language") -> None:
    doc = parse(nlp, "He said that he would go, adding that it rained.")
    by_text = {token.text: token for token in doc}
    assert adds(by_text["adding"])
    assert not adds(by_text["said"])
    assert has_mark(by_text["go"], "that")
    doc = parse(nlp, "He said he would not go and urged them to stay.")
    said, urged = doc[1], next(token for token in doc if token.text == "urged")
    assert reports_next(urged, said)
    assert goes_on_saying(urged, said) == (urged.dep_ == "conj")


@pytest.mark.parametrize(
    ("text", "word", "goes_on"),
    [
        ("She has said the deal is dead and warned the others not to come.", "warned", True),
        ("Peru has said its patience is over and suggested it might act.", "suggested", True),
        ("The mayor has said the firm lied and promised them too much.", "promised", False),  # the firm did
        ("The mayor has said the plan is dead and was promised too early.", "promised", False),
    ],
)
def test_what_goes_on_from_the_perfect(nlp: "Language", text: str, word: str, goes_on: bool) -> None:
    doc = parse(nlp, text)
    said = next(token for token in doc if token.text == "said")
    assert goes_on_saying(next(token for token in doc if token.text == word), said) is goes_on


@pytest.mark.parametrize(
    ("text", "word", "but"),
    [
        ("Ruiz has said that the plan is good for the whole town, but has not ruled out another.", "ruled", True),
        ("Peru has said it will come, but Chile has also signalled doubt.", "signalled", False),
        ("Peru has said the deal is good, but has not been signed.", "signed", False),
        ("Ruiz said that the plan is good for the whole town, but has not ruled out another.", "ruled", False),
    ],
)
def test_what_turns_in_the_perfect(nlp: "Language", text: str, word: str, but: bool) -> None:
    doc = parse(nlp, text)
    said = next(token for token in doc if token.text == "said")
    found = turns(next(token for token in doc if token.text == word), said)
    assert (found.text if found is not None else None) == ("but" if but else None)


@pytest.mark.parametrize(
    ("text", "word", "ends"),
    [
        ("The judge ordered the man jailed and set a deadline.", "set", True),
        ("The judge ordered the man jailed and fined.", "fined", False),
        ("The judge said the man was jailed and set a record.", "set", False),
    ],
)
def test_what_the_speaker_does_next(nlp: "Language", text: str, word: str, ends: bool) -> None:
    doc = parse(nlp, text)
    cue = next(token for token in doc if token.text in {"ordered", "said"})
    found = does_next(next(token for token in doc if token.text == word), cue)
    assert (found.text if found is not None else None) == ("and" if ends else None)


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("A spokesman said the people had expressed their view, adding that it was over.", "adding", "said"),
        ("He rejected the plan, saying that it was over.", "saying", "rejected"),
        ("He said he would not go and urged them to stay.", "urged", "said"),
        ("He went home and urged them to stay.", "urged", None),
    ],
)
def test_whose_speaker_a_verb_has(nlp: "Language", text: str, word: str, cue: str | None) -> None:
    verb = next(token for token in parse(nlp, text) if token.text == word)
    assert next((one.text for one in goes_on_from(verb)), None) == cue


@pytest.mark.parametrize(
    ("text", "word", "ends"),
    [
        ("She hoped that the meeting would contribute to that, but was skeptical that he had succeeded.", "was", True),
        ("She hoped that it would help them, but she was sure.", "was", False),
        ("She said that it helped them, but was late.", "was", False),
    ],
)
def test_who_goes_on_behind_would(nlp: "Language", text: str, word: str, ends: bool) -> None:
    doc = parse(nlp, text)
    assert (leaves_would(next(token for token in doc if token.text == word), doc[1]) is not None) == ends, text
