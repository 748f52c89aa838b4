"""Tell what happens every day from events: one person helps another, customers complain, a museum is visited."""

from typing import TYPE_CHECKING

from transforms.events.participants import Participants
from transforms.events.triggers import Trigger

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

CUSTOMERS = {
    "people", "customer", "user", "reader", "viewer", "listener", "consumer", "shopper", "guest", "passenger", "parent",
}  # fmt: skip
"""Who complains of goods and services, and is of other opinions."""

HELPS = {"help", "assist", "aid"}

FRIENDS = {"friend", "boyfriend", "girlfriend", "girl", "boy", "stranger", "lover"}
"""Whom people meet for themselves."""

SIGHTS = {"museum", "musee", "musée", "gallery", "zoo", "cathedral", "church", "temple", "castle", "theatre"}
"""Words in the names of what is seen, and is no host."""


def is_private(trigger: Trigger, participants: Participants) -> bool:
    """Whether one person helps another, customers complain, nobody is blamed, a friend is met: no news of it."""
    actor, recipient, lemma = participants.actor, participants.recipient, trigger.head.lemma_
    if lemma in {"complain", "complaint", "disagree"}:
        return actor is not None and actor.root.lemma_.lower() in CUSTOMERS
    if lemma == "blame":
        return recipient is None  # blamed it on the weather
    if lemma == "meet":
        return recipient is not None and recipient.root.lemma_ in FRIENDS
    if lemma == "visit" and recipient is not None:
        return any(word.lower_ in SIGHTS for word in recipient)
    return lemma in HELPS and all(side is not None and _is_person(side) for side in (actor, recipient))


def _is_person(phrase: "Span") -> bool:
    return phrase.root.ent_type_ == "PERSON" or phrase.root.lower_ in {"he", "she", "him", "her"}
