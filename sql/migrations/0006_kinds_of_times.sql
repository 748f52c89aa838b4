-- Durations and sets are rows of times too.

alter table times add column kind varchar;

comment on column times.kind is 'interval for a time on the calendar, whether or not it could be resolved; duration, as in for two years; set, as in every Monday; reference, as in now; null for a row of before schema version 6';
comment on column times.starts_at is 'start of the interval meant, in the article''s local time; null when it can''t be resolved, and for durations, sets and references';
comment on column times.granularity is 'century, decade, year, half, quarter, season, month, week, day or minute; of a span such as the past five years, the unit it is told in';
