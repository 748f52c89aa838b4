-- Drop the stories that a forgotten article is in; its copies that stay are placed anew.

delete from stories
where story_id in (
    select stories.story_id
    from stories
    join articles using (article_id)
    semi join going_documents using (document_id)
)
