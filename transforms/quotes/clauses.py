"""Find the clause that a verb of saying takes, where it begins, and where the next statement does."""

from typing import TYPE_CHECKING

from transforms.quotes.objects import SOURCES_OF_FINDINGS
from transforms.quotes.report import FINITE, Report, reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TO_HEARERS = frozenset({"assure"})
"""Verbs that say something only to somebody; else they bring it about."""

GOING_ON = frozenset({"and", "because", "but", "so", "while", "yet"})
"""Words that join a clause to the one before it."""

CUE_WORDS = 6  # tokens of a second cue with its speaker: , the state agency said

STATES = frozenset(
    {"dead", "alive", "unconscious", "wounded", "injured", "hurt", "safe", "unharmed", "drunk", "asleep"}
)
"""What somebody is found to be by looking, and not by thinking."""

CIRCUMSTANCES = frozenset({"although", "though", "because", "since", "unless", "before", "after", "until", "once"})
"""Words before a clause that is no statement of a participle behind it: Although it rained, many are revealing."""

NEXT_VERBS = frozenset({"VBG", "VBN", "VBD", "VBZ"})
"""Tags of the verbs before which a statement can end."""

OPENINGS = frozenset({"nsubj", "nsubjpass", "csubj", "advcl"})
"""What a sentence opens with before a cue that is put into it: The difference, he said, is small."""


def clause_of(verb: "Token", speaker: "Span | None", needs_that: bool) -> tuple[int, int] | None:
    """Return the clause that the verb takes, after it or before it, or the sentence that the verb is put into."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    # What stands before is a circumstance where a that-clause follows: With the work done, they said that …
    clause = next(
        (child for child in clauses if child.i > verb.i and has_mark(child, "that")), next(iter(clauses), None)
    )
    group_start, group_end = Report(verb, speaker).group()
    if clause is None:
        is_inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and has_mark(verb, "as"))
        if verb.dep_ == "advcl":
            group_start, group_end = verb.left_edge.i, verb.right_edge.i + 1
        return _around(verb.head, group_start, group_end) if is_inserted and not needs_that else None
    if (needs_that and not has_mark(clause, "that")) or _only_adds(clause) or _stands_apart(verb, clause, speaker):
        return None
    if verb.lemma_ in TO_HEARERS and not _is_told(verb, clause):
        return None
    if clause.i < verb.i:
        end = _cue_start(verb, group_start)
        return (clause.left_edge.i, end) if end is not None else None
    return _clause_start(verb, clause), _clause_end(verb, clause)


def _stands_apart(verb: "Token", clause: "Token", speaker: "Span | None") -> bool:
    """Whether a clause is no statement of its verb's: what somebody sees, a circumstance, or another's cue.

    They suggested going, [the agency said]; [although it rained], they are revealing.
    """
    if clause.i < verb.i and verb.tag_ == "VBG":
        return any(child.dep_ == "mark" and child.lower_ in CIRCUMSTANCES for child in clause.lefts)
    is_quoting = clause.tag_ in FINITE and "quote" in reporting_verbs().get(clause.lemma_, ())
    behind_comma = clause.left_edge.i > verb.i and clause.left_edge.nbor(-1).text == ","
    has_own = any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in clause.children)
    return (is_quoting and behind_comma and not has_own) or _is_experience(verb, clause, speaker)


def _is_experience(verb: "Token", clause: "Token", speaker: "Span | None") -> bool:
    """Whether a clause without a finite verb is no finding: found him dead, found it hard; denied them a say.

    A verdict or an opinion is one: found her guilty, found the answer weak. Other findings are told in a whole clause.
    """
    if verb.lemma_ == "deny":
        return clause.pos_ not in {"VERB", "AUX"}
    is_study = speaker is not None and speaker.root.lemma_.lower() in SOURCES_OF_FINDINGS
    if verb.lemma_ != "find" or is_study or _judges(clause):
        return False
    return not has_mark(clause, "that") and not any(token.tag_ in FINITE for token in (clause, *clause.lefts))


def _judges(clause: "Token") -> bool:
    """Whether a clause without a verb says what somebody thinks of another, and not how hard `it` was for them."""
    is_own = any(child.lower_ == "it" or child.lower_.endswith("self") for child in clause.lefts)
    return clause.pos_ == "ADJ" and clause.lower_ not in STATES and not is_own


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
    end = next((last for token in verb.doc[clause.i + 1 : end] if (last := _last_before(token, verb))), end)
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


def _last_before(token: "Token", verb: "Token") -> int | None:
    """Return where what is said ends before a token that is no part of it; None for any other token.

    It ends before the next statement of the same speaker, and before the question that it answers: said no when asked
    about it.
    """
    tag = token.tag_
    if tag not in NEXT_VERBS:
        return None
    if adds(token) or goes_on_saying(token, verb):
        return token.i - 1
    is_question = tag == "VBN" and token.lemma_ in {"ask", "press", "question", "quiz"}
    return token.i - 1 if is_question and token.nbor(-1).lower_ == "when" else None


def goes_on_saying(token: "Token", verb: "Token") -> bool:
    """Tell whether a verb is the next one of the speaker, though the parse joins it to a verb of the clause.

    It has no subject, and the tense of the cue: said he would go [and urged] them to come; said it failed [but hoped].
    """
    if token.dep_ != "conj" or token.tag_ != verb.tag_ or token.tag_ not in {"VBD", "VBZ"}:
        return False
    if not reports_next(token, verb) or any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.lefts):
        return False
    return token.head.tag_ == "VB" or any(child.dep_ == "ccomp" for child in token.rights)


def _after_colon(verb: "Token", end: int) -> int:
    """Return the end of the sentence where what is said ends at a colon: noted that three things happen: Prices rise.

    It assumes that words behind a colon explain those before it; a quotation there has marks of its own.
    """
    behind = verb.doc[end : verb.sent.end]
    explains = len(behind) > 1 and behind[0].text == ":" and not behind[1].is_quote and not behind[1].is_space
    return verb.sent.end if explains else end


def adds(token: "Token") -> bool:
    """Whether a token begins `, adding that …`, in which the speaker of the sentence goes on."""
    behind_comma = token.i > 0 and token.nbor(-1).text == ","
    return token.tag_ == "VBG" and behind_comma and "clause" in reporting_verbs().get(token.lemma_, ())


def has_mark(clause: "Token", mark: str) -> bool:
    """Tell whether a clause opens with a word such as `that`."""
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


def reports_next(token: "Token", verb: "Token") -> bool:
    """Tell whether a token is the verb of the next statement of the same speaker: called it a lie [and said] so."""
    is_verb = token.pos_ == "VERB" and "clause" in reporting_verbs().get(token.lemma_.lower(), ())
    return is_verb and token.tag_ == verb.tag_ and token.nbor(-1).lower_ in {"and", "but"}
