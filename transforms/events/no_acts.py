"""Tell what is no act of anybody, or a private one, though its verb is of the lexicon: conceded that it was so."""

from typing import TYPE_CHECKING

from transforms.events.agency import POWERS, acts
from transforms.events.noun_senses import is_other_noun
from transforms.events.sectors import sector_of_word
from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

FORBIDS = {"forbid", "prohibit", "outlaw", "criminalize", "criminalise", "ban"}
"""Verbs of laws; at the head of a sentence they tell of a ban that is new."""

REFUGE = {"asylum", "refuge", "shelter", "treatment", "assistance", "help", "safety", "sanctuary", "protection"}
"""What those in need seek, which is their state."""

WATCHES = {
    "watch", "see", "cheer", "celebrate", "welcome", "greet", "mourn", "pray", "worship", "hear", "enjoy", "support",
}  # fmt: skip
"""What people gather for without a protest."""

EMPLOYERS = {"firm", "company", "employer", "bank", "club", "school", "university", "hospital", "shop", "restaurant"}

SURVEYED = {"people", "respondent", "adult", "voter", "participant", "viewer", "reader", "consumer", "resident"}
RATES = {"rate", "estimate", "evaluate", "choose", "name", "rank", "say", "assess", "describe", "compare"}
"""Who is asked in surveys, and for what."""

FOUNDS = {"set", "establish", "create", "found", "design", "mandate", "task"}
"""Verbs of those who set up a body for a purpose."""

OFFICE = {"GOV", "MIL", "LEG", "COP", "JUD", "SPY"}
"""Sectors of those whose dismissal is news of a state."""


def is_forbidden(verb: "Token") -> bool:
    """Return whether a gerund is of what a law forbids: it prohibits inciting rebellion, attacking the state."""
    at = verb
    while at.tag_ == "VBG" and at.dep_ in {"conj", "xcomp", "ccomp", "pcomp", "advcl"} and at.head != at:
        if at.dep_ == "advcl" and not any(child.dep_ == "xcomp" for child in at.head.rights if child.i < at.i):
            return False  # banned it, accusing them
        at = at.head.head if at.dep_ == "pcomp" else at.head
    return at != verb and at.lemma_ in FORBIDS and at.dep_ != "ROOT"


def is_purpose(verb: "Token") -> bool:
    """Return whether an infinitive says what a body was set up for: a tribunal set up to prosecute the worst crimes."""
    above = verb.head
    is_infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)
    return is_infinitive and above.lemma_ in FOUNDS and (above.tag_, above.dep_) == ("VBN", "acl")


def is_admission(verb: "Token") -> bool:
    """Return whether somebody concedes that something is so, and yields nothing."""
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    return verb.lemma_ == "concede" and any(child.tag_ != "VB" for child in clauses)


def is_no_trial(verb: "Token") -> bool:
    """Return whether somebody is something else than on trial or under suspicion: is the first to run a trial phase."""
    return verb.lemma_ == "be" and not any(child.lower_ in {"on", "under"} for child in verb.rights)


def is_fate(verb: "Token") -> bool:
    """Return whether somebody is doomed to something, which nobody says: condemned the nation to miss out."""
    if verb.lemma_ != "condemn":
        return False
    clauses = (child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"})
    is_to_do = any(mark.tag_ == "TO" for clause in clauses for mark in clause.lefts)
    return is_to_do or any(child.lower_ == "to" for child in verb.rights)


def is_equipped(verb: "Token") -> bool:
    """Return whether somebody has weapons, which nobody is said to have given: is armed with missiles."""
    is_passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.lefts)
    return verb.lemma_ in {"arm", "equip"} and is_passive and all(child.dep_ != "agent" for child in verb.rights)


def is_watching(verb: "Token") -> bool:
    """Return whether people gather to see or to celebrate something: gathered to cheer on the runners."""
    aims = (child for child in verb.rights if child.dep_ in {"xcomp", "advcl"} and child.tag_ in {"VB", "VBG"})
    return verb.lemma_ in {"gather", "flock", "assemble", "pack", "fill"} and any(aim.lemma_ in WATCHES for aim in aims)


def _is_held_back(verb: "Token") -> bool:
    """Return whether people are kept from leaving, which expels nobody."""
    gerunds = (inner for child in verb.rights if child.lower_ == "from" for inner in child.rights)
    return verb.lemma_ == "bar" and any(inner.lemma_ in {"leave", "exit", "depart"} for inner in gerunds)


