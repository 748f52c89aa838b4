"""Find the words that report speech in a parsed text, with who speaks and what is said."""

from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from transforms.parsing.syntax import (
    agent_of,
    has_mark,
    is_joining_hyphen,
    noun_after,
    stands_bare,
    subject_of,
    verb_above,
)
from transforms.quotes.attitudes import PUT, PUTTING, attitude, attitude_words, puts_into_words
from transforms.quotes.clauses import clause_of
from transforms.quotes.conjuncts import whole
from transforms.quotes.negation import is_negated, is_said_by_nobody, is_supposed, leaves_open
from transforms.quotes.next_statements import goes_on_from, reports_next
from transforms.quotes.no_report import ASKING, goes_on, is_advice, is_reader, is_self_evident
from transforms.quotes.objects import BLAMING, CREDITING, SEEING, is_deed, is_said_of, speaks
from transforms.quotes.others import accused, cited, is_asked
from transforms.quotes.report import Report, reporting_nouns, reporting_verbs
from transforms.quotes.sources import according, by_account, nominal
from transforms.quotes.speaker_phrases import name_in_commas, name_right_before, named_before, speaker_phrase
from transforms.quotes.suggestions import suggested

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

ACCORDING, BY = "according", "by"

UNDERTAKINGS = frozenset({
    "campaign", "speech", "tour", "visit", "trip", "interview", "bid", "term", "career", "address", "rally",
    "conference", "briefing", "ceremony", "appearance", "event", "hearing",
})  # fmt: skip
"""What people speak in, and what the parse takes for the one who speaks."""

DEALS = frozenset({
    "acquire", "buy", "deliver", "hire", "join", "lease", "meet", "merge", "pay", "play", "purchase", "rent", "sell",
    "settle", "sign", "supply", "swap", "trade",
})  # fmt: skip
"""What is agreed to by a deed, and promises nothing more."""


def find_reports(doc: "Doc", quoted: Set[int], among: Set[int] | None = None) -> Iterator[Report]:
    """Yield what reports speech in reading order, by cues `among` some tokens; `quoted` ones are of what is said."""
    nouns, cues, holding = reporting_nouns(), _cues(), attitude_words()
    found = {i for i, lemma in enumerate(doc.lemmas) if lemma in cues}
    found |= {i for i, word in enumerate(doc.lowers) if word in holding}
    for i in sorted((found if among is None else found & among) - quoted):
        token, word = doc.tokens[i], doc.lowers[i]
        if word in holding and (held := attitude(token)):
            yield held
        elif takes := _takes(token):
            speaker = speaker_phrase(_speaker(token, quoted), token)
            report = whole(_verbal(token, speaker, takes))
            is_seen = report.content is None and token.lemma_ in SEEING  # no source of words in marks near by
            if not is_seen and not is_reader(speaker, token):
                yield report
        elif token.lower_ == ACCORDING:
            yield from according(token)
        elif word == BY:
            yield from by_account(token)
        elif token.pos_ == "NOUN" and token.lemma_ in nouns:
            yield from map(whole, nominal(token))


@cache
def _cues() -> frozenset[str]:
    """Return the lemmas of all words that can report."""
    return frozenset({*reporting_verbs(), *reporting_nouns(), ACCORDING, BY, PUT, "accord"})


def _takes(token: "Token") -> frozenset[str] | None:
    """Return what a word takes as a reporting verb; None for one that is none here."""
    takes = PUTTING if puts_into_words(token) else reporting_verbs().get(token.lemma_.lower())
    if takes is None or not (token.pos_ in {"VERB", "AUX"} or _taken_for_noun(token)):
        return None
    is_none = is_deed(token) or goes_on(token) or is_advice(token) or is_self_evident(token)
    return None if is_none else takes


def _taken_for_noun(token: "Token") -> "Token | None":
    """Return the subject of a verb in -s that was tagged as a noun, by its clause: [the agency] notes, it is so."""
    if token.tag_ != "NNS" or not any(c.dep_ == "ccomp" and not has_mark(c, "that") for c in token.rights):
        return None
    return next((child for child in token.lefts if child.dep_ in {"nsubj", "nmod", "compound"}), None)


