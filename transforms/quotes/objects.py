"""Tell objects that say what someone says from those of deeds: attacked the plan, attacked the town."""

from typing import TYPE_CHECKING

from transforms.quotes.report import reporting_verbs

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

ABSTRACT_ENDINGS = ("ness", "ity", "tion", "sion", "ment", "ance", "ence", "dom", "ship", "cy", "ism", "ing")
ABSTRACT = frozenset({
    "plan", "policy", "bill", "law", "record", "idea", "proposal", "claim", "report", "motive", "need", "role",
    "value", "view", "remark", "word", "truth", "charge", "result", "science", "proof", "method", "response", "deal",
    "rule",
})  # fmt: skip
"""What is argued about rather than acted on."""

CONCRETE = frozenset({
    "painting", "building", "wedding", "crossing", "gathering", "facility", "installation", "settlement", "apartment",
    "station", "embassy", "residence", "ambulance", "city", "mission", "battleship", "warship", "dealership",
})  # fmt: skip
"""What is attacked in deed, though its name ends as those of abstract things do."""

REASONS = frozenset({"for", "as", "over"})
"""Prepositions before what someone is attacked for in words."""

SOURCES_OF_FINDINGS = frozenset({
    "poll", "survey", "study", "report", "research", "analysis", "data", "figure", "result", "statistic", "census",
    "document", "record", "email", "e-mail", "memo", "letter", "test", "review", "estimate", "evidence",
})  # fmt: skip

REFUSED = frozenset({
    "visa", "entry", "access", "permission", "request", "bail", "right", "appeal", "entrance", "asylum", "service",
    "application", "motion", "petition", "coverage", "treatment", "admission", "benefit", "opportunity", "chance",
})  # fmt: skip
"""What is denied to somebody by not giving it."""

THINGS = frozenset({
    "attack", "plan", "lull", "meeting", "talk", "plant", "move", "bombing", "strike", "event", "war", "crisis",
    "fact", "storm", "price", "cost", "case", "issue", "deal", "vote", "trend", "failure", "success", "loss", "death",
    "sale", "raid", "crime", "incident", "restriction", "growth", "rise", "increase", "decline", "boom", "shift",
    "surge", "scandal", "row", "dispute", "controversy", "conflict", "outbreak", "drought", "flood", "fire", "disease",
    "virus", "recession", "feud", "tension",
})  # fmt: skip
BODIES = frozenset({
    "government", "administration", "department", "commission", "organization", "organisation", "association",
    "union", "institution", "foundation", "federation", "corporation", "delegation", "mission", "coalition",
    "opposition", "parliament", "agency", "leadership", "community", "university", "party", "station", "movement",
    "division", "authority", "majority", "minority", "charity", "faculty", "embassy", "presidency", "being", "king",
    "faction", "alliance", "ambulance", "conference", "audience", "tribunal", "management", "prosecution", "police",
    "council", "witness", "business", "statement", "ruling", "submission", "sentence", "announcement", "publication",
    "resolution", "declaration", "legislation", "petition", "testimony", "decision", "assessment", "investigation",
    "revelation", "regiment", "municipality", "city", "constitution", "religion", "generation", "population",
    "nation", "legion",
})  # fmt: skip
"""Bodies, people and texts whose names end as those of things do."""

NAMING = frozenset({"call", "dub", "name", "title", "label", "nickname", "brand"})


SEEING = frozenset({"identify", "perceive", "regard", "see", "view"})
"""Verbs that report what somebody says or thinks that something is, with `as` alone, and nothing else."""

PICTURING = SEEING | {"cast", "depict", "discuss", "paint"}
"""Verbs that say with `as` alone what somebody is: painted him as a liar, but not: painted the door for him."""

