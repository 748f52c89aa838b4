"""Byline, date and comment count are read from the lines between title and body, never from prose."""

from datetime import UTC, datetime

import pytest

from transforms.plain.blocks import plain_blocks
from transforms.plain.head import Head, is_opening, read_head
from transforms.records.reasons import Role

TITLE = "Tanker without power closes harbour of Split"
BODY = [
    "The harbour of Split, closed on 3 May 2021, was closed again after a tanker lost power, officials said.",
    "Two tugs pulled the tanker to safety. Nobody was hurt, but eleven ferries had to wait for hours.",
]


def head(*lines: str) -> Head:
    blocks = plain_blocks("\n\n".join([TITLE, *lines, *BODY]))
    return read_head(blocks, range(len(lines) + 1, len(blocks)), 0)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ana Kovač", ("Ana Kovač",)),
        ("By Ana Kovač and Ivo Marić", ("Ana Kovač", "Ivo Marić")),
        ("Von Friederike Sandvoß", ("Friederike Sandvoß",)),
        ("Par Solène Kermarrec", ("Solène Kermarrec",)),
        ("By the sea", ()),
    ],
)
def test_golden_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert head(line).authors == authors


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("7 June 2025", datetime(2025, 6, 7, tzinfo=UTC)),
        ("Published: June 7, 2025 at 18:05", datetime(2025, 6, 7, 18, 5, tzinfo=UTC)),
        ("07.06.2025", datetime(2025, 6, 7, tzinfo=UTC)),
        ("Yesterday", None),
        ("2025", None),
    ],
)
def test_golden_dates(line: str, published: datetime | None) -> None:
    found = head(line).published_at
    assert (found.at if found else None) == published


def test_a_date_of_change_is_no_date_of_publication() -> None:
    found = head("Updated 8 June 2025")
    assert found.published_at is None
    assert found.modified_at is not None
    assert found.modified_at.at == datetime(2025, 6, 8, tzinfo=UTC)


def test_a_lone_number_counts_the_comments() -> None:
    assert head("0").comment_count == 0
    assert head("By Ana Kovač", "12 comments").comment_count == 12
    assert head().comment_count is None
    assert Role.COMMENT_COUNT in head("0").roles.values()


def test_openings_of_bylines_over_several_lines() -> None:
    assert is_opening("By")
    assert not is_opening("By Ana Kovač")


def test_dates_that_run_backwards_are_a_list_of_other_articles() -> None:
    assert head("7 June 2025", "2 March 2025").published_at is None
    told = head("Updated 7 June 2025", "Published 2 March 2025").published_at
    assert told is not None
    assert told.at == datetime(2025, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("Ana LeeTravel News Reporter", "7 June 2025"), ("Ana Lee",)),  # run together by the scrape
        (("Adriatic News", "7 June 2025"), ("Adriatic News",)),
        (("Adriatic News", "Ana Kovač", "7 June 2025"), ("Ana Kovač",)),
    ],
)
def test_a_publisher_signs_only_where_no_person_does(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert head(*lines).authors == authors
