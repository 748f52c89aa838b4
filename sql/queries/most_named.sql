-- Entities by the number of articles that name them.
-- $kind: person, organization, country, place, nationality, facility, event, work, law or product
-- $since = '': first day of publication, such as 2024-01-31; any by default
-- $until = '': last day of publication; any by default
-- $limit = '50': most rows

with
named as (
    select entities.entity_id, entities.name, entities.article_id
    from entities
    join current_articles using (article_id, version)
    where entities.kind = $kind
        and coalesce(current_articles.published_on >= nullif($since, '')::date, $since = '')
        and coalesce(current_articles.published_on <= nullif($until, '')::date, $until = '')
)

select mode(name) as name, count(distinct article_id) as articles
from named
group by entity_id
order by articles desc, name
limit $limit::integer
