"""Names as a model would mark them, in a text that is parsed."""

from collections.abc import Iterable

from transforms.parsing.tokens import Doc, Span, covering


def mark(doc: Doc, names: Iterable[tuple[str, str]]) -> None:
    """Leave these names marked, each where it stands first with a label, and no others."""
    spans = [(doc.text.index(name), len(name), label) for name, label in names]
    mark_at(doc, [(start, start + length, label) for start, length, label in spans])


def mark_at(doc: Doc, places: Iterable[tuple[int, int, str]]) -> None:
    """Leave the characters [start, end) marked with a label, and no others; none of two that overlap but the first."""
    for token in doc:
        token.ent_type_, token.ent_iob_ = "", "O"
    found: list[Span] = []
    for start, end, label in sorted(places):
        span = covering(doc, start, end)
        if found and span.start < found[-1].end:
            continue
        for token in span:
            token.ent_type_, token.ent_iob_ = label, "B" if token.i == span.start else "I"
        found.append(Span(doc, span.start, span.end, label))
    doc.ents = tuple(found)
