"""Names of months in many languages, and the order in which a language writes the parts of a date."""

import functools
import unicodedata

import regex
from babel import Locale, UnknownLocaleError

_ALSO_WRITTEN = {"mrz": 3, "maerz": 3}
"""Names of German systems that CLDR lacks."""

_LOCALES_WORDS = (
    "en de fr es pt it nl da nb sv fi is pl cs sk sl hr sr ro hu el ru uk bg mk lt lv et tr az ar fa he "
    "hi bn ur ta te th id ms vi sw zu af ca gl eu cy ga sq ka hy mt en_GB de_AT es_UY ar_LB ar_MA ar_DZ"
)
LOCALES = tuple(_LOCALES_WORDS.split())
"""Languages and countries whose month names are known, by CLDR; Chinese, Japanese and Korean write numbers."""


@functools.cache
def writes_day_first(language: str | None) -> bool:
    """Tell whether a language writes the day before the month in numbers (CLDR).

    It is given by its ISO 639-1 code, or by that and a region: en-GB does, and of en nobody knows.
    """
    if not language or language == "en":
        return False
    try:
        pattern = Locale.parse(language, sep="-").date_formats["short"].pattern
    except (ValueError, UnknownLocaleError):
        return "-" in language and writes_day_first(language.partition("-")[0])
    return str(pattern).lstrip("\u200f").startswith("d")


@functools.cache
def month_names() -> dict[str, int]:
    """Return the number of each month by its name or abbreviation in LOCALES; names of two months are left out.

    With them go the names in Latin letters without their accents, as plain systems write them: aout, decembre.
    """
    months: dict[str, set[int]] = {}
    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months.setdefault(fold_name(name), set()).add(number)
    known = {name: numbers.pop() for name, numbers in months.items() if len(numbers) == 1 and _is_long_enough(name)}
    bare: dict[str, set[int]] = {}
    for name, number in known.items():
        bare.setdefault(_without_accents(name), set()).add(number)
    others = {name: numbers.pop() for name, numbers in bare.items() if len(numbers) == 1 and name not in months}
    return {**others, **known, **_ALSO_WRITTEN}


def _is_long_enough(name: str) -> bool:
    # Two letters are a word of some language, but for the name of August in the Levant.
    return len(name) > 2 or bool(regex.match(r"\p{Arabic}", name))


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFD", name)
    return regex.sub(r"(?<=\p{Latin})\p{Mn}+", "", letters) if regex.match(r"\p{Latin}", name) else name


def fold_name(name: str) -> str:
    """Fold the case and the closing dot of a month's name."""
    return unicodedata.normalize("NFC", name).casefold().strip(".")
