"""A step that fails says what went wrong and where; signals to stop are no failures."""

import pytest

from transforms.attempt import MOST_CHARS, Failed, attempt
from transforms.records.reasons import Step


def stumble() -> int:
    raise LookupError("gone " * 1000)


def test_what_succeeds_is_returned() -> None:
    assert attempt(Step.QUOTES, lambda: 7) == 7


def test_what_fails_is_a_row_that_says_where() -> None:
    failed = attempt(Step.QUOTES, stumble)
    assert isinstance(failed, Failed)
    row = failed.row("d", "a", 1)
    assert (row.document_id, row.article_id, row.version, row.step) == ("d", "a", 1, "quotes")
    assert row.error.startswith("LookupError: gone gone")
    assert len(row.error) == MOST_CHARS
    assert row.location.startswith("transforms/test_attempt.py:")


def test_a_signal_to_stop_goes_through() -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(Step.QUOTES, stopped)
