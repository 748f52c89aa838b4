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
        (
            "Mr Acosta was tapped after the first nominee for the post, Andrew Puzder, withdrew under pressure.",
            "withdrew",
            "Andrew Puzder",
        ),
        ("Shell the town!", "Shell", None),
        ("Since the coup attempt last July, Turkey has shut schools.", "shut", "Turkey"),
        ("The council, a body of ten, met.", "met", "The council, a body of ten"),
        ("Lee, who was on the staff of the board that probed it, left.", "probed", "the board"),
        (
            "The shots in Sousse, Tunisia, which killed two, were heard.",
            "killed",
            "The shots in Sousse, Tunisia",
        ),
        ("A citizen in Detroit, who marched, spoke.", "marched", "A citizen in Detroit, who marched"),
        ("A group set up to watch the border left.", "watch", "A group"),
        (
            "Troops loyal to President Ali Saleh who have fired missiles fled.",
            "fired",
            "Troops loyal to President Ali Saleh who have fired missiles",
        ),
        (
            "One man was held in connection with her death and police are asking whether she was hurt, he said.",
            "asking",
            "police",
        ),
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


@pytest.mark.parametrize(
    ("text", "head", "verb", "phrase"),
    [
        ("People who saw the fire said it was large.", "People", "said", "People who saw the fire"),
        ("A report released by the bank shows losses.", "report", "shows", "A report released by the bank"),
        ("The mayor, who saw the fire, said it was large.", "mayor", "said", "The mayor"),
        ("There are people who say it was large.", "people", "say", "people"),
    ],
)
def test_what_tells_apart_who_is_meant(nlp: "Language", text: str, head: str, verb: str, phrase: str) -> None:
    doc = parse(nlp, text)
    found = {token.text: token for token in doc}
    assert noun_phrase(found[head], found[verb]).text == phrase, text


def test_a_phrase_that_is_too_long_ends_at_a_mark(nlp: "Language") -> None:
    office = "the head of the office for roads and bridges in the north of the country"
    doc = parse(nlp, f"Ana Kovač, {office}, {office}, {office}, resigned.")
    phrase = noun_phrase(next(token for token in doc if token.text == "Kovač"))
    assert phrase.text.endswith("country"), phrase.text
    assert len(phrase) < len(doc) - 2


def test_noun_behind_a_verb(nlp: "Language") -> None:
    doc = parse(nlp, "“No,” said the mayor of Split.")
    said = next(token for token in doc if token.text == "said")
    after = noun_after(said)
    assert after is not None
    assert after.text == "mayor"
    assert noun_after(doc[-1]) is None
