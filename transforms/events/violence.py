"""Tell violence from what the same words are said of: accidents, suicides, and attacks in words."""

from dataclasses import replace
from typing import TYPE_CHECKING

from transforms.events.agency import can_act
from transforms.events.noun_senses import ANIMALS
from transforms.events.participants import Participants
from transforms.events.phrases import SEATS
from transforms.events.sectors import sector_of_word
from transforms.events.sentences import words_of_sentence
from transforms.events.sport import has_result
from transforms.events.trigger_lexicon import word_class
from transforms.events.triggers import Trigger, noun_entry

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

BY_ACCIDENT = {"kill", "injure", "wound", "hurt", "maim", "destroy", "burn", "hit", "strike", "blast", "explode"}
"""Verbs of what storms and crashes do as well."""

DEEDS = {"ASSAULT", "COERCE"}

BLASTS = {"explosion", "blast"}

HAPPENS = {
    "take", "occur", "happen", "erupt", "break", "begin", "start", "continue", "follow", "spark", "stage", "hold",
    "kill", "leave", "injure", "wound", "target", "rock", "shake", "turn", "escalate", "spread", "resume", "intensify",
    "flare", "organize",
}  # fmt: skip
"""Verbs whose subject is what happens."""

SETS_OFF = {"spark", "trigger", "ignite", "provoke", "prompt"}
SETS_OFF |= {"suppress", "disperse", "break", "quell", "crush", "repress", "quash"}
"""Verbs whose object happens, or happened until then."""

TO_ONESELF = {*BY_ACCIDENT, "shoot", "stab", "poison", "set"}
REFLEXIVE = {"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"}

ARMED = {"MIL", "COP", "REB", "UAF"}
"""Sectors of those who are attacked with weapons."""

ATTACKS = {"attack", "assault", "onslaught", "barrage", "broadside", "salvo"}

POLITICIANS = {
    "spokesman", "spokeswoman", "spokesperson", "minister", "senator", "president", "mayor", "governor", "candidate",
    "lawmaker", "politician", "mp", "congressman", "congresswoman", "rival", "nominee", "businessman", "businesswoman",
    "billionaire",
}  # fmt: skip
"""Who attacks others in words, as a rule, when it is one."""

CRITICS = {"critic", "columnist", "commentator", "pundit", "opponent", "detractor", "user"}
"""Who does, be it one or many."""

PERSONAL = {"he", "she", "him", "her"}

OWNERS = {"his", "her"}

IDEAS = {
    "loophole", "provision", "policy", "law", "plan", "proposal", "ideology", "record", "decision", "idea", "bill",
    "deal", "report", "claim", "comment", "rhetoric", "agenda", "approach", "handling", "culture", "budget", "ruling",
    "reform", "strategy", "view", "stance", "speech", "notion", "argument", "tax", "cut", "spending",
}  # fmt: skip
"""What is attacked in words."""

VERBAL = {
    "verbal", "personal", "vitriolic", "rhetorical", "scathing", "stinging", "blistering", "withering", "partisan",
    "political", "twitter", "racist", "homophobic", "thinly-veiled", "veiled",
    "republican", "democratic", "tory",
}  # fmt: skip
"""What is said of attacks in words."""

TOOLS = {
    "knife", "axe", "hammer", "bat", "stick", "bottle", "machete", "sword", "iron", "bar", "brick", "stone", "rock",
    "fist", "acid", "hatchet", "spear", "scissors", "chair", "bare", "pole", "blade", "screwdriver", "club", "hand",
}  # fmt: skip
HARMS = {"assault", "rape", "stab", "rob", "kidnap", "kill", "beat", "punch", "kick", "strangle", "shoot", "injure"}
"""Things that one is beaten with, and verbs of harm, beside which an attack is none in words."""

IN_WORDS = {"attack", "assail", "hit", "strike", "target", "blast", "pound", "savage"}
"""Verbs and nouns of violence that are said of criticism as well."""


