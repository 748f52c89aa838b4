"""Tell verbs of harm that hurt nobody: shot to fame, beat the record, destroyed the evidence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word
from transforms.events.sentences import words_of_sentence
from transforms.events.trigger_lexicon import word_class

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

BLOWS = {
    "death", "badly", "severely", "brutally", "unconscious", "bat", "stick", "club", "baton", "belt", "hammer", "rod",
    "tortured", "kicked", "punched", "arrested", "detained", "stabbed", "robbed", "raped", "shot", "protester",
    "prisoner", "detainee", "demonstrator", "child", "wife", "girlfriend", "woman", "soldier", "troop", "militant",
    "mob", "gunman", "guard", "villager", "journalist", "civilian", "victim", "husband",
}  # fmt: skip
"""Words beside `beat` that speak of blows."""

UNDONE_OTHERWISE = {
    "evidence", "document", "record", "file", "career", "reputation", "trust", "confidence", "relationship", "hope",
    "dream", "economy", "democracy", "life", "chance", "credibility", "balance",
}  # fmt: skip
"""What is destroyed without violence."""


EVILS = {
    "apartheid", "racism", "poverty", "corruption", "discrimination", "inequality", "hunger", "disease", "cancer",
    "crime", "injustice", "inflation", "unemployment", "malaria", "bureaucracy", "addiction", "depression", "flame",
}  # fmt: skip
"""What people fight without hurting anybody."""


SPACE = {
    "satellite", "orbit", "space", "spacecraft", "astronaut", "cosmonaut", "payload", "moon", "mars", "nasa", "spacex",
}  # fmt: skip
"""Words beside a rocket that is launched with nobody to hit."""


def is_launch_to_space(verb: "Token") -> bool:
    """Return whether a rocket is launched that carries something: satellites, a crew."""
    return verb.lemma_ in {"launch", "fire"} and not SPACE.isdisjoint(words_of_sentence(verb))


def is_no_violence(verb: "Token", takes: set[str]) -> bool:
    """Return whether nobody is hurt, by what a verb `takes` by relation: shot to fame, destroyed the evidence."""
    if verb.lemma_ == "shoot" and "dobj" not in takes:
        return any(child.lower_ == "to" for child in verb.rights)
    if verb.lemma_ == "clash":
        return any(child.lower_ == "over" for child in verb.rights)  # over a matter, in words
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if verb.lemma_ in {"fight", "battle"} and not objects:
        return _is_struggle(verb)
    if verb.lemma_ == "beat":
        return not _is_beating(verb, objects)
    return verb.lemma_ == "destroy" and any(child.lemma_.lower() in UNDONE_OTHERWISE for child in objects)


def _is_struggle(verb: "Token") -> bool:
    """Whether somebody fights for a cause or to do something: for equality, to keep the child; not for a town."""
    if foes := [inner for child in verb.rights if child.lower_ in {"against", "with"} for inner in child.rights]:
        return any(foe.lemma_.lower() in EVILS for foe in foes)
    causes = [inner for child in verb.rights if child.lower_ == "for" for inner in child.rights if inner.dep_ == "pobj"]
    is_for_cause = any(not (inner.ent_type_ or inner.lemma_ in {"control", *word_class("place")}) for inner in causes)
    return is_for_cause or any(
        child.dep_ in {"xcomp", "advcl"} and any(mark.tag_ == "TO" for mark in child.lefts) for child in verb.rights
    )


def _is_beating(verb: "Token", objects: "Sequence[Token]") -> bool:
    """Whether somebody is beaten with blows: to death, with a bat, by the police; a rival or a record is surpassed."""
    near = {token.lower_ for token in verb.subtree} | {token.lemma_.lower() for token in objects}
    return bool(near & BLOWS) or any(sector_of_word(token.lemma_.lower()) == "COP" for token in verb.subtree)
