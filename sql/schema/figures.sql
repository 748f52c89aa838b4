-- One row per number that counts or measures something.

create table figures (
    article_id varchar not null,
    version integer not null,
    figure_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    value double not null,
    value_max double,
    approximate boolean not null,
    comparison varchar,
    unit varchar,
    object varchar,
    place_entity_id varchar,
    time_id integer,
    speaker_entity_id varchar,
    quote_id integer,
    method varchar not null,
    confidence double
);

comment on table figures is 'one row per number that counts or measures something';
comment on column figures.article_id is 'article the row belongs to';
comment on column figures.version is 'version of that article, from 1';
comment on column figures.figure_id is 'number of the figure in its article, from 1';
comment on column figures.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column figures.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column figures.text is 'the span itself, exactly as it stands in the article';
comment on column figures.value is 'number, or lower end of a range';
comment on column figures.value_max is 'upper end of a range';
comment on column figures.approximate is 'whether the article calls it approximate';
comment on column figures.comparison is 'at least, at most, more than, less than or up to; null for equal';
comment on column figures.unit is 'unit of measure, currency (ISO 4217), percent, fraction (0.2 for one in five), score, or what befell people: killed, wounded, …; null for a plain count';
comment on column figures.object is 'what is counted or measured, in the article''s words; age for the age of a person, whose unit is year; null where the text does not say';
comment on column figures.place_entity_id is 'entity of the place it holds for: named by its clause or alone in its sentence, of casualties also by the dateline';
comment on column figures.time_id is 'temporal expression it holds for';
comment on column figures.speaker_entity_id is 'entity that says it, when it stands in a quotation';
comment on column figures.quote_id is 'quotation that it stands in, the innermost one';
comment on column figures.method is 'rule or model that read the value';
comment on column figures.confidence is 'share of certainty from 0 to 1; null where the method gives none';
