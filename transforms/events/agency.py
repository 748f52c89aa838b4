"""Tell who can act: a name of people, a group or a state, or a noun for them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.events.sectors import sector_of_word
from transforms.lexicons.countries import country_named

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

PEOPLE = {"ORG", "GPE", "NORP", "PERSON", "LOC", "FAC"}

GROUPS = {
    "body", "group", "movement", "network", "bloc", "alliance", "coalition", "unit", "cell", "band", "camp", "panel",
    "committee", "team", "board", "grandson", "granddaughter", "grandfather", "grandmother", "uncle", "aunt",
    "nephew", "niece", "cousin", "friend", "boyfriend", "girlfriend", "relative", "spouse", "heir", "head", "chief",
    "boss", "director", "aide", "ally", "member", "founder", "owner", "lawyer", "chairman", "chairwoman", "colleague",
    "critic", "rival", "predecessor", "successor", "counterpart", "guest", "delegate", "expert",
}  # fmt: skip
"""Words for people, together or by whose they are, that tell no sector."""

NOUNS = {"NOUN", "PROPN"}

CROWDS = {"thousand", "hundred", "dozen", "score", "million", "many", "others"}
"""Numbers that stand for people without a noun: [thousands] marched."""

POWERS = {"GOV", "MIL", "REB", "IGO", "SPY", "LEG", "PTY", "OPP"}
"""Sectors of those who act for a state, or against it."""

MADE_OF = {"of", "including"}
"""Prepositions before those whom a number or a group is made of: thousands of [protesters]."""


ROLES = {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}
"""Relations of a noun that stands alone, and not before another."""

BODIES = {"medium", "leadership"}
"""Who acts where the noun stands alone: the US media, the leadership; not media requests, leadership in trade."""

OWNING = {"poss", "amod", "nmod", "compound"}

TOPICS = {
    "defense", "defence", "security", "intelligence", "business", "industry", "press", "media", "relief", "charity",
    "trade", "election", "air",
}  # fmt: skip
"""Words for those who act that before a noun tell what it is about: a defense treaty, security talks."""

MATTERS = {"refugee", "migrant", "prisoner", "hostage", "worker", "child"}
"""Words for people whom an agreement is about: the refugee agreement."""

SITES = {
    "family",
    "school",
    "church",
    "mosque",
    "hospital",
    "university",
    "college",
    "court",
    "bank",
    "company",
    "parliament",
}
"""Words for those who act that before a deed of violence tell where or to whom it was done: a school shooting."""

MEETINGS = {"talk", "negotiation", "summit", "meeting", "conference", "discussion", "consultation"}
"""What a place before the noun tells the place of: the Geneva talks."""

ACCORDS = {"accord", "agreement", "treaty", "deal", "pact", "convention", "protocol"}
"""What is called by the place where it was made: the Paris accord."""

INQUIRIES = {"investigation", "probe", "inquiry"}
"""What a country before the noun may be the matter of: the Russia probe."""

SUBSTANCES = {"nerve", "chemical", "biological", "toxic"}
"""Words before agents that are no people."""

THINGS = {
    "peso", "dollar", "euro", "ruble", "rouble", "yen", "yuan", "currency", "economy", "market", "share", "stock",
    "bond", "law", "bill", "brochure", "leaflet", "death",
    "export", "import", "price", "oil", "good", "product", "win", "victory", "defeat",
}  # fmt: skip
"""What does nothing to anybody, whosever it is: the Mexican peso."""

OF_WHAT_KIND = {"state": {"visit"}, "coalition": MEETINGS}
"""Words for those who act that before these nouns say of what kind they are: a state visit, coalition talks."""

ABSTRACT = ("ity", "ion", "ness", "ment", "ism", "acy")
"""Endings of nouns of qualities and acts; those of them that people are called, as `generation`, have a sector."""

CONTINENTS = {"asian", "african"}
"""Adjectives of parts of the world where nobody acts for all."""

NOT_PEOPLE = {
    "intra",
    "air",
    "anti",
    "pro",
    "non",
    "ex",
    "pre",
    "post",
    "counter",
    "inter",
    "multi",
    "semi",
    "brexit",
    "internet",
}
"""What is taken for names of people: first parts of words, anti-Iranian, and matters; shot in the air."""


def is_topic(token: "Token") -> bool:
    """Whether a word before a noun tells what that is about, and not whose it is."""
    return token.dep_ in {"compound", "amod", "nmod"} and not token.ent_type_ and token.lemma_.lower() in TOPICS


def is_site(token: "Token", event_type: str) -> bool:
    """Whether a word before a noun tells where violence was done or to whom, or who meets: a school shooting."""
    is_named = token.dep_ in {"amod", "nmod"} and token.tag_ == "NNP" and token.ent_type_ in PEOPLE - {"NORP"}
    if token.dep_ != "compound" and not (is_named and event_type in {"AGREE", "CONSULT"}):
        return False
    if token.head.lemma_ in OF_WHAT_KIND.get(token.lemma_.lower(), ()):
        return True
    if event_type == "AGREE" or (event_type == "CONSULT" and token.head.lemma_ in ACCORDS):
        # by a name that is no people's or country's an agreement is called, and by a matter
        is_matter = token.lemma_.lower() in MATTERS
        return is_matter or (token.ent_type_ in PEOPLE - {"NORP"} and country_named(whole_name(token).text) is None)
    if event_type == "PROTEST":
        return token.ent_type_ in {"GPE", "FAC"} and country_named(whole_name(token).text) is None
    if event_type == "ASSAULT":
        is_town = token.ent_type_ in {"GPE", "FAC"} and country_named(whole_name(token).text) is None
        return is_town or token.ent_type_ == "PERSON" or token.lemma_.lower() in SITES
    return token.ent_type_ == "GPE" and token.head.lemma_ in MEETINGS


def is_inquired_into(owner: "Token", noun: "Token") -> bool:
    """Whether an inquiry may be into who stands before it: the Russian investigation, the Russia probe, no US probe."""
    is_country = owner.ent_type_ == "GPE" and not owner.text.isupper() and "." not in owner.text
    return noun.lemma_ in INQUIRIES and owner.dep_ != "poss" and (owner.ent_type_ == "NORP" or is_country)


def whole_name(word: "Token") -> "Span":
    """Return the name that a word is a part of, without an article: the [Supreme Court] building."""
    doc, start, end = word.doc, word.i, word.i + 1
    while word.ent_type_ and start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while word.ent_type_ and end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    while start < word.i and doc[start].pos_ in {"DET", "PUNCT"}:
        start += 1
    while end > word.i + 1 and (doc[end - 1].is_punct or doc[end - 1].tag_ == "POS"):
        end -= 1
    return doc[start:end]


def owners(token: "Token") -> "Iterator[Token]":
    """Yield whom a noun belongs to: [Palestinian] homes, [Serbia]’s suppression; a part of its name is nobody else."""
    for child in token.lefts:
        if child.dep_ != "poss" and child.lower_ in CONTINENTS:
            continue  # an Asian visit
        if child.dep_ in OWNING and acts(child) and not is_topic(child) and not _is_part_of_word(child, token):
            yield child


def _is_part_of_word(word: "Token", noun: "Token") -> bool:
    """Whether a word before a noun is part of the same name, [North] Korea, or of a word: an anti-[regime] protest."""
    if word.i > 1 and word.nbor(-1).text == "-" and (word.nbor(-2).lower_ in NOT_PEOPLE or word.nbor(-2).like_num):
        return True  # a four-state pipeline
    if not word.ent_type_ or word.dep_ == "poss":
        return False
    return all(token.ent_iob_ == "I" for token in word.doc[word.i + 1 : noun.i + 1])


def acts(token: "Token") -> bool:
    """Whether a word can name who acts: a name of people, a group or a state, or a noun for them."""
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"} or token.lower_ in NOT_PEOPLE:
        return False
    if token.pos_ == "PROPN" and any(sector_of_word(child.lemma_.lower()) for child in token.lefts):
        return True  # Chancellor Scholz
    if token.pos_ == "PROPN" and any(child.dep_ == "compound" and child.ent_type_ == "ORG" for child in token.lefts):
        return True  # of a longer name the model marks a part: the House Freedom Caucus
    lemma = token.lemma_.lower()
    if lemma == "agent" and any(child.lower_ in SUBSTANCES for child in token.lefts):
        return False
    if lemma == "state" and not token.ent_type_ and _is_condition(token):
        return False
    is_body = lemma in BODIES and token.dep_ in ROLES and not any(child.lower_ == "in" for child in token.rights)
    names_people = is_body or sector_of_word(lemma) is not None or lemma in GROUPS
    return token.ent_type_ in PEOPLE or (token.pos_ in NOUNS and names_people)


def _is_condition(state: "Token") -> bool:
    """Whether a state is one that somebody or something is in: a state of extreme agitation; not: the state of Ohio."""
    of = (inner for child in state.rights if child.lower_ == "of" for inner in child.rights if inner.dep_ == "pobj")
    return any(inner.pos_ == "NOUN" for inner in of)


def can_act(phrase: "Span | None") -> bool:
    """Whether a phrase names or describes somebody who can act: by its head, whom that belongs to, or is made of."""
    if phrase is None:
        return False
    head = phrase.root
    if head.pos_ == "NOUN" and head.lemma_.lower() in THINGS:
        return False
    if head.lemma_.lower() in CROWDS and not any(child.lower_ == "of" for child in head.rights):
        return True
    of = [inner for child in head.rights if child.lower_ in MADE_OF for inner in child.children if inner.dep_ == "pobj"]
    called = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if is_abstract(head):
        of = []  # the priority of the parties
    return any(acts(token) for token in (head, *of, *called)) or next(owners(head), None) is not None


def is_abstract(noun: "Token") -> bool:
    """Whether a noun names no people by its ending: priority, decision, failure."""
    return not noun.ent_type_ and not acts(noun) and noun.lemma_.lower().endswith(ABSTRACT)


def is_power(phrase: "Span | None", verb: "Token") -> bool:
    """Whether a phrase is the object of a verb and names a state, an organization or a force."""
    if phrase is None or phrase.root.head != verb or phrase.root.dep_ not in {"dobj", "dative", "nsubjpass"}:
        return False
    return phrase.root.ent_type_ in {"GPE", "NORP", "ORG"} or sector_of_word(phrase.root.lemma_.lower()) in POWERS


def is_of_forces(phrase: "Span | None") -> bool:
    """Whether a phrase names a state, an organization, soldiers or others with weapons by its head."""
    if phrase is None:
        return False
    sectors = {"MIL", "COP", "REB", "UAF", "GOV", "IGO"}
    return phrase.root.ent_type_ in {"GPE", "NORP", "ORG"} or sector_of_word(phrase.root.lemma_.lower()) in sectors


def is_of_the_state(phrase: "Span | None") -> bool:
    """Whether a phrase names police, soldiers or a government by its head."""
    return phrase is not None and sector_of_word(phrase.root.lemma_.lower()) in {"COP", "MIL", "GOV", "LEG"}


def is_pronoun(phrase: "Span | None") -> bool:
    """Whether a phrase is a pronoun alone."""
    return phrase is not None and len(phrase) == 1 and phrase[0].pos_ == "PRON"
