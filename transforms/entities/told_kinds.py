"""What the words beside a name tell of its kind, where the model took it for something else."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.containing_country import is_known_place
from transforms.entities.fixed_kinds import is_no_law, kind_by_itself
from transforms.entities.gender import first_names
from transforms.entities.initials import CHANNEL, in_bracket, is_initials
from transforms.entities.name_words import kind_words
from transforms.entities.told_persons import (
    describes,
    is_described_as_person,
    is_named_as_person,
    is_of_kin,
    is_office,
    says,
    speaks,
)
from transforms.entities.told_places import (
    LARGE,
    LYING_THERE,
    SEATS,
    is_city,
    is_city_or_division,
    is_in_small_place,
    is_place_not_body,
    is_place_not_person,
)
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.gazetteer import look_up

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

FIRMS = {
    "company", "firm", "giant", "maker", "carmaker", "automaker", "manufacturer", "retailer", "startup", "start-up",
    "newspaper", "tabloid", "weekly", "magazine", "broadcaster", "publisher", "charity", "airline", "carrier", "lender",
    "insurer", "bank", "subsidiary", "network", "contractor", "operator", "watchdog", "agency", "website", "chain",
}  # fmt: skip
"""Nouns right before the name of an organization: rocket company SpaceX."""

MAKERS = {"maker", "manufacturer", "contractor", "operator", "publisher", "broadcaster"}
"""Those of them that a person may be, or lead: the CEO of helicopter manufacturer X, Rita Lom."""

GROUPS = FIRMS | {
    "group", "organization", "organisation", "movement", "militia", "wing", "faction", "conglomerate", "consultancy",
    "nonprofit", "outlet", "think-tank", "band", "school", "exchange", "bureau", "radio", "station", "orchestra",
}  # fmt: skip
"""Nouns before or behind the name of one that is none of a person with a first name: the Islamist group Boko Haram."""

TELLING = {"organization", "facility", "place"}
"""Kinds that the head of a phrase behind a comma tells: Karak Castle, a hospital."""

PAPERS = {"newspaper", "daily", "magazine", "weekly", "tabloid", "dictionary", "encyclopedia", "encyclopaedia"}
"""Nouns right after the name of one: the Rossiyskaya Gazeta daily."""

FOLLOWERS = {"party", "network", "group", "militia", "movement", "airline"}
"""Nouns right after the name of a body: the D66 party."""

PLANTS = {"plant", "factory", "manufacturing", "assembly", "dealership", "showroom", "shareholder", "shareholders"}
"""Nouns right after the name of a firm that makes things, and after none of the things: the Lomotor plant."""

BUILDINGS = {"resort", "hotel", "stadium", "airport", "prison", "hospital", "dam", "cathedral", "mosque", "museum"}
"""Nouns right after the name of a building that has no first name: the Lom-a-Zar resort."""

FORMS = {
    "SA", "AG", "NV", "SE", "GmbH", "Inc", "Inc.", "Ltd", "Ltd.", "Corp", "Corp.", "PLC", "plc", "LLC", "SpA", "AB",
}  # fmt: skip
"""Legal forms that are no part of a person's name."""

CRAFTS = {
    "shuttle", "spacecraft", "warship", "frigate", "destroyer", "yacht", "ferry", "trawler", "submarine", "schooner",
    "cruiser", "corvette", "icebreaker", "tanker", "steamship", "liner", "rover", "lander", "orbiter", "probe",
    "rocket", "satellite", "telescope", "spaceship",
}  # fmt: skip
"""Nouns right before the name of a ship or the like: space shuttle Columbia."""

PEOPLES = {"clan", "clans", "tribe", "tribes", "tribesmen", "tribespeople"}
"""Nouns right after the name of a people that has no first name: the Hawiye clan."""

BEHIND = ((PEOPLES, "nationality"), (CRAFTS | {f"{craft}s" for craft in CRAFTS}, "product"))

WORKS = {"film", "movie", "documentary", "novel", "album", "song", "sitcom", "musical", "opera", "thriller", "comedy"}
CALLED_SO = WORKS | {"festival", "holiday", "feast"}
"""Nouns right before the name of what a person with a first name and surname is not: the film Slow Water."""


