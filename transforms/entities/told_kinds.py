"""What the words beside a name tell of its kind, where the model took it for something else."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.containing_country import is_known_place
from transforms.entities.gender import first_names
from transforms.entities.known_bodies import known_bodies
from transforms.entities.told_persons import (
    LARGE,
    describes,
    is_city,
    is_described_as_person,
    is_named_as_person,
    is_office,
    says,
    speaks,
)
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.gazetteer import look_up
from transforms.lexicons.toponym_words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIRMS = {
    "company", "firm", "giant", "maker", "carmaker", "automaker", "manufacturer", "retailer", "startup", "start-up",
    "newspaper", "tabloid", "weekly", "magazine", "broadcaster", "publisher", "charity", "airline", "carrier", "lender",
    "insurer", "bank", "subsidiary", "network", "contractor", "operator", "watchdog", "agency", "website", "chain",
}  # fmt: skip
"""Nouns right before the name of an organization: rocket company SpaceX."""

PAPERS = {"newspaper", "daily", "magazine", "weekly", "tabloid"}
"""Nouns right after the name of one: the Rossiyskaya Gazeta daily."""

LANDS = {
    "mountains", "mountain", "cave", "caves", "valley", "peninsula", "hills", "province", "district", "suburb",
    "village", "desert", "region", "governorate", "county", "archipelago", "highlands", "foothills",
}  # fmt: skip
"""Nouns right after the name of a place: the Tora Bora caves."""

LYING_THERE = {"island", "archipelago", "chain", "city", "town", "village", "province", "river", "peninsula", "suburb"}
"""Nouns after a comma that say of a name that it is one of a place: Raja Ampat, an island chain."""

FORMS = {
    "SA", "AG", "NV", "SE", "GmbH", "Inc", "Inc.", "Ltd", "Ltd.", "Corp", "Corp.", "PLC", "plc", "LLC", "SpA", "AB",
}  # fmt: skip
"""Legal forms that are no part of a person's name."""

LYING = {"in", "near", "outside", "around"}
SEATS = {"capital", "city", "town", "village", "port", "suburb"}
"""Nouns before `of` and the name of a place: the provincial capital of Quetta."""

SMALL = {"town", "village", "hamlet", "suburb", "island"}
"""Those of them that stand before no other name than a place's, known or not."""

SHARES = {"stake", "share", "investment", "confidence", "interest", "trust", "faith", "stock", "belief", "investor"}
"""Nouns of what one has in a company."""

BIG = 300_000
"""Inhabitants of a city after which no street or building is called by its bare name."""

REGIONS = {"ADM1", "RGN", "MTS", "ISLS", "PEN"}
"""Kinds of places of GeoNames whose names firms do not take without adding to them."""

EVENTS = {"brexit", "grammys", "oscars", "emmys", "baftas", "golden globes", "olympics", "middle ages"}

LANDFORMS = ("Cape ", "Gulf of ", "Strait of ", "Bay of ", "Sea of ", "Isle of ")
"""How names of places begin that the model takes for works, laws or bodies."""


def told_kinds(doc: "Doc", names: Sequence[NameCandidate]) -> dict[str, str]:
    """Return the kind that the words right beside a name tell, by the name's key; nothing where they disagree.

    It assumes English. A title before a name of up to two words tells a person, a noun such as `company` before it an
    organization, a noun of land after it, or a preposition of place before the name of a city, a place.
    """
    votes: dict[str, Counter[str]] = {}
    for name in names:
        kind = _by_itself(name) or _told(doc, name)
        if kind:
            votes.setdefault(name.key, Counter())[kind] += 1
    return {key: next(iter(kinds)) for key, kinds in votes.items() if len(kinds) == 1}


def _by_itself(name: NameCandidate) -> str | None:
    """Return what a name is wherever it stands: Facebook, Brexit, the Cape of Good Hope."""
    if name.key in EVENTS:
        return "event"
    if name.text in known_bodies():
        return "organization"
    return "place" if name.text.startswith(LANDFORMS) and name.label not in {"GPE", "LOC", "PERSON"} else None


def _told(doc: "Doc", name: NameCandidate) -> str | None:
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    if before is not None and before.text == "of" and before.head.lemma_ in SMALL and name.end - name.start <= 2:
        return "place"
    match name.label:
        case "PERSON":
            return _of_person(doc, name, before, after)
        case "GPE" | "LOC":
            return _of_place(doc, name, before)
        case "NORP":
            return _of_people(doc, name)
        case _:
            return _of_thing(doc, name, before, after)


