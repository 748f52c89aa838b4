-- One row per outgoing link in the body.

create table links (
    article_id varchar not null,
    version integer not null,
    url varchar not null,
    anchor varchar not null,
    start_char integer not null,
    end_char integer not null
);

comment on table links is 'one row per outgoing link in the body';
comment on column links.article_id is 'article the row belongs to';
comment on column links.version is 'version of that article, from 1';
comment on column links.url is 'address it leads to, made absolute';
comment on column links.anchor is 'text of the link, exactly as it stands in the article';
comment on column links.start_char is 'offset of the anchor in articles.text, in code points, from 0';
comment on column links.end_char is 'offset after the anchor';
