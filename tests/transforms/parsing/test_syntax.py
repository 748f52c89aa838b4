from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import noun_after, noun_phrase, subject_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The army shelled the town.", "shelled", "The army"),
        ("The town was shelled by the army.", "shelled", "the army"),
        ("The town was shelled at night.", "shelled", None),
        ("The army shelled the town and withdrew.", "withdrew", "The army"),
        ("The general who shelled the town resigned.", "shelled", "The general"),
        ("The mayor resigned, saying he was ill.", "saying", "The mayor"),
        ("After saying so, the mayor was arrested.", "saying", "the mayor"),
        ("A report blaming the army appeared.", "blaming", "A report"),
        ("They urged the council to meet.", "meet", "the council"),
        ("He promised the council to resign.", "resign", "He"),
        ("Shell the town!", "Shell", None),
    ],
)
def test_subject(nlp: "Language", text: str, verb: str, subject: str | None) -> None:
    doc = parse(nlp, text)
    found = subject_of(next(token for token in doc if token.text == verb))
    assert (noun_phrase(found).text if found is not None else None) == subject, text


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Ana Kovač, the mayor of Split, resigned.", "Kovač", "Ana Kovač, the mayor of Split"),
        ("Ana Kovač, who is the mayor of Split, resigned.", "Kovač", "Ana Kovač"),
        ("On Monday, the prime minister of Iraq resigned.", "minister", "the prime minister of Iraq"),
    ],
)
def test_noun_phrase(nlp: "Language", text: str, head: str, phrase: str) -> None:
    doc = parse(nlp, text)
    assert noun_phrase(next(token for token in doc if token.text == head)).text == phrase, text


def test_noun_behind_a_verb(nlp: "Language") -> None:
    doc = parse(nlp, "“No,” said the mayor of Split.")
    said = next(token for token in doc if token.text == "said")
    after = noun_after(said)
    assert after is not None
    assert after.text == "mayor"
    assert noun_after(doc[-1]) is None
