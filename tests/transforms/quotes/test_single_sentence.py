import pytest

from transforms.quotes.quotation_marks import find_quotations
from transforms.quotes.single_sentence import ends_sentence, within_sentence


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("he backed the plan.- Later it rained", "said ", "he backed the plan"),
        ("The road stayed shut.- it would open", " she said", "it would open"),
        ("'Proud of the town' The mayor came", " she said", "The mayor came"),
        ("he is too loud' Ann Hill came", '"No." \'I said ', "he is too loud"),
        ("it was a 'big shot' Hill took", "said ", "it was a 'big shot' Hill took"),
        ("the workers' plan was dead", "said ", "the workers' plan was dead"),
        ("the plan of Corp. Nord was dead", "said ", "the plan of Corp. Nord was dead"),
        ('it was "a farce. Nobody came" again', "said ", 'it was "a farce. Nobody came" again'),
    ],
)
def test_sentence_of_the_cue(text: str, cue: str, expected: str) -> None:
    whole = text + cue if cue.startswith(" ") else cue + text
    start = whole.index(text)
    found = within_sentence(whole, start, start + len(text), whole.index("said"), find_quotations(whole))
    assert whole[slice(*found)] == expected


@pytest.mark.parametrize(("word", "expected"), [("said.-", True), ("trail.-Trump", True), ("U.S.-led", False)])
def test_end_of_a_sentence_in_a_word(word: str, expected: bool) -> None:
    assert ends_sentence(word) is expected
