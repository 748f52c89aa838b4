"""What tells articles apart: the identifier of an address, and the fingerprint of what is said there."""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime


def fingerprint(title: str | None, authors: Sequence[str], published_at: datetime | None, text: str) -> str:
    """Return the SHA-256, in hexadecimal, of what an article says: its title, authors, publication date and text."""
    said = (title or "", *authors, published_at.isoformat() if published_at else "", text)
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def article_id_of(address: str) -> str:
    """Return the identifier of the article at an address: its UUIDv5 in the URL namespace of RFC 9562."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, address))
