"""Words are counted in any script."""

import pytest

from transforms.records.measures import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— … !", 0),
        ("The US-led force won't pay 2,500 dollars.", 8),
        ("習近平が来た。", 6),
        ("हिन्दी में समाचार", 3),
        ("서울에서 열린 회의", 3),
        ("The U.S. said so.", 4),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert word_count(text) == count
