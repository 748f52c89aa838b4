"""Find the words that report speech in a parsed text, with who speaks and what is said."""

from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from transforms.parsing.columns import columns
from transforms.parsing.syntax import (
    CUTS,
    agent_of,
    is_joining_hyphen,
    noun_after,
    noun_phrase,
    stands_bare,
    subject_of,
)
from transforms.quotes.negation import is_said_by_nobody, leaves_open
from transforms.quotes.objects import is_said_of, speaks
from transforms.quotes.report import Report, reporting_nouns, reporting_verbs
from transforms.quotes.sources import according, nominal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

ACCORDING = "according"

WITH_OUT = {"point"}
"""Verbs that report with `out` alone: pointed out that it rained, but not: pointed to the sky."""

OPENINGS = frozenset({"nsubj", "nsubjpass", "csubj", "advcl"})
"""What a sentence opens with before a cue that is put into it: The difference, he said, is small."""


def find_reports(doc: "Doc", quoted: Set[int]) -> Iterator[Report]:
    """Yield what reports speech, in reading order; cues among the `quoted` tokens are part of what is said."""
    nouns = reporting_nouns()
    cues = _cues()
    for i, lemma in enumerate(columns(doc).lemmas):
        if lemma not in cues or i in quoted:
            continue
        token = doc[i]
        if takes := _takes(token):
            speaker = _speaker(token, quoted)
            yield _verbal(token, _phrase(speaker, token), takes)
        elif token.lower_ == ACCORDING:
            yield from according(token)
        elif token.pos_ == "NOUN" and token.lemma_ in nouns:
            yield from nominal(token)


@cache
def _cues() -> frozenset[str]:
    """Return the lemmas of all words that can report."""
    return frozenset({*reporting_verbs(), *reporting_nouns(), ACCORDING, "accord"})


def _takes(token: "Token") -> frozenset[str] | None:
    """Return what a word takes as a reporting verb; None for one that is none here."""
    takes = reporting_verbs().get(token.lemma_.lower())
    if takes is None or not (token.pos_ in {"VERB", "AUX"} or _taken_for_noun(token)):
        return None
    is_deed = token.lemma_ in WITH_OUT and not any(child.lower_ == "out" for child in token.rights)
    return None if is_deed else takes


def _taken_for_noun(token: "Token") -> "Token | None":
    """Return the subject of a verb in -s that was tagged as a noun, by its clause: [the agency] notes, it is so."""
    if token.tag_ != "NNS" or not any(c.dep_ == "ccomp" and not _has_mark(c, "that") for c in token.rights):
        return None
    return next((child for child in token.lefts if child.dep_ in {"nsubj", "nmod", "compound"}), None)


def _speaker(verb: "Token", quoted: Set[int]) -> "Token | None":
    """Return the subject; where the parse has it among the words that are said, the name that follows the verb."""
    if subject := _taken_for_noun(verb):
        return subject
    if verb.dep_ == "advcl" and stands_bare(verb):
        return agent_of(verb)  # when asked about it, the mayor said no
    if verb.i and verb.nbor(-1).text == "," and (behind := _subject_behind(verb, quoted)):
        return behind
    reporting = (above for above in verb.ancestors if above.lemma_ in reporting_verbs())
    subject = subject_of(next(reporting, verb) if _adds(verb) else verb)
    if subject is not None and subject.i not in quoted:
        return _name_before(verb, subject) or subject
    if subject is None and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return None
    return noun_after(verb) if verb.i and verb.nbor(-1).is_punct else None


def _subject_behind(verb: "Token", quoted: Set[int]) -> "Token | None":
    """Return the subject right behind a verb put into a sentence: The funds, said [the mayor], are spent."""
    behind = noun_after(verb)
    is_own = behind is not None and behind.dep_ == "nsubj" and behind.head == verb
    return behind if is_own and behind is not None and behind.i not in quoted else None


def _name_before(verb: "Token", subject: "Token") -> "Token | None":
    """Return the name right before a verb where the parse took a word of another clause for its subject."""
    at = verb.i - 1
    while at > subject.i and verb.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    name = verb.doc[at]
    is_apart = name.ent_type_ == "PERSON" and subject.i < at and not subject.is_ancestor(name)
    between = verb.doc[subject.i : at]
    cut = any(token.text in CUTS for token in between) or any(map(is_joining_hyphen, between[1:2]))
    return name if is_apart and cut else None


def _phrase(head: "Token | None", verb: "Token") -> "Span | None":
    return noun_phrase(head, verb) if head is not None else None


