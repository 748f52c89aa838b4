"""Tell verbs of harm that hurt nobody: shot to fame, beat the record, destroyed the evidence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def is_no_violence(verb: "Token", takes: set[str]) -> bool:
    """Return whether nobody is hurt, by what a verb `takes` by relation: shot to fame, destroyed the evidence."""
    if verb.lemma_ == "shoot" and "dobj" not in takes:
        return any(child.lower_ == "to" for child in verb.rights)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if verb.lemma_ == "beat":
        return not _is_beating(verb, objects)
    return verb.lemma_ == "destroy" and any(child.lemma_.lower() in UNDONE_OTHERWISE for child in objects)


def _is_beating(verb: "Token", objects: "Sequence[Token]") -> bool:
    """Whether somebody is beaten with blows: to death, with a bat, by the police; a rival or a record is surpassed."""
    near = {token.lower_ for token in verb.subtree} | {token.lemma_.lower() for token in objects}
    return bool(near & BLOWS) or any(sector_of_word(token.lemma_.lower()) == "COP" for token in verb.subtree)
