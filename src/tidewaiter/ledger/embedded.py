"""The book that comes with the package: a table of flows that is there before anything was loaded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tidewaiter.ledger.schema import COLUMNS, MONEY, QUANTITY
from tidewaiter.provenance import sha256_file
from tidewaiter.sources import press
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb


@cache
def sha256() -> str:
    """The digest of the embedded book."""
    return sha256_file(press.EMBEDDED)


def create(connection: duckdb.DuckDBPyConnection, *, table: str = "embedded_flows") -> None:
    """Lay the embedded book down as a table of the flow columns.

    A figure is superseded on the day a later publication gave another one for the same thing.
    """
    kinds = ", ".join(f"'{heading}': 'VARCHAR'" for heading in press.HEADINGS)
    columns = ", ".join(f'CAST("{column.name}" AS {column.type}) AS "{column.name}"' for column in COLUMNS)
    connection.execute(f"""
        CREATE OR REPLACE TABLE {table} AS
        WITH file AS (
            SELECT *, row_number() OVER () AS record, {press.money()} AS money
            FROM read_csv({literal(str(press.EMBEDDED))}, columns = {{{kinds}}}, header = true, auto_detect = false,
                          delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true)
        ), figures AS (
            SELECT {press.fields(money=MONEY, quantity=QUANTITY)} FROM file
        ), dated AS (
            SELECT *, CAST(released_on AS VARCHAR) AS release, {literal(press.SOURCE)} AS source, TRUE AS counted,
                   {literal(press.EMBEDDED.name)} AS file, {literal(sha256())} AS file_sha256,
                   min(released_on) OVER (
                       PARTITION BY reporter, partner, flow, period, product, coalesce(currency, unit)
                       ORDER BY released_on
                       RANGE BETWEEN INTERVAL 1 DAY FOLLOWING AND UNBOUNDED FOLLOWING
                   ) AS superseded_on
            FROM figures
        )
        SELECT {columns} FROM dated
    """)
