-- The domains, and the names of sites without a domain, that an outlet called $outlet goes by.

select distinct domain, if(domain is null, site, null) as site
from articles_by_outlet
where lower($outlet) in (lower(outlet), lower(domain))
