"""A year's file made anew: the rows it had and the rows that come, each once, each with how long it stood.

Everything is done with sets of rows, one year at a time, so that memory is bounded by a year. What is rarely needed
(doubles, replaced releases, breakdowns) is looked for cheaply first.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger import dropped, narrow
from tidewaiter.ledger.part import Part, copy_sorted
from tidewaiter.ledger.releases import cell
from tidewaiter.ledger.schema import COLUMNS
from tidewaiter.ledger.weave import Contradicted, keyed, woven

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Written:
    """A year's new file: its rows, and what was left out because it contradicts another row of its release."""

    rows: int
    contradicted: tuple[Contradicted, ...]


def write_year(
    connection: duckdb.DuckDBPyConnection, *, year: int, held: Path | None, parts: Sequence[Part], target: Path
) -> Written:
    """Write a year's new file; SourceError where a file contradicts itself or its release.

    `connection` has the views of `calendar`, over all releases and those being loaded. A part that nothing meets is the
    year's file as it lies there.
    """
    uneven = any(each.uneven for each in parts)
    overlap = dropped.overlap(connection, year)
    if held is None and len(parts) == 1 and not (parts[0].doubled or uneven or overlap):
        os.replace(parts[0].path, target)
        return Written(parts[0].rows, ())
    paths = [*([held] if held else []), *(each.path for each in parts)]
    types = narrow.types(connection, paths, rows=sum(each.rows for each in parts))
    old = narrow.select(held, types) if held else None
    new = " UNION ALL ".join(narrow.select(each.path, types) for each in parts)
    contradicted: tuple[Contradicted, ...] = ()
    if _meet_each_other(connection, parts, new) or (old and _meets(connection, old, new)):
        rows, contradicted = woven(connection, old, new, parts)
    else:
        rows = f"{old} UNION ALL {new}" if old else new
    if overlap:
        rows = dropped.ended(connection, rows)
    if uneven or (old and _is_uneven(connection, old)):
        rows = _counted(rows)
    count = copy_sorted(connection, rows, target, constants={}, types=types)
    return Written(count, contradicted)


def _meet_each_other(connection: duckdb.DuckDBPyConnection, parts: Sequence[Part], new: str) -> bool:
    """Whether some statement comes twice, or in two releases."""
    if len(parts) == 1 and not parts[0].doubled:
        return False
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
