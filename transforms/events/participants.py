"""Find who does what to whom: the actor and the recipient of a trigger, by the parse."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.events.agency import PEOPLE, acts, can_act, is_inquired_into, is_site, owners
from transforms.events.aims import is_aim_of
from transforms.events.announced import LEAVES_OFFICE
from transforms.events.deeds import (
    OWN_FORCES,
    is_deed,
    is_struck,
    sufferer_of,
    whom_of,
    whose_document,
    whose_fear_is_of,
)
from transforms.events.passives import is_undergone, said_of, sides_of_participle
from transforms.events.phrases import MODIFIES, phrase_before, phrase_of, whom_behind_agent
from transforms.events.recipients import PUTS_FORWARD, SAYS, after, is_empty, is_waged, recipients
from transforms.events.request_senses import obliged_by
from transforms.events.strikes import striker
from transforms.events.subjects import behind_dateline, meant, punished_for, subject_above
from transforms.events.triggers import Trigger, noun_entry
from transforms.events.where import CLASHES, TWO_SIDED, is_only_where, is_whose_protest
from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Participants:
    """The phrases of actor and recipient; None for one that the sentence does not name."""

    actor: "Span | None"
    recipient: "Span | None"


UNDERGOES = {"be", "go", "stand", "face"}
"""Verbs whose subject is the one accused: goes on trial, is under investigation."""

NO_PERSONS = {"it", "that", "this", "these", "those", "which", "what"}

RECEIVES = {"seek", "await", "receive", "get", "obtain", "win", "gain", "accept", "require", "need", "deserve"}
"""Verbs of those who are given aid, or lack it."""

ASKS_FOR = {"request", "demand", "solicit", *PUTS_FORWARD}
"""Verbs whose object is asked for, and nobody who is asked."""

STRIKES = {"bomber", "jet", "warplane", "fighter", "gunman", "militant", "artillery", "drone", "aircraft", "airplane"}
"""Who does a deed that is of them, and seldom suffers it."""

KINDS = {"gang", "islamic"}
"""Words that before a deed of violence say of what kind it is."""

LAWSUITS = {"lawsuit", "suit", "case", "charge", "complaint"}

PROMISES = {"promise", "pledge", "express", "voice", "show", "indicate", "signal", "accept", "welcome", "back", "visit"}
"""Verbs of agreeing and meeting that each of several does for himself."""

OF_PEOPLE = {"REQUEST", "CONSULT", "AGREE", "COOPERATE", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"}
"""Types that nothing but people suffers."""


def find_participants(trigger: Trigger) -> Participants:
    """Return who acts, and who is acted upon.

    Of an event with two equal sides, `talks between A and B`, the second one is the recipient.
    """
    if is_undergone(trigger.head):
        return Participants(None, phrase_of(subject_of(trigger.head.head.head)))
    actor, recipient = _of_noun(trigger.head) if trigger.is_noun else _of_verb(trigger)
    if actor is not None and recipient is None and _is_mutual(trigger):
        recipient = next((child for child in actor.rights if child.dep_ == "conj"), None)
        if recipient is not None:
            return Participants(phrase_before(actor, trigger.head), phrase_before(recipient, trigger.head))
    actor, recipient = whose_document(whose_fear_is_of(behind_dateline(actor))), behind_dateline(recipient)
    whom = phrase_before(recipient, trigger.head) if recipient != actor else None
    if whom is not None and _is_thing(whom, trigger) and trigger.event_type in OF_PEOPLE:
        whom = None  # an increase that was requested
    return Participants(phrase_before(actor, trigger.head), whom)


def _is_mutual(trigger: Trigger) -> bool:
    """Whether two who do it do it with each other: A and B met, agreed; not: A and B promised, will help."""
    told = trigger.entry.event_type if trigger.entry else None
    if told == "ASSAULT" and trigger.head.lemma_ in CLASHES and not trigger.is_noun:
        return True  # police and protesters clashed
    return told in TWO_SIDED and trigger.head.lemma_ not in PROMISES


def _is_thing(phrase: "Span", trigger: Trigger) -> bool:
    """Whether what a passive says it of is nobody who can act: rules advised by doctors; that ought to be rejected."""
    root = phrase.root
    is_person = root.pos_ == "PRON" and root.lower_ not in NO_PERSONS
    if root.dep_ == "nsubjpass" and trigger.event_type == "REQUEST" and trigger.head.lemma_ in ASKS_FOR:
        return True  # soldiers were requested
    is_said_of = root.dep_ == "nsubjpass" or (trigger.head.dep_ == "acl" and trigger.head.head == root)
    return is_said_of and not is_person and not (acts(root) if trigger.event_type in TWO_SIDED else can_act(phrase))


def undergoes(trigger: Trigger) -> bool:
    """Whether the subject of a verb is who it is done to: goes on trial."""
    return trigger.event_type == "ACCUSE" and not trigger.is_noun and trigger.head.lemma_ in UNDERGOES


def _of_verb(trigger: Trigger) -> "tuple[Token | None, Token | None]":
    verb = trigger.head
    if undergoes(trigger):
        return None, subject_of(verb)
    if obliged := obliged_by(verb) if trigger.event_type == "REQUEST" and trigger.entry is None else None:
        return meant(subject_of(verb), verb), obliged
    passive = said_of(verb)
    if passive is None and (sides := sides_of_participle(verb)):
        return sides
    if verb.pos_ == "ADJ" or (passive is not None and _acts_itself(verb, trigger)):  # is ready to, is committed to
        actor, passive = passive or meant(subject_of(verb.head), verb.head), None
    else:
        actor = punished_for(verb) or meant(subject_of(verb), verb)
    if actor is not None and (is_aim_of(actor, verb) or _is_empty_subject(actor, verb) or _is_example(verb)):
        actor = None  # a plot to bomb it; it was unfair to blame them
    if actor is not None and trigger.event_type == "ASSAULT" and is_struck(actor, verb):
        actor = None
    if passive is not None:
        return _of_passive(trigger, actor, passive)
    if verb.lemma_ in LEAVES_OFFICE:
        return actor, None  # resigned her Senate seat
    found = [token for token in recipients(verb, trigger.event_type) if token != actor and not is_empty(token)]
    found = [whom for token in found if (whom := whom_of(token, trigger)) is not None and not _is_given(whom, trigger)]
    if trigger.event_type == "COOPERATE":  # states do, whomever they hand over: extradited a suspect to [Peru]
        found.sort(key=lambda token: token.ent_type_ not in PEOPLE or token.dep_ in MODIFIES)
    return actor, next(iter(found), None)


def _is_example(verb: "Token") -> bool:
    """Whether a verbal noun is one of what somebody tells of: reported violence, including shelling."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "including"


