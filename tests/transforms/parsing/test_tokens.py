import random
from typing import TYPE_CHECKING

import pytest

from transforms.parsing.from_spacy import read_doc
from transforms.parsing.spacy_model import annotate, parse, tokenize
from transforms.parsing.tokens import covering, within

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

    from transforms.parsing.tokens import Doc

TEXT = (
    "Ana Kovač’s armies  shelled it in 2014, said “the U.N.”, its envoys and ana@example.org.\n\n"
    "They SAID so — twice, on www.example.org, which is what she had told whom to believe it was. Was it? "
)


@pytest.fixture
def both(nlp: "Language") -> "tuple[SpacyDoc, Doc]":
    read = annotate(nlp, TEXT)
    return read, read_doc(read, TEXT)


def test_spans_tell_what_those_of_spacy_tell(both: "tuple[SpacyDoc, Doc]") -> None:
    theirs, ours = both
    for start in range(len(ours)):
        for end in range(start + 1, len(ours) + 1):
            one, other = ours[start:end], theirs[start:end]
            for name in ("text", "start_char", "end_char"):
                assert getattr(one, name) == getattr(other, name), (start, end, name)
            assert one.root.i == other.root.i, (start, end)
            assert (len(one), [token.i for token in one]) == (len(other), [token.i for token in other])
            assert (one.sent.start, one.sent.end) == (other.sent.start, other.sent.end)
            assert ours.phrase(start, end) == one.text
            assert one[0].i == start
            assert one[-1].i == end - 1
            assert (one[1:].start, one[:-1].end) == (other[1:].start, other[:-1].end)


def test_characters_are_found_as_by_spacy(both: "tuple[SpacyDoc, Doc]") -> None:
    theirs, ours = both
    chance = random.Random(5)  # noqa: S311 - the same places each time
    for _ in range(400):
        start = chance.randrange(len(TEXT))
        end = chance.randrange(start + 1, len(TEXT) + 1)
        span, inner = covering(ours, start, end), within(ours, start, end)
        expanded = theirs.char_span(start, end, alignment_mode="expand")
        contracted = theirs.char_span(start, end, alignment_mode="contract")
        assert (span.start, span.end) == (expanded.start, expanded.end)
        assert (inner.start, inner.end) == (contracted.start, contracted.end) if contracted else not len(inner)
    with pytest.raises(IndexError):
        covering(ours, 0, len(TEXT) + 1)


def test_there_is_nothing_beyond_the_ends(both: "tuple[SpacyDoc, Doc]") -> None:
    _, ours = both
    for beyond in (lambda: ours[0].nbor(-1), ours[-1].nbor, lambda: ours[3:5][2], lambda: ours[len(ours)]):
        with pytest.raises(IndexError):
            beyond()
    assert [token.i for token in ours[-2:]] == [len(ours) - 2, len(ours) - 1]
    assert len(ours[5:3]) == 0


def test_a_phrase_ends_with_the_text(both: "tuple[SpacyDoc, Doc]") -> None:
    _, ours = both
    assert ours.phrase(0, len(ours) + 3) == ours[0 : len(ours)].text
    assert ours.texts == [token.text for token in ours]
    assert ours.lowers == [token.lower_ for token in ours]
    assert ours.lemmas == [token.lemma_.lower() for token in ours]


def test_spans_are_equal_by_place_and_label(both: "tuple[SpacyDoc, Doc]") -> None:
    _, ours = both
    assert ours[1:3] == ours[1:3]
    assert len({ours[1:3], ours[1:3], ours[1:4]}) == 2
    assert ours.ents[0] != ours[ours.ents[0].start : ours.ents[0].end]


def test_what_is_kept_is_made_once() -> None:
    doc = tokenize("They met.")
    made: list[int] = []
    assert [doc.kept("place", at, lambda at=at: made.append(at)) for at in (0, 0, 1)] == [None, None, None]
    assert made == [0, 1]
    assert doc.kept("other", 0, lambda: "then") == "then"


def test_tokens_let_go_leave_nothing_to_the_collector(nlp: "Language") -> None:
    import gc
    import weakref

    doc = parse(nlp, TEXT)
    watched = weakref.ref(doc)
    gc.collect()
    gc.disable()
    try:
        doc.let_go()
        del doc
        assert watched() is None
    finally:
        gc.enable()
