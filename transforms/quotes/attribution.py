"""Find what tells who says the words in quotation marks: the report after them, before them, or around them."""

import re
from typing import TYPE_CHECKING

from transforms.parsing.lost_subjects import NOMINAL
from transforms.parsing.syntax import noun_after, noun_phrase, subject_of
from transforms.parsing.tokens import covering, within
from transforms.quotes.negation import is_withheld
from transforms.quotes.quotation_marks import Quotation
from transforms.quotes.report import FINITE, Cues, Report, reporting_verbs
from transforms.quotes.single_sentence import ends_sentence
from transforms.records.page import PARAGRAPH_BREAK

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

_SENTENCE_ENDS = re.compile(r"[.!?…][)”\"’]*\s")
_SIGNATURE = re.compile(
    r"\s{0,3}(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_][^\n,;.!?:“\"]{2,60}(?:\.[^\n,;.!?:“\"]{2,40})?)(?=[,;\n]|\.?\s*(?:\n|$))"
)
BEFORE = 160  # characters between a cue and the quotation that it opens: the longest `said in an interview with …:`
RECEIVING = frozenset({"get", "receive", "hear", "see", "learn", "know", "understand"})
"""Verbs whose subject is told something, and does not tell it."""

CLOSED_CLASSES = frozenset({"ADP", "ADV", "CCONJ", "DET", "PRON", "SCONJ"})

NOUN_AND_ARTICLE = 2

TAIL = 30  # tokens in which speaker and verb stand after a quotation, an apposition between them


def source_around(doc: "Doc", text: str, quotation: Quotation, reports: Cues) -> Report | None:
    """Return the report of a quotation that none follows: the one that opens it, or in whose clause it stands."""
    span = covering(doc, quotation.outer_start, quotation.outer_end)
    start = span.start
    near = reports.ending_within(quotation.outer_start - BEFORE, quotation.outer_start)
    before = [r for r in near if r.cue.i < start and _opens(text, r, quotation) and not is_withheld(r.cue)]
    if before:
        return before[-1]
    cues = reports.by_token
    around = next((cues[token.i] for token in span.root.ancestors if token.i in cues), None)
    if around and around.cue.i < start and _SENTENCE_ENDS.search(text[around.cue.idx : quotation.outer_start]):
        around = None  # the parse runs on from the sentence before
    if around and is_withheld(around.cue):
        return None  # refrained from commenting on another's “…”
    return around or _before_colon(doc, start)


def _before_colon(doc: "Doc", start: int) -> Report | None:
    """Return a report by any verb whose sentence ends with a colon before token `start`: He made one comment: “…”."""
    colon = start - 1
    while colon > 0 and (doc[colon].is_space or doc[colon].is_quote):
        colon -= 1
    if colon < 0 or doc[colon].text != ":":
        return None
    verb = doc[colon].sent.root if doc[colon].sent.root.i < colon else doc[colon].head
    subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} and verb.lemma_ not in RECEIVING else None
    return Report(verb, noun_phrase(subject)) if subject is not None and subject.i < start else None


def source_after(doc: "Doc", text: str, quotation: Quotation) -> Report | None:
    """Return the report that follows a quotation: “…,” the minister said; “…?” asked the minister; “…” — the minister.

    The order of the words is what is looked at: within a long quotation the parse is often wrong.
    """
    signature = _signature(doc, text, quotation.outer_end)
    if signature:
        return signature
    if not quotation.is_closed:
        return None
    tail = _tail(doc, covering(doc, quotation.outer_start, quotation.outer_end).end)
    goes_on = text[quotation.end_char - 1] == "," or text[quotation.outer_end : quotation.outer_end + 1] == ","
    if not tail or not (goes_on or (text[quotation.end_char - 1] in "?!…—-" and not _begins_sentence(tail[0]))):
        return None
    cue = _cue_in(tail)
    if cue is None or not (goes_on or cue.lemma_.lower() in reporting_verbs()):
        return None
    if cue.tag_ == "VBG" and (cue.i == tail.start or cue.lemma_.lower() not in reporting_verbs()):
        return None  # “…,” highlighting the cost, “…,” a word meaning that: a circumstance
    return _beside(doc, cue, tail)


def _begins_sentence(first: "Token") -> bool:
    """Whether a word behind “…!” begins the next sentence, and no name is: “Go!” He was arrested."""
    return first.text[:1].isupper() and first.pos_ in CLOSED_CLASSES and first.text != "I"