EMPTY = {
    "claim": frozenset({
        "responsibility", "credit", "victory", "life", "title", "win", "prize", "power", "benefit", "place", "spot",
        "medal", "trophy", "crown", "throne", "lead", "seat", "asylum", "compensation", "refund", "allowance",
        "territory", "set", "game", "match", "point", "gold", "silver", "bronze", "wicket", "pole", "scalp", "berth",
        "right", "ownership",
    }),
    "acknowledge": frozenset({"response", "applause", "crowd", "help", "support", "receipt", "presence"}),
}  # fmt: skip
"""What is claimed or acknowledged by a deed, and states nothing."""

BLAMING = frozenset({
    "applaud", "condemn", "criticise", "criticize", "hail", "lambast", "laud", "mock", "rebuke", "scold", "taunt",
    "thank", "tout",
})  # fmt: skip
"""Verbs whose object is whom somebody judges: it is said only with the reason."""

CREDITING = frozenset({"credit"})
"""Verbs that say with `with` or `for` what somebody did: credits him with the win; not: credited the account."""

DROPPED = frozenset({"lawsuit", "suit", "case", "appeal", "motion", "petition", "complaint", "indictment", "count"})
"""What a court dismisses by a decision."""

WITH_OUT = frozenset({"point"})
"""Verbs that report with `out` alone: pointed out that it rained, but not: pointed to the sky."""

POINTING = frozenset({"that", "this", "it", "these", "those"})
"""Objects that say nothing by themselves."""

MOTIVES = frozenset({"believe", "expect", "fear", "hope", "think"})
"""What a participle gives as the reason of a deed, and nobody says: stayed at home, fearing a storm."""

PARTICLES = frozenset({"in", "off", "round", "up"})
"""What makes a visit or an end of `call`: called in to town, called off the game."""

WHO = frozenset({"PERSON", "ORG", "GPE", "NORP"})
SOURCES = frozenset({"source", "official", "minister", "ministry", "spokesman", "spokeswoman", "expert", "witness"})


PEOPLE = frozenset({"medium", "press", "party", "government", "opponent", "rival", "critic", "politician", *SOURCES})
"""Nouns for who may be judged, of whom nothing is said without a reason: scolded the media."""


def is_deed(cue: "Token") -> bool:
    """Tell whether the words beside a cue make a deed of it: pointed to the sky, sworn in, Read more, called in at."""
    if cue.tag_ == "VBG" and cue.dep_ == "advcl" and cue.lemma_ in MOTIVES:
        return cue.head.lemma_ not in reporting_verbs()
    if cue.lemma_ in WITH_OUT:
        return not any(child.lower_ == "out" for child in cue.rights)
    if cue.lemma_ == "call" and cue.i + 2 < len(cue.doc) and cue.nbor().lower_ in PARTICLES:
        return cue.nbor().lower_ in {"off", "up"} or cue.nbor(2).lower_ in {"to", "at", "on"}
    if cue.lemma_.lower() in {"swear", "read"}:
        return cue.i + 1 < len(cue.doc) and cue.nbor().lower_ in {"in", "more"}
    if cue.lemma_ != "question" or cue.i < 2:
        return False
    before = cue.nbor(-1).lower_
    return before == "into" or (before == "to" and cue.nbor(-2).lower_ in {"in", "on"})


def is_said_of(verb: "Token", noun: "Token", speaker: "Span | None", takes: frozenset[str]) -> bool:
    """Tell whether a verb with this object reports what someone says; `takes` is the verb's entry in the lexicon."""
    if "opinion" in takes:
        return _is_abstract(noun) or has_reason(verb)
    if "finding" in takes:
        return speaker is not None and speaker.root.lemma_.lower() in SOURCES_OF_FINDINGS
    if "denial" in takes:
        is_passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
        return not is_passive and noun.lemma_.lower() not in REFUSED and not _is_given_to(verb)
    if "predicate" in takes or verb.lemma_ in NAMING - {"call"}:
        return _is_predicated(verb, noun)  # not: branded clothing
    is_empty = noun.lower_ in POINTING and not _is_predicated(verb, noun)  # they dispute that
    if is_empty or noun.lemma_.lower() in EMPTY.get(verb.lemma_, ()) or (verb.lemma_ == "express" and _is_bare(noun)):
        return False
    return "object" in takes and not _is_source(verb, noun) and not _is_only_named(verb, noun)


