"""Who did what to whom: events of PLOVER's 16 types, read from the parse of each sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.events.agency import is_pronoun
from transforms.events.participants import Participants
from transforms.events.sectors import sector
from transforms.events.telling import Told, find_told
from transforms.events.triggers import Trigger
from transforms.events.where import TWO_SIDED
from transforms.parsing.spans import beginning_within
from transforms.parsing.syntax import verb_above
from transforms.parsing.tokens import covering
from transforms.quotes.speakers import find_speaker
from transforms.records.article_records import Article, Entity, Event, Place, Time

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

BOTH = {"nation", "country", "side", "government", "state", "capital"}
"""Nouns after `both` that take up two countries named before."""


WHERE = {"in", "at", "near", "outside"}

CLAUSES = {"relcl", "acl", "advcl", "ccomp", "parataxis"}
"""Clauses whose places and times are their own."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A participant as the columns have it."""

    entity_id: str | None = None
    text: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    country: str | None = None
    sector: str | None = None


NOBODY = _Side()


def find_events(
    doc: "Doc", article: Article, index: EntityIndex, places: Sequence[Place], times: Sequence[Time]
) -> tuple[Event, ...]:
    """Return the events of an article, in reading order, each once; nothing for a text without a parse.

    `places` and `times` are in reading order too.

    An event is told by a verb or a noun of the lexicon with at least one participant; a noun counts only in a sentence
    without such a verb. Told again with the same type and participants, it is the same event, and its first telling
    stays. The span reaches from the first to the last word of trigger and participants.
    Method: `parse`. Types: PLOVER, Halterman and others 2023.
    """
    if not doc.is_parsed:
        return ()
    rows: list[Event] = []
    seen: set[tuple[str | None, ...]] = set()
    pair: tuple[str, str] | None = None  # the countries of the last event with two sides
    for told in find_told(doc):
        row = _row(doc, article, index, places, times, told, len(rows) + 1, pair)
        if row.actor_entity_id is None and (row.actor_text or "").lower() == "it":
            continue  # nobody that is named
        if row.event_type == "SANCTION" and row.actor_country and row.actor_country == row.recipient_country:
            continue  # no state puts sanctions on itself: the parse has the wrong subject
        sides = row.actor_entity_id or row.actor_text, row.recipient_entity_id or row.recipient_text
        key = (row.event_type, *sides)
        if key in seen:
            continue
        seen.add(key)
        rows.append(row)
        if row.event_type in TWO_SIDED and row.actor_country and row.recipient_country:
            pair = row.actor_country, row.recipient_country
    return tuple(rows)


def _row(  # noqa: PLR0913, PLR0917 - what an event is joined to
    doc: "Doc",
    article: Article,
    index: EntityIndex,
    places: Sequence[Place],
    times: Sequence[Time],
    told: Told,
    number: int,
    pair: tuple[str, str] | None,
) -> Event:
    trigger, participants = told.trigger, told.participants
    actor, recipient = (_side(phrase, article.text, index) for phrase in (participants.actor, participants.recipient))
    if actor.text is not None and actor.text == recipient.text:
        recipient = NOBODY
    if pair and _is_both(participants.actor):
        actor, recipient = _of_country(actor, pair[0]), _of_country(actor, pair[1])
    words = doc[trigger.start : trigger.end]
    spans = [span for span in (words, participants.actor, participants.recipient) if span is not None]
    start, end = min(span.start_char for span in spans), max(span.end_char for span in spans)
    time = _time(doc, trigger, times)
    return Event(
        article_id=article.article_id,
        event_id=number,
        start_char=start,
        end_char=end,
        text=article.text[start:end],
        event_type=trigger.event_type,
        trigger=words.text,
        trigger_start_char=words.start_char,
        trigger_end_char=words.end_char,
        actor_entity_id=actor.entity_id,
        actor_text=actor.text,
        actor_start_char=actor.start_char,
        actor_end_char=actor.end_char,
        actor_country=actor.country,
        actor_sector=actor.sector,
        recipient_entity_id=recipient.entity_id,
        recipient_text=recipient.text,
        recipient_start_char=recipient.start_char,
        recipient_end_char=recipient.end_char,
        recipient_country=recipient.country,
        recipient_sector=recipient.sector,
        place_id=_place(trigger, participants, places),
        time_id=time.time_id if time is not None else None,
        tense=_tense(told.modality.tense, article, time),
        negated=told.modality.negated,
        hypothetical=told.modality.hypothetical,
        method="parse",
    )


