from typing import TYPE_CHECKING

import pytest

from transforms.entities.name_forms import canonical, is_title, normalise, tidy
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The New York Times", "New York Times"),
        ("U.S.", "US"),
        ("Pedro Sánchez", "Pedro Sanchez"),
        ("WALLACE", "Wallace"),
        ("Boeing Co.", "Boeing"),
        ("Apple, Inc.", "Apple"),
        ("People’s Party", "People's Party"),
        ("Al-Shabab", "al Shabab"),
        ("New\nYork", "New York"),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Intel", "Intel Corp."),
        ("Hitachi Co., Ltd.", "Hitachi"),
        ("U.S. Justice Department", "US Department of Justice"),
        ("United States Navy", "U.S. Navy"),
        ("Ministry of Defence", "Defence Ministry"),
        ("J. K. Rowling", "J.K. Rowling"),
    ],
)
def test_names_that_are_one_thing(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("George W. Bush", "George Bush"), ("United States", "US Navy")])
def test_names_that_are_two_things(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Sudan", "South Sudan"), ("Co.", "Inc."), ("SA", "AG")])
def test_spellings_that_are_two_names(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(("word", "title"), [("President", True), ("Gen.", True), ("CEO", True), ("Paris", False)])
def test_titles(word: str, title: bool) -> None:
    assert is_title(word) is title


@pytest.mark.parametrize(
    ("text", "marked", "label", "name"),
    [
        ("Then the “Islamic Resistance in Iraq” spoke.", "the “Islamic Resistance in Iraq", "ORG", None),
        ("It met the Islamic State’s leaders.", "the Islamic State’s", "ORG", "Islamic State"),
        ("He met President Biden.", "President Biden", "PERSON", "Biden"),
        ("He met Gen. Mark Milley there.", "Gen. Mark Milley", "PERSON", "Mark Milley"),
        ("It hit Ukraine's ports.", "Ukraine's", "GPE", "Ukraine"),
        ("The African Union (AU) met.", "The African Union (AU", "ORG", "African Union"),
        ("It rained\n\nParis woke up.", "\n\nParis", "GPE", "Paris"),
        ("It is former Mayor Ed Koch here.", "former Mayor Ed Koch", "PERSON", "Ed Koch"),
        ("We met Kim Jong-un there.", "Kim Jong-un", "PERSON", "Kim Jong-un"),
        ("We met Kim Jong-un there.", "Kim Jong", "PERSON", "Kim Jong-un"),
        ("Lee Hsien-loong said so.", "Lee Hsien-loong", "PERSON", "Lee Hsien-loong"),
        ("An Obama-era rule fell.", "Obama-era", "PERSON", "Obama"),
        ("A Trump-backed bill fell.", "Trump-backed", "PERSON", "Trump"),
        ("Fighters of al-Shabab fled.", "al-Shabab", "ORG", "al-Shabab"),
        ("He flew to Washington D.C. today.", "Washington D.C.", "GPE", "Washington D.C."),
        ("It is “the” one.", "“the”", "ORG", ""),
        ("The ’s Zanari Inc. Angela Merkel", "’s Zanari Inc.", "ORG", "Zanari Inc."),
        ("They hold the Winter Olympics there.", "Olympics", "EVENT", "Winter Olympics"),
        ("They hold the first Olympics there.", "Olympics", "EVENT", "Olympics"),
        ("It costs Zanari hundreds of euros.", "Zanari hundreds", "PRODUCT", "Zanari"),
        ("It flew to Zanari Image: Lom.", "Zanari Image", "FAC", "Zanari"),
        ("Shares of Zanari Image fell.", "Zanari Image", "ORG", "Zanari Image"),
        ("They met Crown Prince Zola there.", "Crown Prince Zola", "PERSON", "Zola"),
        ("Tomorrow Silva leaves.", "Tomorrow Silva", "PERSON", "Silva"),
        ("They flew to Mar-a-Lago today.", "Lago", "PERSON", "Mar-a-Lago"),
        ("They live in Vaux-sur-Zanari today.", "Zanari", "PERSON", "Vaux-sur-Zanari"),
        ("They take London-to-Paris trains.", "London", "GPE", "London"),
        ("Zanari Press WASHINGTON (ZP) — It rained.", "Zanari Press WASHINGTON", "ORG", "Zanari Press"),
        ("He left Zanari FM (ZFM) today.", "Zanari FM", "ORG", "Zanari FM"),
    ],
)
def test_tidy(nlp: "Language", text: str, marked: str, label: str, name: str | None) -> None:
    doc = parse(nlp, text)
    at = text.index(marked)
    span = covering(doc, at, at + len(marked))
    bounds = tidy(doc, span.start, span.end, label)
    expected = "Islamic Resistance in Iraq" if name is None else name
    assert (doc[bounds[0] : bounds[1]].text if bounds else "") == expected, text


@pytest.mark.parametrize(
    ("text", "name"),
    [("Shoppers say McDonald's raised prices.", "McDonald's"), ("Shoppers know McDonald's prices.", "McDonald")],
)
def test_an_ending_of_the_company_itself_stays(nlp: "Language", text: str, name: str) -> None:
    doc = parse(nlp, text)
    bounds = tidy(doc, 2, 4, "ORG")
    assert bounds is not None
    assert doc[bounds[0] : bounds[1]].text == name, text
