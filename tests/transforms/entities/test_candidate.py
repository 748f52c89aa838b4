"""Names as they are cut out of the text."""

from typing import TYPE_CHECKING

from transforms.entities.candidate import candidate
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


def test_quotation_marks_are_left_out(nlp: "Language") -> None:
    doc = parse(nlp, "They read “Zanari” again.")
    name = candidate(doc, 2, 5, "WORK_OF_ART", "spacy")
    assert name is not None
    assert (name.text, name.key, name.start_char, name.end_char) == ("Zanari", "zanari", 11, 17)
    assert candidate(doc, 2, 3, "WORK_OF_ART", "spacy") is None
