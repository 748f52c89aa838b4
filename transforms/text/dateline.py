"""Read a dateline: which of its dates is that of publication and which that of a later change."""

import functools
from dataclasses import dataclass

import regex

from transforms.lexicons.tables import lexicon_rows
from transforms.records.page import Moment
from transforms.text.dates import WrittenDate, dates_in

MAX_SAID = 3
"""Words in small letters, beside labels and small words, up to which a line is a dateline: "by", "min read". A sentence
that tells of a date has more."""

MAX_SAID_UNCASED = 24
"""The same in characters, for scripts without capitals: a label and the name of a paper."""

MAX_AFTER = 6
"""Letters between a label and its date in scripts that part no words: "time", "date" or a name. With more of them the
label is a word of a headline."""

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}’'.]*")
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}]")
_UNCASED = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]")
_LETTER = regex.compile(r"\p{L}")
_SENTENCE_END = regex.compile(r"\p{Ll}{2}[.!?]$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says of its article's dates; None is what it does not say.

    `is_told` tells whether it says in words that the date is that of the publication; `is_signed` whether it says
    beside the date where the article is from, who edited it, or how often it was read.
    """

    published_at: Moment | None = None
    modified_at: Moment | None = None
    is_told: bool = False
    is_signed: bool = False


NO_DATELINE = Dateline()


def read_dateline(text: str, language: str | None = None) -> Dateline:
    """Read a short line that gives an article's dates.

    Each date is what the last label before it says ("Published … Updated …"); one without label is taken for the
    publication's. A line that says much else is a sentence about some date, and no dateline.
    """
    dates = dates_in(text, language)
    if not dates or not _is_dateline(text, dates):
        return NO_DATELINE
    kinds = [kind_of_label(text[before.end if before else 0 : date.start]) for before, date in _pairs(dates)]
    told = next((d.moment for d, kind in zip(dates, kinds, strict=True) if kind == "published"), None)
    plain = next((d.moment for d, kind in zip(dates, kinds, strict=True) if kind is None), None)
    modified = next((d.moment for d, kind in zip(dates, kinds, strict=True) if kind == "modified"), None)
    return Dateline(told or plain, modified, told is not None, _labels()["beside"].search(text) is not None)


def kind_of_label(text: str) -> str | None:
    """Return what the last label in a text says of the date after it: published, modified or other, or None."""
    folded = text.casefold()
    found = ((match.end(), kind) for kind, pattern in _labels().items() for match in pattern.finditer(folded))
    end, kind = max((f for f in found if f[1] not in ("filler", "beside")), default=(0, None))
    after = folded[end:]
    return None if _UNCASED.match(folded[end - 1 : end]) and len(_LETTER.findall(after)) > MAX_AFTER else kind


def _pairs(dates: list[WrittenDate]) -> list[tuple[WrittenDate | None, WrittenDate]]:
    return list(zip([None, *dates[:-1]], dates, strict=True))


def _is_dateline(text: str, dates: list[WrittenDate]) -> bool:
    rest, end = "", 0
    for date in dates:
        rest, end = f"{rest}{text[end : date.start]} ", date.end
    rest += text[end:]
    words = _WORD.findall(rest)
    small = [word for word in words if word[0].islower() and not _is_label(word)]
    uncased = "".join(word for word in words if not _CASED.match(word) and not _is_label(word))
    if len(small) > MAX_SAID or len(uncased) > MAX_SAID_UNCASED:
        return False
    return not (small and _SENTENCE_END.search(text))


def _is_label(word: str) -> bool:
    folded = word.casefold().strip(".")
    return any((p.fullmatch if kind == "filler" else p.match)(folded) for kind, p in _labels().items())


@functools.cache
def _labels() -> dict[str, "regex.Pattern[str]"]:
    patterns: dict[str, list[str]] = {}
    for kind, pattern in lexicon_rows("date_labels.tsv"):
        patterns.setdefault(kind, []).append(pattern)
    return {
        kind: regex.compile(rf"(?<![\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}])(?:{'|'.join(found)})")
        for kind, found in patterns.items()
    }
