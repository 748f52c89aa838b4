"""Who said what: direct speech, reported statements, and mixtures of both, each with its speaker and its cue."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.parsing.spans import Spans
from transforms.parsing.tokens import covering
from transforms.quotes.channels import find_channel
from transforms.quotes.direct_speech import Said, find_said
from transforms.quotes.foreign_speech import find_unparsed_quotes
from transforms.quotes.interviews import find_block_quotations, find_dialogue
from transforms.quotes.marked_words import inside, is_title_of_work
from transforms.quotes.negation import is_negated
from transforms.quotes.nested import find_nested
from transforms.quotes.passing_mentions import without_passing_mentions
from transforms.quotes.quotation_marks import Quotation, find_quotations
from transforms.quotes.reporting import find_reports
from transforms.quotes.speakers import Speaker, find_speaker
from transforms.records.article_records import Article, Quote
from transforms.text.linked_titles import is_in_linked_title

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token

SPEAKING = ("person", "organization")
"""Kinds of those who speak where no sentence tells, the likelier first."""

SO_CALLED = "so-called"
BEFORE_MARKS = 32  # characters before a quotation: the word and some spaces


def find_quotes(doc: "Doc", article: Article, index: EntityIndex) -> tuple[Quote, ...]:
    """Return the quotations and reported statements of an article, in reading order.

    Methods: `marks`, quotation marks; `colon`, a name and a colon; `clause`, `infinitive`, `object`, by what the
    reporting verb takes; `noun`, the clause of a noun such as `claim`; `according`, a sentence with its source.
    What a speaker says to think, “I think [the plan is dead]”, is a row of its own within that of the quotation.
    Without a parse there are only quotations in marks, and who speaks where a verb of saying stands beside them.
    """
    quotations = find_quotations(article.text)
    if not doc.is_parsed:
        return tuple(_with_speaker(quote, index) for quote in find_unparsed_quotes(article, quotations))
    said = _find_said(doc, article.text, quotations)
    quoted = {i for quotation in quotations for i in _tokens(doc, quotation)}
    outer = dict(find_nested(doc, said))
    every = sorted([*said, *outer], key=lambda one: (one.start_char, -one.end_char))
    return tuple(_rows(every, outer, article, index, quoted))


def _with_speaker(quote: Quote, index: EntityIndex) -> Quote:
    """Return a quotation with the person that its speaker's phrase names, else the body, where a model marked names."""
    if quote.speaker_start_char is None or quote.speaker_end_char is None:
        return quote
    named = [index.entities[one.entity_id] for one in index.within(quote.speaker_start_char, quote.speaker_end_char)]
    speakers = [entity for kind in SPEAKING for entity in named if entity.kind == kind]
    return replace(quote, speaker_entity_id=speakers[0].entity_id) if speakers else quote


def _find_said(doc: "Doc", text: str, quotations: Sequence[Quotation]) -> list[Said]:
    lines = [*find_dialogue(doc, text), *find_block_quotations(doc, text)]
    spoken = [doc[line.content[0] : line.content[1]] for line in lines if line.content]
    taken = Spans((span.start_char, span.end_char) for span in spoken)
    apart = [
        quotation
        for quotation in quotations
        if not taken.overlapping(quotation.outer_start, quotation.outer_end)
        and not is_title_of_work(inside(doc, quotation))
        and not _is_distanced(text, quotation)
    ]
    quoted = {i for quotation in apart for i in _tokens(doc, quotation)} | {t.i for span in spoken for t in span}
    reports = [report for report in find_reports(doc, quoted) if not is_in_linked_title(text, report.cue.idx)]
    return find_said(doc, text, [*without_passing_mentions(reports), *lines], apart)


def _is_distanced(text: str, quotation: Quotation) -> bool:
    """Tell whether words in marks are what others call something: the so-called “wall tax”."""
    before = text[max(0, quotation.outer_start - BEFORE_MARKS) : quotation.outer_start]
    return before.rstrip()[-len(SO_CALLED) :].casefold() == SO_CALLED


def _tokens(doc: "Doc", quotation: Quotation) -> range:
    span = covering(doc, quotation.outer_start, quotation.outer_end)
    return range(span.start, span.end)


def _rows(
    said: Sequence[Said], outer: Mapping[Said, Said], article: Article, index: EntityIndex, quoted: Set[int]
) -> Iterator[Quote]:
    spoke: list[str] = []
    ids: dict[Said, str | None] = {}
    for number, one in enumerate(said, 1):
        phrase = one.report.speaker if one.report else None
        named = {mention.entity_id for mention in index.within(one.start_char, one.end_char)}
        speaker = find_speaker(phrase, index, spoke, quoted, named) if phrase is not None else None
        if speaker and one in outer:  # I is the one who speaks
            speaker = Speaker(speaker.start_char, speaker.end_char, ids.get(outer[one]))
        elif speaker and speaker.entity_id:
            spoke.append(speaker.entity_id)
        ids[one] = speaker.entity_id if speaker else None
        yield _row(article, number, one, speaker, index)


def _row(article: Article, number: int, said: Said, speaker: Speaker | None, index: EntityIndex) -> Quote:
    cue = said.report.cue if said.report else None
    return Quote(
        article_id=article.article_id,
        quote_id=number,
        start_char=said.start_char,
        end_char=said.end_char,
        text=article.text[said.start_char : said.end_char],
        kind=said.kind,
        speaker_entity_id=speaker.entity_id if speaker else None,
        speaker_text=article.text[speaker.start_char : speaker.end_char] if speaker else None,
        speaker_start_char=speaker.start_char if speaker else None,
        speaker_end_char=speaker.end_char if speaker else None,
        cue=_lemma(cue) if cue is not None else None,
        cue_start_char=cue.idx if cue is not None else None,
        cue_end_char=cue.end_char if cue is not None else None,
        via=find_channel(cue, index) if cue is not None else None,
        negated=cue is not None and is_negated(cue, said.report.speaker if said.report else None),
        method=said.method,
    )


def _lemma(cue: "Token") -> str:
    return "according to" if cue.lower_ == "according" else cue.lemma_.lower()
