"""Tidy the names that the model marks, and compare names however they are written."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from transforms.lexicons.countries import country_named
from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token


QUOTES = frozenset("\"'“”‘’«»„‟`") | {"``", "''"}
BREAKS = frozenset("(:;—–[/|") | {"--"}
"""Marks that end a name where the model ran over one."""

BEGINS = frozenset(
    {"previous", "former", "recent", "several", "many", "other", "various", "current", "earlier", "meanwhile", "both"}
    | {"most", "some", "all", "more", "another", "fellow", "while", "when", "after", "for", "since", "if", "but", "and"}
)
"""Words that begin a sentence and no name; their capital is the sentence's."""

PREFIXES = frozenset({"ex", "anti", "pro", "non", "mid", "post", "pre", "co"})
"""First parts of words that are joined to a name and no part of it: the ex-White House officials."""

OPENING = {"The", "'s", "’s"}
"""What belongs to no name that it begins, whatever tag it has."""

OPENING_PERSONS = BEGINS | {
    "first", "second", "then", "now", "later", "today", "also", "still", "so", "as", "even", "once", "here", "there",
    "like", "unlike", "although", "though", "because", "why", "how", "what", "where", "who", "before", "until", "with",
    "yesterday", "tomorrow", "tonight", "however", "instead", "perhaps", "finally", "eventually", "yet", "just",
}  # fmt: skip
"""Words before a person's name at the beginning of a sentence; organizations are called First Bank."""

JOINED_WORDS = frozenset({"era", "style", "like", "type", "wide", "free", "esque", "gate"})
"""Nouns and endings that are joined to a name and make another word of it."""

LINKS = frozenset({"a", "al", "de", "du", "e", "en", "i", "la", "le", "les", "on", "sur", "ul", "under", "upon", "ur"})
"""Small words between hyphens within a name."""

COUNTS = {"dozens", "hundreds", "thousands", "millions", "billions"}
"""Numbers in words that are within no name; what the model took in with them is a price or the like."""

CAPTIONS = {"Image", "Photo", "Photograph", "Picture", "Video"}
"""Words that begin a caption's credit with a colon behind, and end no name before it: Zanari Image: Lom."""

SEASONS = {"Winter", "Summer"}
GAMES = {"Olympics", "Olympic", "Paralympics", "Paralympic"}
"""What is held in either season: the Winter Olympics."""

OF_STATE = ["Secretary", "of"]
"""Words before `State`, which the model takes for the first one of the name that follows."""

NAMES = 20_000
"""Names that are kept as they are compared, some MB: the news name the same again and again."""

TOWN = 5
"""Letters of a town in capitals that is no abbreviation."""

LONGEST_NAME = 12  # tokens: the longest names of laws and committees in news have about ten
CORPORATE_FORM = re.compile(
    r"(?:,? (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|kgaa|sa|spa|nv|bv)){1,4}$"
)
LETTERS = re.compile(r"\b(?:\w )+\w\b")
BODY_OF_STATE = re.compile(r"\A(?P<nation>.*?)(?P<body>department|ministry) (?:of|for) (?:the )?(?P<of>.+)")


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name and are not part of it, in lower case, without full stops."""
    return frozenset(lexicon_terms("titles.txt"))


HEIRS = (["Crown", "Prince"], ["Crown", "Princess"])
"""Titles of two words, of which the first is none by itself."""


def is_title(word: str) -> bool:
    """Tell whether a word is a title such as `President` or `Gen.`."""
    return word.casefold().rstrip(".") in titles()


@lru_cache(NAMES)
def normalise(name: str) -> str:
    """Return a name as it is compared: without article, accents, case, full stops and the legal form of a company."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    spaced = " ".join(plain.replace(".", "").replace("-", " ").split())
    return CORPORATE_FORM.sub("", spaced.removeprefix("the ")) or spaced


