-- Who is quoted most in matching articles: direct, indirect and mixed; $most of them.

select mode(entities.name) as name, count(*) as quotes, count(distinct quotes.article_id) as articles
from quotes
join matching using (article_id, version)
join entities
    on entities.article_id = quotes.article_id
    and entities.version = quotes.version
    and entities.entity_id = quotes.speaker_entity_id
group by quotes.speaker_entity_id
order by quotes desc, name
limit $most
