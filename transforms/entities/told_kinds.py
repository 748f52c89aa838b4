"""What the words beside a name tell of its kind, where the model took it for something else."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.gender import first_names
from transforms.entities.kinds import kind_words
from transforms.entities.known_bodies import known_bodies
from transforms.entities.name_forms import is_title
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.gazetteer import look_up

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

SAYING = {"say", "tell", "add", "explain", "ask"}

LYING = {"in", "near", "outside", "around"}
SEATS = {"capital", "city", "town", "village", "port", "suburb"}
"""Nouns before `of` and the name of a place: the provincial capital of Quetta."""

SHARES = {"stake", "share", "investment", "confidence", "interest", "trust", "faith", "stock", "belief", "investor"}
"""Nouns of what one has in a company."""

FOUNDERS = {
    "stanley", "lauren", "hopkins", "hilfiger", "morris", "chase", "sachs", "daniels", "beam", "mason", "spencer",
    "lewis", "times", "post", "today", "news", "herald", "tribune", "standard", "street", "house", "club", "white",
    "healthcare", "energy", "capital", "media", "records", "rovers", "united", "city", "villa", "county", "state",
    "security", "party", "democrats", "airways", "motors", "lynch", "deere", "jones", "levi", "jazeera",
}  # fmt: skip
"""Second words of firms, papers and clubs whose first is also a first name: Morgan Stanley, Charlotte Observer."""

WORDS = {
    "red", "green", "blue", "black", "white", "grace", "hope", "faith", "joy", "summer", "sky", "star", "royal",
    "prince", "major", "king", "duke", "justice", "general", "marshall", "chase", "china", "israel", "virginia",
    "georgia", "london", "america", "india", "asia", "true", "golden", "silver", "crystal", "ruby", "young",
    "price", "mission", "liberty", "victory", "queen", "saint", "bishop", "baron", "earl", "august", "april", "may",
    "june", "christian", "free", "best",
}  # fmt: skip
"""First names that are words as well: the Red Cross is nobody."""

LARGE = 100_000
"""Inhabitants of a settlement that a bare name means rather than a company of that name; by the look of GeoNames,
names of firms are mostly shared by villages."""

EVENTS = {"brexit"}

LANDFORMS = ("Cape ", "Gulf of ", "Strait of ", "Bay of ", "Sea of ", "Isle of ")
"""How names of places begin that the model takes for works, laws or bodies."""

THINGS = {"ORG", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "FAC"}
"""Labels of what bears no title before its name."""


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
    if name.label == "PERSON":
        return _of_person(doc, name, before, after)
    if name.text.endswith(" National Park") or _is_told_as_city(name, before, after):
        return "place"
    if name.label == "ORG" and _is_named_as_person(name):
        return "person"
    if name.label == "NORP":
        return _of_people(doc, name)
    if name.label in THINGS and before is not None and name.end - name.start <= 2 and _is_office(before):
        return "person"
    is_firm = name.label in {"PRODUCT", "WORK_OF_ART"} and before is not None and _describes(before, name, FIRMS)
    return "organization" if is_firm else None


def _of_people(doc: "Doc", name: NameCandidate) -> str | None:
    """Return what a name is that the model takes for a people, and no list of peoples has."""
    if _speaks(doc[name.start]):
        return "person"
    return "place" if not is_people(name.text) and _is_city(name.text, LARGE) else None


def _of_person(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    if before is not None and _describes(before, name, FIRMS):
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
    words = name.text.split()
    if len(words) < 2 or name.key.split()[0] in first_names():
        return False
    return words[-1] in FORMS or (country_named(words[-1]) is not None and not country_named(name.text))


def _is_near(before: "Token", name: NameCandidate) -> bool:
    """Whether a town stands behind `near`, or one of two words behind `in`: near Gorlovka, in Indian Wells."""
    if before.tag_ != "IN" or name.key.split()[0] in first_names():
        return False
    is_in = before.lower_ == "in" and " " in name.text and before.nbor(-1 if before.i else 0).lemma_ not in SHARES
    return (before.lower_ in {"near", "outside"} or is_in) and _is_city(name.text, 0)


def _describes(before: "Token", name: NameCandidate, nouns: set[str]) -> bool:
    """Whether a noun right before a name says what it names: no possessive or comma stands between."""
    if before.lower_ not in nouns or before.tag_ != "NN":
        return False
    root = before.doc[name.start : name.end].root
    is_beside = (root.dep_ == "appos" and root.head == before) or (root.dep_, root.head) == (before.dep_, before.head)
    return is_beside or before.head.i in range(name.start, name.end)


def _is_office(before: "Token") -> bool:
    return is_title(before.text) and before.text[0].isupper() and before.tag_ == "NNP"


def _speaks(token: "Token") -> bool:
    """Whether a word that the model takes for a people speaks alone, as a person does: Boldt says."""
    is_subject = token.dep_ == "nsubj" and token.tag_ == "NNP" and token.head.lemma_ in SAYING
    return is_subject and not any(True for _ in token.children) and not token.text.endswith("s")


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
    return _is_city(name.text, LARGE if name.label == "ORG" else 0)


def _is_before_state(name: NameCandidate, after: "Token | None") -> bool:
    """Whether a town's name has its state or country behind a comma: Englewood, New Jersey."""
    if after is None or after.text != "," or after.i + 1 >= len(after.doc) or not name.text.istitle():
        return False
    behind = after.nbor()
    return behind.ent_type_ == "GPE" and behind.dep_ in {"appos", "compound", "npadvmod"} and _is_city(name.text, 0)


def _is_city(text: str, least: int) -> bool:
    return any(entry.is_settlement and entry.population >= least and not entry.foreign for entry in look_up(text))


def _is_named_as_person(name: NameCandidate) -> bool:
    """Whether a name of two words begins with a first name and is none of the firms called after their founders."""
    words = name.text.casefold().split()
    if len(words) != 2 or not name.text.replace(" ", "").replace("-", "").isalpha() or words[-1] in kind_words():
        return False
    is_first_name = (
        words[0].partition("-")[0] in first_names() and words[0] not in WORDS and not _is_city(words[0], LARGE)
    )
    return is_first_name and name.text.istitle() and words[-1] not in FOUNDERS
