-- The text of a block that was kept is in articles.text: it is held once, and the view blocks reads it there.
alter table blocks rename to text_blocks;
alter table text_blocks alter column text drop not null;
update text_blocks set text = null where kept;
