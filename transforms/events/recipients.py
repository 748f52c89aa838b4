"""Find whom a verb is done to: whom it names, then whom its objects and clauses are of, against or with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.events.agency import acts, is_site, owners
from transforms.events.deeds import DENIES, OWN, OWN_FORCES, SUFFERED, is_deed, leads_nowhere
from transforms.events.phrases import FINITE, SEATS
from transforms.events.taken import WHEN
from transforms.events.trigger_lexicon import triggers, word_class
from transforms.events.where import TWO_SIDED, is_aimed, is_only_where, leads_to_where
from transforms.parsing.lost_subjects import NOMINAL

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

RECIPIENT_PREPOSITIONS = (
    "against", "to", "with", "on", "at", "for", "from", "upon", "toward", "towards", "over", "of", "in", "into",
)  # fmt: skip
"""Prepositions before a recipient, the surer ones first."""

TARGETS = {"ASSAULT", "COERCE"}
"""Types that things suffer too: destroyed [a bridge]."""

AT = {"at", "on", "into", "against"}
"""Prepositions before what violence is aimed at: fired at [the village]."""

WAGES = {
    "commit", "perpetrate", "carry", "conduct", "stage", "mount", "launch", "wage", "unleash", "drop", "fire", "use",
    "release", "detonate", "explode", "make", "run", "begin", "start", "resume", "continue", "intensify",
}  # fmt: skip
"""Verbs of which the object is the deed or its means: committed [crimes], dropped [tonnes of bombs]."""

DETONATED = {"bomb", "device", "explosive", "ied", "grenade"}
"""What is set off."""

OF_RIOT_POLICE = {"gas", "cannon", "bullet", "water", "grenade", "canister", "spray"}
"""What police use on crowds: fired [tear gas]."""

SAVES = {"restore", "protect", "defend", "support", "help", "free", "liberate", "rescue", "back", "save", "reinstate"}
"""Verbs of what is done for somebody."""

UP = {"air", "sky"}
"""Where nobody is hit: fired into the air."""

GETS = {"have", "get", "receive", "gain", "enjoy"}
"""What those do for whom something is asked."""

SAYS = {"say", "add", "tell", "argue", "claim", "insist", "note", "warn", "state", "explain", "declare", "stress"}
"""Verbs of which a clause beside another verb only gives the reason: hailed the vote, saying that Lima had won."""

TALKS = {"discuss", "consider", "mention", "name", "address", "describe", "identify", "comment"}
"""Verbs of which the object is only spoken of: refused to discuss him."""

PUTS_FORWARD = {"propose", "recommend", "suggest", "advocate"}
"""Verbs of which a clause or an object says what is put forward, and not to whom."""

HONOURS = {"honor", "honour", "memory", "name", "front", "wake", "aftermath", "absence"}
"""Words before `of` that make a preposition of it: a museum in honour of her."""

BLOCKS = {"block", "blockade", "barricade", "obstruct", "occupy", "wave"}
"""Verbs of protesters of which the object is where they stand or what they show: blocked the entrance of a school."""

ANNOUNCES = {"protest", "demonstrate", "march", "rally", "gather", "demand", "condemn", "denounce", "oppose", "call",
    "urge", "force", "press", "pressure", "ask", "reject", "criticize", "criticise", "topple", "oust", "challenge",
    "accuse", "blame",
}  # fmt: skip
"""Verbs that say beside a protest whom it is against: marched, demanding that the mayor resign."""

TOWARDS = {"AID", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST"}
"""Types of what is promised to somebody: agreed to help, to meet [the envoy]."""

INQUIRES = {"investigate", "probe", "inspect"}
"""Verbs of which the object may be a case, whose victim is not accused: investigated the death of a guard."""

CASES = {
    "death", "case", "disappearance", "incident", "circumstance", "cause", "crash", "accident", "issue", "question",
    "matter", "possibility",
}  # fmt: skip

ANSWERS = {"what", "how", "why"}
"""Words that begin a clause on a matter, whose subject is nobody that it is done to."""

MARCHES = {"march", "rally", "parade", "vigil"}
"""Gatherings whose owner holds them: a women's march."""

HELPERS = {"aux", "auxpass"}

OBJECT_FORMS = {"him", "her", "them"}


def _makers(token: "Token", event_type: str) -> "Iterator[Token]":
    """Return by whom what is rejected was made: an offer by the army."""
    made_by = (by for by in token.rights if by.lower_ == "by" and event_type == "REJECT")
    return (inner for by in made_by for inner in by.rights if acts(inner))


