-- One row per article: its latest version.

create or replace view current_articles as

select * exclude (is_current)
from articles
where is_current;

comment on view current_articles is 'one row per article: its latest version';
