-- One row per mention of a toponym.

create table places (
    article_id varchar not null,
    version integer not null,
    place_id integer not null,
    start_char integer not null,
    end_char integer not null,
    text varchar not null,
    geonames_id bigint,
    name varchar,
    latitude double,
    longitude double,
    country_code varchar,
    admin1 varchar,
    feature_code varchar,
    method varchar not null,
    confidence double
);

comment on table places is 'one row per mention of a toponym';
comment on column places.article_id is 'article the row belongs to';
comment on column places.version is 'version of that article, from 1';
comment on column places.place_id is 'number of the toponym in its article, from 1';
comment on column places.start_char is 'offset of the first character in articles.text, in code points, from 0';
comment on column places.end_char is 'offset after the last character, so that text[start_char:end_char] is the span';
comment on column places.text is 'the span itself, exactly as it stands in the article';
comment on column places.geonames_id is 'identifier in GeoNames; null when it could not be resolved';
comment on column places.name is 'name in GeoNames';
comment on column places.latitude is 'degrees north, WGS 84';
comment on column places.longitude is 'degrees east, WGS 84';
comment on column places.country_code is 'ISO 3166-1 alpha-3 code of the country it lies in';
comment on column places.admin1 is 'first-order administrative division it lies in';
comment on column places.feature_code is 'feature code of GeoNames, such as PPLC';
comment on column places.method is 'toponym, contained (as in Odesa, Ukraine), metonym (a place for its government), embedded (in another name) or adjective';
comment on column places.confidence is 'share of certainty from 0 to 1; null where the method gives none';
