"""What the words of a name tell of its kind."""

import pytest

from transforms.entities.name_words import by_first_word, kind_by_words, kind_words


@pytest.mark.parametrize(
    ("name", "voted", "kind"),
    [
        ("University of Zanari at Lom", "person", "organization"),
        ("Museum of Old Boats", "organization", "facility"),
        ("Hall of Fame", "work", "facility"),
        ("Battle of Lom", "organization", "event"),
        ("Ethics in Office Act", "organization", "law"),
        ("Treaties of Zanari", "organization", "law"),
        ("Zanari Maps", "organization", "product"),
        ("Zanari Embassy", "work", "organization"),
        ("Rose Garden Ceremony", "facility", "event"),
        ("Great Reform Bill", "facility", "law"),
        ("Lom Free Trade Agreement", "organization", "law"),
        ("US Marines", "nationality", "organization"),
        ("Lom Independent School District", "place", "organization"),
        ("Orthodox Church", "facility", "organization"),
        ("Zanari Church", "organization", "facility"),
        ("Piano Sonata", "product", "work"),
        ("National Convention", "organization", "event"),
        ("Lom Convention", "event", "law"),
        ("Operation Lantern", "organization", "event"),
        ("Channel Seven", "person", "organization"),
        ("Co Zanari", "organization", "place"),
        ("Zanari Castle", "person", "facility"),
        ("Ronald Lom Building", "person", "facility"),
        ("South Lom Jail", "place", "facility"),
        ("Lom United", "person", "organization"),
        ("Church of Scientology", "organization", "organization"),
        ("Church of the Nativity", "organization", "facility"),
        # what the model knows better
        ("Barbara Castle", "person", None),
        ("New Castle", "place", None),
        ("West Bank", "place", None),
        ("Lake Bell", "person", None),
        ("Rebecca Hall", "person", None),
        ("Zola Day", "person", None),
        ("Zanari", "organization", None),
    ],
)
def test_kind(name: str, voted: str, kind: str | None) -> None:
    assert kind_by_words(name, voted) == kind


def test_kind_words_are_of_known_kinds() -> None:
    assert set(kind_words().values()) == {"organization", "facility", "place", "law", "event", "work", "product"}


def test_the_longest_of_names_that_begin_alike_comes_first() -> None:
    assert by_first_word(["Bank", "Bank of Lom", "Zanari"]) == {
        "Bank": [["Bank", "of", "Lom"], ["Bank"]],
        "Zanari": [["Zanari"]],
    }
