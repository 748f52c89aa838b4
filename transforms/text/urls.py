"""Make the addresses that a page gives absolute."""

from urllib.parse import urljoin


def web_address(base: str | None, given: str) -> str | None:
    """Return `given` as an absolute http(s) address, read from `base`; None when it is another or a broken one."""
    try:
        url = urljoin(base or "", given.strip())
    except ValueError:  # "http://[…": no IPv6 address after all
        return None
    return url if url.startswith(("http://", "https://")) else None
