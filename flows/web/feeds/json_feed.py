"""Read feeds in JSON: JSON Feed 1 and 1.1 (jsonfeed.org)."""

import json
from collections.abc import Mapping

from flows.web.feeds.announced import (
    announced_authors,
    announced_language,
    announced_moment,
    announced_time,
    announced_url,
)
from flows.web.feeds.model import Feed, FeedError, Reference


def parse_json_feed(content: bytes, url: str) -> Feed:
    """Read the JSON Feed that was fetched from `url`; raises FeedError when its JSON is broken."""
    try:
        feed = json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url} is a JSON Feed with broken JSON: {error}") from error
    items = feed.get("items")
    mappings = [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    references = (_reference(item, feed, url) for item in mappings)
    return Feed(_text(feed.get("title")), tuple(filter(None, references)))


def _reference(item: Mapping[str, object], feed: Mapping[str, object], feed_url: str) -> Reference | None:
    given = item.get("url") or item.get("id")  # an id is at best the address
    url = announced_url(given, feed_url) if item.get("url") or str(given).lower().startswith("http") else None
    if url is None:
        return None
    return Reference(
        url=url,
        title=_text(item.get("title")),
        authors=_authors(item) or _authors(feed),
        published_at=announced_moment(item.get("date_published")),
        updated_at=announced_time(item.get("date_modified")),
        language=announced_language(item.get("language")) or announced_language(feed.get("language")),
    )


def _authors(said: Mapping[str, object]) -> tuple[str, ...]:
    people = said.get("authors") or said.get("author")  # version 1 has one author
    people = people if isinstance(people, list) else [people]
    return announced_authors(person.get("name") for person in people if isinstance(person, Mapping))


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
