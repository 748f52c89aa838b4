"""Tell from what stands beside a noun that it has another of its senses than the one that tells an event."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word
from transforms.events.trigger_lexicon import word_class

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

ILLNESSES = {"heart", "panic", "asthma", "anxiety"}
"""Attacks of these are none."""

ANIMALS = {
    "animal", "dog", "cat", "elephant", "rhino", "rhinoceros", "lion", "leopard", "bear", "shark", "whale", "dolphin",
    "fish", "bird", "chicken", "poultry", "turkey", "duck", "cow", "cattle", "calf", "pig", "sheep", "lamb", "goat",
    "horse", "deer", "fox", "rabbit", "snake", "crocodile", "alligator", "insect", "mosquito", "bee", "monkey",
    "gorilla", "camel", "carcass", "livestock", "wildlife", "puppy", "kitten", "badger", "hippo", "buffalo", "bison",
    "wasp",
}  # fmt: skip
"""Who is no side of a violent event; names, as the Tigers, are others."""

PLAYED = {"simulated", "mock", "fake", "imaginary", "fictional", "hypothetical", "staged"}
"""Words before what is only played."""

FELT = {"huge", "great", "welcome", "big", "enormous", "immense", "little", "some"}
"""Words before the relief that is felt, and not sent."""

DROPS = {"drop", "abandon", "shelve"}
"""Verbs of those who accuse nobody any more: dropped the inquiry."""

ANSWERS = {"comment", "interview"}
"""What reporters request."""

ALERTS = {"early", "weather", "travel", "fire", "tsunami", "health", "heat"}
"""Words before a warning of a danger, beside those of the class `hazard`."""

TRAVEL = {"travel", "travelling", "traveling", "trip"}
"""What travellers are warned against."""

SPOKEN = {"verbal", "indirect", "scathing", "blistering", "stinging", "thinly", "rhetorical"}
"""Words before an attack that is made in words."""

ASSAULTS = {"rifle", "rifles", "weapon", "weapons", "course"}
"""What `assault` before it only says the kind of."""

PEACEFUL = {"diplomatic", "charm", "trade", "export", "marketing", "media", "sales", "legal", "publicity"}
"""Words before an offensive of nobody with weapons."""

RESEARCH = {"epidemiological", "scientific", "clinical", "archaeological", "geological"}
"""Words before an investigation of nobody."""

ROUTINE = {"annual", "general", "monthly", "weekly", "staff", "shareholder", "shareholders", "board", "team", "class"}
"""Words before meetings that are held as a matter of course."""

DEVICES = {"hearing", "visual", "teaching", "learning", "navigation", "band", "first"}
"""Words before aids that are things, or first aid."""

PLAYS = {"pace", "bowling", "seam", "spin", "batting", "passing", "rushing"}
"""Words before attacks of a team."""

CAMPAIGNS = {"campaign", "election", "pep", "car", "motor", "stock", "market", "price"}
"""Words before rallies of nobody who protests."""

MOURNS = {"for", "in"}
"""Prepositions behind a vigil of mourners."""


def _is_no_host(token: "Token") -> bool:
    """Whether a common noun names nobody who is visited officially: a visit to a restaurant."""
    return token.pos_ == "NOUN" and not token.ent_type_ and sector_of_word(token.lemma_) is None


def is_other_noun(noun: "Token") -> bool:
    """Whether a noun is a heart attack, a warning of danger, a request of reporters, mourning, or the like."""
    if any(child.lower_ == "any" for child in noun.lefts):
        return True  # took advantage of any discussion
    if any(child.lower_ in PLAYED for child in noun.lefts) or (noun.dep_ == "dobj" and noun.head.lemma_ == "simulate"):
        return True
    is_other = OTHER.get(noun.lemma_)
    return is_other is not None and is_other(noun)


def _behind(noun: "Token") -> set[str]:
    return {child.lower_ for child in noun.rights}


def _governed(noun: "Token", preposition: str) -> "list[Token]":
    return [inner for child in noun.rights if child.lower_ == preposition for inner in child.rights]


def _is_dropped(noun: "Token") -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_ in DROPS


def _is_of_danger(warning: "Token") -> bool:
    words = {child.lemma_.lower() for child in warning.lefts}
    is_for_travellers = any(inner.lemma_ in TRAVEL for inner in _governed(warning, "against"))
    return is_for_travellers or bool(_behind(warning) & {"of", "about"} or words & (ALERTS | word_class("hazard")))


def _is_other_talk(talk: "Token") -> bool:
    return talk.tag_ == "NN" and not _behind(talk) & {"with", "between"}


def _is_by_means(help_: "Token") -> bool:
    """Whether something is done with the help of a thing: with the aid of a map."""
    of = _governed(help_, "of")
    return help_.head.lower_ == "with" and bool(of) and all(map(_is_no_host, of))


def _is_no_aid(noun: "Token") -> bool:
    """Whether an aid is a thing, or something is done in aid of others: a hearing aid."""
    return any(child.lower_ in DEVICES for child in noun.lefts) or (noun.head.lower_ == "in" and "of" in _behind(noun))


OTHER: "dict[str, Callable[[Token], bool]]" = {
    "explosive": lambda noun: noun.pos_ == "ADJ",  # an explosive crisis
    "arrest": lambda noun: noun.dep_ == "dobj" and noun.head.lemma_ == "have",  # has two arrests behind him
    "assault": lambda noun: noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ASSAULTS,
    "attack": lambda noun: any(child.lower_ in ILLNESSES | ANIMALS | SPOKEN | PLAYS for child in noun.lefts),
    "offensive": lambda noun: any(child.lower_ in PEACEFUL for child in noun.lefts),
    "warning": _is_of_danger,
    "request": lambda noun: any(inner.lemma_ in ANSWERS for inner in _governed(noun, "for")),
    "visit": lambda noun: any(map(_is_no_host, _governed(noun, "to"))),
    "vigil": lambda noun: bool(_behind(noun) & MOURNS or (noun.dep_ == "dobj" and "for" in _behind(noun.head))),
    "investigation": lambda noun: any(child.lower_ in RESEARCH for child in noun.lefts) or _is_dropped(noun),
    "inquiry": _is_dropped,
    "probe": _is_dropped,
    "rally": lambda noun: any(child.lower_ in CAMPAIGNS for child in noun.lefts),
    "relief": lambda noun: any(child.lower_ in FELT for child in noun.lefts),
    "discussion": lambda noun: any(child.lower_ in {"panel", "group"} for child in noun.lefts),
    "aid": lambda noun: _is_by_means(noun) or _is_no_aid(noun),
    "help": _is_by_means,
    "march": lambda noun: any(child.lower_ in {"long", "economic", "slow", "steady"} for child in noun.lefts),
    "meeting": lambda noun: any(child.lower_ in ROUTINE for child in noun.lefts),
    "talk": _is_other_talk,
}
"""How nouns are told to have another sense, by lemma."""
