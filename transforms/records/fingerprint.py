"""The fingerprint of an article: equal for two documents that say the same, whatever else their pages hold."""

import hashlib
from collections.abc import Sequence
from datetime import datetime


def fingerprint(title: str | None, authors: Sequence[str], published_at: datetime | None, text: str) -> str:
    """Return the SHA-256, in hexadecimal, of what an article says: its title, authors, publication date and text."""
    said = (title or "", *authors, published_at.isoformat() if published_at else "", text)
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()
