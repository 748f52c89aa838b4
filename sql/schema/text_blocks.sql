-- One row per text block of a document, in reading order, as it is stored: the view blocks has the text of those that were kept, too.

create table text_blocks (
    article_id varchar not null,
    version integer not null,
    position integer not null,
    kept boolean not null,
    role varchar not null,
    reason varchar not null,
    text varchar,
    start_char integer,
    end_char integer
);

comment on table text_blocks is 'one row per text block of a document, in reading order, as it is stored; ask the view blocks';
comment on column text_blocks.article_id is 'article the row belongs to';
comment on column text_blocks.version is 'version of that article, from 1';
comment on column text_blocks.position is 'place in reading order, from 0';
comment on column text_blocks.kept is 'whether the block is part of articles.text';
comment on column text_blocks.role is 'what the block is: body, heading, list, quote, title, byline, comment_form, …';
comment on column text_blocks.reason is 'code of why it was kept or dropped';
comment on column text_blocks.text is 'text of the block; null when kept, as it is in articles.text';
comment on column text_blocks.start_char is 'offset in articles.text, in code points, from 0; null when dropped';
comment on column text_blocks.end_char is 'offset after its last character; null when dropped';
