"""The engine: the one way to open DuckDB."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

#: Nothing is fetched from anywhere, days are UTC days, and a query that outgrows memory spills to disk. Footers of
#: Parquet files are kept: the ledger's files never change under their names.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
#: For every cursor: what is set without GLOBAL holds for one connection alone.
_AFTERWARDS = "SET GLOBAL TimeZone = 'UTC'; SET GLOBAL parquet_metadata_cache = true"


def connect(*, memory_limit: str = "2GB", temp_directory: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A fresh in-memory DuckDB that downloads nothing; `temp_directory` is where large sorts may spill."""
    import duckdb

    spill = temp_directory or Path(tempfile.gettempdir()) / "tidewaiter-spill"
    config = {**_SETTINGS, "memory_limit": memory_limit, "temp_directory": str(spill)}
    connection = duckdb.connect(":memory:", config=config)
    connection.execute(_AFTERWARDS)
    return connection
