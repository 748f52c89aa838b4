"""Choose what runs the batches: processes of this machine, or a Dask cluster."""

from collections.abc import Callable
from enum import StrEnum

from flows.inputs.errors import UsageError
from flows.pipeline.executors import Execute, Submit, local


class Executor(StrEnum):
    """What can run batches."""

    LOCAL = "local"
    DASK = "dask"


def chosen_executor(  # noqa: PLR0913, PLR0917 - what the user may say of it
    executor: str,
    scheduler: str | None,
    workers: int,
    model: str | None,
    track: Callable[[Submit], Submit] = lambda submit: submit,
    time_limit: float | None = None,
) -> Execute:
    """Return the executor of that name; `scheduler` is the address of a Dask cluster, None for one of this machine.

    The other arguments are those of `local`. Raises UsageError for a scheduler without Dask.
    """
    if executor == Executor.DASK:
        try:
            from flows.pipeline.dask_executor import on_dask
        except ModuleNotFoundError:
            raise UsageError("--executor dask needs the cluster extra: pip install 'newslake[cluster]'") from None
        return on_dask(scheduler, workers, model, track, time_limit)
    if scheduler:
        raise UsageError("--scheduler is for --executor dask")
    return local(workers, model, track, time_limit)
