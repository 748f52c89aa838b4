from types import SimpleNamespace
from typing import Any

import pytest

from transforms.events.trigger_lexicon import Entry, triggers, word_class

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_the_types_are_plovers() -> None:
    assert {entry.event_type for entries in triggers().values() for entry in entries} == PLOVER
    assert {kind for kind, _ in triggers()} == {"verb", "noun"}
    assert {entry.frame for entries in triggers().values() for entry in entries} == {"", "deed", "people", "power"}


def test_a_class_that_is_not_there_is_an_error() -> None:
    assert "rifle" in word_class("weapon")
    with pytest.raises(KeyError):
        word_class("wepon")


@pytest.mark.parametrize(
    ("takes", "taken", "expected"),
    [
        ((), {}, []),
        (((frozenset({"talk"}),),), {"talk": 1}, [1]),
        (((frozenset({"talk"}),),), {"tea": 1}, None),
        (((frozenset({"talk", "visit"}),),), {"visit": 2, "talk": 1}, [2]),  # the last one, whatever the order of a set
        (((frozenset({"control"}), frozenset({"town", "city"})),), {"control": 1, "city": 2}, [1, 2]),
        (((frozenset({"control"}), frozenset({"town", "city"})),), {"control": 1}, None),
    ],
)
def test_an_entry_fits_what_it_takes(takes: Any, taken: Any, expected: Any) -> None:
    found = Entry("CONSULT", takes, "", takes).match({word: SimpleNamespace(i=at) for word, at in taken.items()})  # type: ignore[misc]
    assert (None if found is None else [token.i for token in found]) == expected


@pytest.mark.parametrize(("words", "expected"), [({"control", "city"}, True), ({"control", "tea"}, False)])
def test_what_a_sentence_can_hold_is_soon_told(words: set[str], expected: bool) -> None:
    entry = next(entry for entry in triggers()["verb", "assert"] if entry.event_type == "ASSAULT")
    assert entry.may_match(words) is expected
