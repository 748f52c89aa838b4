-- Copies are found and joined to stories; articles of before are sketched at `newslake reprocess`.

create table sketches (
    article_id varchar not null,
    version integer not null,
    shingles integer not null,
    bands uinteger [] not null
);

comment on table sketches is 'one row per version of an article, by which its copies are found';

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
