"""DuckDB as the ledger's engine: in this process, from this machine's files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tidewaiter.ledger import engine
from tidewaiter.ledger.engines.engine import Cursor, Lack
from tidewaiter.sources.fields import Field
from tidewaiter.sources.sql import literals

if TYPE_CHECKING:
    import duckdb


class Duck:
    """The default engine; every statement goes to it as it is written."""

    name = "duckdb"
    lacks: Mapping[str, Lack] = {}

    def __init__(self) -> None:
        self._connection = engine.connect()

    def cursor(self) -> Cursor:
        """See `Engine.cursor`."""
        return self._connection.cursor()

    def parquet(self, name: str, paths: Sequence[str]) -> str:
        """See `Engine.parquet`."""
        return f"read_parquet([{literals(paths)}])"

    def view(self, name: str, select: str) -> None:
        """See `Engine.view`."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {select}")

    def keep(self, name: str, select: str, columns: Sequence[Field]) -> None:
        """See `Engine.keep`."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {select}")

    def lay(self, name: str, make: Callable[[duckdb.DuckDBPyConnection], None], columns: Sequence[Field]) -> None:
        """See `Engine.lay`."""
        make(self._connection)
