-- One row per further document that must go with those of `going_documents`: those of other versions of their articles,
-- and those that give no article of their own and came from the same address, or were told to say the same.

with

going_articles as (
    select distinct article_id
    from articles
    semi join going_documents using (document_id)
),

addresses as (
    select uri from documents semi join going_documents using (document_id)
    union
    select uri from inputs semi join going_documents using (document_id)
),

versions as (
    select document_id
    from articles
    semi join going_articles using (article_id)
),

copies as (
    select document_id from documents semi join addresses using (uri)
    union
    select document_id from inputs semi join addresses using (uri)
    union
    select inputs.document_id
    from inputs
    join addresses on inputs.detail in ('the same article as ' || addresses.uri, 'the same content as ' || addresses.uri)
)

(select document_id from versions union (select document_id from copies except select document_id from articles))
except
select document_id from going_documents
