-- All names that articles give the entities that go by a name, such as Biden: under which it is found elsewhere.
-- $name: any of the names; upper and lower case are the same

select entity_names.name, entity_names.kind, entity_names.given_name, entity_names.articles, entity_names.entity_id
from entity_names
where entity_names.entity_id in (select entity_id from entity_names where lower(given_name) = lower($name))
order by sum(entity_names.articles) over (partition by entity_names.entity_id) desc, entity_names.entity_id, entity_names.articles desc, entity_names.given_name
