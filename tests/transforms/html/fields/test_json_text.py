"""JSON as templates write it."""

import pytest

from transforms.html.fields.json_text import parse_json


@pytest.mark.parametrize("rest", ["", ', "image": {"url": https://harbour.example/pier.jpg "height": 9}'])
def test_a_date_may_lack_its_quotation_marks(rest: str) -> None:
    found = parse_json(f'{{"@type": "Article", "datePublished": 2024-03-05T06:18:10Z{rest}}}')
    assert found == {"@type": "Article", "datePublished": "2024-03-05T06:18:10Z"}


def test_what_stands_like_a_date_in_a_text_stays_as_it_is() -> None:
    found = parse_json('{"headline": "From: 2024-03-05, to: 2024-03-06", "pages": [1,]}')
    assert found == {"headline": "From: 2024-03-05, to: 2024-03-06", "pages": [1]}


def test_of_what_is_no_json_nothing_is_read() -> None:
    assert parse_json("no data") == {}