def _is_empty_subject(actor: "Token", verb: "Token") -> bool:
    """Whether `it` stands for the infinitive behind it, it was unfair to blame them, or what is said has no subject.

    Who wrote that negotiating would take months does not negotiate.
    """
    is_said = verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in SAYS | {"write"}
    if is_said and not any(child.dep_ in {"nsubj", "aux"} for child in verb.lefts):
        return True
    return actor.lower_ == "it" and actor.head != verb and actor.head.lemma_ == "be"


def _is_given(token: "Token", trigger: Trigger) -> bool:
    """Whether somebody is what is sent or exchanged, and not to whom: sent [troops], swapped [prisoners]."""
    if trigger.entry is not None and trigger.entry.event_type == "CONSULT":
        return token.ent_type_ == "ORG" and _is_taken(token, trigger)  # attended the Oslo Conference
    if trigger.entry is None or trigger.entry.event_type not in {"AID", "COOPERATE"}:
        return False
    if token.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return _is_taken(token, trigger)


def _is_taken(token: "Token", trigger: Trigger) -> bool:
    """Whether a word is what the trigger takes: the agreement that was adopted."""
    entry = trigger.entry
    return entry is not None and bool(entry.takes) and entry.match({token.lemma_.lower(): token}) is not None


def _acts_itself(verb: "Token", trigger: Trigger) -> bool:
    """Whether the subject of a passive is who acts: is committed to it, is opposed to it; not: will be allowed to."""
    is_against = verb.lemma_ == "oppose" and any(child.lower_ == "to" for child in verb.rights)
    is_own = trigger.event_type == "AGREE" and (trigger.entry is None or trigger.entry.event_type == "AGREE")
    is_taken = is_own and any(child.dep_ == "nsubjpass" and _is_taken(child, trigger) for child in verb.lefts)
    return (is_own and not is_taken) or is_against


