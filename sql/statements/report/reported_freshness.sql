-- How long after publication the matching articles were read, where both are known to the minute.

select
    case
        when hours < 1 then 'within an hour'
        when hours < 6 then '1 to 6 hours'
        when hours < 24 then '6 to 24 hours'
        when hours < 168 then '1 to 7 days'
        else 'later'
    end as age,
    min(hours) as least_hours,
    count(*) as articles
from (
    select date_diff('minute', published_at, fetched_at) / 60.0 as hours
    from matching
    where published_precision in ('second', 'minute')
)
group by age
order by least_hours
