"""A local web page to read the lake: search, articles with their receipts, entities, a map, SQL."""
