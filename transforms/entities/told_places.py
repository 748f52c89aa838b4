"""What tells that a name is a place's, where the model took it for something else."""

import re
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.gender import first_names
from transforms.lexicons.countries import country_named
from transforms.lexicons.gazetteer import GazetteerEntry, look_up
from transforms.lexicons.toponym_words import words

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

DIVISIONS = {
    "province", "district", "suburb", "village", "governorate", "county", "prefecture", "municipality", "borough",
    "township", "neighborhood", "neighbourhood", "peninsula", "archipelago", "valley", "desert", "mountains", "river",
    "peak", "creek", "provinces", "governorates", "prefectures", "counties", "Governorate", "Province", "Prefecture",
    "Oblast",
}  # fmt: skip
"""Nouns right after a name that stand after no body's: Panyu district."""

LANDS = DIVISIONS | {
    "mountain", "cave", "caves", "hills", "region", "highlands", "foothills", "districts", "regions",
}  # fmt: skip
"""Nouns right after the name of a place that stand after no person's: the Tora Bora caves."""

INHABITANTS = {"resident", "residents", "native", "natives", "man", "woman", "area", "suburb", "suburbs"}
"""Nouns right after a city's name that a company's stands before less often."""

DWELLERS = {"inhabitant", "outskirt", "people", "resident", "street"}
"""Nouns before `of` and a place."""

LYING_THERE = {
    "island", "archipelago", "chain", "city", "town", "village", "province", "river", "peninsula", "suburb", "port",
    "district", "region", "county", "hamlet", "neighborhood", "neighbourhood", "capital", "birthplace", "hometown",
}  # fmt: skip
"""Nouns after a comma that say of a name that it is one of a place: Raja Ampat, an island chain."""

LYING = {"in", "near", "outside", "around"}
STATES = {"state", "province", "region"}
SEATS = {"capital", "city", "town", "village", "port", "suburb"}
"""Nouns before `of` and the name of a place: the provincial capital of Quetta."""

COMING = {"report", "travel", "fly", "move", "drive", "arrive", "come", "go", "trip", "visit", "honeymoon", "flight"}
"""What one does from a place or to it."""

SMALL = {
    "town",
    "village",
    "hamlet",
    "suburb",
    "island",
    "outpost",
    "settlement",
    "enclave",
    "district",
    "neighbourhood",
}
"""Those of them that stand before no other name than a place's, known or not."""

SHARES = {
    "stake", "share", "investment", "confidence", "interest", "trust", "faith", "stock", "belief", "investor",
    "invest", "believe",
}  # fmt: skip
"""Words of what one has in a company or a person, and what one does there."""

LARGE = 100_000
"""Inhabitants of a settlement that a bare name means rather than a company of that name; by the look of GeoNames,
names of firms are mostly shared by villages."""

TOWN = 20_000
"""Inhabitants of one whose name of several words is no company's without another word: Great Yarmouth."""

BIG = 300_000
"""Inhabitants of a city after which no street or building is called by its bare name."""

REGIONS = {"ADM1", "RGN", "MTS", "ISLS", "PEN"}
"""Kinds of places of GeoNames whose names firms do not take without adding to them."""

LANDFORMS = ("Cape ", "Gulf of ", "Strait of ", "Bay of ", "Sea of ", "Isle of ")
"""How names of places begin that the model takes for works, laws or bodies."""

ENDS_OF_LANDFORMS = {
    "Point", "Marsh", "Bay", "Cove", "Ridge", "Plateau", "Creek", "Hills", "Heights", "Falls", "Valley", "Canyon",
    "Beach", "Island", "Islands", "Reef", "Lagoon", "Fjord", "Gorge", "Bight", "Sound", "Springs", "Plains", "Glen",
}  # fmt: skip
AT_LANDFORMS = {"at", "from", "off", "near", "in", "around", "to", "outside", "across"}
"""Last words of names of landforms, and prepositions before them."""

