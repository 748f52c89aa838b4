-- One row per text block of a document, in reading order.

create or replace view blocks as

select
    text_blocks.article_id,
    text_blocks.version,
    text_blocks.position,
    text_blocks.kept,
    text_blocks.role,
    text_blocks.reason,
    -- text: text of the block
    if(
        text_blocks.kept,
        substring(articles.text, text_blocks.start_char + 1, text_blocks.end_char - text_blocks.start_char),
        text_blocks.text
    ) as text,
    text_blocks.start_char,
    text_blocks.end_char
from text_blocks
left join articles using (article_id, version);

comment on view blocks is 'one row per text block of a document, in reading order';
