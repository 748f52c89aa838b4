"""Read the head of a plain-text scrape: byline, dates and comment count between title and body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from transforms.plain.blocks import PlainBlock
from transforms.records.page import Moment
from transforms.records.reasons import Role
from transforms.text.byline import byline_words, is_announced, parse_byline
from transforms.text.dates import parse_date

BEFORE_TITLE = 3
"""Blocks before the title that may hold byline and date: some pages print them above it."""

INTO_BODY = 3
"""Paragraphs of the body before the last of which a byline may stand: a standfirst, a first paragraph."""

REACH = 40
"""Blocks after the title that may belong to the head: share bars and captions are some thirty lines at most."""

DATELINE_CHARS = 90
"""A line with a date is longer only when it is part of the story."""

MOST_DAYS = 3
"""Different days in a head: more of them are a list of other articles."""

BYLINE_CHARS = 120
"""A line with some names and their papers is shorter."""

BESIDE = 2
"""Lines between an author's name that stands alone and the date."""

BESIDE_REPEATED = 6
"""The same for a name that the page gives again, as in "More by Jane Roe"."""

_COUNT = re.compile(
    r"(\d{1,6})(?:\s+(?:comments?|replies|kommentare?|commentaires?|comentarios?|commenti))?", re.IGNORECASE
)
_CHANGED = re.compile(
    r"updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato"
    r"|uppfært|oppdatert|opdateret|uppdaterad|bijgewerkt|atualizado|aktualizacja"
    r"|обновлено|оновлено|güncelle|更新|수정",
    re.IGNORECASE,
)
_GROWN = re.compile(r"(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ][a-zß-ÿ]|\d)|(?<=^by)(?=[A-Z])|(?<=[a-zß-ÿ]{2})(?=@)")
_EXPIRES = re.compile(r"\b(?:bis|until|expires|hasta|jusqu|до)\b|まで", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|erschienen|veröffentlicht|опубликовано|公開|입력", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head says, and which blocks say it."""

    roles: Mapping[int, Role] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    published_at: Moment | None = None
    modified_at: Moment | None = None
    comment_count: int | None = None


def read_head(blocks: Sequence[PlainBlock], body: Sequence[int], title: int | None) -> Head:
    """Read the lines between the `title` and the `body`, both given by positions, and a few around them."""
    start = body[0] if title is None else title
    stop = min(body[:INTO_BODY][-1], start + REACH)
    lines = [p for p in range(max(start - BEFORE_TITLE, 0), stop) if p != title and not blocks[p].is_prose]
    dates = _dates(blocks, [p for p in lines if p <= body[0] or blocks[p].wording is Role.DATELINE])
    bylines = _bylines(blocks, lines, start, dates)
    published = [moment for p, moment in dates.items() if not _is_of_change(blocks[p].text)]
    modified = [moment for p, moment in dates.items() if _is_of_change(blocks[p].text)]
    count = next((p for p in lines if _COUNT.fullmatch(blocks[p].text)), None)
    roles = dict.fromkeys(dates, Role.DATELINE) | dict.fromkeys(bylines, Role.BYLINE)
    return Head(
        roles=roles | ({count: Role.COMMENT_COUNT} if count is not None else {}),
        authors=tuple(dict.fromkeys(name for names in bylines.values() for name in names)),
        published_at=published[0] if published else None,
        modified_at=modified[0] if modified else None,
        comment_count=_number(blocks[count].text) if count is not None else None,
    )


def _dates(blocks: Sequence[PlainBlock], lines: Sequence[int]) -> dict[int, Moment]:
    """Return the dates that stand in short lines, by their positions."""
    short = (p for p in lines if len(blocks[p].text) <= DATELINE_CHARS and not _EXPIRES.search(blocks[p].text))
    dates = {position: moment for position in short if (moment := parse_date(blocks[position].text))}
    is_list = _run_backwards([moment.at for p, moment in dates.items() if not _is_told(blocks[p].text)])
    return {} if is_list or len({moment.at.date() for moment in dates.values()}) > MOST_DAYS else dates


def _run_backwards(dates: Sequence[datetime]) -> bool:
    """Whether a later date stands before an earlier one: a list of other articles, the newest first."""
    return any(later.date() < earlier.date() for earlier, later in pairwise(dates))


def _is_told(text: str) -> bool:
    """Whether a line says that its date is one of publication or of change."""
    return bool(_CHANGED.search(text) or _PUBLISHED.search(text))


def _is_of_change(text: str) -> bool:
    changed, published = _CHANGED.search(text), _PUBLISHED.search(text)
    return changed is not None and not (published and published.start() < changed.start())


def _bylines(
    blocks: Sequence[PlainBlock], lines: Sequence[int], title: int, dates: Mapping[int, Moment]
) -> dict[int, tuple[str, ...]]:
    """Return the names in the first byline, which may run over lines, by their positions.

    A line of names counts as byline when a word such as "By" opens it or stands alone above it, or when it says nothing
    else and stands after the title, beside a date.
    """
    found: dict[int, tuple[str, ...]] = {}
    is_open = False
    for position in lines:
        text = _parted(blocks[position].text)
        names = parse_byline(text) if len(text) <= BYLINE_CHARS else ()
        if names and (is_announced(text) or (is_open and _is_names_alone(text, names))):
            found[position] = names
            is_open = True
        elif found:
            break
        else:
            is_open = is_opening(text)
    marks = [*dates, *(p for p in lines if blocks[p].wording is Role.DATELINE)]
    below, headline = [p for p in lines if p > title], blocks[title].text
    return (
        found
        or _lone_names(blocks, below, marks, headline)
        or _lone_names(blocks, below, marks, headline, or_publisher=True)
    )


def is_opening(text: str) -> bool:
    """Tell whether a line is a word such as "By", with the names in the lines after it."""
    return text.casefold().rstrip(" :：") in byline_words("before")


def _lone_names(
    blocks: Sequence[PlainBlock],
    lines: Sequence[int],
    dates: Sequence[int],
    title: str,
    *,
    or_publisher: bool = False,
) -> dict[int, tuple[str, ...]]:
    """Return the first line of nothing but names that has a date beside it; names in the title are the story's.

    With `or_publisher` that of a publisher counts, who signs where no person does.
    """
    for position in lines:
        text = _parted(blocks[position].text)
        is_short = len(text) <= BYLINE_CHARS and not blocks[position].wording
        names = parse_byline(text, or_publisher=or_publisher) if is_short else ()
        if not (names and _is_names_alone(text, names) and all(map(_is_written_as_name, names))) or names[0] in title:
            continue
        distance = min((abs(position - date) for date in dates), default=BESIDE_REPEATED + 1)
        if blocks[position + 1].wording is Role.CAPTION:
            continue  # who is in the picture
        if distance <= BESIDE or (distance <= BESIDE_REPEATED and _is_given_again(blocks, position, names[0])):
            return {position: names}
    return {}


def _is_written_as_name(name: str) -> bool:
    # Labels of buttons and sections look like names where the script has no capitals, or in capitals alone.
    words = name.split()
    return len(words) >= 2 and name[0].isupper() and not name.isupper()


def _is_given_again(blocks: Sequence[PlainBlock], position: int, name: str) -> bool:
    others = (block.text for block in (*blocks[:position], *blocks[position + 1 :]) if len(block.text) <= BYLINE_CHARS)
    return any(name in text for text in others)


def _parted(text: str) -> str:
    """Part what a scrape has run together: a name and the role, date or word after it."""
    return _GROWN.sub("\n", text)


def _is_names_alone(text: str, names: Sequence[str]) -> bool:
    opens = text.startswith(names[0]) and not text[len(names[0]) :][:1].isalpha()
    said = sum(len(name) for name in names)
    beside = sum(len(line) for line in text.split("\n") if _is_role(line))
    return said >= 0.7 * (len(text) - beside) or (opens and parse_date(text) is not None)


def _is_role(line: str) -> bool:
    """Whether a line says what the one above it does: Travel News Reporter."""
    words = line.casefold().split()
    return bool(words) and words[-1] in byline_words("role")


def _number(text: str) -> int:
    match = _COUNT.fullmatch(text)
    return int(match[1]) if match else 0
