"""Whatever a template shows is text."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from flows.pages.environment import day, environment, number, shortened


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("{{ words }}|{{ nothing }}")
    return tmp_path


def test_markup_and_acting_characters_are_shown(made: Path) -> None:
    shown = environment(made).get_template("one.txt").render(words="<b> & \u202e\x1b", nothing=None)
    assert shown == "&lt;b&gt; &amp; \\u202e\\u001b|"


def test_a_name_that_is_not_given_is_an_error(made: Path) -> None:
    with pytest.raises(UndefinedError):
        environment(made).get_template("one.txt").render(words="x")


def test_numbers_days_and_long_texts_are_written_for_people() -> None:
    assert [number(value) for value in (2500, 0.25, None, 3.0)] == ["2,500", "0.25", "", "3"]
    assert day(None) == ""
    assert shortened("one\ntwo three", 8) == "one two…"
