"""Let no byte stay of what was forgotten: in no file, no older snapshot, not in the catalogue or the search index."""

from datetime import timedelta

from flows.reprocessing.unfinished import remove_unfinished
from flows.search.index import remove_index
from sql.compaction import expire_snapshots, remove_files, remove_orphans, rewrite_files
from sql.inlining import flush
from sql.lake import Lake
from sql.scripts import statement


def unpurged(lake: Lake) -> list[str]:
    """Return the removals of which some may still lie in a file."""
    return [row[0] for row in lake.connection.execute(statement("unpurged")).fetchall()]


def purge(lake: Lake, patience: float) -> bool:
    """Remove the bytes of what was forgotten, if any are to be; return whether there were.

    Every snapshot but the latest expires, and every file that has deleted rows is written anew without them. What is
    then left is in free pages of the catalogue: compacting it is for whoever has closed the lake. Raises LakeError when
    somebody reads the lake for longer than `patience` in seconds.
    """
    removals = unpurged(lake)
    if not removals:
        return False
    connection = lake.connection
    lake.commit_alone(lambda: flush(connection), patience)
    lake.commit_alone(lambda: rewrite_files(connection, 0), patience)
    lake.commit_alone(lambda: expire_snapshots(connection, timedelta()), patience)
    lake.commit_alone(lambda: remove_files(connection), patience)
    lake.commit_alone(lambda: remove_orphans(connection), patience)
    lake.commit_alone(lambda: connection.execute(statement("forget_extremes")), patience)
    remove_index(lake.folder)  # the next search makes it anew
    remove_unfinished(lake.folder)  # its examples quote articles
    lake.commit(lambda: connection.execute(statement("note_purged"), {"forgetting_ids": removals}))
    return True
