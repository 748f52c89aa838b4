"""Join what stands in quotation marks to the words that report it."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from transforms.parsing.spans import Spans
from transforms.parsing.syntax import is_joining_hyphen
from transforms.parsing.tokens import covering
from transforms.quotes.attribution import source_after, source_around
from transforms.quotes.marked_words import has_verb, inside, is_clause, is_statement, is_title_of_work
from transforms.quotes.quotation_marks import Quotation, has_single_marks
from transforms.quotes.report import Cues, Report, reporting_verbs
from transforms.quotes.single_sentence import within_sentence
from transforms.records.page import PARAGRAPH_BREAK

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

OPENING, CLOSING = "\"“„«‘'", "\"”“»’'"
"""Marks right before and behind what is said."""

LINK_WORDS = 4  # what sends readers elsewhere, in capitals, has two or three
REST = 4  # words of the next clause that the parse may leave behind
NESTED = 4  # statements before one, among which stand those that hold it


class Said(NamedTuple):
    """What is said, by its offsets in the text, and how; `report` is None where nothing tells who says it."""

    start_char: int
    end_char: int
    kind: str
    method: str
    report: Report | None


def find_said(doc: "Doc", text: str, reports: Sequence[Report], quotations: Sequence[Quotation]) -> list[Said]:
    """Return everything that is said, in reading order: each quotation once, and what is reported without marks."""
    marked = Spans((quotation.outer_start, quotation.outer_end) for quotation in quotations)
    after = {quotation: source_after(doc, text, quotation) for quotation in quotations}
    told = {(quotation.outer_start, report.cue.i) for quotation, report in after.items() if report}
    reported = [one for report in reports if (one := _reported(doc, text, report, quotations, marked))]
    # After a quotation the order of the words is surer than the parse.
    reported = [one for one in reported if not (one.report and (one.start_char, one.report.cue.i) in told)]
    surer = {q.start_char for q, report in after.items() if report and _is_surer(text, q, report)}
    reported = [one for one in reported if not (_is_led_to(one) and one.start_char in surer)]
    said = sorted(dict.fromkeys(reported), key=_position)
    held, by_cue = Spans((one.start_char, one.end_char) for one in said), Cues(reports)
    for number, quotation in enumerate(quotations):
        if held.hold(quotation.start_char, quotation.end_char):
            continue
        report = after[quotation] or source_around(doc, text, quotation, by_cue)
        before = _last_before(said, quotation.start_char)
        is_next = before is not None and _is_next_paragraph(text, before, quotations[max(0, number - 1)], quotation)
        if before and (
            (report is None and _goes_on(doc, text, before, quotation)) or (is_next and not after[quotation])
        ):
            report = _around(said, before).report
        if (_tells(report, quotation) and not is_title_of_work(inside(doc, quotation))) or is_statement(
            doc, text, quotation
        ):
            insort(said, Said(quotation.start_char, quotation.end_char, "direct", "marks", report), key=_position)
    return said


def _is_next_paragraph(text: str, before: Said, open_one: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation stands right behind one that no mark closes, so that the same person goes on."""
    is_before = not open_one.is_closed and before.start_char <= open_one.start_char < before.end_char
    return is_before and not text[open_one.end_char : quotation.outer_start].strip()


def _is_led_to(said: Said) -> bool:
    """Whether words in marks stand behind the cue that the parse gives them."""
    return said.kind == "direct" and said.report is not None and said.report.cue.idx < said.start_char


def _is_surer(text: str, quotation: Quotation, behind: Report) -> bool:
    """Whether a verb of saying behind a quotation tells more than one before it: Old charges “…,” he said.

    What stands right before the opening mark is a heading, or a part of what is said; a comma or a colon opens speech.
    """
    return text[: quotation.outer_start].rstrip()[-1:] not in {",", ":"} and behind.cue.lemma_ in reporting_verbs()


