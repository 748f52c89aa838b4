-- What is needed to poll feeds less often that rarely bring anything new.

alter table polls add column fetched integer;

comment on column polls.fetched is 'articles of them that were new or had changed, and were fetched; null for a poll before schema version 3';