def _of_thing(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    """Return what a name is that the model takes for a body, a building, a work or the like."""
    if name.text.endswith(" National Park") or _is_told_as_city(name, before, after) or _is_land(name):
        return "place"
    is_titled = before is not None and name.end - name.start <= 2 and is_office(before)
    if is_titled or _is_person(doc, name):
        return "person"
    is_firm = name.label in {"PRODUCT", "WORK_OF_ART"} and before is not None and describes(before, name, FIRMS)
    return "organization" if is_firm else None


def _is_person(doc: "Doc", name: NameCandidate) -> bool:
    """Tell whether a body is a person by its name, or by what is said of it: buildings are called after persons."""
    if name.label == "ORG":
        return is_named_as_person(name) or is_described_as_person(doc, name)
    return name.label == "FAC" and is_named_as_person(name) and says(doc[name.start : name.end].root)


def _of_place(doc: "Doc", name: NameCandidate, before: "Token | None") -> str | None:
    """Return what a name is that the model takes for a place: a firm by the noun before it, or one who speaks."""
    if before is not None and describes(before, name, FIRMS) and not look_up(name.text):
        return "organization"
    if is_named_as_person(name) and not look_up(name.text):
        is_person = is_described_as_person(doc, name) or says(doc[name.start : name.end].root)
        return "person" if is_person else None
    if name.end - name.start > 1 or not speaks(doc[name.start]):
        return None
    return None if is_known_place(name.key) or is_city(name.text, LARGE) else "person"


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


def _of_people(doc: "Doc", name: NameCandidate) -> str | None:
    """Return what a name is that the model takes for a people, and no list of peoples has."""
    if speaks(doc[name.start]):
        return "person"
    return "place" if not is_people(name.text) and is_city(name.text, LARGE) else None


def _of_person(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    if before is not None and describes(before, name, FIRMS):
        return "organization"
    if before is not None and before.lower_ == "the" and name.text == "Moon":
        return "place"
    if (after is not None and _is_paper(after)) or _is_firm(name):
        return "organization"
    if before is not None and _is_near(before, name):
        return "place"
    if any(child.dep_ == "appos" and child.lemma_ in LYING_THERE for child in doc[name.start : name.end].root.rights):
        return "place"
    return "place" if after is not None and after.text in LANDS and after.dep_ != "conj" else None


def _is_paper(after: "Token") -> bool:
    is_agency = after.text == "news" and after.i + 1 < len(after.doc) and after.nbor().text == "agency"
    return is_agency or (after.text in PAPERS and after.pos_ == "NOUN")


def _is_firm(name: NameCandidate) -> bool:
    """Whether a name ends as those of firms do: with a legal form, or with the country of a subsidiary: Bergbau China.

    People are called Jordan, Chad or Israel, too, and no country where a first name stands before it.
    """
    parts = name.text.split()
    if len(parts) < 2 or name.key.split()[0] in first_names():
        return False
    return parts[-1] in FORMS or (country_named(parts[-1]) is not None and not country_named(name.text))


def _is_near(before: "Token", name: NameCandidate) -> bool:
    """Whether a town stands behind `near`, or one of two words behind `in`: near Gorlovka, in Indian Wells."""
    if before.tag_ != "IN" or name.key.split()[0] in first_names():
        return False
    is_in = before.lower_ == "in" and before.nbor(-1 if before.i else 0).lemma_ not in SHARES
    least = 0 if before.lower_ != "in" or " " in name.text else BIG  # writers are read in, and called as villages are
    return (before.lower_ in {"near", "outside"} or is_in) and is_city(name.text, least)


def _lies_in(before: "Token") -> bool:
    if before.lower_ == "of":
        return before.head.lemma_.lower() in SEATS
    held = before.nbor(-1).lemma_.lower() if before.i else ""
    if before.lower_ == "downtown" or (before.lower_ == "from" and held == "report"):
        return True
    return before.lower_ in LYING and before.tag_ == "IN" and held not in SHARES


def _is_told_as_city(name: NameCandidate, before: "Token | None", after: "Token | None") -> bool:
    if name.label == "ORG" and _is_before_state(name, after):
        return True
    if name.label not in {"ORG", "PRODUCT"} or before is None or not _lies_in(before):
        return False
    return is_city(name.text, LARGE if name.label == "ORG" else 0)


def _is_before_state(name: NameCandidate, after: "Token | None") -> bool:
    """Whether a town's name has its state or country behind a comma: Englewood, New Jersey."""
    if after is None or after.text != "," or after.i + 1 >= len(after.doc) or not name.text.istitle():
        return False
    behind = after.nbor()
    return behind.ent_type_ == "GPE" and behind.dep_ in {"appos", "compound", "npadvmod"} and is_city(name.text, 0)
