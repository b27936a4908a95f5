"""Apache Spark as the ledger's engine: for a ledger that one machine no longer reads in good time.

The ledger's Parquet files must lie where all of Spark's executors see them under the same path. Statements are
translated; answers come back as the same rows as DuckDB's.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import LedgerError, UsageError
from tidewaiter.ledger.engines.dialect import inline, translated
from tidewaiter.ledger.engines.engine import Cursor, Lack
from tidewaiter.sources.fields import Field

if TYPE_CHECKING:
    import duckdb

_DIALECT = "spark"
#: What every answer rests on, whatever the cluster's own settings say. Listing a few hundred files is no job for it.
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.sources.parallelPartitionDiscovery.threshold": "10000",
}
#: What a terminal wants; a cluster's own settings for the rest (memory, executors, shares) stand.
_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}

_LACKS = {
    "asof join": Lack(
        "Spark SQL has no ASOF JOIN: write a window, or a join and an arg_max",
        "SELECT a.period AS period, b.period AS before FROM book AS a ASOF JOIN book AS b "
        "ON a.reporter = b.reporter AND a.period > b.period",
    ),
    "listing distinct values beside counting them": Lack(
        "Spark 4 fails to plan string_agg(DISTINCT …) beside another DISTINCT: list from a SELECT DISTINCT",
        "SELECT count(DISTINCT b.hs) AS codes, string_agg(DISTINCT b.partner, ', ' ORDER BY b.partner) AS partners "
        "FROM book AS b GROUP BY b.reporter",
    ),
    "dividing by zero": Lack(
        "Spark raises an error where DuckDB answers NULL or infinity: divide by nullif(x, 0)",
        "SELECT sum(b.value) / (count(*) - count(*)) AS nothing FROM book AS b",
    ),
}


class Spark:
    """A session of its own on a master: spark://host:7077, local-cluster[2,1,1024], local[2], yarn."""

    name = "spark"
    lacks: Mapping[str, Lack] = _LACKS

    def __init__(self, master: str) -> None:
        self._session = _session(master)

    def cursor(self) -> Cursor:
        """See `Engine.cursor`."""
        return SparkCursor(self._session)

    def parquet(self, name: str, paths: Sequence[str]) -> str:
        """See `Engine.parquet`."""
        self._session.read.parquet(*paths).createOrReplaceTempView(name)
        return name

    def view(self, name: str, select: str) -> None:
        """See `Engine.view`."""
        self._session.sql(translated(select, _DIALECT)).createOrReplaceTempView(name)

    def keep(self, name: str, select: str, columns: Sequence[Field]) -> None:
        """See `Engine.keep`."""
        self._inline(name, columns, self.cursor().execute(select).fetchall())

    def lay(self, name: str, make: Callable[[duckdb.DuckDBPyConnection], None], columns: Sequence[Field]) -> None:
        """See `Engine.lay`."""
        from tidewaiter.ledger import engine

        scratch = engine.connect()
        make(scratch)
        listed = ", ".join(f'"{column.name}"' for column in columns)
        self._inline(name, columns, scratch.execute(f"SELECT {listed} FROM {name}").fetchall())

    def _inline(self, name: str, columns: Sequence[Field], rows: Sequence[Sequence[Any]]) -> None:
        self._session.sql(inline(columns, rows, _DIALECT)).createOrReplaceTempView(name)


class SparkCursor:
    """A cursor over a Spark session: rows come as tuples, once the whole answer is there."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._rows: list[tuple[Any, ...]] = []
        self.description: list[tuple[str]] = []

    def execute(self, query: str, parameters: Sequence[Any] | None = None) -> SparkCursor:
        """Put a statement and wait for the whole answer."""
        given = list(parameters) if parameters else None
        try:
            frame = self._session.sql(translated(query, _DIALECT), args=given)
            self._rows = [tuple(row) for row in frame.collect()]
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in ("pyspark", "py4j", "sqlglot"):
                raise
            said = (str(error).strip().splitlines() or [type(error).__name__])[0]
            cure = "look into the cluster's log, or ask DuckDB: --engine duckdb"
            raise LedgerError(f"Spark cannot answer: {said}", cure=cure) from error
        self.description = [(name,) for name in frame.columns]
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, or None."""
        return self._rows.pop(0) if self._rows else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that are left."""
        rows, self._rows = self._rows, []
        return rows


def _session(master: str) -> Any:
    try:
        import sqlglot  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            f"the engine {master} needs Apache Spark, which is not installed ({error.name})",
            cure="pip install 'tidewaiter[spark]', and Java 17 or newer",
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # What goes wrong is raised; Spark's own log of it would say it twice.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    builder = SparkSession.builder.master(master).appName("tidewaiter")
    for key, value in (_SETTINGS | _QUIET).items():
        builder = builder.config(key, value)
    try:
        with warnings.catch_warnings():
            # Of data frames and their versions, which are not used here.
            warnings.simplefilter("ignore", FutureWarning)
            session = builder.getOrCreate().newSession()
    except Exception as error:
        raise LedgerError(
            f"Spark does not start on {master}: {(str(error).strip().splitlines() or [type(error).__name__])[0]}",
            cure="Java 17 or newer must be there (java -version), and the master must answer",
        ) from None
    for key, value in _SETTINGS.items():
        session.conf.set(key, value)
    return session
