-- One row per mention of an entity.

create table mentions (
    article_id varchar not null,
    version integer not null,
    entity_id varchar not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    label varchar not null,
    method varchar not null,
    confidence double
);

comment on table mentions is 'one row per mention of an entity';
comment on column mentions.article_id is 'article the row belongs to';
comment on column mentions.version is 'version of that article, from 1';
comment on column mentions.entity_id is 'entity mentioned';
comment on column mentions.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column mentions.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column mentions.text is 'the span itself, exactly as it stands in the article';
comment on column mentions.label is 'label that the model gave, or the rule''s own';
comment on column mentions.method is 'rule or model that read the value';
comment on column mentions.confidence is 'share of certainty from 0 to 1; null where the method gives none';
