"""What feeds and sitemaps announce."""
