"""Names in bylines as they are printed."""

import pytest

from transforms.text.byline import is_announced, is_person_name, parse_byline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Roe and John Doe, staff writers", ("Jane Roe", "John Doe")),
        ("Von Felix Schröder, dpa", ("Felix Schröder", "dpa")),
        ("Por José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Text: Anna Lena und Peter Zwegat", ("Anna Lena", "Peter Zwegat")),
        ("Jane Roe | Reuters | 24 April 2024", ("Jane Roe", "Reuters")),
        ("By Jane Roe (jane@paper.example)", ("Jane Roe",)),
        ("By JANE O’NEILL", ("JANE O’NEILL",)),
        ("박준석 기자", ("박준석",)),
        ("By Ronaldinho", ("Ronaldinho",)),
        ("Autor: Jan Kowalski", ("Jan Kowalski",)),
        ("Harbour-Experte Jan Roth", ("Jan Roth",)),
        ("Political Correspondent Jane Roe", ("Jane Roe",)),
        ("Guest post by Jane Roe", ("Jane Roe",)),
        ("Eine Reportage von Jana Roth", ("Jana Roth",)),
    ],
)
def test_names_of_a_byline(text: str, names: tuple[str, ...]) -> None:
    assert parse_byline(text) == names, text


@pytest.mark.parametrize("text", ["Home", "Read more", "The pier burned down on Monday", "x" * 300, "", "admin"])
def test_what_is_no_byline(text: str) -> None:
    assert parse_byline(text) == (), text


def test_forms_of_names() -> None:
    assert is_person_name("Ludwig van Beethoven")
    assert is_person_name("AFP")
    assert not is_person_name("Senior Reporter")
    assert not is_person_name("Über Jane")
    assert not is_person_name("pier burned down")


def test_a_byline_is_announced() -> None:
    assert is_announced("By Jane Roe")
    assert is_announced("Von: Jane Roe")
    assert not is_announced("Jane Roe")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Roe Reuters", ("Jane Roe",)),
        ("By Jane Roe AFP", ("Jane Roe",)),
        ("By Jane Mae Pa", ("Jane Mae Pa",)),
        ("By Jane Roe Tuesday, Aug. 17, 2010", ("Jane Roe",)),
        ("By Jane Roe 10/ 6/11 08:50 PM", ("Jane Roe",)),
        ("By Jane Roe Harbour.com Archive", ("Jane Roe",)),
        ("Par JANE ROE, ANNA DE VRIES Envoyées spéciales à Oslo", ("JANE ROE", "ANNA DE VRIES")),
        ("By Jane Roe and John Doe - AP Technology Writers", ("Jane Roe", "John Doe")),
        ("By Jane Roe, AP Political Writer", ("Jane Roe",)),
        ("More Jane Roe.", ()),
        ("Text Size", ()),
        ("Text Delete SEARCH", ()),
        ("Text: Madonna", ("Madonna",)),
        ("作者：王小明", ("王小明",)),
        ("作者：未知", ()),
        ("来源：港口日报", ()),
        ("Home > Harbour News > Jane Roe", ()),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, names: tuple[str, ...]) -> None:
    assert parse_byline(text) == names


@pytest.mark.parametrize("text", ["港口日报", "港口网", "Harbour Health News", "항구신문", "港区人民政府办公室主任"])
def test_publishers_and_offices_are_no_persons(text: str) -> None:
    assert not is_person_name(text)
