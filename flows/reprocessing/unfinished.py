"""Remember how far a reprocess has come, so that the next one of its kind goes on where it was cut off."""

import json
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from flows.reprocessing.changes import Changes, changes_of
from transforms import __file__ as transforms
from transforms.lexicons.tables import REFERENCE

FILE = "reprocess-under-way.json"
"""The file of the lake that tells it. It quotes articles, so `newslake forget` removes it."""


@dataclass(slots=True)
class Progress:
    """How far it has come: the last document that was dealt with, in their order, and what was found until then."""

    after: str = ""
    documents: Counter[str] = field(default_factory=Counter)
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The reprocess of a lake that may be cut off: which documents, and with which extractors.

    Only one that wants the same with the same goes on with what another one left; any other begins anew.
    """

    path: Path
    kind: str

    def progress(self) -> Progress:
        """Return how far one of this kind has come: nowhere, when none was cut off."""
        try:
            left = json.loads(self.path.read_text("utf-8"))
        except (FileNotFoundError, ValueError):  # a machine that lost its power can leave half of a file
            return Progress()
        if left["kind"] != self.kind:
            return Progress()
        return Progress(left["after"], Counter(left["documents"]), changes_of(left["changes"]))

    def keep(self, progress: Progress) -> None:
        """Write how far it has come: after each commit, so that a kill costs a batch that is read again."""
        new = self.path.with_name(f"{FILE}.new")
        left = {
            "kind": self.kind,
            "after": progress.after,
            "documents": progress.documents,
            "changes": progress.changes.as_json(),
        }
        new.write_text(json.dumps(left, ensure_ascii=True), "ascii")
        new.rename(self.path)

    def end(self) -> None:
        """Note that it has come to its end."""
        self.path.unlink(missing_ok=True)


def unfinished(folder: Path, condition: str | None, model: str | None) -> Unfinished:
    """Return what tells how far a reprocess of the lake in `folder` has come, of articles that meet a condition."""
    wanted = json.dumps([version("newslake"), extractors(), condition, model])
    return Unfinished(folder / FILE, sha256(wanted.encode()).hexdigest())


def extractors() -> str:
    """Return a hash of all that decides what is extracted: the transforms and the reference data as they are."""
    found = sha256()
    for root in (Path(transforms).parent, REFERENCE):
        for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            found.update(f"{path.relative_to(root)}\0".encode() + sha256(path.read_bytes()).digest())
    return found.hexdigest()


def remove_unfinished(folder: Path) -> None:
    """Delete what tells how far a reprocess has come, with what it quotes; the next one begins anew."""
    for name in (FILE, f"{FILE}.new"):
        (folder / name).unlink(missing_ok=True)
