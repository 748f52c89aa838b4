"""Carry what is said on over `and`, `or` and `but`, where the parse ends it before what is still a part of it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from transforms.parsing.lost_subjects import NOMINAL
from transforms.quotes.clauses import last_before
from transforms.quotes.report import FINITE, Report, reporting_verbs

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

JOINING = frozenset({"and", "or", "but"})

FORMS = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal", "VB": "bare", "VBG": "participle"}
"""What verbs that are joined by `and` have in common."""

FINITE_FORMS = frozenset({"past", "present", "modal"})

BARE = frozenset({"VB", "VBP"})
"""Tags of the bare form, which often is taken for the present tense."""

OPENING = frozenset({"although", "because", "if", "since", "though", "unless", "when", "while"})
"""Words that open a clause before the one that is said."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})

ENDS = frozenset({".", ",", ";", ":", "!", "?", "–", "—", "--", "(", "-"})


def whole(report: Report) -> Report:
    """Return a report with all of what is said behind its cue.

    It goes on with a second clause with `that`, with a verb that has the form of what is said and not that of its cue
    (arguing it failed [and broke the law]), with the same pronoun for its subject, behind `not …, but`, with the clause
    that one with `while` opens, and with the rest of a list of what is called for or promised. Where the forms are the
    same it cannot be told whose verb it is, and it ends.
    """
    if report.content is None or report.content[0] <= report.cue.i or report.method == "according":
        return report
    start, end = report.content
    doc = report.cue.doc
    end = _last_word(doc, start, end) + 1
    if start >= end:
        return report
    more = (
        _behind_name(report, start, end)
        or _list_end(report, end)
        or _deeds_end(report, end)
        or _main_clause_end(report, start, end)
        or _joined_end(report, start, end)
    )
    return report._replace(content=(start, more)) if more is not None and more > report.content[1] else report


def _last_word(doc: "Doc", start: int, end: int) -> int:
    last = end - 1
    while last > start and (doc[last].is_punct or doc[last].is_space or doc[last].pos_ == "CCONJ"):
        last -= 1
    return last


def _joined_end(report: Report, start: int, end: int) -> int | None:
    """Return where what `and` joins to what is said ends; None where nothing is known to belong to it."""
    doc, at = report.cue.doc, end
    while at < len(doc) and (doc[at].is_quote or doc[at].text == ",") and at < end + 3:
        at += 1
    if at + 2 >= len(doc) or doc[at].lower_ not in JOINING:
        return None
    joins, has_comma = doc[at].lower_, any(token.text == "," for token in doc[end:at])
    at += 1
    while at + 1 < len(doc) and (doc[at].is_quote or (doc[at].pos_ == "ADV" and doc[at].tag_ == "RB")):
        at += 1
    first, sentence_end = doc[at], doc[end - 1].sent.end
    if joins == "but" and has_comma and (nominal := _instead(doc, start, end, at, sentence_end)):
        return nominal
    verb = _goes_on(report, doc[start:end], first, joins, has_comma)
    return _end_of(verb, report.cue, sentence_end) if verb is not None else None


def _goes_on(report: Report, said: "Span", first: "Token", joins: str, has_comma: bool) -> "Token | None":
    """Return the verb of a second clause, or the second verb of what is said; None where the words are another's."""
    if (
        first.lower_ == "that"
        and first.dep_ == "mark"
        and first.head.i > first.i
        and report.method in {"clause", "noun"}
    ):
        return first.head
    head = next((token for token in said if token.head == report.cue and token.pos_ in {"VERB", "AUX"}), None)
    if head is None and report.method != "clause":
        head = next((token for token in said if token.dep_ in {"xcomp", "ccomp", "pcomp", "acl"}), None)
    if head is None:
        return None
    if (subject := _opens_with(first)) is not None:
        own = next((child for child in head.lefts if child.dep_ in SUBJECTS), None)
        is_same = own is not None and own.lower_ == first.lower_ and joins == "and" and first.pos_ == "PRON"
        is_further = (is_same and _form(subject.head) == _form(head)) or (
            report.method == "clause" and not has_comma and _is_no_conjunct(subject.head, report.cue)
        )
        return subject.head if is_further and subject.head.i > first.i and _is_plain(subject.head) else None
    verb = first.head if first.dep_ in {"aux", "auxpass"} and first.head.i > first.i else first
    form = FORMS.get(first.tag_)
    if form is None or verb.pos_ not in {"VERB", "AUX"} or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return None
    if report.method == "infinitive" and form == "present" and first.tag_ == "VBP" and _form(report.cue) == "past":
        form = "bare"  # tagged so in marks: urged them to go and “raise it”
    is_apart = form not in _forms_above(report.cue) and not (has_comma and _form(report.cue) == "participle")
    is_deed = first.lemma_ in reporting_verbs() and _form(report.cue) == "participle"
    return verb if form == _form(head) and is_apart and not is_deed else None


def _opens_with(first: "Token") -> "Token | None":
    """Return the subject whose phrase a word opens."""
    near = next((one for one in (first, *first.ancestors) if one.dep_ in SUBJECTS), None)
    return near if near is not None and near.left_edge == first else None


def _is_no_conjunct(verb: "Token", cue: "Token") -> bool:
    """Whether a verb with its own subject cannot be joined to a cue: says she was ill [and it changed her life].

    It assumes that `and` joins what has one tense, and no participle to a clause of its own.
    """
    form = _form(verb)
    return form in FINITE_FORMS and (_form(cue) == "participle" or form not in _forms_above(cue))


def _form(verb: "Token") -> str | None:
    """Return the form of a verb by the first word of its group: was told, had gone, to go."""
    first = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"} and child.tag_ in FORMS), verb)
    return FORMS.get(first.tag_)


