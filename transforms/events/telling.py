"""Tell which triggers of a sentence tell an event, by who acts and to whom it is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transforms.events.agency import can_act, is_of_forces, is_of_the_state, is_power, is_pronoun
from transforms.events.aims import is_only_aim
from transforms.events.deeds import is_deed
from transforms.events.everyday import is_private
from transforms.events.modality import Modality, as_agreed, modality_of
from transforms.events.nobody import without_deed, without_means
from transforms.events.participants import Participants, find_participants, undergoes
from transforms.events.recipients import is_waged
from transforms.events.sport import FIGURATIVE, is_sport
from transforms.events.triggers import Trigger, find_triggers
from transforms.events.violence import in_words, is_hazard, is_means, is_of_hazard, is_relief, is_violence, takes_place
from transforms.text.linked_titles import is_in_linked_title

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

OWN_SUBJECT = {"nsubj", "nsubjpass"}

NEEDS_RECIPIENT = {"AID", "SUPPORT", "ASSAULT", "COERCE"}
"""Types whose verbs tell no event alone: he helped, it beats."""

TAKE_PLACE = {"PROTEST", "ASSAULT", "COERCE"}
"""Types whose nouns tell an event alone as the subject of a verb of happening: a rally took place."""

LEAVES = {"leave", "evacuate", "abandon", "vacate"}
"""Verbs of forces that retreat, and of people who leave their town."""

CLOSES = {"block", "blockade", "barricade", "obstruct"}
"""Verbs of protesters, and of the police who close a street."""

TRAVELLERS = {
    "tourist", "visitor", "traveller", "traveler", "holidaymaker", "pilgrim", "fan", "parent", "family", "couple",
    "number", "man", "child", "student", "pupil", "resident", "reporter", "journalist", "friend", "people", "woman",
    "patient",
}  # fmt: skip
"""Who visits places privately."""

SETS_OFF = {"detonate", "explode"}
"""Verbs of violence whose object is what it is done with."""

OPINIONS = {"say", "agree", "disagree", "support", "back", "oppose", "favor", "favour", "approve", "blame"}
SHARES = {"percent", "%", "cent", "respondent"}
"""Verbs of which a poll tells, and words for the share of those asked."""

EVERYDAY = {"COOPERATE", "CONSULT", "AID", "AGREE", "REQUEST"}
"""Types of what people do every day."""

RESTRICTS = {"det", "nummod", "poss", "relcl", "acl", "amod"}
"""What beside a noun in the plural says whom of them it means."""

TAKES_UP = {"he", "she", "it", "they", "who"}
"""Pronouns that take up someone named; those of the first and second person and `anyone` name nobody."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a sentence tells it."""

    trigger: Trigger
    participants: Participants
    modality: Modality


def find_told(doc: "Doc") -> Iterator[Told]:
    """Yield what each sentence tells: by its verbs, else by its nouns; by subordinate clauses only without others."""
    by_sentence: dict[int, list[Told]] = {}
    in_sport = is_sport(doc)
    for trigger in find_triggers(doc):
        if is_in_linked_title(doc.text, trigger.head.idx):
            continue
        if in_sport and trigger.event_type in FIGURATIVE and not (trigger.entry and trigger.entry.is_deed):
            continue
        participants = find_participants(trigger)
        if _is_told(trigger, participants) and is_violence(trigger, participants):
            modality = modality_of(trigger)
            told = Told(as_agreed(in_words(trigger, participants), modality), without_deed(participants), modality)
            by_sentence.setdefault(trigger.head.sent.start, []).append(told)
    for found in by_sentence.values():
        for told in _chosen(found):
            yield replace(told, participants=without_means(told.participants))


def _is_told(trigger: Trigger, participants: Participants) -> bool:
    """Whether the sentence says of somebody who can act that he does it, or that it is done to him.

    What only people do on purpose needs nobody named: shops were looted, a rally took place.
    """
    recipient = participants.recipient
    entry = trigger.entry
    if _is_of_others(trigger, participants.actor) or _is_poll(trigger, participants.actor):
        return False
    if (
        _is_general(trigger, participants)
        or is_of_hazard(trigger, participants)
        or is_hazard(participants.actor)
        or is_relief(trigger)
        or is_private(trigger, participants)
    ):
        return False
    if entry and entry.is_done_to_people and not can_act(recipient):
        return False
    if entry and entry.is_done_to_powers and not is_power(recipient, trigger.head):
        return False
    if entry and entry.is_deed and not is_pronoun(recipient):
        return _is_deed_told(trigger, participants)
    return _takes_place(trigger) or _has_sides(trigger, participants)


def _is_only_possible(trigger: Trigger) -> bool:
    """Whether a passive says what may be done by nobody named, which threatens nobody: those who kill may be jailed."""
    is_maybe = any(child.dep_ == "aux" and child.lower_ in {"may", "could", "can"} for child in trigger.head.lefts)
    return trigger.event_type == "THREATEN" and is_maybe


def _is_poll(trigger: Trigger, actor: "Span | None") -> bool:
    """Whether a share of those who were asked is of an opinion: 62 percent of voters agreed.

    A share of those who voted on something decides it: 54 percent of members rejected the deal.
    """
    if actor is None or trigger.is_noun or trigger.head.lemma_ not in OPINIONS:
        return False
    return actor.root.lemma_.lower() in SHARES or any(word.lower_ in {"percent", "%"} for word in actor)


