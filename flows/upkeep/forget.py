"""Forget articles: remove their rows, keep them from coming back, and let no byte of them stay in the lake."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from flows.pipeline.stories import place_in_stories
from flows.upkeep.maintain import PATIENCE
from flows.upkeep.purge import purge
from flows.upkeep.selection import Going, Wanted, conditions, select
from sql.damage.catalogue_file import compact_catalogue
from sql.lake import Lake, open_lake
from sql.literals import identifier
from sql.scripts import statement
from sql.tables import insert
from transforms.records.run_records import Forgetting, Forgotten


def would_go(folder: Path, wanted: Wanted) -> Going:
    """Return what `forget` would remove from the lake in `folder`; raises LakeError when there is none."""
    with open_lake(folder, make=False) as lake:
        return select(lake.connection, wanted)


def forget(folder: Path, wanted: Wanted, patience: float = PATIENCE) -> Going:
    """Remove what is `wanted` from the lake in `folder`, and return what that was.

    The rows go in one commit, with a line of `forgettings`, and the hashes of `forgotten` that keep them from coming
    back. Then every file, snapshot and page of the catalogue goes that held some of it; where that is cut off, or
    somebody reads the lake for longer than `patience` in seconds (LakeError), `newslake maintain` does it.
    """
    with open_lake(folder, make=False) as lake:
        going = lake.commit(lambda: _remove(lake, wanted)).result
        if not going.is_empty():
            place_in_stories(lake)  # the copies that stay
            purge(lake, patience)
    if not going.is_empty():
        compact_catalogue(folder)
    return going


def _remove(lake: Lake, wanted: Wanted) -> Going:
    connection = lake.connection
    going = select(connection, wanted)
    if going.is_empty():
        return going
    forgetting_id = str(connection.execute(statement("new_run_id")).fetchall()[0][0])
    noted = list(_hashes(lake, forgetting_id, going))
    told = {"addresses": list(going.addresses), "source": wanted.source}
    connection.execute(statement("blank_inputs"), {**told, "hashes": list(going.addresses.values())})
    connection.execute(statement("delete_polls"), told)
    connection.execute(statement("delete_stories_of_going"))
    for table, condition in conditions():
        connection.execute(f"delete from {identifier(table)} where {condition}")  # noqa: S608 - names of tables
    insert(connection, "forgettings", [_forgetting(forgetting_id, going)])
    insert(connection, "forgotten", noted)
    return going


def _hashes(lake: Lake, forgetting_id: str, going: Going) -> Iterator[Forgotten]:
    """Yield what keeps it from coming back; before its rows are gone."""
    texts = [row[0] for row in lake.connection.execute(statement("fingerprints")).fetchall()]
    articles = [article.article_id for article in going.articles if not _is_line(article.url)]
    kinds = {"address": going.kept_out, "article": articles, "document": going.document_ids, "text": texts}
    for kind, hashes in kinds.items():
        yield from (Forgotten(forgetting_id=forgetting_id, kind=kind, hash=found) for found in sorted(hashes))


def _is_line(url: str) -> bool:
    """Whether an article has no address but the line of a file: another article may stand there tomorrow."""
    return url.startswith("file:") and "#line=" in url


def _forgetting(forgetting_id: str, going: Going) -> Forgetting:
    return Forgetting(
        forgetting_id=forgetting_id,
        forgotten_at=datetime.now(UTC),
        asked_by=going.wanted.asked_by(),
        articles=len(going.articles),
        versions=sum(article.versions for article in going.articles),
        documents=len(going.document_ids),
        inputs=going.inputs,
    )