def _tells(report: Report | None, quotation: Quotation) -> bool:
    """Whether a report tells who says some words in marks, however few, and not of whom they are a part.

    Known as “the rock”, the “rock” concert's organizers said: of words without a speaker those of the text remain.
    """
    if report is None or report.speaker is None:
        return False
    is_within = report.speaker.start_char <= quotation.start_char < report.speaker.end_char
    return not is_within or report.method == "according"  # behind `according to` the parse often runs on


def _last_before(said: Sequence[Said], start_char: int) -> Said | None:
    """Return of `said`, which is sorted, the last that begins before a character, and the first of its equals."""
    place = bisect_left(said, start_char, key=lambda one: one.start_char)
    return said[bisect_left(said, _position(said[place - 1]), key=_position)] if place else None


def _around(said: Sequence[Said], inner: Said) -> Said:
    """Return of `said`, which is sorted, what holds a statement: who noted that tests show it goes on, no tests."""
    place = bisect_left(said, _position(inner), key=_position)
    around = (one for one in said[max(0, place - NESTED) : place] if one.end_char >= inner.end_char)
    return next((one for one in around if one.report and one.report.speaker is not None), inner)


def _position(said: Said) -> tuple[int, int]:
    return said.start_char, -said.end_char


def _stands_behind_mark(text: str, start_char: int) -> bool:
    """Whether a mark opens right before what is said: said: “The road is open. It is direct though none closes it."""
    return start_char > 1 and text[start_char - 1] in OPENING and not text[start_char - 2].isalnum()


def _reported(doc: "Doc", text: str, report: Report, quotations: Sequence[Quotation], marked: Spans) -> Said | None:
    """Return what the parse shows to be said, widened to the ends of the quotations that it touches."""
    if report.content is None or _is_link(doc, *report.content):
        return None
    start, end = report.content if report.method == "colon" else _trimmed(doc, *report.content)
    if start >= end:
        return None
    if report.speaker is not None and report.cue.i < start <= report.speaker.start < report.speaker.end <= end:
        report = report._replace(speaker=None)  # the parse takes a word of what is said for the one who says it
    start_char, end_char = doc[start].idx, doc[end - 1].end_char
    touched = [quotations[number] for number in marked.overlapping(start_char, end_char)]
    return _widened(doc, text, report, touched, (start, end))


def _widened(
    doc: "Doc", text: str, report: Report, touched: Sequence[Quotation], content: tuple[int, int]
) -> Said | None:
    start, end = content
    start_char, end_char = doc[start].idx, doc[end - 1].end_char
    if report.method != "colon":
        start_char, end_char = within_sentence(text, start_char, end_char, report.cue.idx, touched)
        touched = [one for one in touched if one.outer_start < end_char and start_char < one.outer_end]
        if start_char >= end_char:
            return None
    if not touched:
        is_open = _stands_behind_mark(text, start_char)
        end_char -= is_open and text[end_char - 1] in CLOSING
        reported = "mixed" if has_single_marks(text, start_char, end_char) else "indirect"
        kind = "direct" if report.method == "colon" or is_open else reported
        return Said(start_char, end_char, kind, report.method, report)
    around = next((q for q in touched if q.outer_start <= start_char and end_char <= q.outer_end), None)
    if around:
        return Said(around.start_char, around.end_char, "direct", "marks", report)
    is_apart = len(touched) == 1 and _has_circumstance(doc, touched[0], start_char, end_char)
    if is_apart or _is_glued(doc, report, touched[-1], start_char, end_char):
        return Said(touched[-1].start_char, touched[-1].end_char, "direct", "marks", report)
    if _is_split(report, start, end, touched[0].outer_start <= start_char) or _describes(doc, report, touched):
        return None  # what is said is then found by its marks
    start_char, end_char = min(start_char, touched[0].outer_start), max(end_char, touched[-1].outer_end)
    return Said(start_char, end_char, "mixed", report.method, report)


