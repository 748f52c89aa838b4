-- The last file that held what was forgotten is gone.

update forgettings
set purged_at = now()
where forgetting_id in (select unnest($forgetting_ids::varchar []))
