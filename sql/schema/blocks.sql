-- One row per text block of a document, in reading order.

create table blocks (
    article_id varchar not null,
    version integer not null,
    position integer not null,
    kept boolean not null,
    role varchar not null,
    reason varchar not null,
    text varchar not null,
    start_char integer,
    end_char integer
);

comment on table blocks is 'one row per text block of a document, in reading order';
comment on column blocks.article_id is 'article the row belongs to';
comment on column blocks.version is 'version of that article, from 1';
comment on column blocks.position is 'place in reading order, from 0';
comment on column blocks.kept is 'whether the block is part of articles.text';
comment on column blocks.role is 'what the block is: body, heading, list, quote, title, byline, comment_form, …';
comment on column blocks.reason is 'code of why it was kept or dropped';
comment on column blocks.text is 'text of the block';
comment on column blocks.start_char is 'offset in articles.text, in code points, from 0; null when dropped';
comment on column blocks.end_char is 'offset after its last character; null when dropped';