def canonical(name: str) -> str:
    """Return what the names of one thing share over articles, which write it in their own ways.

    Beside what `normalise` folds: `Ministry of Defence` and `Defence Ministry`, `J. K. Rowling` and `J.K. Rowling`,
    `United States Navy` and `U.S. Navy`.
    """
    folded = LETTERS.sub(lambda letters: letters[0].replace(" ", ""), normalise(name))
    if folded.startswith("united states "):
        folded = f"us {folded.removeprefix('united states ')}"
    body = BODY_OF_STATE.fullmatch(folded) if " of " in folded or " for " in folded else None
    return f"{body['nation']}{body['of']} {body['body']}" if body else folded


def tidy(doc: "Doc", start: int, end: int, label: str) -> tuple[int, int] | None:
    """Narrow the tokens [start, end) that the model marked to the name itself.

    Articles, quotation marks, possessive endings, titles of persons and what runs over a bracket, dash or line are left
    out; a first name that the model left out is taken in. None when no name remains.
    """
    start = _beginning(doc, start, end, label)
    end = _ending(doc, start, end, label)
    if start < end:
        start, end = start - 4 * _is_linked(doc, start - 4), end + 4 * _is_linked(doc, end - 1)
    if start == end or end - start > LONGEST_NAME or not _has_letter(doc.texts[start]):
        return None
    return start, end


def _has_letter(word: str) -> bool:
    return word.isalpha() or any(letter.isalpha() for letter in word)


def _beginning(doc: "Doc", start: int, end: int, label: str) -> int:
    if label == "PERSON" and doc.texts[start : start + 2] in HEIRS:
        start += 2
    while start < end and _before_name(doc.tokens[start], label):
        start += 1
    if label == "PERSON" and end - start > 1 and doc.texts[max(0, start - 2) : start] == OF_STATE:
        start += doc.texts[start] == "State"
    if label == "PERSON" and end - start == 1 and _is_first_name(doc, start - 1):
        start -= 1
    if 0 < start < end and doc.texts[start] in GAMES and doc.texts[start - 1] in SEASONS:
        start -= 1
    if label == "NORP" and _is_kind_of_party(doc, start - 1):
        start -= 1
    return start


def _ending(doc: "Doc", start: int, end: int, label: str) -> int:
    """Return where a name that begins at `start` ends: at `start` when there is none."""
    if label == "ORG" and end - start > 1 and _is_dateline(doc, end - 1):
        end -= 1
    if end - start > 1 and end < len(doc) and doc.texts[end] == ":" and doc.texts[end - 1] in CAPTIONS:
        end -= 1
    for token in doc.tokens[start:end]:
        if token.is_alpha and token.text not in COUNTS:
            continue
        if token.is_space or token.text in BREAKS or token.text in COUNTS or _is_dash(token) or _is_lost_mark(token):
            end = token.i
            break
    while end > start and _after_name(doc.tokens[end - 1], label) and not _is_tail(doc, end - 1, start):
        end -= 1
    is_cut = start < end < len(doc) - 1 and doc.texts[end] == "-" and _is_tail(doc, end + 1, start)
    return end + 2 * is_cut


def _is_dateline(doc: "Doc", at: int) -> bool:
    """Tell whether a name ends in the town of the dateline behind it: Associated Press `WASHINGTON` (AP)."""
    word, before = doc[at], doc[at - 1]
    is_set_off = word.is_upper and word.is_alpha and len(word.text) >= TOWN and not before.is_upper
    return is_set_off and at + 1 < len(doc) and doc[at + 1].text in {"(", "—", "–", "-"}


def _is_first_name(doc: "Doc", at: int) -> bool:
    """Tell whether the word before a surname is a first name that the model left out: `Dmitry Peskov`."""
    if at < 0 or doc[at].ent_type_ or doc[at].tag_ != "NNP" or is_title(doc[at].text):
        return False
    # Another word of a name before it makes it more likely part of an office: `Attorney General Lee`.
    return doc[at].head.i == at + 1 and doc[at].text.istitle() and not (at and doc[at - 1].tag_ == "NNP")