def _forms_above(cue: "Token") -> set[str | None]:
    """Return the forms of the cue and of the verbs that it hangs on, to which `and` could join as well."""
    forms = {_form(cue), "past" if cue.tag_ == "VBN" else None}  # to have told them
    if cue.dep_ in {"acl", "relcl"}:
        return forms  # lawsuits arguing it failed
    return forms | {_form(above) for above in cue.ancestors if above.pos_ in {"VERB", "AUX"}}


def _is_plain(verb: "Token") -> bool:
    return verb.lemma_ not in reporting_verbs() and verb.pos_ in {"VERB", "AUX"}


def _end_of(verb: "Token", cue: "Token", sentence_end: int) -> int:
    """Return where a joined clause ends: before the next statement, and before a clause of another."""
    doc, end = verb.doc, min(verb.right_edge.i + 1, sentence_end)
    for token in doc[verb.i + 1 : end]:
        if (last := last_before(token, cue)) is not None:
            return last
        if token.dep_ == "conj" and token.head == verb and (others := [c for c in token.lefts if c.dep_ in SUBJECTS]):
            return others[0].left_edge.i - 1
    return end


def _instead(doc: "Doc", start: int, end: int, at: int, sentence_end: int) -> int | None:
    """Return the end of what is so instead: said it was not a right[, but an honour]."""
    if not any(token.lower_ in {"not", "n't", "n’t"} for token in doc[start:end]):
        return None
    return _nominal_end(doc, at, sentence_end)


def _nominal_end(doc: "Doc", at: int, sentence_end: int) -> int | None:
    """Return the end of words without a verb, up to the next mark; None where a clause follows."""
    stop = next((i for i in range(at, sentence_end) if doc[i].text in ENDS), sentence_end)
    words = doc[at:stop]
    if not len(words) or words[0].pos_ not in {*NOMINAL, "DET", "ADJ", "NUM"} or words[0].dep_ in SUBJECTS:
        return None
    return stop if not any(token.tag_ in FINITE and token.dep_ != "relcl" for token in words) else None


def _list_end(report: Report, end: int) -> int | None:
    """Return the end of a list that is called for: call for open talks[, free votes and a new law].

    It assumes that behind `for` a comma, nouns and `and` up to the end of a sentence go on with what is asked.
    """
    doc = report.cue.doc
    start, sentence_end = report.content or (end, end), doc[end - 1].sent.end
    is_asked = report.method == "object" and doc[start[0] - 1].lower_ == "for"
    if not is_asked or end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].tag_ in FORMS:
        return None
    rest = doc[end + 1 : sentence_end]
    last = next((i for i, token in enumerate(rest) if token.text in ENDS - {","} and token.text != "-"), len(rest))
    words = rest[:last]
    joined = any(a.lower_ in {"and", "or"} and b.pos_ in {*NOMINAL, "DET", "ADJ"} for a, b in pairwise(words))
    is_nominal = words[0].pos_ in {*NOMINAL, "DET", "ADJ", "NUM"} if len(words) else False
    return words.end if joined and is_nominal and not any(token.tag_ in FINITE for token in words) else None


def _deeds_end(report: Report, end: int) -> int | None:
    """Return the end of a list of what is promised or asked for: vowed to cut taxes[, build roads and leave].

    It assumes that a verb in its bare form behind a comma goes on with an infinitive, where a last one has `and`.
    """
    doc = report.cue.doc
    if report.method != "infinitive" or end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].tag_ not in BARE:
        return None
    rest = doc[end + 1 : doc[end].sent.end]
    if any(child.dep_ in SUBJECTS for child in rest[0].lefts) or rest[0].lemma_ in reporting_verbs():
        return None
    last = next(
        (i for i, token in enumerate(rest) if token.text in ENDS - {",", "-"} or token.tag_ == "VBD"), len(rest)
    )
    joined = next((i for i in range(last - 1) if rest[i].lower_ in {"and", "or"} and rest[i + 1].tag_ in BARE), None)
    if joined is None:
        return None
    comma = next((i for i in range(joined + 1, last) if rest[i].text == ","), last)
    return rest.start + comma if last == len(rest) or rest[last].tag_ != "VBD" or comma < last else None


def _main_clause_end(report: Report, start: int, end: int) -> int | None:
    """Return the end of the clause behind one that opens what is said: said that while it is old[, it is safe]."""
    doc = report.cue.doc
    opens = doc[start].lower_ == "that" and start + 1 < end and doc[start + 1].lower_ in OPENING
    if not opens or end + 2 >= len(doc) or doc[end].text != "," or any(token.text == "," for token in doc[start:end]):
        return None
    behind = doc[end + 1 : doc[end].sent.end]
    subject = next((token for token in behind if token.dep_ in SUBJECTS), None)
    is_next = subject is not None and subject.left_edge.i <= end + 1 < subject.head.i
    return _end_of(subject.head, report.cue, doc[end].sent.end) if subject is not None and is_next else None


def _behind_name(report: Report, start: int, end: int) -> int | None:
    """Return the end of an object that the parse cuts before a name: criticised rival [Ana Lee's plan]."""
    doc = report.cue.doc
    if (
        report.method != "object"
        or end >= len(doc)
        or doc[end].pos_ != "PROPN"
        or doc[end].ent_type_ in {"DATE", "TIME"}
    ):
        return None
    if doc[end - 1].tag_ != "NN" or start != report.cue.i + 1 or end - start > 3:
        return None
    name = doc[end]
    while name.head.i > name.i and name.head.pos_ in NOMINAL:
        name = name.head
    return name.right_edge.i + 1
