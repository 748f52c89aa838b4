"""Say through what something was said: a platform, a statement, an interview, the medium that was told it."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

PREPOSITIONS = {"in", "on", "via", "through", "at", "during", "to", "with", "by", "from"}
THROUGH = {"in", "on", "via", "through", "during"}
"""Those before channels alone, where a name stands before them: said Ana Lee on Telegram."""

MEDIA = {"television", "tv", "radio"}
"""What is told something as a medium without a name: state television."""

NAMES_OF_MEDIA = {"ORG", "PRODUCT", "WORK_OF_ART"}


def find_channel(cue: "Token", index: EntityIndex) -> str | None:
    """Return the channel of what `cue` reports; None when its clause names none.

    A platform or medium by its name (`Telegram`, `Reuters`), else the noun: `statement`, `interview`.
    """
    told = next((child for child in cue.rights if cue.lemma_ == "tell" and child.dep_ in {"dobj", "dative"}), None)
    if told is not None and told.ent_type_ == "ORG":
        return _name(told, index)
    if told is not None and told.lemma_.lower() in MEDIA:
        words = [child.text for child in told.lefts if child.dep_ in {"compound", "amod"}]
        return " ".join([*words, told.text])
    behind = [inner for child in cue.rights if child.dep_ == "nsubj" for inner in child.rights if opens_channel(inner)]
    for preposition in (*cue.children, *behind):  # said Ana Lee in a statement
        if preposition.dep_ != "prep" or preposition.lower_ not in PREPOSITIONS:
            continue
        if (noun := _channel_of(preposition)) is not None:
            return _platform(noun, index) or (noun.lemma_.lower() if noun.pos_ == "NOUN" else noun.text)
    return None


def opens_channel(token: "Token") -> bool:
    """Return whether a preposition leads to a channel, whatever the parse takes it to: on Telegram, in a statement."""
    return token.lower_ in THROUGH and _channel_of(token) is not None


def _channel_of(preposition: "Token") -> "Token | None":
    nouns = (child for child in preposition.children if child.dep_ == "pobj")
    return next((noun for noun in nouns if noun.lemma_.lower() in channel_nouns()), None)


def _platform(noun: "Token", index: EntityIndex) -> str | None:
    """Return the platform or medium that stands after the noun: a statement on Telegram, an interview with CNN."""
    for token in noun.subtree:
        is_told = token.dep_ == "pobj" and token.head.lower_ in PREPOSITIONS and token.i > noun.i
        if is_told and (token.lower_ in channel_nouns() or token.ent_type_ in NAMES_OF_MEDIA):
            return _name(token, index) if token.pos_ == "PROPN" else None
    return None


def _name(token: "Token", index: EntityIndex) -> str:
    mentions = index.within(token.idx, token.end_char)
    return mentions[0].text if mentions else token.text


@cache
def channel_nouns() -> frozenset[str]:
    """Return the names of channels, in lower case."""
    return frozenset(lexicon_terms("channels.txt"))
