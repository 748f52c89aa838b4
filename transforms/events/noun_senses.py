"""Tell from what stands beside a noun that it has another of its senses than the one that tells an event."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

ILLNESSES = {"heart", "panic", "asthma", "anxiety"}
"""Attacks of these are none."""

MOURNS = {"for", "in"}
"""Prepositions behind a vigil of mourners."""


def is_other_noun(noun: "Token") -> bool:
    """Whether a noun is an illness, a heart attack, a warning of danger, a way to speak, tough talk, or mourning."""
    behind = {child.lower_ for child in noun.rights}
    if noun.lemma_ == "warning":
        return bool(behind & {"of", "about"})  # of a danger
    if noun.lemma_ == "vigil":
        return bool(behind & MOURNS)
    if noun.lemma_ == "aid":
        return noun.head.lower_ == "in" and "of" in behind  # a concert in aid of refugees
    if noun.lemma_ == "attack":
        return any(child.lower_ in ILLNESSES for child in noun.lefts)
    return noun.lemma_ == "talk" and noun.tag_ == "NN" and not behind & {"with", "between"}
