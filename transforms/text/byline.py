"""Read the names of authors from a byline as it is printed."""

import functools

import regex

from transforms.lexicons.tables import words_of_kind

MAX_BYLINE_CHARS = 200
"""A byline with several names and their roles is shorter; longer text is a note about the author."""

MAX_ABBREVIATION = 4
"""Letters of an agency's abbreviation, which is a word of a name where it is not in capitals."""

MAX_WORDS = 6
"""A name has fewer words, with its particles: "María de los Ángeles Pérez García" has six."""

_PARTICLES_WORDS = (
    "de da do dos das del della di du la le los las van von der den ten ter zu zur af av bin bint ibn al "
    "el ben abu y e i mac mc st o’ d’ ’t 't"
)
PARTICLES = frozenset(_PARTICLES_WORDS.split())
"""Words of names that are written small."""

_NOISE = regex.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|(?<![^\s@])[^\s@]++@\S+|@\w+|https?://\S+|(?i:\b(?:published|updated|posted|publié|publiziert|publicado|pubblicato|veröffentlicht|erschienen|aktualisiert|stand)\b.*)"
    r"|(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?=.*\d).*)|\b\d{1,2}[.:/] ?\d{1,2}\b.*|\b(?:19|20)\d{2}\b.*"
)
_POSTED = regex.compile(
    r"^(?:posted|published|veröffentlicht|publié|publicado)\b.*?\d.*?\s(?=(?:by|von|par|por)\s)", regex.IGNORECASE
)
_SPLIT = regex.compile(r"\s*[,;|/•·•、・]\s*|\s+[–—-]\s+|\s{2,}|\n")
_NOUN = regex.compile(r"(?:texte?|texto|teksti?|interview|protokoll|текст)\s+(?!:)", regex.IGNORECASE)
"""An opening that is a word like others without its colon: a lone word after it is no name, "Text Size"."""

_PATH = regex.compile(r"[>»›]")
"""Between the parts of a path to the page, of which a byline has none."""

_FIRST_WORD = regex.compile(r"[^\s:：]++")
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}]")
_SITE = regex.compile(r"\p{L}\.(?:com|net|org)$", regex.IGNORECASE)
_NAME_WORD = regex.compile(r"[\p{Lu}\p{Lt}][\p{L}\p{M}.'’`-]*|(?:[dDlLoO]['’]|[aA]l-)\p{Lu}[\p{L}\p{M}'’-]*")


def byline_words(kind: str) -> frozenset[str]:
    """Return the lexicon's terms of one kind, as its head names them; raises ValueError for another."""
    return words_of_kind("bylines.tsv", kind)


def parse_byline(text: str, *, or_publisher: bool = False) -> tuple[str, ...]:
    """Return the names in a byline such as "By Jane Roe and John Doe, staff writers", in order.

    Empty when it holds no name. Roles, places, dates and addresses beside the names are left out; a lone word counts
    as name only after a word like "By". Publishers are names if asked for.
    """
    if len(text) > MAX_BYLINE_CHARS or len(_PATH.findall(text)) > 1:
        return ()
    rest, announced = _after_opening(_POSTED.sub("", _bare(text)))
    pieces = [piece for part in _SPLIT.split(_NOISE.sub(" ", rest).strip()) for piece in _split_joined(part)]
    names = [_tidy(piece) for piece in pieces]
    lone = announced and not _NOUN.match(text.strip())
    found = [
        n
        for at, n in enumerate(names)
        if is_person_name(n, min_words=1 if lone and at == 0 else 2, or_publisher=or_publisher)
    ]
    return tuple(dict.fromkeys(found))


def is_announced(text: str) -> bool:
    """Tell whether a text opens like a byline, with a word such as "By"."""
    return len(text) <= MAX_BYLINE_CHARS and _opened(_POSTED.sub("", _bare(text))) is not None


def _bare(text: str) -> str:
    """Return a text without the dashes and strokes that set a byline off: "— by Jane Roe", "| By"."""
    return text.strip().lstrip("|–—-•· ").strip()


def is_label(text: str) -> bool:
    """Tell whether a text is a byline's opening and nothing else: "Author:"."""
    return _bare(text).rstrip(":： ").casefold() in byline_words("before")


