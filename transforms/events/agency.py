"""Tell who can act: a name of people, a group or a state, or a noun for them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PEOPLE = {"ORG", "GPE", "NORP", "PERSON", "LOC", "FAC"}

GROUPS = {"group", "movement", "network", "bloc", "unit", "cell", "band", "camp"}
"""Words for people together that tell no sector."""

NOUNS = {"NOUN", "PROPN"}

CROWDS = {"thousand", "hundred", "dozen", "score", "million", "many", "others"}
"""Numbers that stand for people without a noun: [thousands] marched."""

POWERS = {"GOV", "MIL", "REB", "IGO", "SPY", "LEG", "PTY", "OPP"}
"""Sectors of those who act for a state, or against it."""

MADE_OF = {"of", "including"}
"""Prepositions before those whom a number or a group is made of: thousands of [protesters]."""


OWNING = {"poss", "amod", "nmod", "compound"}

TOPICS = {"defense", "defence", "security", "intelligence", "business", "industry", "press", "media"}
"""Words for those who act that before a noun tell what it is about: a defense treaty, security talks."""


def is_topic(token: "Token") -> bool:
    """Whether a word before a noun tells what that is about, and not whose it is."""
    return token.dep_ in {"compound", "amod", "nmod"} and not token.ent_type_ and token.lemma_.lower() in TOPICS


def owners(token: "Token") -> "Iterator[Token]":
    """Yield whom a noun belongs to: [Palestinian] homes, [Serbia]’s suppression."""
    yield from (child for child in token.lefts if child.dep_ in OWNING and acts(child) and not is_topic(child))


def acts(token: "Token") -> bool:
    """Whether a word can name who acts: a name of people, a group or a state, or a noun for them."""
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"}:
        return False
    if token.pos_ == "PROPN" and any(sector_of_word(child.lemma_.lower()) for child in token.lefts):
        return True  # Chancellor Scholz
    lemma = token.lemma_.lower()
    names_people = sector_of_word(lemma) is not None or lemma in GROUPS
    return token.ent_type_ in PEOPLE or (token.pos_ in NOUNS and names_people)


def can_act(phrase: "Span | None") -> bool:
    """Whether a phrase names or describes somebody who can act: by its head, whom that belongs to, or is made of."""
    if phrase is None:
        return False
    head = phrase.root
    if head.lemma_.lower() in CROWDS and not any(child.lower_ == "of" for child in head.rights):
        return True
    of = [inner for child in head.rights if child.lower_ in MADE_OF for inner in child.children if inner.dep_ == "pobj"]
    called = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    return any(acts(token) for token in (head, *of, *called)) or next(owners(head), None) is not None


def is_power(phrase: "Span | None", verb: "Token") -> bool:
    """Whether a phrase is the object of a verb and names a state, an organization or a force."""
    if phrase is None or phrase.root.head != verb or phrase.root.dep_ not in {"dobj", "dative", "nsubjpass"}:
        return False
    return phrase.root.ent_type_ in {"GPE", "NORP", "ORG"} or sector_of_word(phrase.root.lemma_.lower()) in POWERS


def is_pronoun(phrase: "Span | None") -> bool:
    """Whether a phrase is a pronoun alone."""
    return phrase is not None and len(phrase) == 1 and phrase[0].pos_ == "PRON"
