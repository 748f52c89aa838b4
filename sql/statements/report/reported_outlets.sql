-- The outlets of matching articles, those with most articles first; $most of them.

select outlet as name, count(*) as articles
from matching
where outlet is not null
group by outlet
order by articles desc, name
limit $most
