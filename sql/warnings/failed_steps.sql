-- One row per step that failed in one place of the code: report it, and `newslake reprocess` with the mended newslake.

select step, location, count(*) as documents, any_value(error) as error, any_value(document_id) as for_example
from failures
group by step, location
order by documents desc, step, location
