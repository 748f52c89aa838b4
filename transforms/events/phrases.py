"""The words of a sentence that name who takes part in an event."""

import calendar
from typing import TYPE_CHECKING

from transforms.events.agency import acts, whole_name
from transforms.events.sectors import sector_of_word
from transforms.events.taken import WHEN
from transforms.parsing.syntax import CUTS, IN_NAMES, is_dash, is_joining_hyphen

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

MODIFIES = {"amod", "nmod", "compound"}

PERSONS = {
    "counterpart", "colleague", "opponent", "rival", "critic", "supporter", "worshipper", "pilgrim", "tourist",
    "national", "delegate", "negotiator", "contractor", "operative", "suspect", "survivor", "relative", "fan",
    "pupil", "athlete", "artist", "graduate", "pensioner", "pilot", "scientist", "fisherman", "businessman", "merchant",
}  # fmt: skip
"""Nouns of people that tell no sector."""

OF_PERSONS = ("ers", "ors", "ists", "ians", "ees", "men", "women")
"""Endings of nouns of people in the plural: Christian employers."""

SEATS = {"capital", "embassy", "consulate", "border", "city", "town", "village", "province", "island", "port"}
"""Nouns of places that with a people or a country before them name one: the Russian capital."""

PREMISES = {
    "bar", "restaurant", "hotel", "shop", "store", "firm", "company", "newspaper", "club", "nightclub", "factory",
    "school", "hospital", "church", "mosque", "synagogue", "bakery", "brewery", "casino", "cinema", "museum",
    "theatre", "theater",
}  # fmt: skip
"""Nouns of what is in a town and not the town's: sued a New York City bar."""

TIES = {"align", "ally", "affiliate", "link", "back", "support", "lead", "call", "name", "oppose", "fight", "flee"}
"""Verbs after a noun that say which group is meant: groups linked to Iran."""

BESIDE_NAMES = {"only", "even", "just", "meanwhile", "however", "not"}
"""Adverbs before a name that are no part of it."""

ACCUSES = {"accuse", "charge", "suspect", "convict", "strip", "deprive", "rob", "relieve", "acquit", "clear"}

NUMBERS = {"PERCENT", "MONEY"}
"""What no person's name begins with: the end of a heading."""

WEEKDAYS = frozenset(calendar.day_name)
"""What a name before which no comma stands may be taken to begin with: on [Saturday] Ana Silva left."""

BECAUSE_OF = {"over", "after", "following", "during", "amid", "despite", "since", "before", "because", "outside", "on"}
"""Prepositions behind a name that say why, when or where: summoned the envoy [over the raid]."""

FINITE = {"VBD", "VBZ", "VBP", "MD"}
"""Verbs that no name holds: what follows is a clause that the parse took for a part of it."""

LOOSE = {"POS", "WDT", "WP"}
"""Words that no name ends with: the mark of an owner, the pronoun of a clause."""

OFFICIALS = {"COP", "GOV", "JUD"}
"""Sectors of those who are nobody's."""

NO_END = FINITE | LOOSE

NAMES = {"PERSON", "ORG", "GPE", "LOC", "FAC"}

NAMED = {"PERSON", "GPE"}
"""Names that what follows a preposition is no part of, of a person but for `of`: welcomed Anna Berg [to Oslo]."""

BRACKET = 3
"""Tokens of an abbreviation in brackets."""

LONGEST = 12  # tokens of a participant's phrase: beyond, it is more than a name and what qualifies it


