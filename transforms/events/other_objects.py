"""Tell by what a verb is said of that it says something else than an event: met the needs, abused her power."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.events.phrases import PERSONS
from transforms.events.trigger_lexicon import word_class

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

PRIZES = {"title", "crown", "championship", "trophy", "cup", "medal", "record", "lead", "thesis"}
"""What is defended in a game, or before a board."""

ENDANGERED = {
    "job", "livelihood", "peace", "stability", "security", "future", "life", "growth", "economy", "survival", "species",
    "existence", "health", "recovery", "order", "unity", "progress", "deal", "plan", "supply", "industry", "safety",
    "democracy", "property", "home", "environment", "ecosystem", "habitat", "market", "harvest", "crop", "world",
}  # fmt: skip
"""What is put at risk without a threat."""

MET = {
    "need", "demand", "target", "goal", "requirement", "condition", "deadline", "standard", "criterion", "obligation",
    "burden", "challenge", "expectation", "objective", "cost", "commitment", "death", "fate", "end", "eye", "bill",
    "definition", "threshold", "test", "promise", "resistance", "opposition", "aim", "quota", "shortfall", "approval",
    "message", "letter", "call", "report", "information", "money", "support", "complaint", "vote", "award", "sentence",
}  # fmt: skip
"""What is met, or received, without a meeting."""

ABUSED = {
    "power", "authority", "position", "office", "system", "process", "trust", "privilege", "rule", "right", "loophole",
    "drug", "alcohol", "substance", "drink", "opioid", "painkiller", "steroid", "cocaine", "heroin", "data",
}  # fmt: skip
"""What is abused without violence."""

KILLED = {
    "time", "boredom", "bill", "deal", "proposal", "plan", "project", "idea", "mood", "story", "legislation",
    "movement", "campaign", "program", "programme", "bid", "hope", "initiative", "measure", "budget", "reform", "law",
    "effort", "agreement", "job", "demand", "growth", "debate", "conversation", "amendment", "regulation", "rule",
    "provision", "treaty", "accord", "motion", "tax", "enthusiasm", "momentum",
}  # fmt: skip
"""What is killed without violence."""

AIMS = {"target", "goal", "milestone", "record", "high", "low", "peak", "mark", "note", "headline"}
"""What is hit by who reaches it: a target where it is said of what, as a sales target."""

FILMS = {
    "film", "movie", "video", "scene", "thriller", "documentary", "series", "episode", "photo", "photograph", "picture",
    "portrait", "footage", "commercial", "clip", "trailer", "comedy", "drama", "sequel", "advert", "ad", "image",
}  # fmt: skip
"""What is shot with a camera."""

SEIZED_ON = {
    "election", "process", "agenda", "debate", "movement", "party", "conversation", "democracy", "discussion",
    "campaign", "meeting", "event", "story", "narrative", "term", "account", "word",
}  # fmt: skip
"""What is hijacked without violence."""

PAGES = {"account", "website", "page", "profile", "feed", "article", "entry"}
"""What is vandalized without violence."""

FORCES = {
    "ship", "warship", "aircraft", "jet", "plane", "helicopter", "tank", "vessel", "carrier", "destroyer", "submarine",
    "system", "battery", "radar", "fighter", "bomber", "battalion", "brigade", "personnel", "asset", "reinforcement",
    "contingent", "vehicle", "hundred", "thousand", "dozen", "cannon", "gas", "drone", "weaponry", "convoy", "boat",
    "interceptor", "squadron", "fleet", "armour", "armor", "dog", "presence", "capability", "warplane", "frigate",
}  # fmt: skip
"""What forces deploy, beside weapons and people."""

CARE = {"treatment", "food", "medication", "medicine", "water", "meal", "drink", "surgery", "transfusion"}
"""What patients and prisoners refuse, and what nobody is opposed to."""

VOTERS = {
    "generation", "voter", "supporter", "base", "resource", "fund", "money", "opinion", "support", "electorate",
    "public", "youth", "capital", "investment", "people",
}  # fmt: skip
"""What is mobilized without forces."""

RULINGS = {
    "sentence", "conviction", "ban", "order", "charge", "verdict", "tariff", "sanction", "restriction", "penalty",
    "fine", "moratorium", "law", "rule", "suspension", "embargo", "indictment", "lawsuit", "case", "post", "position",
    "office", "title",
}  # fmt: skip
"""What is reinstated against somebody, which yields nothing to him."""

OTHER_OBJECTS = {
    "hijack": SEIZED_ON, "shoot": FILMS, "refuse": CARE, "mobilize": VOTERS, "mobilise": VOTERS,
    "vandalize": PAGES, "vandalise": PAGES,
    "reinstate": RULINGS, "pledge": {"asset", "share", "property", "house", "collateral"}, "receive": MET,
    "defend": PRIZES, "abuse": ABUSED, "kill": KILLED,
    "slam": {"brake", "door", "phone", "lid"},
    "welcome": {"visitor", "customer", "tourist", "chance", "opportunity", "guest", "shopper", "fan", "child", "baby"},
}  # fmt: skip
"""Objects with which these verbs say something else."""

OF_ONE_PERSON = ("er", "or", "ist", "ian", "ee", "man", "woman", "person", "folk", "people", "ent", "ant")
"""Endings of nouns of one person."""

PASSIVE_TOO = {"abuse", "hijack", "shoot", "vandalize", "vandalise"}
"""Of these the subject of a passive is looked at as well: power was abused; bills may be killed, but so are people."""

SHARES = {"percent", "cent", "%", "space", "rank", "slot", "seat", "hectare", "acre", "floor"}

QUALIFIES = {"security", "guard", "alert", "patrol"}
"""What is mobilized, and before another noun only says of what kind that is."""

FUNDS = {"million", "billion", "fund", "money", "saving", "coffer", "treasury"}
"""What is looted without violence."""

FREEDOMS = {
    "right", "freedom", "liberty", "press", "speech", "protest", "demonstration", "rally", "movement", "access",
    "power", "entry", "travel", "dissent", "immigration", "migration", "people", "person", "migrant", "suspect",
    "refugee",
}  # fmt: skip
"""What is curbed or barred to the harm of people, and words for those rounded up."""

TO_AN_END = {"resolution", "conclusion", "end", "close", "light", "attention", "fruition", "successful"}
"""What a case is brought to by those who do not bring it before a court."""


def has_other_object(verb: "Token") -> bool:
    """Whether a verb of the lexicon has an object with which it says something else.

    Of a verb or an object that it does not know it says no, and the event stays. Source: the senses of these verbs in
    dictionaries of English.
    """
    if (is_other := OTHERWISE.get(verb.lemma_)) is not None:
        return is_other(verb)
    others = OTHER_OBJECTS.get(verb.lemma_)
    if others is None:
        return False
    said_of = {"dobj", "nsubjpass"} if verb.lemma_ in PASSIVE_TOO else {"dobj"}
    on = (inner for child in verb.rights if child.lower_ == "on" and verb.lemma_ == "slam" for inner in child.rights)
    objects = [child for child in verb.children if child.dep_ in said_of]
    return any(child.pos_ == "NOUN" and child.lemma_ in others for child in (*objects, *on))


def _reaches(verb: "Token") -> bool:
    """Whether somebody reaches what he aims at: hit its sales target, a record; not: the rocket hit its target."""
    aims = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in AIMS]
    return any(child.lemma_ != "target" or any(kind.dep_ == "compound" for kind in child.lefts) for child in aims)


def _makes_much(verb: "Token") -> bool:
    """Whether somebody only speaks much of something: made a big deal of it."""
    deals = (child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ == "deal")
    return any(word.lower_ in {"big", "huge"} for deal in deals for word in deal.lefts)


def _is_of_matter(verb: "Token") -> bool:
    """Whether things are curbed, barred or rounded up: curbed emissions."""
    return any(child.dep_ == "dobj" and _is_matter(child) for child in verb.rights)


def _is_of_one(verb: "Token") -> bool:
    """Whether one person occupies something, as an office, or something occupies a share or a rank."""
    shares = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    shares += [verb.head] if verb.dep_ == "acl" else []  # seats occupied by women
    if any(child.ent_type_ == "PERCENT" or child.lemma_ in SHARES for child in shares):
        return True
    return any(child.dep_ == "nsubj" and _is_one_person(child) for child in verb.lefts)


def _brings_to_an_end(verb: "Token") -> bool:
    to = (inner for child in _below(verb) if child.lower_ == "to" for inner in child.rights)
    return any(inner.lemma_ in TO_AN_END for inner in to)


def _is_of_money(verb: "Token") -> bool:
    """Whether it is money that is taken: looted millions of dollars."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return any(child.ent_type_ == "MONEY" or child.lemma_ in FUNDS for child in objects)


