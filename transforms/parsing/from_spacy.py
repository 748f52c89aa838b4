"""Read once what spaCy found in a text: its own objects are made anew each time that one is asked for."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain, count, pairwise, repeat
from typing import TYPE_CHECKING

from transforms.parsing.columns import FLAGS, OF_NAME
from transforms.parsing.tokens import Doc, Span, Token

if TYPE_CHECKING:
    import numpy as np
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

    Keys = np.ndarray[tuple[int], np.dtype[np.uint64]]

WORDS: list[int | str] = ["LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
NUMBERS: list[int | str] = ["IDX", "LENGTH", "ENT_IOB", "SENT_START", "HEAD"]
KINDS: list[int | str] = ["IS_PUNCT", "IS_SPACE", "IS_ALPHA", "SPACY"]
"""What is read of each token, beside its flags."""


def read_doc(read: "SpacyDoc", text: str) -> Doc:
    """Return what spaCy found in a text as plain objects.

    The garbage collector waits meanwhile: it would look at tokens that all stay, for a seventh of the time.
    """
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(read, text)
    finally:
        if is_collecting:
            gc.enable()


def _read(read: "SpacyDoc", text: str) -> Doc:
    doc = Doc(text, is_parsed=read.has_annotation("DEP"))
    lower_keys, lemma_keys, *tag_keys = read.to_array(WORDS).T
    doc.starts, lengths, names, sentences, distances = read.to_array(NUMBERS).astype("int64").T.tolist()
    *kinds, spaces = read.to_array(KINDS).astype(bool).T.tolist()
    doc.columns = dict(zip(FLAGS, read.to_array([*FLAGS.values()]).astype(bool).T.tolist(), strict=True))
    doc.columns["whitespace_"] = [" " if space else "" for space in spaces]
    doc.columns["is_sent_start"] = [begins == 1 for begins in sentences]
    doc.columns["ent_iob_"] = of_name = [OF_NAME[name] for name in names]
    doc.ends = [start + length for start, length in zip(doc.starts, lengths, strict=True)]
    doc.texts = [text[start:end] for start, end in zip(doc.starts, doc.ends, strict=True)]
    doc.lowers = [word.lower() for word in doc.texts]
    lemmas, doc.lemmas = _lemmas(doc.lowers, lower_keys, lemma_keys, read.vocab.strings)
    doc.sents = [Span(doc, start, end) for start, end in _sentences(sentences)]
    in_sentence = chain.from_iterable(repeat(sentence, len(sentence)) for sentence in doc.sents)
    tags = (_tags(keys, read.vocab.strings) for keys in tag_keys)
    places = doc.texts, doc.lowers, lemmas, *tags, doc.starts, doc.ends, in_sentence
    make: Callable[..., Token] = Token
    doc.tokens = list(map(make, repeat(doc), count(), *places, *kinds))
    _grow_tree(doc, [i + distance for i, distance in enumerate(distances)], read)
    named = ((start, end, doc.tokens[start].ent_type_) for start, end in _names(of_name))
    doc.ents = tuple(Span(doc, start, end, label) for start, end, label in named if label)
    return doc


def _lemmas(
    lowers: list[str], lower_keys: "Keys", lemma_keys: "Keys", strings: "StringStore"
) -> tuple[list[str], list[str]]:
    """Return the lemmas, and the same in lower case; most are the words in lower case: a string takes 1 µs to get."""
    lemmas, lowered, others = lowers.copy(), lowers.copy(), (lower_keys != lemma_keys).nonzero()[0]
    keys = lemma_keys[others].tolist()
    named = {key: (string := strings[key], string.lower()) for key in set(keys)}
    for at, key in zip(others.tolist(), keys, strict=True):
        lemmas[at], lowered[at] = named[key]
    return lemmas, lowered


def _tags(keys: "Keys", strings: "StringStore") -> list[str]:
    """Return what a column of spaCy's says in strings, of which few are different."""
    import numpy as np

    different, which = np.unique(keys, return_inverse=True)
    named = np.array([strings[key] for key in different.tolist()], dtype=object)
    found: list[str] = named[which].tolist()
    return found


def _grow_tree(doc: Doc, heads: list[int], read: "SpacyDoc") -> None:
    """Tell each token its head, what hangs on it on either side, and where that begins and ends."""
    tokens = doc.tokens
    before: defaultdict[int, list[Token]] = defaultdict(list)
    behind: defaultdict[int, list[Token]] = defaultdict(list)
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        if head > token.i:
            before[head].append(token)
        elif head < token.i:
            behind[head].append(token)
    for i, children in before.items():
        tokens[i].lefts = tokens[i].children = tuple(children)
    for i, children in behind.items():
        token = tokens[i]
        token.rights = tuple(children)
        token.children = token.lefts + token.rights
    firsts, lasts = _edges(heads, read)
    doc.columns["left_edge"] = [tokens[i] for i in firsts]
    doc.columns["right_edge"] = [tokens[i] for i in lasts]


def _edges(heads: list[int], read: "SpacyDoc") -> tuple[list[int], list[int]]:
    """Return where the subtree of each token begins and ends.

    Where branches cross more than once, spaCy leaves some subtrees shorter than they are: then as spaCy tells, slowly.
    """
    firsts, lasts = list(range(len(heads))), list(range(len(heads)))
    crosses = False
    for i in range(len(heads)):
        at, head = i, heads[i]
        while firsts[at] < firsts[head]:
            firsts[head] = firsts[at]
            crosses |= head < at
            at, head = head, heads[head]
    for i in reversed(range(len(heads))):
        at, head = i, heads[i]
        while lasts[at] > lasts[head]:
            lasts[head] = lasts[at]
            crosses |= head > at
            at, head = head, heads[head]
    if crosses and (firsts, lasts) != _edges_in_one_pass(heads):
        return [token.left_edge.i for token in read], [token.right_edge.i for token in read]
    return firsts, lasts


def _edges_in_one_pass(heads: list[int]) -> tuple[list[int], list[int]]:
    """Return what a pass from left to right, and one back, find of where subtrees begin and end."""
    firsts, lasts = list(range(len(heads))), list(range(len(heads)))
    for i in (*range(len(heads)), *reversed(range(len(heads)))):
        head = heads[i]
        if firsts[i] < firsts[head]:  # noqa: PLR1730 - min() takes three times as long
            firsts[head] = firsts[i]
        if lasts[i] > lasts[head]:  # noqa: PLR1730
            lasts[head] = lasts[i]
    return firsts, lasts


def _sentences(begins: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end."""
    starts = [i for i, begin in enumerate(begins) if begin == 1 or i == 0]
    yield from pairwise([*starts, len(begins)])


def _names(of_name: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where names that a model marks begin and end."""
    for start, place in enumerate(of_name):
        if place == "B":
            end = start + 1
            while end < len(of_name) and of_name[end] == "I":
                end += 1
            yield start, end
