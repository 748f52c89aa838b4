-- One row per article: its latest version, with the outlet that published it.

create or replace view articles_by_outlet as

with
current_versions as not materialized (
    select
        * exclude (is_current)
        -- of an article read before there were domains, the host
        replace (coalesce(domain, nullif(regexp_extract(url, '^https?://(?:www\.)?([^/:?#]+)', 1), '')) as domain)
    from articles
    where is_current
),

-- of an outlet whose pages do not all say it, unless they differ
countries as (
    select domain, min(outlet_country) as country
    from current_versions
    where domain is not null
    group by domain
    having count(distinct outlet_country) = 1
),

usual_names as (
    select domain, site as usual_name
    from current_versions
    where domain is not null and site is not null
    group by domain, site
    qualify row_number() over (partition by domain order by count(*) desc, site) = 1
)

select
    -- outlet_country: ISO 3166-1 alpha-3 code of its outlet's country, by its domain or the address that pages give their publisher; of an article that tells neither, what other articles of its domain tell, if that is one country
    current_versions.* replace (coalesce(current_versions.outlet_country, countries.country) as outlet_country),
    -- outlet: name of the publication by which most articles of its domain go, else the domain; null for a file that tells neither
    coalesce(usual_names.usual_name, current_versions.site, current_versions.domain) as outlet
from current_versions
left join usual_names using (domain)
left join countries using (domain);

comment on view articles_by_outlet is 'one row per article: its latest version, with the outlet that published it: select outlet, count(*) from articles_by_outlet group by outlet';
