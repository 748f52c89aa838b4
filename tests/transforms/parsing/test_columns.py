from transforms.parsing.columns import FLAGS
from transforms.parsing.spacy_model import tokenize
from transforms.parsing.tokens import Token


def test_a_token_has_what_the_columns_of_its_document_say() -> None:
    doc = tokenize("Two TOWNS.")
    doc.columns["is_upper"][0] = True
    doc[2].is_title = True
    assert [token.is_upper for token in doc] == [True, True, False]
    assert doc.columns["is_title"] == [True, False, True]
    assert [token.whitespace_ for token in doc] == [" ", "", ""]


def test_each_flag_is_an_attribute_of_tokens() -> None:
    assert FLAGS.keys() <= vars(Token).keys()