def _side(phrase: "Span | None", text: str, index: EntityIndex) -> _Side:
    if phrase is None:
        return NOBODY
    entity = index.entity_of(phrase.root.idx, phrase.root.end_char)
    if entity is None and is_pronoun(phrase) and (meant := find_speaker(phrase, index, ()).entity_id):
        entity = index.entities[meant]
    return _Side(
        entity_id=entity.entity_id if entity else None,
        text=phrase.text,
        start_char=phrase.start_char,
        end_char=phrase.end_char,
        country=_country(phrase, entity, text, index),
        sector=sector(phrase, entity),
    )


def _country(phrase: "Span", entity: Entity | None, text: str, index: EntityIndex) -> str | None:
    """Return the country of a participant: of its entity, or the one named before its head: Turkish police."""
    if entity and entity.country_code:
        return entity.country_code
    end = phrase.root.end_char
    for mention in index.within(phrase.start_char, end):
        country = index.entities[mention.entity_id].country_code
        if country and not text.startswith("-", mention.end_char):  # an Iran-linked group is not of Iran
            return country
    return None


def _of_country(side: _Side, country: str) -> _Side:
    return _Side(side.entity_id, side.text, side.start_char, side.end_char, country, side.sector)


def _is_both(phrase: "Span | None") -> bool:
    return phrase is not None and phrase.root.lemma_ in BOTH and any(t.lower_ == "both" for t in phrase.root.lefts)


def _place(trigger: Trigger, participants: Participants, places: Sequence[Place]) -> int | None:
    """Return the toponym of where it happened: after `in`, `at` or `near` in the clause, and no participant."""
    taken = [span.root.i for span in (participants.actor, participants.recipient) if span is not None]
    sentence = trigger.head.sent
    for place in beginning_within(places, sentence.start_char, sentence.end_char):
        token = covering(trigger.head.doc, place.start_char, place.end_char).root
        where = token.dep_ == "pobj" and token.head.lower_ in WHERE
        if where and token.i not in taken and _hangs_on(token, trigger):
            return place.place_id
    return None


def _time(doc: "Doc", trigger: Trigger, times: Sequence[Time]) -> Time | None:
    """Return the temporal expression in the trigger's clause."""
    sentence = trigger.head.sent
    for time in beginning_within(times, sentence.start_char, sentence.end_char):
        if _hangs_on(covering(doc, time.start_char, time.end_char).root, trigger):
            return time
    return None


def _tense(told: str, article: Article, time: Time | None) -> str:
    """Return the tense of an event, which its day tells better than a present does: Xi's visit last year."""
    day = article.published_on
    if told != "present" or day is None or time is None or time.starts_at is None or time.ends_at is None:
        return told
    if time.ends_at.date() <= day:
        return "past"
    return "future" if time.starts_at.date() > day else told


def _hangs_on(token: "Token", trigger: Trigger) -> bool:
    """Whether a word stands in a trigger's clause: no other clause lies between it and the trigger, or its verb."""
    heads = {trigger.head.i}
    verb = verb_above(trigger.head)
    if trigger.is_noun and verb is not None:
        heads.add(verb.i)
    at = token
    while at.i not in heads:
        if at.head == at or at.dep_ in CLAUSES:
            return False
        at = at.head
    return True
