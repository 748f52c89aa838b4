"""The records of every table, and what is read of a page on the way to them."""
