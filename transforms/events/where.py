"""Tell from the preposition before a name that it says where it happened, and not whom it was done to."""

from typing import TYPE_CHECKING

from transforms.events.agency import owners, whole_name
from transforms.events.sectors import sector_of_word
from transforms.events.taken import PLACES
from transforms.events.trigger_lexicon import word_class
from transforms.lexicons.countries import country_named
from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

TWO_SIDED = {"CONSULT", "AGREE", "COOPERATE"}
"""Types with two equal sides."""

CLASHES = {"clash", "skirmish", "battle", "fight"}
"""Verbs of violence of two sides, which have no victim."""

IN_PLACE = {"COERCE", "RETREAT"}
"""Types of which what `in` governs is no recipient."""

NEVER_TO = {
    "SUPPORT": {"in", "from", "against"},
    "ACCUSE": {"in", "to", "for"},
    "REQUEST": {"in", "for", "against", "over", "at"},
    "REJECT": {"in"},
}
NEVER_TO |= {"COERCE": {"to", "into"}} | {key: {"for", "against"} for key in TWO_SIDED}
NEVER_TO |= {"SANCTION": {"into", "over"}, "MOBILIZE": {"from", "into"}}
NEVER_TO |= {"AID": {"at", "in"}, "CONCEDE": {"from", "at"}}
NEVER_TO["PROTEST"] = {"in", "on", "with", "to", "for", "of", "from"}
"""Prepositions that do not lead to the recipient of these types: sued in Ohio, talks on Syria, defended from them."""

SUFFERED_FROM = {
    "ban", "sanction", "attack", "siege", "blockade", "pressure", "war", "restriction", "embargo", "curfew", "tariff",
    "strike", "raid", "assault", "offensive", "crackdown",
}  # fmt: skip
"""Nouns of which `on` says who suffers; of what two sides hold or reach it says the matter."""

TARGETS = {
    "target",
    "site",
    "facility",
    "stronghold",
    "hideout",
    "building",
    "house",
    "home",
    "convoy",
    "fire",
    "attack",
}
"""Things that are hit for whose they are, and means, beside those of the classes `place` and `projectile`."""

BODILY = {"kill", "shoot", "stab", "murder", "rape", "beat", "wound", "injure", "poison"}
"""Verbs of what is done to people, and not to a town."""

FIGHTS = {"fight", "battle"}
FOES = {"MIL", "COP", "REB", "UAF", "GOV", "IGO"}
"""Verbs of fighting, and the sectors of those who fight with others as their foes."""

AIMS = {"fire", "shoot", "aim", "throw", "hurl", "launch", "lob", "open"}
"""Verbs of which `at` says at whom."""


def is_only_where(token: "Token", event_type: str) -> bool:
    """Whether a name says where it happened, or where to: met in Geneva, was arrested in Lima, returned to Russia."""
    if event_type in TWO_SIDED and token.head.lower_ in {"in", "at"}:
        return True
    if (event_type == "ASSAULT" and _is_beside(token.head)) or (event_type in TWO_SIDED and _is_topic(token.head)):
        return True
    if token.head.lower_ in NEVER_TO.get(event_type, ()):
        is_town = token.ent_type_ in PLACES and country_named(whole_name(token).text) is None
        return (
            event_type != "PROTEST" or is_town or token.head.head.pos_ == "VERB"
        )  # protests in Peru are told by where
    if event_type == "ASSAULT" and token.head.lower_ == "in":
        return _names_victim(token.head.head) or _is_place_of_fight(token.head.head)
    if event_type == "COERCE" and token.head.lower_ == "in":
        return True
    return event_type in IN_PLACE and token.head.lower_ in {"in", "to", "into"} and token.ent_type_ in PLACES


def _is_place_of_fight(above: "Token") -> bool:
    """Whether two sides fight, or something else is aimed at, in what `in` governs: fired at a ship in the Red Sea."""
    if above.pos_ == "VERB":
        return above.lemma_ in CLASHES or any(child.lower_ == "at" for child in above.rights)
    return above.dep_ == "pobj" and above.head.lower_ == "at"


def is_whose_protest(token: "Token", event_type: str) -> bool:
    """Whether a preposition of a protest's noun says whose or what for it is: a vigil for the victims."""
    return event_type == "PROTEST" and token.head.lower_ in NEVER_TO["PROTEST"] - {"in"}


def leads_to_where(token: "Token", event_type: str, verb: "Token") -> bool:
    """Whether what a preposition governs only says where: was found injured at [a London flat]."""
    if event_type in TWO_SIDED and (token.head.lower_ in {"in", "at"} or _is_topic(token.head)):
        return True  # held talks on [Peru]'s plan
    if token.head.lower_ in NEVER_TO.get(event_type, ()):
        return True
    if verb.lemma_ in FIGHTS and token.head.lower_ == "with":
        return True  # fought with rebels in Mali
    if event_type in {"COERCE", "ASSAULT"}:
        return token.head.lower_ == "in" or (token.head.lower_ == "at" and verb.lemma_ not in AIMS)
    return False


def _is_topic(preposition: "Token") -> bool:
    """Whether a preposition says what is spoken of or agreed: talks on Syria, an agreement over Peru; not: a ban on."""
    if preposition.lower_ not in {"on", "over"}:
        return False
    return preposition.head.lemma_.lower() not in SUFFERED_FROM


def _is_beside(preposition: "Token") -> bool:
    """Whether a preposition of a verb of violence says for what or where: fought for the town, was killed at a bar."""
    verb = preposition.head
    if verb.pos_ != "VERB":
        return preposition.lower_ == "from"  # attacks from the right
    if verb.lemma_ in FIGHTS and preposition.lower_ in {"in", "with"}:
        return preposition.lower_ == "in" or _is_on_either_side(preposition)
    return preposition.lower_ == "for" or (preposition.lower_ == "at" and verb.lemma_ not in AIMS)


def _is_on_either_side(preposition: "Token") -> bool:
    """Whether whom somebody fights with may be his own side: a man who fought with the Taliban; not: with police.

    Of soldiers, rebels and states who fight with others it is taken that these are their foes.
    """
    subject = subject_of(preposition.head)
    is_foe = subject is not None and (
        subject.ent_type_ in {"GPE", "NORP", "ORG"} or sector_of_word(subject.lemma_.lower()) in FOES
    )
    with_police = any(sector_of_word(inner.lemma_.lower()) == "COP" for inner in preposition.rights)
    return not (is_foe or with_police)


def is_aimed(token: "Token", event_type: str) -> bool:
    """Whether what a preposition of a verb governs is aimed at: fired at it; not: was stabbed at a bar, on a train."""
    if token.head.lower_ == "at" or (token.head.lower_ == "on" and event_type == "ASSAULT"):
        return token.head.head.lemma_ in AIMS
    return True


def _names_victim(word: "Token") -> bool:
    """Whether a verb has a victim, or a noun says whose it is: attacked Palestinian targets in Gaza."""
    if word.pos_ == "NOUN":
        return any(owner.ent_type_ == "NORP" for owner in owners(word))
    return word.pos_ == "VERB" and _has_victim(word)


def _has_victim(verb: "Token") -> bool:
    """Whether a verb names whom it is done to: was stabbed in Lima, but bombed targets, set off a mine in Syria."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if not objects and verb.lemma_ in BODILY:
        return True  # people to kill in Lima
    return any(_is_victim(child.lemma_.lower()) for child in objects)


def _is_victim(lemma: str) -> bool:
    no_victims = (TARGETS, word_class("place"), word_class("projectile"))
    return not any(lemma in words for words in no_victims) and not lemma.endswith(("self", "selves"))
