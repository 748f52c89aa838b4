-- Drop the polls of what is forgotten.

delete from polls
where source = $source or url in (select unnest($addresses::varchar []))
