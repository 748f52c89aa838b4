"""Full-text search: an index beside the catalogue that follows the lake by itself, and where in an article a hit is."""