def recipients(verb: "Token", event_type: str) -> "Iterator[Token]":
    """Yield who may be acted upon, the surest first: whom the verb names, then whom its objects are of or for."""
    if event_type == "PROTEST" and verb.lemma_ in BLOCKS:
        yield from _of_clauses(verb, event_type)
        return
    if verb.lemma_ == "blame" and any(child.lower_ == "on" for child in verb.rights):
        yield from _blamed(verb, event_type)
        return
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "dative", "attr"}] + _up_to(verb)
    if event_type not in OWN_FORCES:
        yield from (child for child in objects if child.pos_ == "PRON" and child.lower_ in OBJECT_FORMS)
    named = [inner for child in objects if child.pos_ == "ADP" for inner in child.children if inner.dep_ == "pobj"]
    is_put_forward = event_type == "REQUEST" and verb.lemma_ in PUTS_FORWARD  # advocated a tariff on imports from Peru
    objects = [child for child in objects if child.pos_ != "ADP" and _is_object(child) and not is_put_forward]
    if event_type not in OWN_FORCES:
        named += [child for child in objects if not any(k.dep_ == "poss" and k.pos_ == "PRON" for k in child.lefts)]
    yield from (token for token in named if acts(token))
    if verb.lemma_ in INQUIRES and any(is_deed(child) or child.lemma_ in CASES for child in objects):
        return
    for token in objects:
        yield from _makers(token, event_type)
        deed = leads_nowhere(token, event_type)
        yield from (owner for owner in owners(token) if owner.dep_ == "poss" and not deed & OWN)
        yield from (
            inner for inner in after(token) if not is_only_where(inner, event_type) and inner.head.lower_ not in deed
        )
        yield from (
            owner
            for owner in owners(token)
            if not (deed & OWN or (event_type == "CONSULT" and is_site(owner, event_type)))
        )
    yield from (token for token in after(verb) if not is_only_where(token, event_type))
    yield from _of_clauses(verb, event_type)
    for inner in (inner for token in (verb, *objects) for inner in governed_by(token)):
        is_part = event_type == "SUPPORT" and inner.head.lower_ == "of"  # hailed the revision of books on the war
        is_part |= event_type == "PROTEST" and inner.lemma_ in SUFFERED  # against whose arrest they protest
        if is_part or inner.head.lower_ in leads_nowhere(inner.head.head, event_type):
            continue
        is_where = leads_to_where(inner, event_type, verb)
        yield from owners(inner) if not is_where and inner.lemma_ not in MARCHES else ()
        behind = (token for token in after(inner) if not is_only_where(token, event_type))
        yield from behind if not is_where or event_type in TWO_SIDED else ()
    if event_type in TARGETS:
        yield from (token for token in named if token.pos_ in NOMINAL and not is_waged(token, verb, event_type))
        aimed = (inner for inner in governed_by(verb) if inner.head.lower_ in AT and is_aimed(inner, event_type))
        yield from (
            token for token in aimed if token.pos_ in NOMINAL and token.ent_type_ not in WHEN and token.lemma_ not in UP
        )


def _up_to(verb: "Token") -> "list[Token]":
    """Return what stands behind `up to` and a number, where the parse takes that for no object: kidnapped up to 16."""
    ups = (child for child in verb.rights if child.lower_ == "up")
    found = (inner for up in ups for to in up.rights if to.lower_ == "to" for inner in to.rights)
    return [inner for inner in found if inner.dep_ == "pobj" and any(child.like_num for child in inner.lefts)]


def is_waged(noun: "Token", verb: "Token", event_type: str) -> bool:
    """Return whether what a verb of violence takes is what is done or used, and not whom it is done to."""
    if event_type == "COERCE" and verb.lemma_ in WAGES:
        return noun.lemma_.lower() in OF_RIOT_POLICE
    return event_type == "ASSAULT" and (verb.lemma_ in WAGES or noun.lemma_.lower() in DETONATED) and not acts(noun)


def _is_object(noun: "Token") -> bool:
    """Whether a noun is what a deed is done to, and nothing that is fired."""
    return noun.lemma_.lower() not in word_class("projectile")


def _blamed(verb: "Token", event_type: str) -> "Iterator[Token]":
    """Yield on whom something is blamed, or on what of whom: blamed it on [them], on [Lima]'s policies."""
    for inner in (inner for inner in governed_by(verb) if inner.head.lower_ == "on"):
        nowhere = leads_nowhere(inner, event_type)
        yield from [inner] if acts(inner) else owners(inner)
        yield from (token for token in after(inner) if token.head.lower_ not in nowhere)


