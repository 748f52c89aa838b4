"""Names as they are cut out of the text."""

from typing import TYPE_CHECKING

from transforms.entities.candidate import candidate
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_possessive_is_left_out_of_a_person(nlp: "Language") -> None:
    doc = parse(nlp, "They read Silva's-own book.")
    span = covering(doc, 10, 17)
    name = candidate(doc, span.start, span.end, "PERSON", "spacy")
    assert name is not None
    assert name.text == "Silva"
    body = candidate(doc, span.start, span.end, "ORG", "spacy")
    assert body is not None
    assert body.text == "Silva's"


def test_quotation_marks_are_left_out(nlp: "Language") -> None:
    doc = parse(nlp, "They read “Zanari” again.")
    name = candidate(doc, 2, 5, "WORK_OF_ART", "spacy")
    assert name is not None
    assert (name.text, name.key, name.start_char, name.end_char) == ("Zanari", "zanari", 11, 17)
    assert candidate(doc, 2, 3, "WORK_OF_ART", "spacy") is None
