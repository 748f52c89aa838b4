-- One article with a row of each table below it, as a lake of schema version 4 held them.

insert into inputs (run_id, uri, source, outcome, document_id, seen_at)
values ('r', 'a.txt', 's', 'stored', 'd', timestamptz '2026-03-02 12:00:00+00');

insert into documents by name
select
    'd' as document_id, 'a.txt' as uri, 's' as source, 'text/plain' as media_type, 'utf-8' as charset,
    timestamptz '2026-03-02 12:00:00+00' as fetched_at, 1 as size_bytes, 'x'::blob as content;

insert into articles by name
select
    'a' as article_id, 1 as version, true as is_current, 'd' as document_id, 'a.txt' as url, 'T' as title, 'first_block' as title_from,
    []::varchar[] as authors, []::varchar[] as topics, timestamptz '2026-03-01 23:30:00+00' as published_at,
    'dateline' as published_at_from, 'minute' as published_precision, 'Monday in Iraq, 3 died.' as text, 5 as word_count,
    'f' as fingerprint;

insert into blocks (article_id, version, position, kept, role, reason, text, start_char, end_char)
values ('a', 1, 0, true, 'body', 'main_run', 'Monday in Iraq, 3 died.', 0, 23);

insert into entities (article_id, version, entity_id, kind, name, aliases, method)
values ('a', 1, 'e', 'country', 'Iraq', [], 'm');

insert into mentions (article_id, version, entity_id, start_char, end_char, text, label, method)
values ('a', 1, 'e', 10, 14, 'Iraq', 'GPE', 'm');

insert into times (article_id, version, time_id, start_char, end_char, text, starts_at, ends_at, granularity, method)
values ('a', 1, 1, 0, 6, 'Monday', timestamp '2026-03-02', timestamp '2026-03-03', 'day', 'm');

insert into figures (article_id, version, figure_id, start_char, end_char, text, value, approximate, place_entity_id, time_id, method)
values ('a', 1, 1, 16, 17, '3', 3, false, 'e', 1, 'm');

insert into quotes (article_id, version, quote_id, start_char, end_char, text, kind, speaker_entity_id, method)
values ('a', 1, 1, 16, 22, '3 died', 'indirect', 'e', 'm');
