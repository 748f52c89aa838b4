"""The records that the pipeline makes: one frozen dataclass a table of the lake, field for column.

What a column means is said once, in `sql/schema/<table>.sql`; the fields here carry the same names and types, which a
test compares. None means that the article does not say, never that nobody looked.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfArticle:
    """What every row below an article begins with.

    `version` stays 1 in transforms, which do not know the lake; the commit renumbers it.
    """

    article_id: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(OfArticle):
    """A value read from a span: `articles.text[start_char:end_char] == text`, in code points."""

    start_char: int
    end_char: int
    text: str
    method: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One row per distinct raw document: a row of `documents`."""

    document_id: str
    uri: str
    source: str
    media_type: str | None = None
    charset: str | None = None
    fetched_at: datetime
    http_status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    size_bytes: int
    content: bytes
    announced_title: str | None = None
    announced_authors: tuple[str, ...] | None = None
    announced_published_at: datetime | None = None
    announced_published_on: date | None = None
    announced_published_precision: str | None = None
    opt_outs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One row per step that failed on an article or a document: a row of `failures`."""

    article_id: str | None = None
    version: int | None = None
    document_id: str
    step: str
    error: str
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One row per version of an article: a row of `articles`."""

    article_id: str
    version: int = 1
    is_current: bool = True
    document_id: str
    fetched_at: datetime
    url: str
    canonical_url: str | None = None
    site: str | None = None
    domain: str | None = None
    outlet_country: str | None = None
    title: str | None = None
    title_from: str | None = None
    seo_title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    authors_from: str | None = None
    published_at: datetime | None = None
    published_at_from: str | None = None
    published_precision: str | None = None
    published_on: date | None = None
    modified_at: datetime | None = None
    modified_at_from: str | None = None
    language: str | None = None
    language_from: str | None = None
    section: str | None = None
    section_from: str | None = None
    topics: tuple[str, ...] = ()
    image_url: str | None = None
    comment_count: int | None = None
    text: str
    word_count: int
    license: str | None = None
    paywalled: bool | None = None
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(OfArticle):
    """One row per text block of a document, in reading order: a row of `text_blocks` with the text of all."""

    position: int
    kept: bool
    role: str
    reason: str
    text: str | None = None
    start_char: int | None = None
    end_char: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(OfArticle):
    """One row per entity of an article: a row of `entities`."""

    entity_id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    country_code: str | None = None
    geonames_id: int | None = None
    role: str | None = None
    role_start_char: int | None = None
    role_end_char: int | None = None
    method: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Value):
    """One row per mention of an entity: a row of `mentions`."""

    entity_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Value):
    """One row per quotation or reported statement: a row of `quotes`."""

    quote_id: int
    kind: str
    speaker_entity_id: str | None = None
    speaker_text: str | None = None
    speaker_start_char: int | None = None
    speaker_end_char: int | None = None
    cue: str | None = None
    cue_start_char: int | None = None
    cue_end_char: int | None = None
    via: str | None = None
    negated: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Value):
    """One row per number that counts or measures something: a row of `figures`."""

    figure_id: int
    value: float
    value_max: float | None = None
    approximate: bool
    comparison: str | None = None
    unit: str | None = None
    object: str | None = None
    place_entity_id: str | None = None
    time_id: int | None = None
    speaker_entity_id: str | None = None
    quote_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Value):
    """One row per temporal expression: a row of `times`."""

    time_id: int
    kind: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    granularity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Value):
    """One row per mention of a toponym: a row of `places`."""

    place_id: int
    geonames_id: int | None = None
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country_code: str | None = None
    admin1: str | None = None
    feature_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Value):
    """One row per event: who did what to whom: a row of `events`."""

    event_id: int
    event_type: str
    trigger: str
    trigger_start_char: int
    trigger_end_char: int
    actor_entity_id: str | None = None
    actor_text: str | None = None
    actor_start_char: int | None = None
    actor_end_char: int | None = None
    actor_country: str | None = None
    actor_sector: str | None = None
    recipient_entity_id: str | None = None
    recipient_text: str | None = None
    recipient_start_char: int | None = None
    recipient_end_char: int | None = None
    recipient_country: str | None = None
    recipient_sector: str | None = None
    place_id: int | None = None
    time_id: int | None = None
    tense: str
    negated: bool
    hypothetical: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(OfArticle):
    """One row per outgoing link in the body: a row of `links`."""

    url: str
    anchor: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch(OfArticle):
    """One row per version of an article, by which its copies are found: a row of `sketches`."""

    shingles: int
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(OfArticle):
    """One row per current article: the story it belongs to, and its likest copy: a row of `stories`."""

    story_id: str
    relation: str | None = None
    like_article_id: str | None = None
    similarity: float | None = None
