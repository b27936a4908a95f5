"""The engine: one way to open DuckDB, and to quote what goes into its SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

#: Nothing is fetched from anywhere, days are UTC days, and a query that outgrows memory spills to disk.
_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "TimeZone": "UTC",
    "allow_community_extensions": "false",
}


def connect(*, memory_limit: str = "2GB", temp_directory: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A fresh in-memory DuckDB that downloads nothing; `temp_directory` is where large sorts may spill."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    for name, value in _SETTINGS.items():
        connection.execute(f"SET {name} = {literal(value)}")
    connection.execute(f"SET memory_limit = {literal(memory_limit)}")
    if temp_directory is not None:
        connection.execute(f"SET temp_directory = {literal(str(temp_directory))}")
    return connection


def literal(text: str) -> str:
    """A string as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
