"""Tell who does what a verb or noun says, where its own clause does not name them."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts, owners
from transforms.events.sectors import sector_of_word
from transforms.parsing.syntax import RELATIVE_PRONOUNS, stands_bare, subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

WITNESSES = {
    "witness", "see", "watch", "hear", "report", "survive", "describe", "condemn", "denounce", "investigate", "mourn",
    "remember", "recall", "consider", "value", "regard", "view", "welcome", "praise", "hail", "expect", "predict",
    "note", "mention", "cite", "exploit", "highlight", "study", "monitor", "oppose", "favor", "favour", "dismiss",
    "doubt", "know", "understand", "explain", "say", "tell", "discuss", "fear", "face", "cover", "film", "blame",
    "criticize", "deny", "bemoan", "lament", "decry", "deplore", "regret", "bewail", "support", "back", "endorse",
    "justify", "excuse", "anticipate", "commemorate", "avenge", "escape", "flee", "dodge", "evade", "brave", "endure",
    "compare", "probe", "confirm", "warn", "caution", "allege", "believe", "think", "insist", "argue",
    "verify",
}  # fmt: skip
"""Verbs of those who see, suffer or speak of what they do not do."""

ENGAGES = {
    "engage", "take", "participate", "involve", "join", "meet", "sit", "gather", "arrive", "travel", "come", "go",
    "fly", "return", "respond", "retaliate", "be", "have", "leave", "head", "call", "continue", "enter", "agree",
    "prepare", "visit", "host", "receive", "begin", "start", "resume", "proceed", "push", "press", "ask", "apply",
    "accuse",
}  # fmt: skip
"""Verbs whose preposition leads to what their subject does: arrived for talks, engaged in fighting."""

MEANS = {"in", "during", "with", "through", "by"}
ASIDE = {"before", "after", "ahead", "despite", "since", "until", "without", "following", "amid", "because", "about"}
"""Prepositions of what is beside what the verb tells."""

BODIES = {
    "court", "jury", "inquest", "tribunal", "police", "government", "ministry", "company", "firm", "group", "party",
    "committee", "parliament", "army", "military", "council", "commission", "agency", "office", "report", "statement",
    "hearing", "inquiry", "indictment", "complaint", "embassy", "board", "panel", "team", "department", "service",
}  # fmt: skip
"""Words for those who say something and are no person."""

OF_ANOTHER = {"he", "she", "it", "they"}
"""Pronouns by which nobody means himself in his own words."""

OBJECTS = {"them", "him", "her"}
"""Forms of pronouns by which nobody means himself, of whom a verb above makes those who act."""

MARKS = {'"', "“", "”", "``", "''"}

DASHES = {"—", "–", "--", "-"}

SERIES = {"series", "string", "wave", "spate", "round", "number"}
SUFFERS = {"die", "perish", "suffer", "fall", "lose", "live", "disappear"}

SPARKS = {
    "prompt", "spark", "trigger", "provoke", "cause", "ignite", "draw", "inspire", "fuel", "unleash", "elicit", "bring",
    "foment", "incite", "instigate", "guide",
}  # fmt: skip
"""Verbs whose subject makes others do it: the ruling that sparked protests."""

PREVENTS = {
    "obstruct", "prevent", "stop", "disrupt", "avoid", "ban", "halt", "end", "block", "break", "foil", "thwart",
    "repel", "repulse", "withstand",
}  # fmt: skip
"""Verbs of those who keep others from it."""

THREATENS = {
    "make", "issue", "repeat", "renew", "deliver", "send", "level", "utter", "voice", "carry", "launch", "open", "file",
    "lodge", "bring", "raise", "conduct", "lead", "begin", "start", "order", "express", "direct", "hurl", "give",
    "sound", "finish", "complete", "continue", "announce", "end", "close", "pursue", "undertake",
}  # fmt: skip
"""Verbs of those whose threat or accusation it is; others only speak of one, or answer it."""

DOES = {
    "hold", "have", "make", "take", "conduct", "launch", "stage", "carry", "mount", "begin", "start", "continue",
    "lead", "resume", "step", "intensify", "escalate", "increase", "extend", "expand", "order", "plan", "prepare",
    "schedule", "arrange", "attend", "join", "host", "organize", "organise", "open", "end", "conclude", "finish",
    "renew", "repeat",
    "issue", "give", "offer", "deliver", "send", "file", "lodge", "bring", "commit", "perform", "execute",
    "undertake", "pursue", "announce", "declare", "provide", "receive", "reach", "sign", "seek", "do", "keep", "wage",
    "unleash", "complete", "impose", "lift", "drop", "withdraw", "cancel", "suspend", "pay", "escape", "use", "convene",
    "tighten", "ease", "strengthen", "maintain", "enforce", "halt", "boost",
}  # fmt: skip
"""Verbs whose subject does what their object names: held talks. Of other verbs that is not known."""

ANSWERS = {"respond", "react", "reply"}
"""Verbs of those to whom another has done it: responded to the attack."""

DEEDS = {"ASSAULT", "COERCE", "PROTEST"}
SPEECH = {"REQUEST", "THREATEN"}
BESIDE_PROTESTS = {"MED", "COP"}
"""Sectors of those who are at a protest without protesting."""

PURPOSES = {"aim", "focus", "goal", "priority", "strategy"}
"""What belongs to whom it is the aim of."""

CHARGES = {"accusation", "allegation", "criticism", "condemnation", "complaint", "denunciation"}


def meant(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return whom a pronoun means in what someone says of himself: Hungary said [it] would help."""
    if subject is None or subject.pos_ != "PRON":
        return _whose_aim(subject, verb) or _speaker_beside(subject, verb)
    if (named := _named_by_relative(subject)) is not None or subject.lower_ in {*OBJECTS, "you"}:
        return named or subject  # we persuade them to leave, he said
    at = verb
    while at.dep_ in {"xcomp", "conj", "advcl"} and at.head != at:
        at = at.head
    speaker = subject_of(at.head) if at.dep_ == "ccomp" and at.head.lemma_ != "ask" else None
    if subject.lower_ in OF_ANOTHER and (_has_other_subject(at, subject) or _is_between_marks(subject, speaker)):
        return subject  # he explained that Smith was joking when he accused her; "He attacked us," she said
    if speaker is not None and subject.lower_ in {"we", "they"} and _is_one(speaker):
        return None  # the mayor said we must act
    if speaker is None or speaker.pos_ == "PRON" or _is_of_other_kind(subject, speaker):
        return subject  # it emerged that he met them
    return speaker


