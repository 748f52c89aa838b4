"""Tell temporal expressions from names, ages and counts of the same form, by the words around them and the parse."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from transforms.figures.units import units
from transforms.parsing.tokens import covering
from transforms.times.forms import MONTHS
from transforms.times.patterns import TimePhrase
from transforms.times.senses import is_habit, is_march, is_ordinal, is_own, is_periodical
from transforms.times.tale import Tale
from transforms.times.tense import direction

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

NOT_TIMES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LAW", "MONEY", "QUANTITY", "PERCENT"}
"""Entities in which a month, a weekday or a year is part of a name or a number: Theresa May, the Sunday Times."""

NUMBERS = {"MONEY", "QUANTITY", "PERCENT"}
"""Of them, what a day with its month never is, whatever the model takes `February-2` for."""

DEFINITE = {"the", "’s", "'s", "its", "his", "her", "their"}
YEAR_WORDS = {"in", "since", "by", "until", "till", "from", "to", "of", "during", "before", "after", "through"} | {
    "between",
    "early",
    "late",
    "mid",
}
"""Words after which four digits are a year."""

PREFIXES = ("post-", "pre-", "mid-", "late-", "early-")
"""What makes one word with a year: post-1959."""

MONTH_WORDS = {"in", "since", "until", "till", "by", "during", "of", "from", "to", "late", "early", "mid", "between"}
LASTING = {
    "about", "after", "almost", "during", "for", "in", "just", "nearly", "of", "over", "than", "through", "within",
}  # fmt: skip
"""Words after which `a year`, or years without a number, say how long."""

BESIDE = {"after", "before"}
"""Words before which `a year` says how long: a month after the vote."""

STRETCHES = {"for", "after", "over", "within", "through", "throughout", "in"}
OLD = re.compile(r"[\s-]old\b|\sof\sage\b")
AGED = re.compile(r"\b(?:aged?|ages)\s(?:\d+\s?(?:to|and|or|-|–)\s?)?$")
LABELS = {
    "act", "article", "box", "bus", "channel", "chapter", "flight", "highway", "line", "model", "no.", "number", "page",
    "resolution", "room", "route", "rule", "section", "train", "unit",
}  # fmt: skip
"""Words before a number that is their name: P.O. Box 1984."""

AROUND = 20
"""Tokens on either side of an expression, each a character at least: the patterns look no further than 16."""

AFTER_BEFORE = re.compile(r"\s{0,5}(?:[.,;:)\"”]|$)")
KINDS = {"set": "set", "duration": "duration", "stretch": "duration", "vague": "duration", "reference": "reference"}
FISCAL = {"year", "years", "quarter"}
"""What `fiscal` may stand before; when such a year begins, its owner alone says."""

BUSINESS = re.compile(
    r"\b(?:profits?|revenues?|earnings|sales|GDP|econom\w+|shares?|growth|loss(?:es)?|fiscal|income)\b", re.IGNORECASE
)
FIRST_YEAR = 1800
"""Before it four digits are more often a count, and need more around them to be a year."""

SURE_YEAR = 1900
"""From here on four digits without a comma before a noun in the singular are a year."""

LEVELS = "levels"
"""What nobody counts by the thousand: below 2005 levels."""

EVENT_NAMES = {(1, 6), (6, 4), (7, 7), (9, 11), (10, 7), (11, 13)}
"""Months and days that by themselves name an event of one year: the Sept. 11 attacks."""

RECENT = 120  # days for which a report names a recent event by its date alone


def kind_of(doc: "Doc", phrase: TimePhrase) -> str:
    """Return the kind of a temporal expression as `times.kind` has it."""
    if phrase.kind == "duration" and _is_rate(covering(doc, phrase.start_char, phrase.end_char)):
        return "set"
    return KINDS.get(phrase.kind, "interval")


def as_told(doc: "Doc", phrase: TimePhrase) -> TimePhrase:
    """Return `in three weeks` as a duration where its clause does not point ahead: the third attack in three weeks."""
    if phrase.kind != "ahead" or direction(covering(doc, phrase.start_char, phrase.end_char)) == "future":
        return phrase
    return replace(phrase, kind="duration")


def is_time(doc: "Doc", phrase: TimePhrase) -> bool:
    """Whether a phrase of the form of a time is one."""
    span = covering(doc, phrase.start_char, phrase.end_char)
    is_clock = phrase.kind == "clock" or phrase.clock is not None  # which the model may take for a name: 0800 GMT
    not_times = NOT_TIMES - NUMBERS if phrase.kind in {"date", "days"} else NOT_TIMES
    if not is_clock and any(token.ent_type_ in not_times for token in span):
        return phrase.kind in {"duration", "set"} and {token.ent_type_ for token in span} <= {"QUANTITY", "DATE", ""}
    if phrase.kind == "month" and phrase.says.keys() - {"month"}:
        return True
    if phrase.kind == "season" and phrase.says.keys() & {"year", "which"}:
        return True
    check = _CHECKS.get(phrase.kind)
    return check is None or check(phrase, span)


def _around(span: "Span") -> tuple[str, int]:
    """Return the text of a span and of what stands around it, and where that begins."""
    doc, first, behind = span.doc, max(0, span.start - AROUND), span.end + AROUND
    start = doc.starts[first]
    return doc.text[start : doc.starts[behind] if behind < len(doc) else None], start


def _before(span: "Span") -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _after(span: "Span") -> str:
    return span.doc[span.end].lower_ if span.end < len(span.doc) else ""


def _is_month(phrase: TimePhrase, span: "Span") -> bool:
    """Whether a month alone is one, and no verb or person: after a word of time, or as the model says."""
    if _before(span) in MONTH_WORDS | {"-"}:
        return True
    return not is_march(span) and span[-1].ent_type_ == "DATE" and span[-1].pos_ == "PROPN"


def _stands(phrase: TimePhrase, span: "Span") -> bool:
    if phrase.kind == "reference":
        is_future = span[-1].lower_ == "future"
        return _after(span) != "of" and not is_own(span) if is_future else span[-1].tag_ == "RB" or len(span) > 1
    if phrase.kind == "set" and len(span) == 1:  # daily, weekly; on Mondays
        is_set = span[0].pos_ in {"ADJ", "ADV", "PROPN", "NOUN"} and span[0].ent_type_ != "ORG"
        return is_set and not is_periodical(span)
    return True


def _is_duration(phrase: TimePhrase, span: "Span") -> bool:
    """Whether a number of units says how long: not an age, not `a second man`, not `one day`."""
    text, offset = _around(span)
    start, end = phrase.start_char - offset, phrase.end_char - offset
    if OLD.match(text, end) or AGED.search(text, max(0, start - 16), start):
        return False
    words = re.split(r"[\s-]", text[start:end].lower())
    if words[-1] in {"second", "quarter", "quarters", "night"} and words[0] not in {"a", "an"}:
        return words[-1] == "night"
    if words[0] in {"a", "an", "one"} and len(words) == 2 and "-" not in span.text:
        return not is_ordinal(span) and (_before(span) in LASTING or _after(span) in BESIDE or _is_rate(span))
    return True


def _is_rate(span: "Span") -> bool:
    """Whether `a day` says how often: interviews a day, $1 billion a year."""
    if span[0].lower_ not in {"a", "an"} or len(span) != 2 or not span.start:
        return False
    return span.root.dep_ == "npadvmod" and span.doc[span.start - 1].pos_ in {"NOUN", "NUM", "SYM"}


def _is_year(phrase: TimePhrase, span: "Span") -> bool:
    """Whether four digits are a year: after `in` or the like and before no plural, or as the model says."""
    first, last, doc = span[-1] if phrase.kind == "year" else span[0], span[-1], span.doc
    if (phrase.kind == "year" and len(span) > 1) or first.lower_.startswith(PREFIXES):
        return True  # the end of 2003
    before = doc[first.i - 1] if first.i else None
    if before is not None and before.text == "(" and _after(span) in {")", "-", "–", ","}:
        return True
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if (before is not None and _is_labelled(before)) or (after is not None and _is_counted(before, after)):
        return False
    if int(phrase.says["year"]) < FIRST_YEAR:
        return _is_early_year(first, before, after)
    if first.ent_type_ in {"DATE", "EVENT"} or (before is not None and before.lower_ in YEAR_WORDS):
        return True
    return before is not None and after is not None and _is_of_thing(phrase, before, after)


def _is_of_thing(phrase: TimePhrase, before: "Token", after: "Token") -> bool:
    """Whether a year is that of what nobody counts: a 2014 study, the city’s 2008 campaign, below 2005 levels."""
    is_one = after.tag_ in {"NN", "NNP", "JJ"} and after.lower_ not in units() and before.lower_ in {*DEFINITE, "a"}
    return (is_one or after.lower_ == LEVELS) and int(phrase.says["year"]) >= SURE_YEAR


def _is_labelled(before: "Token") -> bool:
    """Whether the words before a number make it a name: P.O. Box 1984, the Clean Water Act of 1972."""
    if before.lower_ == "of":
        return before.i > 0 and before.nbor(-1).pos_ == "PROPN"
    return before.lower_ in LABELS or before.like_num


def _is_counted(before: "Token | None", after: "Token") -> bool:
    if after.lower_ == LEVELS:
        return False
    return after.tag_ == "NNS" and not (before is not None and before.lower_ in {"the", "’s", "'s"})


def _is_early_year(token: "Token", before: "Token | None", after: "Token | None") -> bool:
    """Whether four digits below 1800 are a year: in 1614, and nothing after that it could count."""
    is_counting = after is not None and after.pos_ in {"NOUN", "ADJ", "PROPN", "NUM", "SYM"}
    is_led = before is not None and before.lower_ in {"in", "since", "until", "by", "from"}
    return not is_counting and (is_led or token.ent_type_ in {"DATE", "EVENT"})


_CHECKS: dict[str, Callable[[TimePhrase, "Span"], bool]] = {
    "year": _is_year,
    "years": _is_year,
    "month": _is_month,
    "season": lambda _, span: span.root.ent_type_ == "DATE",
    "duration": _is_duration,
    "stretch": lambda _, span: _before(span) in STRETCHES,
    "reference": _stands,
    "set": _stands,
}


def leaves_open(phrase: TimePhrase, span: "Span", tale: Tale) -> bool:
    """Whether the words around a phrase leave open which time it means."""
    if phrase.kind == "anchored" and phrase.says.get("word") in {"before", "after"}:
        text, offset = _around(span)
        return not AFTER_BEFORE.match(text, phrase.end_char - offset)  # ten days before the murder
    if phrase.kind in FISCAL and "fiscal" in (token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]):
        return True
    if phrase.kind == "quarter" and not phrase.says.keys() & {"year", "which"}:
        return not BUSINESS.search(span.sent.text)  # of a match
    if phrase.kind == "month" and phrase.says.keys() == {"month"} and is_habit(span):
        return True
    is_bare = phrase.kind == "date" and not phrase.says.keys() & {"year", "which", "weekday"}
    return is_bare and not tale.is_tale and _is_name(phrase, span, tale)


def _is_name(phrase: TimePhrase, span: "Span", tale: Tale) -> bool:
    """Whether a date without a year says which thing is meant, of whatever year: the Sept. 11 attacks.

    A report names so what happened in the weeks before it, unless the date has become the name of one event.
    """
    doc, published = span.doc, tale.published
    is_definite = span.start > 0 and doc[span.start - 1].lower_ in DEFINITE
    if not is_definite or span.end >= len(doc) or doc[span.end].pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    month, day = MONTHS.index(phrase.says["month"][:3].lower()) + 1, int(phrase.says["day"].rstrip("stndrh"))
    if published is None or (month, day) in EVENT_NAMES:
        return True
    years = (published.year, published.year - 1)
    days = [(published - date(year, month, day)).days for year in years if day <= monthrange(year, month)[1]]
    return not any(0 < since <= RECENT for since in days)
