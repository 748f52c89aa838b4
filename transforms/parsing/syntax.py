"""Find who does what a verb tells: its subject, across relative clauses, participles and coordination."""

from typing import TYPE_CHECKING

from transforms.parsing.lost_subjects import NOMINAL, noun_before

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

RELATIVE_PRONOUNS = {"who", "which", "that", "whom"}
SHARES_SUBJECT = {"conj", "advcl", "xcomp", "pcomp", "dep"}
"""Relations in which a verb without a subject of its own has that of the verb it depends on."""

BEHIND_THE_NAME = {"relcl", "acl", "advcl", "parataxis"}
"""What is said of a speaker after the name, and is not the name."""

TOLD_APART = {"NOUN", "PRON", "DET"}
"""Words that a clause can tell apart; a name needs none."""

IN_NAMES = {"-", "’", "'", ".", "/"}
CUTS = {",", ";", ":", "(", "–", "—", "―", "--"}

ARTICLES = {"A", "An", "The"}
"""Words that begin a sentence, or a name that a model marks."""

KEEPS_ITS_SUBJECT = {"promise", "use", "take", "spend", "need", "do", "go", "come"}
"""Verbs whose subject acts in the infinitive, though an object stands before it: took time to explain."""

CALLS = {"call", "phone", "ring", "telephone"}
IN_A_CALL = {"apologise", "apologize", "congratulate", "convey", "discuss", "express", "offer", "talk", "thank", "wish"}
"""Verbs of calling, and of what their subject does in the call: phoned him to thank him."""

LONGEST_NAME = 30  # tokens after the head: offices with their house have up to 25, a longer phrase another clause

NEAR = 6  # tokens before `from` in which those stand who are from there: a name, an age and marks

FARTHEST = 4  # verbs on the way to a subject: no readable sentence has more


def subject_of(verb: "Token") -> "Token | None":
    """Return the head of the phrase that is the agent of `verb`; None when the sentence names none.

    Of a passive it is the phrase after `by`; of `a report saying so` the report.
    """
    at = verb
    for _ in range(FARTHEST):
        if at == verb and any(child.dep_ in {"nsubjpass", "auxpass"} for child in at.children):
            return agent_of(at)
        if (own := _own_subject(at, verb)) is not None:
            return own
        if at.dep_ in {"relcl", "acl"} and at.head.pos_ in {"NOUN", "PROPN"}:
            return at.head if at.tag_ == "VBG" or at.dep_ == "relcl" else agent_of(at)
        if at.dep_ in {"xcomp", "advcl"} and (controller := _controller(at)):
            return controller
        above = at.head.head if at.dep_ == "pcomp" else at.head  # by saying, after announcing
        if at.dep_ not in SHARES_SUBJECT or above.pos_ not in {"VERB", "AUX"}:
            return None
        at = above
    return None


def _own_subject(verb: "Token", asked: "Token") -> "Token | None":
    """Return the subject that stands in the clause of a verb, or what a relative pronoun there takes up.

    Of two the second one, where a comma stands before it and, unlike behind an apposition, none behind it: Since the
    coup last July, [Turkey] has shut schools. It stands before the verb that is `asked` about, which may be below.
    """
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not subjects:
        return noun_before(verb)
    own = subjects[-1] if len(subjects) > 1 and _is_second(subjects[-1], asked) else subjects[0]
    return antecedent(own, verb) if _is_relative(own, verb) else own


def _is_second(subject: "Token", verb: "Token") -> bool:
    if subject.i > verb.i or subject.ent_type_ in {"DATE", "TIME"} or subject.lower_ in {"each", "all", "both"}:
        return False
    if any(child.dep_ == "conj" for child in subject.rights):
        return False  # the family, [friends and others] asked
    first, last = subject.left_edge.i, subject.right_edge.i
    before, behind = subject.doc[max(0, first - 1) : first], subject.doc[last : last + 2]
    return before.text == "," and all(token.text != "," for token in behind)


def _is_relative(subject: "Token", verb: "Token") -> bool:
    return verb.dep_ == "relcl" and subject.lower_ in RELATIVE_PRONOUNS and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}


def antecedent(pronoun: "Token", verb: "Token") -> "Token":
    """Return what a relative pronoun takes up: what its clause hangs on, unless that cannot be.

    Of two clauses the second one, without a comma, tells of the noun before it: Ana Lee, who sat on [the board] that
    did it. People are who, and where they are from is not: [a guard], 30, from Lima, who was hurt; nor does a place
    kill: [shots] in Lima, which killed two. Nor is one person several: [aides] of Ana Lee, who were there.
    """
    head, before = verb.head, pronoun.nbor(-1) if pronoun.i else pronoun
    is_second = any(child.dep_ == "relcl" and child.i < pronoun.i for child in head.rights if child != verb)
    if is_second and before.pos_ in NOMINAL:
        return before
    if head.ent_type_ == "PERSON" and head.dep_ in {"pobj", "conj"} and _is_of_several(verb):
        return next((above for above in head.ancestors if above.tag_ == "NNS"), head)
    place = head.head if head.dep_ == "pobj" and before.text == "," else None
    if place is None:
        return head
    if place.lower_ == "from" and place.i and place.nbor(-1).text == "," and pronoun.lower_ == "who":
        people = (token for token in reversed(head.doc[max(0, place.i - NEAR) : place.i]) if token.pos_ in NOMINAL)
        return next(people, head)
    is_in_place = place.lower_ == "in" and head.ent_type_ in {"GPE", "LOC"} and place.head.pos_ in {"NOUN", "PROPN"}
    return place.head if is_in_place and pronoun.dep_ == "nsubj" and pronoun.lower_ in {"which", "who"} else head


