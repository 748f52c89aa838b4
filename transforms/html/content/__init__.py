"""What of a page is the article, and what is furniture around it."""
