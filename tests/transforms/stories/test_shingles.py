"""Shingles of texts."""

import pytest

from transforms.stories.shingles import shingles


def test_runs_of_four_words_whatever_their_case_and_punctuation() -> None:
    assert shingles("The pier burned down, again.").found == {"the pier burned down", "pier burned down again"}
    assert shingles("THE PIER  BURNED “down” again").words == shingles("The pier burned down, again.").words


@pytest.mark.parametrize(
    ("text", "first"),
    [("橋は月曜日に開通した。", "橋は月曜日に開通"), ("大桥在星期一正式通车。", "大桥在星期一正式")],
)
def test_runs_of_characters_where_words_are_not_parted(text: str, first: str) -> None:
    assert first in shingles(text).found


def test_a_short_text_has_too_few() -> None:
    assert not shingles("The pier burned down, again.").are_enough
    assert shingles(" ".join(map(str, range(100)))).are_enough
    assert shingles("").found == {""} or not shingles("").found