def is_person_name(text: str, *, min_words: int = 2, or_publisher: bool = False) -> bool:
    """Tell whether a text has the form of a person's name; agencies count as names too, and publishers if asked for."""
    words = text.split()
    folded = text.casefold()
    if folded in byline_words("agency"):
        return True
    if not words or len(words) > MAX_WORDS or folded in byline_words("nobody") | byline_words("before"):
        return False
    if words[0].casefold() in byline_words("about"):
        return False
    roles = byline_words("role") | byline_words("roles")
    if any(word.casefold().strip(".") in roles for word in words):
        return False
    if not _CASED.search(text):
        return _is_uncased_name(text) and (or_publisher or len(text) <= 2 or not text.endswith(_ends()))
    return (
        len(words) >= min_words
        and (or_publisher or words[-1].casefold() not in byline_words("end"))
        and all(_NAME_WORD.fullmatch(word) or word in PARTICLES for word in words)
    )


def _is_uncased_name(text: str) -> bool:
    return 2 <= len(text) <= 30 and not regex.search(r"[\d。:：!?！？「」]", text)


@functools.cache
def _ends() -> tuple[str, ...]:
    return tuple(byline_words("end"))


@functools.cache
def _opening() -> "regex.Pattern[str]":
    words = "|".join(sorted((regex.escape(word) for word in byline_words("before")), key=len, reverse=True))
    return regex.compile(rf"(?:{words})(?:\s*[:：]\s*|\s+)", regex.IGNORECASE)


def without_opening(text: str) -> str:
    """Return what stands after a byline's opening words; the whole text when it has none."""
    return _after_opening(text)[0]


def _after_opening(text: str) -> tuple[str, bool]:
    rest, announced = text, False
    while match := _opened(rest):
        rest, announced = rest[match.end() :], True
    return rest, announced


def _opened(text: str) -> "regex.Match[str] | None":
    # Most lines do not open so, and their first word tells it sooner than the pattern does.
    first = _FIRST_WORD.match(text)
    return _opening().match(text) if first and first[0].casefold() in _first_words() else None


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in byline_words("before"))


@functools.cache
def _joints() -> "regex.Pattern[str]":
    words = "|".join(map(regex.escape, sorted(byline_words("and"))))
    return regex.compile(rf"(?<!\s)\s++(?:{words})\s+", regex.IGNORECASE)


def _split_joined(text: str) -> list[str]:
    # "José Ortega y Gasset" must not be torn apart: both sides have to be whole names.
    parts = _joints().split(text)
    if len(parts) > 1 and all(len(part.split()) >= 2 or not _CASED.search(part) for part in parts):
        return parts
    return [text] if not regex.search(r"\s+(?:and|und|&)\s+", text) else parts


def _tidy(name: str) -> str:
    name = without_opening(name.strip(" \t\n.,:;|@–—-"))
    for role in ("기자", "특파원", "記者", "记者"):  # written after the name, in scripts without capitals
        name = name.removesuffix(role).strip()
    words = _up_to_site(name.split())
    rest = _without_roles(_in_capitals(words))
    is_desk = len(rest) < len(words) and rest[:1] and rest[0].isupper() and rest[0].casefold() in byline_words("agency")
    return "" if is_desk else " ".join(_without_agency(rest))


def _up_to_site(words: list[str]) -> list[str]:
    """Return a name's words before the site that follows it: "Jane Roe Harbour.com Archive"."""
    end = next((at for at, word in enumerate(words) if _SITE.search(word)), len(words))
    return words[:end] if end >= 2 else words


def _in_capitals(words: list[str]) -> list[str]:
    """Return the words of a name in capitals without the note after it: "JANE ROE Envoyée spéciale à Oslo"."""
    end = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    is_note = any(word.islower() and word not in PARTICLES for word in words[end:])
    return words[:end] if end >= 2 and is_note else words


def _without_agency(words: list[str]) -> list[str]:
    """Return the words of a full name without the agency after it: "Jane Roe Reuters", "Jane Roe AFP"."""
    last = words[-1] if len(words) > 2 else ""
    is_agency = last.casefold() in byline_words("agency") and (last.isupper() or len(last) > MAX_ABBREVIATION)
    return words[:-1] if is_agency else words


def _without_roles(words: list[str]) -> list[str]:
    """Return a name's words without what the person does, before or after them: "Paper-Expert Jane Roe"."""
    while words and _is_role(words[0]):
        words = words[1:]
    while words and _is_role(words[-1]):
        words = words[:-1]
    return words


def _is_role(word: str) -> bool:
    folded = word.casefold().strip(".")
    return folded in byline_words("role") or folded.rpartition("-")[2] in byline_words("role")