def _cue_in(tail: "Span") -> "Token | None":
    """Return the first verb behind a quotation; behind a name with a participle in commas, the one that reports.

    “…,” Ana Lee, [speaking] on condition of anonymity, [told] us.
    """
    verbs = [
        token
        for token in tail
        if (token.pos_ == "VERB" or token.lemma_.lower() in reporting_verbs()) and "," not in token.text  # whole words
    ]
    if verbs and (name := _before_participle(tail, verbs[0])) is not None and _names_someone(name):
        told = (verb for verb in verbs if verb.tag_ in FINITE and verb.lemma_ in reporting_verbs())
        return next(told, verbs[0])
    return next(iter(verbs), None)


def _before_participle(phrase: "Span", verb: "Token") -> "Span | None":
    """Return what stands in a phrase before a participle behind a comma."""
    is_apart = verb.tag_ == "VBG" and verb.i > phrase.start and verb.nbor(-1).text == ","
    return phrase.doc[phrase.start : verb.i - 1] if is_apart else None


def _beside(doc: "Doc", cue: "Token", tail: "Span") -> Report | None:
    """Return the report by a cue in the tail of a quotation: who stands behind it, else before it."""
    if all(token.pos_ in {"ADV", "AUX"} for token in doc[tail.start : cue.i]):
        speaker = noun_after(cue)
        return Report(cue, noun_phrase(speaker, cue)) if speaker is not None and speaker.i < tail.end else None
    if cue.lemma_ == "quote" and (cited := noun_after(cue)) is not None and cited.i < tail.end:
        return Report(cue, noun_phrase(cited, cue))  # “…,” the paper quoted the minister as saying
    last = cue.i
    while last > tail.start and (doc[last - 1].pos_ in {"AUX", "ADV", "PART"} or doc[last - 1].text == ","):
        last -= 1
    named = doc[tail.start : last]
    cut = next((name for token in named if (name := _before_participle(named, token)) is not None), named)
    return Report(cue, cut) if _names_someone(cut) else None


def _names_someone(phrase: "Span") -> bool:
    """Whether words between a quotation and a verb are a noun phrase, and not the beginning of another clause."""
    if not len(phrase):
        return False
    opens = phrase[0].pos_ in {"ADP", "SCONJ", "CCONJ"} or phrase[0].tag_ in {"WDT", "WRB"}
    opens |= phrase[0].lower_ == "as"  # as well as the mayor
    if len(phrase) == NOUN_AND_ARTICLE and phrase[0].tag_ == "DT" and phrase[1].pos_ == "ADJ":
        return True  # the brief says
    return not opens and any(t.pos_ in NOMINAL for t in phrase) and not any(t.pos_ in {"AUX", "SCONJ"} for t in phrase)


def _signature(doc: "Doc", text: str, end_char: int) -> Report | None:
    """Return the name after a dash that signs a quotation at the end of its paragraph: “…” ― Ana Kovač, teacher."""
    signed = _SIGNATURE.match(text, end_char)
    if not signed:
        return None
    dash = covering(doc, *signed.span("dash"))
    name = within(doc, *signed.span("name"))
    return Report(dash[0], name) if len(name) and _signs(name) else None


def _signs(name: "Span") -> bool:
    """Whether words behind a dash can sign a quotation: somebody's name or office, and no clause."""
    opens = name[0].pos_ in {"ADP", "SCONJ", "CCONJ", "VERB"} or name[0].tag_ in {"WDT", "WRB", "WP"}
    return not opens and not any(token.tag_ in FINITE for token in name)


def _tail(doc: "Doc", end: int) -> "Span":
    """Return what stands between a quotation that ends at token `end` and the end of its sentence."""
    start = end
    while start < len(doc) and doc[start].is_punct and start < end + 2:
        start += 1
    tail = doc.tokens[start : start + TAIL]
    return doc[start : next((token.i for token in tail if _ends_tail(token)), start + len(tail))]


def _ends_tail(token: "Token") -> bool:
    if token.is_alpha:
        return False
    return token.is_quote or token.is_space or token.text in ".!?;:" or ends_sentence(token.text)


def _opens(text: str, report: Report, quotation: Quotation) -> bool:
    """Whether a report opens a quotation: no sentence ends between them, or a colon ends the one of the report."""
    cue_end = report.cue.end_char
    between = text[cue_end : quotation.outer_start]
    if len(between) > BEFORE or _SENTENCE_ENDS.search(between):
        return False
    bare = between.rstrip()
    if PARAGRAPH_BREAK in between:
        return bare.endswith(":") and PARAGRAPH_BREAK not in bare
    return not bare or bare[-1] in ",:;" or bare.endswith(("that", "by saying")) or len(bare.split()) <= 3
