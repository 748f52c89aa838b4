-- One row per document that the lake holds more than once.

select document_id, count(*) as copies
from documents
group by document_id
having copies > 1
