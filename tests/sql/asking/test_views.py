"""A column of a view means what its file says, else what the column means that it is."""

from sql.asking.views import views
from sql.tables import tables


def meaning(view: str, column: str) -> str:
    return next(found.comment for found in views()[view].columns if found.name == column)


def comment(table: str, column: str) -> str:
    return next(found.comment for found in tables()[table].columns if found.name == column)


def test_a_column_that_is_a_tables_means_the_same() -> None:
    assert meaning("figures_by_place", "unit") == comment("figures", "unit")
    assert meaning("figures_by_place", "text") == comment("figures", "text") != comment("articles", "text")


def test_a_column_under_another_name_is_found() -> None:
    assert meaning("who_said_what", "speaker_role") == comment("entities", "role")


def test_a_view_of_a_whole_table_has_its_meanings() -> None:
    assert meaning("latest_inputs", "outcome") == comment("inputs", "outcome")
    assert meaning("who_said_what", "title") == meaning("current_articles", "title") == comment("articles", "title")


def test_what_the_file_says_comes_first() -> None:
    assert meaning("places_mentioned", "mentions") == "how often the article mentions it"
    assert meaning("who_said_what", "speaker").startswith("who says it")


def test_a_view_has_no_column_that_its_table_has_not() -> None:
    assert "is_current" not in {column.name for column in views()["current_articles"].columns}
