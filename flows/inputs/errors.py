"""What a person asked for that cannot be done."""


class UsageError(Exception):
    """One line that says what cannot be done, and what to do instead."""
