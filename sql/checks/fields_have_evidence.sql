-- One row per field of an article that is filled without saying from what it was read, or the other way round.

with
fields as (
    select article_id, version, 'title' as field, title is not null as filled, title_from as evidence from articles
    union all
    select article_id, version, 'authors', len(authors) > 0, authors_from from articles
    union all
    select article_id, version, 'published_at', published_at is not null, published_at_from from articles
    union all
    select article_id, version, 'modified_at', modified_at is not null, modified_at_from from articles
    union all
    select article_id, version, 'language', language is not null, language_from from articles
    union all
    select article_id, version, 'section', section is not null, section_from from articles
)

select article_id, version, field, filled, evidence
from fields
where filled <> (evidence is not null)
