"""Tidy the names that the model marks, and compare names however they are written."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TITLES = Path(__file__).parent.parent / "data" / "reference" / "titles.txt"

QUOTES = frozenset("\"'“”‘’«»„‟`") | {"``", "''"}
BREAKS = frozenset("(:;—–[/|") | {"--", " - "}
"""Marks that end a name where the model ran over one."""

LONGEST_NAME = 12  # tokens: the longest names of laws and committees in news have about ten
CORPORATE_FORM = re.compile(r",? (?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|nv)$")


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name and are not part of it, in lower case, without full stops."""
    lines = TITLES.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line and not line.startswith("#"))


def is_title(word: str) -> bool:
    """Tell whether a word is a title such as `President` or `Gen.`."""
    return word.casefold().rstrip(".") in titles()


def normalise(name: str) -> str:
    """Return a name as it is compared: without article, accents, case, full stops and the legal form of a company."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    spaced = " ".join(plain.replace(".", "").replace("-", " ").split())
    return CORPORATE_FORM.sub("", spaced.removeprefix("the ")) or spaced


def tidy(doc: "Doc", start: int, end: int, label: str) -> tuple[int, int] | None:
    """Narrow the tokens [start, end) that the model marked to the name itself.

    Articles, quotation marks, possessive endings, titles of persons and what runs over a bracket, dash or line are left
    out. None when no name remains.
    """
    while start < end and _before_name(doc[start], label):
        start += 1
    for token in doc[start:end]:
        if token.is_space or token.text in BREAKS:
            end = token.i
            break
    while end > start and _after_name(doc[end - 1], label):
        end -= 1
    if start == end or end - start > LONGEST_NAME or not any(letter.isalpha() for letter in doc[start].text):
        return None
    return start, end


def _before_name(token: "Token", label: str) -> bool:
    text = token.text
    if token.is_space or text in QUOTES or token.is_punct or token.tag_ in {"DT", "PRP$", "POS"}:
        return True
    if text.islower():
        return not _is_particle(token)
    return label == "PERSON" and is_title(text)


def _is_particle(token: "Token") -> bool:
    """Tell whether a word in lower case belongs to a name: `al-Shabab`, `bin Salman`, `de Gaulle`."""
    return token.pos_ in {"PROPN", "X"} or (token.i + 1 < len(token.doc) and token.nbor().text == "-")


def _after_name(token: "Token", label: str) -> bool:
    if token.tag_ == "POS" or token.text in {"'s", "’s"}:
        return not _belongs_to_name(token, label)
    if token.is_space or token.text in QUOTES or token.is_punct:
        return True
    return token.text.islower() and label in {"PERSON", "GPE", "NORP"}


def _belongs_to_name(ending: "Token", label: str) -> bool:
    """Tell whether an 's is part of a company's name, as in `McDonald's said`: no thing that it has follows."""
    following = ending.nbor() if ending.i + 1 < len(ending.doc) else None
    return label == "ORG" and ending.tag_ == "POS" and following is not None and following.tag_ in {"VBD", "VBZ", "MD"}
