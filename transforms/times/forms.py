"""The forms of temporal expressions in English, as regular expressions whose groups are what they say."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20)\d\d"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
COUNT = rf"(?:\d{{1,3}}|(?i:an?|{_TEENS}|{_ONES}|(?:{_TENS})(?:-(?:{_ONES}))?))"
_UNIT = r"(?:minute|hour|day|week|month|year|decade)"
_ANY_UNIT = r"(?:second|minute|hour|day|night|weekend|week|month|quarter|year|decade|century)"
_UNITS = r"(?:seconds|minutes|hours|days|nights|weekends|weeks|months|quarters|years|decades|centuries)"
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_WHICH = r"(?:[Ll]ast|[Nn]ext|[Tt]his|past|coming)"
_WHICH_DAY = rf"(?:{_WHICH}|[Tt]his\s(?:past|coming))"
_LONGER = r"(?:week|weekend|month|quarter|year|decade|century)"
_WHICH_YEAR = r"(?:of\s)?(?P<which>last|this|next)\syear"
_OF_CENTURY = rf"(?:{_TEENS}|(?:{_TENS})(?:[\s-](?:{_ONES}))?)"
_THOUSANDS = rf"two\sthousand(?:\s(?:and\s)?(?:{_ONES}))?"
SPELLED = rf"(?P<spelled>(?i:(?:seventeen|eighteen|nineteen|twenty)[\s-]{_OF_CENTURY}|{_THOUSANDS})\b)(?!\s?-)"
_SPELLED_YEAR = rf",?\s(?:(?:of|in)\s)?{SPELLED}"
_OF_YEAR = rf"(?:,?\s(?:(?:of\s)?(?P<year>{_YEAR})\b|{_WHICH_YEAR})|{_SPELLED_YEAR})?"
_TO = r"(?:\s?[-–]\s?|\sto\s|\sand\s)"
_TO_OR_BETWEEN = r"(?:\s?[-–]\s?|\sto\s|(?<=between\s\d\d)\sand\s|(?<=between\s\d)\sand\s)"
_DAYS_TO = r"(?:\s?[-–]\s?|\sto\s)"
_HOW_LONG = r"(?i:more\sthan|over|less\sthan|at\sleast|about|around|nearly|almost|some|roughly)"
_VAGUE = r"(?i:a\sfew|several|a\scouple\sof|many|some)"
_HALF_OF = (
    r"[Hh]alf\san?\s(?:minute|hour|day|week|month|year|decade|century)|(?:[Aa]\s)?[Hh]alf[\s-](?:hour|day|minute)"
    rf"|{COUNT}\s(?:{_ANY_UNIT}|{_UNITS})\sand\sa\s(?:half|quarter)|(?:[Aa]|[Tt]hree)\squarters?\sof\s(?:an\shour|a\scentury)"
)
_ABOUT_NOW = (
    r"[Cc]urrently|[Nn]owadays|[Tt]hese\sdays"
    r"|[Aa]t\s(?:present\b(?!\s\w+ing)|(?:the|that|this)\s(?:time|moment)\b(?!\s(?:of|when|that)\b))"
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ORDINAL = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)"
_HALF = r"(?P<number>[Ff]irst|[Ss]econd|[Ll]atter)\shalf"

CALENDAR = (
    ("date/numbers", rf"(?P<year>{_YEAR})-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    ("numbers", rf"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year>{_YEAR})"),
    ("clock/gmt", r"(?P<hour>2[0-3]|[01]\d)(?P<minute>[0-5]\d)(?=\s(?:GMT|UTC|local\stime)\b)"),
    ("days", rf"(?P<day>{_DAY}){_TO_OR_BETWEEN}(?P<last>{_DAY})\s(?P<month>{MONTH}){_OF_YEAR}"),
    ("days", rf"(?P<month>{MONTH})\s(?P<day>{_DAY}){_DAYS_TO}(?P<last>{_DAY})(?![\w:.]*\d|%){_OF_YEAR}"),
    (
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?(?P<day>{_DAY})(?:\sof)?\s(?P<month>{MONTH}){_OF_YEAR}",
    ),
    ("date", rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?(?P<month>{MONTH})\s(?P<day>{_DAY})(?![\w:.]*\d|%){_OF_YEAR}"),
    ("months", rf"(?P<month>{MONTH})(?:\sand\s|\sto\s|\s?[-–]\s?)(?P<last>{MONTH}),?\s(?P<year>{_YEAR})"),
    (
        "month",
        (
            rf"(?:(?P<word>last|next|this|past)\s)?(?P<month>{MONTH})"
            rf"(?:,?\s(?:(?:of\s|in\s)?(?P<year>{_YEAR})\b|{_WHICH_YEAR}|of\s(?P<same>that|the\ssame)\syear)|{_SPELLED_YEAR})?"
        ),
    ),
    ("quarter", rf"(?P<number>{_ORDINAL}|Q[1-4])(?:[\s-]quarter)?(?:\sof|,)?\s(?:(?P<year>{_YEAR})|{_WHICH_YEAR})"),
    ("quarter", rf"(?P<number>{_ORDINAL})[\s-]quarter"),
    ("half", rf"{_HALF}\sof\s(?:(?P<year>{_YEAR})|{_WHICH_YEAR}|the\syear)"),
    ("half/short", rf"(?P<number>H[12])(?:\sof)?\s(?P<year>{_YEAR})"),
    ("season", rf"(?P<season>{_SEASON})(?:,?\s(?:(?:of\s)?(?P<year>{_YEAR})|{_WHICH_YEAR})|{_SPELLED_YEAR})"),
    ("season", rf"(?P<word>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he|[Tt]his\s(?:past|coming))\s(?P<season>{_SEASON})"),
    ("century", r"(?P<number>1\d|20|21)(?:th|st)[\s-][Cc]entury"),
    ("century", r"(?P<word>sixteen|seventeen|eighteen|nineteen|twentie|twenty-fir)(?:th|st)[\s-][Cc]entury"),
    (
        "ago",
        (
            rf"(?:(?P<bound>{_HOW_LONG})\s)?(?:(?P<vague>{_VAGUE})|(?P<count>{COUNT}))\s(?P<unit>{_UNIT})s?"
            r"\s(?P<word>ago|later|earlier|before|previously|afterwards?)"
        ),
    ),
    ("ago", rf"(?P<vague>{_UNITS})\sago"),
    ("anchored", r"(?P<which>[Tt]he\s(?:following|next|previous|same|very\snext))\s(?P<unit>day|week|month|year)"),
    (
        "anchored/part",
        r"(?P<which>[Tt]he\s(?:following|next|previous|same)|[Tt]hat)\s(?P<part>morning|afternoon|evening|night)",
    ),
    (
        "anchored/that",
        r"(?:(?:later|earlier)\s)?(?P<which>[Tt]hat|[Ll]ater\sthat|[Ee]arlier\sthat)\s(?P<unit>day|week|month|year)",
    ),
    ("anchored/beside", r"[Tt]he\s(?P<unit>day|week|month|year)\s(?P<word>before|after)(?=[.,;:)\"”]|$)"),
    ("anchored/same", r"(?P<which>[Ll]ater|[Ee]arlier)\sin\sthe\s(?P<unit>day|week|month|year)"),
    ("span", rf"(?:[Tt]he\s)?(?P<word>past|last|next|coming)\s(?P<count>{COUNT})\s(?P<unit>{_UNIT})s?(?!\sof\b)"),
    ("vague", rf"(?:[Tt]he\s|[Ii]n\s)(?:past|last|next|coming|recent)\s(?:{_VAGUE}\s)?{_UNITS}"),
    ("ahead", rf"(?<=\b[Ii]n\s)(?P<count>{COUNT})\s(?P<unit>day|week|month|year)s?(?:[’']\stime)?"),
    ("day", r"(?P<word>[Tt]his\smorning|[Tt]his\safternoon|[Tt]his\sevening|[Ll]ast\snight|[Tt]onight)"),
    ("day", rf"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow){_PART_OF_DAY}"),
    (
        "set",
        rf"(?:[Ee]very|[Ee]ach)\s(?:(?:other|single|second|third|fourth|fifth)\s)?(?:{COUNT}\s)?(?:{_ANY_UNIT}|{_UNITS}|{_WEEKDAY}{_PART_OF_DAY}|morning)",
    ),
    ("set/part", rf"{_WEEKDAY}\s(?:mornings|afternoons|evenings|nights)"),
    ("set", rf"(?<=\b[Oo]n\s){_WEEKDAY}s|(?:[Oo]nce|[Tt]wice)\san?\s{_ANY_UNIT}|per\s(?:hour|day|week|month|year)"),
    ("set", r"[Dd]aily|[Ww]eekly|[Mm]onthly|[Yy]early|[Aa]nnually|[Nn]ightly|[Hh]ourly"),
    (
        "weekday",
        rf"(?:(?P<word>{_WHICH_DAY})\s)?(?P<day>{_WEEKDAY}){_PART_OF_DAY}(?:\s(?P<week>last|this|next)\sweek)?",
    ),
    ("unit", rf"(?:(?P<article>[Tt]he(?:\svery)?|[Tt]his)\s)?(?P<word>{_WHICH})\s(?P<unit>{_LONGER})(?!\sof\b)"),
    ("unit/twice", rf"(?P<article>[Tt]he)\s(?P<unit>{_LONGER}|night)\s(?P<twice>before|after)\s(?P<word>last|next)"),
    (
        "bound",
        (
            r"[Tt]he\s(?:end|beginning|start|close|middle)\sof\sthe\s(?P<unit>week|month|year|decade)"
            r"(?!-|\s(?:after|before|of|that|when)\b)"
        ),
    ),
    ("bound/year", r"(?:[Tt]he\s)?(?P<unit>year)(?:-|[’']s\s)end"),
    ("weekend", r"[Tt]he\sweekend(?!\sof\b)"),
    ("decade", r"(?P<year>(?:1[5-9]|20)\d0)s"),
    ("decade", r"(?<=\b[Tt]he\s)(?P<year>(?:1[5-9]|20)\d0)[’']s"),
    ("decade/short", r"(?<=\b[Tt]he\s)[’'‘](?P<tens>[3-9]0)s"),
    ("years", rf"(?P<year>{_YEAR}){_TO}(?P<last>{_YEAR})(?!-)"),
    ("years", rf"(?P<year>{_YEAR})[-–/](?P<last>\d\d)(?!-)"),
    ("year", rf"(?P<year>{_YEAR})"),
    ("spelled", rf"(?P<spelled>(?i:nineteen[\s-](?:{_TENS})(?:[\s-](?:{_ONES}))?))"),
    ("spelled/year", rf"[Tt]he\syear\s{SPELLED}"),
    ("clock", r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[apAP])(?:\.m\.?|m\b|\.?M\b\.?)"),
    ("clock/24", r"(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?!:?\d)"),
    ("clock/noon", r"(?P<noon>[Nn]oon)"),
    ("duration/half", rf"(?:{_HOW_LONG}\s)?(?:{_HALF_OF})"),
    (
        "duration",
        (
            rf"(?:(?:[Mm]ore\sthan|[Ll]ess\sthan|[Nn]early|[Aa]bout|[Oo]ver|[Aa]lmost|[Aa]round|[Aa]t\sleast)\s)?(?:{_VAGUE}|{COUNT}"
            rf"(?:\s(?:and\sa\shalf|1/2|½)|½|\.\d|\s(?:hundred|thousand|million|billion))?)[\s-](?:more\s)?(?:{_UNITS}|{_ANY_UNIT})(?:[\s-]long)?"
        ),
    ),
    ("duration/long", rf"(?:{_UNITS}|{_UNIT})[\s-]long"),
    ("reference", rf"[Nn]ow|(?:[Tt]he\s)?future|{_ABOUT_NOW}"),
    ("stretch", rf"{_UNITS}"),
)
"""Kinds of expressions with their forms, the more specific first; the groups are what they say.

