"""The forms of the common comment systems are recognised, and sentences of articles are not."""

import pytest

from transforms.text.comment_form import is_comment_form


@pytest.mark.parametrize(
    "text",
    [
        "Leave a Reply",
        "Leave a Reply Cancel reply",
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Schreiben Sie einen Kommentar",
        "Laisser un commentaire",
        "Deja un comentario",
        "Comments powered by Disqus",
    ],
)
def test_forms(text: str) -> None:
    assert is_comment_form(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Ministers leave a replica of the treaty in the museum.",
        "The spokesman declined to comment.",
        "Comment is free, but facts are sacred, the old editor used to say, and nobody in the newsroom ever disagreed.",
    ],
)
def test_no_forms(text: str) -> None:
    assert not is_comment_form(text), text