def _is_of_several(verb: "Token") -> bool:
    """Whether a verb has the form that goes with several: have, are, were."""
    first = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), verb)
    return first.lower_ in {"have", "are", "were"}


def verb_above(token: "Token") -> "Token | None":
    """Return the nearest verb that a word hangs on; None for a word of a sentence without one above it."""
    return next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)


def _controller(infinitive: "Token") -> "Token | None":
    """Return whom another makes, lets or asks to act, or has set up for it: urged [the council] to meet."""
    head = infinitive.head
    if not any(child.tag_ == "TO" for child in infinitive.lefts) or head.lemma_ in KEEPS_ITS_SUBJECT:
        return None
    if head.tag_ == "VBN" and head.dep_ == "acl":
        return head.head  # a body set up to ask them
    if infinitive.dep_ == "advcl":
        return None
    if head.lemma_ in CALLS and infinitive.lemma_ in IN_A_CALL:
        return None
    return next((c for c in infinitive.head.rights if c.dep_ in {"dobj", "dative"} and c.i < infinitive.i), None)


BESIDE_VERBS = {"aux", "auxpass", "nsubj", "nsubjpass"}
"""What a participle has beside it that is more than that: has been charged."""


def stands_bare(verb: "Token") -> bool:
    """Whether a verb is a participle without a helper or a subject: charged with murder, asked about it."""
    return verb.tag_ == "VBN" and not any(child.dep_ in BESIDE_VERBS for child in verb.lefts)


def agent_of(verb: "Token") -> "Token | None":
    """Return the head of the phrase after `by` of a passive; None without one."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None


def noun_phrase(head: "Token", verb: "Token | None" = None) -> "Span":
    """Return the phrase of a noun, without the clauses after it that only add to it.

    A clause that tells which ones are meant stays, `people who saw it`, unless the `verb` that the phrase belongs to
    stands in it.
    """
    start = head.i
    for token in reversed(head.doc[head.left_edge.i : head.i]):
        if (token.is_punct and token.text not in IN_NAMES) or token.text in CUTS or is_dash(token):
            break
        if token.tag_ == "''":
            break  # a mark that closes what stands before
        start = token.i
        if token.tag_ == "DT" and token.text in ARTICLES and not token.ent_type_:
            break  # what stands before is a heading
    end = min((child.left_edge.i for child in head.rights if _is_added(child, verb)), default=head.right_edge.i + 1)
    behind = head.doc[head.i + 1 : end]
    end = next((token.i for token in behind if token.lower_ == "which" and token.nbor(-1).text == ","), end)
    phrase = head.doc[start : _within(head, end)]
    while len(phrase) > 1 and phrase[-1].i > head.i and phrase[-1].text in CUTS:
        phrase = phrase[:-1]
    return _in_whole_words(phrase)


def _within(head: "Token", end: int) -> int:
    """Return the end of a phrase; of one that is too long the last mark before, which ends a part of it."""
    limit = head.i + LONGEST_NAME
    if end <= limit:
        return end
    return next((token.i for token in reversed(head.doc[head.i + 1 : limit + 1]) if token.text in CUTS), limit)


def _in_whole_words(phrase: "Span") -> "Span":
    """Widen a phrase that the parse ends within a word of several parts, such as `co-founder`, to the whole of it."""
    doc, start, end = phrase.doc, phrase.start, phrase.end
    while start >= 2 and is_joining_hyphen(doc[start - 1]):
        start = min(start - 2, doc[start - 2].left_edge.i)
    while end + 1 < len(doc) and is_joining_hyphen(doc[end]):
        end += 2
    return doc[start:end]


def is_dash(token: "Token") -> bool:
    """Tell whether a hyphen stands for a dash, as behind the place of a dateline: BRUSSELS - Ministers met."""
    return token.text == "-" and not is_joining_hyphen(token)


def is_joining_hyphen(token: "Token") -> bool:
    """Tell whether a hyphen joins the words beside it, with no space on either side."""
    return token.text == "-" and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def _is_added(child: "Token", verb: "Token | None") -> bool:
    """Whether a clause or a bracket after a noun only adds to it."""
    return child.dep_ in BEHIND_THE_NAME and not (verb is not None and _tells_which(child, verb))


def _tells_which(clause: "Token", verb: "Token") -> bool:
    """Whether a clause after a common noun tells which ones are meant: no comma divides them."""
    start, end = clause.left_edge.i, clause.right_edge.i
    is_close = clause.head.pos_ in TOLD_APART and not clause.doc[start - 1].is_punct and not clause.doc[start].is_punct
    return is_close and clause.dep_ in {"relcl", "acl"} and not start <= verb.i <= end and end - start < LONGEST_NAME


def has_mark(clause: "Token", mark: str) -> bool:
    """Tell whether a clause opens with a word such as `that`."""
    return any(child.lower_ == mark and child.dep_ in {"mark", "advmod", "prep"} for child in clause.lefts)


def ends_or_not(word: "Token") -> bool:
    """Tell whether a `not` only ends a choice, though the parse gives it to the verb behind: true or not, they left."""
    return word.lower_ == "not" and word.i > 0 and word.nbor(-1).lower_ == "or"


def noun_after(verb: "Token") -> "Token | None":
    """Return the head of the noun phrase directly after a verb: said [the mayor of Split]."""
    if verb.i + 1 >= len(verb.doc):
        return None
    token = verb.nbor()
    while token.head.i > token.i and token.head.pos_ in NOMINAL:
        token = token.head
    return token if token.pos_ in NOMINAL and token.dep_ not in {"npadvmod", "advmod"} else None
