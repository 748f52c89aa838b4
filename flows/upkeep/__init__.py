"""Keep a lake for years: its files in order, what is to be forgotten, and how it fares."""

KEEP_SNAPSHOTS = 30
"""Days for which a lake can be asked as it was, unless told otherwise: the changes of a month."""
