"""Say of each figure in which quotation it stands, and so who says it."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.records.article_records import Figure, Quote


def with_speakers(figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """Return the figures with the innermost quotation that holds each and its speaker; None for one in none."""
    return tuple(_with_speaker(figure, quotes) for figure in figures)


def _with_speaker(figure: Figure, quotes: Sequence[Quote]) -> Figure:
    holding = [q for q in quotes if q.start_char <= figure.start_char and figure.end_char <= q.end_char]
    if not holding:
        return figure
    inner = min(holding, key=lambda quote: quote.end_char - quote.start_char)
    return replace(figure, quote_id=inner.quote_id, speaker_entity_id=inner.speaker_entity_id)
