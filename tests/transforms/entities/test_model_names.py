"""What the model marks, put together and labelled anew."""

from typing import TYPE_CHECKING

import pytest

from tests.transforms.names import mark
from transforms.entities.candidate import KIND_OF_LABEL
from transforms.entities.model_names import whole_names
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        (
            "He left Liverpool John Zanari University today.",
            [("Liverpool", "GPE"), ("John Zanari University", "ORG")],
            [("Liverpool John Zanari University", "ORG")],
        ),
        (
            "He left Germany Zanari University today.",
            [("Germany", "GPE"), ("Zanari University", "ORG")],
            [("Germany", "GPE"), ("Zanari University", "ORG")],
        ),
        (
            "He asked Interior Ministry Marta Zanari.",
            [("Interior Ministry Marta Zanari", "ORG")],
            [("Interior Ministry", "ORG"), ("Marta Zanari", "PERSON")],
        ),
        (
            "He asked Pesticide Action Network North America.",
            [("Pesticide Action Network North America", "ORG")],
            [("Pesticide Action Network North America", "ORG")],
        ),
        ("They met in Zanari Hill today.", [("Zanari", "GPE")], [("Zanari Hill", "GPE")]),
        ("They met in St. Zanarisburg today.", [("St.", "GPE")], [("St. Zanarisburg", "GPE")]),
        ("They met in Zanari Tuesday.", [("Zanari", "GPE")], [("Zanari", "GPE")]),
        ("They asked Mr Zanari again.", [("Mr Zanari", "ORG")], [("Mr Zanari", "PERSON")]),
        ("They asked Baroness Zanari again.", [("Baroness Zanari", "ORG")], [("Baroness Zanari", "PERSON")]),
        (
            "They asked Prince Boris Zanari.",
            [("Prince Boris Zanari", "WORK_OF_ART")],
            [("Prince Boris Zanari", "PERSON")],
        ),
        ("They saw Sir Zanari Hospital.", [("Sir Zanari Hospital", "ORG")], [("Sir Zanari Hospital", "ORG")]),
        ("They met at the Royal Courts of Justice.", [("Royal Courts", "ORG")], [("Royal Courts of Justice", "ORG")]),
        ("They met the Friends of Zanari.", [("Friends", "ORG")], [("Friends", "ORG")]),
        ("It was said that Mo Hongxian won.", [("Hongxian", "NORP")], [("Hongxian", "PERSON")]),
        ("It was said that Theresa May won.", [("Theresa", "GPE")], [("Theresa May", "PERSON")]),
        ("It was said that Feng Yaoxiang won.", [("Feng", "PERSON")], [("Feng Yaoxiang", "PERSON")]),
        ("It was said that Feng won.", [("Feng", "PERSON")], [("Feng", "PERSON")]),
        ("It was said that Muslims won.", [("Muslims", "NORP")], [("Muslims", "NORP")]),
        ("It was said that Zola Le Marek won.", [("Zola Le", "PERSON")], [("Zola Le Marek", "PERSON")]),
        ("It was said that Zola Lom Marek won.", [("Zola Lom", "PERSON")], [("Zola Lom Marek", "PERSON")]),
        (
            "It was said that Zola von der Marek won.",
            [("Zola von der", "PERSON"), ("Marek", "GPE")],
            [("Zola von der Marek", "PERSON")],
        ),
        (
            "It was said that Zola El Marek Lom won.",
            [("Zola El", "PERSON"), ("Marek Lom", "PERSON")],
            [("Zola El Marek Lom", "PERSON")],
        ),
        ("It was said that Zola El then won.", [("Zola El", "PERSON")], [("Zola El", "PERSON")]),
        ("Peru's Luiz Marek da Zola won.", [("Luiz Marek da Zola", "ORG")], [("Luiz Marek da Zola", "PERSON")]),
        (
            "The Luiz Marek da Zola School won.",
            [("Luiz Marek da Zola School", "ORG")],
            [("Luiz Marek da Zola School", "ORG")],
        ),
        ("They met at the Zola Lom Tower.", [("Zola Lom", "PERSON")], [("Zola Lom", "PERSON")]),
        ("It was said that Zola Lom won.", [("Zola Lom", "PERSON")], [("Zola Lom", "PERSON")]),
        (
            "It was said that Carlos Alberto Gomez won.",
            [("Alberto Gomez", "PERSON")],
            [("Carlos Alberto Gomez", "PERSON")],
        ),
        ("It was said that Judge Alberto Gomez won.", [("Alberto Gomez", "PERSON")], [("Alberto Gomez", "PERSON")]),
        ("They flew to Ana Lom airport in May.", [("Ana Lom", "PERSON")], [("Ana Lom airport", "ORG")]),
        (
            "They met at the Ana Lom high school.",
            [("Ana Lom", "PERSON")],
            [("Ana Lom high school", "ORG")],
        ),
        ("They met at the Lom airport.", [("Lom", "PERSON")], [("Lom", "PERSON")]),
        ("They met at Zanari Design Week in May.", [("Zanari Design", "FAC")], [("Zanari Design Week", "FAC")]),
        (
            "They went to Zanari Design Week 2018.",
            [("Zanari Design", "FAC"), ("Week 2018", "DATE")],
            [("Zanari Design Week", "FAC")],
        ),
        ("They met at Zanari Design in May.", [("Zanari Design", "FAC")], [("Zanari Design", "FAC")]),
        (
            "The Board of Painting and Sculpture fined him.",
            [("Board of Painting", "ORG")],
            [("Board of Painting and Sculpture", "ORG")],
        ),
        (
            "The Board of Painting and Sculpture fined him, as sculpture is not his.",
            [("Board of Painting", "ORG"), ("Sculpture", "PERSON")],
            [("Board of Painting and Sculpture", "ORG")],
        ),
        (
            "The Bank of England and Treasury fined him.",
            [("Bank of England", "ORG")],
            [("Bank of England", "ORG")],
        ),
    ],
)
def test_names(nlp: "Language", text: str, marked: list[tuple[str, str]], found: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    mark(doc, marked)
    assert [(name.text, name.label_) for name in whole_names(doc, frozenset(KIND_OF_LABEL))] == found
