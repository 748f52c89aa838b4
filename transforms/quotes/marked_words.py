"""Tell what words in quotation marks are: a statement, a clause, or the title of a work."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.parsing.lost_subjects import NOMINAL
from transforms.parsing.tokens import covering
from transforms.quotes.quotation_marks import Quotation
from transforms.quotes.report import FINITE

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

SMALL_WORDS = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"}
"""Words that titles have in lower case."""

SENTENCE_WORDS = 3  # with a verb and a mark at its end, that much says something
STATEMENT_WORDS = 5  # fewer are mostly a name, a title or a word that the writer keeps at a distance


def has_verb(tokens: "Sequence[Token]") -> bool:
    """Whether there is a verb among some words."""
    return any(token.pos_ in {"VERB", "AUX"} for token in tokens)


def is_statement(doc: "Doc", text: str, quotation: Quotation) -> bool:
    """Whether words in marks say something by themselves: a sentence, or five words that tell or ask something.

    A noun without a finite verb only names it, as a charge does: “organised activity aimed at harming trade”.
    """
    tokens = inside(doc, quotation)
    if is_title_of_work(tokens):
        return False
    words = sum(token.is_alpha for token in tokens)
    if text[quotation.end_char - 1] in ".!?…":
        return words >= (SENTENCE_WORDS if has_verb(tokens) else STATEMENT_WORDS)
    is_name = covering(doc, quotation.start_char, quotation.end_char).root.pos_ in NOMINAL
    tells = any(token.tag_ in FINITE for token in tokens) or (has_verb(tokens) and not is_name)
    return tells and words >= STATEMENT_WORDS


def is_clause(doc: "Doc", quotation: Quotation) -> bool:
    """Whether words in marks have a subject and its verb."""
    tokens = inside(doc, quotation)
    return any(token.dep_ == "nsubj" and token.head in tokens for token in tokens)


def is_title_of_work(tokens: "Sequence[Token]") -> bool:
    """Whether words in marks are a title or a name: each word begins with a capital, small words apart."""
    words = [token.text for token in tokens if token.is_alpha and token.text not in SMALL_WORDS]
    return bool(words) and all(word[0].isupper() for word in words) and not any(t.text in ".!?," for t in tokens[:-1])


def inside(doc: "Doc", quotation: Quotation) -> "Sequence[Token]":
    """Return the tokens of a quotation."""
    return list(covering(doc, quotation.start_char, quotation.end_char))
