"""Find the clause that a verb of saying takes, where it begins and where it ends."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import has_mark
from transforms.quotes.findings import is_experience
from transforms.quotes.next_statements import adds, does_next, goes_on_saying, leaves_would, turns
from transforms.quotes.objects import SOURCES_OF_FINDINGS
from transforms.quotes.report import FINITE, Report, reporting_verbs
from transforms.quotes.reservations import find_reservation, withholds

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

TO_HEARERS = frozenset({"assure"})
"""Verbs that say something only to somebody; else they bring it about."""

GOING_ON = frozenset({"and", "because", "but", "so", "while", "yet"})
"""Words that join a clause to the one before it."""

CUE_WORDS = 6  # tokens of a second cue with its speaker: , the state agency said

CIRCUMSTANCES = frozenset({"although", "though", "because", "since", "unless", "before", "after", "until", "once"})
"""Words before a clause that is no statement of a participle behind it: Although it rained, many are revealing."""

NEXT_VERBS = frozenset({"VBG", "VBN", "VBD", "VBZ", "VB"})
"""Tags of the verbs before which a statement can end."""

COMPLEMENTS = frozenset({"dobj", "dative", "oprd", "xcomp", "attr"})
"""What a cue put into a sentence with `as` does not have: its object is the sentence."""

FULFILLED = frozenset({"agree", "announce", "expect", "fear", "hope", "plan", "pledge", "predict", "promise", "show"})
"""What comes about as somebody said: as agreed, as had been feared."""

OPENINGS = frozenset({"nsubj", "nsubjpass", "csubj", "advcl"})
"""What a sentence opens with before a cue that is put into it: The difference, he said, is small."""


TIMES = frozenset({"time", "day", "week", "month", "year"})

THAT_OPENS = frozenset({"mark", "advmod"})
"""What `that` is where it opens a clause."""


def clause_of(verb: "Token", speaker: "Span | None", needs_that: bool) -> tuple[int, int] | None:
    """Return the clause that the verb takes, after it or before it, or the sentence that the verb is put into."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    # What stands before is a circumstance where a that-clause follows: With the work done, they said that …
    clause = next(
        (child for child in clauses if child.i > verb.i and has_mark(child, "that")), next(iter(clauses), None)
    )
    group_start, group_end = Report(verb, speaker).group()
    if clause is None:
        is_inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _is_inserted(verb, speaker))
        if verb.dep_ == "advcl":
            group_start, group_end = verb.left_edge.i, verb.right_edge.i + 1
        around = _around(verb.head, group_start, group_end) if is_inserted and not needs_that else None
        return around or _hung_elsewhere(verb)
    if needs_that and not has_mark(clause, "that") and not _is_learned(verb, clause):
        return None
    if _only_adds(clause) or _stands_apart(verb, clause, speaker):
        return None
    if clause.i < verb.i:
        end = _cue_start(verb, group_start)
        if end is not None and speaker is not None and clause.i < speaker.start < end and speaker.root.head == verb:
            end = speaker.start  # it rained, [Ana Lee, who heads the town's council], said
        return (_first_clause(verb, clause, group_end).left_edge.i, end) if end is not None else None
    return _clause_start(verb, clause), _clause_end(verb, clause)


def _first_clause(verb: "Token", clause: "Token", group_end: int) -> "Token":
    """Return the clause that `and` or `but` joins another one to, where a cue behind both ends the sentence.

    The parse takes the cue for the second part: [it rained], but the bridge stayed open, police said.
    """
    first = verb.head
    is_joined = verb.dep_ == "conj" and any(c.dep_ == "cc" and c.i < clause.left_edge.i for c in first.rights)
    is_finite = any(token.tag_ in FINITE for token in (first, *first.lefts))
    is_last = all(token.is_punct or token.is_space for token in verb.doc[group_end : verb.sent.end])
    return first if is_joined and is_finite and is_last and first.dep_ in {"ROOT", "ccomp"} else clause


