"""What a page says of its article: title, authors, dates, address, publication."""