def is_looking(verb: "Token") -> bool:
    """Return whether somebody looks for something or somebody: searched through the rubble, for survivors."""
    behind = {child.lower_ for child in verb.rights if child.dep_ == "prep"}
    return verb.lemma_ == "search" and bool(behind & {"through", "for"})


def is_description(verb: "Token") -> bool:
    """Return whether a participle only says on whose side some are: allied fighters."""
    is_with = any(child.lower_ in {"with", "to"} for child in verb.rights)
    return verb.lemma_ == "ally" and verb.tag_ in {"VBN", "VBD", "JJ"} and not is_with


def is_mishap(verb: "Token") -> bool:
    """Return whether people are crushed to death, as by a crowd, or something breaks down."""
    if verb.lemma_ == "break" and any(child.lower_ == "down" for child in verb.rights):
        return not any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)
    return verb.lemma_ in {"crush", "trample"} and any(
        inner.lower_ == "death" for child in verb.rights if child.lower_ == "to" for inner in child.rights
    )


def is_dismissal(verb: "Token") -> bool:
    """Return whether somebody loses a job that is no office: the firm dismissed its receptionist."""
    if verb.lemma_ != "dismiss":
        return False
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if not any(child.ent_type_ == "PERSON" or sector_of_word(child.lemma_) for child in objects):
        employer = subject_of(verb)
        return employer is not None and employer.lemma_ in EMPLOYERS
    return not any(sector_of_word(child.lemma_) in OFFICE for child in objects)


def is_survey(verb: "Token") -> bool:
    """Return whether many are asked a question: asked 10,000 people to rate it."""
    asked = (child for child in verb.children if child.dep_ in {"dobj", "dative", "nsubjpass"})
    clauses = (child for child in verb.rights if child.dep_ in {"xcomp", "ccomp", "advcl"})
    is_many = any(child.lemma_ in SURVEYED and child.tag_ == "NNS" for child in asked)
    return verb.lemma_ == "ask" and is_many and any(clause.lemma_ in RATES for clause in clauses)


def is_called_off(verb: "Token") -> bool:
    """Return whether somebody calls it a day, or calls something somehow, and asks for nothing."""
    return verb.lemma_ == "call" and any(
        child.dep_ in {"dobj", "oprd"} and child.lower_ == "it" for child in verb.rights
    )


def is_position(verb: "Token") -> bool:
    """Return whether somebody is said to stand for something, which asks nobody now: the party advocates a ban."""
    return verb.lemma_ == "advocate" and verb.tag_ in {"VBZ", "VBP"}


def seeks_refuge(verb: "Token") -> bool:
    """Return whether somebody in need seeks refuge, which tells who they are: people seeking asylum."""
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    if verb.lemma_ != "seek" or not any(child.lemma_ in REFUGE for child in objects):
        return False
    seeker = subject_of(verb)
    return seeker is not None and seeker.tag_ == "NNS" and sector_of_word(seeker.lemma_) not in OFFICE


def is_to_blame(verb: "Token") -> bool:
    """Whether somebody is to blame, which nobody is said to say."""
    return verb.lemma_ == "blame" and verb.tag_ == "VB" and verb.head.lemma_ == "be" and verb.dep_ == "xcomp"


def _is_liking(verb: "Token") -> bool:
    """Whether somebody likes what others do: approved of the ban."""
    return verb.lemma_ == "approve" and any(child.lower_ == "of" for child in verb.rights)


def is_alert(verb: "Token") -> bool:
    """Whether a danger is warned of: issued a flood warning."""
    objects = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    return any(child.lemma_ == "warning" and is_other_noun(child) for child in objects)


def is_no_sanction(verb: "Token") -> bool:
    """Return whether nobody is punished: is sanctioned for approved, of what cannot act; is banned from leaving."""
    approved = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    approved += [verb.head] if verb.dep_ == "acl" else []
    is_approved = verb.lemma_ == "sanction" and bool(approved) and not any(map(acts, approved))
    return is_approved or _is_liking(verb) or _is_held_back(verb)


def is_campaign(verb: "Token") -> bool:
    """Return whether groups, and no forces, are mobilized: they said that their supporters were mobilizing."""
    if verb.lemma_ not in {"mobilize", "mobilise"}:
        return False
    subject = subject_of(verb)
    who = [child for child in verb.rights if child.dep_ == "dobj"] + ([] if subject is None else [subject])
    forces = {*POWERS, "COP"}
    return not any(word.ent_type_ in {"GPE", "NORP"} or sector_of_word(word.lemma_.lower()) in forces for word in who)