def _is_no_force(verb: "Token") -> bool:
    """Whether things are deployed that are no weapons: deployed bikes."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return any(_is_matter(child) and child.lemma_ not in FORCES | word_class("weapon") for child in objects)


def _grows(verb: "Token") -> bool:
    """Whether something becomes more than it was: blew up into a scandal."""
    return any(child.lower_ == "into" for child in _below(verb)) and not any(
        child.dep_ in {"dobj", "nsubjpass"} for child in verb.children
    )


def _is_met(verb: "Token") -> bool:
    """Whether what somebody meets is nobody: met proteins; a noun of people is known, or ends as those do."""
    objects = [child for child in verb.rights if child.dep_ == "dobj" and child.pos_ == "NOUN"]
    passives = [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    passives += [verb.head] if passives and verb.dep_ == "relcl" else []
    if any(child.lemma_ in MET for child in (*objects, *passives)):
        return True
    return any(
        _is_matter(child) and child.lemma_ not in PERSONS and not child.lemma_.endswith(OF_ONE_PERSON)
        for child in objects
    )


def _is_kept_away(verb: "Token") -> bool:
    """Whether somebody is suspended or dismissed from an office, a school or a game: nothing is lifted or rejected."""
    return any(child.lower_ == "from" for child in verb.rights)


def _is_matter(token: "Token") -> bool:
    """Whether a common noun names nobody who can act, and nothing that people are free to do."""
    return token.pos_ == "NOUN" and not token.ent_type_ and not acts(token) and token.lemma_ not in FREEDOMS


def _is_one_person(token: "Token") -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in {"he", "she"}


def is_only_named(event_type: str, found: "list[Token]") -> bool:
    """Whether what a verb takes is a part of a name or another verb: offers Giant Food, started talking about it.

    Or it only tells what kind of thing is meant: shared the Technology Award, security measures.
    """
    if event_type == "MOBILIZE":
        return any(token.lemma_ in QUALIFIES and token.dep_ == "compound" for token in found)
    if event_type == "COOPERATE":
        return any(token.pos_ == "PROPN" and token.dep_ == "compound" for token in found)
    if event_type == "AID":
        return any(token.pos_ == "PROPN" and token.ent_type_ in {"ORG", "FAC"} for token in found)
    return event_type == "CONSULT" and any(token.tag_ == "VBG" and token.pos_ == "VERB" for token in found)


def _below(verb: "Token") -> "list[Token]":
    return [kid for child in verb.rights for kid in (child, *child.rights)]


def is_danger(verb: "Token") -> bool:
    """Whether something is only put at risk: a shortage threatens jobs; a threat has an infinitive, a deed or a foe."""
    if verb.lemma_ not in {"threaten", "menace"}:
        return False
    return any(
        child.dep_ == "dobj" and not child.ent_type_ and child.lemma_.lower() in ENDANGERED for child in verb.rights
    )


OTHERWISE: "dict[str, Callable[[Token], bool]]" = {
    "bar": _is_of_matter,
    "blow": _grows,
    "bring": _brings_to_an_end,
    "curb": _is_of_matter,
    "deploy": _is_no_force,
    "dismiss": _is_kept_away,
    "hit": _reaches,
    "loot": _is_of_money,
    "make": _makes_much,
    "meet": _is_met,
    "occupy": _is_of_one,
    "plunder": _is_of_money,
    "round": _is_of_matter,
    "suspend": _is_kept_away,
}
"""How other verbs are told to say something else, by lemma."""
