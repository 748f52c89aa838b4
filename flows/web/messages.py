"""What is asked of the web, and what comes of it: a response, or a failure that says why."""

from dataclasses import dataclass
from datetime import datetime

from transforms.records.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """An address to fetch; with the `etag` or `last_modified` of an earlier response, only if it has changed since."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server gave: `content` as sent but for its Content-Encoding, and empty when `not_modified` (status 304).

    `url` is the address asked for, `final_url` the one that answered; `content_type`, `etag` and `last_modified` are
    headers as sent; `opt_outs` are the reservations against AI and text mining that were found (see `opt_outs.py`).
    """

    url: str
    final_url: str
    status: int
    content: bytes
    content_type: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime
    opt_outs: tuple[str, ...]
    not_modified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why `url` could not be fetched; `passing` when it may work next time, `http_status` None without an answer."""

    url: str
    reason: Reason
    detail: str
    http_status: int | None
    passing: bool


class FetchError(Exception):
    """What stops a fetch on its way: becomes the Failure of the request."""

    def __init__(self, reason: Reason, detail: str, *, http_status: int | None = None, passing: bool = False) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.http_status = http_status
        self.passing = passing

    def failure(self, url: str) -> Failure:
        """Return this as the failure of the request for `url`, its detail as one line of text that can be stored."""
        detail = " ".join(self.detail.encode("utf-8", "backslashreplace").decode().split())
        return Failure(url=url, reason=self.reason, detail=detail, http_status=self.http_status, passing=self.passing)

    def within(self, circumstance: str) -> "FetchError":
        """Return the same error, its detail opened by the `circumstance` in which it happened."""
        return FetchError(
            self.reason, f"{circumstance}: {self.detail}", http_status=self.http_status, passing=self.passing
        )
