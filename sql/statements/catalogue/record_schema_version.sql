-- Note the schema version that the lake has reached.

insert into schema_versions values ($1, $2, now())
