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

OBSERVERS = {
    "most", "many", "some", "everyone", "everybody", "people", "expert", "analyst", "observer", "critic", "scientist",
    "economist", "historian", "fan",
}  # fmt: skip
"""Who agrees with an opinion, and on nothing to be done."""

TRADES = {"COOPERATE", "AGREE", "CONSULT", "SUPPORT", "AID"}
"""Types of what firms do with each other every day."""

FIRMS = {
    "company", "firm", "business", "retailer", "provider", "startup", "start-up", "carmaker", "automaker", "maker",
    "manufacturer", "supplier", "airline", "brand", "buyer", "subsidiary", "developer", "distributor", "enterprise",
}  # fmt: skip
"""Words for those who trade; a bank may be a state's."""

HELPS = {"help", "assist", "aid"}

FRIENDS = {
    "friend", "boyfriend", "girlfriend", "girl", "boy", "stranger", "lover", "passenger", "customer", "client",
    "tourist", "visitor", "patient",
}  # fmt: skip
"""Whom people meet for themselves."""

PAPERS = {
    "daily", "times", "news", "newspaper", "reporter", "reporters", "journalist", "magazine", "tv", "reuters", "bbc",
    "cnn", "tass", "jazeera", "guardian", "tribune", "herald",
}  # fmt: skip
"""Words for those who meet others for an interview."""

SIGHTS = {"museum", "musee", "musée", "gallery", "zoo", "cathedral", "church", "temple", "castle", "theatre"}
"""Words in the names of what is seen, and is no host."""


def is_private(trigger: Trigger, participants: Participants) -> bool:
    """Whether one person helps another, customers complain, nobody is blamed, a friend is met: no news of it."""
    actor, recipient, lemma = participants.actor, participants.recipient, trigger.head.lemma_
    if lemma in {"complain", "complaint", "disagree"}:
        return actor is not None and actor.root.lemma_.lower() in CUSTOMERS
    if _is_of_observers(trigger, participants) or _is_trade(trigger, participants):
        return True
    if lemma == "blame":
        return recipient is None  # blamed it on the weather
    if lemma == "meet":
        is_interview = actor is not None and any(word.lower_ in PAPERS for word in actor)
        return is_interview or (recipient is not None and recipient.root.lemma_ in FRIENDS)
    if lemma == "visit" and recipient is not None:
        return any(word.lower_ in SIGHTS for word in recipient)
    return lemma in HELPS and all(side is not None and _is_person(side) for side in (actor, recipient))


def _is_of_observers(trigger: Trigger, participants: Participants) -> bool:
    """Whether people agree with an opinion, or talk about something: most people had heated discussions."""
    if trigger.event_type not in {"AGREE", "CONSULT"} or participants.actor is None:
        return False
    is_alone = participants.recipient is None or trigger.head.lemma_ == "agree"
    return is_alone and participants.actor.root.lemma_.lower() in OBSERVERS


def _is_trade(trigger: Trigger, participants: Participants) -> bool:
    """Whether firms do business with each other."""
    if trigger.event_type == "RETREAT":
        return _is_business(participants.actor)  # withdrew a product
    is_of_firms = participants.recipient is None or _is_business(participants.recipient)
    return trigger.event_type in TRADES and is_of_firms and _is_business(participants.actor)


def _is_business(phrase: "Span | None") -> bool:
    """Whether a phrase says of somebody that it is a firm: mobile payment [provider] Oslo Pay."""
    return phrase is not None and any(word.lemma_.lower() in FIRMS for word in phrase)


def _is_person(phrase: "Span") -> bool:
    return phrase.root.ent_type_ == "PERSON" or phrase.root.lower_ in {"he", "she", "him", "her"}
