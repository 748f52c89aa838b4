-- One row per entity of an article.

create table entities (
    article_id varchar not null,
    version integer not null,
    entity_id varchar not null,
    kind varchar not null,
    name varchar not null,
    aliases varchar[] not null,
    country_code varchar,
    geonames_id bigint,
    role varchar,
    role_start_char integer,
    role_end_char integer,
    method varchar not null,
    confidence double
);

comment on table entities is 'one row per entity of an article';
comment on column entities.article_id is 'article the row belongs to';
comment on column entities.version is 'version of that article, from 1';
comment on column entities.entity_id is 'identifier of kind and name, the same in every article';
comment on column entities.kind is 'person, organization, country, place, nationality, facility, event, work, law or product';
comment on column entities.name is 'fullest name that the article gives it; for a country its common English name';
comment on column entities.aliases is 'other names that the article gives it';
comment on column entities.country_code is 'ISO 3166-1 alpha-3 code of the country it is, or belongs to';
comment on column entities.geonames_id is 'identifier in GeoNames of a country or place; null when the article leaves open which is meant';
comment on column entities.role is 'role or office that the article gives a person';
comment on column entities.role_start_char is 'offset of the role in articles.text; null without a role';
comment on column entities.role_end_char is 'offset after the role';
comment on column entities.method is 'rule or model that read the value';
comment on column entities.confidence is 'share of certainty from 0 to 1; null where the method gives none';
