"""Say what a number counts or measures, where and when, by the parse of its sentence."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from transforms.parsing.spans import beginning_within
from transforms.parsing.syntax import verb_above
from transforms.parsing.tokens import covering
from transforms.records.article_records import Time

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

CLOCKS = {"o’clock", "o'clock"}
NOTHING = {
    "digit", "figure", "glance", "half", "kind", "look", "one", "part", "point", "quarter", "reason", "side", "sort",
    "step", "thing", "third", "time", "way", "word",
}  # fmt: skip
"""Nouns that nobody counts in words: two things, three times, one part, six figures; 1,000 words are counted."""

NOT_COUNTED = {"of", "the", "these", "those", "a", "an", "its", "their", "his", "her", "more", "additional", "further"}

NO_PLURAL = {
    "aircraft", "cattle", "cavalry", "crew", "fish", "infantry", "livestock", "people", "personnel", "police",
    "poultry", "series", "sheep", "spacecraft", "staff", "troop", "yuan", "yen", "won", "baht", "rand", "youth",
}  # fmt: skip
"""Nouns that are counted without an s. Others are not counted in the singular: a 911 caller, the No. 2 bank."""

ZERO_OF = {"gravity", "hour", "sum", "tolerance", "possibility", "chance", "option"}
"""Nouns that make a name with zero, as does net zero; of others it says that there are none: zero growth."""

NOT_NUMBERED = {"DATE", "GPE", "NORP", "PERSON"}
"""Entities that no number belongs to, though the parse may hang both on one noun: By Jane Hall 900 words."""

HYPHENS = {"-", "‑", "–"}
LONGEST = 10  # tokens from a number to its noun: what lies farther off belongs to something else

NUMBERED = {
    "type", "day", "phase", "stage", "class", "category", "level", "chapter", "episode", "season", "round", "channel",
    "terminal", "gate", "platform", "zone", "route", "highway", "section", "article", "appendix", "figure", "table",
}  # fmt: skip
"""Nouns that with a capital name something by its number, also where they begin a sentence: Type 1 diabetes."""

LASTS = {"last", "take", "stay", "spend", "wait", "remain", "run", "go", "work", "be"}
"""Verbs that say how long something lasts."""

PAST = {"ago", "later", "earlier", "before", "after", "a", "per", "of", "old"}
"""Words behind `one day` with which it is a length of time."""


def counted_noun(number: "Span") -> "Token | None":
    """Return the noun that a number stands with: 12 [people], dozens of [people]; None where it stands alone."""
    for at in (number.root, number[-1]):  # of a range the parse may take one end for another thing
        head = told_of(at)
        near = number.end <= head.i < number.end + LONGEST
        if near and at.dep_ in {"nummod", "compound", "quantmod", "amod", "nmod"}:
            noun = _whole(head, number)
            return noun if noun is not None and not _number_between(number, noun) else _right_after(number)
    of = number.doc[number.end] if number.end < len(number.doc) else None
    if of is not None and of.lower_ == "out" and of.i + 1 < len(number.doc):
        of = of.nbor()  # 15 out of 27 members
    if of is not None and of.lower_ == "of" and of.dep_ == "prep" and number.text.lower() != "one":
        return _noun(next((child for child in of.children if child.dep_ == "pobj"), None), number)
    return _right_after(number)  # and nobody counts `one of the oldest banks`


def told_of(number: "Token") -> "Token":
    """Return what a number is told of, past the number of the whole: 12 of 30 [schools], 12 out of 30.

    No verb has a number: where the parse gives it one, that of its subject is meant.
    """
    whole = number.head
    if number.dep_ == "nummod" and whole.pos_ == "VERB" and number.i + 1 < len(number.doc):
        after = number.nbor()
        return after if after.pos_ == "NOUN" and after.head == whole else whole
    is_part = number.dep_ in {"quantmod", "nummod"} and whole.pos_ == "NUM" and whole.i > number.i
    return whole.head if is_part and number.doc[number.i + 1 : whole.i].text in {"of", "out of"} else whole


def _right_after(number: "Span") -> "Token | None":
    """Return the plural right after a number and its adjectives, which the parse hangs on the next: 243 new [cars]."""
    for token in number.doc[number.end : number.end + 3]:
        if token.tag_ == "NNS":
            return _noun(token, number)
        if token.tag_ not in {"JJ", "VBN"} and token.dep_ != "amod":
            break
    return None


def _whole(token: "Token", number: "Span") -> "Token | None":
    """Return the noun itself where the parse stops before it: 8 million low- and middle-income [families]."""
    is_half = token.text.endswith("-") or (token.dep_ == "nmod" and token.pos_ == "NOUN")  # 850 oak and pine trees
    is_first = token.dep_ == "compound" and token.tag_ == "NN" and token.head.tag_ in {"NNS", "NNPS"}  # 30 court orders
    is_part = is_half or (is_first and number.doc[number.end].text not in HYPHENS)
    return _noun(token.head if is_part and token.head.i > token.i else token, number)


def _noun(token: "Token | None", number: "Span") -> "Token | None":
    if token is None or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.lemma_.lower() in CLOCKS:
        return None
    if token.lemma_.lower() in NOTHING and (token.lemma_.lower() == "one" or not _is_thing(token, number)):
        return None
    return None if token.text.endswith("-") else token


def _is_thing(token: "Token", number: "Span") -> bool:
    """Whether what nobody counts in words is counted: in digits, or told by another noun as in two match points."""
    return number.text[0].isdigit() or (number.text.lower() != "one" and is_kind(token, number))


def is_kind(noun: "Token", number: "Span") -> bool:
    """Whether another noun between a number and its noun says of which kind it is: two [match] points."""
    before = noun.nbor(-1) if noun.i > number.end else None
    return before is not None and before.dep_ == "compound" and before.pos_ == "NOUN"


def _number_between(number: "Span", noun: "Token") -> bool:
    """Whether another number stands between a number and its noun: two dead, 30 hurt. Not so: five 20-ton trucks."""
    doc = noun.doc
    return any(_is_number(doc[i]) and (i == number.end or doc[i - 1].text == ",") for i in range(number.end, noun.i))


def is_count(number: "Span", noun: "Token", value: float) -> bool:
    """Whether the noun after a number is counted by it: names are not, nor most nouns in the singular.

    One is no count of a country or city (one united France), nor of the hand that something is on.
    """
    if value == 1 and number.text.lower() == "one" and (_is_on_one_hand(number, noun) or _is_land(noun)):
        return False
    if value == 1 or noun.doc[number.end].text in HYPHENS:
        return True
    if value == 0 and number.text.lower() == "zero":
        is_net = number.start > 0 and number.doc[number.start - 1].lower_ == "net"
        return not is_net and noun.lower_ not in ZERO_OF and noun.pos_ == "NOUN"
    if noun.tag_ == "NNP":
        return (noun.text.endswith("s") or noun.ent_type_ == "NORP") and not number.text.istitle()
    return noun.tag_ != "NN" or noun.lemma_.lower() in NO_PLURAL


def _is_land(noun: "Token") -> bool:
    """Whether a noun is the name of a country or city; the model marks some common nouns as such."""
    return noun.ent_type_ == "GPE" and noun.pos_ == "PROPN" and noun.is_title


def _is_on_one_hand(number: "Span", noun: "Token") -> bool:
    before = {token.lower_ for token in number.doc[max(0, number.start - 2) : number.start]}
    return noun.lower_ == "hand" and "on" in before


def counted_phrase(number: "Span", noun: "Token") -> "Span":
    """Return the words of the noun phrase after the number, without articles and numbers: 12 [young people]."""
    doc = noun.doc
    start = next((i + 1 for i in range(noun.i - 1, number.end - 1, -1) if _is_number(doc[i])), number.end)
    start = next((i + 1 for i in range(noun.i - 1, start - 1, -1) if doc[i].text == ")"), start)
    while start < noun.i and (doc[start].lower_ in NOT_COUNTED or doc[start].pos_ == "PUNCT"):
        start += 1
    return doc[start : noun.i + 1]


def _is_number(token: "Token") -> bool:
    """Whether a token is a number of its own, no part of a compound (2,000-pound) and no name of a model (F-16)."""
    is_model = token.text[0].isalpha() and token.text[-1].isdigit()
    return token.pos_ == "NUM" and not is_model and token.nbor().text not in HYPHENS


def is_label(number: "Span") -> bool:
    """Whether a number names what stands before it: Flight 370, Room 12, No. 1, the Note 7 phones."""
    root = number.root
    before = number.doc[number.start - 1] if number.start else None
    is_named = root.dep_ in {"nummod", "appos", "npadvmod"} and root.head.i == number.start - 1
    if before is None:
        return False
    if before.text == "." and before.i and before.nbor(-1).lower_ in {"no", "nr"}:
        return True
    if before.text == "No" and not before.is_sent_start and number.text.isdigit():
        return True  # the No 1 language
    is_in_name = root.dep_ == "nummod" and before.dep_ in {"compound", "nmod"} and before.head == root.head
    is_in_name = is_in_name and before.ent_type_ not in NOT_NUMBERED
    if before.lower_ in NUMBERED and (before.is_title or before.is_upper) and number.text.isdigit():
        return True
    if before.lower_ == "category":
        return True  # a category three storm
    is_name = before.pos_ == "PROPN" or (before.is_title and before.pos_ == "NOUN" and not before.is_sent_start)
    return before.lower_ in {"no.", "nr.", "#", "number"} or ((is_named or is_in_name) and is_name)


def noun_after(number: "Span") -> str | None:
    """Return the noun after a fraction, and an article where there is one: one in five [houses], half the [size]."""
    after = number.doc[number.end] if number.end < len(number.doc) else None
    if after is not None and after.dep_ in {"det", "poss"} and after.head.i > after.i:
        return number.doc[after.i + 1 : after.head.i + 1].text
    return after.text if after is not None and after.pos_ == "NOUN" else None


def share_of(number: "Span") -> str | None:
    """Return what a share is of: 30 percent of [voters]."""
    after = [token for token in number.doc[number.end : number.end + 3] if token.lower_ == "of"]
    whole = next((child for of in after for child in of.children if child.dep_ == "pobj"), None)
    return whole.doc[whole.left_edge.i : whole.i + 1].text if whole is not None else None


def time_of(doc: "Doc", number: "Span", times: Sequence[Time]) -> int | None:
    """Return the temporal expression, of `times` in reading order, that a figure holds for: on the same verb."""
    verb = verb_above(number.root)
    sentence = number.sent
    for time in beginning_within(times, sentence.start_char, sentence.end_char):
        if time.kind == "interval" and doc.kept("verb of time", time.start_char, partial(_verb_of, doc, time)) == verb:
            return time.time_id
    return None


def _verb_of(doc: "Doc", time: Time) -> "Token | None":
    return verb_above(covering(doc, time.start_char, time.end_char).root)


def is_idiom(number: "Span") -> bool:
    """Whether `one` counts nothing: struck down one motion after another; will leave one day."""
    if number.text.lower() != "one":
        return False
    after = number.doc[number.end : number.end + 3]
    if after[1:].text.lower() == "after another":
        return True
    if not len(after) or after[0].lower_ != "day" or after[0].dep_ != "npadvmod" or after[0].head.lemma_ in LASTS:
        return False
    is_to_come = any(child.tag_ in {"MD", "TO"} for child in after[0].head.lefts)
    return is_to_come and after[1:2].text.lower() not in PAST
