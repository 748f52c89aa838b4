"""What can be asked of a lake: views, queries that come along, and the bounds of those of others."""
