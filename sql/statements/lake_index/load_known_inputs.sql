-- One row per input that the lake has dealt with, with the content it had when it was last seen.
-- What was lost since with its raw document, which `newslake repair` tells of, is not known any more.
-- A capture of an archive is what it was for ever: each that was seen is known by its time.
-- Addresses and documents are known by their MD5, a quarter of their length: a run holds a row for each input.

create or replace temp table known_inputs as

with seen as (
    select uri, captured_at, document_id, seen_at, position
    from inputs
    semi join documents using (document_id)
    where document_id is not null and reason is distinct from 'failed'
)

select md5_number(uri) as uri_md5, captured_at, md5_number(document_id) as document_md5
from seen
qualify
    row_number() over (
        partition by uri, captured_at, case when captured_at is not null then document_id end
        order by seen_at desc, position desc
    ) = 1
