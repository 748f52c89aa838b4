-- How many matching articles each day, outlet and language has; `published_on` is null for those without a date.

select published_on, outlet, language, count(*) as articles
from matching
group by published_on, outlet, language
