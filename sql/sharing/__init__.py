"""Lakes that many machines share: a catalogue in PostgreSQL, files on S3 or in a common folder."""