def _hung_elsewhere(verb: "Token") -> tuple[int, int] | None:
    """Return the clause with `that` that the parse hangs on another word than its verb.

    On those who are told it, on the time, on what the verb depends on: told a meeting of leaders [that it rained],
    reported at the time [that it rained], continued to insist, as late as Monday, [that it rained].
    """
    near = (child for child in verb.rights if child.dep_ in {"dobj", "dative", "prep"})
    nouns = [noun for child in near for noun in child.subtree if verb.lemma_ == "tell" or noun.lemma_ in TIMES]
    above = [verb.head] if verb.dep_ == "xcomp" else []
    for head in (*nouns, *above):
        for clause in head.rights:
            own = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.lower_ != "that" for child in clause.lefts)
            if own and clause.i > verb.i and clause.left_edge.lower_ == "that" and clause.left_edge.dep_ in THAT_OPENS:
                return clause.left_edge.i, _clause_end(verb, clause)
    return None


def _is_learned(verb: "Token", clause: "Token") -> bool:
    """Whether a paper tells what it found out: It rained, The Post has learned."""
    return verb.lemma_ == "learn" and clause.i < verb.i and any(child.lower_ == "has" for child in verb.lefts)


def _is_inserted(verb: "Token", speaker: "Span | None") -> bool:
    """Whether a clause with `as` is put into what is said: as she said; not: as agreed, as he finds new friends."""
    if not has_mark(verb, "as") or (speaker is None and verb.lemma_ in FULFILLED):
        return False
    if verb.lemma_ == "show" and speaker is not None and speaker.root.lemma_.lower() not in SOURCES_OF_FINDINGS:
        return False  # as shown by her success
    return verb.lemma_ == "tell" or not any(child.dep_ in COMPLEMENTS for child in verb.rights)


def _stands_apart(verb: "Token", clause: "Token", speaker: "Span | None") -> bool:
    """Whether a clause is no statement of its verb's: what somebody sees, a circumstance, or another's cue.

    They suggested going, [the agency said]; [although it rained], they are revealing.
    """
    if clause.i < verb.i and verb.tag_ == "VBG":
        return any(child.dep_ == "mark" and child.lower_ in CIRCUMSTANCES for child in clause.lefts)
    if clause.i > verb.i and adds(clause):
        return True  # ordered it, citing a danger
    if verb.lemma_ in TO_HEARERS and not _is_told(verb, clause):
        return True
    is_quoting = clause.tag_ in FINITE and "quote" in reporting_verbs().get(clause.lemma_, ())
    behind_comma = clause.left_edge.i > verb.i and clause.left_edge.nbor(-1).text == ","
    has_own = any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in clause.children)
    return (is_quoting and behind_comma and not has_own) or is_experience(verb, clause, speaker)


def _is_told(verb: "Token", clause: "Token") -> bool:
    """Whether a verb tells a clause, to somebody or with `that`: assured them it works; not: to assure they do."""
    is_whole = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.lefts)
    is_to_them = any(child.dep_ in {"dobj", "dative", "nsubjpass"} for child in verb.children)
    return has_mark(clause, "that") or (is_whole and is_to_them)


def _cue_start(verb: "Token", group_start: int) -> int | None:
    """Return where a cue behind its clause begins, `it was` before it; None where the clause goes on with the cue.

    It rained, [it was said]; not so: it rained, so they asked; 12 cases, six of which were suspected. `Or so` ends one.
    """
    last = verb.doc[group_start - 1]
    if last.lower_ in GOING_ON and last.nbor(-1).lower_ != "or":
        return None
    if last.dep_ != "auxpass" or last.head != verb:
        return group_start
    return last.i - 1 if last.nbor(-1).lower_ == "it" else None


def _clause_start(verb: "Token", clause: "Token") -> int:
    """Return where a clause after its verb begins, without the hearer or the day that the parse takes into it."""
    start = max(clause.left_edge.i, verb.i + 1)
    that = next((child for child in clause.lefts if child.lower_ == "that" and child.dep_ == "mark"), None)
    if that is not None:
        return max(start, that.i)  # told [envoys] that it rained
    first = verb.doc[start]
    subject = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < start), None)
    if subject is not None and _is_subject_of(subject, verb, clause):
        return subject.left_edge.i  # worried [their plan] would fail
    is_day = first.lower_ == "on" and start == verb.i + 1 and verb.doc[start + 1].ent_type_ == "DATE"
    return first.right_edge.i + 1 if is_day and first.dep_ == "prep" else start  # said [on Monday] it rained


