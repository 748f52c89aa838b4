"""Find what the speakers of quotations say that they think or said: “I think [the plan is dead]”."""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from transforms.parsing.spans import Spans
from transforms.parsing.tokens import covering
from transforms.quotes.direct_speech import Said
from transforms.quotes.marked_words import SENTENCE_WORDS
from transforms.quotes.report import Report
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

SELF = "I"


def find_nested(doc: "Doc", said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield each statement that direct speech reports by a clause of its speaker, with the speech that it is part of.

    Only what `I` think or said: whom `he` or `they` means within somebody's words cannot be told, and the words are a
    row already. It is what a quotation is about where it opens with it, and behind its first sentence a hedge.
    Questions state nothing, nor does what is shorter than a sentence. `I think` behind its clause or in the
    middle of it only hedges it, and words in marks are another speech: I thought, ‘It is over’.
    """
    direct = {one: covering(doc, one.start_char, one.end_char) for one in said if one.kind == "direct"}
    spoken, around = list(direct.items()), Spans((span.start, span.end) for span in direct.values())
    inside = {i for span in direct.values() for i in range(span.start, span.end)}
    beside = _beside_speakers(doc, inside)
    for report in find_reports(doc, frozenset(range(len(doc))) - inside, beside) if beside else ():
        if report.speaker is None or report.speaker.text != SELF:
            continue
        for number in around.overlapping(report.speaker.start, report.speaker.start + 1)[:1]:
            outer, span = spoken[number]
            if inner := _inner(span, report):
                yield inner, outer


def _beside_speakers(doc: "Doc", inside: Set[int]) -> set[int]:
    """Return the tokens of the sentences in which speakers tell of themselves, and of those right before them.

    No other cue has such a speaker, who stands in its sentence or right behind it.
    """
    own = [doc[i].sent for i, word in enumerate(doc.texts) if word == SELF and i in inside]
    before = [doc[sentence.start - 1].sent for sentence in own if sentence.start]
    return {i for sentence in (*before, *own) for i in range(sentence.start, sentence.end)}


def _inner(span: "Span", report: Report) -> Said | None:
    is_hedge = report.cue.sent.start > span[0].sent.start
    is_hedge = is_hedge or report.cue.dep_ == "relcl"  # the best that I think there is
    is_hedge = is_hedge or any(child.tag_ == "TO" for child in report.cue.lefts)  # I want to believe that it happened
    if report.method != "clause" or report.content is None or is_hedge or _asks(report):
        return None
    start, end = max(report.content[0], span.start), min(report.content[1], span.end)
    if start < report.cue.i or any(map(_is_opening_mark, span.doc[start - 1 : end])):
        return None
    while end > start and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space):
        end -= 1
    words = span.doc[start:end]
    if sum(token.is_alpha for token in words) < SENTENCE_WORDS:
        return None
    return Said(words.start_char, words.end_char, "indirect", "clause", report)


def _is_opening_mark(token: "Token") -> bool:
    return token.is_quote and not token.whitespace_  # not: the workers’ plan


def _asks(report: Report) -> bool:
    return report.cue.sent.text.rstrip(" \n”\"’'").endswith("?")
