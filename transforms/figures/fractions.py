"""Recognize fractions: two-thirds, half of them, one in five, three out of four; and scores: 2-1."""

import re
from collections.abc import Iterator

from transforms.figures.number_pattern import any_case, before_number, modified
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_words import number_value
from transforms.parsing.spans import matches_near, places_of

FRACTION, SCORE = "fraction", "score"
_NAMES = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7} | {
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_SMALL = rf"(?:[1-9]|{any_case(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'])})"
_ABOUT = before_number()
_PARTS = "third quarter fourth fifth sixth seventh eighth ninth tenth"
_WHOLE = r"(?:10{1,5}|[2-9]|two|three|four|five|six|seven|eight|nine|ten|a\shundred|a\sthousand|a\smillion)"
_WHOSE = "the|its|his|her|their|our|my|your|that|those|these"
_NAMED = re.compile(
    rf"(?<![\w.,-])(?:(?P<about>{_ABOUT})\s)?"
    rf"(?:(?P<count>{_SMALL})\s?-?\s?(?P<many>{any_case(f'{part}s' for part in _PARTS.split())})"
    rf"|(?P<one>{any_case(('an?', 'one'))})(?:\s|\s?-\s?)(?P<name>{any_case(('half', *_PARTS.split()))})"
    rf"(?:(?=\s(?:of|{_WHOSE})\s)|(?<=third)(?=\s(?:above|below|more|less|higher|lower|larger|smaller|fewer)\b))"
    rf"|(?<!first\s)(?<!second\s)(?<!latter\s)(?<!opening\s)(?P<half>[Hh](?i:alf))(?=\s(?:{_WHOSE}|of|were|are|was|is|have|had|said|say)\s))"
    r"(?!\w|\s(?i:a\s)?(?:million|billion|trillion))"
)
_AFTER_SHARE = (
    r"[.,;:)]|$|\s(?:after|and|as|at|because|between|but|by|compared|during|from|if|in|last|more|on|over|since|than|this|to|when"
    r"|while|within)\b"
)
_BY = re.compile(
    rf"\b(?:by\s(?:(?P<about>{_ABOUT})\s)?(?P<share>(?:an?|one)\s(?P<name>third|quarter|fifth|sixth|eighth|tenth)|half)"
    rf"|(?P<nearly>{_ABOUT})\s(?P<half>half|an?\s(?P<part>third|quarter|fifth|sixth|eighth|tenth)(?!\safter))"
    rf")(?={_AFTER_SHARE})"
)
"""A share by which something changes (fell by a third), or that is all that is told: nearly half, over a third."""

_OF_MANY = re.compile(
    rf"(?<![\w.,-])(?P<count>{_SMALL})(?:\s(?:in|out\sof|in\severy|of\severy)\s|-in-)"
    rf"(?P<whole>(?i:{_WHOLE}))(?![\w,.]?\w|[\s-](?:million|billion|percent|per\scent|%|years?|months?|days?|hours?|minutes?|weeks?))"
)
_OF = re.compile(r"\s(?=(?:in|out\sof|of\severy)\s[1-9A-Za-z])|-(?=in-)")
_POINT = re.compile(r"\.(?=\d)")
_MARK = re.compile(r"/(?=\d)")
_DASH = re.compile(r"[-–](?=\s?\d|to-\d)")
"""What stands in each number of many, each decimal and each pair: the patterns are tried around them."""

LONGEST = 40
"""Characters to either side of them in which the whole stands."""

_SLASH = re.compile(
    r"(?<![\w.,:/$€£-])(?P<count>[1-9])/(?P<whole>[2-9]|10)(?=\sof\s(?:an?|all|the|its|his|her|their|our|[a-z]+s)\b)"
)
"""A share in digits: 1/3 of the seats; on 1/3 of May is a day."""


_DECIMAL = re.compile(rf"(?<![\w.,:/$€£-])0?\.\d{{1,4}}(?=\sof\s(?:an?|all|one|each|every|another|{_WHOSE}|[A-Z])\b)")
_MILLION = re.compile(r"\sof\s(?:a|an)\s(?:hundred|thousand|million|billion|trillion|dozen)\b")

_PAIR = re.compile(
    r"(?<![\w.,/:$€£-])(?P<first>\d{1,3})(?:-|–|\s-\s|-to-)(?P<second>\d{1,3})(?![\w/:%]|[-–]\d|[.,]\d|\s-\s\d)"
)
_VOTE = re.compile(
    r"\b(?:vot(?:ed|es?)|approved|passed|rejected|defeated|adopted|beat|won|lost)\s(?:[a-z]{1,12}\s){0,5}?"
    r"(?P<first>\d{1,3})\sto\s(?P<second>\d{1,3})(?![\w/:%]|[.,]\d|\s(?:percent|per\scent|million|billion|years?|months?|days?)\b)"
)
_TO = re.compile(r"\d(?=\sto\s\d)")
LONGEST_VOTE = 128
"""Characters to either side of its numbers in which a vote stands whole, with up to five words between."""

_SPORT = re.compile(
    r"\b(?:w[io]ns?|winning|beat(?:s|en)?|los[et]s?|loss|losing|victor\w*|defeat\w*|lead|led|leading|drew|drawn?|tied?|scor\w+|goals?"
    r"|match|game|set|half-?time|final|mak(?:es|ing)\sit|votes?|voted|ruled|rallied|deficit|preseason|playoffs?)\b"
)
_BESIDE = re.compile(
    r"\s(?:loss|win|victory|defeat|lead|draw|tie|record|deficit|decision|vote|ruling|verdict|majority|rout|thriller|triumph)\b"
)
_VERB = re.compile(
    r"\b(?:won|lost|beat|led|leads|trailed|drew|wins|loses|down|up|passed|approved|adopted|rejected|confirmed)\s(?:by\s)?$"
)
_AROUND = 80  # characters around a pair of numbers in which sport or a vote is told, about a clause to either side


def find_fractions(text: str) -> Iterator[NumberPhrase]:
    """Yield the fractions of an English text, in any order; their value is the share, their unit FRACTION.

    A quarter of a million is no fraction, nor is three in 47: of how many it is a share, no one says.
    """
    lower = text.lower()
    named = places_of(_NAMES, lower) if len(lower) == len(text) else range(0, len(text), LONGEST)
    for match in matches_near(_NAMED, text, named, LONGEST, (0, len(text))):
        if _MILLION.match(text, match.end()):
            continue
        count = number_value(match["count"]) if match["count"] else 1
        name = (match["many"] or match["name"] or "half").lower()
        share = (count or 0) / (_NAMES.get(name) or _NAMES[name.removesuffix("s")])
        if 0 < share <= 1:
            yield _phrase(match, share, match["about"])
    for match in matches_near(_BY, text, named, LONGEST, (0, len(text))):
        about, told = ("nearly", "half") if match["nearly"] else ("about", "share")
        start = match.start(about) if match[about] else match.start(told)
        yield _at(start, match.span(told), 1 / _NAMES[match["name"] or match["part"] or "half"], match[about])
    for match in matches_near(_DECIMAL, text, _starts(_POINT, text), LONGEST, (0, len(text))):
        yield _phrase(match, float(match[0]), None)
    for pattern, mark in ((_OF_MANY, _OF), (_SLASH, _MARK)):
        for match in matches_near(pattern, text, _starts(mark, text), LONGEST, (0, len(text))):
            count, whole = number_value(match["count"]), number_value(match["whole"])
            if count and whole and count < whole:
                yield _phrase(match, count / whole, None)


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _phrase(match: re.Match[str], share: float, about: str | None) -> NumberPhrase:
    return _at(match.start(), match.span(), share, about)


def _at(start: int, number: tuple[int, int], share: float, about: str | None) -> NumberPhrase:
    approximate, comparison = modified(about)
    return NumberPhrase(start, number[1], *number, share, None, approximate, comparison, FRACTION)


def find_scores(text: str) -> Iterator[NumberPhrase]:
    """Yield the two numbers of each result of a match or a vote, with the unit SCORE; other pairs are none."""
    for match in matches_near(_VOTE, text, _starts(_TO, text), LONGEST_VOTE, (0, len(text))):
        if int(match["first"]) > int(match["second"]):  # those who win tell it; 20 to 30 is a range
            yield from _both(match)
    for match in matches_near(_PAIR, text, _starts(_DASH, text), LONGEST, (0, len(text))):
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        rises = int(match["first"]) < int(match["second"])
        is_beside = _BESIDE.match(text, match.end()) or _VERB.search(text, max(0, match.start() - 12), match.start())
        is_even = match["first"] == match["second"] == "50"  # a chance, or a house split in halves
        if not is_even and (is_beside or (not rises and _SPORT.search(around))):
            yield from _both(match)


def _both(match: re.Match[str]) -> Iterator[NumberPhrase]:
    for part in ("first", "second"):
        start, end = match.span(part)
        yield NumberPhrase(start, end, start, end, float(match[part]), None, False, None, SCORE)
