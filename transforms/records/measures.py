"""Count the words of a text, in any script."""

import regex

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    r"|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.](?=\p{L})|[.,](?=\p{N}))*+",
)


def word_count(text: str) -> int:
    """Return the number of words; a Chinese or Japanese character counts as one, as these scripts part no words.

    The boundaries are those of Unicode's annex 29: "won't" and "2,500" are one word, "US-led" is two.
    """
    return len(_WORD.findall(text))
