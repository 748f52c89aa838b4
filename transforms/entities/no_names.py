"""What the model marks though it names nothing: shouts, offices, addresses, adjectives, common words with a capital."""

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.known_bodies import NETWORKS
from transforms.entities.name_forms import QUOTES
from transforms.entities.name_words import kind_words
from transforms.entities.no_bodies import PRIZES, is_bill, is_quoted_title, says_of_what
from transforms.entities.no_peoples import names_no_people
from transforms.entities.told_places import LARGE, is_city
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.tables import lexicon_terms

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "march", "april", "july", "august", "september", "october", "november", "december"}
)
"""Days and months, which the model now and then takes for persons; people are called May and June, too."""

NOT_OF_NAMES = re.compile(r"\A[A-Z]{2,}s\Z|[@:]\S|\w_|/\w+/|[,.]-|\A-|\A(?:I|We|You|They|He|She|It)['’]")
"""Offices and things by their initials in the plural, such as MPs and NGOs, what holds marks of addresses, `I'd`."""

CODE = re.compile(r"[A-Za-z]-?\d|\d[A-Za-z]")
"""Letters and digits beside each other, as in names of proteins, roads and aircraft, and of no person or town."""

PORTFOLIOS = {
    "Defense", "Defence", "Foreign", "Interior", "Finance", "Justice", "Health", "Education", "Transport", "Energy",
    "Trade", "Home", "Agriculture", "Environment", "Culture", "Economy", "Labor", "Labour", "Development", "Housing",
}  # fmt: skip
"""What ministers are for."""

OFFICES = {
    "Coordinator", "Director", "Minister", "Secretary", "President", "Chairman", "Commissioner", "Envoy", "Ambassador",
    "Executive", "Spokesman", "Spokeswoman", "Officer", "Prosecutor", "Manager", "Rapporteur", "Councillor",
    "Inspector", "Representative", "Mayor", "Governor", "Premier", "Senator", "Congressman", "Congresswoman", "CEO",
    "Directors", "Secretaries", "Officers", "Agents", "Ministers", "Attorney", "Judge", "Marshal",
}  # fmt: skip
"""Last words of offices, which the model takes for bodies."""

AFFAIRS = {"National Security", "Foreign Affairs", "Home Affairs", "Public Safety"}
"""Those of two words, which advisers are for, too."""

HEADS = {"Minister", "Secretary", "Commissioner"}
"""Whose offices have a portfolio: the Defense Secretary, the Secretary of State."""

PARTS = {
    "Annex", "Appendix", "Category", "Chapter", "Class", "Figure", "Game", "Grade", "Group", "Level", "Page", "Part",
    "Phase", "Round", "Schedule", "Section", "Stage", "Step", "Table", "Tier", "Type", "Volume", "Week",
}  # fmt: skip
"""Words that a number makes the name of a part of something: Schedule 1, Chapter Four."""

CURRENCIES = {
    "yuan", "dollar", "euro", "pound", "peso", "ruble", "rouble", "rupee", "rupiah", "yen", "won", "krona", "krone",
    "franc", "lira", "real", "rand", "baht", "shekel", "hryvnia", "zloty", "forint", "ringgit", "naira", "renminbi",
}  # fmt: skip
"""Last words of money, which is no name: the Chinese yuan."""

NUMBERS = {"CD", "LS"}
"""Tags of numbers, those of lists among them."""

MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}

OWNED = {"PRP$", "DT"}
"""Tags of what makes of one word with a capital a common noun: our Agency, a Mosque."""

FINITE = {"have", "has", "is", "are", "was", "were"}
"""Verbs of a heading whose words are all in capitals: Lom Brokers Have Histories."""