def phrase_of(head: "Token | None") -> "Span | None":
    """Return the words that name a participant, with what restricts them: armed groups aligned with Iran."""
    if head is None or head.is_punct:
        return None
    if head.dep_ in MODIFIES:
        return _of_modifier(head)
    start = head.i
    bracket = _bracket_before(head)
    for token in reversed(head.doc[head.left_edge.i : head.i]):
        if token.i in bracket:
            start = token.i
            continue
        if token.lower_ in BESIDE_NAMES or (head.ent_type_ == "PERSON" and token.ent_type_ in NUMBERS):
            break
        if _is_of_calendar(token) or token.text in WEEKDAYS or _ends_heading(token):
            break  # on 4 March Peruvian troops; Oslo - Ministers
        is_article = token.dep_ in {"det", "predet", "preconj"} and not (token.lower_ == "both" and head.tag_ == "NNS")
        if (token.is_punct and token.text not in IN_NAMES) or is_article or token.like_url or token.like_email:
            break
        start = token.i
    stops = [child.left_edge.i for child in head.rights if _only_adds(child)]
    stops += [
        _start_of_clause(token, head) for token in head.doc[head.i + 1 : head.right_edge.i + 1] if token.tag_ in FINITE
    ]
    stops += [
        child.i
        for child in head.rights
        if child.dep_ == "prep" and (head.ent_type_ == "GPE" or (head.ent_type_ in NAMED and child.lower_ != "of"))
    ]
    stops += [child.i for child in head.rights if child.dep_ == "prep" and child.lower_ in BECAUSE_OF]
    stops += [token.i for token in head.doc[head.i + 1 : head.right_edge.i + 1] if _is_of_what(token)]
    if (whom := whom_behind_agent(head)) is not None:
        stops.append(whom.head.i)
    stops += [child.i for child in head.rights if _is_charge(child) or child.right_edge.lower_ == "particular"]
    stops += [
        child.i for child in head.rights if child.dep_ == "prep" and any(c.ent_type_ in WHEN for c in child.children)
    ]
    end = _end_of_part(head, max(min((*stops, head.right_edge.i + 1)), _end_of_word(head)))
    while end > head.i + 1 and (head.doc[end - 1].text in CUTS or head.doc[end - 1].tag_ in LOOSE):
        end -= 1
    return _with_whole_names(head.doc[start:end])


def whom_behind_agent(agent: "Token") -> "Token | None":
    """Return whom a deed is done to where the parse gives them to who does it: the arrest by police of [Ana Lee].

    It assumes that police and officials are of no person, as members or supporters may be.
    """
    if agent.head.lower_ != "by" or agent.head.head.pos_ != "NOUN" or sector_of_word(agent.lemma_) not in OFFICIALS:
        return None
    of = (inner for child in agent.rights if child.lower_ == "of" for inner in child.rights if inner.dep_ == "pobj")
    return next((inner for inner in of if inner.ent_type_ == "PERSON"), None)


def _end_of_part(head: "Token", end: int) -> int:
    """Return the end of a phrase; of one that is too long that of the part that a comma, a preposition or `and` ends.

    Hundreds of residents of Oslo, [a town that …]; a comma comes first, since what follows it adds least.
    """
    limit = head.i + LONGEST
    if end <= limit:
        return end
    behind = head.doc[head.i + 1 : limit + 1]
    commas = [token.i for token in behind if token.text in CUTS]
    joins = [token.i for token in behind if token.dep_ in {"prep", "cc"}]
    return (commas or joins or [limit])[-1]


def _with_whole_names(phrase: "Span") -> "Span":
    """Widen a phrase to the whole of a name that it begins or ends in: the Republic [of Crimea]."""
    doc, start, end = phrase.doc, phrase.start, phrase.end
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start].ent_type_ in NAMES and not doc[start - 1].is_punct:
        start -= 1
    while start < phrase.start and doc[start].pos_ == "DET":
        start += 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ in NAMES and doc[end].tag_ not in NO_END:
        end += 1
    return doc[start:end]


def _bracket_before(head: "Token") -> range:
    """Return the tokens of an abbreviation in brackets before a noun: the Islamic State [(IS)] group."""
    doc, at = head.doc, head.i
    is_bracket = at >= BRACKET and doc[at - 1].text == ")" and doc[at - BRACKET].text == "(" and doc[at - 2].is_upper
    return range(at - BRACKET, at) if is_bracket else range(0)


