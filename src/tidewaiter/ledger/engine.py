"""The engine: the one way to open DuckDB."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb

#: Nothing is fetched from anywhere, days are UTC days, and a query that outgrows memory spills to disk. Footers of
#: Parquet files are kept: the ledger's files never change under their names.
_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "TimeZone": "UTC",
    "parquet_metadata_cache": "true",
    "allow_community_extensions": "false",
}


def connect(*, memory_limit: str = "2GB", temp_directory: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A fresh in-memory DuckDB that downloads nothing; `temp_directory` is where large sorts may spill."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    for name, value in _SETTINGS.items():
        connection.execute(f"SET {name} = {literal(value)}")
    connection.execute(f"SET memory_limit = {literal(memory_limit)}")
    spill = temp_directory or Path(tempfile.gettempdir()) / "tidewaiter-spill"
    connection.execute(f"SET temp_directory = {literal(str(spill))}")
    return connection
