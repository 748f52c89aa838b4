"""The lexicon of toponyms and the adjectives of places."""

import pytest

from transforms.lexicons.gazetteer import look_up
from transforms.lexicons.tables import lexicon_records
from transforms.lexicons.toponym_words import place_of_adjective, words


@pytest.mark.parametrize(
    ("adjective", "place"),
    [("Syrian", "Syria"), ("Dutch", "The Netherlands"), ("European", "Europe"), ("Scottish", "Scotland"),
     ("Saudi", "Saudi Arabia")],
)  # fmt: skip
def test_adjective_has_its_place(adjective: str, place: str) -> None:
    assert [candidate.name for candidate in place_of_adjective(adjective)] == [place]


@pytest.mark.parametrize("word", ["Syria", "syrian", "Polished", ""])
def test_other_words_are_no_adjectives(word: str) -> None:
    assert place_of_adjective(word) == ()


def test_every_place_with_an_adjective_is_in_the_gazetteer() -> None:
    rows = lexicon_records("place_adjectives.tsv")
    assert [row["name"] for row in rows if not look_up(row["name"])] == []


def test_a_kind_that_the_lexicon_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match="locativ"):
        words("locativ")


@pytest.mark.parametrize(
    "kind",
    ["locative", "abroad", "beside", "kind", "organ", "street", "media", "given", "title", "word", "actor", "dealing"],
)
def test_every_kind_has_words_in_small_letters(kind: str) -> None:
    assert words(kind)
    assert all(word == word.lower().strip() for word in words(kind))
