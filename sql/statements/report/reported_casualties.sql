-- The latest numbers of people killed, wounded and the like, with who says so; $most of them.

select casualties.day, casualties.place, casualties.text, casualties.harm, casualties.said_by, casualties.outlet, casualties.title, casualties.url
from casualties
join matching using (article_id)
order by casualties.day desc nulls last, casualties.article_id, casualties.figure_id
limit $most
