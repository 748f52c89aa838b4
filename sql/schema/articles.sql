-- One row per version of an article.

create table articles (
    article_id varchar not null,
    version integer not null,
    is_current boolean not null,
    document_id varchar not null,
    fetched_at timestamptz not null,
    url varchar not null,
    canonical_url varchar,
    site varchar,
    domain varchar,
    outlet_country varchar,
    title varchar,
    title_from varchar,
    seo_title varchar,
    subtitle varchar,
    authors varchar[] not null,
    authors_from varchar,
    published_at timestamptz,
    published_at_from varchar,
    published_precision varchar,
    published_on date,
    modified_at timestamptz,
    modified_at_from varchar,
    language varchar,
    language_from varchar,
    section varchar,
    section_from varchar,
    topics varchar[] not null,
    image_url varchar,
    comment_count integer,
    text varchar not null,
    word_count integer not null,
    license varchar,
    paywalled boolean,
    fingerprint varchar not null
);

comment on table articles is 'one row per version of an article';
comment on column articles.article_id is 'UUIDv5 of the canonical URL when it is on the host of url, else of url, in the URL namespace of RFC 9562';
comment on column articles.version is 'version of the article, from 1, in the order in which they came into the lake';
comment on column articles.is_current is 'whether this is its latest version: the one that was fetched last';
comment on column articles.document_id is 'document it was read from';
comment on column articles.fetched_at is 'when this version was read, fetched, or captured by the web archive that holds it';
comment on column articles.url is 'where it was read from: the file''s URI, the fetched address, or the one a JSONL line gives';
comment on column articles.canonical_url is 'address the page itself claims';
comment on column articles.site is 'name of the publication';
comment on column articles.domain is 'registrable domain of url, such as bbc.co.uk; of a file that of canonical_url; null when neither is on the web, and for an article read before schema version 12';
comment on column articles.outlet_country is 'ISO 3166-1 alpha-3 code of the country whose top-level domain the domain ends in; where that says nothing of a country, as .com or .tv, of the country in the address that the page gives its publisher; null when it gives none';
comment on column articles.title is 'the headline that a reader sees, without site name, kicker and the like';
comment on column articles.title_from is 'evidence title was read from; null when title is';
comment on column articles.seo_title is 'title that the page gives search engines, where it is another one';
comment on column articles.subtitle is 'subtitle or standfirst';
comment on column articles.authors is 'names of the authors, in order; empty when none is named';
comment on column articles.authors_from is 'evidence the authors were read from; null when none is named';
comment on column articles.published_at is 'first publication; the start of its day, in UTC, when only a day is known; null when the article does not say';
comment on column articles.published_at_from is 'evidence published_at was read from; null when published_at is';
comment on column articles.published_precision is 'second, minute or day';
comment on column articles.published_on is 'day of first publication as the page itself says it, in its own zone; null when published_at is';
comment on column articles.modified_at is 'last modification';
comment on column articles.modified_at_from is 'evidence modified_at was read from; null when modified_at is';
comment on column articles.language is 'language of the text, ISO 639-1; null when it can''t be told';
comment on column articles.language_from is 'evidence language was read from; null when language is';
comment on column articles.section is 'section of the publication';
comment on column articles.section_from is 'evidence section was read from; null when section is';
comment on column articles.topics is 'keywords or tags that the page gives itself';
comment on column articles.image_url is 'address of the lead image';
comment on column articles.comment_count is 'comments counted on the page; null when it shows no count';
comment on column articles.text is 'the kept blocks, joined by an empty line';
comment on column articles.word_count is 'words in text, by Unicode word boundaries; one a character in Chinese and Japanese';
comment on column articles.license is 'licence the page states, as a URL or in its words';
comment on column articles.paywalled is 'whether the page says its text is not free to read; null when it does not say';
comment on column articles.fingerprint is 'SHA-256 of title, authors, published_at and text before what recurs in its publication was dropped: equal for two versions that say the same';