Behind a slash stands which of a kind's forms it is, where WORDS tells them apart.
"""

YEAR_LIKE = "0000"
"""Stands among the words of a paragraph for four digits in a row."""

_DIGITS = frozenset("0123456789")
_YEARS = frozenset({YEAR_LIKE})

_PLURAL_UNITS = frozenset({
    "seconds", "minutes", "hours", "days", "nights", "weekends", "weeks", "months", "quarters", "years", "decades",
    "centuries",
})  # fmt: skip
_UNIT_WORDS = _PLURAL_UNITS | {
    "second", "minute", "hour", "day", "night", "weekend", "week", "month", "quarter", "year", "decade", "century",
}  # fmt: skip
_WHICH_WORDS = frozenset({"last", "next", "this", "past", "coming"})
_OTHER_WORDS = frozenset({"following", "next", "previous", "same"})
_CALENDAR_UNITS = frozenset({"day", "week", "month", "year"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_WEEKDAY_WORDS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
_SETS = frozenset({
    "every", "each", "once", "twice", "per", "daily", "weekly", "monthly", "yearly", "annually", "nightly", "hourly",
})  # fmt: skip
_MONTHS = frozenset({
    *MONTHS, "sept", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip

WORDS = {
    "week": ({"week"}, _MONTHS),
    "date": (_DIGITS, _MONTHS),
    "date/numbers": (_YEARS,),
    "numbers": (_YEARS,),
    "days": (_MONTHS, _DIGITS),
    "months": (_MONTHS, _YEARS),
    "month": (_MONTHS,),
    "quarter": ({"quarter", "q"},),
    "half": ({"half"},),
    "half/short": ({"h"}, _YEARS),
    "season": ({"spring", "summer", "autumn", "fall", "winter"},),
    "century": ({"century"},),
    "ago": (_UNIT_WORDS, {"ago", "later", "earlier", "before", "previously", "afterward", "afterwards"}),
    "anchored": (_OTHER_WORDS, _CALENDAR_UNITS),
    "anchored/part": (_OTHER_WORDS | {"that"}, _PARTS_OF_DAY),
    "anchored/that": ({"that"}, _CALENDAR_UNITS),
    "anchored/beside": (_CALENDAR_UNITS, {"before", "after"}),
    "anchored/same": ({"later", "earlier"}, _CALENDAR_UNITS),
    "span": (_WHICH_WORDS, _UNIT_WORDS),
    "vague": (_WHICH_WORDS | {"recent"}, _PLURAL_UNITS),
    "ahead": ({"in"}, _UNIT_WORDS),
    "day": (_PARTS_OF_DAY | {"tonight", "yesterday", "today", "tomorrow"},),
    "set": (_SETS | {f"{day}s" for day in _WEEKDAY_WORDS},),
    "set/part": (_WEEKDAY_WORDS, {f"{part}s" for part in _PARTS_OF_DAY}),
    "weekday": (_WEEKDAY_WORDS,),
    "unit": (_WHICH_WORDS, _UNIT_WORDS),
    "unit/twice": ({"last", "next"}, {"before", "after"}),
    "bound": (_CALENDAR_UNITS | {"decade"}, {"end", "beginning", "start", "close", "middle"}),
    "bound/year": ({"year"}, {"end"}),
    "weekend": ({"weekend"},),
    "decade": (_YEARS,),
    "decade/short": (_DIGITS, {"s"}),
    "years": (_YEARS,),
    "year": (_YEARS,),
    "spelled": ({"nineteen"},),
    "spelled/year": ({"year"}, {"thousand", "seventeen", "eighteen", "nineteen", "twenty"}),
    "clock": (_DIGITS, {"a", "p", "am", "pm"}),
    "clock/24": (_DIGITS,),
    "clock/gmt": (_YEARS, {"gmt", "utc", "local"}),
    "clock/noon": ({"noon"},),
    "duration": (_UNIT_WORDS,),
    "duration/half": (_UNIT_WORDS, {"half", "quarter", "quarters"}),
    "duration/long": (_UNIT_WORDS, {"long"}),
    "stretch": (_PLURAL_UNITS,),
    "reference": ({"now", "future", "currently", "nowadays", "these", "at"},),
}
"""Sets of words, in lower case, and digits: of each a paragraph has one where it has an expression of a form."""
