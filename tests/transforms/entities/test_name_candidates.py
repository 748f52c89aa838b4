from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.transforms.names import mark
from transforms.entities.candidate import candidate
from transforms.entities.name_candidates import find_candidates
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Lee flew to Paris.", ["Anna Lee", "Paris"]),
        ("Aid reached South Sudan.", ["South Sudan"]),
        ("Fighting resumed in Côte d’Ivoire.", ["Côte d’Ivoire"]),
        ("The US-led coalition left Syria.", ["US", "Syria"]),
        ("Iraq’s Foreign Ministry denied it.", ["Iraq"]),
        ("Tamils live across the globe.", ["Tamils"]),
        ("Sgt Mat Knowles said: “No.”", ["Mat Knowles"]),
        ("Voters in Georgia speak English.", ["Georgia"]),
        ("They paid US$5 million.", []),
        ("UKRAINE HITS RUSSIAN OIL DEPOT", ["UKRAINE", "RUSSIAN"]),
        ("TELL US NOW WHAT HAPPENED", []),
        ("Fourteen MPs and some NGOs objected.", []),
        ("The Christian Democrats lost.", ["Christian Democrats"]),
        ("Then Coroner Judge Anna Lee spoke.", ["Anna Lee"]),
        ("Islamic scholars met in March on a Tuesday.", []),
        ("He said “it was a bad idea to go there”.", []),
        ("Secretary of State Anna Lee flew to Peru.", ["Anna Lee", "Peru"]),
        ("Secretary of Homeland Security Anna Lee left.", ["Homeland Security", "Anna Lee"]),
        ("She wrote it on Facebook.", ["Facebook"]),
        ("The Utah Republican left Peru.", ["Utah", "Peru"]),
        ("He left the Zanari Weekly News in May.", ["Zanari Weekly News"]),
        ("The Union of Old Readers and Zanari (UORZ) met.", ["Union of Old Readers and Zanari"]),
        ("They flew to Mar-a-Lago in May.", ["Mar-a-Lago"]),
        ("She asked Transport for London about it.", ["Transport for London"]),
        ("The World Bank Group lent it.", ["World Bank Group"]),
        ("It is taught as sex and relationships education (SRE) in Peru.", ["Peru"]),
        ("", []),
    ],
)
def test_names_found(nlp: "Language", text: str, names: list[str]) -> None:
    found = find_candidates(parse(nlp, text))
    assert [name.text for name in found if name.text != "Foreign Ministry"] == [
        name for name in names if name != "Foreign Ministry"
    ], text
    assert all(text[name.start_char : name.end_char] == name.text for name in found), text


def test_quotation_marks_are_no_part_of_a_candidate(nlp: "Language") -> None:
    doc = parse(nlp, "Then “Red Cross” left.")
    name = candidate(doc, 1, 5, "ORG", "spacy")
    assert name is not None
    assert (name.text, name.start_char, name.end_char, name.key) == ("Red Cross", 6, 15, "red cross")


def test_no_candidate_is_made_of_quotation_marks(nlp: "Language") -> None:
    assert candidate(parse(nlp, "Then “ left."), 1, 2, "ORG", "spacy") is None


@pytest.mark.parametrize(
    ("text", "marked", "names"),
    [
        # a body in the middle, two of them within one name, one that the model's name goes beyond on either side
        ("Zola of Network Rail Lom spoke.", [("Rail Lom", "ORG")], ["Network Rail", "Lom"]),
        (
            "Aid of Save the Children World Vision came.",
            [("the Children World", "ORG")],
            ["Save the Children", "World Vision"],
        ),
        ("The World Bank Group lent it.", [("World Bank Group", "ORG")], ["World Bank Group"]),
        ("She asked Transport for London.", [("Transport", "GPE"), ("London", "GPE")], ["Transport for London"]),
    ],
)
def test_bodies_of_several_words_and_what_the_model_marks_of_them(
    nlp: "Language", text: str, marked: list[tuple[str, str]], names: list[str]
) -> None:
    doc = parse(nlp, text)
    mark(doc, marked)
    found = find_candidates(doc)
    assert [name.text for name in found] == names
    assert all(one.end <= other.start for one, other in pairwise(found))
