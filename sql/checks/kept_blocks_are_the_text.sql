-- One row per version of an article whose kept blocks, joined by an empty line, are not its text.

with
joined as (
    select
        article_id, version,
        string_agg(coalesce(text, ''), chr(10) || chr(10) order by position) as text,
        bool_and(coalesce(length(text), 0) = end_char - start_char) as are_as_long
    from blocks
    where kept
    group by article_id, version
)

select articles.article_id, articles.version, articles.title
from articles
left join joined using (article_id, version)
where joined.text is distinct from articles.text or joined.are_as_long is distinct from true