WORDS_SAID = {"comment", "remark", "speech", "tweet", "article", "book", "statement", "letter", "editorial", "pamphlet"}
"""What attacks in words alone."""


def is_violence(trigger: Trigger, participants: Participants) -> bool:
    """Whether somebody does violence to another; True for triggers of other types.

    A verb of what accidents do as well needs someone who acts, or a violent deed or its means in its clause: `a woman
    was killed` alone does not say it. What one does to oneself is none, and nobody is beaten 3-1.
    """
    verb = trigger.head
    if trigger.event_type == "ASSAULT" and (is_animal(participants.actor) or is_animal(participants.recipient)):
        return False
    if trigger.event_type != "ASSAULT" or trigger.is_noun or (trigger.entry and trigger.entry.is_deed):
        return True
    if has_result(verb) or _is_quarrel(verb, participants):
        return False
    if verb.lemma_ in TO_ONESELF and any(child.lower_ in REFLEXIVE for child in verb.rights if child.dep_ == "dobj"):
        return False
    if verb.lemma_ not in BY_ACCIDENT or can_act(participants.actor):
        return True
    told_of = [verb.head.head.head] if verb.dep_ == "relcl" else []  # the bombing of a clinic that killed two
    words = (*verb.subtree, *(participants.actor or ()), *told_of)
    return any(map(_is_violent, words))


def _is_quarrel(verb: "Token", participants: Participants) -> bool:
    """Whether one named person clashes with another, which is in words as a rule."""
    sides = participants.actor, participants.recipient
    return verb.lemma_ == "clash" and all(side is not None and side.root.ent_type_ == "PERSON" for side in sides)


def is_animal(phrase: "Span | None") -> bool:
    """Whether a phrase names animals, with which nobody is at war: an elephant."""
    return phrase is not None and phrase.root.pos_ == "NOUN" and phrase.root.lemma_ in ANIMALS


def is_matter(phrase: "Span | None") -> bool:
    """Whether a phrase is of what is attacked in words, and of nobody who can act: [loopholes]."""
    return phrase is not None and phrase.root.lemma_ in IDEAS and not can_act(phrase)


def is_means(phrase: "Span | None") -> bool:
    """Whether a phrase is what violence is done with: [a roadside bomb] killed two."""
    return phrase is not None and any(token.lemma_.lower() in word_class("projectile") for token in phrase)


def is_of_hazard(trigger: Trigger, participants: Participants) -> bool:
    """Whether a trigger is said of a disease, a fire, a crash or the like: to fight cancer, to investigate a crash.

    The words are those of the class `hazard`; a name among the participants outweighs them.
    """
    said_of = participants.recipient
    inside = range(trigger.start, trigger.end)
    words = (token for token in trigger.head.subtree if token.i > trigger.head.i and token.dep_ in {"dobj", "pobj"})
    first = said_of.root if said_of is not None and not trigger.is_noun else next(words, None)
    is_hazard = first is not None and first.lemma_.lower() in word_class("hazard") and not first.ent_type_
    is_set = first is not None and first.lemma_ == "fire" and trigger.head.lemma_ in {"set", "light", "start"}
    return is_hazard and not is_set and first is not None and first.i not in inside  # they opened fire


def is_relief(trigger: Trigger) -> bool:
    """Whether forces are sent against a flood, a fire or the like, which is no show of force."""
    words = trigger.head.subtree if trigger.event_type == "MOBILIZE" else ()
    return any(word.pos_ == "NOUN" and word.lemma_.lower() in word_class("hazard") for word in words)


STORMS = {"storm", "cyclone", "hurricane", "typhoon"}
"""What has a person's name."""


