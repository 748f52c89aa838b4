-- One row per line that recurs in so many articles of a publication that it is furniture.
-- Paragraphs need more articles than short lines: news tell their background again, and agencies their stories.

with
publications as (
    select articles.article_id, articles.version, coalesce(articles.site, documents.source) as publication
    from articles
    join documents using (document_id)
    where articles.is_current
),

sizes as (
    select publication, count(*) as articles
    from publications
    group by publication
),

lines as (
    select publications.publication, blocks.text, count(distinct blocks.article_id) as articles
    from blocks
    join publications using (article_id, version)
    where blocks.reason <> 'given'
    group by publications.publication, blocks.text
)

select lines.publication, lines.text
from lines
join sizes using (publication)
where
    if(
        length(lines.text) < 75,
        lines.articles >= greatest(5, 0.2 * sizes.articles),
        lines.articles >= greatest(10, 0.5 * sizes.articles)
    )