TAKEN_FOR_PRIZES = {"ORG", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"}
"""Labels that the model gives prizes."""

NOT_SENTENCES = {"ORG", "FAC", "PERSON", "GPE", "LOC", "NORP"}
"""Labels of what is not called by a sentence, as works are."""

ADVISING = HEADS | {"Adviser", "Advisor"}

ABSTRACT = ("fication", "isation", "ization")
"""Endings of nouns of what is done, whatever name they begin with: Islamification."""

OF_STATE = {"congress", "parliament", "senate", "cabinet", "government"}
"""What is named so whosever it is: your Congress."""

SAID = {"say", "tell", "add", "explain", "ask"}

LINKS = {
    "LinkedIn", "Linkedin", "linkedin", "Google+", "Whatsapp", "reddit", "Newsvine", "Permalink", "stumble",
    "Pinterest", "Digg", "StumbleUpon",
}  # fmt: skip
"""Words of links for sharing a page, whose row stands in the text of some."""

ARTICLE = {"the", "The", "THE"}
"""A body may be called by one word behind it: the Council."""

MEMBERS = {"Republican", "Democrat", "Conservative", "Socialist", "Communist", "Liberal", "Tory", "Independent"}
"""A member of a party is neither a people nor named by it."""

CALLS = 5
"""Letters of a word in capitals before a colon that calls out, as EXPLAINER does; initials are mostly shorter."""


def names_nothing(span: "Span", name: NameCandidate) -> bool:
    """Tell whether what the model marked is no name: a shout, an office, an address, a word that begins a sentence."""
    if is_shouted_word(span[0]) if len(span) == 1 else _is_shouted(span):
        return True
    if country_named(name.text) or is_people(name.text):
        return False
    if name.key in CALENDAR or len(name.key) == 1 or not any(letter.isupper() for letter in name.text):
        return True
    is_plain = name.text.replace(" ", "").isalpha() and not name.text.endswith("s")
    if (
        (not is_plain and NOT_OF_NAMES.search(name.text))
        or _calls_out(span, name.label)
        or _is_post(span, name)
        or _is_common(span, name)
    ):
        return True
    if name.label == "WORK_OF_ART":
        return not _is_title_of_work(span)
    # An adjective such as `Islamic` or `Democratic` names nobody.
    adjective = all(token.tag_ in {"JJ", "JJR", "JJS"} for token in span)
    return adjective or (name.label == "NORP" and names_no_people(span, name))


def _is_common(span: "Span", name: NameCandidate) -> bool:
    """Tell whether what the model marked is a common noun, a code of letters and digits, or a part of something."""
    token = span[0]
    if len(span) > 1:
        is_sentence = name.label in NOT_SENTENCES and not FINITE.isdisjoint(name.text.lower().split())
        is_prize = name.label in TAKEN_FOR_PRIZES and span[-1].text in PRIZES
        is_part = _is_part(span, name.label) or _is_abstract(name) or span[-1].text in CURRENCIES
        return is_sentence or is_prize or is_part or not LINKS.isdisjoint(name.text.split())
    if (
        name.text in no_names()
        or _is_abstract(name)
        or _is_inhabitant(token, name)
        or _is_counted(token, name)
        or _is_link(span)
        or is_bill(span, name)
        or says_of_what(span, name)
        or is_quoted_title(span, name)
        or (name.label == "PRODUCT" and token.tag_ in {"NN", "NNS"} and token.is_sent_start)
    ):
        return True
    if name.label in {"GPE", "LOC", "PERSON", "NORP"} and CODE.search(name.text):
        return True
    if name.label not in {"ORG", "FAC", "PRODUCT"} or not name.text.istitle():
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.tag_ in OWNED and before.text not in ARTICLE and before.head == token:
        return name.key in kind_words() and name.key not in OF_STATE
    # A capital at the beginning of a sentence is that of the sentence.
    is_written_small = token.pos_ != "PROPN" and name.text.lower() in span.doc.texts
    is_plural = token.tag_ == "NNS" and token.head.lemma_ not in SAID  # as surnames in -s are tagged
    return bool(token.is_sent_start) and (is_plural or is_written_small)


def _is_abstract(name: NameCandidate) -> bool:
    """Tell whether a word is what is done with a name: de-Islamification."""
    return name.key.endswith(ABSTRACT) and " " not in name.text and name.key not in kind_words()


def _is_inhabitant(token: "Token", name: NameCandidate) -> bool:
    """Tell whether a word behind an article is one for who lives in a city: every Londoner."""
    if name.label != "PERSON" or not name.text.endswith("er") or not token.i or token.nbor(-1).tag_ != "DT":
        return False
    return is_city(name.text.removesuffix("er"), LARGE)


def _is_counted(token: "Token", name: NameCandidate) -> bool:
    """Tell whether a city or country is spoken of as if there were several: two Londons."""
    if not token.i or token.nbor(-1).tag_ != "CD" or not name.text.endswith("s"):
        return False
    one = name.text.removesuffix("s")
    return token.nbor(-1).head == token and (is_city(one, LARGE) or country_named(one) is not None)


def _is_link(span: "Span") -> bool:
    """Tell whether a network's name stands in a row of links for sharing a page: Facebook Twitter Google+."""
    if span.text not in NETWORKS:
        return False
    beside = {token.text for token in span.doc[max(0, span.start - 1) : span.end + 1]} - {span.text}
    return not beside.isdisjoint(NETWORKS | LINKS)


def _is_part(span: "Span", label: str) -> bool:
    """Tell whether words name a day, as in `Feb 15`, or a part of something by its number: Schedule 1."""
    if label == "PERSON" or len(span) > 2 or span[1].tag_ not in NUMBERS:
        return False
    return span[0].lower_.rstrip(".") in MONTHS or span[0].text in PARTS


@cache
def no_names() -> frozenset[str]:
    """Return the words of the lexicon, as they are written."""
    return frozenset(lexicon_terms("no_names.txt"))


def _is_post(span: "Span", name: NameCandidate) -> bool:
    """Tell whether words name an office, a part of one, or a member of a party, and nobody who holds it."""
    if name.label == "PERSON":
        return len(span) == 1 and name.key.endswith("ism")  # McCarthyism
    if name.label == "ORG":
        return (span[-1].text in OFFICES and span[0].text != "Office") or _is_of_office(span)
    return name.label == "NORP" and name.text in MEMBERS


def _is_of_office(span: "Span") -> bool:
    """Tell whether a word is part of an office's name and names nobody: `Defense` Minister, `Coroner`."""
    after = [token.text for token in span.doc[span.end : span.end + 2]]
    office = after[1:] if after[:1] == ["Deputy"] else after[:1]
    before = [token.text for token in span.doc[max(0, span.start - 2) : span.start]]
    if before[1:] in (["of"], ["for"]) and before[0].capitalize() in HEADS:
        return not span.text.isupper()  # Secretary of [Homeland Security]
    if before == ["Director", "for"]:
        return span.text.istitle() or " and " in span.text  # Director for [Regional Policy]
    if len(span) > 1:
        is_portfolio = office[:1] == ["Minister"] and span.text.istitle() and not kind_words().get(span[-1].lower_)
        return is_portfolio or (span.text in AFFAIRS and bool(ADVISING.intersection(office)))
    return (bool(HEADS.intersection(office)) and span.text in PORTFOLIOS) or span.text == "Coroner"


def _calls_out(span: "Span", label: str) -> bool:
    """Tell whether a word in capitals calls out what follows, or one tags it: `EXPLAINER:`, `#StormZara`."""
    if label != "PERSON" or len(span) != 1:
        return False
    is_tag = span.start > 0 and span.doc[span.start - 1].text == "#"
    is_before_colon = span.end < len(span.doc) and span.doc[span.end].text == ":"
    return is_tag or (is_before_colon and span[0].is_upper and len(span.text) >= CALLS)


def _is_title_of_work(span: "Span") -> bool:
    """Tell whether the words are set as those of a title are: in capitals, the last one too."""
    words = [token.text for token in span if token.is_alpha]
    capitals = sum(word[0].isupper() for word in words)
    if any(token.text in QUOTES for token in span[1:-1]) or span[-1].text[0].islower():
        return False
    return bool(words) and capitals * 2 > len(words) and words[-1][0].isupper()


def _is_shouted(span: "Span") -> bool:
    """Tell whether words stand in a line of capitals, where the model sees names everywhere: `UKRAINE HITS DEPOT`."""
    if not all(token.is_upper for token in span if token.is_alpha and len(token.text) > 1):
        return False
    around = span.doc[max(0, span.start - 3) : span.end + 3]
    words = [token for token in around if token.is_alpha and len(token.text) > 1]
    return len(words) > len(span) and all(word.is_upper for word in words)


def is_shouted_word(token: "Token") -> bool:
    """Tell whether `US`, `IS`, `WHO` is the common word in capitals, as its neighbours are, and no abbreviation."""
    if not (token.is_upper and token.is_stop):
        return False
    neighbours = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(near.is_upper for near in neighbours) > 2
