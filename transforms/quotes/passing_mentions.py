"""Leave out what a statement only mentions that somebody said: she said [they discussed the plan]."""

from collections.abc import Iterator, Sequence

from transforms.parsing.spans import Spans
from transforms.quotes.report import Report, reporting_verbs

TELLING = frozenset({"accuse", "blame", "call", "insist", "say"})
"""Verbs whose object alone tells what somebody says, in another's statement, too: accuses them of lying."""


def without_passing_mentions(reports: Sequence[Report]) -> Iterator[Report]:
    """Yield reports; those by an object in the clause that another reports have no content, unless they say enough.

    It assumes that `they rejected the plan` is a deed there, which the other tells.
    """
    held = Spans(report.content for report in reports if report.content and report.method == "clause")
    for report in reports:
        is_within = report.method == "object" and held.hold(report.cue.i, report.cue.i + 1)
        yield report._replace(content=None, method="marks") if is_within and _is_bare(report) else report


def _is_bare(report: Report) -> bool:
    """Whether the object of a cue says nothing of itself: neither what it is called or seen as, nor words in marks."""
    if report.content is None or report.cue.lemma_ in TELLING:
        return False
    takes = reporting_verbs().get(report.cue.lemma_, frozenset())
    said = report.cue.doc[slice(*report.content)]
    return not takes & {"predicate", "denial"} and not any(token.is_quote or token.lower_ == "as" for token in said)
