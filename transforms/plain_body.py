"""Find the body of a plain-text scrape: the best run of blocks, not every long block."""

from collections.abc import Sequence

from transforms.plain_blocks import PlainBlock

LONG = 400
"""Characters up to which a longer paragraph speaks more for the body; without it a legal notice outweighs an article."""

SHORT_COST = 60
"""What a line that is no paragraph costs a run: a heading or two between paragraphs are bridged, a menu is not."""

FURNITURE_COST = 120
"""What a block costs whose wording says that it is none of the article's."""

LEAST_CHARS = 100
"""Prose that an article has at least; a menu or a list of numbers has less."""

LEAST_CHARS_CJK = 40


def body_run(blocks: Sequence[PlainBlock]) -> range:
    """Return the positions of the run of blocks that is the article's body; an empty range when there is none.

    The run with the greatest sum of weights, by the linear method of maximum subsequence segmentation
    (Pasternack and Roth, Extracting article text from the web, WWW 2009), the weights being ours.
    """
    best, best_sum = range(0), 0.0
    start, running = 0, 0.0
    for position, block in enumerate(blocks):
        if running <= 0:
            start, running = position, 0.0
        running += weight(block)
        if running > best_sum:
            best, best_sum = range(start, position + 1), running
    return best if _is_enough(blocks[best.start : best.stop]) else range(0)


def weight(block: PlainBlock) -> float:
    """Return how much a block speaks for (above 0) or against lying within the body."""
    if block.wording or block.repeats > 1:
        return -FURNITURE_COST
    return min(len(block.text), LONG) if block.is_prose else -SHORT_COST


def _is_enough(blocks: Sequence[PlainBlock]) -> bool:
    prose = sum(len(block.text) for block in blocks if block.is_prose)
    return prose >= LEAST_CHARS or (prose >= LEAST_CHARS_CJK and all(b.text.isascii() is False for b in blocks))
