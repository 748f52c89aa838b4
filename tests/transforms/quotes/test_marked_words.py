from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.marked_words import is_clause, is_statement, is_title_of_work
from transforms.quotes.quotation_marks import find_quotations

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name"),
    [("Gone with the Wind", True), ("Islamic Resistance in Iraq,", True), ("Is it over?", False), ("odd", False)],
)
def test_names_are_no_speech(nlp: "Language", text: str, name: bool) -> None:
    assert is_title_of_work(list(parse(nlp, text))) is name


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("There are two counts, one of “organised activity aimed at harming trade between towns”.", False),
        ("The sign has the words “the town is closed to all trade” on it.", True),
        ("He wrote “keep the town closed for now” on it.", True),
        ("It was “a total and complete loss of trade.” They left.", True),
        ("It is right to vote “to fill a seat in the town council,” by law.", True),
        ("It was “lost”.", False),
    ],
)
def test_words_in_marks_that_say_something(nlp: "Language", text: str, says: bool) -> None:
    (quotation,) = find_quotations(text)
    assert is_statement(parse(nlp, text), text, quotation) is says


def test_a_clause_has_a_subject(nlp: "Language") -> None:
    text = "He said “the town is closed” and “closed for good”."
    doc = parse(nlp, text)
    assert [is_clause(doc, quotation) for quotation in find_quotations(text)] == [True, False]
