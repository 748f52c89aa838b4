"""Tell what is done from whom it is done to, where a deed is the object: claimed the attack, condemned the raid."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts, owners
from transforms.events.retreats import WORDS_OF_ONES_OWN
from transforms.events.taken import WHEN
from transforms.events.triggers import Trigger, noun_entry
from transforms.parsing.syntax import agent_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

DENIES = {"deny", "disagree", "dispute", "doubt"}

WITH = frozenset({"with"})

HITS = {"target", "hit", "strike", "rock"}
"""Verbs of which a deed is the subject, and whom it is done to the object."""

OWN_FORCES = {"MOBILIZE", "RETREAT"}
"""Types of which the object is the actor's own: deployed [its troops]."""

DEED_WORDS = {
    "fire", "gunfire", "shot", "exchange", "operation", "campaign", "war", "control", "violence", "rally",
    "gathering", "responsibility", "emergency", "strike", "vandalism", "atrocity",
}  # fmt: skip
"""Nouns of what is done, beside those of the lexicon."""

OF_WHOM = ("of", "over", "on", "against", "at")
"""Prepositions between a deed and whom it is done to."""

SUFFERED = {
    "abduction", "kidnapping", "murder", "killing", "assassination", "arrest", "detention", "deportation", "eviction",
    "torture", "rape", "beheading", "lynching", "expulsion", "extradition",
}  # fmt: skip
"""Deeds that belong to whom they are done to."""

DOCUMENTS = {
    "decree", "order", "directive", "law", "act", "bill", "resolution", "decision", "ruling", "treaty", "proposal",
    "budget",
}  # fmt: skip
"""What those who act do it by."""

CASES = {"case", "charge", "trial", "verdict", "sentence", "ruling", "conviction"}
"""What is criticized of those who bring or give it, not of whom it is against."""

FEARS = {"fear", "risk", "threat", "prospect", "possibility", "danger", "hope", "likelihood"}
"""What is of who would do it."""

FEELINGS = {"support", "solidarity", "condolence", "sympathy", "backing", "praise", "gratitude", "confidence", "regret"}
"""What belongs to whom supports others: showed [Lima's] solidarity."""

OWN = frozenset({"'s"})
SUFFERING = frozenset({"on", "against", "at", "upon", "over"})
"""Prepositions between a deed and who suffers it."""
OF = frozenset({"of"})
AGAINST = frozenset({"against"})


def whom_of(token: "Token", trigger: Trigger) -> "Token | None":
    """Return a recipient, or what a deed that the trigger holds is of: took control of [two villages]."""
    if not (trigger.start <= token.i < trigger.end and is_deed(token)):
        return token
    clauses = (child for child in token.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    if by := next(filter(None, map(agent_of, clauses)), None):
        return by  # prevented a demonstration staged by [students]
    of = (inner for child in token.rights if child.lower_ in OF_WHOM for inner in child.children)
    return next(
        (inner for inner in of if inner.dep_ == "pobj" and not (is_deed(inner) or inner.ent_type_ in WHEN)), None
    )


def sufferer_of(noun: "Token") -> "Token | None":
    """Return whom a deed such as an arrest belongs to and is done to: [her] arrest; not: [his] killing of a guard."""
    if noun.lemma_.lower() not in SUFFERED:
        return None
    own = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    is_doer = own is not None and own.pos_ == "PRON" and any(child.lower_ == "of" for child in noun.rights)
    return None if is_doer else own


def is_deed(token: "Token") -> bool:
    """Whether a word names what is done, and not to whom: opened [fire], claimed the [attack]."""
    if token.lemma_ == "state" and any(child.lower_ == "of" for child in token.rights):
        return True  # of emergency
    return token.lemma_.lower() in DEED_WORDS or noun_entry(token) is not None


def is_words(token: "Token") -> bool:
    """Whether a word names what somebody has said, asked for or put forward: a [claim] of Peru."""
    return token.lemma_.lower() in WORDS_OF_ONES_OWN or noun_entry(token) is not None


def leads_nowhere(token: "Token", event_type: str) -> frozenset[str]:
    """Return what does not lead from an object to the recipient of an event of this type, by prepositions and `'s`.

    Forces are their owner's; whom the deed is done to that one condemns is not condemned: the attack on Lima.
    """
    if event_type in OWN_FORCES or (event_type == "SUPPORT" and token.lemma_ in FEELINGS):
        return OWN
    if event_type == "REJECT" and token.pos_ != "VERB":  # dismissed a lawsuit against them
        nowhere = AGAINST if is_words(token) else AGAINST | OF
        if token.head.lemma_ in DENIES and not is_words(token):
            nowhere |= OWN  # denied Peruvian involvement
        return nowhere | WITH if token.head.lemma_ in DENIES else nowhere  # denied an affair with her
    if event_type == "REQUEST" and token.lemma_ in SUFFERED:
        return OF | OWN  # whose arrest is demanded is not asked for it
    if event_type == "ACCUSE" and token.lemma_ in CASES:
        return SUFFERING
    if event_type != "ACCUSE" or not is_deed(token):
        return frozenset()
    entry = noun_entry(token)
    is_of_sufferer = token.lemma_ == "vandalism" or (entry is not None and entry.event_type in {"ASSAULT", "COERCE"})
    return SUFFERING | (OF if is_of_sufferer else frozenset()) | (OWN if token.lemma_ in SUFFERED else frozenset())


def whose_fear_is_of(agent: "Token | None") -> "Token | None":
    """Return of whom something is feared, who would do it: fears of [Turkey] reneging on the deal."""
    if agent is None or agent.lemma_ not in FEARS:
        return agent
    of = (inner for child in agent.rights if child.lower_ == "of" for inner in child.rights)
    return next((inner for inner in of if inner.dep_ in {"pobj", "pcomp"} and acts(inner)), agent)


def whose_document(agent: "Token | None") -> "Token | None":
    """Return who acts by a decree or an order: imposed by a decree of [the president]; None for nobody named."""
    if agent is None or agent.lemma_ not in DOCUMENTS:
        return agent
    if agent.head.dep_ != "agent":
        return next((owner for owner in owners(agent) if owner.dep_ == "poss"), agent)  # Berg's proposal asked for it
    of = (inner for child in agent.rights if child.lower_ in {"of", "by", "from"} for inner in child.rights)
    return next((inner for inner in of if inner.dep_ == "pobj" and acts(inner)), next(owners(agent), None))


def is_struck(actor: "Token", verb: "Token") -> bool:
    """Whether a clause is of the deed before its noun: the bombing of [a bank] that killed, raids hitting [a bank]."""
    if actor != verb.head or actor.dep_ not in {"pobj", "dobj"} or verb.dep_ != "relcl":
        return False
    if actor.dep_ == "dobj":
        return actor.head.lemma_ in HITS and is_deed(actor.head.head)
    return actor.head.lower_ in {"of", "on", "at", "against"} and is_deed(actor.head.head)
