"""The title of another page is no part of the text, though where it ends does not always show."""

import pytest

from transforms.text.linked_titles import is_in_linked_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("READ MORE: Ministers say no", True),
        ("WATCH: Ministers say no", True),
        ("Read also: Ministers say no", True),
        ("They read more. Ministers say no", False),
        ("READ MORE: The bridge. Ministers say no", False),
        ("READ MORE: The bridge that was closed in winter for want of steel and money: ministers say no", False),
    ],
)
def test_the_title_of_another_page(text: str, expected: bool) -> None:
    assert is_in_linked_title(text, text.index("say")) is expected
