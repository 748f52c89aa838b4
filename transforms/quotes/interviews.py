"""Find what is said behind a colon: lines of an interview, headlines (`Pence: No new taxes`), block quotations."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from transforms.parsing.syntax import noun_phrase, subject_of
from transforms.parsing.tokens import covering
from transforms.quotes.report import Report, reporting_verbs
from transforms.records.page import PARAGRAPH_BREAK

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

_TURN = (
    r"[“\"]?(?P<name>[^\W\d_a-zà-ÿ][\w.’'-]*(?: [^\W\d_a-zà-ÿ][\w.’'-]*){0,3})(?P<colon>:)"
    r"[^\S\n]+(?P<said>[^\s“\"„«][^\n]*)"
)
_FIRST_LINE, _LINE = re.compile(rf"\A{_TURN}"), re.compile(rf"\n{_TURN}")
_BLOCK = re.compile(rf":[^\S\n]*{PARAGRAPH_BREAK}\n*(?P<block>[^\s“\"„«‘'•*·–—-][^\n“”\"„«»]*)(?=\n|$)")
SHORTEST_BLOCK = 8  # words: shorter paragraphs behind a colon are headings and lists
_NOTE = re.compile(r"\n[“\"]?[(\[]|\Z")
TRANSCRIPT = 4
"""Turns of a transcript; fewer may stand in a report that goes on between them."""

LINES = 2  # of one name make an interview; a name in capitals before a colon may be a heading


def find_dialogue(doc: "Doc", text: str) -> Iterator[Report]:
    """Yield what stands after a name and a colon at the beginning of a paragraph.

    In a transcript, whose turns are many, the paragraphs before the next turn go on with it, up to a note in brackets.
    """
    first = _FIRST_LINE.match(text)
    lines = [*([first] if first else []), *_LINE.finditer(text, first.end() if first else 0)]
    times = Counter(line.group("name") for line in lines)
    persons = {token.text for entity in doc.ents if entity.label_ == "PERSON" for token in entity}
    turns: list[tuple[re.Match[str], Span]] = []
    for line in lines:
        name = covering(doc, *line.span("name"))
        is_headline = line.start() == 0  # whose names the model often does not know, without a sentence around them
        is_person = all(token.ent_type_ == "PERSON" or (is_headline and token.text in persons) for token in name)
        is_turn = times[line.group("name")] >= LINES or name[-1].text.title() in persons
        if is_person or (name.text.isupper() and is_turn):
            turns.append((line, name))
    for (line, name), following in zip_longest(turns, turns[1:]):
        start, end = line.span("said")
        if line.start() and following is not None and len(turns) >= TRANSCRIPT:
            end = next(_NOTE.finditer(text, end, following[0].start())).start()  # a note, or the next turn
        said = covering(doc, start, start + len(text[start:end].rstrip()))
        colon = covering(doc, *line.span("colon"))[0]
        yield Report(colon, name, (said.start, said.end), "colon")


def find_block_quotations(doc: "Doc", text: str) -> Iterator[Report]:
    """Yield the paragraph without marks that follows a verb of saying and a colon at the end of the one before."""
    for match in _BLOCK.finditer(text):
        colon = covering(doc, match.start(), match.start() + 1)[0]
        verbs = (t for t in doc[colon.sent.start : colon.i] if t.pos_ == "VERB" and _can_quote(t))
        verb = next(verbs, None)
        if verb is None or len(match.group("block").split()) < SHORTEST_BLOCK:
            continue
        subject, said = subject_of(verb), covering(doc, *match.span("block"))
        yield Report(verb, noun_phrase(subject) if subject is not None else None, (said.start, said.end), "colon")


def _can_quote(verb: "Token") -> bool:
    return "quote" in reporting_verbs().get(verb.lemma_.lower(), ())