LINKED = re.compile(r"\w-(?:les?|sur|sous|upon|on|under)-[A-Z]")
"""Small words between hyphens in names of towns: Garges-les-Lom."""

PART_OF_WORLD = re.compile(
    r"(?:(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Latin|Sub-Saharan)[ -]){1,2}"
    r"(?:Europe|Asia|Africa|America)"
)

PARTS = {"Inner", "Outer", "Greater", "Central", "Upper", "Lower", "Northern", "Southern", "Eastern", "Western"}
"""First words that make of a town's or country's name that of a part of it: Inner London."""

OF_UNIVERSITIES = "USA"
"""Where a state's name with `State` behind it is a university's or its team's."""


def is_by_form(name: NameCandidate) -> bool:
    """Tell whether a name begins as those of landforms do, has small words of towns, or is of a part of the world."""
    if LINKED.search(name.text) or PART_OF_WORLD.fullmatch(name.text):
        return True
    return name.text.startswith(LANDFORMS) and name.label not in {"GPE", "LOC", "PERSON"}


def is_in_small_place(name: NameCandidate, before: "Token | None") -> bool:
    """Tell whether a name stands behind `village of` or the like."""
    return before is not None and before.text == "of" and before.head.lemma_ in SMALL and name.end - name.start <= 2


def is_place_not_body(name: NameCandidate, before: "Token | None", after: "Token | None") -> bool:
    """Tell whether what the model takes for a body, a building, a work or the like is a place."""
    if (
        name.text.endswith(" National Park")
        or _is_by_landform(name, before)
        or _is_land(name)
        or _is_state(name.text)
        or _is_lived_in(name, before)
    ):
        return True
    if after is not None and after.text in DIVISIONS and not name.text.isupper() and _modifies(name, after):
        return True
    # The Tyrol region is a place that is known; a region of unknown name may be what a body has.
    if after is not None and after.text in LANDS and look_up(name.text) and _modifies(name, after):
        return True
    if after is not None and after.text in INHABITANTS and _modifies(name, after) and is_city(name.text, LARGE):
        return True
    if after is not None and after.text == "area" and before is not None and before.lower_ == "the" and before.i > 0:
        return before.nbor(-1).lower_ in LYING and _modifies(name, after)  # in the Hawkesbury area
    return _is_told_as_city(name, before, after)


def _is_by_landform(name: NameCandidate, before: "Token | None") -> bool:
    """Whether a name of two or three words ends as those of landforms do, behind a preposition: off Eddystone Point."""
    words_ = name.text.split()
    is_landform = len(words_) in {2, 3} and words_[-1] in ENDS_OF_LANDFORMS
    return is_landform and before is not None and before.tag_ == "IN" and before.lower_ in AT_LANDFORMS


def _is_lived_in(name: NameCandidate, before: "Token | None") -> bool:
    """Whether a name that is no abbreviation stands behind those who live there: the people of Stamford Hill."""
    is_of = before is not None and before.text == "of" and before.head.lemma_ in DWELLERS
    return is_of and name.text.istitle()


