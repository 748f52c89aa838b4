"""The table gives each token the lemma that spaCy's lemmatizer gives it."""

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.parsing import lemma_table
from transforms.parsing.lemma_table import LemmaTable, fits_a_table
from transforms.parsing.spacy_model import LEMMAS

SAMPLES = Path(__file__).parents[3] / "data" / "samples"

SPOKEN = """It ain't over: y'all gotta go, and better ones left. The leaves were lying about; she lies, and he has lain.

Mice ran, AXES were ground, “data” is; 1,200 of the Unions’ men said: “We’re leaving!”  Dr. O'Neil's oxen."""


def without_lemmas(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable=[LEMMAS, "ner"]):
        return nlp(text)


def lemmatizer(nlp: Language) -> Any:
    """Return the lemmatizer that the model came with."""
    return nlp.get_pipe(LEMMAS).lemmatizer  # type: ignore[attr-defined]


def test_each_token_gets_what_the_lemmatizer_gives(nlp: Language) -> None:
    table = LemmaTable(lemmatizer(nlp))
    for text in [SPOKEN, *(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))] * 2:
        theirs = without_lemmas(nlp, text)
        ours = table(theirs.copy())
        lemmatizer(nlp)(theirs)
        assert [(token.lemma_, token.morph, token.dep) for token in ours] == [
            (token.lemma_, token.morph, token.dep) for token in theirs
        ]
        assert [sent.start for sent in ours.sents] == [sent.start for sent in theirs.sents]
    assert len(table.lemmas) > 100


def test_what_is_set_stays_and_an_empty_text_is_none(nlp: Language) -> None:
    doc = without_lemmas(nlp, "They went home.")
    doc[1].lemma_ = "wend"
    assert [token.lemma_ for token in LemmaTable(lemmatizer(nlp))(doc)] == ["they", "wend", "home", "."]
    assert len(LemmaTable(lemmatizer(nlp))(Doc(nlp.vocab))) == 0


def test_the_table_begins_anew_when_it_is_full(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemma_table, "MAX_ENTRIES", 3)
    table = LemmaTable(lemmatizer(nlp))
    table(without_lemmas(nlp, "Rain fell on Lisbon on Monday."))
    table(without_lemmas(nlp, "Snow"))
    assert len(table.lemmas) == 1


def test_another_lemmatizer_is_left_as_it_is(nlp: Language) -> None:
    from spacy.pipeline import Lemmatizer

    assert fits_a_table(lemmatizer(nlp))
    assert not fits_a_table(Lemmatizer(Vocab(), None, mode="lookup"))
    assert not fits_a_table(None)
