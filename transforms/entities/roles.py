"""The role or office of a person, read from what stands before the name or beside it."""

from typing import TYPE_CHECKING

from transforms.entities.name_forms import HEIRS, is_title
from transforms.entities.name_words import kind_words
from transforms.parsing.syntax import is_joining_hyphen

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

FORMS_OF_ADDRESS = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"}
"""Titles that say nothing of what a person does."""

NOT_ROLES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "PERSON"}
NAMES = {"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"}
NO_OFFICES = {
    "name", "word", "one", "age", "time", "day", "way", "family", "household", "caption", "country", "nation", "film",
    "song", "album", "book", "novel", "language", "capital", "city", "town", "village", "region", "band", "duo",
    "exchange", "radio", "restaurant", "company", "referendum", "rally", "class", "morning", "evening", "birthplace",
    "hometown", "homeland", "delegation", "bureau", "reservation", "likelihood", "left", "right", "centre", "center",
}  # fmt: skip
"""Nouns beside a name that say nothing of what a person does."""

PERSONS = {"guard", "marine", "partner", "co"}
"""Last words of names of bodies that are said of persons as well, or begin what is: a co-author."""

JOINING = {"CC", "IN", "DT", "TO"}
"""Tags of words that end no role: what they join it to is another."""

FOR_NOW = {"acting", "outgoing", "incoming", "retired"}
"""Participles that are part of a role."""

SECRETARIES = {"Secretary", "Minister", "Commissioner", "Director"}
"""Offices that are for something."""

LONGEST_ROLE = 15  # tokens: beyond, it is a description rather than an office


def find_role(doc: "Doc", start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of the role that the text gives the person at tokens [start, end); None when it gives none.

    `Pentagon deputy press secretary Sabrina Singh`; `Sabrina Singh, the Pentagon’s deputy press secretary,`;
    `The Pentagon’s deputy press secretary, Sabrina Singh,`.
    """
    return _before(doc, start, end) or _after(doc, start, end) or _before_comma(doc, start, end)


def _before(doc: "Doc", start: int, end: int) -> tuple[int, int] | None:
    root = doc[start:end].root
    first = start
    if root.dep_ == "appos" and root.head.i == start - 1:  # `the teacher Maria Lopez`, parsed the other way round
        first -= 1
    while first > 0 and start - first < LONGEST_ROLE and _modifies(doc[first - 1], first - 1, end):
        first -= 1
    while first < start and (doc[first].text in {"-", "'s", "’s"} or doc[first].is_space):
        first += 2 if doc[first].text == "-" else 1  # of `34-year-old` only the number stopped us
    while first < start and doc[first].ent_iob_ == "I":  # the whole of `House of Representatives Majority Whip`
        first -= 1
    if first > 0 and doc[first].text in SECRETARIES and _is_portfolio(doc[first - 1]):
        first -= 1
    if first >= start or not _can_end_role(doc[start - 1]) or _begins_clause(root, doc[start - 1]):
        return None
    if first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and doc[first - 2].text.isalpha():
        first -= 2  # co-author, vice-president
    return first, start


def _is_portfolio(before: "Token") -> bool:
    """Tell whether a capitalized word right before an office says for what it is, whatever the parse has: Treasury."""
    return before.pos_ == "PROPN" and before.ent_type_ in {"", "ORG"} and before.text.istitle()


def _modifies(token: "Token", at: int, end: int) -> bool:
    """Tell whether a word belongs to the noun phrase that ends with the name."""
    is_office = (token.ent_type_ == "ORDINAL" and token.text.istitle()) or _is_of_heir(token)  # First Minister
    if token.ent_type_ in NOT_ROLES and not is_office:
        return False
    if token.tag_ == "POS" or token.text == "-":
        return at - 1 <= token.head.i < end
    is_of_office = token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.lower_ in FOR_NOW
    return is_of_office and (at < token.head.i < end or is_title(token.text))


def _is_of_heir(token: "Token") -> bool:
    """Tell whether a word is of a title that the model takes for a part of the name: Crown Prince."""
    texts, at = token.doc.texts, token.i
    return texts[at : at + 2] in HEIRS or texts[max(0, at - 1) : at + 1] in HEIRS


def _can_end_role(token: "Token") -> bool:
    word = token.lower_.rstrip(".")
    if word in FORMS_OF_ADDRESS:
        return False
    return is_title(word) or (token.tag_ == "NN" and token.ent_type_ not in NAMES and not _is_thing(token))


def _begins_clause(root: "Token", before: "Token") -> bool:
    """Tell whether a name begins what is said of the noun before it: the plan Ana Silva defends."""
    return root.dep_ in {"nsubj", "nsubjpass"} and root.head.dep_ == "relcl" and root.head.head == before


def _is_thing(noun: "Token") -> bool:
    """Tell whether a noun is for a body, a place or a thing, none of which is what a person does."""
    word = noun.lower_
    return word in NO_OFFICES or (word in kind_words() and word not in PERSONS)


def _after(doc: "Doc", start: int, end: int) -> tuple[int, int] | None:
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    root = doc[start:end].root
    aged = end + 3 < len(doc) and doc[end + 1].like_num and doc[end + 2].text == ","
    expected = end + 3 if aged else end + 1
    for noun in root.rights:
        if noun.dep_ == "appos" and noun.i > end and _is_office(noun):
            return _phrase(doc, noun, noun.left_edge.i, expected)
    return None


def _before_comma(doc: "Doc", start: int, end: int) -> tuple[int, int] | None:
    root = doc[start:end].root
    noun = root.head
    if root.dep_ != "appos" or noun.i >= start or doc[start - 1].text != "," or not _is_office(noun):
        return None
    return _phrase(doc, noun, noun.left_edge.i, noun.left_edge.i)


def _is_office(noun: "Token") -> bool:
    return noun.tag_ in {"NN", "NNP"} and noun.ent_type_ not in NOT_ROLES | NAMES and not _is_thing(noun)


def _phrase(doc: "Doc", noun: "Token", first: int, expected: int) -> tuple[int, int] | None:
    """Return the noun's phrase without its determiner, up to a comma or relative clause; None when it is elsewhere."""
    if first != expected:
        return None
    while doc[first].tag_ in {"DT", "PRP$"} or doc[first].is_space:
        first += 1
    last = noun.i
    clauses = {child.left_edge.i for child in noun.rights if child.dep_ in {"relcl", "acl", "appos", "conj"}}
    while last < noun.right_edge.i and not (doc[last + 1].is_punct and doc[last + 1].text not in {"-", "&"}):
        if last + 1 in clauses or doc[last + 1].is_space:
            break
        last += 1
    while last > noun.i and doc[last].tag_ in JOINING:
        last -= 1
    while last + 2 < len(doc) and is_joining_hyphen(doc[last + 1]):
        last += 2  # vice-president
    return (first, last + 1) if first <= noun.i and last - first < LONGEST_ROLE else None
