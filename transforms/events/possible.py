"""Tell what is only wished, allowed, alleged or possible from what a sentence says of it."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import CALLS, IN_A_CALL

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

WILL = {"will", "shall", "wo"}

MAYBE = {"may", "might", "could", "would", "can", "should", "must"}

OWN = {"aux", "auxpass", "nsubj", "nsubjpass"}
"""What a verb beside another has of its own where it shares no auxiliary."""

FINITE = {"VBD", "VBZ", "VBP"}

UNDER = {"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp"}
"""How an infinitive or participle hangs on the verb that carries its tense."""

WISHES = {
    "want", "hope", "try", "seek", "consider", "attempt", "need", "call", "urge", "ask", "demand", "plan", "propose",
    "mind", "expect", "encourage", "persuade", "convince", "recommend", "press", "push", "beg", "aim", "intend",
    "wish", "like", "ought", "struggle", "require", "deserve", "allow", "permit", "enable", "authorize", "authorise",
    "focus", "concentrate", "strive", "vie", "instruct", "order", "direct", "advise", "threaten", "suggest",
    "vow", "pledge", "promise", "swear",
}  # fmt: skip
"""Verbs over what is only wished, asked for, ordered, promised, tried or allowed."""

FORCES = {"force", "compel", "coerce", "persuade", "convince", "get", "press", "pressure", "induce"}
"""Verbs of which an infinitive is only what somebody is after."""

POLITE = {"extend", "express", "thank", "offer", "congratulate", "apologize", "apologise", "welcome", "commend"}

ORDERS = {"order", "want", "need"}
"""Verbs over a participle of what is to be done: ordered the station shut down."""

ASKED_FOR = {
    "request", "demand", "call", "plan", "proposal", "offer", "effort", "attempt", "bid", "wish", "desire",
    "intention", "precedent", "plot", "conspiracy", "scheme", "pledge", "promise", "vow", "need", "authority",
    "right", "ability", "power", "chance", "opportunity", "willingness", "readiness", "permission", "capability",
    "capacity", "suggestion", "recommendation", "insistence", "risk", "danger", "possibility", "prospect",
    "likelihood", "fear", "threat", "suspicion", "able", "skeptical", "sceptical", "wary", "cautious", "doubtful",
    "unable", "free", "entitled", "eligible", "likely", "unlikely",
}  # fmt: skip
"""Nouns and adjectives over what is only possible: requests to detain, the risk of an attack, able to protest."""

ALLEGED = {
    "alleged", "allegedly", "suspected", "supposed", "supposedly", "purported", "purportedly", "possible",
    "potential", "nearly", "almost",
}  # fmt: skip
"""Words before what nobody vouches for, or what was not done in full."""

CHARGES = {"charge", "allegation", "accusation", "claim", "suspicion", "rumor", "rumour"}
"""Nouns of which what `of` governs, or their clause, is only alleged: on charges that he killed them."""

SUSPECTS = {"accuse", "suspect"}
"""Verbs of which what `of` governs is only alleged."""


def is_alleged(word: "Token") -> bool:
    """Whether a word or its clause is said to be only alleged: allegedly stabbed; the suspected attack.

    So is what stands beside such a clause: allegations that they were behind hacking.
    """
    is_beside = word.dep_ in {"advcl", "pcomp", "pobj", "xcomp"}
    clause = next((above for above in word.ancestors if above.pos_ in {"VERB", "AUX"}), word) if is_beside else word
    return _is_alleged(word) or (clause != word and _is_alleged(clause))


def _is_alleged(word: "Token") -> bool:
    if any(child.lower_ in ALLEGED for child in word.lefts) or _is_alleged_of(word):
        return True
    above = word.head
    if word.dep_ in {"pobj", "pcomp"} and above.lower_ == "of":
        return above.head.pos_ == "NOUN" and above.head.lemma_ in CHARGES
    return word.dep_ in {"acl", "ccomp"} and above.pos_ == "NOUN" and above.lemma_ in CHARGES


def _is_alleged_of(verb: "Token") -> bool:
    """Whether it is alleged who did it: was killed, allegedly by two men."""
    agents = [child for child in verb.rights if child.dep_ == "agent"]
    before = [agent.nbor(-1) for agent in agents]
    return any(word.lower_ in {"allegedly", "supposedly", "purportedly"} for word in before)


def is_over_possible(above: "Token") -> bool:
    """Whether what hangs on a word is only wished or possible: wants to go, the risk of war, is able to stop it."""
    if _was_done(above):
        return False
    return above.lemma_.lower() in (WISHES if above.pos_ in {"VERB", "AUX"} else ASKED_FOR | WISHES)


def is_polite(verb: "Token") -> bool:
    """Whether somebody does what he says he would like to do: we would like to thank them."""
    return (
        verb.lemma_ in POLITE
        and verb.dep_ == "xcomp"
        and verb.head.lemma_ == "like"
        and "would" in helpers_of(verb.head)
    )


def is_wished(verb: "Token") -> bool:
    """Whether what is told by an infinitive hangs on a wish, an attempt or a bid: a bid to force the firm to pay."""
    at, is_beside = verb, False
    if _is_ensured(verb) or _is_ordered(verb) or (verb.dep_ == "csubj" and helpers_of(verb.head) & MAYBE):
        return True  # taking the bridge would mean
    while is_infinite(at) and at.dep_ in UNDER and at.head != at and not _is_beside(at):
        if any(child.dep_ == "mark" and child.lower_ == "for" for child in at.lefts):
            return at.head.lemma_ != "take"  # a precedent for him to be sued; not: it took a year for them to agree
        is_beside |= at.dep_ == "advcl" and at.tag_ == "VBG"  # urged calm, accusing them: that is done
        is_beside |= at.head.lemma_ in CALLS and verb.lemma_ in IN_A_CALL  # called him to offer help
        at = at.head
        if at.pos_ == "ADP" and at.head != at:
            at = at.head  # the chance of passing it
        if _was_done(at):
            return False
        if (not is_beside and _is_wish(at)) or helpers_of(at) & MAYBE or _is_condition(at):
            return True  # this could let them strike; were they to strike
    return _is_made_easier(at)


def _is_wish(above: "Token") -> bool:
    """Whether a word is of a wish or the like, or of what somebody is after: a campaign to [force] them to leave."""
    if above.pos_ not in {"VERB", "AUX"}:
        return above.lemma_.lower() in ASKED_FOR
    is_aim = above.lemma_ in FORCES and any(child.tag_ == "TO" for child in above.lefts)
    return is_aim or above.lemma_.lower() in WISHES | SUSPECTS


def _is_made_easier(word: "Token") -> bool:
    """Whether something would be made easier or harder: it would make it [easier] to deport them."""
    at = word
    while at.pos_ == "ADJ" and at.dep_ in {"acomp", "oprd", "ccomp", "xcomp"} and at.head != at:
        at = at.head
    return at != word and bool(helpers_of(at) & MAYBE)


def _is_ensured(verb: "Token") -> bool:
    """Whether somebody wants to ensure that something is so."""
    at = verb if verb.dep_ == "ccomp" else verb.head
    is_ensured = at.dep_ == "ccomp" and at.head.lemma_ in {"ensure", "guarantee"} and at.head.tag_ == "VB"
    return is_ensured and _is_wish(at.head.head)


def _is_condition(verb: "Token") -> bool:
    """Whether a clause says by its order what would be if: were they to meet."""
    return verb.lower_ == "were" and any(child.dep_ == "nsubj" for child in verb.rights)


def _is_beside(verb: "Token") -> bool:
    """Whether a clause tells what is so whatever is done: would stay despite being asked to go, after meeting him."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"despite", "after", "since", "following"}


