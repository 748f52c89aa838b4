"""Hand a lake on: its current state or what has changed in it as files of common formats, backups, and their return."""
