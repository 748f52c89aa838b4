"""Find who says what stands in marks in languages that are not parsed, by a verb of saying right beside the marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.lexicons.tables import lexicon_rows
from transforms.quotes.marked_words import STATEMENT_WORDS
from transforms.quotes.quotation_marks import Quotation
from transforms.records.article_records import Article, Quote

BEFORE = 120
"""Characters before the marks in which speaker and verb stand; a longer sentence has other things in between."""

STATEMENT_LETTERS = 8
"""Chinese or Japanese letters of a statement: about as much as five English words."""

LONGEST = 60
"""Characters of a speaker's phrase: names with an office have up to 50."""

_NAME = rf"(?P<speaker>[^\n,.;:!?()«»“”„\"「」]{{2,{LONGEST}}}?)"
_UNSPACED_NAME = r"(?P<speaker>[^\s,.;:!?，。；：！？、()（）“”「」《》]{2,24}?)"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker and the verb beside a quotation, by their offsets in the text, and the verb's lemma."""

    speaker: tuple[int, int]
    cue: tuple[int, int]
    lemma: str


def find_unparsed_quotes(article: Article, quotations: Sequence[Quotation]) -> Iterator[Quote]:
    """Yield a row for what stands in marks and somebody says, or is long enough to be said by somebody."""
    kept = 0
    for quotation in quotations:
        said = article.text[quotation.start_char : quotation.end_char]
        beside = attribution_beside(article.text, quotation, article.language)
        if not beside and len(said.split()) < STATEMENT_WORDS and not _is_long_without_spaces(said):
            continue
        kept += 1
        speaker, cue = (beside.speaker, beside.cue) if beside else ((None, None), (None, None))
        yield Quote(
            article_id=article.article_id,
            quote_id=kept,
            start_char=quotation.start_char,
            end_char=quotation.end_char,
            text=said,
            kind="direct",
            speaker_text=article.text[speaker[0] : speaker[1]] if beside else None,
            speaker_start_char=speaker[0],
            speaker_end_char=speaker[1],
            cue=beside.lemma if beside else None,
            cue_start_char=cue[0],
            cue_end_char=cue[1],
            negated=False,
            method="marks",
        )


def _is_long_without_spaces(said: str) -> bool:
    """Tell whether words of a language that is written without spaces make a statement."""
    return sum(letter >= "\u3040" and letter.isalpha() for letter in said) >= STATEMENT_LETTERS


def attribution_beside(text: str, quotation: Quotation, language: str | None) -> Attribution | None:
    """Return who says a quotation; None when the language's verbs do not stand beside its marks.

    Known are French (« … », a déclaré Anne), German („…“, sagte Anna; Anna sagte: „…“), Hebrew, Chinese (…说：“…”) and
    Japanese (「…」と…は述べた). A speaker's phrase ends at a mark, or at a word of the day, place or hearer.
    """
    if language is None or (patterns := _patterns(language)) is None:
        return None
    behind, before = patterns
    start = max(0, quotation.outer_start - BEFORE)
    cue = behind.match(text, quotation.outer_end) if text[quotation.end_char - 1] != "。" else None
    speaker = cue if cue and cue["speaker"] else before.search(text, start, quotation.outer_start)
    cue = cue or speaker
    span = _speaker(text, speaker, language) if speaker else None
    if cue is None or span is None or "cue" not in cue.re.groupindex:
        return None
    return Attribution(span, cue.span("cue"), _lemmas(language)[cue["cue"].lower()])


def _speaker(text: str, found: re.Match[str], language: str) -> tuple[int, int] | None:
    start, end = found.span("speaker")
    stop = _ends(language)
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group().lower() in stop:
            end = start + word.start()
            break
    end = start + len(text[start:end].rstrip())
    return (start, end) if end - start > 1 else None


@cache
def _lemmas(language: str) -> dict[str, str]:
    rows = (row for row in lexicon_rows("saying_words.tsv") if row[0] == language and row[1])
    return {form: lemma for _, lemma, forms in rows for form in forms.split("|")}


@cache
def _ends(language: str) -> frozenset[str]:
    rows = (row for row in lexicon_rows("saying_words.tsv") if row[0] == language and not row[1])
    return frozenset(word for _, _, words in rows for word in words.split("|"))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what stands behind the marks, and what before them, where a speaker is named there.

    In Japanese the verb ends the sentence, whether the speaker stands before the marks or behind them. None when no
    verb of the language is known.
    """
    if not _lemmas(language):
        return None
    cue = f"(?P<cue>{'|'.join(map(re.escape, sorted(_lemmas(language), key=len, reverse=True)))})"
    match language:
        case "ja":
            behind = rf"\s{{0,3}}と、?(?:(?P<speaker>[^\s。、「」]{{1,30}}?)[はがも])?[^。「」]{{0,12}}?{cue}"
            before = r"(?:(?<=[。\n」])|^)\s{0,3}(?P<speaker>[^\s。、「」]{1,30}?)[はが][^。「」]{0,20}$"
        case "zh":
            behind = rf"[，,]?{_UNSPACED_NAME}{cue}(?=[。，；\n]|$)"
            before = rf"(?:(?<=[。，！？；”」\n])|^){_UNSPACED_NAME}{cue}[：:，,]\s*$"
        case _:
            behind = rf"[\s,،.]{{0,5}}{cue}\s{{1,3}}{_NAME}(?=\s{{0,3}}[\n,.;:!?()«»“”„\"]|\s{{0,3}}$)"
            before = rf"(?:(?<=[.!?»“”\"]\s)|^){_NAME}\s{cue}(?:\s[^.;:!?\n«»“”„\"]{{0,40}})?\s?:\s*$"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE | re.MULTILINE)
