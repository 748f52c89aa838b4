"""Find who does what to whom: the actor and the recipient of a trigger, by the parse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.events.agency import PEOPLE, acts, owners
from transforms.events.trigger_lexicon import word_class
from transforms.events.triggers import Trigger
from transforms.parsing.syntax import CUTS, IN_NAMES, NOMINAL, agent_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RECIPIENT_PREPOSITIONS = (
    "against",
    "to",
    "with",
    "on",
    "at",
    "for",
    "from",
    "upon",
    "toward",
    "towards",
    "over",
    "of",
    "in",
    "into",
)
"""Prepositions before a recipient, the surer ones first."""

OWN_FORCES = {"MOBILIZE", "RETREAT"}
"""Types of which the object is the actor's own: deployed [its troops]."""

TARGETS = {"ASSAULT", "COERCE"}
"""Types that things suffer too: destroyed [a bridge]."""


FULL = {"aux", "auxpass", "nsubj", "nsubjpass"}
"""What a participle has beside it that is more than that: has been charged."""


AT = {"at", "on", "into", "against"}
"""Prepositions before what violence is aimed at: fired at [the village]."""

TWO_SIDED = {"CONSULT", "AGREE", "COOPERATE"}
TIES = {"align", "ally", "affiliate", "link", "back", "support", "lead", "call", "name", "oppose", "fight", "flee"}
"""Verbs after a noun that say which group is meant: groups linked to Iran."""

FINITE = {"VBD", "VBZ", "VBP", "MD"}
"""Verbs that no name holds: what follows is a clause that the parse took for a part of it."""

WHEN = {"DATE", "TIME"}

SUFFERED = {
    "abduction", "kidnapping", "murder", "killing", "assassination", "arrest", "detention", "deportation", "eviction",
    "torture", "rape", "beheading", "lynching", "expulsion", "extradition",
}  # fmt: skip
"""Deeds that belong to whom they are done to."""

WITNESSES = {
    "witness", "see", "watch", "hear", "report", "survive", "describe", "condemn", "denounce", "investigate", "mourn",
    "remember", "recall", "say", "tell", "discuss", "fear", "face", "cover", "film", "blame", "criticize",
}  # fmt: skip
"""Verbs of those who see, suffer or speak of what they do not do."""

LONGEST = 12  # tokens of a participant's phrase: beyond, it is more than a name and what qualifies it


@dataclass(frozen=True, slots=True)
class Participants:
    """The phrases of actor and recipient; None for one that the sentence does not name."""

    actor: "Span | None"
    recipient: "Span | None"


def find_participants(trigger: Trigger) -> Participants:
    """Return who acts, and who is acted upon.

    Of an event with two equal sides, `talks between A and B`, the second one is the recipient.
    """
    actor, recipient = _of_noun(trigger.head) if trigger.is_noun else _of_verb(trigger)
    if actor is not None and recipient is None and trigger.event_type in TWO_SIDED:
        recipient = next((child for child in actor.rights if child.dep_ == "conj"), None)
        if recipient is not None:
            return Participants(_phrase(actor), _phrase(recipient))
    return Participants(_phrase(actor), _phrase(recipient) if recipient != actor else None)


def _of_verb(trigger: Trigger) -> "tuple[Token | None, Token | None]":
    verb = trigger.head
    passive = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        passive = verb.head  # a car targeted by a bomber
    elif verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(c.dep_ in FULL for c in verb.lefts):
        return agent_of(verb), subject_of(verb)  # he appeared in court charged with murder
    if verb.pos_ == "ADJ" or (passive is not None and trigger.event_type == "AGREE"):  # is ready to, is committed to
        actor = passive or _meant(subject_of(verb.head), verb.head)
        passive = None
    else:
        actor = _meant(subject_of(verb), verb)
    if passive is not None and actor is None and trigger.event_type in OWN_FORCES:
        return passive, next(_after(verb), None)  # troops were deployed
    if passive is not None:
        return actor, passive
    found = [token for token in _recipients(verb, trigger.event_type) if token != actor and not _is_empty(token)]
    if trigger.event_type == "COOPERATE":  # states do, whomever they hand over: extradited a suspect to [Peru]
        found.sort(key=lambda token: token.ent_type_ not in PEOPLE)
    return actor, next(iter(found), None)


