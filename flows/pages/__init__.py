"""What every page has: the environment of its templates, its style, and charts as static SVG."""
