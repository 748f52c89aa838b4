"""Word lists and the gazetteer in data/reference, read once."""
