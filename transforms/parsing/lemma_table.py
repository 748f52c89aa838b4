"""Do what spaCy's rule lemmatizer does by a table: the lemma from word, part of speech and features."""

from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

MAX_ENTRIES = 200_000
"""Words before they are forgotten, some 40 MB: those of the news come and go."""


class LemmaTable:
    """A component that sets the lemmas that a rule lemmatizer sets, token for token.

    The lemmatizer looks at a token's word, part of speech and features alone, and keeps the lemmas that its rules make;
    those of base forms and names it works out anew at each token, in a twentieth of the pipeline's time. Here it is
    asked once about each kind of token.
    """

    def __init__(self, lemmatizer: "Lemmatizer") -> None:
        self.lemmatizer = lemmatizer
        self.lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the lemmas of a document's tokens that have none; returns the document."""
        import numpy as np

        if len(self.lemmas) > MAX_ENTRIES:
            self.lemmas.clear()
        columns = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"])
        kinds = [*zip(*columns[:, :3].T.tolist(), strict=True)]
        for at, kind in enumerate(kinds):
            if kind not in self.lemmas:
                self.lemmas[kind] = doc.vocab.strings.add(self.lemmatizer.lemmatize(doc[at])[0])
        found = np.array([self.lemmas[kind] for kind in kinds], dtype=columns.dtype)
        lemmas: Any = np.where(columns[:, 3] == 0, found, columns[:, 3])[:, None]
        doc.from_array(["LEMMA"], lemmas)
        return doc


def fits_a_table(lemmatizer: object) -> TypeGuard["Lemmatizer"]:
    """Tell whether a component is the lemmatizer by rules of English, which sets what is not set."""
    from spacy.lang.en.lemmatizer import EnglishLemmatizer

    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule" and not lemmatizer.overwrite
