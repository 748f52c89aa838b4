"""The table gives each token the attributes that spaCy's attribute ruler gives it."""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from transforms.parsing import attribute_table
from transforms.parsing.attribute_table import AttributeTable, asked_of_tokens, fits_a_table
from transforms.parsing.spacy_model import LEMMAS, TABLE

SAMPLES = Path(__file__).parents[3] / "data" / "samples"

SPOKEN = """It ain't over: there's a plan, let's see it, and y'all gotta go. "I'm gonna win 'em," said the mayor, who
has had to do what she didn't.

Nothin' doin', he'd have done that well once; there were those who'd not, which is what it is."""


def attributes(token: Token) -> tuple[Any, ...]:
    return token.tag_, token.pos_, str(token.morph), token.lemma, token.dep_


def parsed(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in {TABLE, LEMMAS, "ner"}]):
        return nlp(text)


def ruler(nlp: Language) -> Any:
    """Return the ruler that the model came with."""
    return nlp.get_pipe(TABLE).ruler  # type: ignore[attr-defined]


def test_each_token_gets_what_the_ruler_gives(nlp: Language) -> None:
    texts = [SPOKEN, *(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))]
    table = AttributeTable(ruler(nlp))
    for text in texts * 2:  # the second time from the table alone
        theirs = parsed(nlp, text)
        ours = table(theirs.copy())
        ruler(nlp)(theirs)
        assert list(map(attributes, ours)) == list(map(attributes, theirs))
    assert 100 < len(table.rules) < len(table.words)


def test_the_model_is_loaded_with_the_table(nlp: Language) -> None:
    assert TABLE in nlp.pipe_names
    assert "attribute_ruler" not in nlp.pipe_names
    there, is_a = nlp("There is a plan.")[:2]
    assert (there.pos_, is_a.pos_) == ("PRON", "VERB"), "a pattern over two tokens"


def test_the_table_begins_anew_when_it_is_full(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribute_table, "MAX_ENTRIES", 3)
    table = AttributeTable(ruler(nlp))
    table(parsed(nlp, "Rain fell on Lisbon on Monday."))
    table(parsed(nlp, "Snow"))
    assert (len(table.rules), len(table.words), len(table.pairs)) == (1, 1, 0)


@pytest.mark.parametrize(
    ("token", "fits"),
    [({"TAG": "NN"}, True), ({"LOWER": {"REGEX": "^a"}, "DEP": "det"}, True), ({"TAG": "NN", "OP": "+"}, False)],
)
def test_a_pattern_that_asks_more_is_left_to_the_ruler(token: dict[str, Any], fits: bool) -> None:
    from spacy.pipeline import AttributeRuler

    own = AttributeRuler(Vocab())
    own.add([[token], [token, {"TAG": "VB"}]], {"POS": "NOUN"})
    assert fits_a_table(own) is fits, json.dumps(sorted(asked_of_tokens(own)))


def test_a_pattern_over_three_tokens_is_left_to_the_ruler() -> None:
    from spacy.pipeline import AttributeRuler

    own = AttributeRuler(Vocab())
    own.add([[{"TAG": "NN"}] * 3], {"POS": "NOUN"})
    assert not fits_a_table(own)