def is_hazard(phrase: "Span | None") -> bool:
    """Whether a phrase names a disease, a fire, an accident, or an explosion that nobody is said to have caused."""
    if phrase is None:
        return False
    head = phrase.root
    if head.pos_ == "PROPN" and head.ent_type_ != "GPE" and len(phrase) == 1 and words_of_sentence(head) & STORMS:
        return True  # Debbie is the most powerful storm to hit the coast
    return head.lemma_.lower() in word_class("hazard") or (head.lemma_ in BLASTS and not _is_violent(head))


def takes_place(noun: "Token") -> bool:
    """Whether a noun is the subject of a verb of happening, or of what violence does: clashes erupted, broke out.

    A weapon that goes off happens without one: the explosion of a mine.
    """
    of = (inner for child in noun.rights if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj")
    if noun.lemma_ in BLASTS and any(inner.lemma_.lower() in word_class("weapon") for inner in of):
        return True
    if noun.dep_ == "dobj" and noun.head.lemma_ in SETS_OFF:
        return True
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in HAPPENS


def _is_violent(token: "Token") -> bool:
    entry = noun_entry(token)
    return token.lemma_.lower() in word_class("projectile") or (entry is not None and entry.event_type in DEEDS)


def _words(trigger: Trigger) -> "Span":
    return trigger.head.doc[trigger.start : trigger.end]


def _is_verbal(noun: "Token") -> bool:
    """Whether an attack is one in words: a verbal, a scathing one."""
    if noun.lemma_.lower() not in ATTACKS:
        return False
    said = [child for child in noun.lefts if child.dep_ in {"amod", "compound"}]
    return any(word.lower_ in VERBAL for child in said for word in (child, *child.conjuncts))


def _speaks_for_a_living(word: "Token") -> bool:
    """Whether a word of an actor's phrase is a person's name, an office of politics, or one of the press or a party."""
    is_of_press = sector_of_word(word.lower_) in {"MED", "PTY"}
    is_critic = word.lemma_.lower() in CRITICS
    return word.ent_type_ == "PERSON" or is_of_press or is_critic or (word.tag_ == "NN" and word.lower_ in POLITICIANS)


def _is_with_blows(verb: "Token") -> bool:
    """Whether a verb of attacking says with what, or stands beside one of harm: attacked her with a hammer."""
    tools = (inner for child in verb.rights if child.lower_ == "with" for inner in child.rights)
    if any(inner.lemma_ in TOOLS | word_class("weapon") for inner in tools):
        return True
    return any(other.lemma_ in HARMS for other in verb.conjuncts)


def in_words(trigger: Trigger, participants: Participants) -> Trigger:
    """Return an accusation for an attack of one named person on others who are no country: Smith attacked his rival."""
    actor, recipient = participants.actor, participants.recipient
    if trigger.event_type == "ASSAULT" and any(_is_verbal(token) for token in _words(trigger)):
        return replace(trigger, event_type="ACCUSE")
    if trigger.event_type != "ASSAULT" or trigger.head.lemma_ not in IN_WORDS or recipient is None:
        return trigger
    if actor is not None and actor.root.lemma_ in WORDS_SAID:
        return replace(trigger, event_type="ACCUSE")
    if actor is None:  # his attacks on her
        by_one = trigger.head.tag_ == "NNS" and any(child.lower_ in OWNERS for child in trigger.head.lefts)
    else:
        by_one = actor.root.lower_ in {"he", "she"} or any(map(_speaks_for_a_living, actor))
    is_place = recipient.root.ent_type_ in {"GPE", "LOC", "FAC"} or recipient.root.lemma_ in SEATS
    objects = (child for child in trigger.head.rights if child.dep_ == "dobj")
    if by_one and (recipient.root.lemma_ in IDEAS or any(child.lemma_ in IDEAS for child in objects)):
        return replace(trigger, event_type="ACCUSE")
    on_people = not is_place and (can_act(recipient) or recipient.root.lower_ in PERSONAL)
    if sector_of_word(recipient.root.lemma_.lower()) in ARMED or _is_with_blows(trigger.head):
        return trigger
    return replace(trigger, event_type="ACCUSE") if by_one and on_people else trigger
