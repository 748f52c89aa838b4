from datetime import date

import pytest

from transforms.times.patterns import find_time_phrases
from transforms.times.tale import is_tale


@pytest.mark.parametrize(
    ("text", "tale"),
    [
        ("In 1914, in May 1915, on 3 May 1916 and in 1917", True),
        ("In 1914 and in May 1915", False),
        ("In 1914, in May 1915, on 3 May 1916 and in 1917; on Monday, yesterday", False),
        ("In 1914, in May 1915, on 3 May 1916, in 1917 and in 1918; on Monday", False),
        ("In 2024, in May 2024, in 2023, on 3 May 2024 and in 1917", False),
    ],
)
def test_tales(text: str, tale: bool) -> None:
    assert is_tale(find_time_phrases(text), date(2024, 5, 15)) is tale, text