def _is_kind_of_party(doc: "Doc", at: int) -> bool:
    """Tell whether the word before the members of a party is of its name: the `Christian` Democrats."""
    if at < 0 or at + 1 >= len(doc) or doc[at + 1].tag_ != "NNPS" or doc[at].tag_ != "NNP":
        return False
    return doc[at].dep_ == "compound" and doc[at].head.i == at + 1 and doc[at].ent_type_ in {"", "NORP"}


def _is_dash(token: "Token") -> bool:
    """Tell whether a hyphen stands for a dash, with spaces around it."""
    return token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _is_lost_mark(token: "Token") -> bool:
    """Tell whether a comma has a hyphen after it, which stands for a space that was lost: `Representatives,-said`."""
    return token.text == "," and not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text[0] == "-"


def _before_name(token: "Token", label: str) -> bool:
    text = token.text
    if label == "WORK_OF_ART" and token.tag_ == "PRP$" and text.istitle() and token.i and token.nbor(-1).is_quote:
        return False  # “My Early Life”
    if token.is_space or text in QUOTES or text in OPENING or token.is_punct or token.tag_ in {"DT", "PRP$", "POS"}:
        return True
    if token.tag_.startswith("VB") and label in {"PERSON", "GPE"} and not _is_last(token):
        return True  # a headline's verb, as in `Injecting Clinton`
    if text.islower():
        return not _is_particle(token)
    if (
        token.is_sent_start
        and token.lower_ in (OPENING_PERSONS if label == "PERSON" else BEGINS)
        and not _is_last(token)
    ):
        return True
    return label == "PERSON" and is_title(text)


def _is_tail(doc: "Doc", at: int, start: int) -> bool:
    """Tell whether a word in lower case is joined to a name that begins at `start`: `Kim Jong-un`, not `Obama-era`."""
    if at - 2 < start or doc[at - 1].text != "-" or doc[at - 1].whitespace_ or doc[at - 2].whitespace_:
        return False
    token = doc[at]
    # Of one name alone only the tag of a name makes it a part: East Asian names have a family name before.
    is_given = token.pos_ == "PROPN" or (at - 2 > start and token.tag_ in {"NN", "FW", "UH"})
    return token.text.islower() and token.is_alpha and is_given and token.text not in JOINED_WORDS


def _is_linked(doc: "Doc", at: int) -> bool:
    """Tell whether hyphens and a small word join a word of a name to the next: `Mar`-a-`Lago`, `Garges`-les-`Lom`."""
    if at < 0 or at + 4 >= len(doc.texts) or doc.texts[at + 1] != "-" or doc.texts[at + 2] not in LINKS:
        return False
    joined = doc[at : at + 4]
    is_capital = joined[0].text[0].isupper() and doc[at + 4].text[0].isupper()
    return is_capital and doc[at + 3].text == "-" and not any(token.whitespace_ for token in joined)


def _is_last(token: "Token") -> bool:
    return token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"


def _is_particle(token: "Token") -> bool:
    """Tell whether a word in lower case belongs to a name: `al-Shabab`, `bin Salman`, `de Gaulle`."""
    if token.text in PREFIXES:
        return False
    return token.pos_ in {"PROPN", "X"} or (token.i + 1 < len(token.doc) and token.nbor().text == "-")


def _after_name(token: "Token", label: str) -> bool:
    if token.tag_ == "POS" or token.text in {"'s", "’s"}:
        return not _belongs_to_name(token, label)
    if token.is_space or token.text in QUOTES or token.is_punct:
        return True
    return token.text.islower() and (label in {"PERSON", "GPE", "NORP"} or token.pos_ in {"ADP", "CCONJ", "DET"})


def _belongs_to_name(ending: "Token", label: str) -> bool:
    """Tell whether an 's is part of a company's name, as in `McDonald's said`: no thing that it has follows."""
    if any(country_named(ending.doc[max(0, ending.i - length) : ending.i].text) for length in (1, 2)):
        return False  # Sierra Leone's is one of them
    following = ending.nbor() if ending.i + 1 < len(ending.doc) else None
    return label == "ORG" and ending.tag_ == "POS" and following is not None and following.tag_ in {"VBD", "VBZ", "MD"}