def _meant(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return whom a pronoun means in what someone says of himself: Hungary said [it] would help."""
    if subject is None or subject.pos_ != "PRON":
        return subject
    at = verb
    while at.dep_ in {"xcomp", "conj", "advcl"} and at.head != at:
        at = at.head
    speaker = subject_of(at.head) if at.dep_ == "ccomp" else None
    return speaker if speaker is not None else subject


def _recipients(verb: "Token", event_type: str) -> "Iterator[Token]":
    """Yield who may be acted upon, the surest first: whom the verb names, then whom its objects are of or for."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "dative", "attr"}]
    named = [inner for child in objects if child.pos_ == "ADP" for inner in child.children if inner.dep_ == "pobj"]
    objects = [
        child for child in objects if child.pos_ != "ADP" and child.lemma_.lower() not in word_class("projectile")
    ]
    if event_type not in OWN_FORCES:
        named += [child for child in objects if not any(k.dep_ == "poss" and k.pos_ == "PRON" for k in child.lefts)]
    yield from (token for token in named if acts(token))
    for token in objects:
        yield from (owner for owner in owners(token) if owner.dep_ == "poss")
        yield from _after(token)
        yield from owners(token)
    yield from (token for token in _after(verb) if event_type not in TWO_SIDED or not _is_where(token))
    for clause in verb.rights:
        if clause.dep_ in {"xcomp", "ccomp"} or (clause.dep_ in {"advcl", "acl"} and clause.tag_ in {"VBG", "VB"}):
            yield from _of_clause(clause, event_type)
    for token in (verb, *objects):
        for inner in _governed_by(token):
            yield from owners(inner)
            yield from _after(inner)
    if event_type in TARGETS:
        yield from (token for token in named if token.pos_ in NOMINAL)
        aimed = (inner for inner in _governed_by(verb) if inner.head.lower_ in AT)
        yield from (token for token in aimed if token.pos_ in NOMINAL and token.ent_type_ not in WHEN)


def _of_clause(clause: "Token", event_type: str) -> "Iterator[Token]":
    """Yield whom a clause under the verb names: who is to act, then who is acted upon."""
    for subject in clause.lefts:
        if subject.dep_ in {"nsubj", "nsubjpass"}:
            yield from ([subject] if acts(subject) else owners(subject))
    yield from _recipients(clause, event_type)


def _after(token: "Token") -> "Iterator[Token]":
    """Yield who stands after the prepositions of a word, those that name a recipient first."""
    yield from (inner for inner in _governed_by(token) if acts(inner))


def _is_where(token: "Token") -> bool:
    """Whether a name says where sides met: in Geneva."""
    return token.head.lower_ in {"in", "at"}


def _governed_by(token: "Token") -> "list[Token]":
    governed = [
        (RECIPIENT_PREPOSITIONS.index(child.lower_), inner)
        for child in token.rights
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in RECIPIENT_PREPOSITIONS
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    return [inner for _, inner in sorted(governed, key=lambda pair: pair[0])]


def _is_empty(token: "Token") -> bool:
    return token.pos_ == "PRON" and token.lower_ in {"it", "there", "that", "which", "what", "this", "who"}


def _of_noun(noun: "Token") -> "tuple[Token | None, Token | None]":
    """Return actor and recipient of what a noun tells: strikes [by] A [on] B; A’s attack; talks [between] A and B.

    Whom a deed such as an abduction belongs to suffers it, unless `of` names who does: the mayor’s abduction.
    """
    owner = next((c for c in noun.lefts if c.dep_ in {"poss", "amod", "nmod", "compound"} and acts(c)), None)
    between = _governed(noun, {"between", "among"})
    if between is not None:
        return between, None
    by = _governed(noun, {"by"})
    recipient = next((token for token in _after(noun) if token != (by or owner)), None)
    if noun.lemma_.lower() in SUFFERED and owner is not None and owner.dep_ == "poss" and recipient is None:
        return by, owner
    actor = by or owner or (_subject_above(noun) if noun.dep_ in {"dobj", "pobj", "attr"} else None)
    if recipient is None and noun.dep_ == "dobj":
        recipient = next((token for token in _after(noun.head) if token != actor), None)
    return (actor if actor is None or acts(actor) else None), recipient if recipient != actor else None


def _subject_above(noun: "Token") -> "Token | None":
    """Return who does what a noun tells by the verb above it: [the army] stepped up its attacks; is in Oslo for talks.

    Who only sees or says something of it does not do it: he condemned the attack, she witnessed the raid.
    """
    verb = noun.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb and verb.dep_ != "ROOT":
        verb = verb.head
    is_there_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    if verb.lemma_ in WITNESSES or not (verb.pos_ == "VERB" or is_there_for):
        return None
    return _meant(subject_of(verb), verb)


def _governed(noun: "Token", prepositions: set[str]) -> "Token | None":
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
    return None


def _phrase(head: "Token | None") -> "Span | None":
    """Return the words that name a participant, with what restricts them: armed groups aligned with Iran."""
    if head is None:
        return None
    if head.dep_ in {"amod", "nmod", "compound"}:
        return head.doc[head.i : head.i + 1]
    start = head.i
    for token in reversed(head.doc[head.left_edge.i : head.i]):
        is_article = token.dep_ in {"det", "predet", "preconj"} and token.lower_ != "both"
        if (token.is_punct and token.text not in IN_NAMES) or is_article:
            break
        start = token.i
    stops = [child.left_edge.i for child in head.rights if _only_adds(child)]
    stops += [token.i for token in head.doc[head.i + 1 : head.right_edge.i + 1] if token.tag_ in FINITE]
    stops += [
        child.i for child in head.rights if child.dep_ == "prep" and any(c.ent_type_ in WHEN for c in child.children)
    ]
    end = min((*stops, head.right_edge.i + 1, head.i + LONGEST))
    while end > head.i + 1 and (head.doc[end - 1].text in CUTS or head.doc[end - 1].tag_ == "POS"):
        end -= 1
    return head.doc[start:end]


def _only_adds(child: "Token") -> bool:
    """Whether what follows a name says more of it, and not whom it means: stationed in Iraq, but not linked to Iran."""
    if child.dep_ in {"acl", "relcl"}:
        return child.lemma_ not in TIES
    return child.dep_ in {"appos", "advcl", "cc", "punct"}