def _verbal(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> Report:
    """Return the report by a verb, with the first of its complements that it can report with."""
    if speaker is None and is_said_by_nobody(verb):
        return Report(verb, None)
    if takes & {"clause", "that"} and (content := _clause(verb, speaker, "clause" not in takes)):
        if leaves_open(verb, speaker, content):
            return Report(verb, speaker)
        return Report(verb, speaker, content, "clause")
    return _without_clause(verb, speaker, takes)


def _without_clause(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> Report:
    if not speaks(speaker):
        return Report(verb, speaker)
    if "infinitive" in takes and (content := _infinitive(verb)):
        return Report(verb, speaker, content, "infinitive")
    if not _is_circumstance(verb) and (content := _after_preposition(verb, takes) or _object(verb, speaker, takes)):
        return Report(verb, speaker, content, "object")
    return Report(verb, speaker)


def _is_circumstance(verb: "Token") -> bool:
    """Whether a participle with its object only opens another report: [Citing] rules, officials said no."""
    is_opening = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < verb.head.i
    return is_opening and verb.head.lemma_.lower() in reporting_verbs()


def _clause(verb: "Token", speaker: "Span | None", needs_that: bool) -> tuple[int, int] | None:
    """Return the clause that the verb takes, after it or before it, or the sentence that the verb is put into."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    # What stands before is a circumstance where a that-clause follows: With the work done, they said that …
    clause = next(
        (child for child in clauses if child.i > verb.i and _has_mark(child, "that")), next(iter(clauses), None)
    )
    group_start, group_end = Report(verb, speaker).group()
    if clause is None:
        is_inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _has_mark(verb, "as"))
        if verb.dep_ == "advcl":
            group_start, group_end = verb.left_edge.i, verb.right_edge.i + 1
        return _around(verb.head, group_start, group_end) if is_inserted and not needs_that else None
    if needs_that and not _has_mark(clause, "that"):
        return None
    if clause.i < verb.i:
        return clause.left_edge.i, group_start
    return _clause_start(verb, clause), _clause_end(verb, clause)


def _clause_start(verb: "Token", clause: "Token") -> int:
    """Return where a clause after its verb begins, without the hearer or the day that the parse takes into it."""
    start = max(clause.left_edge.i, verb.i + 1)
    that = next((child for child in clause.lefts if child.lower_ == "that" and child.dep_ == "mark"), None)
    if that is not None:
        return max(start, that.i)  # told [envoys] that it rained
    first = verb.doc[start]
    is_day = first.lower_ == "on" and start == verb.i + 1 and verb.doc[start + 1].ent_type_ == "DATE"
    return first.right_edge.i + 1 if is_day and first.dep_ == "prep" else start  # said [on Monday] it rained


def _clause_end(verb: "Token", clause: "Token") -> int:
    """Return the token after a clause: with what the parse hangs on the verb, without `, adding that …`."""
    end = clause.right_edge.i + 1
    for child in verb.rights:
        if child.i < end:
            continue
        if child.dep_ in {"cc", "conj"} or child.lemma_ in reporting_verbs():
            break
        end = child.right_edge.i + 1
    end = next((token.i - 1 for token in verb.doc[clause.i + 1 : end] if _adds(token)), end)
    return _after_colon(verb, end)


def _after_colon(verb: "Token", end: int) -> int:
    """Return the end of the sentence where what is said ends at a colon: noted that three things happen: Prices rise.

    It assumes that words behind a colon explain those before it; a quotation there has marks of its own.
    """
    behind = verb.doc[end : verb.sent.end]
    explains = len(behind) > 1 and behind[0].text == ":" and not behind[1].is_quote and not behind[1].is_space
    return verb.sent.end if explains else end


def _adds(token: "Token") -> bool:
    """Whether a token begins `, adding that …`, in which the speaker of the sentence goes on."""
    behind_comma = token.i > 0 and token.nbor(-1).text == ","
    return token.tag_ == "VBG" and behind_comma and "clause" in reporting_verbs().get(token.lemma_, ())


def _has_mark(clause: "Token", mark: str) -> bool:
    return any(child.lower_ == mark and child.dep_ in {"mark", "advmod", "prep"} for child in clause.lefts)


def _around(host: "Token", group_start: int, group_end: int) -> tuple[int, int]:
    """Return the clause that a cue is put into, without the cue where it stands at the edge."""
    while host.dep_ in OPENINGS and host.i < host.head.i:
        host = host.head  # the parse hangs it on the last word before the comma
    start, end = host.left_edge.i, host.right_edge.i + 1
    after = host.doc[group_end:end]
    if all(token.is_punct or token.is_space for token in after):
        return start, group_start
    return (group_end if group_start <= start else start), end


def _infinitive(verb: "Token") -> tuple[int, int] | None:
    """Return what someone promises, or asks another, to do."""
    clause = next(
        (c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and any(k.tag_ == "TO" for k in c.lefts)), None
    )
    if clause is None:
        return None
    asked = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"}), None)
    start = clause.left_edge.i if asked is None else min(asked.left_edge.i, clause.left_edge.i)
    return start, clause.right_edge.i + 1


def _after_preposition(verb: "Token", takes: frozenset[str]) -> tuple[int, int] | None:
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in takes:
            inner = next((inner for inner in child.rights if inner.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None:
                return child.i + 1, verb.right_edge.i + 1 if _goes_on(verb, child) else child.right_edge.i + 1
    return None


def _goes_on(verb: "Token", preposition: "Token") -> bool:
    """Whether the object of `call for`, `call on` acts: called for the council to meet."""
    return any(
        child.dep_ in {"xcomp", "advcl"} and child.i > preposition.i and any(k.tag_ == "TO" for k in child.lefts)
        for child in verb.rights
    )


def _object(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> tuple[int, int] | None:
    """Return the object of a verb with what is said of it: called [it a mistake], described [it as closed]."""
    target = next((child for child in verb.rights if child.dep_ in {"dobj", "oprd", "ccomp", "attr"}), None)
    if target is None or not is_said_of(verb, target, speaker, takes):
        return None
    more = [child.right_edge.i for child in verb.rights if child.dep_ in {"oprd", "xcomp"} or child.lower_ == "as"]
    start, end = target.left_edge.i, max([target.right_edge.i, *more]) + 1
    return start, next((token.i - 1 for token in verb.doc[start + 1 : end] if _reports_next(token, verb)), end)


def _reports_next(token: "Token", verb: "Token") -> bool:
    """Whether a token is the verb of the next statement of the same speaker: called it a lie [and said] so."""
    is_verb = token.pos_ == "VERB" and "clause" in reporting_verbs().get(token.lemma_.lower(), ())
    return is_verb and token.tag_ == verb.tag_ and token.nbor(-1).lower_ == "and"
