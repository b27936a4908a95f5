"""A year's file made anew: the rows it had and the rows that come, each once, each with how long it stood.

Everything is done with sets of rows, one year at a time, so that memory is bounded by a year. What is rarely needed
(doubles, replaced releases, breakdowns) is looked for cheaply first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger import dropped
from tidewaiter.ledger.releases import cell
from tidewaiter.ledger.schema import COLUMNS, SORTED_BY, column_list
from tidewaiter.ledger.weave import Contradicted, Incoming, keyed, woven
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb

_ROW_GROUP = 122_880


@dataclass(frozen=True, slots=True)
class Written:
    """A year's new file: its rows, and what was left out because it contradicts another row of its release."""

    rows: int
    contradicted: tuple[Contradicted, ...]


def write_year(
    connection: duckdb.DuckDBPyConnection, *, year: int, held: Path | None, incoming: list[Incoming], target: Path
) -> Written:
    """Write a year's new file; SourceError where a file contradicts itself or its release.

    `connection` has the views of `calendar`, over all releases and those being loaded.
    """
    old = f"SELECT {column_list()} FROM read_parquet({literal(str(held))})" if held else None
    new = " UNION ALL ".join(each.select for each in incoming)
    contradicted: tuple[Contradicted, ...] = ()
    constants: Mapping[str, str] = {}
    if _meets_itself(connection, new) or (old and _meets(connection, old, new)):
        rows, contradicted = woven(connection, old, new, incoming)
    else:
        rows = f"{old} UNION ALL {new}" if old else new
        if old is None and len(incoming) == 1:
            constants = incoming[0].constants
    ended = dropped.ended(connection, rows, year=year)
    if ended != rows:
        rows, constants = ended, {}
    if any(each.uneven for each in incoming) or (old and _is_uneven(connection, old)):
        rows, constants = _counted(rows), {}
    copied = connection.execute(
        f"COPY ({_sorted(rows, constants)}) TO {literal(str(target))} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP})"
    ).fetchone()
    assert copied is not None
    return Written(int(copied[0]), contradicted)


def _sorted(rows: str, constants: Mapping[str, str]) -> str:
    """The rows in the ledger's order; what is the same in all of them is put in after the sort, not carried through."""
    carried = ", ".join(f'"{column.name}"' for column in COLUMNS if column.name not in constants)
    order = ", ".join(f'"{name}"' for name in SORTED_BY if name not in constants)
    items = ", ".join(
        f'CAST({constants[column.name]} AS {column.type}) AS "{column.name}"'
        if column.name in constants
        else f'r."{column.name}"'
        for column in COLUMNS
    )
    return f"SELECT {items} FROM (SELECT {carried} FROM ({rows}) ORDER BY {order}) AS r"


def _meets_itself(connection: duckdb.DuckDBPyConnection, new: str) -> bool:
    """Whether some statement comes twice, or in two releases."""
    cells = connection.execute(
        f"SELECT count(*) AS n, count(DISTINCT c.cell) AS cells FROM (SELECT {cell('r')} FROM ({new}) AS r) AS c"
    ).fetchone()
    assert cells is not None
    if cells[0] == cells[1]:
        return False
    found = connection.execute(
        "SELECT count(*) AS n, count(DISTINCT k.stated) AS stated, count(DISTINCT k.released_on) AS days "
        f"FROM ({keyed(new)}) AS k"
    ).fetchone()
    assert found is not None
    return bool(found[0] > found[1] or found[2] > 1)


def _meets(connection: duckdb.DuckDBPyConnection, old: str, new: str) -> bool:
    """Whether something that comes is there already, in this release or another."""
    found = connection.execute(
        f"SELECT count(*) AS n FROM (SELECT {cell('h')} FROM ({old}) AS h) AS h "
        f"SEMI JOIN (SELECT {cell('f')} FROM ({new}) AS f) AS f ON f.cell = h.cell AND f.cell_again = h.cell_again"
    ).fetchone()
    assert found is not None
    return bool(found[0])


def _is_uneven(connection: duckdb.DuckDBPyConnection, old: str) -> bool:
    """Whether a year holds rows that are parts or conversions of others."""
    found = connection.execute(
        f"SELECT count(*) AS n FROM ({old}) AS r WHERE r.breakdown <> '' OR NOT r.original"
    ).fetchone()
    assert found is not None
    return bool(found[0])


def _counted(rows: str) -> str:
    """The rows with `counted` worked out within each release.

    Of a cell's rows those of the coarsest breakdown count: the total where there is one, else all of one split. Codes
    that the publisher converted from another edition count where the original rows are not there.
    """
    depth = "CAST(length(r.breakdown) - length(replace(r.breakdown, '+', '')) AS VARCHAR)"
    columns = ", ".join(
        "(r.split = r.coarsest) AND (r.original OR NOT r.has_original) AS counted"
        if column.name == "counted"
        else f'r."{column.name}"'
        for column in COLUMNS
    )
    return f"""
        SELECT {columns} FROM (
            SELECT r.*, min(r.split) OVER (PARTITION BY r.cell, r.cell_again, r.released_on) AS coarsest,
                   bool_or(r.original) OVER (
                       PARTITION BY r.source, r.released_on, r.reporter, r.flow, r.period
                   ) AS has_original
            FROM (
                SELECT r.*, {cell("r")},
                       CASE WHEN r.breakdown = '' THEN '' ELSE {depth} || r.breakdown END AS split
                FROM ({rows}) AS r
            ) AS r
        ) AS r
    """
