"""Tell the raids of soldiers from those of police and tax men, who search."""

from typing import TYPE_CHECKING

from transforms.events.sentences import words_of_sentence
from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

OF_POLICE = {
    "police", "officer", "authority", "prosecutor", "detective", "investigator", "investigation", "agent", "agency",
    "arrest", "detain", "detention", "custody", "suspect", "search", "seize", "confiscate", "drug", "cocaine", "heroin",
    "cannabis", "warrant", "office", "home", "apartment", "flat", "premise", "newspaper", "customs", "immigration",
    "tax", "court", "charge", "gang", "smuggler", "trafficker", "fbi", "brothel", "nightclub", "dawn", "pre-dawn",
}  # fmt: skip
"""Words of police work."""

SEARCHES = {"police", "officer", "authority", "prosecutor", "detective", "investigator", "inspector", "official"}
"""Who searches what he raids."""


def is_other_raid(word: "Token", event_type: str) -> bool:
    """Return whether a raid is not of the type that its entry in the lexicon has.

    A noun alone is taken for a search only in a sentence that tells of police work: the lexicon has it as COERCE. Of
    the verb it is who does it: tax authorities do not attack the headquarters that they raid.
    """
    if word.lemma_ != "raid":
        return False
    if word.pos_ == "NOUN":
        return event_type == "COERCE" and words_of_sentence(word).isdisjoint(OF_POLICE)
    subject = subject_of(word) if event_type == "ASSAULT" else None
    return subject is not None and subject.lemma_.lower() in SEARCHES
