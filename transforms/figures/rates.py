"""Tell a rate from a count: 16 deaths per 100,000 people."""

import re

_RATE = re.compile(r"\s(?:reported\s|recorded\s|each\s)?(?P<rate>per\s(?:\d[\d,]*|capita|head|thousand|million))\b")


def rate_behind(text: str, end: int) -> str | None:
    """Return of how many a number is told, where a counted thing ends at `end`: `per 100,000`; None for a count."""
    found = _RATE.match(text, end)
    return " ".join(found["rate"].split()) if found else None
