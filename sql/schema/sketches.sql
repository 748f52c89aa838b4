-- One row per version of an article, by which its copies are found.

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
