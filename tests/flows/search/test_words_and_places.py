"""Words are found where they are, in scripts with and without spaces, without regard to case and accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.errors import UsageError
from flows.search.places import AROUND, find_hits, snippet
from flows.search.terms import Term, match_expression, read_terms
from flows.search.words import spaced, words


@pytest.mark.parametrize(
    ("looked_for", "terms"),
    [
        ("Peace talks", [Term(("peace",)), Term(("talks",))]),
        ('"Peace talks" Wien', [Term(("peace", "talks")), Term(("wien",))]),
        ("“peace talks”", [Term(("peace", "talks"))]),
        ("negotiat*", [Term(("negotiat",), is_prefix=True)]),
        ('"peace neg*"', [Term(("peace", "neg"), is_prefix=True)]),
        ("U.S. vice-president", [Term(("u", "s")), Term(("vice", "president"))]),
        ("Négociateurs", [Term(("negociateurs",))]),
        ("和平 talks", [Term(("和", "平")), Term(("talks",))]),
        ('peace " "', [Term(("peace",))]),
        ("AND near(a) col:b", [Term(("and",)), Term(("near", "a")), Term(("col", "b"))]),
    ],
)
def test_what_is_looked_for(looked_for: str, terms: list[Term]) -> None:
    assert list(read_terms(looked_for)) == terms


@pytest.mark.parametrize("looked_for", ["", '"', "* -", "a " * 65])
def test_what_cannot_be_looked_for_is_said(looked_for: str) -> None:
    with pytest.raises(UsageError):
        read_terms(looked_for)


def test_no_word_is_an_operator() -> None:
    assert match_expression(read_terms("a OR b*")) == '{title text} : ("a" AND "or" AND "b" *)'


def test_scripts_without_spaces_are_parted() -> None:
    assert spaced("和平 talks").split() == ["和", "平", "talks"]
    assert [word for word, _, _ in words("ไทย ok")] == ["ไ", "ท", "ย", "ok"]


@given(st.text())
def test_words_are_where_they_say(text: str) -> None:
    ends = [0, *(end for _, _, end in words(text))]
    starts = [start for _, start, _ in words(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))


TEXT = (
    "The minister left. " * 30
    + "Peace was far. "
    + "Talks went on. " * 3
    + "The peace talks in Zürich resumed on Monday. " * 2
)


@pytest.mark.parametrize(
    ("looked_for", "hits"),
    [
        ('"peace talks"', ["peace talks", "peace talks"]),
        ("zurich", ["Zürich", "Zürich"]),
        ("zur*", ["Zürich", "Zürich"]),
        ("left monday", ["Monday", "Monday"]),
        ("nothing", []),
    ],
)
def test_a_snippet_is_of_the_text_and_marks_the_hits(looked_for: str, hits: list[str]) -> None:
    found = snippet(TEXT, read_terms(looked_for))
    assert TEXT[found.start_char :].startswith(found.text)
    assert len(found.text) < AROUND * 1.5
    if looked_for != "left monday":
        assert [TEXT[start:end] for start, end in found.hits] == hits
    assert found.marked().count("⟦") == len(found.hits)


def test_a_snippet_is_where_most_of_the_words_are() -> None:
    found = snippet(TEXT, read_terms("peace zürich"))
    assert [TEXT[start:end] for start, end in found.hits][:2] == ["peace", "Zürich"]


@pytest.mark.parametrize(
    ("text", "looked_for", "hit"),
    [
        ("Dans un cafe\u0301 de Lyon", "cafe", "cafe\u0301"),
        ("auf der Straße nach Bonn", "strasse", "Straße"),
        ("the ﬁnal ﬁve", '"final five"', "ﬁnal ﬁve"),
        ("在北京大学里", '"京大"', "京大"),
        ("서울 신문 보도", "신문", "신문"),
        ("a forest, for once", "for", "for"),
        ("Un éléphant", "phant*", None),
    ],
)
def test_a_hit_is_whole_words_as_the_text_writes_them(text: str, looked_for: str, hit: str | None) -> None:
    assert [text[start:end] for start, end in snippet(text, read_terms(looked_for)).hits] == ([hit] if hit else [])


@given(st.text(), st.text())
def test_every_word_of_a_text_is_found_where_it_is(before: str, after: str) -> None:
    text = f"{before} Überfällig {after}"
    spans = [span for _, span in find_hits(text, read_terms("überfällig"))]
    assert (len(before) + 1, len(before) + 11) in spans


def test_an_ellipsis_says_that_the_text_goes_on() -> None:
    assert snippet(TEXT, read_terms("far")).marked().startswith("… ")
    assert snippet("a short text", read_terms("short")).marked() == "a ⟦short⟧ text"
