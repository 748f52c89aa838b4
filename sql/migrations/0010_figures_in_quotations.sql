-- Who says a figure, and in which quotation.

alter table figures add column speaker_entity_id varchar;
alter table figures add column quote_id integer;

comment on column figures.unit is 'unit of measure, currency (ISO 4217), percent, fraction (0.2 for one in five), score, or what befell people: killed, wounded, …; null for a plain count';
comment on column figures.object is 'what is counted or measured, in the article''s words; age for the age of a person, whose unit is year; null where the text does not say';
comment on column figures.place_entity_id is 'entity of the place it holds for: named by its clause or alone in its sentence, of casualties also by the dateline';
comment on column figures.speaker_entity_id is 'entity that says it, when it stands in a quotation';
comment on column figures.quote_id is 'quotation that it stands in, the innermost one';
