-- A quotation can be one that nobody made: never said that.

alter table quotes add column negated boolean;

comment on column quotes.negated is 'whether the article says that it was not said, as in never said that; null for a quotation read before the column was there';
