-- One row per text of the articles that are to be forgotten.

select distinct fingerprint
from articles
semi join going_documents using (document_id)
