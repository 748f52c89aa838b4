"""Find the body of a plain-text scrape: the best run of blocks, not every long block."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transforms.plain.blocks import PlainBlock, terms
from transforms.plain.title import headline
from transforms.records.reasons import Role

LONG = 400
"""Letters up to which a longer paragraph speaks more for the body; without a limit a legal notice wins."""

SHORT_COST = 70
"""What a line that is no paragraph costs a run: a heading or two between paragraphs are bridged, a menu is not."""

SENTENCE_COST = 10
"""What a short sentence costs: articles have them, but they alone are no article."""

INSERTED_COST = 20
"""What furniture costs that is set between paragraphs: captions, advertisements, the player's "Article content"."""

FURNITURE_COST = 120
"""What a block costs whose wording says that it is none of the article's."""

INSERTED = frozenset({Role.CAPTION, Role.ADVERTISEMENT, Role.OTHER, Role.DATELINE, Role.SHARE})

GAP = 40
"""Blocks that may stand between two runs of one article: a paywall's offer, a box of teasers, a slide show."""

AKIN = 0.45
"""Share of a run's words that the main run says too, from which on it belongs to the same article."""

AKIN_BEFORE = 0.3
"""The same right before the main run, where only captions and the article's first paragraph stand."""

RIVAL = 0.3
"""Share of the best run's weight that a run needs which stands under the page's headline."""

NEAR = 8
"""Blocks between a first paragraph and the main run: byline, date, share bar."""

LEAST_WORDS = 9
"""Different words that a paragraph must have before their share means something: captions have fewer."""

LEAST_SIZE = 100
"""Prose that an article has at least; a menu or a list of numbers has less."""

HEADING_CHARS = 130  # a longer line is a sentence without a full stop

CAPTION_CHARS = 250  # the line before a picture's credit is its caption, when it is no longer


def body_run(blocks: Sequence[PlainBlock]) -> range:
    """Return the positions of the run of blocks that is the article's body; an empty range when there is none.

    The run with the greatest sum of weights, by the linear method of maximum subsequence segmentation
    (Pasternack and Roth, Extracting article text from the web, WWW 2009), the weights being ours. One before it that
    stands under the page's headline, told by that it is repeated, goes before a longer one without: a directory.
    """
    runs = _runs(blocks)
    best = max(runs, key=runs.__getitem__, default=range(0))
    rivals = [run for run in runs if run.stop <= best.start and runs[run] >= RIVAL * runs[best]]
    if rivals and not (own := headline(blocks, best))[0]:
        best = max(
            (run for run in rivals if headline(blocks, run) > (True, own[1])), key=runs.__getitem__, default=best
        )
    return best if _is_enough(blocks[best.start : best.stop]) else range(0)


def _runs(blocks: Sequence[PlainBlock]) -> dict[range, float]:
    """Return the runs of blocks that are better than what stands around them, with their sums of weights."""
    runs: dict[range, float] = {}
    best, best_sum = range(0), 0.0
    start, running = 0, 0.0
    for position, block in enumerate(blocks):
        if running <= 0:
            runs |= {best: best_sum} if best else {}
            best, best_sum = range(0), 0.0
            start, running = position, 0.0
        running += weight(block)
        if running > best_sum:
            best, best_sum = range(start, position + 1), running
    return runs | ({best: best_sum} if best else {})


def body_positions(blocks: Sequence[PlainBlock]) -> tuple[int, ...]:
    """Return the positions of the body's blocks: the best run, and near it what speaks of the same things."""
    run = body_run(blocks)
    if not run:
        return ()
    said = Counter(term for position in run for term in terms(blocks[position].text))
    before = _akin(blocks, range(run.start - 1, -1, -1), said)
    after = _akin(blocks, range(run.stop, len(blocks)), said)
    return tuple(_without_boxes(blocks, (*reversed(before), *run, *after)))


def weight(block: PlainBlock) -> float:
    """Return how much a block speaks for (above 0) or against lying within the body."""
    if block.wording in INSERTED:
        return -INSERTED_COST
    if block.is_furniture:
        return -FURNITURE_COST
    if block.is_prose:
        return min(block.size, LONG)
    return -SENTENCE_COST if block.is_sentence else -SHORT_COST


def _akin(blocks: Sequence[PlainBlock], way: range, said: Counter[str]) -> list[int]:
    """Return the positions of paragraphs along a `way` from the body that belong to it, until too many do not."""
    found: list[int] = []
    missed = 0
    for position in way:
        block = blocks[position]
        if block.wording is Role.COMMENT_FORM and way.step > 0:
            break  # what follows are comments
        if _belongs(block, said, AKIN_BEFORE if way.step < 0 and missed <= NEAR else AKIN):
            found.append(position)
            missed = 0
        elif (missed := missed + 1) > GAP:
            break
    return found


def _belongs(block: PlainBlock, said: Counter[str], share: float) -> bool:
    if block.is_furniture or not block.is_prose:
        return False
    words = set(terms(block.text))
    return len(words) >= LEAST_WORDS and sum(1 for word in words if said[word]) >= share * len(words)


def _without_boxes(blocks: Sequence[PlainBlock], positions: Sequence[int]) -> Iterator[int]:
    """Yield the positions that are the article's: of several short lines in a row only the last can be a heading."""
    lines: list[int] = []
    for position in positions:
        block = blocks[position]
        if block.is_furniture or _is_line(block):
            lines.append(position)
        else:
            if lines and not blocks[lines[-1]].is_furniture:
                yield lines[-1]
            lines = []
            if not _is_caption(blocks, position):
                yield position


def _is_enough(blocks: Sequence[PlainBlock]) -> bool:
    return sum(block.size for block in blocks if block.is_prose) >= LEAST_SIZE


def _is_line(block: PlainBlock) -> bool:
    return not (block.is_sentence or block.is_bullet) and len(block.text) < HEADING_CHARS


def _is_caption(blocks: Sequence[PlainBlock], position: int) -> bool:
    after = blocks[position + 1].wording if position + 1 < len(blocks) else None
    return after is Role.CAPTION and len(blocks[position].text) < CAPTION_CHARS