def _is_ordered(verb: "Token") -> bool:
    """Whether a participle tells what is to be done, even where the parse gives it a subject: ordered [it] closed."""
    is_under = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in ORDERS and verb.tag_ in {"VBN", "VBD"}
    return is_under and not any(child.dep_ in {"aux", "auxpass", "mark"} for child in verb.lefts)


def _was_done(word: "Token") -> bool:
    """Whether who was able to do something did it: were able to arrest them; not: were not able."""
    verb = word.head
    is_past = word.lemma_ == "able" and verb.lemma_ == "be" and verb.tag_ == "VBD"
    return is_past and not any(child.dep_ == "neg" for child in verb.children)


def is_infinite(verb: "Token") -> bool:
    """Whether a verb is an infinitive or a participle, whose tense another carries."""
    if verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.lefts):
        return False  # is attacking
    if _has_another_form(verb):
        return True
    return verb.tag_ in {"VB", "VBG"} or any(child.tag_ == "TO" or _is_being(child) for child in verb.lefts)


def _has_another_form(verb: "Token") -> bool:
    """Whether a verb that looks like a present cannot have the subject of the one before: she has to act, [send] help.

    It is taken for an infinitive beside the one that stands below that verb.
    """
    if verb.tag_ != "VBP" or verb.dep_ != "conj" or verb.head.tag_ != "VBZ":
        return False
    return not any(child.dep_ in OWN for child in verb.lefts) and any(
        child.dep_ == "xcomp" for child in verb.head.rights
    )


def _is_being(helper: "Token") -> bool:
    return helper.dep_ == "auxpass" and helper.tag_ == "VBG"


def shared_helpers(verb: "Token") -> set[str]:
    """Return the auxiliaries of a verb, or those that it shares with one before it: can be beaten or [robbed]."""
    at = verb
    while at.dep_ == "conj" and _shares(at) and not any(child.dep_ in OWN for child in at.lefts):
        at = at.head
    return helpers_of(at)


def _shares(verb: "Token") -> bool:
    """Whether a verb has the form of the one before it; without an object a past is taken for a participle."""
    if verb.tag_ == "VBD":
        return verb.head.tag_ == "VBN" and not any(child.dep_ in {"dobj", "prt"} for child in verb.rights)
    return verb.head.tag_ == verb.tag_ or {verb.head.tag_, verb.tag_} == {"VB", "VBP"}  # spelled alike


def is_finite(verb: "Token") -> bool:
    """Return whether a verb or its first helper is of the past or the present: was asking; not: ask, should ask."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else verb).tag_ in FINITE


def helpers_of(verb: "Token") -> set[str]:
    """Return the auxiliaries of a verb, by lemma."""
    return {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}
