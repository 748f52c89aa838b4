"""Two versions of an article have one fingerprint when they say the same."""

from datetime import UTC, datetime

from transforms.records.fingerprint import fingerprint

DATE = datetime(2026, 1, 2, tzinfo=UTC)


def test_equal_for_what_says_the_same_and_for_nothing_else() -> None:
    said = fingerprint("Title", ["A. Author"], DATE, "Text")
    assert said == fingerprint("Title", ("A. Author",), DATE, "Text")
    others = [
        fingerprint("Other", ["A. Author"], DATE, "Text"),
        fingerprint("Title", ["B. Author"], DATE, "Text"),
        fingerprint("Title", ["A. Author"], None, "Text"),
        fingerprint("Title", ["A. Author"], DATE, "Other"),
        fingerprint(None, ["Title", "A. Author"], DATE, "Text"),
        fingerprint("Title", ["A.", "Author"], DATE, "Text"),
    ]
    assert len({said, *others}) == 7
