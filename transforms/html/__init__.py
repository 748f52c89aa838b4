"""From the bytes of an HTML page to its fields and its blocks."""
