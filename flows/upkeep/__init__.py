"""Keep a lake for years: its files in order, what is to be forgotten, and how it fares."""
