-- The schema version of the lake.

select max(version) from schema_versions
