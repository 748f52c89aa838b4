"""Turn records into Arrow, with nothing of DuckDB: what the processes that make them need."""

from collections.abc import Iterable
from typing import Any


def arrow_rows(schema: Any, records: Iterable[Any]) -> Any:  # noqa: ANN401 - pyarrow has no type stubs
    """Return records (dataclasses with the columns as fields) as a `pyarrow.Table` of a `pyarrow.Schema`."""
    import pyarrow as pa

    rows = list(records)
    # By column: a dictionary for each row takes eight times as long.
    columns = [pa.array([getattr(row, field.name) for row in rows], type=field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)
