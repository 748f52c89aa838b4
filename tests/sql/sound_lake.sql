-- One article of two paragraphs with its rows: a lake in which no check finds anything.

insert into inputs by name
select 'r' as run_id, 1 as position, 'u' as uri, 's' as source, 'stored' as outcome, 'd' as document_id, now() as seen_at;

insert into documents by name
select
    'd' as document_id, 'u' as uri, 's' as source, 'text/plain' as media_type, 'utf-8' as charset, now() as fetched_at,
    1 as size_bytes, 'x'::blob as content;

insert into articles by name
select
    'a' as article_id, 1 as version, true as is_current, 'd' as document_id, now() - interval 1 day as fetched_at, 'u' as url, 'T' as title,
    'first_block' as title_from, []::varchar[] as authors, []::varchar[] as topics,
    'Größe 🙂 Iraq' || chr(10) || chr(10) || 'Second.' as text, 4 as word_count, 'f' as fingerprint;

insert into text_blocks (article_id, version, position, kept, role, reason, text, start_char, end_char)
values
    ('a', 1, 0, false, 'title', 'shape', 'T', null, null),
    ('a', 1, 1, true, 'body', 'main_run', null, 0, 12),
    ('a', 1, 2, true, 'body', 'main_run', null, 14, 21);

insert into entities by name
select
    'a' as article_id, 1 as version, 'e' as entity_id, 'country' as kind, 'Iraq' as name, []::varchar[] as aliases,
    'm' as method;

insert into mentions by name
select
    'a' as article_id, 1 as version, 'e' as entity_id, 8 as start_char, 12 as end_char, 'Iraq' as text, 'GPE' as label,
    'm' as method;

insert into figures by name
select
    'a' as article_id, 1 as version, 1 as figure_id, 8 as start_char, 12 as end_char, 'Iraq' as text, 1 as value,
    false as approximate, 'e' as place_entity_id, 'm' as method;
