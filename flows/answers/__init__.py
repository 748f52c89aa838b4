"""What the lake answers: which questions it takes, within which limits, and how rows are written and shown."""