def is_place_not_person(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> bool:
    """Tell whether what the model takes for a person is a place."""
    if before is not None and ((before.lower_ == "the" and name.text == "Moon") or _is_near(before, name, after)):
        return True
    root = doc[name.start : name.end].root
    if any(child.dep_ == "appos" and child.lemma_ in LYING_THERE for child in root.rights) or _is_part(name.text):
        return True
    return after is not None and after.text in LANDS and after.dep_ != "conj"


def is_city(text: str, least: int) -> bool:
    """Whether a settlement of at least so many people bears a name."""
    return any(entry.is_settlement and entry.population >= least and not entry.foreign for entry in look_up(text))


def is_city_or_division(text: str) -> bool:
    """Whether a large city bears a name, a state or the like."""
    return is_city(text, LARGE) or any(map(_is_division, look_up(text)))


def _modifies(name: NameCandidate, noun: "Token") -> bool:
    return noun.nbor(-1).head == noun and noun.nbor(-1).i == name.end - 1


def _is_land(name: NameCandidate) -> bool:
    """Tell whether a name is a division's, a region's or mountains', hardly anything else's, or a large city's."""
    if name.label not in {"ORG", "FAC"} or name.text.casefold() in words("word"):
        return False
    bearing = [entry for entry in look_up(name.text) if not entry.foreign]
    lands = [entry for entry in bearing if entry.feature_code in REGIONS and not entry.alternate]
    # What two countries have may well be what a bank is called after.
    elsewhere = {entry.country_code for entry in bearing if entry.is_settlement and entry.population >= LARGE}
    if lands and elsewhere <= {lands[0].country_code}:
        return True
    return name.label == "FAC" and any(
        entry.is_settlement and entry.population >= BIG and not entry.alternate for entry in bearing
    )


def _is_state(text: str) -> bool:
    """Tell whether a name is that of a state with the word behind it: Lagos State; Ohio State is a university."""
    land = text.removesuffix(" State")
    states = [entry for entry in look_up(land) if entry.feature_code == "ADM1"] if land != text else []
    return bool(states) and all(entry.country_code != OF_UNIVERSITIES for entry in states)


def _is_part(text: str) -> bool:
    part, _, whole = text.partition(" ")
    return part in PARTS and (is_city(whole, LARGE) or country_named(whole) is not None)


def _is_near(before: "Token", name: NameCandidate, after: "Token | None") -> bool:
    """Whether a town stands behind `near`, or behind `in`: near Gorlovka, in Indian Wells.

    Of one word behind `in` it is a large town or a division, as writers are read in and called as villages are, and
    nothing that it has follows: in Obama's speech.
    """
    if before.tag_ != "IN" or name.key.split()[0] in first_names():
        return False
    if before.lower_ in {"near", "outside"}:
        return is_city(name.text, 0)
    if before.lower_ != "in" or before.nbor(-1 if before.i else 0).lemma_ in SHARES:
        return False
    if " " in name.text:
        return is_city(name.text, 0)
    return is_city_or_division(name.text) and (after is None or after.tag_ != "POS")


def _is_division(entry: GazetteerEntry) -> bool:
    """Tell whether a place is a state or the like, or a county of many people."""
    return entry.feature_code == "ADM1" or (
        entry.feature_code == "ADM2" and entry.population >= BIG and not entry.alternate
    )


def _lies_in(before: "Token") -> bool:
    if before.lower_ == "of":
        return before.head.lemma_.lower() in SEATS or before.head.lower_ in STATES
    held = before.nbor(-1).lemma_.lower() if before.i else ""
    if before.lower_ == "downtown" or (before.lower_ == "from" and held in COMING):
        return True
    if before.lower_ == "to" and before.tag_ == "IN" and held in COMING:
        return True
    return before.lower_ in LYING and before.tag_ == "IN" and held not in SHARES


def _is_told_as_city(name: NameCandidate, before: "Token | None", after: "Token | None") -> bool:
    if name.label == "ORG" and _is_before_state(name, after):
        return True
    if before is None or not _lies_in(before):
        return False
    if name.label not in {"ORG", "PRODUCT"}:
        return before.lower_ == "of" and is_city(name.text, 0)
    least = LARGE if " " not in name.text else TOWN
    is_large = is_city(name.text, least if name.label == "ORG" else 0)
    is_of_state = before.lower_ == "of" and before.head.lemma_.lower() in STATES
    return is_large or is_of_state or any(map(_is_division, look_up(name.text)))  # from Irby in Wirral


def _is_before_state(name: NameCandidate, after: "Token | None") -> bool:
    """Whether a town's name has its state or country behind a comma: Englewood, New Jersey."""
    if after is None or after.text != "," or after.i + 1 >= len(after.doc) or not name.text.istitle():
        return False
    behind = after.nbor()
    return behind.ent_type_ == "GPE" and behind.dep_ in {"appos", "compound", "npadvmod"} and is_city(name.text, 0)
