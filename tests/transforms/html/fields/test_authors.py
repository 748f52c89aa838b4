"""Who wrote a page's article."""

import pytest
from lxml import html

from transforms.html.fields.authors import authors
from transforms.html.fields.metadata import gather
from transforms.records.page import Found


def found(
    head: str = "", body: str = "", near: tuple[str, ...] = (), site: tuple[str, ...] = ()
) -> Found[tuple[str, ...]] | None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return authors(gather(tree), site, near)


def ld(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"@type": "Person", "name": "Jane Roe"}', ("Jane Roe",)),
        ('[{"name": "Jane Roe (jro)"}, {"name": "John Doe"}]', ("Jane Roe", "John Doe")),
        ('{"name": "Jane Roe und John Doe, dpa"}', ("Jane Roe", "John Doe")),
        ('"By Jane Roe"', ("Jane Roe",)),
        ('{"@type": "Organization", "name": "The Harbour Times"}', ("The Harbour Times",)),
        ('{"name": "AFP"}', ("AFP",)),
    ],
)
def test_names_of_structured_data(author: str, names: tuple[str, ...]) -> None:
    assert found(ld(author)) == Found(names, "json_ld")


def test_a_person_comes_before_the_paper() -> None:
    head = ld('{"name": "Harbour Times"}') + '<meta name="author" content="Jane Roe">'
    assert found(head, site=("Harbour Times",)) == Found(("Jane Roe",), "meta author")


def test_an_address_is_no_name() -> None:
    assert found('<meta property="article:author" content="https://social.example/harbour">') is None


def test_the_printed_byline() -> None:
    assert found(body='<div class="article-byline">By Jane Roe</div>') == Found(("Jane Roe",), "byline")
    assert found(near=("Local", "By Jane Roe and John Doe")) == Found(("Jane Roe", "John Doe"), "byline")


def test_a_fuller_byline_completes_the_data() -> None:
    assert found(ld('{"name": "Jane Roe"}'), near=("By Jane Roe, John Doe",)) == Found(
        ("Jane Roe", "John Doe"), "byline"
    )


def test_nobody() -> None:
    assert found('<meta name="author" content="admin">') is None


def test_only_a_creator() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "creator": ["Jane Roe", "John Doe"]}</script>'
    assert found(head) == Found(("Jane Roe", "John Doe"), "json_ld")


def test_all_who_sign_by_their_links() -> None:
    body = '<p><a rel="author" href="/a">Jane Roe</a> and <a rel="author" href="/b">John Doe</a></p>'
    assert found(body=body) == Found(("Jane Roe", "John Doe"), "byline")


def test_a_commenter_is_no_author() -> None:
    body = '<ol class="commentlist"><li><div class="comment-author vcard"><cite>Jane Roe</cite> says:</div></li></ol>'
    assert found(body=body) is None


@pytest.mark.parametrize("byline", ["Super User", "View profile", "More Posts", "Eingestellt von"])
def test_a_label_is_no_name(byline: str) -> None:
    assert found(body=f'<div class="author">{byline}</div>') is None


def test_a_person_on_the_page_comes_before_the_publication_in_the_data() -> None:
    head = '<meta name="author" content="The Harbour">'
    assert found(head, '<p class="byline">By Jane Roe</p>', site=("News | The Harbour",)) == Found(
        ("Jane Roe",), "byline"
    )


def test_the_label_of_a_card_names_its_value() -> None:
    head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Roe">'
    assert found(head) == Found(("Jane Roe",), "meta twitter:data")


def test_the_desk_of_the_paper_goes_beside_a_person() -> None:
    head, byline = ld('{"name": "Jane Roe"}'), "By Jane Roe, Harbour News"
    assert found(head, near=(byline,), site=("Harbour News",)) == Found(("Jane Roe",), "json_ld")


def test_a_given_name_is_completed_from_the_metadata() -> None:
    head = '<meta itemprop="author" content="Jane Roe">'
    assert found(head, '<p class="byline">By Jane</p>', site=("Jane Roe",)) == Found(("Jane Roe",), "byline")


def test_the_creator_of_a_card_counts_when_it_is_no_account() -> None:
    assert found('<meta name="twitter:creator" content="harbourwatcher">') == Found(
        ("harbourwatcher",), "meta twitter:creator"
    )
    assert found('<meta name="twitter:creator" content="@harbourwatcher">') is None


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Jane Roe - engineer and diver", "Jane Roe"),
        ("Jane Roe lives by the sea", "Jane Roe"),
        ("Jane Loves The Sea", "Jane"),
        ("A diver", "Jane"),
    ],
)
def test_a_given_name_is_completed_from_the_authors_description(description: str, name: str) -> None:
    given = found(ld(f'{{"name": "Jane", "description": "{description}"}}'))
    assert given is not None
    assert given.value == (name,)


def test_what_only_a_class_marks_counts_where_nothing_else_names_anybody() -> None:
    marked = '<h1>Pier</h1><span class="author">Lars</span>'
    assert found(body=marked) == Found(("Lars",), "byline")
    assert found(ld('"The Harbour Times"'), marked) == Found(("The Harbour Times",), "json_ld")


def test_particles_may_stand_after_the_given_name() -> None:
    tree = html.document_fromstring('<html><head><meta name="dc.creator" content="Jong, Anna de"></head></html>')
    found = authors(gather(tree))
    assert found is not None
    assert found.value == ("Anna de Jong",)