def _has_circumstance(doc: "Doc", quotation: Quotation, start_char: int, end_char: int) -> bool:
    """Whether a clause in marks has behind it when it was said: told us “you will lose” [after he fell]."""
    behind = covering(doc, quotation.outer_start, quotation.outer_end).end
    if start_char < quotation.outer_start or behind >= len(doc) or doc[behind].idx >= end_char:
        return False
    return doc[behind].lower_ in {"after", "before", "when", "while", "as"} and is_clause(doc, quotation)


def _is_glued(doc: "Doc", report: Report, last: Quotation, start_char: int, end_char: int) -> bool:
    """Whether a whole clause in marks before its cue has another's words before it, from which nothing parts it.

    Another sentence, whose full stop a text lost, or a heading: The mayor was in town [“We are ready for it,”] Ann Hill
    said. It assumes that a capital behind a mark, to which no comma or colon leads, begins a sentence.
    """
    if start_char >= last.outer_start or last.outer_end < end_char or report.cue.idx < end_char:
        return False
    before = covering(doc, start_char, last.outer_start - 1)
    is_led_to = before[-1].is_punct or before[-1].lower_ == "that"
    return not is_led_to and is_clause(doc, last) and inside(doc, last)[0].text[:1].isupper()


def _is_link(doc: "Doc", start: int, end: int) -> bool:
    """Whether words only send readers elsewhere: READ MORE."""
    return end - start <= LINK_WORDS and doc[start:end].text.isupper()


def _is_split(report: Report, start: int, end: int, opens: bool) -> bool:
    """Whether a report is put into the quotation: “The bridge,” she said, “is lost.”."""
    return start <= report.cue.i < end and opens


def _describes(doc: "Doc", report: Report, quotations: Sequence[Quotation]) -> bool:
    """Whether what is described says something by itself in its marks: described it as an attempt to “win time”."""
    is_description = report.method == "object" and any(token.lower_ == "as" for token in report.cue.rights)
    return is_description and all(has_verb(inside(doc, quotation)) for quotation in quotations)


def _trimmed(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """Leave out marks and spaces at the ends, quotation marks apart."""
    while start < end and _is_trimming(doc[start]):
        start += 1
    while start < end and (_is_trimming(doc[end - 1]) or doc[end - 1].pos_ == "CCONJ"):
        end -= 1
    end = _before_rest(doc, start, end)
    while start < end < len(doc) - 1 and is_joining_hyphen(doc[end]):
        end += 2  # a part of a word: some counter[-measures]
    return start, end


def _before_rest(doc: "Doc", start: int, end: int) -> int:
    """Return where what is said ends before `but so far` or the like, with which the next clause begins."""
    for at in range(end - 1, max(start, end - REST) - 1, -1):
        if doc[at].pos_ == "CCONJ":
            return at if doc[at].lower_ != "or" else end  # it works, or so they say
        if doc[at].pos_ != "ADV":
            break
    return end


def _is_trimming(token: "Token") -> bool:
    return token.is_space or (token.is_punct and not token.is_quote and token.text not in "()[]%")


def _goes_on(doc: "Doc", text: str, before: Said, quotation: Quotation) -> bool:
    """Whether a quotation without a report goes on with what was said `before` it: “…,” she said. “…” (as here).

    It does when it is a sentence of its own, and the sentence before it told who speaks.
    """
    span = covering(doc, quotation.outer_start, quotation.outer_end)
    if before.report is None or _is_subject(span):
        return False
    first = span[0]
    at = first.i - 1
    while at > 0 and (doc[at].is_space or doc[at].is_quote):
        at -= 1
    ends = at > 0 and (doc[at].text in ".!?…" or PARAGRAPH_BREAK in text[before.end_char : quotation.outer_start])
    told = max(before.report.cue.i, before.report.speaker.end if before.report.speaker is not None else 0)
    return ends and doc[at].sent.start <= told <= first.i and doc[at].i >= told


def _is_subject(span: "Span") -> bool:
    """Whether the words in marks are the subject of what follows: “Hard love” is the term."""
    behind = span.doc[span.end : span.end + 1]
    return bool(len(behind)) and behind[0].lower_ in {"is", "was", "are", "were", "has", "refers"}
