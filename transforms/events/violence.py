"""Tell violence from what the same words are said of: accidents, suicides, and attacks in words."""

from dataclasses import replace
from typing import TYPE_CHECKING

from transforms.events.participants import Participants, can_act
from transforms.events.triggers import Trigger, triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

BY_ACCIDENT = {"kill", "injure", "wound", "hurt", "maim", "destroy", "burn", "hit", "strike", "blast", "explode"}
"""Verbs of what storms and crashes do as well."""

MEANS = {"bomb", "missile", "rocket", "shell", "drone", "bullet", "device", "mine", "grenade", "gunfire", "gunman"}
DEEDS = {"ASSAULT", "COERCE"}

TO_ONESELF = {*BY_ACCIDENT, "shoot", "stab", "poison"}
REFLEXIVE = {"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"}

IN_WORDS = {"attack", "assault", "assail", "hit", "strike", "target", "blast", "pound", "savage"}
"""Verbs and nouns of violence that are said of criticism as well."""


def is_violence(trigger: Trigger, participants: Participants) -> bool:
    """Whether somebody does violence to another; True for triggers of other types.

    A verb of what accidents do as well needs someone who acts, or a violent deed or its means in its clause: `a woman
    was killed` alone does not say it. What one does to oneself is none.
    """
    verb = trigger.head
    if trigger.event_type != "ASSAULT" or trigger.is_noun:
        return True
    if verb.lemma_ in TO_ONESELF and any(child.lower_ in REFLEXIVE for child in verb.rights if child.dep_ == "dobj"):
        return False
    if verb.lemma_ not in BY_ACCIDENT or can_act(participants.actor):
        return True
    return any(_is_violent(token) for words in (verb.subtree, participants.actor or ()) for token in words)


def _is_violent(token: "Token") -> bool:
    lemma = token.lemma_.lower()
    return lemma in MEANS or any(entry.event_type in DEEDS for entry in triggers().get(("noun", lemma), ()))


def in_words(trigger: Trigger, participants: Participants) -> Trigger:
    """Return an accusation for an attack of one named person on others who are no country: Smith attacked his rival."""
    actor, recipient = participants.actor, participants.recipient
    if trigger.event_type != "ASSAULT" or trigger.head.lemma_ not in IN_WORDS or actor is None or recipient is None:
        return trigger
    by_one = actor.root.ent_type_ == "PERSON" or actor.root.lower_ in {"he", "she"}
    on_people = recipient.root.ent_type_ not in {"GPE", "LOC", "FAC"} and can_act(recipient)
    return replace(trigger, event_type="ACCUSE") if by_one and on_people else trigger
