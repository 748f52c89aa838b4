"""Read documents of the lake again with the extractors of today, without fetching anything."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from flows.pipeline.commit import Rows, article_ids
from flows.pipeline.executors import Execute
from flows.pipeline.lake_index import Known
from flows.pipeline.numbering import Numbering
from flows.pipeline.row_batch import Result
from flows.pipeline.run_log import recorded
from flows.pipeline.stories import place_in_stories
from flows.reprocessing.changes import Changes
from flows.reprocessing.replacement import compare, replace_differing
from flows.reprocessing.stored_batches import stored_batches
from flows.reprocessing.unfinished import Progress, Unfinished
from sql.lake import Lake, open_lake
from sql.readers import reading
from sql.scripts import statement
from sql.threads import one_thread
from transforms.records.extraction import together
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw

OnProgress = Callable[[Mapping[str, int]], None]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article that the lake holds."""

    article_id: str
    version: int
    is_current: bool
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Reprocessed:
    """How many documents ended how, and what changed.

    `unchanged` had articles, and nothing differs; of `replaced` something did: their articles keep their identifiers
    and versions. `stored` were rejected and give an article now; `kept` had articles but cannot be read any more, and
    theirs stay; `rejected` still give none.
    """

    documents: dict[str, int]
    changes: Changes


def reprocess(
    folder: Path,
    execute: Execute,
    on_progress: OnProgress | None = None,
    *,
    articles: Collection[str] | None = None,
    unfinished: Unfinished | None = None,
) -> Reprocessed:
    """Read the documents of a lake again, and replace what was extracted from them where it differs.

    `articles` are the identifiers of those that are wanted, None for all, and what gave no article. With `unfinished`
    it goes on where an earlier one of its kind was cut off, and what that found is in what is returned.
    Raises LakeError when the lake cannot be opened.
    """
    with open_lake(folder) as lake, recorded(lake, "reprocess") as record:
        one_thread(lake.connection)  # the other cores are for the workers
        known = Known(lake)
        progress = unfinished.progress() if unfinished else Progress()
        with reading(lake.folder), closing(lake.connection.cursor()) as cursor:
            batches = stored_batches(cursor, known.recurring_lines(), articles, progress.after)
            for batch, extracted in execute(batches):
                done = known.commit(partial(_write, lake, known, batch.raws, list(extracted.each())))
                record.model = together((record.model, extracted.model))
                progress.after = batch.raws[-1].document_id
                progress.documents.update(done.ended)
                progress.changes.merge(done.changes)
                if unfinished:
                    unfinished.keep(progress)
                if on_progress:
                    on_progress(progress.documents)
        place_in_stories(lake)
        lake.write_out()
    if unfinished:
        unfinished.end()
    return Reprocessed(dict(progress.documents), progress.changes)


class _Written(NamedTuple):
    """How the documents of a batch ended, in their order, and what differs."""

    ended: list[str]
    changes: Changes


def _write(lake: Lake, known: Known, raws: Sequence[Raw], results: Sequence[Result]) -> _Written:
    versions = _versions(lake, raws)
    documents = {"document_ids": [raw.document_id for raw in raws]}
    lake.connection.execute(statement("forget_failures"), documents)
    numbering, anew, added = Numbering(known, article_ids(results)), Rows(), Rows()
    outcomes: dict[str, str] = {}
    for raw, result in zip(raws, results, strict=True):
        if isinstance(result, Rejection):
            added.add("failures", result.failures)
            outcomes[raw.document_id] = "kept" if versions[raw.document_id] else "rejected"
        elif held := versions[raw.document_id]:
            for version in held:
                anew.add_version(result, **asdict(version))
        else:
            outcomes[raw.document_id] = added.take(raw, result, numbering, is_new=False).outcome
    differing = compare(lake, anew)
    for raw in raws:
        is_replaced = any(differing.of((held.article_id, held.version)) for held in versions[raw.document_id])
        outcomes.setdefault(raw.document_id, "replaced" if is_replaced else "unchanged")
    replace_differing(lake, anew, differing)
    if numbering.retired:
        lake.connection.execute(statement("retire_versions"), {"article_ids": list(numbering.retired)})
    added.insert(lake.connection)
    known.note(numbering.changed)
    return _Written([outcomes[raw.document_id] for raw in raws], differing.changes)


def _versions(lake: Lake, raws: Sequence[Raw]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    parameters = {"document_ids": [raw.document_id for raw in raws]}
    for document_id, *version in lake.connection.execute(statement("versions_of_documents"), parameters).fetchall():
        found[document_id].append(Version(*version))
    return found
