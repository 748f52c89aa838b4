-- Inputs whose last outcome was a rejection, with why.

select uri, reason, detail, seen_at
from latest_inputs
where outcome = 'rejected'
order by seen_at desc, uri
