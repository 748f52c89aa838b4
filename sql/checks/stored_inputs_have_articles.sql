-- One row per input that is said to be stored though no article was read from its document.

select inputs.run_id, inputs.uri, inputs.document_id
from inputs
anti join articles using (document_id)
where inputs.outcome = 'stored'
