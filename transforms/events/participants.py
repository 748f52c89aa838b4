"""Find who does what to whom: the actor and the recipient of a trigger, by the parse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.events.agency import PEOPLE, acts, can_act, is_site, owners
from transforms.events.deeds import OWN, OWN_FORCES, leads_nowhere, whom_of
from transforms.events.phrases import MODIFIES, phrase_of
from transforms.events.subjects import meant, subject_above
from transforms.events.taken import WHEN
from transforms.events.trigger_lexicon import word_class
from transforms.events.triggers import Trigger, noun_entry
from transforms.events.where import TWO_SIDED, is_only_where, leads_to_where
from transforms.parsing.syntax import NOMINAL, agent_of, stands_bare, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RECIPIENT_PREPOSITIONS = (
    "against", "to", "with", "on", "at", "for", "from", "upon", "toward", "towards", "over", "of", "in", "into",
)  # fmt: skip
"""Prepositions before a recipient, the surer ones first."""


TARGETS = {"ASSAULT", "COERCE"}
"""Types that things suffer too: destroyed [a bridge]."""


BARE = {"advcl", "oprd", "ccomp", "xcomp", "pcomp"}
"""How a participle hangs on the verb whose subject or object it is said of."""

AT = {"at", "on", "into", "against"}
"""Prepositions before what violence is aimed at: fired at [the village]."""


SUFFERED = {
    "abduction", "kidnapping", "murder", "killing", "assassination", "arrest", "detention", "deportation", "eviction",
    "torture", "rape", "beheading", "lynching", "expulsion", "extradition",
}  # fmt: skip
"""Deeds that belong to whom they are done to."""


@dataclass(frozen=True, slots=True)
class Participants:
    """The phrases of actor and recipient; None for one that the sentence does not name."""

    actor: "Span | None"
    recipient: "Span | None"


UNDERGOES = {"be", "go", "stand", "face"}
"""Verbs whose subject is the one accused: goes on trial, is under investigation."""

GETS = {"have", "get", "receive", "gain", "enjoy"}
"""What those do for whom something is asked."""


OF_PEOPLE = {"REQUEST", "CONSULT", "AGREE", "COOPERATE", "THREATEN", "ACCUSE", "SUPPORT"}
"""Types that nothing but people suffers."""

DENIES = {"deny", "disagree", "dispute", "doubt"}

MARCHES = {"march", "rally", "parade", "vigil"}
"""Gatherings whose owner holds them: a women's march."""

OBJECT_FORMS = {"him", "her", "them"}


def find_participants(trigger: Trigger) -> Participants:
    """Return who acts, and who is acted upon.

    Of an event with two equal sides, `talks between A and B`, the second one is the recipient.
    """
    actor, recipient = _of_noun(trigger.head) if trigger.is_noun else _of_verb(trigger)
    if actor is not None and recipient is None and trigger.event_type in TWO_SIDED:
        recipient = next((child for child in actor.rights if child.dep_ == "conj"), None)
        if recipient is not None:
            return Participants(phrase_of(actor), phrase_of(recipient))
    whom = phrase_of(recipient) if recipient != actor else None
    if whom is not None and _is_thing(whom) and trigger.event_type in OF_PEOPLE:
        whom = None  # an increase that was requested
    return Participants(phrase_of(actor), whom)


def _is_thing(phrase: "Span") -> bool:
    """Whether the subject of a passive is nobody who can act."""
    is_person = phrase.root.pos_ == "PRON" and phrase.root.lower_ != "it"
    return phrase.root.dep_ == "nsubjpass" and not is_person and not can_act(phrase)


def undergoes(trigger: Trigger) -> bool:
    """Whether the subject of a verb is who it is done to: goes on trial."""
    return trigger.event_type == "ACCUSE" and not trigger.is_noun and trigger.head.lemma_ in UNDERGOES


def _of_verb(trigger: Trigger) -> "tuple[Token | None, Token | None]":
    verb = trigger.head
    if undergoes(trigger):
        return None, subject_of(verb)
    passive = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        passive = verb.head  # a car targeted by a bomber
    elif passive is None and is_bare_participle(verb):
        return agent_of(verb), subject_of(verb)  # he appeared in court charged with murder
    if verb.pos_ == "ADJ" or (passive is not None and trigger.event_type == "AGREE"):  # is ready to, is committed to
        actor = passive or meant(subject_of(verb.head), verb.head)
        passive = None
    else:
        actor = meant(subject_of(verb), verb)
    if passive is not None and actor is None and trigger.event_type in OWN_FORCES:
        return passive, next(_after(verb), None)  # troops were deployed
    if passive is not None:
        return actor, passive
    found = [token for token in _recipients(verb, trigger.event_type) if token != actor and not _is_empty(token)]
    found = [whom for token in found if (whom := whom_of(token, trigger)) is not None]
    if trigger.event_type == "COOPERATE":  # states do, whomever they hand over: extradited a suspect to [Peru]
        found.sort(key=lambda token: token.ent_type_ not in PEOPLE or token.dep_ in MODIFIES)
    return actor, next(iter(found), None)


