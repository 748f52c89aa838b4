"""Tell reports on sports, in which sides attack, strike, defend and surrender without an event."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIFFERENT_TERMS = 3
"""A report on politics mentions a stadium or a league; three different terms beside each other are of sports."""

WORDS_A_TERM = 150
"""At least one term in so many words: a long report of a city may have a paragraph on its team."""

FIGURATIVE = {
    "ASSAULT", "THREATEN", "RETREAT", "MOBILIZE", "CONCEDE", "SUPPORT", "AID", "CONSULT", "AGREE", "REJECT",
    "COOPERATE", "REQUEST",
}  # fmt: skip
"""Types whose words sports use for the game and its trade; arrests, bans, charges and protests are what they say."""


def is_sport(doc: "Doc") -> bool:
    """Return whether a text reports on sports: by how many different terms of the lexicon it uses, and how often.

    It assumes English lemmas; of a text without terms of the lexicon it says no.
    """
    terms = sport_terms()
    found = [token.lemma_.lower() for token in doc if token.lemma_.lower() in terms]
    return len(set(found)) >= DIFFERENT_TERMS and len(found) * WORDS_A_TERM >= len(doc)


@cache
def sport_terms() -> frozenset[str]:
    """Return the lemmas of the lexicon, in small letters."""
    return frozenset(lexicon_terms("sport_terms.txt"))
