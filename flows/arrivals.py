"""What a source brings: documents, and inputs of which none could be made."""

import hashlib
from dataclasses import dataclass

from transforms.raw import Raw
from transforms.reasons import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be read: why, by code, and in words for a person."""

    uri: str
    source: str
    reason: Reason
    detail: str


Arrival = Raw | Refusal


def document_id(content: bytes) -> str:
    """Return the identifier of a document: the SHA-256 of its content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
