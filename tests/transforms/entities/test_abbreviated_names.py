"""How far a name reaches by its abbreviation in brackets."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.abbreviated_names import find_abbreviated, find_common, find_spelled_out
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left the Union of Old Readers and Writers (UORW).", ["Union of Old Readers and Writers"]),
        ("He left the Bank of Lom (BOL).", ["Bank of Lom"]),
        ("He left Movimento 5 Stelle (M5S).", ["Movimento 5 Stelle"]),
        ("He left the readers (UORW).", []),
        ("A Small Aerial Vehicle flew; an Unmanned Aerial Vehicle (UAV) did too.", []),
        ("He left Lom (in May).", []),
        ("(ABC) is short (", []),
    ],
)
def test_names(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    assert [doc[start:end].text for start, end in find_abbreviated(doc)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He leads the CRZ (Rivers of Zanari Council).", ["CRZ", "Rivers of Zanari Council"]),
        ("The NEMO project (New Eyes for Larger Objects) ran.", []),
        ("The NEMO project (New Eyes Moving Objects) ran.", ["NEMO", "New Eyes Moving Objects"]),
        ("He leads the CRZ (in May).", []),
        ("He leads it (Rivers of Zanari Council).", []),
        ("(Rivers of Zanari", []),
    ],
)
def test_names_in_brackets(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    assert [doc[start:end].text for start, end in find_spelled_out(doc)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Schools teach sex and relationships education (SRE) now.", {"SRE"}),
        ("The reform of state-owned enterprises (SOE) stalled.", {"SOE"}),
        ("He left the Bank of Lom (BOL).", set()),
        ("Schools teach what they want (SRE) now.", set()),
        ("(ABC) is short.", set()),
    ],
)
def test_abbreviations_of_common_nouns(nlp: "Language", text: str, found: set[str]) -> None:
    assert find_common(parse(nlp, text)) == found
