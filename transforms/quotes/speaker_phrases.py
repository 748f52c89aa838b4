"""Say which words name a speaker, where the parse takes in others, or sees no speaker before the cue at all."""

from typing import TYPE_CHECKING

from transforms.parsing.lost_subjects import NOMINAL
from transforms.parsing.syntax import ARTICLES, CUTS, is_joining_hyphen, noun_phrase
from transforms.quotes.channels import channel_nouns, opens_channel
from transforms.quotes.objects import SOURCES, SOURCES_OF_FINDINGS
from transforms.quotes.report import FINITE, reporting_nouns
from transforms.quotes.single_sentence import ends_sentence

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

BARE = frozenset({"the", "a", "an"})
"""What is left of a phrase where a text lost its noun."""

BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})

PEOPLE_ENDINGS = ("man", "woman", "er", "or", "ist", "ian", "ant", "ent")

ADVERBS = frozenset({
    "afterwards", "also", "earlier", "elsewhere", "however", "instead", "later", "meanwhile", "previously", "recently",
    "separately", "yesterday", "today",
})  # fmt: skip
"""What opens a sentence before a name, and is no part of it, though the parse takes it for one."""

FIRMS = frozenset({"Co.", "Inc.", "Corp.", "Ltd.", "Co", "Inc", "Corp", "Ltd"})

CLOSING = frozenset({"'", "’", "‘", "”"})

TIMES = frozenset({"DATE", "TIME"})


def speaker_phrase(head: "Token | None", verb: "Token") -> "Span | None":
    """Return the phrase of the speaker of `verb`; None for one that holds the end of a sentence.

    The day on which someone spoke is no part of it, that of a poll or a letter may be; nor is what they called
    something: decried by critics as “a farce”.
    """
    if head is None:
        return None
    head = _who(head, verb)
    phrase = noun_phrase(head, verb)
    broken = max((token.i for token in phrase if ends_sentence(token.text)), default=phrase.start - 1)
    if broken >= head.i:
        return None
    gap = max((token.i for token in phrase if token.i < head.i and _is_gap(token, head)), default=phrase.start - 1)
    phrase = head.doc[max(phrase.start, broken + 1, gap + 1) : phrase.end]
    phrase = _named(_before_predicate(_beside(phrase, head, verb), verb), head)
    if phrase.text.lower() in BARE:
        return None
    cut = next((token.i for token in phrase if token.i > head.i and _is_behind(token, phrase, verb)), phrase.end)
    cut = next((t.i for t in phrase if head.i < t.i < cut and t.lower_ == "who" and t.head == verb), cut)
    while cut - 1 > head.i and (head.doc[cut - 1].text == "," or _hangs(head.doc[cut - 1])):
        cut -= 1
    return _of_one_sentence(_to_the_cue(head.doc[phrase.start : cut], verb), head, verb)


def _of_one_sentence(phrase: "Span", head: "Token", verb: "Token") -> "Span | None":
    """Return a phrase without what a text glued to it: a heading, a dateline, the sentence behind.

    The short form of a firm's kind ends a sentence where what follows it is no part of its name: Ann Hill of Sinolink
    Co. [Its profit]. So does an article behind a noun: analysts [The fund]. A heading has a colon or half a pair of
    marks, a dateline the sign of its agency: then it is not known where the name begins, and None is returned, but for
    the name right before the verb.
    """
    doc, end = phrase.doc, phrase.end
    for token in doc[head.i : max(head.i, end - 1)]:
        if phrase.start > verb.i and (_ends_firm(token) or _begins_sentence(token.nbor())):
            end = token.i + 1
            break
    start = next((t.i + 1 for t in reversed(doc[phrase.start : max(phrase.start, head.i)]) if t.like_url), phrase.start)
    while start < head.i and doc[start].is_space:
        start += 1
    phrase = doc[start : max(end, start + 1)]
    has_colon = any(token.text == ":" for token in phrase) and not any(token.is_quote for token in phrase)
    is_glued = has_colon or phrase[-1].text in CLOSING or any(_is_wire(token) for token in phrase)
    if not is_glued:
        return phrase
    name = verb.nbor(-1) if verb.i else verb
    return noun_phrase(name, verb) if name.ent_type_ == "PERSON" and name.i > phrase.end else None


