-- What matching articles count and measure most: units, or for plain counts what is counted; $most of them.

select coalesce(figures.unit, figures.object) as counted, count(*) as figures
from figures
join matching using (article_id, version)
where coalesce(figures.unit, figures.object) is not null
group by counted
order by figures desc, counted
limit $most
