"""Texts made for the tests of stories: articles that have nothing in common, and what editors make of one."""

import random

VOCABULARIES = {
    "en": "harbour council vote storm pier bridge water price after against before people night money plan wall town",
    "de": "hafen stadtrat sturm brücke wasser preis nach gegen leute nacht geld plan mauer stadt ufer schiff kosten",
    "fr": "port conseil tempête pont eau prix après contre gens nuit argent projet mur ville rive bateau coûts",
    "ru": "порт совет буря мост вода цена после против люди ночь деньги план стена город берег судно",
    "ja": "港 議会 嵐 橋 水 価格 の後 に対して 人々 夜 金 計画 壁 町 岸 船 費用 市長 住民 工事",
    "zh": "港口 议会 风暴 桥梁 水 价格 之后 反对 人们 夜晚 资金 计划 城墙 城镇 河岸 船只 费用 市长 居民 工程",
}
"""Words of each language; the texts made of them mean nothing, and share what texts of a language share: words."""


def unrelated(seed: int, language: str, sentences: int = 24) -> str:
    """Return an article of paragraphs of three sentences, made at random from a language's words and some numbers."""
    draw = random.Random(f"{language} {seed}")  # noqa: S311 - a text to test with
    words = VOCABULARIES[language].split()
    joint, stop = ("", "。") if language in ("ja", "zh") else (" ", ".")
    made = [
        joint.join(draw.choice(words) if draw.random() > 0.04 else str(draw.randint(2, 999)) for _ in range(14)) + stop
        for _ in range(sentences)
    ]
    return "\n\n".join((joint or "").join(made[at : at + 3]) for at in range(0, len(made), 3))


def cut(text: str) -> str:
    """Return a text without its last third."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: round(len(paragraphs) * 2 / 3)])


def reordered(text: str) -> str:
    """Return the paragraphs of a text from the last to the first."""
    return "\n\n".join(reversed(text.split("\n\n")))


def updated(text: str) -> str:
    """Return a text with other digits."""
    return text.translate(str.maketrans("123456789", "234567891"))


def introduced(text: str) -> str:
    """Return a text with a first paragraph of the paper's own and its line at the end."""
    return (
        f"This newspaper reports what an agency has found out in the harbour.\n\n{text}\n\nWith material of agencies."
    )


EDITS = (cut, reordered, updated, introduced)
