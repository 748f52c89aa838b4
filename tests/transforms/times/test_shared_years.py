import pytest

from transforms.times.patterns import find_time_phrases
from transforms.times.shared_years import with_shared_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("from May 15 to August 16, 1988", ["1988", "1988"]),
        ("from 15 November to 3 February 1989", ["1988", "1989"]),
        ("in May and in June 1989", [None, "1989"]),
        ("May 3, June 4, 1989", [None, "1989"]),
        ("May 3, 1988 to June 4", ["1988", None]),
        ("27 May-28 May 1905", ["1905", "1905"]),
    ],
)
def test_shared_years(text: str, years: list[str | None]) -> None:
    assert [phrase.says.get("year") for phrase in with_shared_years(find_time_phrases(text), text)] == years, text
