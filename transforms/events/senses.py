"""Tell from what a verb takes that it has another of its senses than the one that tells an event."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.events.gifts import is_price
from transforms.events.harm import is_launch_to_space, is_no_violence
from transforms.events.meetings import is_before_press, welcomes_in_words
from transforms.events.no_acts import (
    is_admission,
    is_alert,
    is_called_off,
    is_campaign,
    is_description,
    is_dismissal,
    is_equipped,
    is_fate,
    is_forbidden,
    is_looking,
    is_mishap,
    is_no_sanction,
    is_no_trial,
    is_position,
    is_purpose,
    is_survey,
    is_to_blame,
    is_watching,
    seeks_refuge,
)
from transforms.events.other_objects import has_other_object, is_danger
from transforms.events.reporters import is_kept_from_reporters
from transforms.events.request_senses import is_no_request
from transforms.events.retreats import below_particle, is_no_retreat
from transforms.events.trigger_lexicon import word_class
from transforms.events.unmade import is_finding, is_promise_not, is_stopped_by_court, rallies_round, stops_otherwise

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

SHOWS = {"demonstrate", "march", "rally"}
"""Verbs that are no protest with an object: demonstrates the need."""

ALSO_VERBS = {"free", "welcome", "open", "secure"}
"""Adjectives that are spelled as verbs: walks free, is welcome."""

OTHER_VERBS = {("give", "up"), ("turn", "up"), ("turn", "out"), ("hand", "out"), ("send", "out"), ("give", "in"),
    ("wind", "up"), ("feed", "up"), ("back", "out"), ("back", "away"), ("back", "down"),
    ("free", "up"),
}  # fmt: skip
"""Verbs that a particle makes another verb."""

PARTICLE_VERBS = {
    "set", "make", "put", "take", "bring", "get", "keep", "come", "go", "stand", "hold", "run", "play", "build",
}  # fmt: skip
"""Verbs of many senses, of which a particle that the lexicon does not name makes another: set up, take off."""

RESCUERS = {"fire", "ambulance", "doctor", "911", "999"}
"""Whom one calls in need."""

MET_WITH = {
    "problem", "difficulty", "resistance", "success", "criticism", "approval", "opposition", "silence", "failure",
}  # fmt: skip
"""What one meets with without meeting anybody."""

LEFT_IN_PROTEST = {
    "talk", "meeting", "negotiation", "parliament", "class", "classroom", "job", "work", "session", "hearing", "speech",
    "room", "chamber", "conference", "summit", "debate", "school", "office", "factory", "plant", "assembly", "senate",
}  # fmt: skip
"""What is walked out of in protest."""

MOVABLE = {
    "video", "document", "file", "computer", "laptop", "phone", "passport", "evidence", "drug", "cocaine", "heroin",
    "cash", "money", "asset", "property", "equipment", "car", "vehicle", "ship", "vessel", "boat", "tanker",
}  # fmt: skip
"""What is seized in a place, and is none."""

COMPLEMENTS = {"prep", "xcomp", "dobj", "advcl", "prt"}

FOR_OTHERS = {"SUPPORT", "AID", "ACCUSE"}
"""Types that nobody does to himself."""

HELPS = {"help", "assist"}
CLAUSES = {"ccomp", "xcomp"}

BUSINESS = {
    "operation", "business", "farm", "factory", "plant", "shop", "store", "branch", "production", "service", "mine",
}  # fmt: skip
"""What its owners close without doing anything to others."""


def is_no_deed(verb: "Token") -> bool:
    """Whether a verb only modifies a noun, an attacking style, or says with a particle that nothing comes of it.

    Nor is it one to keep a name or a word from reporters: declined to comment, asked not to be named.
    """
    is_said_of_noun = verb.dep_ == "amod" or _is_modifier(verb)
    return is_said_of_noun or _is_called_off(verb) or is_kept_from_reporters(verb) or is_forbidden(verb)


def particle_of(verb: "Token") -> "Token | None":
    """Return the particle that makes another verb of one of many senses: set [up]; None without one."""
    if verb.lemma_ not in PARTICLE_VERBS:
        return None
    return next((child for child in verb.rights if child.dep_ == "prt" and child.lower_ != "off"), None)


def _is_modifier(verb: "Token") -> bool:
    """Whether a participle modifies the noun after it, where the parse has a verb: EU negotiating guidelines."""
    if verb.tag_ != "VBG" or verb.i + 1 >= len(verb.doc) or verb.nbor().tag_ != "NNS":
        return False
    return verb.i > 0 and verb.nbor(-1).tag_ in {"NNP", "JJ"} and verb.nbor(-1).head == verb


def _is_called_off(verb: "Token") -> bool:
    """Whether a particle says that nothing comes of it: called off the strike, put off the talks."""
    return verb.lemma_ in {"call", "put"} and any(
        child.dep_ == "prt" and child.lower_ == "off" for child in verb.rights
    )


def says_otherwise(verb: "Token", event_type: str, *, alone: bool = True) -> bool:
    """Return whether a verb that could tell an event of this type says something else.

    `alone` says that the verb would tell it without anything that it takes.

    It assumes a parse by English dependency labels, and judges only the verbs that it names: to ask a question is no
    request, nor to advise or insist that something is so; to demonstrate something is to show it; what helps to do
    something is no aid; to appeal a ruling is for a court. Source: the senses of
    these verbs in dictionaries of English.
    """
    if _is_other_word(verb) or any(is_other(verb) for is_other in OTHERWISE.get(event_type, ())):
        return True
    if event_type in FOR_OTHERS and _is_of_oneself(verb):
        return True
    return alone and _says_otherwise_alone(verb, event_type, {child.dep_ for child in verb.rights})


def _says_otherwise_alone(verb: "Token", event_type: str, takes: set[str]) -> bool:
    if event_type == "ASSAULT":
        return is_no_violence(verb, takes)
    if event_type == "PROTEST":
        return verb.lemma_ in SHOWS and ("dobj" in takes or (verb.lemma_ == "demonstrate" and "ccomp" in takes))
    if event_type == "AID":
        return verb.lemma_ in HELPS and bool(takes & CLAUSES)
    return event_type == "REQUEST" and is_no_request(verb, takes)


def _is_opinion(verb: "Token") -> bool:
    """Whether somebody agrees that something is so: doctors agree that it helps; not: agreed that it should go.

    Nor do those who in the present agree, and nothing is said on what: they do not always agree.
    """
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    is_on_deed = (clause is not None and clause.tag_ == "VB") or any(child.dep_ == "xcomp" for child in verb.rights)
    if verb.lemma_ != "agree" or is_on_deed:
        return False
    if clause is None and _is_with_somebody(verb):
        return True
    if clause is None:
        is_alone = not any(child.dep_ in COMPLEMENTS for child in verb.rights)
        by_one = any(
            child.dep_ == "nsubj" and child.ent_type_ == "PERSON" and not child.conjuncts for child in verb.lefts
        )
        return is_alone and (verb.tag_ in {"VBP", "VBZ", "VB"} or by_one)
    return not any(child.tag_ in {"MD", "TO"} for child in clause.lefts)


def _is_with_somebody(verb: "Token") -> bool:
    """Whether somebody is of the opinion of another, and no more is said: agreed with the critic about the winner."""
    behind = {child.lower_ for child in verb.rights if child.dep_ == "prep"}
    return "with" in behind and not behind & {"on", "to", "upon", "over"}


def _is_taken_elsewhere(verb: "Token") -> bool:
    """Whether it is a thing that is seized, in a place: a video seized in Yemen."""
    if verb.lemma_ not in {"seize", "capture", "recover"}:
        return False
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ == "acl":
        objects.append(verb.head)
    return any(child.lemma_.lower() in MOVABLE | word_class("weapon") for child in objects)


def _is_of_oneself(verb: "Token") -> bool:
    """Whether somebody does something to himself: defended themselves."""
    return any(child.dep_ == "dobj" and child.lower_.endswith(("self", "selves")) for child in verb.rights)


def _is_own_hearing(verb: "Token") -> bool:
    """Whether somebody begins a hearing of his own: began his hearing before the Senate."""
    hearings = (child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in {"hearing", "trial"})
    return any(own.dep_ == "poss" and own.pos_ == "PRON" for child in hearings for own in child.lefts)


def _is_of_meeting(preposition: "Token") -> bool:
    return any(inner.lemma_.lower() in LEFT_IN_PROTEST for inner in preposition.rights)


def _leaves_otherwise(verb: "Token") -> bool:
    """Whether somebody walks out of something else than a meeting or work: walked out of the wood."""
    if verb.lemma_ != "walk":
        return False
    return any(child.lower_ == "of" and not _is_of_meeting(child) for child in below_particle(verb))


def _closes_its_own(verb: "Token") -> bool:
    """Whether somebody closes what is his own: they shut down their farms."""
    if verb.lemma_ not in {"shut", "close"}:
        return False
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in BUSINESS)
    return any(own.dep_ == "poss" and own.pos_ == "PRON" for child in objects for own in child.lefts)


def _is_other_word(verb: "Token") -> bool:
    """Whether a word only looks like a verb of the lexicon: walks free; police were called to the house."""
    if any(_is_particle(child) and (verb.lemma_, child.lower_) in OTHER_VERBS for child in verb.rights):
        return True
    if verb.lemma_ == "carry" and not any(child.lower_ == "out" for child in verb.rights):
        return True  # carrying assault rifles
    if verb.lemma_ == "meet" and not any(child.dep_ == "dobj" for child in verb.children):
        return any(child.lower_ == "with" and _is_met(child) for child in verb.rights)
    if has_other_object(verb):
        return True
    if verb.lemma_ == "call":
        in_need = any(child.lower_ in RESCUERS for kid in verb.rights for child in kid.subtree)
        return in_need or any(child.dep_ == "auxpass" for child in verb.lefts)
    return verb.pos_ == "ADJ" and verb.lower_ in ALSO_VERBS


def _is_particle(word: "Token") -> bool:
    """Whether a word behind a verb makes another of it; of `backed out of it` the parse has a preposition."""
    return word.dep_ == "prt" or (word.dep_ == "prep" and word.head.lemma_ == "back")


def _is_met(preposition: "Token") -> bool:
    """Whether something is met with that is nobody; of a passive whatever cannot act: was met with questions."""
    if any(child.dep_ == "nsubjpass" for child in preposition.head.lefts):
        return not any(acts(child) for child in preposition.rights)
    return any(child.lemma_.lower() in MET_WITH for child in preposition.children)


OTHERWISE: "dict[str, tuple[Callable[[Token], bool], ...]]" = {
    "ACCUSE": (_is_own_hearing, is_to_blame, is_fate, is_no_trial, is_purpose),
    "AGREE": (_is_opinion, is_promise_not),
    "AID": (is_price, is_equipped),
    "ASSAULT": (_is_taken_elsewhere, is_launch_to_space),
    "COERCE": (_closes_its_own, is_mishap, is_looking),
    "CONCEDE": (is_stopped_by_court, is_admission),
    "CONSULT": (is_before_press, welcomes_in_words),
    "COOPERATE": (is_description,),
    "MOBILIZE": (is_launch_to_space, is_campaign),
    "PROTEST": (_leaves_otherwise, rallies_round, stops_otherwise, is_watching),
    "REJECT": (is_finding, is_dismissal),
    "REQUEST": (seeks_refuge, is_position, is_survey, is_called_off),
    "RETREAT": (is_no_retreat,),
    "SANCTION": (is_no_sanction,),
    "THREATEN": (is_danger, is_alert),
}
"""How verbs are told to say something else, by the type of what they would tell."""
