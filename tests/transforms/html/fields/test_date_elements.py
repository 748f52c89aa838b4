"""The dates that the elements of a page give."""

from datetime import date

import pytest
from lxml import html

from transforms.html.fields.date_elements import PageDates

TITLE = "<h1>Two bridges to close</h1>"
MENU = "<ul>" + "<li>Sport and more</li>" * 30 + "</ul>"
DAY = date(2022, 1, 26)
APART = f"<div><div><div>{TITLE}</div></div></div>"
COMMENTS = "".join(f"<p>Posted by: reader {n}, {n} Feb 2022</p><br>Posted: {n} Feb 2022" for n in (3, 4, 5))
OTHERS = "".join(f'<b>Ferry {n}</b><i class="publish-time">2021-03-0{n}</i>' for n in (3, 4, 5))


def dates(body: str, language: str | None = None) -> PageDates:
    tree = html.document_fromstring(f"<html><body><main>{body}<p>Text.</p></main></body></html>")
    return PageDates(tree, tree.find(".//h1"), language)


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="relative"><time datetime="2022-01-26">26 January</time></div>{TITLE}',
        f'{TITLE}<abbr class="published" title="2022-01-26T10:52:00+02:00">10:52</abbr>',
        f'{TITLE}<div class="author vcard"><time class="published" datetime="2022-01-26">x</time></div>',
        f'{TITLE}<footer><time class="entry-date published updated" datetime="2022-01-26">x</time></footer>',
        f'<h2 class="date-header"><span>Mittwoch, 26. Januar 2022</span></h2>{TITLE}',
        f"{TITLE}<p>Harbour News<br>26 Jan 2022, 22:11</p>",
        f'{TITLE}<span property="dc:issued" content="2022-01-26">x</span>',
        f'{TITLE}<time datetime="26-01-2022 10:29">26 January 2022</time>',
        f'{TITLE}<p>{"Text. " * 300}</p><div class="blog_detail_date">26.01.22</div>',
        f'<div class="date">Friday, 28 January 2022</div>{MENU}{TITLE}<div class="date">26 January 2022</div>',
        # a label in words outweighs the class of a box, beside the title only
        f'{TITLE}<div class="event"><span>Erschienen am:</span><h4> 26.01.2022 </h4></div>',
        # the lines of a colophon below the text
        f"{TITLE}<p>{'Text. ' * 300}</p><p>Changed: 25.01.2022<br>Published: 26.01.2022<br>Readers: 61, {'x' * 90}</p>",
        f"{TITLE}<div><b>Harbour News</b> and a company of many<br>26 January 2022, 22:11<br>{'x' * 90}</div>",
        f"<section><div><div>{TITLE}</div></div></section><div><div><b>Harbour</b> 26.01.2022</div>{'x' * 130}</div>",
        # comments, or articles of a list, have a mark that the article's own date lacks
        f"{TITLE}<p>26 Jan 2022</p><p>{'Text. ' * 300}</p>" + COMMENTS,
        f'{TITLE}<p class="h-time">26 Jan 2022</p><p>{"Text. " * 300}</p>' + OTHERS,
        # words say so, wherever they stand
        f"{APART}<p>{'Text. ' * 300}</p><font>发布日期：2022-01-26 责任编辑：王小明</font>",
        f"{APART}<p>{'Text. ' * 300}</p>来源：港口报<br>时间：2022年1月26日 23:00 浏览：<script>n()</script>",
        f"{APART}<p>{'Text. ' * 300}</p><div><script>n()</script>发布时间: 2022-01-26 | 浏览次数: 7</div>",
        # the date is all that an element without a mark holds, or its first line, a line or two from the title
        f"{APART}<div><div>26.01.2022 11:38<br>In: <a href='/x'>Harbour</a></div><p>{'Text. ' * 90}</p></div>",
        f"<section><div><div>{TITLE}</div></div></section><section><div><div>26 January 2022</div></div></section>",
    ],
)
def test_the_publication(body: str) -> None:
    assert [found.found.value.day for found in dates(body).candidates()][:1] == [DAY]


@pytest.mark.parametrize(
    "body",
    [
        f'{TITLE}<div class="posts-trending-content"><time>26 January 2022</time></div>',
        f'{TITLE}<article><span class="entry-date">26 January 2022</span><h3>Senator resigns</h3></article>',
        f'{TITLE}<ol class="commentlist"><li><time datetime="2022-01-26">x</time></li></ol>',
        f'<div class="date">Wednesday, 26 January 2022</div>{MENU}{TITLE}',
        f"{TITLE}<p>The hearing is on 26 January 2022 in the assembly hall</p>",
        f"{TITLE}<p>The rules are <b>strict since 26 January 2022</b>: {'nobody may cross it, and ' * 9}</p>",
        f'{TITLE}<div class="event"><span>Where and when</span><h4>26.01.2022</h4></div>',
        f"<div><div><div>{TITLE}</div></div></div><p>{'Text. ' * 90}</p><div><div>26 January 2022</div></div>",
        f"{APART}<p>{'Text. ' * 300}</p><font>时间：2022年1月26日 地点：港口大楼</font>",
        f"{APART}<p>{'Text. ' * 300}</p><font>26 January 2022: the pier burns</font>",
    ],
)
def test_dates_of_something_else(body: str) -> None:
    assert dates(body).candidates() == []


@pytest.mark.parametrize(
    "body",
    [
        f'{TITLE}<div class="updated-date">Updated:</div><div class="updated-date"><span>Jan 26, 2022</span></div>',
        f"{TITLE}<div>Updated 11:22 PM EST, Wed January 26, 2022</div>",
        f"{TITLE}<p>Updated <time datetime='2022-01-26'>26 January</time></p>",
    ],
)
def test_a_change_is_no_publication(body: str) -> None:
    found = dates(body)
    assert found.candidates() == []
    assert found.modified[0].value.day == DAY


def test_where_only_their_mark_speaks_for_dates_the_nearest_counts() -> None:
    body = f"{TITLE}<p>{'Text. ' * 300}</p>{OTHERS}"
    assert dates(body).candidates()[0].found.value.day == date(2021, 3, 3)


@pytest.mark.parametrize(
    "before", ['<a href="/x">港口发布新规定</a>', "<h3>Ministry publishes rules</h3>", "港口发布新一代的渡轮和码头"]
)
def test_a_headline_is_no_label(before: str) -> None:
    assert [c.rank for c in dates(f"{TITLE}<div>{before}<span>2022-01-26</span></div>").candidates()] != [0]


def test_a_line_of_both() -> None:
    found = dates(f"{TITLE}<p>Published 26 January 2022, updated 27 January 2022</p>")
    assert found.candidates()[0].found.value.day == DAY
    assert found.modified[0].value.day == date(2022, 1, 27)
    assert found.days()[0] == [DAY]


def test_numbers_are_read_in_the_order_of_the_language() -> None:
    body = f"{TITLE}<span class='date'>05/03/2024</span>"
    assert dates(body, "es").candidates()[0].found.value.day == date(2024, 3, 5)
    assert dates(body, "en").candidates() == []


def test_a_line_with_both_dates_whose_machine_date_is_the_change() -> None:
    line = '<time datetime="2022-02-01T19:20:00+01:00">26/01/2022 01:57 | Actualizado a 01/02/2022 19:20</time>'
    read = dates(f"{TITLE}{line}", "es")
    assert [candidate.found.value.day for candidate in read.candidates()][:1] == [DAY]
    assert date(2022, 2, 1) in {found.value.day for found in read.modified}
