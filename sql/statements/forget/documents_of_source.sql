-- One row per document that a source brought first.

select document_id from documents where source = $source