def _is_only_named(verb: "Token", noun: "Token") -> bool:
    """Whether nothing is said of the object: called the police, call themselves guards, mocked him, dropped a case.

    To endorse somebody as a leader is an election.

    Of bodies and people who are blamed the reason is what is said; what else is blamed, a deed or a plan, is enough.
    """
    if verb.lemma_ == "endorse" and noun.ent_type_ in WHO:
        return any(child.lower_ == "as" for child in verb.rights) or any(c.lower_ == "as" for c in noun.rights)
    if verb.lemma_ in CREDITING:
        return not any(child.lower_ in {"with", "for"} for child in verb.rights)
    is_blamed = noun.ent_type_ in WHO or noun.pos_ == "PRON" or noun.lemma_.lower() in PEOPLE
    if verb.lemma_ in BLAMING and is_blamed:
        return not has_reason(verb)
    if verb.lemma_ in NAMING and noun.lower_.endswith(("self", "selves")):
        return not any(token.is_quote for token in verb.subtree)  # what they call themselves in marks is theirs
    is_dropped = verb.lemma_ == "dismiss" and noun.lemma_.lower() in DROPPED
    return (verb.lemma_ == "call" or is_dropped) and not _is_predicated(verb, noun)


def has_reason(verb: "Token") -> bool:
    """Tell whether it is said why somebody is judged: attacked him for it, praised it as a success."""
    return any(child.dep_ == "prep" and child.lower_ in REASONS for child in verb.rights)


def _is_bare(noun: "Token") -> bool:
    """Whether nothing says of what something is expressed: expressed interest."""
    return not any(True for _ in noun.rights)


def _is_source(verb: "Token", noun: "Token") -> bool:
    """Whether who is cited said it, or what is called by a name is told, and nobody speaks: a game called chess."""
    if verb.lemma_ == "cite":
        return noun.ent_type_ in WHO or noun.lemma_.lower() in {*BODIES, *SOURCES}
    if verb.lemma_ in NAMING and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return not any(child.dep_ == "agent" for child in verb.children)
    return False


def _is_predicated(verb: "Token", noun: "Token") -> bool:
    """Whether something is said of an object: praised it as a success, blamed him for it, rejected the “lie”."""
    if verb.lemma_ in PICTURING:
        return any(child.lower_ == "as" for child in verb.rights)
    has_more = any(_says_of(child) or child.lower_ in {"as", "for"} for child in verb.rights)
    return has_more or noun.dep_ in {"oprd", "ccomp"} or any(token.is_quote for token in noun.subtree)


def _says_of(child: "Token") -> bool:
    """Whether a complement says what its object is: called it a lie; not what it has to do: called her to testify."""
    if child.dep_ == "oprd":
        return True
    if child.dep_ != "xcomp":
        return False
    calls = child.head.lemma_ == "call" and not any(other.lower_ in {"on", "upon"} for other in child.head.rights)
    return not (calls and any(other.tag_ == "TO" for other in child.lefts))


def speaks(speaker: "Span | None") -> bool:
    """Whether a phrase can be of those who call for, praise or ask; a plan, an attack or a lull does not."""
    if speaker is None or any(token.ent_type_ == "PERSON" for token in speaker):
        return True
    head = speaker.root
    word = head.lemma_.lower()
    is_thing = word in THINGS or (word not in SOURCES_OF_FINDINGS and word.endswith(ABSTRACT_ENDINGS))
    return not (head.pos_ == "NOUN" and is_thing and not head.ent_type_) or word in BODIES


def _is_abstract(noun: "Token") -> bool:
    word = noun.lemma_.lower()
    is_abstract = word in ABSTRACT or (word.endswith(ABSTRACT_ENDINGS) and word not in CONCRETE)
    return noun.pos_ == "NOUN" and is_abstract


def _is_given_to(verb: "Token") -> bool:
    return any(child.dep_ == "dative" for child in verb.children)
