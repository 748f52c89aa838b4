"""The views tell of outlets, speakers, casualties, stories and changes what the articles of a small newsroom say."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sql.lake import open_lake, read_lake
from sql.tables import insert
from tests.transforms.articles import make_article
from transforms.records.article_records import Entity, Mention, Quote


def rows(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def test_an_article_that_names_no_publication_keeps_its_outlet(newsroom: Path) -> None:
    question = "select site, domain, outlet, outlet_country from articles_by_outlet where section = 'Politics'"
    assert rows(newsroom, question) == [(None, "northpost.co.uk", "North Post", "GBR")]


def test_an_outlet_without_name_is_its_domain_and_of_an_older_article_its_host(tmp_path: Path) -> None:
    with open_lake(tmp_path) as lake:
        articles = [
            make_article("x", article_id="a", url="https://www.news.harbour.com/a", domain="harbour.com"),
            make_article("x", article_id="b", url="https://www.harbour.net/b"),
            make_article("x", article_id="c"),
        ]
        lake.commit(lambda: insert(lake.connection, "articles", articles))
    question = "select outlet from articles_by_outlet order by article_id"
    assert rows(tmp_path, question) == [("harbour.com",), ("harbour.net",), (None,)]


def test_an_outlet_has_the_country_of_which_any_of_its_articles_tells(tmp_path: Path) -> None:
    told = [("harbour.com", "KEN"), ("harbour.com", None), ("pier.com", "KEN"), ("pier.com", "UGA"), ("pier.com", None)]
    with open_lake(tmp_path) as lake:
        articles = [
            make_article("x", article_id=str(number), domain=domain, outlet_country=country)
            for number, (domain, country) in enumerate(told)
        ]
        lake.commit(lambda: insert(lake.connection, "articles", articles))
    found = rows(tmp_path, "select domain, outlet_country from articles_by_outlet order by article_id")
    assert found == [("harbour.com", "KEN"), ("harbour.com", "KEN"), *told[2:]]


def test_casualties_have_their_source(newsroom: Path) -> None:
    found = rows(newsroom, "select distinct harm, value, said_by from casualties order by value")
    assert found == [("killed", 12.0, "the coastguard"), ("wounded", 30.0, "the coastguard")]


def test_copies_count_as_one_story(newsroom: Path) -> None:
    assert rows(newsroom, "select outlet, place, hours_after from reports_of_stories order by place") == [
        ("Newsroom Wire", 1, 0.0),
        ("North Post", 2, 3.5),
    ]


def test_a_change_tells_what_was_there_before(newsroom: Path) -> None:
    question = "select title_before, title, words_before, word_count from article_changes where change = 'updated'"
    (found,) = rows(newsroom, question)
    assert found == ("Peace talks with Iran resume in Vienna", "Peace talks with Iran break off in Vienna", 66, 67)


def test_pairs_stand_in_both_orders(newsroom: Path) -> None:
    one = rows(newsroom, "select count(*) from entities_together where name = 'Iran' and other = 'Vienna'")
    other = rows(newsroom, "select count(*) from entities_together where name = 'Vienna' and other = 'Iran'")
    assert one == other == [(1,)]


ADDRESSED = {
    "“Stop,” he told Reuters.": "to",
    "“Stop,” he told the Reuters on Monday.": "to",
    "“Stop,” he said to Reuters.": "to",
    "“Stop,” he told Reuters reporters.": None,
    "“Stop,” he told Reuters’s man.": None,
    "“Stop,” he said Reuters.": None,
    "“Stop,” he told a man of Reuters.": None,
    "“Reuters is wrong,” he said.": "about",
}
"""What is said to Reuters or about it, as against what is said beside it."""


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lake_folder = tmp_path_factory.mktemp("addressed")
    named = Entity(article_id="", version=1, entity_id="e", kind="organization", name="Reuters", method="m")
    with open_lake(lake_folder) as lake:

        def write() -> None:
            insert(lake.connection, "articles", [make_article(text, article_id=text) for text in ADDRESSED])
            insert(lake.connection, "quotes", map(quote, ADDRESSED))
            insert(lake.connection, "mentions", map(mention, ADDRESSED))
            insert(lake.connection, "entities", [replace(named, article_id=text) for text in ADDRESSED])

        lake.commit(write)
    return lake_folder


def quote(text: str) -> Quote:
    cue = "told" if "told" in text else "said"
    return Quote(
        article_id=text,
        version=1,
        quote_id=1,
        start_char=1,
        end_char=text.index(",”"),
        text="",
        kind="direct",
        method="m",
        cue={"told": "tell", "said": "say"}[cue],
        cue_start_char=text.index(cue),
        cue_end_char=text.index(cue) + 4,
    )


def mention(text: str) -> Mention:
    start = text.index("Reuters")
    return Mention(
        article_id=text,
        version=1,
        entity_id="e",
        start_char=start,
        end_char=start + 7,
        text="Reuters",
        label="ORG",
        method="m",
    )


@pytest.mark.parametrize(("text", "relation"), ADDRESSED.items())
def test_who_is_spoken_to_follows_the_verb(addressed: Path, text: str, relation: str | None) -> None:
    found = rows(addressed, f"select relation from who_said_about_whom where article_id = '{text}'")
    assert found == ([(relation,)] if relation else [])
