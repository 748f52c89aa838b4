-- The stories that most matching articles tell, and who was first; $most of them.

select stories_by_outlets.title, stories_by_outlets.articles, stories_by_outlets.outlets, stories_by_outlets.first_outlet, stories_by_outlets.first_published_at, stories_by_outlets.first_url
from stories_by_outlets
where story_id in (select story_id from stories join matching using (article_id, version))
order by articles desc, first_published_at, title
limit $most
