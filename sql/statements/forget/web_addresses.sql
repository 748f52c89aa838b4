-- One row per address of the web that the lake knows.

select uri from inputs where starts_with(lower(uri), 'http')
union
select uri from documents where starts_with(lower(uri), 'http')
union
select url from articles where starts_with(lower(url), 'http')
union
select canonical_url from articles where starts_with(lower(canonical_url), 'http')
union
select url from polls
