"""Find the words that report speech in a parsed text, with who speaks and what is said."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows, lexicon_terms
from transforms.parsing.syntax import CUTS, is_joining_hyphen, noun_after, noun_phrase, subject_of
from transforms.quotes.negation import leaves_open
from transforms.quotes.objects import is_said_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NEAR = 8  # tokens between a cue and its speaker: beyond, other words stand between them

UTTERING = frozenset(
    {"make", "give", "issue", "release", "publish", "send", "deliver", "file", "repeat", "reiterate", "renew", "voice"}
    | {"express", "offer", "share", "hold", "take", "reach", "draw"}
)
"""Verbs whose subject says what their object names: issued a warning that. Others take up what somebody else said."""


@dataclass(frozen=True, slots=True)
class Report:
    """A cue, the phrase that names the speaker, and the tokens [start, end) of what is said.

    `content` is None where the parse shows none: what is said then stands in quotation marks near by.
    """

    cue: "Token"
    speaker: "Span | None"
    content: tuple[int, int] | None = None
    method: str = "marks"

    def group(self) -> tuple[int, int]:
        """Return the tokens [start, end) of the cue together with a speaker that stands beside it."""
        return _group(self.cue, self.speaker)


def find_reports(doc: "Doc", quoted: Set[int]) -> Iterator[Report]:
    """Yield what reports speech, in reading order; cues among the `quoted` tokens are part of what is said."""
    verbs, nouns = reporting_verbs(), reporting_nouns()
    for token in doc:
        if token.i in quoted:
            continue
        takes = verbs.get(token.lemma_.lower()) if token.pos_ in {"VERB", "AUX"} else None
        if takes:
            speaker = _speaker(token, quoted)
            yield _verbal(token, _phrase(speaker), takes)
        elif token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ == "NOUN" and token.lemma_ in nouns:
            yield from _nominal(token)


def _speaker(verb: "Token", quoted: Set[int]) -> "Token | None":
    """Return the subject; where the parse has it among the words that are said, the name that follows the verb."""
    reporting = (above for above in verb.ancestors if above.lemma_ in reporting_verbs())
    subject = subject_of(next(reporting, verb) if _adds(verb) else verb)
    if subject is not None and subject.i not in quoted:
        return _name_before(verb, subject) or subject
    if subject is None and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return None
    return noun_after(verb) if verb.i and verb.nbor(-1).is_punct else None


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


def _phrase(head: "Token | None") -> "Span | None":
    return noun_phrase(head) if head is not None else None


def _verbal(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> Report:
    """Return the report by a verb, with the first of its complements that it can report with."""
    if takes & {"clause", "that"} and (content := _clause(verb, speaker, "clause" not in takes)):
        if leaves_open(verb, speaker, content):
            return Report(verb, speaker)
        return Report(verb, speaker, content, "clause")
    if "infinitive" in takes and (content := _infinitive(verb)):
        return Report(verb, speaker, content, "infinitive")
    if content := _after_preposition(verb, takes) or _object(verb, speaker, takes):
        return Report(verb, speaker, content, "object")
    return Report(verb, speaker)


def _clause(verb: "Token", speaker: "Span | None", needs_that: bool) -> tuple[int, int] | None:
    """Return the clause that the verb takes, after it or before it, or the sentence that the verb is put into."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    group_start, group_end = _group(verb, speaker)
    if clause is None:
        is_inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _has_mark(verb, "as"))
        if verb.dep_ == "advcl":
            group_start, group_end = verb.left_edge.i, verb.right_edge.i + 1
        return _around(verb.head, group_start, group_end) if is_inserted and not needs_that else None
    if needs_that and not _has_mark(clause, "that"):
        return None
    if clause.i < verb.i:
        return clause.left_edge.i, group_start
    return max(clause.left_edge.i, verb.i + 1), _clause_end(verb, clause)


def _clause_end(verb: "Token", clause: "Token") -> int:
    """Return the token after a clause: with what the parse hangs on the verb, without `, adding that …`."""
    end = clause.right_edge.i + 1
    for child in verb.rights:
        if child.i < end:
            continue
        if child.dep_ in {"cc", "conj"} or child.lemma_ in reporting_verbs():
            break
        end = child.right_edge.i + 1
    return next((token.i - 1 for token in verb.doc[clause.i + 1 : end] if _adds(token)), end)


def _adds(token: "Token") -> bool:
    """Whether a token begins `, adding that …`, in which the speaker of the sentence goes on."""
    behind_comma = token.i > 0 and token.nbor(-1).text == ","
    return token.tag_ == "VBG" and behind_comma and "clause" in reporting_verbs().get(token.lemma_, ())


def _has_mark(clause: "Token", mark: str) -> bool:
    return any(child.lower_ == mark and child.dep_ in {"mark", "advmod", "prep"} for child in clause.lefts)


def _around(host: "Token", group_start: int, group_end: int) -> tuple[int, int]:
    """Return the clause that a cue is put into, without the cue where it stands at the edge."""
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
    return target.left_edge.i, max([target.right_edge.i, *more]) + 1


def _according(token: "Token") -> Iterator[Report]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if source is None:
        return
    sentence = token.sent
    start, end = token.i, _source(source).end
    if start - sentence.start < 2:
        content = end, sentence.end
    elif all(t.is_punct or t.is_space for t in sentence.doc[end : sentence.end]):
        content = sentence.start, start
    else:
        content = sentence.start, sentence.end
    yield Report(token, _source(source), content, "according")


def _source(head: "Token") -> "Span":
    """Return the phrase of a source, without the sentence after it, which the parse often takes for a part of it."""
    if head.right_edge.i + 1 < head.sent.end - 1 or head.sent.start < head.left_edge.i - 2:
        phrase = head.doc[head.left_edge.i : head.right_edge.i + 1]
        return phrase[:-1] if phrase[-1].is_punct else phrase
    phrase = noun_phrase(head)
    comma = next((token.i for token in phrase if token.text == ","), None)
    return phrase if comma is None else head.doc[phrase.start : comma]


def _nominal(noun: "Token") -> Iterator[Report]:
    """Yield what someone claims: `their claim that it rained`, `the claim by the mayor that it rained`."""
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"} and _opens_with_that(c)), None)
    if clause is None or any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "that" for child in clause.lefts):
        return
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    by = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"by", "from"}), None)
    if owner is None and by is not None:
        owner = next((child for child in by.children if child.dep_ == "pobj"), None)
    if owner is None and noun.dep_ == "dobj" and noun.head.lemma_ in UTTERING:
        owner = subject_of(noun.head)
    yield Report(noun, _phrase(owner), (clause.left_edge.i, clause.right_edge.i + 1), "noun")


def _opens_with_that(clause: "Token") -> bool:
    return clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark"


def _group(cue: "Token", speaker: "Span | None") -> tuple[int, int]:
    if speaker is not None and speaker.end <= cue.i < speaker.end + NEAR:
        return speaker.start, cue.i + 1
    if speaker is not None and cue.i < speaker.start <= cue.i + NEAR:
        return cue.i, speaker.end
    return cue.i, cue.i + 1


@cache
def reporting_verbs() -> dict[str, frozenset[str]]:
    """Return what each reporting verb takes, by its lemma."""
    return {lemma: frozenset(takes.split()) for lemma, takes in lexicon_rows("reporting_verbs.tsv")}


@cache
def reporting_nouns() -> frozenset[str]:
    """Return the nouns that report speech."""
    return frozenset(lexicon_terms("reporting_nouns.txt"))
