"""Tell verbs of promising, refusing, yielding and stopping that say something else: ruled out foul play."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

CLAUSES = {"ccomp", "xcomp"}

OPPOSES = {"veto", "oppose", "condemn", "block", "reject", "criticize", "denounce"}
"""What those who refuse to do it let pass."""

RULED_OUT = {
    "play", "terrorism", "sabotage", "arson", "suicide", "murder", "homicide", "possibility", "link", "cause",
    "error", "accident", "failure", "negligence", "poisoning", "motive", "chance", "role", "involvement",
}  # fmt: skip
"""What those who look into a case rule out."""


def is_promise_not(verb: "Token") -> bool:
    """Whether somebody promises not to do something, which may be a refusal: pledged not to serve with them."""
    infinitives = (child for child in verb.rights if child.dep_ in CLAUSES)
    return verb.lemma_ in {"promise", "pledge"} and any(
        child.dep_ == "neg" for infinitive in infinitives for child in infinitive.lefts
    )


def is_finding(verb: "Token") -> bool:
    """Whether a cause is ruled out, nobody would disagree, or nothing is said of it: ruled out foul play."""
    if verb.lemma_ == "disagree":
        return any(child.tag_ == "MD" for child in verb.lefts)
    if verb.lemma_ == "deny" and verb.dep_ == "conj" and verb.head.lemma_ == "confirm":
        return not any(child.dep_ == "nsubj" for child in verb.lefts)  # could not confirm or deny it
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    is_out = any(child.ent_type_ == "PERSON" or child.pos_ == "PRON" for child in objects)
    if (verb.lemma_ == "rule" and is_out) or _lets_pass(verb):
        return True  # was ruled out of the game
    return verb.lemma_ == "rule" and any(child.lemma_.lower() in RULED_OUT for child in objects)


def _lets_pass(verb: "Token") -> bool:
    """Whether somebody refuses to oppose something, by either verb: refused to veto it."""
    refused = [verb, *(child for child in verb.rights if child.dep_ == "xcomp")]
    return any(inner.head.lemma_ == "refuse" and inner.lemma_ in OPPOSES for inner in refused)


def stops_otherwise(verb: "Token") -> bool:
    """Whether it is not their work that people stop: stopped looking for work."""
    stopped = {"work", "tool"}
    if verb.lemma_ != "stop":
        return False
    return not any(child.lemma_ in stopped and child.dep_ in {"dobj", "xcomp", "nsubjpass"} for child in verb.children)


def rallies_round(verb: "Token") -> bool:
    """Whether people gather behind somebody whom they support: voters rallied behind the government."""
    return verb.lemma_ == "rally" and any(child.lower_ in {"behind", "around", "round"} for child in verb.rights)


def is_stopped_by_court(verb: "Token") -> bool:
    """Whether a court suspends a law or a ban, which is no concession of those who made it."""
    subject = subject_of(verb) if verb.lemma_ == "suspend" else None
    return subject is not None and subject.lemma_.lower() in {"court", "judge", "tribunal", "justice"}
