"""A plain text is split into paragraphs, however its lines were broken."""

import pytest

from transforms.plain.blocks import plain_blocks
from transforms.records.reasons import Role

SENTENCE = "The ferry to the island was cancelled on Friday because of the storm, the operator said."


def texts(text: str) -> list[str]:
    return [block.text for block in plain_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n \r\nTwo.\r\n", ["One.", "Two."]),
        ("Home\nNews\nSport", ["Home", "News", "Sport"]),
        ("A line of about fifty characters, as mail has them,\nand its end.", [
            "A line of about fifty characters, as mail has them, and its end."
        ]),
        (f"{SENTENCE} It added\nthat no boats would leave before Sunday, and perhaps not even then, given the wind.", [
            f"{SENTENCE} It added that no boats would leave before Sunday, and perhaps not even then, given the wind."
        ]),
        (f"{SENTENCE}\n{SENTENCE[:-1]} again, late at night.", [SENTENCE, f"{SENTENCE[:-1]} again, late at night."]),
        ("  \n \n", []),
    ],
)  # fmt: skip
def test_golden_splits(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_features_tell_prose_from_links() -> None:
    prose, link, item, form = plain_blocks(f"{SENTENCE}\n\nMore news\n\n- first point\n\nLeave a Reply")
    assert [block.is_prose for block in (prose, link, item, form)] == [True, False, False, False]
    assert item.is_bullet
    assert form.wording is Role.COMMENT_FORM


def test_repeated_lines_are_furniture_and_a_repeated_paragraph_is_kept_once() -> None:
    blocks = plain_blocks(f"Sport\n\n{SENTENCE}\n\nSport\n\n{SENTENCE}")
    assert [block.is_repeated for block in blocks] == [True, False, True, True]


WRAPPED = [
    "The ferry to the island was cancelled on Friday",
    "because of the storm, the operator said. It added that",
    "no boats would leave before Sunday, and perhaps",
    "not even then, given the wind. Those who have booked",
    "may come back on another day, or have the price of",
    "their tickets back.",
]


def test_lines_of_a_sentence_that_blank_lines_part_are_joined() -> None:
    assert texts("\n\n".join(["Home", *WRAPPED, "Weather"])) == ["Home", " ".join(WRAPPED), "Weather"]


def test_a_byline_does_not_go_on_with_the_headline() -> None:
    lines = ["The ferry to the island was cancelled", "by Jane Roe", "all about the storm and the ferry"]
    assert texts("\n\n".join(lines)) == lines