def told_kinds(doc: "Doc", names: Sequence[NameCandidate]) -> dict[str, str]:
    """Return the kind that the words right beside a name tell, by the name's key; nothing where they disagree.

    It assumes English. A title before a name of up to two words tells a person, a noun such as `company` before it an
    organization, a noun of land after it, or a preposition of place before the name of a city, a place.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        kind = kind_by_itself(name) or in_bracket(doc, name) or _told(doc, name)
        if kind:
            votes[name.key][kind] += 1
    return {key: next(iter(kinds)) for key, kinds in votes.items() if len(kinds) == 1}


def _told(doc: "Doc", name: NameCandidate) -> str | None:
    before = doc.tokens[name.start - 1] if name.start else None
    after = doc.tokens[name.end] if name.end < len(doc.tokens) else None
    if told := _by_noun_before(name, before):
        return told
    match name.label:
        case "PERSON":
            return _of_person(doc, name, before, after)
        case "GPE" | "LOC":
            return _of_place(doc, name, before)
        case "NORP":
            return _of_people(doc, name)
        case _:
            return _of_thing(doc, name, before, after)


def _by_noun_before(name: NameCandidate, before: "Token | None") -> str | None:
    """Return what a name is by the noun before it, whatever the model takes it for; no person has a number: Ka-52."""
    if is_in_small_place(name, before):
        return "place"
    if before is not None and before.lower_ in CALLED_SO and _is_called_so(before, name):
        return "work" if before.lower_ in WORKS else "event"
    is_model = name.label == "PERSON" and any(letter.isdigit() for letter in name.text)
    return "product" if is_model or (before is not None and describes(before, name, CRAFTS)) else None


def _of_thing(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    """Return what a name is that the model takes for a body, a building, a work or the like."""
    if is_place_not_body(name, before, after):
        return "place"
    is_titled = before is not None and name.end - name.start <= 2 and is_office(before)
    if is_titled or is_of_kin(name, before) or _is_person(doc, name):
        return "person"
    if name.label == "ORG":
        return None
    if name.label == "LAW" and is_no_law(name.text):
        return "person" if is_named_as_person(name) else "organization"
    is_firm = name.label in {"PRODUCT", "WORK_OF_ART"} and before is not None and describes(before, name, FIRMS)
    is_firm = is_firm or (name.label == "PRODUCT" and _has_plant(name, after))
    return "organization" if is_firm or _is_before(name, after, FOLLOWERS) else None


def _is_person(doc: "Doc", name: NameCandidate) -> bool:
    """Tell whether a body is a person by its name, or by what is said of it: buildings are called after persons.

    A work that is called so stands in quotation marks or behind an article.
    """
    if name.label == "ORG":
        return is_named_as_person(name) or is_described_as_person(doc, name)
    if name.label == "FAC":
        return is_named_as_person(name) and says(doc[name.start : name.end].root)
    around = doc[max(0, name.start - 2) : name.end + 2]
    is_work = any((token.is_quote and token.tag_ != "POS") or token.tag_ == "DT" for token in around)
    return name.label == "WORK_OF_ART" and not is_work and is_named_as_person(name)


def _of_place(doc: "Doc", name: NameCandidate, before: "Token | None") -> str | None:
    """Return what a name is that the model takes for a place: a firm by the noun before it, or one who speaks."""
    is_firm = before is not None and describes(before, name, FIRMS) and not look_up(name.text)
    if is_firm or doc[max(0, name.start - 2) : name.start].text == "party,":  # the ruling party, United Lom
        return "organization"
    if is_of_kin(name, before):
        return "person"
    if is_named_as_person(name) and not look_up(name.text):
        is_person = is_described_as_person(doc, name) or says(doc[name.start : name.end].root)
        return "person" if is_person else None
    if name.end - name.start > 1 or not speaks(doc[name.start]):
        return None
    return None if is_known_place(name.key) or is_city(name.text, LARGE) else "person"


def _of_people(doc: "Doc", name: NameCandidate) -> str | None:
    """Return what a name is that the model takes for a people, and no list of peoples has."""
    if speaks(doc[name.start]):
        return "person"
    return "place" if not is_people(name.text) and is_city_or_division(name.text) else None


def _of_person(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    if before is not None and name.end - name.start <= 2 and is_office(before):
        return "person"
    if before is not None and describes(before, name, FIRMS):
        return None if before.lower_ in MAKERS and is_named_as_person(name) else "organization"
    if (after is not None and _is_paper(after)) or _is_firm(name) or is_initials(name, before):
        return "organization"
    if is_place_not_person(doc, name, before, after) or (before is not None and _is_called_place(before, name)):
        return "place"
    if name.key.split()[0] in first_names():
        return None
    behind = next((kind for nouns, kind in BEHIND if _is_before(name, after, nouns)), None)
    return behind or _of_stranger(doc, name, before, after)


def _of_stranger(doc: "Doc", name: NameCandidate, before: "Token | None", after: "Token | None") -> str | None:
    """Return what a name is that the model takes for a person's, though it has no first name that is known.

    It is a group's by the noun before it or, of several words, after it; what a phrase behind a comma calls it, it is.
    """
    if before is not None and describes(before, name, GROUPS):
        return "organization"
    if " " in name.text and _is_before(name, after, FOLLOWERS):
        return "organization"
    if _is_before(name, after, BUILDINGS):
        return "place" if is_city(name.text, LARGE) else "facility"
    root = doc[name.start : name.end].root
    if root.dep_ == "appos" and name.start and doc[name.start - 1].text == "," and root.head.lower_ in GROUPS:
        return "organization"
    noun = next((child for child in root.rights if child.dep_ == "appos"), None)
    if noun is None or noun.tag_ != "NN" or noun.left_edge.i != name.end + 1 or noun.left_edge.tag_ != "DT":
        return None
    told = "organization" if noun.lower_ in GROUPS else kind_words().get(noun.lower_)
    return told if told in TELLING else None


def _is_called_place(before: "Token", name: NameCandidate) -> bool:
    """Whether the noun before a name calls it a town or the like, and a large one where persons are called so, too."""
    is_stranger = name.key.split()[0] not in first_names() or is_city(name.text, LARGE)
    return is_stranger and (describes(before, name, SEATS) or describes(before, name, LYING_THERE))


def _is_called_so(before: "Token", name: NameCandidate) -> bool:
    return describes(before, name, {before.lower_}) and not is_named_as_person(name)


def _has_plant(name: NameCandidate, after: "Token | None") -> bool:
    """Whether a name without number is said of a factory, as its owner's is: the Lomotor assembly line."""
    if after is None or after.text not in PLANTS or any(letter.isdigit() for letter in name.text):
        return False
    return after.nbor(-1).i == name.end - 1 and after.nbor(-1).head in {after, after.head}


def _is_before(name: NameCandidate, after: "Token | None", nouns: set[str]) -> bool:
    """Whether a name modifies one of these nouns right behind it."""
    if after is None or after.text not in nouns:
        return False
    last = after.nbor(-1)
    return last.i == name.end - 1 and last.head == after and last.dep_ == "compound"


def _is_paper(after: "Token") -> bool:
    is_agency = after.text == "news" and after.i + 1 < len(after.doc) and after.nbor().text == "agency"
    return is_agency or (after.text in PAPERS and after.pos_ in {"NOUN", "PROPN"})


def _is_firm(name: NameCandidate) -> bool:
    """Whether a name ends as those of firms do: with a legal form, or the country or town of a subsidiary: ZTV Calgary.

    People are called Jordan, Chad or Israel, too, and no country where a first name stands before it.
    """
    parts = name.text.split()
    if len(parts) < 2 or name.key.split()[0] in first_names():
        return False
    if len(parts[0]) >= CHANNEL and parts[0].isupper() and parts[0].isalpha() and is_city(" ".join(parts[1:]), LARGE):
        return True
    return parts[-1] in FORMS or (country_named(parts[-1]) is not None and not country_named(name.text))
