"""Take out of the participants of an event what is nobody: a deed, a matter, a car, a wave of bombings."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts, can_act, owners
from transforms.events.deeds import is_deed
from transforms.events.participants import Participants
from transforms.events.phrases import phrase_of
from transforms.events.subjects import SERIES
from transforms.events.taken import PLACES
from transforms.events.triggers import noun_entry
from transforms.events.violence import is_matter

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

VEHICLES = {"car", "vehicle", "truck", "van", "lorry", "motorcycle", "motorbike", "bus"}
"""What violence is done with; who did it is not told."""

WEAPONS = {
    "bomb", "rocket", "missile", "shell", "mortar", "mine", "landmine", "ied", "grenade", "bullet", "explosive",
    "device", "projectile", "round",
}  # fmt: skip
"""What kills, of which whose it is acts: [Syrian] rockets hit the town."""

SUBSTANCES = {"poison", "gas", "toxin", "chemical", "substance", "virus"}
"""What kills and never acts, whatever name stands before it."""

PLACED = {"in", "at", "on", "outside"}
"""Prepositions between a deed and where it was done."""

BY_FORCE = {"ASSAULT", "COERCE"}
"""Types of deeds that stand for who does them: [Peru]'s raid killed two."""


def without_deed(participants: Participants) -> Participants:
    """Return the participants without what is nobody: the deed of nobody named, a matter attacked in words.

    The raid killed two: who did it is not told; nor does a place behind the deed.
    """
    actor, recipient = participants.actor, participants.recipient
    if actor is not None and is_deed(actor.root):
        owner = next((who for who in owners(actor.root) if who.dep_ == "poss"), None)
        entry = noun_entry(actor.root)
        if owner is not None and entry is not None and entry.event_type in BY_FORCE:
            actor = phrase_of(owner)  # [Peru]'s assault killed two
        elif not (can_act(actor) or _names_agent(actor)):
            actor = None
    return Participants(actor, None if is_matter(recipient) or _is_scene(recipient) else recipient)


def _is_scene(phrase: "Span | None") -> bool:
    """Whether a phrase names where violence or a protest was: attacks in [Oslo]; not: hit bases in [Peru]."""
    if phrase is None or phrase.root.ent_type_ not in PLACES or phrase.root.head.lower_ != "in":
        return False
    entry = noun_entry(phrase.root.head.head)
    return entry is not None and entry.event_type in {"ASSAULT", "PROTEST"}


OCCURRENCES = {"instance", "case", "example", "incident", "footage", "video", "image"}
"""Nouns of which not the noun but what it is of acts: instances of [soldiers] looting."""


def _names_agent(deed: "Span") -> bool:
    """Whether the phrase of a deed names who can act, but for where it was done: the attack by [rebels] at a bank."""
    places = [child for child in deed.root.rights if child.dep_ == "prep" and child.lower_ in PLACED]
    where = {token.i for child in places for token in child.subtree}
    return any(acts(word) for word in deed if word.i not in where)


def without_means(participants: Participants) -> Participants:
    """Return the participants without an actor that is nobody: a car, a bomb that blew up, a wave of bombings."""
    actor, recipient = participants.actor, participants.recipient
    if recipient is not None and recipient.root.lemma_ in {"power", "control"}:
        participants = Participants(actor, None)  # seized power in Niger
    if actor is None:
        return participants
    word = actor.root.lemma_.lower()
    if word in WEAPONS and not actor.root.ent_type_:
        whose = next(owners(actor.root), None)
        return Participants(phrase_of(whose), participants.recipient)
    if word in OCCURRENCES:
        of = (inner for child in actor.root.rights if child.lower_ == "of" for inner in child.rights)
        return Participants(phrase_of(next(of, None)), participants.recipient)
    is_nobody = word in SUBSTANCES or (word in VEHICLES and not can_act(actor)) or _is_series(actor.root)
    return Participants(None, participants.recipient) if is_nobody else participants


def _is_series(word: "Token") -> bool:
    """Whether a noun is of several deeds: a wave of bombings."""
    of = (inner for child in word.rights if child.lower_ == "of" for inner in child.rights)
    return word.lemma_ in SERIES and any(map(is_deed, of))
