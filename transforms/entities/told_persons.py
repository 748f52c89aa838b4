"""What tells that a name is a person's, where the model took it for something else."""

import re
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.gender import first_names
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import BEGINNINGS, kind_words
from transforms.entities.titled_names import LONGEST
from transforms.entities.told_places import LARGE, is_city

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

SAYING = {"say", "tell", "add", "explain", "ask"}

KIN = {
    "wife",
    "husband",
    "mother",
    "father",
    "son",
    "daughter",
    "brother",
    "sister",
    "widow",
    "girlfriend",
    "boyfriend",
}
"""Whose the one named is, be the name ever so much like a town's: his wife, Melania."""

CALLINGS = {
    "professor", "analyst", "economist", "spokesman", "spokeswoman", "spokesperson", "correspondent", "reporter",
    "editor", "lawyer", "attorney", "journalist", "author", "actor", "actress", "singer", "musician", "minister",
    "senator", "president", "chairman", "chairwoman", "mayor", "judge", "scientist", "historian", "diplomat",
    "director", "midfielder", "striker", "goalkeeper", "man", "woman", "boy", "girl", "officer", "detective", "teacher",
    "doctor", "nurse", "student", "lawmaker", "activist", "engineer", "researcher", "coach", "driver", "resident",
    "victim", "suspect", "photographer", "founder", "artist", "writer", "poet", "novelist", "farmer", "soldier",
    "designer", "programmer", "lieutenant", "sergeant", "congressman", "congresswoman", "councillor", "politician",
    "captain", "defender", "winger", "boxer", "rapper", "comedian", "swimmer", "golfer",
} | KIN  # fmt: skip
"""Nouns beside a name that are said of one person."""

FOUNDERS = {
    "stanley", "lauren", "hopkins", "hilfiger", "morris", "chase", "sachs", "daniels", "beam", "mason", "spencer",
    "lewis", "times", "post", "today", "news", "herald", "tribune", "standard", "street", "house", "club", "white",
    "healthcare", "energy", "capital", "media", "records", "rovers", "united", "city", "villa", "county", "state",
    "security", "party", "democrats", "airways", "motors", "lynch", "deere", "jones", "levi", "jazeera",
    "international", "global", "worldwide", "cosmetics", "enterprises", "productions", "brothers", "sons", "associates",
    "properties", "stores", "foods", "designs", "studios", "associate",
}  # fmt: skip
"""Last words of firms, papers and clubs whose first is also a first name: Morgan Stanley, Charlotte Observer."""

WORDS = {
    "red", "green", "blue", "black", "white", "grace", "hope", "faith", "joy", "summer", "sky", "star", "royal",
    "prince", "major", "king", "duke", "justice", "general", "marshall", "chase", "china", "israel", "virginia",
    "georgia", "london", "america", "india", "asia", "true", "golden", "silver", "crystal", "ruby", "young",
    "price", "mission", "liberty", "victory", "queen", "saint", "bishop", "baron", "earl", "august", "april", "may",
    "june", "christian", "free", "best",
}  # fmt: skip
"""First names that are words as well: the Red Cross is nobody."""

INITIAL = re.compile(r"[A-Z]\.?")


def is_named_as_person(name: NameCandidate) -> bool:
    """Whether a name of two words begins with a first name and is none of the firms called after their founders.

    Of three words the second is a first name as well, or an initial.
    """
    parts = name.text.casefold().split()
    if len(parts) == LONGEST and (INITIAL.fullmatch(name.text.split()[1]) or parts[1] in first_names()):
        del parts[1]
    if len(parts) != 2 or not "".join(parts).replace("-", "").isalpha() or parts[-1] in kind_words():
        return False
    if name.text.split()[0] in BEGINNINGS:
        return False
    is_first_name = (
        parts[0].partition("-")[0] in first_names() and parts[0] not in WORDS and not is_city(parts[0], LARGE)
    )
    return is_first_name and name.text.istitle() and parts[-1] not in FOUNDERS


def is_described_as_person(doc: "Doc", name: NameCandidate) -> bool:
    """Tell whether what stands beside a name says that it is a person's: Prasad, a professor."""
    root = doc[name.start : name.end].root
    if any(child.dep_ == "appos" and child.lemma_ in CALLINGS and child.i > name.end for child in root.rights):
        return True
    length = name.end - name.start
    is_full = length == 2 or (
        length == LONGEST and name.key.split()[0] in first_names() and not name.text[:2].isupper()
    )
    return name.start > 0 and is_full and describes(doc[name.start - 1], name, CALLINGS)


def is_of_kin(name: NameCandidate, before: "Token | None") -> bool:
    """Tell whether a first name stands alone behind whose wife or son it is: her son Paris, his wife, Melania.

    Behind a pronoun and such a word any one word is a first name: her daughter Oslo.
    """
    if before is None or before.lower_ not in KIN | {","}:
        return False
    if before.lower_ in KIN and name.end - name.start == 1 and _is_somebodys(before):
        return before.doc[name.start].head == before
    if name.key not in first_names():
        return False
    root = before.doc[name.start]
    is_set_off = before.text == "," and root.dep_ == "appos" and root.head.lower_ in KIN
    return describes(before, name, KIN) or is_set_off


def _is_somebodys(kin: "Token") -> bool:
    return any(child.tag_ == "PRP$" for child in kin.lefts)


def speaks(token: "Token") -> bool:
    """Whether a word that the model takes for a people or place speaks alone, as a person does: Boldt says."""
    is_alone = token.tag_ == "NNP" and not any(True for _ in token.children) and not token.text.endswith("s")
    return is_alone and says(token)


def says(root: "Token") -> bool:
    """Whether a name is the subject of a verb of saying."""
    return root.dep_ == "nsubj" and root.head.lemma_ in SAYING


def is_office(before: "Token") -> bool:
    """Whether a word before a name is a title: President Moon."""
    return is_title(before.text) and before.text[0].isupper() and before.tag_ == "NNP"


def describes(before: "Token", name: NameCandidate, nouns: set[str]) -> bool:
    """Whether a noun right before a name says what it names: no possessive or comma stands between."""
    if before.lower_ not in nouns or before.tag_ != "NN":
        return False
    root = before.doc[name.start : name.end].root
    is_beside = (root.dep_ == "appos" and root.head == before) or (root.dep_, root.head) == (before.dep_, before.head)
    return is_beside or before.head.i in range(name.start, name.end)
