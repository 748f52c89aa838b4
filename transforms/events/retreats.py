"""Tell verbs of leaving and giving up that are no retreat: withdrew the offer, pulled out of the race."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.events.trigger_lexicon import word_class

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

WORDS_OF_ONES_OWN = {
    "claim", "offer", "proposal", "bid", "application", "motion", "complaint", "lawsuit", "allegation", "statement",
    "request", "objection", "appeal", "remark", "comment", "candidacy", "nomination", "bill", "petition", "plan",
    "opposition", "demand", "suggestion",
}  # fmt: skip
"""What is withdrawn without a retreat."""

CONTESTS = {
    "lawsuit", "case", "suit", "race", "contest", "tournament", "competition", "event", "election", "bid", "match",
    "market", "membership", "course", "school", "study", "sale", "campaign", "primary", "runoff", "ballot", "tour",
}  # fmt: skip
"""What is left without a retreat."""


def is_no_retreat(verb: "Token") -> bool:
    """Whether words are taken back, or a contest or case is left: withdrew the offer, withdrew from the lawsuit."""
    objects = [child for child in verb.rights if child.dep_ == "dobj" or child.ent_type_ == "MONEY"]
    left = [inner for child in below_particle(verb) if child.lower_ in {"from", "of"} for inner in child.subtree]
    if verb.lemma_ == "turn" and _goes_into(verb):
        return True  # turned it into a weapon
    if verb.lemma_ in {"pull", "draw"} and (_goes_into(verb) or any(map(_is_one_person, objects))):
        return True
    is_of_things = verb.lemma_ == "withdraw" and any(map(_is_no_force, objects))
    is_of_things |= verb.lemma_ == "withdraw" and any(child.lower_ == "it" for child in objects)
    if is_of_things or any(child.lemma_.lower() in WORDS_OF_ONES_OWN for child in objects):
        return True
    if any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.rights):
        return True  # withdrew as sponsors
    return any(inner.lemma_.lower() in CONTESTS for inner in left)


def _goes_into(verb: "Token") -> bool:
    """Whether somebody is drawn into something, or something becomes another: drawn back into the war."""
    return any(kid.lower_ == "into" for kid in below_particle(verb))


def _is_one_person(token: "Token") -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in {"him", "her", "me"}


def _is_no_force(token: "Token") -> bool:
    """Whether a noun names neither people nor weapons: withdrew water, support, cash."""
    if token.ent_type_ == "MONEY":
        return True
    return token.tag_ in {"NN", "NNS"} and not acts(token) and token.lemma_.lower() not in word_class("weapon")


def below_particle(verb: "Token") -> "list[Token]":
    """Return what hangs on a verb and on its particle: walked out of the talks."""
    return [kid for child in verb.rights for kid in (child, *child.rights) if child.dep_ in {"prt", "prep", "advmod"}]
