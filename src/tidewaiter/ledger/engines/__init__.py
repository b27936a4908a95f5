"""Engines: what puts the ledger's questions to its files. DuckDB in this process, or Apache Spark on many machines.

Every question is written once, in DuckDB's SQL. An engine that speaks another dialect has it translated.
"""

from __future__ import annotations

from tidewaiter.errors import UsageError
from tidewaiter.ledger.engines.engine import Engine

DUCKDB = "duckdb"
_SPARK = ("spark://", "local", "yarn", "k8s://")


def is_engine(name: str) -> bool:
    """Whether a name is that of an engine: duckdb, or a master of Spark (spark://…, local[2], yarn, k8s://…)."""
    return name == DUCKDB or name.startswith(_SPARK)


def open_engine(name: str = DUCKDB) -> Engine:
    """A fresh engine; UsageError for a name that none has, and for Spark where it is not installed."""
    if name == DUCKDB:
        from tidewaiter.ledger.engines.duck import Duck

        return Duck()
    if is_engine(name):
        from tidewaiter.ledger.engines.spark import Spark

        return Spark(name)
    raise UsageError(f"no such engine: {name!r}", cure="duckdb, or a master of Spark: spark://host:7077, local[2]")
