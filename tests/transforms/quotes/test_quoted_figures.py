from transforms.quotes.quoted_figures import with_speakers
from transforms.records.article_records import Figure, Quote


def quote(number: int, start: int, end: int, speaker: str | None) -> Quote:
    return Quote(
        article_id="a", quote_id=number, start_char=start, end_char=end, text="", kind="direct", method="marks",
        speaker_entity_id=speaker,
    )  # fmt: skip


def figure(start: int, end: int) -> Figure:
    return Figure(
        article_id="a",
        figure_id=1,
        start_char=start,
        end_char=end,
        text="12",
        value=12,
        approximate=False,
        method="counted",
    )


def test_the_innermost_quotation_says_it() -> None:
    quotes = (quote(1, 0, 100, "outer"), quote(2, 40, 60, "inner"))
    rows = with_speakers((figure(10, 12), figure(50, 52), figure(98, 102)), quotes)
    assert [(row.quote_id, row.speaker_entity_id) for row in rows] == [(1, "outer"), (2, "inner"), (None, None)]
