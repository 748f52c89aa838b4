-- One row per temporal expression.

create table times (
    article_id varchar not null,
    version integer not null,
    time_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    kind varchar,
    starts_at timestamp,
    ends_at timestamp,
    granularity varchar,
    method varchar not null,
    confidence double
);

comment on table times is 'one row per temporal expression';
comment on column times.article_id is 'article the row belongs to';
comment on column times.version is 'version of that article, from 1';
comment on column times.time_id is 'number of the expression in its article, from 1';
comment on column times.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column times.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column times.text is 'the span itself, exactly as it stands in the article';
comment on column times.kind is 'interval for a time on the calendar, whether or not it could be resolved; duration, as in for two years; set, as in every Monday; reference, as in now; null for a row of before schema version 6';
comment on column times.starts_at is 'start of the interval meant, in the article''s local time; null when it can''t be resolved, and for durations, sets and references';
comment on column times.ends_at is 'end of the interval, exclusive; null when it can''t be resolved, or where the article gives a start alone, as in since 2014';
comment on column times.granularity is 'century, decade, year, half, quarter, season, month, week, day or minute; of a span such as the past five years, the unit it is told in';
comment on column times.method is 'rule or model that read the value';
comment on column times.confidence is 'share of certainty from 0 to 1; null where the method gives none';
