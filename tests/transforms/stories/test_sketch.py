"""Sketches: like texts share a number, others do not."""

import pytest

from tests.transforms.articles import make_article
from tests.transforms.stories.made_texts import EDITS, VOCABULARIES, unrelated
from transforms.stories.sketch import BANDS, sketch


def bands(text: str) -> set[int]:
    return set(sketch(make_article(text)).bands)


@pytest.mark.parametrize("language", VOCABULARIES)
def test_what_editors_make_of_an_article_shares_a_band_with_it(language: str) -> None:
    texts = [unrelated(seed, language) for seed in range(10)]
    missed = [
        (seed, edit.__name__)
        for seed, text in enumerate(texts)
        for edit in EDITS
        if not bands(text) & bands(edit(text))
    ]
    assert len(missed) <= 2, missed


def test_a_short_text_has_one_band_of_its_words() -> None:
    assert len(bands("Rain, 14 degrees.")) == 1
    assert bands("Rain, 14 degrees.") == bands("rain 14 degrees")
    assert not bands("Rain, 14 degrees.") & bands("Rain, 15 degrees.")


def test_bands_are_the_same_at_every_time() -> None:
    made = sketch(make_article(unrelated(1, "en")))
    assert (len(made.bands), made.bands[0]) == (BANDS, made.bands[0])
    assert made == sketch(make_article(unrelated(1, "en")))
