"""The lake: its tables, views, checks and queries as .sql files, and the small modules that open it."""
