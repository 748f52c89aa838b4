-- How many polls are of what is to be forgotten.

select count(*)
from polls
where source = $source or url in (select unnest($addresses::varchar []))
