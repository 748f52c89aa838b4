-- One row per removal of which some may still lie in a file.

select forgetting_id
from forgettings
where purged_at is null
