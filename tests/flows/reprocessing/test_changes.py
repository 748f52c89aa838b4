"""Changes are counted by version, and their examples are short and few."""

import json

from flows.reprocessing.changes import EXAMPLES, LENGTH, Changes, changes_of, shown
from flows.reprocessing.comparison import Difference


def test_a_column_counts_once_a_version_and_few_examples_are_kept() -> None:
    changes, more = Changes(), Changes()
    for number in range(EXAMPLES + 2):
        twice = [Difference("quotes.cue", f"old {number}", "new"), Difference("quotes.cue", "other", None)]
        assert (changes if number % 2 else more).add(f"article {number}", twice)
    assert not changes.add("same", [])
    changes.merge(more)
    column = changes.columns["quotes.cue"]
    assert column.versions == EXAMPLES + 2
    assert len(column.examples) == EXAMPLES
    assert column.examples[0].before == "old 1"


def test_the_most_frequent_come_first_and_come_back_from_json() -> None:
    changes = Changes()
    changes.add("a", [Difference("b.x", 1, 2), Difference("a.x", 1, 2)])
    changes.add("b", [Difference("b.x", ["ä"], None)])
    assert [name for name, _ in changes.most_first()] == ["b.x", "a.x"]
    assert changes_of(json.loads(json.dumps(changes.as_json()))) == changes


def test_long_values_are_shown_where_they_part() -> None:
    same = "word " * 1000
    before, after = shown(same + "one" + same, same + "two" + same)
    assert before is not None
    assert after is not None
    assert "one" in before
    assert "two" in after
    assert len(before) == len(after) == LENGTH
    assert shown(None, ["é", 1]) == (None, '["é", 1]')
