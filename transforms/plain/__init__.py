"""From a plain-text scrape to its fields and its blocks."""
