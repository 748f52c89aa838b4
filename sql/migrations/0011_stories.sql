-- Copies are found and joined to stories; articles of before are sketched at `newslake reprocess`.

create table sketches (
    article_id varchar not null,
    version integer not null,
    shingles integer not null,
    bands uinteger [] not null
);

comment on table sketches is 'one row per version of an article, by which its copies are found';
comment on column sketches.article_id is 'article the row belongs to';
comment on column sketches.version is 'version of that article, from 1';
comment on column sketches.shingles is 'number of distinct runs of four words in the text, of eight characters where words are not parted';
comment on column sketches.bands is 'MinHash of the shingles in 42 bands: two texts that are much alike have one or more in common; a single number for a text too short to be like another by more than chance';

drop table stories;

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
