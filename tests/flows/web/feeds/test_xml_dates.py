"""The date of an entry by Dublin Core is when it was published, unless it may be when it was changed."""

from datetime import UTC, datetime

import pytest

from flows.web.feeds.xml_feed import parse_feed
from transforms.records.page import Moment

MORNING = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)
WRITTEN = "2024-03-04T10:30:00+01:00"
DC = "http://purl.org/dc/elements/1.1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def feed(said: str) -> bytes:
    spaces = (
        f'xmlns:dc="{DC}" xmlns:d=\'{DC}\' xmlns:a="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/dc/terms/"'
    )
    item = f"<item><title>Ferry</title><link>https://example.org/a</link>{said}</item>"
    return f'<rss version="2.0" {spaces}><channel>{item}</channel></rss>'.encode()


@pytest.mark.parametrize(
    ("said", "published_at", "updated_at"),
    [
        (f"<dc:date>{WRITTEN}</dc:date>", MORNING, MORNING),
        (f"<d:date>{WRITTEN}</d:date>", MORNING, MORNING),
        (f"<dc:date>2024-03-05</dc:date><pubDate>{WRITTEN}</pubDate>", MORNING, datetime(2024, 3, 5, tzinfo=UTC)),
        (f"<a:updated>{WRITTEN}</a:updated>", None, MORNING),
        (f"<t:modified>{WRITTEN}</t:modified>", None, MORNING),
        (f"<dc:date>{WRITTEN}</dc:date><a:updated>{WRITTEN}</a:updated>", None, MORNING),
        ("<dc:date>soon</dc:date>", None, None),
    ],
)
def test_which_date_is_which(said: str, published_at: datetime | None, updated_at: datetime | None) -> None:
    (reference,) = parse_feed(feed(said), "https://example.org/rss").references
    published = reference.published_at and reference.published_at.at
    assert (published, reference.updated_at) == (published_at, updated_at)


def test_rdf_that_names_dublin_core_by_another_prefix() -> None:
    item = f"<item rdf:about='/a'><title>A</title><link>/a</link><dcx:date>{WRITTEN}</dcx:date></item>"
    spaces = f'xmlns:rdf="{RDF}" xmlns="http://purl.org/rss/1.0/" xmlns:dcx="{DC}"'
    content = f"<rdf:RDF {spaces}><channel><title>C</title></channel>{item}</rdf:RDF>".encode()
    (reference,) = parse_feed(content, "https://example.org/rdf").references
    assert reference.published_at == Moment(MORNING, "second", MORNING.date())


def test_in_atom_a_change_is_a_change() -> None:
    entry = f"<entry><link href='/a'/><updated>{WRITTEN}</updated><dc:date>{WRITTEN}</dc:date></entry>"
    content = f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="{DC}">{entry}</feed>'.encode()
    (reference,) = parse_feed(content, "https://example.org/atom").references
    assert (reference.published_at, reference.updated_at) == (None, MORNING)