def phrase_before(head: "Token | None", trigger: "Token") -> "Span | None":
    """Return the words that name a participant up to a trigger that says of them what they do: [groups] fighting it."""
    phrase = phrase_of(head)
    if phrase is None or not phrase.root.i < trigger.i < phrase.end:
        return phrase
    end = max(phrase.root.i + 1, min(trigger.left_edge.i, trigger.i))
    while end > phrase.root.i + 1 and (phrase.doc[end - 1].text in CUTS or phrase.doc[end - 1].tag_ in LOOSE):
        end -= 1
    return phrase.doc[phrase.start : end]


def _ends_heading(token: "Token") -> bool:
    """Whether a dash parts a heading or a dateline from a name: Oslo - [Norwegian officials]."""
    return is_dash(token) and token.nbor().is_title


def _is_of_calendar(token: "Token") -> bool:
    """Whether a word is of a date with a month or a day's name, which no phrase of people begins with."""
    return token.ent_type_ in WHEN and any(word.pos_ == "PROPN" for word in whole_name(token))


def _start_of_clause(verb: "Token", head: "Token") -> int:
    """Return where the clause of a finite verb begins behind a noun: the company [that organized it]."""
    return verb.left_edge.i if verb.left_edge.i > head.i else verb.i


def _end_of_word(head: "Token") -> int:
    """Return the token after a word and what hyphens join to it: editor-in-chief."""
    doc, end = head.doc, head.i + 1
    while end + 1 < len(doc) and is_joining_hyphen(doc[end]) and doc[end + 1].tag_ not in FINITE:
        end += 2
    return end


def _of_modifier(word: "Token") -> "Span":
    """Return what a name before a noun names: itself, or with the noun when that is of people or of the same name.

    The German counterpart is no German, and the National Guard is nobody called National; Syrian bases are Syria's.
    """
    noun = word.head
    is_one_name = bool(word.ent_type_) and all(token.ent_iob_ == "I" for token in word.doc[word.i + 1 : noun.i + 1])
    is_person = noun.tag_ == "NNS" and noun.lower_.endswith(OF_PERSONS)
    is_whole = noun.i > word.i and (is_one_name or is_person or noun.lemma_.lower() in {*PERSONS, *SEATS, *PREMISES})
    return (phrase_of(noun) if is_whole else None) or (whole_name(word) if word.ent_type_ else _with_capitals(word))


def _with_capitals(word: "Token") -> "Span":
    """Return a name that is not known as one with the capitals before it: the [Harbour High School] fire."""
    start = word.i
    while word.pos_ == "PROPN" and start > 0 and word.nbor(start - word.i - 1).pos_ == "PROPN":
        if word.doc[start - 1].ent_type_:
            break
        start -= 1
    return word.doc[start : word.i + 1]


def _is_of_what(child: "Token") -> bool:
    """Whether a preposition says what somebody is accused or suspected of: the minister [of taking bribes]."""
    return child.dep_ == "prep" and any(inner.dep_ == "pcomp" and inner.tag_ == "VBG" for inner in child.rights)


def _is_charge(child: "Token") -> bool:
    """Whether a preposition behind an accused says of what, and governs nobody: charged a man [with murder]."""
    accused = child.head
    if child.lower_ not in {"of", "with"} or accused.dep_ != "dobj" or accused.head.lemma_ not in ACCUSES:
        return False
    return not any(acts(inner) for inner in child.rights)


def _only_adds(child: "Token") -> bool:
    """Whether what follows a name says more of it, and not whom it means: stationed in Iraq, but not linked to Iran."""
    if child.dep_ in {"acl", "relcl"}:
        return child.lemma_ not in TIES
    return child.dep_ in {"appos", "advcl", "cc", "punct"}