def _speaker(verb: "Token", quoted: Set[int]) -> "Token | None":
    """Return the subject; where the parse has it among the words that are said, the name that follows the verb."""
    if subject := _taken_for_noun(verb):
        return subject
    if (verb.dep_ == "advcl" and (stands_bare(verb) or is_asked(verb))) or _is_of_accused(verb):
        return agent_of(verb)  # when asked about it, the mayor said no
    if verb.i and verb.nbor(-1).text == "," and (behind := _subject_behind(verb, quoted)):
        return behind
    subject = cited(verb) or accused(verb) or subject_of(next(iter(goes_on_from(verb)), verb))
    if subject is not None and verb.dep_ == "acl" and subject == verb.head and subject.lemma_ in UNDERTAKINGS:
        above = verb_above(subject)  # opened [the campaign] calling it a mistake, spoke at [a rally] calling it one
        is_place = above is not None and subject.head.lower_ != "with"  # marked the day with [rallies] calling it one
        subject = (subject_of(above) if above is not None and is_place else None) or subject
    if subject is not None and subject.i not in quoted:
        return name_right_before(verb, subject) or subject
    if subject is None and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return None
    return _turned_subject(verb)


def _is_of_accused(verb: "Token") -> bool:
    """Whether a participle tells of who is accused: arrested and accused of spying."""
    is_passive = verb.lemma_ == "accuse" and stands_bare(verb)
    return is_passive and not any(child.dep_ == "dobj" for child in verb.rights)


def _turned_subject(verb: "Token") -> "Token | None":
    """Return the noun behind a verb and a mark, where no other subject is known; behind `told` the hearers stand."""
    if verb.lemma_ == "tell":
        return name_in_commas(verb)
    return noun_after(verb) if verb.i and verb.nbor(-1).is_punct else None


def _subject_behind(verb: "Token", quoted: Set[int]) -> "Token | None":
    """Return the subject right behind a verb put into a sentence: The funds, said [the mayor], are spent."""
    behind = noun_after(verb)
    is_own = behind is not None and behind.dep_ == "nsubj" and behind.head == verb
    return behind if is_own and behind is not None and behind.i not in quoted else None


