"""Tell from what stands beside a noun that it has another of its senses than the one that tells an event."""

from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word

if TYPE_CHECKING:
    from spacy.tokens import Token

ILLNESSES = {"heart", "panic", "asthma", "anxiety"}
"""Attacks of these are none."""

MOURNS = {"for", "in"}
"""Prepositions behind a vigil of mourners."""


def _is_no_host(token: "Token") -> bool:
    """Whether a common noun names nobody who is visited officially: a visit to a restaurant."""
    return token.pos_ == "NOUN" and not token.ent_type_ and sector_of_word(token.lemma_) is None


def is_other_noun(noun: "Token") -> bool:
    """Whether a noun is an illness, a heart attack, a warning of danger, a way to speak, tough talk, or mourning."""
    behind = {child.lower_ for child in noun.rights}
    if noun.lemma_ == "warning":
        return bool(behind & {"of", "about"}) or any(child.lower_ == "early" for child in noun.lefts)  # of a danger
    if noun.lemma_ == "visit":
        return any(_is_no_host(inner) for child in noun.rights if child.lower_ == "to" for inner in child.rights)
    if noun.lemma_ == "vigil":
        return bool(behind & MOURNS)
    if noun.lemma_ == "aid":
        return noun.head.lower_ == "in" and "of" in behind  # a concert in aid of refugees
    if noun.lemma_ == "attack":
        return any(child.lower_ in ILLNESSES for child in noun.lefts)
    return noun.lemma_ == "talk" and noun.tag_ == "NN" and not behind & {"with", "between"}
