-- The outlet of an article: its registrable domain and country. New versions have them; reprocess reads those of the older ones.

alter table articles add column domain varchar;
alter table articles add column outlet_country varchar;