def _ends_firm(token: "Token") -> bool:
    follows = token.nbor()
    return token.text in FIRMS and follows.pos_ not in {"ADP", "CCONJ", "PUNCT"} and follows.tag_ != "POS"


def _begins_sentence(token: "Token") -> bool:
    """Whether a capital article within a phrase begins a sentence, whose full stop a text lost."""
    before = token.nbor(-1)
    opens = token.tag_ == "DT" and token.text in ARTICLES and not token.ent_type_
    return opens and before.pos_ == "NOUN" and not before.is_punct


def _is_wire(token: "Token") -> bool:
    """Whether a word is the sign of an agency in a dateline: /TASS/."""
    return token.text[0] == "/" and token.text.count("/") > 1


def _to_the_cue(phrase: "Span", verb: "Token") -> "Span":
    """Return a phrase that ends with `as` up to its cue: a man identified as [his father] said."""
    between = phrase.doc[phrase.end : verb.i]
    is_cut = phrase[-1].lower_ == "as" and len(between) > 0 and between[-1].pos_ in NOMINAL
    is_noun_phrase = is_cut and all(token.pos_ in {*NOMINAL, "DET", "ADJ"} for token in between)
    return phrase.doc[phrase.start : verb.i] if is_noun_phrase else phrase


def _who(head: "Token", verb: "Token") -> "Token":
    """Return the person right before `who`, where the parse takes a text for the one who speaks.

    A response from [Ana Lee], who called it a lie; of people a clause may say more: the wife of Ana Lee, who said so.
    """
    who = next((child for child in verb.lefts if child.lower_ == "who"), None)
    if who is None or verb.dep_ != "relcl":
        return head
    if named := _of_place(head):
        return named
    if head.ent_type_ in BODIES and head == verb.head:
        return _outermost(head)
    if not (_is_text(head) and head.i < who.i - 1):
        return head
    name = who.nbor(-1 if who.nbor(-1).text != "," else -2)
    return name if name.ent_type_ == "PERSON" else head


def _of_place(head: "Token") -> "Token | None":
    """Return whose home stands in commas before `who`: [Ana Lee], of Green Lane, Dover, who said so."""
    for above in head.ancestors:
        if above.pos_ == "ADP":
            is_apart = above.lower_ in {"of", "from"} and above.i > 0 and above.nbor(-1).text == ","
            return above.head if is_apart and above.head.pos_ == "PROPN" else None
        if above.pos_ != "PROPN":
            return None
    return None


def _is_gap(token: "Token", head: "Token") -> bool:
    """Whether space before a person's name ends a heading or a caption: Photo: Reuters  [Ana Lee]."""
    is_after_name = token.i > 0 and token.nbor(-1).pos_ == "PROPN" and not token.nbor(-1).text.endswith(".")
    return token.is_space and ("\n" in token.text or (is_after_name and head.ent_type_ == "PERSON"))


def _outermost(head: "Token") -> "Token":
    """Return those whose phrase ends with a body or a place, if they are people: [a source] close to the court who.

    It tells people by their endings, and takes what is told in the plural for some too.
    """
    outer = head
    for above in head.ancestors:
        if above.pos_ not in {*NOMINAL, "ADP", "ADJ"}:
            break
        outer = above if above.pos_ in NOMINAL else outer
    is_people = outer.ent_type_ == "PERSON" or outer.tag_ == "NNS" or outer.lemma_.lower().endswith(PEOPLE_ENDINGS)
    return outer if is_people or outer.lemma_ in SOURCES else head


def _is_text(noun: "Token") -> bool:
    return noun.lemma_ in {"response", "reply"} or noun.lemma_ in reporting_nouns() or noun.lemma_ in channel_nouns()


def _hangs(last: "Token") -> bool:
    """Whether a phrase ends with a preposition, whose words stand elsewhere: officials [at] first believed it."""
    return last.pos_ == "ADP" and last.dep_ == "prep" and last.lower_ != "as"


def _before_predicate(phrase: "Span", verb: "Token") -> "Span":
    """Return a phrase before its cue up to the verb that the parse takes into it: Ana Lee bluntly framed it, saying.

    It assumes that no adverb in -ly and verb stand behind a person's name but where the sentence goes on with them.
    """
    for token in phrase[1:-1]:
        opens = token.tag_ == "RB" and token.lower_.endswith("ly") and token.nbor().tag_ in {"VBD", "VBN"}
        if opens and token.i < verb.i and token.nbor(-1).ent_type_ == "PERSON":
            return phrase.doc[phrase.start : token.i]
    return phrase