def _of_passive(trigger: Trigger, actor: "Token | None", passive: "Token") -> "tuple[Token | None, Token | None]":
    told = trigger.deed_type
    if actor is None and told == "ASSAULT":
        actor = striker(trigger.head)
    if actor is None and told in OWN_FORCES:
        return passive, next(after(trigger.head), None)  # troops were deployed
    if _is_given(passive, trigger) and (whom := next(after(trigger.head), None)):
        return actor, whom  # food was sent to them
    if trigger.event_type == "SANCTION" and trigger.head.lemma_ in {"recall", "withdraw"}:
        return actor or next(owners(passive), None), next(after(trigger.head), None)  # recalled from Seoul
    is_taken = trigger.entry is not None and bool(trigger.entry.takes) and trigger.event_type != "ASSAULT"
    is_made = is_taken or (actor is not None and trigger.event_type == "ASSAULT")  # raids were made
    is_put_up = is_taken and trigger.event_type in {"SANCTION", "CONCEDE"} and not acts(passive)
    is_put_up |= trigger.event_type == "ACCUSE" and passive.lemma_ in LAWSUITS  # a case was filed
    waged = is_waged(passive, trigger.head, trigger.event_type)
    if (is_deed(passive) and is_made) or is_put_up or waged:
        behind = (*after(passive), *(after(trigger.head) if waged else ()))  # bombs were dropped on the town
        others = (token for token in behind if not is_only_where(token, trigger.event_type))
        return actor, next((token for token in others if not is_whose_protest(token, trigger.event_type)), None)
    return actor, passive


def _of_noun(noun: "Token") -> "tuple[Token | None, Token | None]":
    """Return actor and recipient of what a noun tells: strikes [by] A [on] B; A’s attack; talks [between] A and B.

    Whom a deed such as an abduction belongs to suffers it, unless `of` names who does: the mayor’s abduction.
    """
    event_type = entry.event_type if (entry := noun_entry(noun)) else ""
    owner = next((who for who in owners(noun) if not (is_site(who, event_type) or _is_no_doer(who, event_type))), None)
    if owner is not None and is_inquired_into(owner, noun):
        owner = None
    between = _governed(noun, {"between", "among"})
    if between is not None:
        return between, None
    if noun.lemma_ == "complaint" and owner is not None and owner.dep_ == "compound":
        owner = None  # police complaints are to or about the police
    if event_type == "AID" and noun.dep_ == "dobj" and noun.head.lemma_ in RECEIVES:
        return owner, subject_of(noun.head)
    by = _doer(noun, event_type)
    others = (token for token in after(noun) if not is_only_where(token, event_type))
    others = (token for token in others if not is_whose_protest(token, event_type))
    recipient = next((token for token in others if token != (by or owner)), None)
    if (sufferer := sufferer_of(noun)) is not None and (recipient is None or sufferer.pos_ == "PRON"):
        return by, sufferer if acts(sufferer) else None
    actor = by or owner or subject_above(noun, event_type)
    if recipient is None and by is not None:
        recipient = whom_behind_agent(by)
    if recipient is None and event_type == "ASSAULT":
        recipient = next((who for who in owners(noun) if is_site(who, event_type)), None)  # the Oslo bombing
    if recipient is None:
        against = _governed(noun, {"against"})
        recipient = next(owners(against), None) if against is not None else None
    if recipient is None and noun.dep_ == "dobj":
        beside = (token for token in after(noun.head) if not is_whose_protest(token, event_type))
        recipient = next((token for token in beside if token != actor), None)
    return (actor if actor is None or acts(actor) else None), recipient if recipient != actor else None


def _doer(noun: "Token", event_type: str) -> "Token | None":
    """Return who does what a noun tells, after `by` or `of`: the protest [of] dockers, the raids [of] its bombers."""
    if event_type == "ACCUSE" and _governed(noun, {"of"}) is not None:
        return None  # allegations of killings by troops
    by = _governed(noun, {"by", "of"} if event_type == "PROTEST" else {"by"})
    if by is None and event_type == "ASSAULT" and (of := _governed(noun, {"of"})) is not None:
        return of if of.lemma_ in STRIKES else None
    return by if by is not None and acts(by) else None  # not: protests of this kind


def _is_no_doer(owner: "Token", event_type: str) -> bool:
    """Whether a word before a noun is only where a protest was, or of what kind a deed: Peru's riots, gang rapes."""
    is_kind = event_type == "ASSAULT" and owner.dep_ != "poss" and owner.lower_ in KINDS
    return is_kind or (event_type == "PROTEST" and owner.ent_type_ == "GPE")


def _governed(noun: "Token", prepositions: set[str]) -> "Token | None":
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
    return None
