from typing import TYPE_CHECKING

from transforms.parsing.columns import columns, kept
from transforms.parsing.spacy_model import parse, tokenize

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Ana Kovač’s armies  shelled it.\n\nThey said so — twice."


def test_columns_are_what_the_tokens_are(nlp: "Language") -> None:
    doc = parse(nlp, TEXT)
    read = columns(doc)
    assert read.text == TEXT
    assert read.texts == [token.text for token in doc]
    assert read.lowers == [token.lower_ for token in doc]
    assert read.lemmas == [token.lemma_.lower() for token in doc]
    assert read.starts == [token.idx for token in doc]
    assert columns(doc) is read


def test_a_phrase_is_the_text_of_its_tokens(nlp: "Language") -> None:
    doc = parse(nlp, TEXT)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 3):
            assert columns(doc).phrase(start, end) == doc[start:end].text, (start, end)


def test_without_a_parse_there_are_no_lemmas() -> None:
    doc = tokenize("Wer weiß es?")
    assert columns(doc).texts == ["Wer", "weiß", "es", "?"]
    assert set(columns(doc).lemmas) == {""}
    assert columns(tokenize("")).texts == []


def test_what_is_kept_is_made_once() -> None:
    doc = tokenize("They met.")
    made: list[int] = []
    assert [kept(doc, "place", at, lambda at=at: made.append(at)) for at in (0, 0, 1)] == [None, None, None]
    assert made == [0, 1]
    assert kept(doc, "other", 0, lambda: "then") == "then"
