"""Tell reports on sports, in which sides attack, strike, defend and surrender without an event."""

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

DIFFERENT_TERMS = 3
"""A report on politics mentions a stadium or a league; three different terms beside each other are of sports."""

WORDS_A_TERM = 150
"""At least one term in so many words: a long report of a city may have a paragraph on its team."""

WORTH_OF_A_RESULT = 2
"""A result behind a verb of winning says as much as two terms; one term with it tells a match from a vote."""

RESULT = re.compile(r"\s(?P<own>\d{1,3})\s?[-–]\s?(?P<other>\d{1,3})\b(?![-–%])")
WINNING = {"beat", "defeat", "win", "lose", "draw", "thrash", "edge", "rout", "trounce", "overcome", "down", "demolish"}
BEHIND_VERB = 60
"""Characters between the verb and its result: two long names of sides."""

FIGURATIVE = {
    "ASSAULT", "THREATEN", "RETREAT", "MOBILIZE", "CONCEDE", "SUPPORT", "AID", "CONSULT", "AGREE", "REJECT",
    "COOPERATE", "REQUEST",
}  # fmt: skip
"""Types whose words sports use for the game and its trade; arrests, bans, charges and protests are what they say."""


def is_sport(doc: "Doc") -> bool:
    """Return whether a text reports on sports: by how many different terms of the lexicon it uses, and how often.

    It assumes English lemmas; of a text without terms of the lexicon it says no, whatever results it has.
    """
    terms = sport_terms()
    lemmas = doc.lemmas
    found = [lemma for lemma in lemmas if lemma in terms]
    results = WORTH_OF_A_RESULT * sum(has_result(doc[i]) for i, lemma in enumerate(lemmas) if lemma in WINNING)
    different = len(set(found)) + min(results, WORTH_OF_A_RESULT)
    return bool(found) and different >= DIFFERENT_TERMS and (len(found) + results) * WORDS_A_TERM >= len(doc)


def has_result(verb: "Token") -> bool:
    """Return whether a verb of winning is followed by a result in its sentence: beat Ashford 3-1."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in WINNING:
        return False
    sentence = verb.sent
    behind = verb.doc[verb.i : sentence.end].text
    return RESULT.search(behind[len(verb.text) : len(verb.text) + BEHIND_VERB]) is not None


@cache
def sport_terms() -> frozenset[str]:
    """Return the lemmas of the lexicon, in small letters."""
    return frozenset(lexicon_terms("sport_terms.txt"))
