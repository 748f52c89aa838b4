-- The kinds of changes, by the names of the tables where they are of rows, that the snapshots after $since, up to $until, brought; one
-- row more where one of them is no longer known.

with
brought as (
    select unnest(map_entries(changes)) as change
    from ducklake_snapshots('lake')
    where snapshot_id > $since and snapshot_id <= $until
),

named as (
    select change.key as kind, unnest(change.value) as of_what
    from brought
)

select distinct named.kind, tables.table_name
from named
left join ducklake_table_info('lake') as tables on tables.table_id::varchar = named.of_what

union all

select 'unknown', null
from ducklake_snapshots('lake')
where snapshot_id > $since and snapshot_id <= $until
having count(*) < $until - $since
