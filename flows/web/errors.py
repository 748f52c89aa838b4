"""Say in the ledger's terms what went wrong with a request: the network's errors, the servers' answers, Retry-After."""

import os
import socket
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import aiohttp

from flows.web.ip_addresses import PrivateAddressError
from flows.web.messages import FetchError
from transforms.records.reasons import Reason

NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
"""Answers of the name service that are final, where others mean that it could not be asked."""

GONE = {404, 410}
PASSING = {408, 425, 429}
"""Refusals that may be none the next time; all others say no, or ask for a password, money or another country."""


def network_error(error: Exception) -> FetchError:
    """Return what the `error` of a connection, of the library or the system, means for the request."""
    if isinstance(error, TimeoutError):
        return FetchError(Reason.TIMEOUT, _lateness(error), passing=True)
    if isinstance(error, aiohttp.ClientConnectorError):
        return _connection_error(error)
    if isinstance(error, aiohttp.InvalidURL | UnicodeError):
        return FetchError(Reason.BAD_URL, f"its host cannot be looked up: {error}")
    if isinstance(error, aiohttp.ClientResponseError):
        return FetchError(Reason.HTTP_ERROR, f"the server's answer is no HTTP: {error.message.partition(':')[0]}")
    if isinstance(error, aiohttp.ClientPayloadError):
        return FetchError(Reason.UNREACHABLE, "the connection broke off before the end of the page", passing=True)
    return FetchError(Reason.UNREACHABLE, f"the connection broke off: {error}", passing=True)


def _lateness(error: TimeoutError) -> str:
    match error:
        case aiohttp.ConnectionTimeoutError():
            return "no connection was made in time"
        case aiohttp.SocketTimeoutError():
            return "the server fell silent"
        case _:
            return "it was not complete in time"


def _connection_error(error: aiohttp.ClientConnectorError) -> FetchError:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return FetchError(Reason.UNREACHABLE, f"no secure connection to {error.host}: {error.certificate_error}")
    if isinstance(error, aiohttp.ClientSSLError):
        return FetchError(Reason.UNREACHABLE, f"no secure connection to {error.host}: {error.os_error}")
    if isinstance(error.os_error, PrivateAddressError):
        return FetchError(Reason.PRIVATE_ADDRESS, _refusal(error.host, error.os_error.address))
    final = isinstance(error, aiohttp.ClientConnectorDNSError) and error.os_error.errno in NO_SUCH_HOST
    detail = f"no connection to {error.host}: {_words(error.os_error)}"
    return FetchError(Reason.UNREACHABLE, detail, passing=not final)


def _refusal(host: str, address: str) -> str:
    where = address if host == address else f"{host} is at {address}, which"
    return f"{where} is not a public address (--allow-private permits it)"


def status_error(status: int) -> FetchError:
    """Return what the HTTP `status`, one that brings no content, means for the request."""
    phrase = HTTPStatus(status).phrase.lower() if status in set(HTTPStatus) else ""
    detail = f"the server answered {status} {phrase}".strip()
    return FetchError(_reason(status), detail, http_status=status, passing=status in PASSING or 500 <= status < 600)


def _reason(status: int) -> Reason:
    if status in GONE:
        return Reason.NOT_FOUND
    if status == 429:
        return Reason.TOO_MANY_REQUESTS
    return Reason.FORBIDDEN if 400 <= status < 500 and status not in PASSING else Reason.HTTP_ERROR


def _words(error: OSError) -> str:
    """Return what the system calls `error`, for asyncio's own words name the address and hide the cause."""
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    return (error.strerror or str(error)).lower()


def retry_after(header: str, now: datetime) -> float | None:
    """Return the seconds from `now` that `header` gives, as a number or as a date (RFC 9110, 10.2.3); None if neither.

    A date in the past is 0.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:  # "-0000", which the standard does not have, says UTC all the same
        until = until.replace(tzinfo=UTC)
    return max((until - now).total_seconds(), 0.0)
