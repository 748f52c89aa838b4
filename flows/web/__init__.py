"""What comes from the web: pages, feeds and sitemaps, fetched politely and safely."""
