"""Find who is named as a source without a verb: according to the mayor, their claim that it rained."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.parsing.syntax import noun_phrase, subject_of
from transforms.quotes.report import FINITE, Report, reporting_verbs
from transforms.quotes.speaker_phrases import speaker_phrase

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

UTTERING = frozenset(
    {"make", "give", "issue", "release", "publish", "send", "deliver", "file", "repeat", "reiterate", "renew", "voice"}
    | {"express", "offer", "share", "hold", "take", "reach", "draw"}
)
"""Verbs whose subject says what their object names: issued a warning that. Others take up what somebody else said."""


NOTIONS = frozenset({"notion", "idea", "impression", "sense"})
"""Nouns of what somebody may think: without an owner nobody is known to."""

ATTITUDES = frozenset({
    "assumption", "belief", "concern", "expectation", "fear", "feeling", "hope", "suspicion", "worry",
})  # fmt: skip
"""What somebody holds rather than says: it is a statement only of those who are named as holding it."""

JUDGING = frozenset({"reject", "dismiss", "denounce", "describe", "decry", "condemn", "deride", "slam", "mock", "call"})
"""Verbs that say what somebody thinks of a claim."""


ACCOUNTS = frozenset({"account", "admission", "calculation", "estimate", "reckoning"})
"""What something is so by, where it is told whose or how many they are."""

OF_SOME = frozenset({"all", "both", "many", "most", "one", "several", "some", "two"})

OF_OWNERS = frozenset({"by", "from", "among"})


def according(token: "Token") -> Iterator[Report]:
    """Yield what is said according to someone: the rest of the sentence."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if source is not None:
        yield _of_sentence(token, source, _source(source))


def by_account(token: "Token") -> Iterator[Report]:
    """Yield what is so `by one estimate`, `by his own admission`: the rest of the sentence."""
    source = next((child for child in token.rights if child.dep_ == "pobj"), None)
    if source is None or source.lemma_ not in ACCOUNTS or source.right_edge != source:
        return
    behind = token.doc[source.i + 1 : token.sent.end]
    if token.i - token.sent.start > 1 and not all(t.is_punct or t.is_space for t in behind):
        return  # between two parts of a clause: was called, by one account, a careful editor
    owner = next((child for child in source.lefts if child.dep_ == "poss"), None)
    if owner is not None or any(child.lower_ in OF_SOME for child in source.lefts):
        phrase = source.doc[source.left_edge.i : source.i + 1]
        report = _of_sentence(token, source, phrase)
        yield Report(source, phrase if owner is None else noun_phrase(owner), report.content, report.method)


def _of_sentence(token: "Token", source: "Token", speaker: "Span") -> Report:
    """Return what the rest of a sentence says by a source, which `token` opens."""
    sentence = token.sent
    start = token.i
    if start - sentence.start < 2:
        speaker = _before_subject(speaker)
        content = speaker.end, sentence.end
    elif _says_enough(
        sentence.doc[sentence.start : start], sentence.doc[_end_of_clause(source, speaker.end) : sentence.end]
    ):
        content = sentence.start, start
    else:
        content = sentence.start, sentence.end
    return Report(token, speaker, content, "according")


def _before_subject(source: "Span") -> "Span":
    """Return a source without the subject that the parse takes into it: According to Ann Hill of Dover[, the town] is.

    It assumes that right behind a source no finite verb stands, and that the subject begins behind its last comma.
    """
    doc, end = source.doc, source.end
    comma = next((token.i for token in reversed(source) if token.text == ","), None)
    if comma is None or end >= len(doc) or doc[end].tag_ not in FINITE:
        return source
    return doc[source.start : comma] if doc[comma + 1].pos_ in {"DET", "NUM", "PROPN", "NOUN", "PRON"} else source


def _source(head: "Token") -> "Span":
    """Return the phrase of a source, without the sentence after it, which the parse often takes for a part of it."""
    if head.right_edge.i + 1 < head.sent.end - 1 or head.sent.start < head.left_edge.i - 2:
        phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
        return _with_bracket(phrase[:-1] if phrase[-1].is_punct else phrase)
    phrase = noun_phrase(head)
    comma = next((token.i for token in phrase if token.text == ","), None)
    return _with_bracket(phrase if comma is None else head.doc[phrase.start : comma])


