"""Charts as static SVG, each with its title, its source and a text that says the same."""
