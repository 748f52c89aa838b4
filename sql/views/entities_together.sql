-- One row per article and pair of entities that it names; each pair stands in both orders, so that one name can be asked for.

create or replace view entities_together as

select
    entities.name,
    entities.kind,
    entities.entity_id,
    -- other: name of the entity that is named in the same article
    others.name as other,
    -- other_kind: kind of that entity
    others.kind as other_kind,
    -- other_entity_id: identifier of that entity
    others.entity_id as other_entity_id,
    current_articles.published_on,
    current_articles.title,
    current_articles.url,
    entities.article_id
from entities
join current_articles using (article_id, version)
join entities as others
    on others.article_id = entities.article_id
    and others.version = entities.version
    and others.entity_id <> entities.entity_id;

comment on view entities_together is 'one row per article and pair of entities that it names, in both orders: select other, count(*) from entities_together where name = ''Iraq'' group by other';
