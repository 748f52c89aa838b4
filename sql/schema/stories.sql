-- One row per current article: the story it belongs to, and its likest copy.

create table stories (
    article_id varchar not null,
    version integer not null,
    story_id varchar not null,
    relation varchar,
    like_article_id varchar,
    similarity double
);

comment on table stories is 'one row per current article: the story it belongs to, and its likest copy';
comment on column stories.article_id is 'article the row belongs to';
comment on column stories.version is 'version of that article, from 1';
comment on column stories.story_id is 'all articles that are copies of one another, directly or through others: the least article_id of them; its own for an article without copies';
comment on column stories.relation is 'how it is like its likest copy: exact (the same words), near (half of the runs of four words, or more) or part (one holds nearly all of the other); null for an article without copies';
comment on column stories.like_article_id is 'the copy that it is most like; null for an article without copies';
comment on column stories.similarity is 'share of the runs of four words of both that they have in common (Jaccard), 0 to 1; of eight characters where words are not parted';