def _beside(phrase: "Span", head: "Token", verb: "Token") -> "Span":
    """Return the part of a phrase that stands on its head's side of the cue: He-said, where a text lost its space."""
    doc = phrase.doc
    if not phrase.start <= verb.i < phrase.end or head.i == verb.i:
        return phrase
    if head.i < verb.i:
        return doc[phrase.start : verb.i - is_joining_hyphen(verb.nbor(-1))]
    return doc[verb.i + 1 + is_joining_hyphen(verb.nbor()) : phrase.end]


def _named(phrase: "Span", head: "Token") -> "Span":
    """Return a phrase without the adverb before a name, and with what a short form in brackets stands for.

    [Earlier] Ana Lee said; but: earlier reports said. The Rail and Road (RR) union, and not the union alone.
    """
    doc, start = phrase.doc, phrase.start
    while start < head.i and doc[start].lower_ in ADVERBS and _can_open(doc[start + 1]):
        start += 1 + (doc[start + 1].text == ",")
    if start > 1 and doc[start - 1].text == ")" and doc[start - 2].text.isupper() and head.left_edge.i < start - 2:
        start = head.left_edge.i
    return doc[start : phrase.end]


def _can_open(token: "Token") -> bool:
    return token.pos_ in {"PROPN", "PRON"} or token.lower_ == "the" or token.text == ","


def _is_behind(token: "Token", phrase: "Span", verb: "Token") -> bool:
    """Whether a preposition opens what is no name: a verdict in marks, the channel, or the day at its end."""
    if token.dep_ != "prep" or token.i + 1 >= phrase.end:
        return False
    if phrase.start > verb.i and opens_channel(token):
        return True
    if token.lower_ == "as" and token.nbor().is_quote:
        return True
    is_last = token.head == phrase.root and token.right_edge.i + 1 == phrase.end
    is_day = token.lower_ == "on" and token.nbor().ent_type_ in TIMES
    return is_last and is_day and phrase.root.lemma_.lower() not in SOURCES_OF_FINDINGS


def named_before(cue: "Token", start: int, end: int) -> "tuple[int, Span | None] | None":
    """Return where what is said in tokens [start, end) before its cue ends, and the speaker taken into it.

    It rained, [the mayor] said. None where another clause stands before the cue, of which it has its subject: then it
    is not known what is said. A passive has nobody who speaks.
    """
    if cue.tag_ not in FINITE or any(child.dep_ in {"auxpass", "nsubjpass"} for child in cue.children):
        return end, None
    last = cue.i
    while last > start and (cue.doc[last - 1].pos_ in {"AUX", "ADV", "PART"} or cue.doc[last - 1].is_space):
        last -= 1
    first = last
    while first > start and not (cue.doc[first - 1].text == "," or cue.doc[first - 1].is_quote):
        first -= 1
    named = cue.doc[first:last]
    is_name = any(t.pos_ in NOMINAL for t in named) and all(
        t.pos_ in {*NOMINAL, "ADJ", "DET", "ADP", "NUM", "CCONJ", "PART", "PUNCT"} for t in named
    )
    opens = len(named) > 0 and named[0].pos_ in {"ADP", "CCONJ"}
    return (first, named) if first > start and is_name and not opens else None


def name_in_commas(verb: "Token") -> "Token | None":
    """Return the person named right before a verb and a comma: The head of the port, [Ana Lee], told them so."""
    if verb.i < 2 or verb.nbor(-1).text != "," or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    return verb.nbor(-2) if verb.nbor(-2).ent_type_ == "PERSON" else None


def name_right_before(verb: "Token", subject: "Token") -> "Token | None":
    """Return the name right before a verb where the parse took a word of another clause for its subject."""
    at = verb.i - 1
    while at > subject.i and verb.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    name = verb.doc[at]
    is_apart = name.ent_type_ == "PERSON" and subject.i < at and subject not in name.ancestors
    between = verb.doc[subject.i : at]
    cut = any(token.text in CUTS for token in between) or any(map(is_joining_hyphen, between[1:2]))
    return name if is_apart and cut else None
