"""The elements of a page that name who wrote its article."""

import pytest
from lxml import html

from transforms.html.fields.byline_elements import byline_names, pen_name
from transforms.html.fields.metadata import gather


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<p>by <a rel="author" href="/author/roe">harbourwatcher</a></p>', ("harbourwatcher",)),
        ('<a rel="author" href="/author/roe" title="All posts">View all posts</a>', None),
        ('<h4>Autorin</h4><p class="meta">Jana Roth</p>', ("Jana Roth",)),
        ("<p><b>Von:</b><br><br>Jana Roth</p>", ("Jana Roth",)),
        ("<p>Posted on 21 March 2024 by Jane Roe</p>", ("Jane Roe",)),
        ("<p>Posted by Jane Roe @ 12:00 am</p>", ("Jane Roe",)),
        ("<p>By Jane Roe</p><p>By John Doe</p>", None),
        ("<p>By Harbour Times</p><p>Written by: Jane Roe</p>", ("Jane Roe",)),
        ("<p><span>| By</span> <span>Jane Roe</span></p>", ("Jane Roe",)),
        ("<p>---- by Jane Roe</p>", ("Jane Roe",)),
        # the paper or the office stands in the next line, or one more name
        ("<p>By: <a>Jane Roe</a><br>Harbour Executive Desk</p>", ("Jane Roe",)),
        ("<p>By Jane Roe<br>and John Doe</p>", ("Jane Roe", "John Doe")),
        ("<p>Text Size</p>", None),
        ('<p>by <a href="/author/roe/">jroe</a> in <a href="/news">News</a></p>', ("jroe",)),
        # a pen name that signs by its link is no person whom a line of the text names
        ('<a rel="author" href="/author/hw">harbourwatcher</a><p>By Jane Roe</p>', ("harbourwatcher",)),
        ("<p>The pier burned.<br>Autorin: <a>Rechtsanwältin</a> Jana Roth</p>", ("Jana Roth",)),
        ("<p>The pier burned<br>by Night</p>", None),
        ('<blockquote class="zitat-author">By Jane Roe</blockquote>', None),
        ("<section><h3>Facts</h3><h4>Autorin</h4><p>Jana Roth</p></section>", ("Jana Roth",)),
        ('<section><h3><a href="/2">Ferry stops</a></h3><h4>Autorin</h4><p>Jana Roth</p></section>', None),
        ('<ul><li class="theme-author">Theme by Anna Template</li></ul>', None),
    ],
)
def test_elements_that_name_the_author(body: str, names: tuple[str, ...] | None) -> None:
    tree = html.document_fromstring(f"<html><body><h1>Pier burns down</h1>{body}<p>x</p></body></html>")
    first = next(byline_names(gather(tree), tree.find(".//h1"), "Harbour Times".__eq__), None)
    assert (first[0] if first else None) == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<span class="author"><a href="/user/30">Lars</a></span>', ("Lars",)),
        ('<div class="author">The Editors</div>', ("The Editors",)),
        ('<div class="author-share"><span>so</span> recommend this</div>', ()),
        (
            "<div>Auteur :</div><div>Auteur(s) :</div><div>Les amis du port de Brest</div>",
            ("Les amis du port de Brest",),
        ),
        ("<p><b>By</b> 6 years ago</p>", ()),
        ('<div class="comments"><span class="author">Lars</span></div>', ()),
        ("<p>The pier burned down.</p>", ()),
    ],
)
def test_a_name_of_whatever_form_that_is_marked_or_labelled(body: str, names: tuple[str, ...]) -> None:
    tree = html.document_fromstring(f"<html><body><h1>Pier burns down</h1>{body}<p>x</p></body></html>")
    assert pen_name(gather(tree), tree.find(".//h1")) == names


@pytest.mark.parametrize(
    ("given", "link", "names"),
    [
        ("https://paper.example/who/roe", '<a href="/who/roe">Jane Roe</a>', ("Jane Roe",)),
        ("https://paper.example/who/roe", '<a href="/who/roe">All her articles</a>', None),
        ("https://social.example/harbourtimes", '<a href="/who/roe">Jane Roe</a>', None),
        ("https://paper.example/", '<a href="/">Jane Roe</a>', None),
        ("Jane Roe", '<a href="/who/roe">John Doe</a>', None),
    ],
)
def test_the_link_to_the_page_of_the_author_names_them_wherever_it_stands(
    given: str, link: str, names: tuple[str, ...] | None
) -> None:
    head = f'<meta property="article:author" content="{given}">'
    body = f"<h1>Pier burns down</h1><p>x</p><aside><h3>Who writes</h3><p>{link}</p></aside>"
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    found = next(byline_names(gather(tree), tree.find(".//h1"), "Harbour Times".__eq__), None)
    assert (found[0] if found else None) == names
