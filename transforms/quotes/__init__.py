"""Who said what: quotations and reported statements."""