def _is_subject_of(noun: "Token", verb: "Token", clause: "Token") -> bool:
    """Whether an object is the subject of the clause right behind it, which has none and a finite verb of its own.

    Verbs that have those who are told for their object are left out, but before will or may (promised the house will
    vote), and what a relative pronoun takes up.
    """
    has_own = any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for child in clause.children)
    is_finite = any(one.tag_ in FINITE for one in (clause, *clause.lefts))
    is_whole = noun.right_edge.i + 1 == clause.left_edge.i and noun.tag_ not in {"WP", "WDT"}
    is_told = "infinitive" in _takes(verb) and not any(one.tag_ == "MD" for one in clause.lefts)
    return is_whole and is_finite and not has_own and verb.dep_ != "relcl" and not is_told


def _takes(verb: "Token") -> frozenset[str]:
    return reporting_verbs().get(verb.lemma_, frozenset())


def _clause_end(verb: "Token", clause: "Token") -> int:
    """Return the token after a clause: with what the parse hangs on the verb, without `, adding that …`."""
    end = clause.right_edge.i + 1
    for child in verb.rights:
        if child.i < end:
            continue
        if child.dep_ in {"cc", "conj"} or child.lemma_ in reporting_verbs():
            break
        end = child.right_edge.i + 1
    end = next((last for token in verb.doc[clause.i + 1 : end] if (last := last_before(token, verb))), end)
    return _after_colon(verb, _before_cue(verb, end))


def _before_cue(verb: "Token", end: int) -> int:
    """Return where what is said ends before a second cue at its end: said the plan was dead, [it added]."""
    doc, last = verb.doc, end - 1
    while last > verb.i and doc[last].is_punct:
        last -= 1
    is_cue = doc[last].tag_ in {"VBD", "VBZ"} and "quote" in reporting_verbs().get(doc[last].lemma_, ())
    comma = next((i for i in range(last - 1, max(verb.i, last - CUE_WORDS), -1) if doc[i].text == ","), None)
    named = doc[comma + 1 : last] if comma is not None else ()
    is_named = bool(len(named)) and all(token.pos_ in {"PRON", "PROPN", "NOUN", "DET", "ADJ"} for token in named)
    return comma if is_cue and is_named and comma is not None else end


def _only_adds(clause: "Token") -> bool:
    """Whether a clause behind a comma says more of what stands before it: agreed to it, which led to more."""
    first = clause.left_edge
    return first.lower_ in {"which", "whose"} and first.i > 0 and first.nbor(-1).text == ","


def last_before(token: "Token", verb: "Token") -> int | None:
    """Return where what is said ends before a token that is no part of it; None for any other token.

    It ends before the next statement of the same speaker, and before the question that it answers: said no when asked
    about it.
    """
    tag = token.tag_
    if tag not in NEXT_VERBS:
        return None
    if adds(token) or goes_on_saying(token, verb):
        return token.i - 1
    if (
        word := turns(token, verb) or withholds(token) or does_next(token, verb) or leaves_would(token, verb)
    ) is not None:
        return word.i
    if (mark := find_reservation(token)) is not None:
        return mark.i - 1
    is_question = tag == "VBN" and token.lemma_ in {"ask", "press", "question", "quiz"}
    return token.i - 1 if is_question and token.nbor(-1).lower_ == "when" else None


def _after_colon(verb: "Token", end: int) -> int:
    """Return the end of the sentence where what is said ends at a colon: noted that three things happen: Prices rise.

    It assumes that words behind a colon explain those before it; a quotation there has marks of its own.
    """
    behind = verb.doc[end : verb.sent.end]
    explains = len(behind) > 1 and behind[0].text == ":" and not behind[1].is_quote and not behind[1].is_space
    return verb.sent.end if explains else end


def _around(host: "Token", group_start: int, group_end: int) -> tuple[int, int]:
    """Return the clause that a cue is put into, without the cue where it stands at the edge."""
    while host.dep_ in OPENINGS and host.i < host.head.i:
        host = host.head  # the parse hangs it on the last word before the comma
    start, end = host.left_edge.i, host.right_edge.i + 1
    after = host.doc[group_end:end]
    if all(token.is_punct or token.is_space for token in after):
        return start, group_start
    return (group_end if group_start <= start else start), end
