-- One row per document of an article that names something so, in letters of any case, or has it among its other names.

select distinct articles.document_id
from entities
join articles using (article_id, version)
where
    lower(entities.name) = lower($entity)
    or list_contains(list_transform(entities.aliases, lambda alias: lower(alias)), lower($entity))
