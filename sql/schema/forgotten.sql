-- One row per address, article, document or text that was removed and is not to come back.

create table forgotten (
    forgetting_id varchar not null,
    kind varchar not null,
    hash varchar not null
);

comment on table forgotten is 'one row per address, article, document or text that was removed and is not to come back';
comment on column forgotten.forgetting_id is 'removal that it belongs to, in `forgettings`';
comment on column forgotten.kind is 'what the hash is of: address, article, document or text';
comment on column forgotten.hash is 'SHA-256, in hexadecimal, of an address of the web without what its variants differ in; or an article_id, a document_id, or the fingerprint of an article';