def is_bare_participle(verb: "Token") -> bool:
    """Whether a participle is a passive without a helper: charged with murder, found injured, was shot and wounded."""
    at = verb
    while at.dep_ == "conj" and stands_bare(at):
        at = at.head
    if at != verb:
        return at.tag_ == "VBN" and any(child.dep_ in {"auxpass", "nsubjpass"} for child in at.lefts)
    return verb.dep_ in BARE and stands_bare(verb)


def _recipients(verb: "Token", event_type: str) -> "Iterator[Token]":
    """Yield who may be acted upon, the surest first: whom the verb names, then whom its objects are of or for."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "dative", "attr"}]
    yield from (child for child in objects if child.pos_ == "PRON" and child.lower_ in OBJECT_FORMS)
    named = [inner for child in objects if child.pos_ == "ADP" for inner in child.children if inner.dep_ == "pobj"]
    objects = [
        child for child in objects if child.pos_ != "ADP" and child.lemma_.lower() not in word_class("projectile")
    ]
    if event_type not in OWN_FORCES:
        named += [child for child in objects if not any(k.dep_ == "poss" and k.pos_ == "PRON" for k in child.lefts)]
    yield from (token for token in named if acts(token))
    for token in objects:
        deed = leads_nowhere(token, event_type)
        yield from (owner for owner in owners(token) if owner.dep_ == "poss" and not deed & OWN)
        yield from (
            inner for inner in _after(token) if not is_only_where(inner, event_type) and inner.head.lower_ not in deed
        )
        yield from (owner for owner in owners(token) if not deed & OWN)
    yield from (token for token in _after(verb) if not is_only_where(token, event_type))
    yield from _of_clauses(verb, event_type)
    for inner in (inner for token in (verb, *objects) for inner in _governed_by(token)):
        if inner.head.lower_ in leads_nowhere(inner.head.head, event_type):
            continue
        is_where = leads_to_where(inner, event_type, verb)
        yield from owners(inner) if not is_where and inner.lemma_ not in MARCHES else ()
        yield from _after(inner) if not is_where or event_type in TWO_SIDED else ()
    if event_type in TARGETS:
        yield from (token for token in named if token.pos_ in NOMINAL)
        aimed = (inner for inner in _governed_by(verb) if inner.head.lower_ in AT)
        yield from (token for token in aimed if token.pos_ in NOMINAL and token.ent_type_ not in WHEN)


def _of_clauses(verb: "Token", event_type: str) -> "Iterator[Token]":
    for clause in verb.rights:
        if clause.dep_ == "ccomp" and verb.lemma_ in DENIES:
            continue  # whom a denial speaks of is not denied anything
        if event_type == "PROTEST" and clause.tag_ == "VBG":
            continue  # what they block is not whom they protest against
        if clause.dep_ in {"xcomp", "ccomp"} or (clause.dep_ in {"advcl", "acl"} and clause.tag_ in {"VBG", "VB"}):
            yield from _of_clause(clause, event_type)


def _of_clause(clause: "Token", event_type: str) -> "Iterator[Token]":
    """Yield whom a clause under the verb names: who is to act, then who is acted upon."""
    for subject in clause.lefts:
        if event_type == "REQUEST" and (clause.lemma_ in GETS or subject.dep_ == "nsubjpass"):
            continue  # who should have a say is not asked for it
        if subject.dep_ in {"nsubj", "nsubjpass"}:
            yield from ([subject] if acts(subject) else owners(subject))
    yield from _recipients(clause, event_type)


def _after(token: "Token") -> "Iterator[Token]":
    """Yield who stands after the prepositions of a word, those that name a recipient first."""
    yield from (inner for inner in _governed_by(token) if acts(inner))


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
    event_type = entry.event_type if (entry := noun_entry(noun)) else ""
    owner = next((who for who in owners(noun) if not is_site(who, event_type)), None)
    between = _governed(noun, {"between", "among"})
    if between is not None:
        return between, None
    by = _governed(noun, {"by"})
    after = (token for token in _after(noun) if not is_only_where(token, event_type))
    recipient = next((token for token in after if token != (by or owner)), None)
    if noun.lemma_.lower() in SUFFERED and owner is not None and owner.dep_ == "poss" and recipient is None:
        return by, owner
    actor = by or owner or (subject_above(noun) if noun.dep_ in {"dobj", "pobj", "attr"} else None)
    if recipient is None and event_type == "ASSAULT":
        recipient = next((who for who in owners(noun) if is_site(who, event_type)), None)  # the Oslo bombing
    if recipient is None:
        against = _governed(noun, {"against"})
        recipient = next(owners(against), None) if against is not None else None
    if recipient is None and noun.dep_ == "dobj":
        recipient = next((token for token in _after(noun.head) if token != actor), None)
    return (actor if actor is None or acts(actor) else None), recipient if recipient != actor else None


def _governed(noun: "Token", prepositions: set[str]) -> "Token | None":
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
    return None
