-- An identifier for a run, that sorts by time.

select uuidv7()::varchar
