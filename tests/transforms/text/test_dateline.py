"""Datelines: which date is the publication's and which that of a change."""

from datetime import date

import pytest

from transforms.text.dateline import kind_of_label, read_dateline

SPRING, AUTUMN = date(2021, 2, 10), date(2023, 11, 4)


@pytest.mark.parametrize(
    ("text", "published", "modified"),
    [
        ("10 February 2021", SPRING, None),
        ("Last updated on 4 November 2023", None, AUTUMN),
        ("Aktualisiert am 04.11.2023, 09:10 Uhr", None, AUTUMN),
        ("Stand: 4. November 2023", None, AUTUMN),
        ("Publié le 10 février 2021 à 07h00, mis à jour le 4 novembre 2023 à 09h10", SPRING, AUTUMN),
        ("Aggiornato il 4 novembre 2023 — pubblicato il 10 febbraio 2021", SPRING, AUTUMN),
        ("Posted 10 Feb 2021 · Modified 4 Nov 2023", SPRING, AUTUMN),
        ("Posted on February 10, 2021 by Jane Roe", SPRING, None),
        ("The hearing is on 10 February 2021 in the assembly hall", None, None),
        ("Anna Hart, born 10 February 2021, has led the council since 2011", None, None),
        ("He died on 10 February 2021.", None, None),
        ("发布时间：2021-02-10", SPRING, None),
        ("作成日 2021年2月10日 更新日 2023年11月4日", SPRING, AUTUMN),
        ("작성일 2021.02.10 조회 120", SPRING, None),
        ("Valid until 10 February 2021", None, None),
    ],
)
def test_each_date_is_what_its_label_says(text: str, published: date | None, modified: date | None) -> None:
    dateline = read_dateline(text)
    found = tuple(moment.day if moment else None for moment in (dateline.published_at, dateline.modified_at))
    assert found == (published, modified)


def test_a_time_belongs_to_the_date_before_it() -> None:
    dateline = read_dateline("Updated: 04.11.2023 - 14:49 Published: 10.02.2021")
    assert dateline.published_at is not None
    assert dateline.published_at.precision == "day"


def test_source_editor_or_readers_beside_a_date_sign_it() -> None:
    assert read_dateline("2021-02-10 来源：港口报").is_signed
    assert not read_dateline("2021-02-10 地点：港口").is_signed


def test_a_label_stands_right_before_its_date_where_words_are_not_parted() -> None:
    assert kind_of_label("发布时间：") == "published"
    assert kind_of_label("港口发布新一代的渡轮和码头") is None


def test_the_last_label_counts() -> None:
    assert kind_of_label("Published by Jane Roe, updated") == "modified"
    assert kind_of_label("Jane Roe") is None


@pytest.mark.parametrize(
    "label", ["Mise en ligne", "Online gestellt am", "Paru le", "Дата публикации:", "Közzétéve:", "Dodano:"]
)
def test_labels_of_what_was_put_online(label: str) -> None:
    assert kind_of_label(label) == "published"


@pytest.mark.parametrize("words", ["Parue dans le journal", "Parusie", "en ligne de mire", "dodajemy"])
def test_words_that_only_begin_alike(words: str) -> None:
    assert kind_of_label(words) is None