def _of_clauses(verb: "Token", event_type: str) -> "Iterator[Token]":
    for clause in verb.rights:
        if clause.dep_ in {"ccomp", "xcomp"} and verb.lemma_ in DENIES | PUTS_FORWARD:
            continue  # whom a denial speaks of is not denied anything
        if event_type == "REJECT" and (clause.lemma_ in TALKS or (clause.dep_ == "ccomp" and _is_statement(clause))):
            continue  # nor whom what is not said is of: refused to admit that the man was there
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and (clause.lemma_ in SAYS or event_type not in TARGETS):
            continue  # what is done besides is done to others
        if (event_type == "ASSAULT" and clause.lemma_ in SAVES) or (
            clause.dep_ == "advcl" and clause.left_edge.lower_ == "while"
        ):
            continue  # began a campaign to restore the president; was attacked while boarding a flight to Peru
        if event_type == "SUPPORT" and clause.dep_ == "advcl" and clause.tag_ == "VB":
            continue  # hailed a deal to raise wages for them
        if event_type == "PROTEST" and (clause.tag_ == "VBG" or clause.lemma_ not in ANNOUNCES):
            continue  # what they block is not whom they protest against
        if clause.doc[clause.left_edge.i].lower_ in ANSWERS and event_type not in TARGETS:
            continue  # refuses to do what others have done
        if clause.dep_ in {"xcomp", "ccomp"} or (clause.dep_ in {"advcl", "acl"} and clause.tag_ in {"VBG", "VB"}):
            yield from _of_clause(clause, event_type)


def _is_statement(clause: "Token") -> bool:
    """Whether a clause has a finite verb, and so says what is: that the man was there."""
    return any(token.tag_ in FINITE for token in (clause, *clause.lefts) if token == clause or token.dep_ in HELPERS)


def _of_clause(clause: "Token", event_type: str) -> "Iterator[Token]":
    """Yield whom a clause under the verb names: who is to act, then who is acted upon."""
    for subject in clause.lefts:
        if event_type == "REQUEST" and (clause.lemma_ in GETS or subject.dep_ == "nsubjpass"):
            continue  # who should have a say is not asked for it
        if subject.dep_ in {"nsubj", "nsubjpass"} and event_type != "AGREE":
            yield from ([subject] if acts(subject) else owners(subject))
    if event_type == "REQUEST":
        return  # whom the others should help is not asked
    found = recipients(clause, event_type)
    if event_type == "AGREE" and not _is_towards(clause):
        found = (token for token in found if _is_bound(token))
    yield from found


def _is_bound(token: "Token") -> bool:
    """Whether something is promised to who stands behind a preposition: to open talks with it, to lift a ban on it."""
    is_of_noun = token.head.lower_ in {"with", "on"} and token.head.head.pos_ == "NOUN"
    return (token.head.lower_ == "to" or is_of_noun) and token.lemma_ not in SEATS


def _is_towards(verb: "Token") -> bool:
    """Whether what a verb tells is done for or with its object: help, meet [the envoy]; not: sell [the company]."""
    return any(entry.event_type in TOWARDS for entry in triggers().get(("verb", verb.lemma_), ()))


def after(token: "Token") -> "Iterator[Token]":
    """Yield who stands after the prepositions of a word, those that name a recipient first."""
    yield from (inner for inner in governed_by(token) if acts(inner) and not is_empty(inner))


def governed_by(token: "Token") -> "list[Token]":
    """Return what the prepositions of a word govern, those first that are surer to name a recipient.

    What `of` governs behind a name is a part of it: the Treaty of Rome.
    """
    governed = [
        (RECIPIENT_PREPOSITIONS.index(child.lower_), inner)
        for child in token.rights
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in RECIPIENT_PREPOSITIONS
        if not (child.lower_ == "of" and (token.pos_ == "PROPN" or child.nbor(-1).lower_ in HONOURS))
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    return [inner for _, inner in sorted(governed, key=lambda pair: pair[0])]


def is_empty(token: "Token") -> bool:
    """Whether a word is a pronoun that names nobody by itself, or the board that one is on."""
    if token.lower_.endswith(("self", "selves")):
        return True
    if token.lower_ == "board" and token.head.lower_ == "on":
        return not any(child.dep_ == "det" for child in token.lefts)
    return token.pos_ == "PRON" and token.lower_ in {"it", "there", "that", "which", "what", "this", "who"}
