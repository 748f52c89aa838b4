"""Tell by what a verb is said of that it says something else than an event: met the needs, abused her power."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PRIZES = {"title", "crown", "championship", "trophy", "cup", "medal", "record", "lead", "thesis"}
"""What is defended in a game, or before a board."""

ENDANGERED = {
    "job", "livelihood", "peace", "stability", "security", "future", "life", "growth", "economy", "survival", "species",
    "existence", "health", "recovery", "order", "unity", "progress", "deal", "plan", "supply", "industry", "safety",
    "democracy", "property", "home", "environment", "ecosystem", "habitat", "market", "harvest", "crop", "world",
}  # fmt: skip
"""What is put at risk without a threat."""

MET = {
    "need", "demand", "target", "goal", "requirement", "condition", "deadline", "standard", "criterion", "obligation",
    "burden", "challenge", "expectation", "objective", "cost", "commitment", "death", "fate", "end", "eye", "bill",
    "definition", "threshold", "test", "promise", "resistance", "opposition", "aim", "quota", "shortfall", "approval",
    "message", "letter", "call", "report", "information", "money", "support", "complaint", "vote", "award", "sentence",
}  # fmt: skip
"""What is met, or received, without a meeting."""

ABUSED = {
    "power", "authority", "position", "office", "system", "process", "trust", "privilege", "rule", "right", "loophole",
    "drug", "alcohol", "substance", "drink", "opioid", "painkiller", "steroid", "cocaine", "heroin", "data",
}  # fmt: skip
"""What is abused without violence."""

OTHER_OBJECTS = {
    "meet": MET, "receive": MET, "defend": PRIZES, "abuse": ABUSED, "slam": {"brake", "door", "phone", "lid"},
    "welcome": {"visitor", "customer", "tourist", "chance", "opportunity", "guest", "shopper", "fan", "child", "baby"},
}  # fmt: skip
"""Objects with which these verbs say something else."""

TO_AN_END = {"resolution", "conclusion", "end", "close", "light", "attention", "fruition", "successful"}
"""What a case is brought to by those who do not bring it before a court."""


def has_other_object(verb: "Token") -> bool:
    """Whether a verb of the lexicon has an object with which it says something else.

    Of a verb or an object that it does not know it says no, and the event stays. Source: the senses of these verbs in
    dictionaries of English.
    """
    if verb.lemma_ == "make":
        deals = (child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ == "deal")
        return any(word.lower_ in {"big", "huge"} for deal in deals for word in deal.lefts)
    if verb.lemma_ == "bring":
        to = (inner for child in _below(verb) if child.lower_ == "to" for inner in child.rights)
        return any(inner.lemma_ in TO_AN_END for inner in to)
    others = OTHER_OBJECTS.get(verb.lemma_)
    if others is None:
        return False
    said_of = {"dobj", "nsubjpass"} if verb.lemma_ == "abuse" else {"dobj"}
    on = (inner for child in verb.rights if child.lower_ == "on" and verb.lemma_ == "slam" for inner in child.rights)
    objects = [child for child in verb.children if child.dep_ in said_of]
    return any(child.pos_ == "NOUN" and child.lemma_ in others for child in (*objects, *on))


def is_only_named(event_type: str, found: "list[Token]") -> bool:
    """Whether what a verb takes is a part of a name or another verb: offers Giant Food, started talking about it."""
    if event_type == "AID":
        return any(token.pos_ == "PROPN" and token.ent_type_ in {"ORG", "FAC"} for token in found)
    return event_type == "CONSULT" and any(token.tag_ == "VBG" and token.pos_ == "VERB" for token in found)


def _below(verb: "Token") -> "list[Token]":
    return [kid for child in verb.rights for kid in (child, *child.rights)]


def is_danger(verb: "Token") -> bool:
    """Whether something is only put at risk: a shortage threatens jobs; a threat has an infinitive, a deed or a foe."""
    if verb.lemma_ not in {"threaten", "menace"}:
        return False
    return any(
        child.dep_ == "dobj" and not child.ent_type_ and child.lemma_.lower() in ENDANGERED for child in verb.rights
    )
