-- One row per article in a cluster of copies.

create table stories (
    article_id varchar not null,
    version integer not null,
    story_id varchar not null,
    relation varchar not null,
    similarity double not null
);

comment on table stories is 'one row per article in a cluster of copies';
comment on column stories.article_id is 'article the row belongs to';
comment on column stories.version is 'version of that article, from 1';
comment on column stories.story_id is 'cluster of copies, named after its first article';
comment on column stories.relation is 'exact or near';
comment on column stories.similarity is 'Jaccard similarity to the cluster''s first article, 0 to 1';
