-- The articles that tell the same story as one, in the order in which they were published.
-- $article: beginning of its article_id, its address, or words of its title

select distinct
    reports.place,
    reports.outlet,
    reports.published_at,
    reports.hours_after,
    reports.relation,
    reports.similarity,
    reports.title,
    reports.url
from reports_of_stories as asked
join reports_of_stories as reports using (story_id)
where starts_with(asked.article_id, $article)
    or asked.url = $article
    or contains(lower(asked.title), lower($article))
order by reports.place, reports.url
