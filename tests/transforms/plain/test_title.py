"""The title is found among menus by what the body speaks of."""

import pytest

from transforms.plain.blocks import plain_blocks
from transforms.plain.title import headline, title_position

BODY = [
    "The harbour of Split was closed on Saturday after a tanker lost power in its entrance, officials said.",
    "Two tugs pulled the tanker to safety. Nobody was hurt, but eleven ferries had to wait for hours.",
]


@pytest.mark.parametrize(
    "head",
    [
        ["Home", "News from the region", "Tanker without power closes harbour of Split"],
        ["Tanker without power closes harbour of Split", "By Ana Kovač", "7 June 2025"],
        [
            "Ten things to do this weekend",
            "Tanker without power closes harbour of Split",
            "Photo: A. Kovač/Harbour Post",
        ],
    ],
    ids=["after a menu", "before byline and date", "before a caption"],
)
def test_golden_titles(head: list[str]) -> None:
    blocks = plain_blocks("\n\n".join([*head, *BODY]))
    position = title_position(blocks, range(len(head), len(blocks)))
    assert position is not None
    assert blocks[position].text == "Tanker without power closes harbour of Split"


def test_a_menu_is_no_title() -> None:
    blocks = plain_blocks("\n\n".join(["Home", "Jobs", *BODY]))
    assert title_position(blocks, range(2, 4)) is None


def test_a_headline_is_told_by_that_it_is_repeated() -> None:
    line = "Tanker without power closes harbour of Split"
    once, twice = (plain_blocks("\n\n".join([line, *BODY, *more])) for more in ([], [line]))
    assert not headline(once, range(1, 3))[0]
    assert headline(twice, range(1, 3)) > headline(once, range(1, 3))
    assert headline(plain_blocks(BODY[0]), range(1)) == (False, 0.0)
