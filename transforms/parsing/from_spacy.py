"""Read once what spaCy found in a text: its own objects are made anew each time that one is asked for."""

from collections.abc import Iterator
from itertools import count, pairwise, repeat, starmap
from typing import TYPE_CHECKING

from transforms.parsing.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

WORDS: list[int | str] = ["LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
NUMBERS: list[int | str] = ["IDX", "LENGTH", "ENT_IOB", "SENT_START", "HEAD"]
FLAGS: list[int | str] = [
    *("SPACY", "IS_PUNCT", "IS_SPACE", "IS_ALPHA", "IS_DIGIT", "IS_TITLE", "IS_UPPER", "IS_STOP", "IS_QUOTE"),
    *("LIKE_NUM", "LIKE_URL", "LIKE_EMAIL"),
]
"""What is read of each token, in the order that `Token` takes it."""


def read_doc(read: "SpacyDoc", text: str) -> Doc:
    """Return what spaCy found in a text as plain objects."""
    doc = Doc(text, is_parsed=read.has_annotation("DEP"))
    lemmas, *tags = (_strings(read, keys) for keys in read.to_array(WORDS).T.tolist())
    doc.starts, lengths, names, sentences, distances = read.to_array(NUMBERS).astype("int64").T.tolist()
    flags = read.to_array(FLAGS).astype(bool).T.tolist()
    doc.ends = [start + length for start, length in zip(doc.starts, lengths, strict=True)]
    doc.texts = [text[start:end] for start, end in zip(doc.starts, doc.ends, strict=True)]
    doc.lowers = [word.lower() for word in doc.texts]
    doc.lemmas = [lemma.lower() for lemma in lemmas]
    places = doc.texts, doc.lowers, lemmas, *tags, doc.starts, doc.ends, names, sentences
    rows = zip(repeat(doc), count(), *places, *flags)
    doc.tokens = tokens = list(starmap(Token, rows))
    heads = [i + distance for i, distance in enumerate(distances)]
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for token, head, first, last in zip(tokens, heads, *_edges(read, heads), strict=True):
        token.head, token.left_edge, token.right_edge = tokens[head], tokens[first], tokens[last]
        if head != token.i:
            (lefts if head > token.i else rights).setdefault(head, []).append(token)
    for i, children in lefts.items():
        tokens[i].lefts = tuple(children)
    for i, children in rights.items():
        tokens[i].rights = tuple(children)
    doc.sents = [Span(doc, start, end) for start, end in _sentences(tokens)]
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
    doc.ents = tuple(Span(doc, start, end, tokens[start].ent_type_) for start, end in _names(tokens))
    return doc


def _strings(read: "SpacyDoc", keys: list[int]) -> list[str]:
    strings = read.vocab.strings
    named = {key: strings[key] for key in set(keys)}
    return [named[key] for key in keys]


def _edges(read: "SpacyDoc", heads: list[int]) -> tuple[list[int], list[int]]:
    """Return where the subtree of each token begins and ends; as spaCy tells, more slowly, where branches cross."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for i, head in enumerate(heads):
        if first[i] < first[head]:  # noqa: PLR1730 - min() takes three times as long
            first[head] = first[i]
    for i in reversed(range(len(heads))):
        if last[i] > last[heads[i]]:  # noqa: PLR1730
            last[heads[i]] = last[i]
    if any(first[i] < first[head] or last[i] > last[head] for i, head in enumerate(heads)):
        return [token.left_edge.i for token in read], [token.right_edge.i for token in read]
    return first, last


def _sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end."""
    starts = [token.i for token in tokens if token.is_sent_start or token.i == 0]
    yield from pairwise([*starts, len(tokens)])


def _names(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield where names that a model marks begin and end."""
    for token in tokens:
        if token.ent_iob_ == "B" and token.ent_type_:
            end = token.i + 1
            while end < len(tokens) and tokens[end].ent_iob_ == "I":
                end += 1
            yield token.i, end
