"""How the web is fetched: who we are, how much we ask for, how long we wait."""

from dataclasses import dataclass, replace
from importlib.metadata import version
from ipaddress import IPv4Network, IPv6Network

from flows.files.documents import MAX_DOCUMENT_BYTES
from flows.inputs.options import Options

PRODUCT = "newslake"
"""The name by which robots.txt can address us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one client does and does not do; times are in seconds.

    `contact` is the web or mail address at which whoever runs this can be reached, sent in the User-Agent.
    `delay` lies between the starts of two requests to a host, and robots.txt can only raise it.
    `allow_private` permits connections to any address; `allowed_networks` to those beside the public ones.
    `max_bytes` of a page, and `max_archive_bytes` of an archive, are the most that is fetched, decompressed.
    `backoff` is the longest wait before the second of `attempts`; it doubles from one to the next.
    """

    contact: str | None = None
    allow_private: bool = False
    allowed_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    concurrency: int = 32
    host_concurrency: int = 2
    delay: float = 1.0
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    total_timeout: float = 60.0
    max_bytes: int = MAX_DOCUMENT_BYTES
    max_archive_bytes: int = 16 * 2**30
    max_redirects: int = 5
    attempts: int = 3
    backoff: float = 2.0

    @property
    def user_agent(self) -> str:
        """The one identity that every request carries."""
        name = f"{PRODUCT}/{version('newslake')}"
        return f"{name} (+{self.contact})" if self.contact else name


def settings_for(options: Options) -> Settings:
    """Return the settings with which a run fetches."""
    settings = Settings(contact=options.contact, allow_private=options.allow_private)
    return settings if options.delay is None else replace(settings, delay=options.delay)