def _verbal(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> Report:
    """Return the report by a verb, with the first of its complements that it can report with."""
    if is_supposed(verb) or (speaker is None and is_said_by_nobody(verb)):
        return Report(verb, None)
    if takes & {"clause", "that"} and (content := clause_of(verb, speaker, "clause" not in takes)):
        if leaves_open(verb, speaker, content) or _is_asked_about(speaker, verb.doc[content[0]]):
            return Report(verb, speaker)
        if speaker is None and content[1] <= verb.i:
            return _named_before(verb, *content)
        return Report(verb, speaker, content, "clause")
    return _without_clause(verb, speaker, takes)


def _is_asked_about(speaker: "Span | None", first: "Token") -> bool:
    """Whether a question word before the speaker belongs to what is said: how they think it works.

    What they say he did has a gap, too; not so where only the subject is asked about: what they say is a lie.
    """
    if speaker is None or speaker.start == 0 or first.i < speaker.end:
        return False
    question = speaker.doc[speaker.start - 1].lower_
    return question in {"how", "why"} or (question == "what" and first.pos_ not in {"AUX", "VERB"})


def _named_before(verb: "Token", start: int, end: int) -> Report:
    found = named_before(verb, start, end)
    return Report(verb, found[1], (start, found[0]), "clause") if found else Report(verb, None)


def _without_clause(verb: "Token", speaker: "Span | None", takes: frozenset[str]) -> Report:
    if not speaks(speaker):
        return Report(verb, speaker)
    if content := ("infinitive" in takes and _infinitive(verb)) or suggested(verb):
        return Report(verb, speaker, content, "infinitive")
    if is_negated(verb, speaker):
        return Report(verb, speaker)  # did not comment on the case
    if _is_circumstance(verb):
        return Report(verb, speaker)
    if speaker is None and _is_passive(verb):
        content = _after_preposition(verb, takes - {"about"})  # nobody says it: reported injured, asked about it
    else:
        content = _after_preposition(verb, takes) or _object(verb, speaker, takes)
    if content:
        is_within = speaker is not None and verb.i < content[0] <= speaker.root.i < content[1]
        return Report(verb, None if is_within else speaker, content, "object")
    return Report(verb, speaker)


def _is_passive(verb: "Token") -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    return verb.tag_ == "VBN" and (not helpers or any(child.dep_ == "auxpass" for child in helpers))


def _is_circumstance(verb: "Token") -> bool:
    """Whether a participle with its object only opens another report: [Citing] rules, officials said no."""
    is_opening = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < verb.head.i
    return is_opening and verb.head.lemma_.lower() in reporting_verbs()


def _infinitive(verb: "Token") -> tuple[int, int] | None:
    """Return what someone promises, or asks another, to do."""
    clause = next(
        (c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and any(k.tag_ == "TO" for k in c.lefts)), None
    )
    is_gap = clause is not None and verb.dep_ == "relcl" and not any(True for _ in clause.rights)
    if clause is None or is_gap or (verb.lemma_ == "agree" and clause.lemma_ in DEALS):
        return None  # what they agreed to cherish
    asked = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"}), None)
    if verb.lemma_ in ASKING and asked is None and _lacks_helper(verb, clause):
        return None
    if verb.dep_ == "xcomp" and "infinitive" in reporting_verbs().get(verb.head.lemma_, ()):
        return None  # promised [to ask them to come]
    start = clause.left_edge.i if asked is None else min(asked.left_edge.i, clause.left_edge.i)
    return start, next((t.left_edge.i - 1 for t in clause.subtree if _is_apart(t)), clause.right_edge.i + 1)


def _lacks_helper(verb: "Token", clause: "Token") -> bool:
    """Whether a verb that has nobody whom it asks is the passive of a headline: Ministers urged to go."""
    has_own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in clause.lefts)
    has_helper = any(child.dep_ in {"nsubjpass", "auxpass", "aux"} for child in verb.lefts)
    return verb.tag_ in {"VBD", "VBN"} and not has_own and not has_helper


def _is_apart(token: "Token") -> bool:
    """Whether a participle or `with` tells what else happens: asked him to go[, raising doubts].

    Or what else was done: accused her of having agreed to go [and having gone].
    """
    if token.dep_ == "conj" and token.head.tag_ == "VB" and token.tag_ in {"VBG", "VBN"}:
        return token.left_edge.tag_ == "VBG" and token.left_edge.nbor(-1).pos_ == "CCONJ"
    if token.i <= token.head.i or token.dep_ not in {"advcl", "prep"} or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    mark = token.nbor(-1)
    is_dash = token.lower_ == "with" and mark.text in {"-", "–", "—", "--"} and not is_joining_hyphen(mark)
    return is_dash or (token.tag_ == "VBG" and mark.text == ",")


def _after_preposition(verb: "Token", takes: frozenset[str]) -> tuple[int, int] | None:
    for child in verb.rights:
        if child.dep_ in {"prep", "agent", "prt"} and child.lower_ in takes:
            inner = next((inner for inner in child.rights if inner.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None and _goes_on(verb, child):
                return child.i + 1, verb.right_edge.i + 1
            is_alone = inner is not None and inner.pos_ == "PRON" and child.right_edge == inner
            if inner is not None and not is_alone:  # talked about it: what that is stands elsewhere
                return child.i + 1, child.right_edge.i + 1
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
    behind = {"as", "for"} if takes & {"predicate", "opinion"} or verb.lemma_ in BLAMING else {"as"}
    behind |= {"with", "for"} if verb.lemma_ in CREDITING else set()
    more = [child.right_edge.i for child in verb.rights if child.dep_ in {"oprd", "xcomp"} or child.lower_ in behind]
    start, end = target.left_edge.i, max([target.right_edge.i, *more]) + 1
    if end - start == 1 and target.pos_ == "PRON":
        return None  # denied it: what that is stands elsewhere
    return start, next((token.i - 1 for token in verb.doc[start + 1 : end] if reports_next(token, verb)), end)
