"""Read the addresses of the web as the client will use them."""

from yarl import URL

from flows.web.messages import FetchError
from transforms.records.reasons import Reason


def web_url(given: str, base: URL | None = None) -> URL:
    """Return `given`, which may be relative to `base`, without its fragment.

    Raises FetchError when it is no http or https address, or holds a user name or password: we send none.
    """
    try:
        url = URL(given.strip())
        url = (base.join(url) if base is not None else url).with_fragment(None)
        host, scheme = url.host, url.scheme
    except ValueError as error:
        raise FetchError(Reason.BAD_URL, f"{given!r} is no address: {error}") from error
    if scheme not in ("http", "https"):
        raise FetchError(Reason.BAD_URL, f"{given!r} is no http or https address")
    if not host:
        raise FetchError(Reason.BAD_URL, f"{given!r} names no host")
    if url.user is not None or url.password is not None:
        raise FetchError(Reason.BAD_URL, f"the address at {host} has a user name or password in it, and none is sent")
    return url


def host_key(url: URL) -> str:
    """Return what counts as one host for pacing: name and port, where the ports of http and https are one."""
    host = (url.raw_host or "").rstrip(".")
    return host if url.port in (80, 443) else f"{host}:{url.port}"
