import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quotes.quotation_marks import find_quotations, has_single_marks


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said, “We go.” Then nothing.", ["We go."]),
        ('He said, "We go." Then "no".', ["We go.", "no"]),
        ("Er sagte: „Wir gehen.“ Dann nichts.", ["Wir gehen."]),
        ("Il a dit : « Nous partons. »", ["Nous partons."]),
        ("Hun sagde: »Vi går.«", ["Vi går."]),
        ("”Vi går”, sa hon.", ["Vi går"]),
        ("彼は「行きます」と言った。", ["行きます"]),
        ("He said ``we go'' and left.", ["we go"]),
        ("''We go,'' he said.", ["We go,"]),
        (
            "‘I don’t know,’ he said, ‘what the workers’ union wants.’",
            ["I don’t know,", "what the workers’ union wants."],
        ),
        ("'We go,' he said.", ["We go,"]),
        ("“He called it ‘war’ then.”", ["He called it ‘war’ then."]),
        ("It was the boys' club in the '90s.", []),
        ("She isn't the girls' coach; they're gone.", []),
        ("“What he calls “hell” is home.”", ["What he calls “hell” is home."]),
        ("“Never closed, and “closed” too.", ["closed"]),
        # paragraphs of a quotation whose breaks the text lost
        ('"We wait. We hope. "Now we go," she said.', ["We wait. We hope.", "Now we go,"]),
        ("“We wait. “Now we go.”", ["We wait.", "Now we go."]),
        ('"We wait. He said so. "Now we go," she said.', ["Now we go,"]),  # a closing mark is missing
        ("“We wait. “Now we go,” or »no«.", ["We wait.", "Now we go,", "no"]),
        ('"We' + " wait" * 150 + '. "Now we go."', ["Now we go."]),
        ('A 6" pipe and "that".', ["that"]),
        ('He said, “We go now." Then nothing.', ["We go now."]),
        ('He said, "We go now.” Then nothing.', ["We go now."]),
        ("“The rate is high.“ He left.", ["The rate is high."]),
        ('« Il a dit "non" hier. »', ['Il a dit "non" hier.']),
        ('He said, "We go.\n\nWe come back." Then "no".', ["We go.\n\nWe come back.", "no"]),
        ('He said, "We go.\n\nThen he left.', []),
        ('"נבנה", אמר ח"כ לוי.', ["נבנה"]),
        ("He said “no end.", []),
        ("An “empty ” one and “”.", ["empty"]),
        ('He said "no end.\n\nThe next "ends".', ["ends"]),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    assert [text[q.start_char : q.end_char] for q in find_quotations(text)] == quotations, text


def test_a_quotation_over_three_paragraphs() -> None:
    text = "She said:\n\n“One.\n\n“Two.\n\n“Three,” she ended."
    (quotation,) = find_quotations(text)
    assert text[quotation.start_char : quotation.end_char] == "One.\n\n“Two.\n\n“Three,"
    assert text[quotation.outer_start : quotation.outer_end] == "“One.\n\n“Two.\n\n“Three,”"


@given(st.text(alphabet="ab .,“”\"'‘’«»„\n6`", max_size=60))
def test_quotations_lie_in_the_text_one_behind_the_other(text: str) -> None:
    end = 0
    for quotation in find_quotations(text):
        assert (
            end <= quotation.outer_start < quotation.start_char < quotation.end_char <= quotation.outer_end <= len(text)
        )
        assert quotation.is_closed is (quotation.end_char < quotation.outer_end)
        end = quotation.outer_end


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("he was ‘deeply sorry’", True),
        ("he was 'sorry'", True),
        ("the workers' plan isn't dead", False),
        ("she saw 'Slow Water'", False),
    ],
)
def test_single_marks_in_a_part(text: str, has: bool) -> None:
    assert has_single_marks(text, 0, len(text)) is has
