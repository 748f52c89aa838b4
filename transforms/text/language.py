"""Tell the language of an article from its text, else from what its page declares."""

import functools
from typing import TYPE_CHECKING

from transforms.records.page import Found

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_CHARS = 60
"""Below this the identifier errs often; most headlines are longer."""

MIN_PROBABILITY = 0.8
"""Below this the text does not tell; full articles score above 0.99."""

SAMPLE_CHARS = 1000
"""How much of the text is looked at: enough for certainty."""


@functools.cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Its other labels have no ISO 639-1 code: the varieties among them (Egyptian Arabic, Wu) join their language.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier


def language(text: str, declared: Found[str] | None = None) -> Found[str] | None:
    """Return the language of a text as ISO 639-1 code, with `text` or the declaration's own source as evidence.

    What the text itself says comes before what its page declares: pages from a template declare the wrong one.
    None when the text is too short to tell and nothing is declared.
    """
    if declared is not None and declared.source == "given":
        return declared
    if len(text) >= MIN_CHARS:
        code, probability = _identifier().classify(text[:SAMPLE_CHARS])
        if probability >= MIN_PROBABILITY:
            return Found(str(code), "text")
    return declared
