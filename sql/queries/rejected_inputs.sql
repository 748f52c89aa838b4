-- Inputs whose last outcome was a rejection, with why.
-- $reason = '': code of the reason, such as no_text; any by default

select uri, reason, detail, seen_at
from latest_inputs
where outcome = 'rejected'
    and $reason in ('', reason)
order by seen_at desc, uri