def _whose_aim(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return whose aim it is to do something: [Lima]'s focus will be on building it."""
    if subject is None or subject.lemma_ not in PURPOSES or verb.dep_ != "pcomp":
        return None
    return next((owner for owner in owners(subject) if owner.dep_ == "poss"), None)


def _is_of_other_kind(pronoun: "Token", speaker: "Token") -> bool:
    """Whether a pronoun cannot mean who speaks: the court heard that he attacked her; nor is a person `it`."""
    if pronoun.lower_ == "it":
        return speaker.ent_type_ == "PERSON"
    return pronoun.lower_ in {"he", "she"} and _is_body(speaker)


def _speaker_beside(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return who speaks for a thing that does nothing: Smith said the remarks were wrong and demanded an apology.

    The parse takes such a verb for one beside that of what is said; of somebody who can act nothing tells which it is.
    """
    clause = verb.head
    if subject is None or subject.head != clause or verb.dep_ != "conj" or clause.dep_ != "ccomp" or acts(subject):
        return subject
    speaker = subject_of(clause.head)
    if speaker is None or speaker.i > subject.i or not acts(speaker):
        return subject
    return speaker if verb.tag_ == clause.head.tag_ == "VBD" and subject.pos_ == "NOUN" else subject


def _named_by_relative(pronoun: "Token") -> "Token | None":
    """Return the noun behind which somebody says of it what it did: the [man] who police say killed her."""
    says = pronoun.head.head
    is_said = pronoun.head.dep_ == "ccomp" and says.dep_ == "relcl" and pronoun.i < says.i
    return says.head if is_said and pronoun.lower_ in RELATIVE_PRONOUNS else None


def _has_other_subject(verb: "Token", pronoun: "Token") -> bool:
    """Whether a verb has somebody else for its subject whom a pronoun in its clauses may mean."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject != pronoun and subject.pos_ != "PRON" and acts(subject)


def _is_between_marks(pronoun: "Token", speaker: "Token | None") -> bool:
    """Whether a pronoun stands in quotation marks that its speaker does not: one who speaks of himself says I."""
    if speaker is None:
        return False
    between = pronoun.doc[min(pronoun.i, speaker.i) : max(pronoun.i, speaker.i)]
    return sum(token.text in MARKS for token in between) % 2 == 1


def behind_dateline(word: "Token | None") -> "Token | None":
    """Return who stands behind a town and a dash that begin a report: OSLO — A [man] was arrested."""
    if word is None or not (word.ent_type_ == "GPE" or word.is_upper) or word.dep_ not in {"nsubj", "nsubjpass"}:
        return word
    behind = [child for child in word.head.lefts if child.dep_ == word.dep_ and child.i > word.i]
    behind = behind[-1:] or [child for child in word.rights if child.dep_ == "appos"]
    return next((child for child in behind if any(mark.text in DASHES for mark in word.doc[word.i : child.i])), word)


def punished_for(verb: "Token") -> "Token | None":
    """Return who did what another is said to treat him for: expelled [the deputy] for voting against it."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "for" or verb.head.head.pos_ != "VERB":
        return None
    objects = (child for child in verb.head.head.rights if child.dep_ == "dobj" and child.i < verb.i)
    return next((child for child in objects if child.pos_ == "PRON" or acts(child)), None)


def _is_one(speaker: "Token") -> bool:
    return speaker.ent_type_ == "PERSON" or (
        speaker.tag_ == "NN" and sector_of_word(speaker.lemma_.lower()) is not None
    )


def _is_body(speaker: "Token") -> bool:
    """Whether a common noun is of no person, but of an organization, a court or several.

    Names are not told apart: the parse often takes a person's for an organization's.
    """
    return speaker.tag_ == "NNS" or speaker.lemma_ in BODIES


def subject_above(noun: "Token", event_type: str) -> "Token | None":
    """Return who does what a noun tells by the verb above it: [the army] stepped up its attacks; is in Oslo for talks.

    Who only sees or says something of it does not do it: he condemned the attack, she witnessed the raid. Of what is no
    deed but speech or a meeting the verb must be one of doing: confirmed the talks. Who responds to words, or does
    something on request, has not said them.
    """
    if noun.dep_ not in {"dobj", "pobj", "attr"}:
        return None
    verb = noun.head
    if (event_type == "PROTEST" and verb.lemma_ in SPARKS) or any(child.dep_ == "expl" for child in verb.lefts):
        return None  # sparked protests; said that there was a shooting
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb and verb.dep_ != "ROOT":
        verb = verb.head
    is_there_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    if noun.dep_ == "pobj" and (event_type in SPEECH or not _leads_to(noun.head, verb)):
        return None  # they were questioned in the aftermath of the attack
    is_asked = any(child.lower_ == "what" and child.dep_ == "nsubj" for child in verb.lefts)  # what led to the attack
    if is_asked or _only_spoken_of(noun, verb, event_type) or verb.lemma_ in WITNESSES | PREVENTS:
        return None
    if not (verb.pos_ == "VERB" or is_there_for):
        return None
    subject = meant(subject_of(verb), verb)
    is_beside = subject is not None and sector_of_word(subject.lemma_.lower()) in BESIDE_PROTESTS
    return None if event_type == "PROTEST" and is_beside else subject  # the reporter went to the protest


def _only_spoken_of(noun: "Token", verb: "Token", event_type: str) -> bool:
    """Whether the subject of a verb speaks of what a noun tells: confirmed the meetings, called the raid a mistake."""
    if noun.lemma_ in {"threat", "warning", "ultimatum", *CHARGES} and verb.lemma_ not in THREATENS:
        return True
    if verb.lemma_ == "call" and noun.dep_ != "pobj":
        return True
    return event_type not in DEEDS and noun.dep_ == "dobj" and noun.head == verb and verb.lemma_ not in DOES


def _leads_to(preposition: "Token", verb: "Token") -> bool:
    """Whether a verb's subject does what its preposition governs: arrived for talks, arrested ten in a series of raids.

    Not so who only suffers in it: they died in clashes, were killed in an attack.
    """
    at = preposition
    while at.lower_ == "of" and at.head.lemma_ in SERIES and at.head.head != at.head:
        at = at.head.head
    if at.head != verb:
        return False
    if at.lower_ in ASIDE or (at.lower_ == "to" and verb.lemma_ in ANSWERS):
        return False  # responded to the attack
    suffers = stands_bare(verb) or any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.lefts)
    return verb.lemma_ in ENGAGES or (at.lower_ in MEANS and not suffers and verb.lemma_ not in SUFFERS)
