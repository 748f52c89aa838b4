"""What differs between two versions is shown word by word where a paragraph changed, whole where it went or came."""

import pytest

from flows.explore.differences import differences

BEFORE = "The mayor opened the bridge on Monday.\n\nThousands came.\n\nIt rained."


SIGNS = {"gone": "-{%s}", "new": "+{%s}", "": "%s"}


def shown(before: str, after: str) -> list[str]:
    return ["".join(SIGNS[p.change] % p.text for p in pieces) for pieces in differences(before, after)]


def test_equal_texts_do_not_differ() -> None:
    assert shown(BEFORE, BEFORE) == []


def test_a_changed_word_is_shown_in_its_paragraph() -> None:
    assert shown(BEFORE, BEFORE.replace("Monday", "Tuesday")) == [
        "The mayor opened the bridge on -{Monday.}+{Tuesday.}"
    ]


def test_paragraphs_go_and_come() -> None:
    assert shown(BEFORE, BEFORE.replace("\n\nIt rained.", "")) == ["-{It rained.}"]
    assert shown(BEFORE, BEFORE + "\n\nMore follows.") == ["+{More follows.}"]


def test_a_paragraph_that_was_written_anew_is_shown_whole() -> None:
    assert shown("One thing here.", "Quite other words stand there now.") == [
        "-{One thing here.}+{Quite other words stand there now.}"
    ]


def test_long_paragraphs_are_not_compared_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.explore.differences.MOST_WORDS", 5)
    assert shown("a b c d", "a b c e") == ["-{a b c d}+{a b c e}"]