def _is_general(trigger: Trigger, participants: Participants) -> bool:
    """Whether a clause says what people do in general: it helps when people work together, firms that meet others.

    It is taken for general in a clause below another, in the present, of some without a number, article or name.
    """
    actor, verb = participants.actor, trigger.head
    if trigger.event_type not in EVERYDAY or trigger.is_noun or actor is None:
        return False
    if participants.recipient is not None and participants.recipient.root.lower_ != "people":
        return False
    is_below = verb.dep_ in {"advcl", "relcl", "pcomp", "acl"} and verb.tag_ in {"VBP", "VBG", "VB"}
    beside = [child for child in actor.root.children if child != verb]
    is_some = actor.root.tag_ == "NNS" and not any(child.dep_ in RESTRICTS for child in beside)
    return is_below and is_some and not any(word.ent_type_ for word in actor)


def _is_of_others(trigger: Trigger, actor: "Span | None") -> bool:
    """Whether others than those whose event it would be do it: police close a street, people leave their town.

    What is only a plan's aim nobody does: a plan to disperse crowds.
    """
    if actor is None and (is_only_aim(trigger.head) or _is_only_possible(trigger)):
        return True
    if trigger.head.lemma_ == "visit" and actor is not None:
        return actor.root.lemma_ in TRAVELLERS
    if trigger.event_type == "RETREAT":
        return _is_evacuation(trigger, actor)
    return trigger.event_type == "PROTEST" and actor is not None and _is_no_protest(trigger, actor)


def _is_evacuation(trigger: Trigger, actor: "Span | None") -> bool:
    """Whether people leave their town, or authorities order them to: ordered the evacuation of the town."""
    if any(word.lemma_ == "evacuation" for word in _words(trigger)):
        return is_of_the_state(actor)
    is_people = not is_of_forces(actor) or (actor is not None and actor.root.ent_type_ == "NORP")
    return trigger.head.lemma_ in LEAVES and is_people


def _is_no_protest(trigger: Trigger, actor: "Span") -> bool:
    """Whether police close a street, or one person holds a rally, as candidates do."""
    if actor.root.ent_type_ == "PERSON" and any(word.lemma_ == "rally" for word in _words(trigger)):
        return True
    return trigger.head.lemma_ in CLOSES and is_of_the_state(actor)


def _words(trigger: Trigger) -> "Span":
    return trigger.head.doc[trigger.start : trigger.end]


def _is_deed_told(trigger: Trigger, participants: Participants) -> bool:
    """Whether a deed is told: whoever does it to something acts, unless only what the verb takes makes it a deed."""
    actor, recipient = participants.actor, participants.recipient
    if actor is None:
        return recipient is not None or _is_used(trigger)
    if is_pronoun(actor):
        return actor.root.lower_ in TAKES_UP
    is_plain = trigger.entry is not None and not trigger.entry.takes
    return is_means(actor) or can_act(actor) or (is_plain and recipient is not None)


def _takes_place(trigger: Trigger) -> bool:
    return trigger.is_noun and trigger.event_type in TAKE_PLACE and takes_place(trigger.head)


def _has_sides(trigger: Trigger, participants: Participants) -> bool:
    actor, recipient = participants.actor, participants.recipient
    if trigger.is_noun and trigger.event_type == "SUPPORT" and recipient is None:
        return False  # applied for the endorsement of a warrant
    if actor is None:
        is_done = trigger.is_noun and trigger.event_type in TAKE_PLACE
        is_done |= undergoes(trigger) or any(child.dep_ == "nsubjpass" for child in trigger.head.children)
        is_done |= _is_passive(trigger.head) and recipient is not None and recipient.end <= trigger.head.i
        return is_done and can_act(recipient)
    if trigger.deed_type in NEEDS_RECIPIENT and recipient is None and not trigger.is_noun:
        is_done = len(_words(trigger)) > 1 or _is_deed_done(trigger.head) or trigger.head.lemma_ in SETS_OFF
        return is_done and can_act(actor)
    if is_pronoun(actor):
        return actor.root.lower_ in TAKES_UP and can_act(recipient)
    return can_act(actor) or (trigger.event_type == "ASSAULT" and can_act(recipient))  # the bombing killed two


def _is_used(trigger: Trigger) -> bool:
    """Whether a passive says of what it is done with that it was used, of a bomb that it was set off."""
    verb = trigger.head
    return any(child.dep_ == "nsubjpass" and is_waged(child, verb, trigger.event_type) for child in verb.lefts)


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def _is_deed_done(verb: "Token") -> bool:
    """Whether a passive is said of a deed: raids were carried out, an attack claimed by them."""
    of_noun = verb.dep_ == "acl" and verb.tag_ == "VBN" and is_deed(verb.head)
    return of_noun or any(child.dep_ == "nsubjpass" and is_deed(child) for child in verb.lefts)


def _chosen(found: Sequence[Told]) -> Sequence[Told]:
    verbs = [told for told in found if not told.trigger.is_noun]
    main = [told for told in verbs if told.participants.actor is not None and not _is_background(told.trigger)]
    return [*main, *(told for told in found if _is_broken_up(told.trigger, main))] or verbs or found


def _is_broken_up(trigger: Trigger, verbs: Sequence[Told]) -> bool:
    """Whether a noun tells a protest that one of `verbs` is done to: suppressed [a demonstration]."""
    is_protest = trigger.is_noun and trigger.event_type == "PROTEST"
    return is_protest and any(
        told.trigger.event_type == "COERCE" and trigger.head.head == told.trigger.head for told in verbs
    )


def _is_background(trigger: Trigger) -> bool:
    """Whether a trigger stands in a clause that only adds to the sentence: … , which attacked the town in 2014.

    A clause with a subject of its own tells as much as the main one: … as thousands took to the streets.
    """
    at = trigger.head
    while at.head != at:
        if at.dep_ in {"relcl", "acl"} or (at.dep_ == "advcl" and not any(c.dep_ in OWN_SUBJECT for c in at.lefts)):
            return True
        at = at.head
    return False