def _says_enough(before: "Span", behind: "Span") -> bool:
    """Whether what stands before a source is all that is said: a clause, or nothing stands behind the source.

    Words before it that end with the opening of a clause, the court where, go on behind it.
    """
    last = next((token for token in reversed(before) if not token.is_punct), None)
    if last is not None and (last.tag_ in {"WRB", "WP", "WDT", "CC"} or last.dep_ == "mark"):
        return False
    return any(t.tag_ in FINITE for t in before) or all(t.is_punct or t.is_space for t in behind)


def _with_bracket(phrase: "Span") -> "Span":
    """Return a phrase with the bracket that closes behind it: the International Organization for Migration (IOM)."""
    doc, end = phrase.doc, phrase.end
    is_open = any(token.text == "(" for token in phrase) and not any(token.text == ")" for token in phrase)
    return doc[phrase.start : end + 1] if is_open and end < len(doc) and doc[end].text == ")" else phrase


def _end_of_clause(source: "Token", end: int) -> int:
    """Return the token after a source and the clause that says more of it: according to witnesses, who saw it."""
    clauses = (child for child in source.rights if child.dep_ == "relcl" and child.left_edge.tag_ in {"WP", "WDT"})
    return max([end, *(child.right_edge.i + 1 for child in clauses)])


def nominal(noun: "Token") -> Iterator[Report]:
    """Yield what someone claims: `their claim that it rained`, `the claim by the mayor that it rained`."""
    among = [owner for child in noun.rights if child.lower_ == "among" for owner in child.rights]
    behind = (clause for head in (noun, *among) for clause in head.rights)  # fear among miners that it may close
    clause = next((c for c in behind if c.dep_ in {"acl", "ccomp", "relcl"} and _opens_with_that(c)), None)
    if clause is None:
        yield from _equated(noun)
        return
    if any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "that" for child in clause.lefts):
        return
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    by = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in OF_OWNERS), None)
    if owner is None and by is not None:
        owner = next((child for child in by.children if child.dep_ == "pobj"), None)
    if owner is None and noun.dep_ == "dobj" and noun.head.lemma_ in UTTERING:
        owner = subject_of(noun.head)
    told = _told_in(noun) if owner is None else None
    if told is not None and (speaker := subject_of(told)) is not None:
        yield Report(told, speaker_phrase(speaker, told), (clause.left_edge.i, clause.right_edge.i + 1), "clause")
        return
    if owner is None and (noun.lemma_ in NOTIONS | ATTITUDES or any(child.lower_ == "no" for child in noun.lefts)):
        return  # there were no reports that it rained
    content = clause.left_edge.i, _before_verdict(noun, clause)
    yield Report(noun, noun_phrase(owner) if owner is not None else None, content, "noun")


def _equated(noun: "Token") -> Iterator[Report]:
    """Yield what somebody's statement is: [their view] is that it rained, [the fear of miners] was that it closes."""
    copula = noun.head
    if noun.dep_ != "nsubj" or copula.lemma_ != "be" or any(child.dep_ == "neg" for child in copula.children):
        return
    clause = next((child for child in copula.rights if child.dep_ == "ccomp" and _opens_with_that(child)), None)
    of = next((child for child in noun.rights if child.lower_ in OF_OWNERS | {"of"}), None)
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += [child for child in of.rights if child.dep_ == "pobj"] if of is not None else []
    if clause is not None and owners:
        yield Report(noun, noun_phrase(owners[0]), (clause.left_edge.i, clause.right_edge.i + 1), "noun")


def _told_in(noun: "Token") -> "Token | None":
    """Return the verb of a clause that the parse hangs on a statement: [said] in a statement that."""
    is_within = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    verb = noun.head.head
    return verb if is_within and "clause" in reporting_verbs().get(verb.lemma_, ()) and verb.pos_ == "VERB" else None


def _before_verdict(noun: "Token", clause: "Token") -> int:
    """Return the end of a clause, before what another calls it: rejected the claim that it rained [as “a lie”]."""
    end = clause.right_edge.i + 1
    if noun.dep_ != "dobj" or noun.head.lemma_ not in JUDGING:
        return end
    doc = noun.doc
    return next((i for i in range(clause.i, end - 1) if doc[i].lower_ == "as" and doc[i + 1].is_quote), end)


def _opens_with_that(clause: "Token") -> bool:
    return clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark"
