import pytest

from transforms.entities.candidate import candidate
from transforms.entities.fixed_kinds import is_no_law, kind_by_itself
from transforms.parsing.spacy_model import tokenize


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Brexit", "PERSON", "event"),
        ("Quran", "GPE", "work"),
        ("Antarctic", "NORP", "place"),
        ("Facebook", "PERSON", "organization"),
        ("I-70", "PRODUCT", "facility"),
        ("Cape of Good Hope", "WORK_OF_ART", "place"),
        ("Zanari", "PERSON", None),
    ],
)
def test_names_that_mean_one_thing(text: str, label: str, kind: str | None) -> None:
    doc = tokenize(text)
    name = candidate(doc, 0, len(doc), label, "spacy")
    assert name is not None
    assert kind_by_itself(name) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Food Standards of Zanari", True),
        ("Clean Air Act", False),
        ("Treaties of Rome", False),
        ("Title IX", False),
        ("Roe v. Wade", False),
        ("Section 230", False),
        ("Obamacare", False),
    ],
)
def test_names_without_a_word_of_a_law(text: str, expected: bool) -> None:
    assert is_no_law(text) is expected
