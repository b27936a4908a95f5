"""A year's file made anew: the rows it had and the rows that come, each once, each with how long it stood.

Everything is done with sets of rows, one year at a time, so that memory is bounded by a year. What is rarely needed
(doubles, replaced releases, breakdowns) is looked for cheaply first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.ledger.releases import cell, statement
from tidewaiter.ledger.schema import COLUMNS, SORTED_BY, column_list
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb

_ROW_GROUP = 122_880
_KEYS = "source, released_on, file_sha256, line, value, period, hs, partner"


@dataclass(frozen=True, slots=True)
class Incoming:
    """The rows of one file for one year, as SQL of `COLUMNS` with `superseded_on` empty and all `counted`."""

    reading: Reading
    select: str
    uneven: bool


def write_year(
    connection: duckdb.DuckDBPyConnection, *, held: Path | None, incoming: list[Incoming], target: Path
) -> int:
    """Write a year's new file and return its rows; SourceError where a file contradicts itself or its release.

    `uneven` files have rows that hold parts or conversions of what other rows say, so that not every row counts.
    """
    old = f"SELECT {column_list()} FROM read_parquet({literal(str(held))})" if held else None
    new = " UNION ALL ".join(each.select for each in incoming)
    if _meets_itself(connection, new) or (old and _meets(connection, old, new)):
        rows = _woven(connection, old, new, incoming)
    else:
        rows = f"{old} UNION ALL {new}" if old else new
    if any(each.uneven for each in incoming) or (old and _is_uneven(connection, old)):
        rows = _counted(rows)
    order = ", ".join(f'"{name}"' for name in SORTED_BY)
    copied = connection.execute(
        f"COPY (SELECT {column_list()} FROM ({rows}) AS r ORDER BY {order}) TO {literal(str(target))} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP})"
    ).fetchone()
    assert copied is not None
    return int(copied[0])


def _keyed(rows: str) -> str:
    """The rows' keys: which statement each makes, and where it stands."""
    return f"SELECT *, {statement('k')} FROM (SELECT r.*, {cell('r')} FROM ({rows}) AS r) AS k"


def _meets_itself(connection: duckdb.DuckDBPyConnection, new: str) -> bool:
    """Whether some statement comes twice, or in two releases."""
    found = connection.execute(
        "SELECT count(*) AS n, count(DISTINCT k.cell) AS cells, count(DISTINCT k.stated) AS stated "
        f"FROM ({_keyed(new)}) AS k"
    ).fetchone()
    assert found is not None
    if found[0] == found[1]:
        return False
    if found[0] > found[2]:
        return True
    days = connection.execute(f"SELECT count(DISTINCT r.released_on) AS n FROM ({new}) AS r").fetchone()
    assert days is not None
    return bool(days[0] > 1)


def _meets(connection: duckdb.DuckDBPyConnection, old: str, new: str) -> bool:
    """Whether something that comes is there already, in this release or another."""
    found = connection.execute(
        f"SELECT count(*) AS n FROM (SELECT {cell('h')} FROM ({old}) AS h) AS h "
        f"SEMI JOIN (SELECT {cell('f')} FROM ({new}) AS f) AS f ON f.cell = h.cell AND f.cell_again = h.cell_again"
    ).fetchone()
    assert found is not None
    return bool(found[0])


def _woven(connection: duckdb.DuckDBPyConnection, old: str | None, new: str, incoming: list[Incoming]) -> str:
    """All rows without what comes twice, each superseded on the day of the next release that has its cell."""
    names = f"cell, cell_again, stated, stated_again, {_KEYS}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE met AS SELECT TRUE AS fresh, {names} FROM ({_keyed(new)})")
    if old:
        connection.execute(
            f"INSERT INTO met SELECT FALSE AS fresh, {names} FROM ({_keyed(old)}) AS h "
            "SEMI JOIN (SELECT cell, cell_again FROM met) AS m ON m.cell = h.cell AND m.cell_again = h.cell_again"
        )
    _agree(connection, incoming)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE doubles AS
        SELECT file_sha256, line FROM (
            SELECT fresh, file_sha256, line, row_number() OVER (
                PARTITION BY stated, stated_again ORDER BY fresh, file_sha256, line
            ) AS nth FROM met
        ) WHERE nth > 1 AND fresh
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE followed AS
        SELECT * FROM (
            SELECT cell, cell_again, released_on,
                   lead(released_on) OVER (PARTITION BY cell, cell_again ORDER BY released_on) AS next_day
            FROM (SELECT DISTINCT cell, cell_again, released_on FROM met)
        ) WHERE next_day IS NOT NULL
    """)
    once = f"SELECT n.* FROM ({new}) AS n ANTI JOIN doubles AS d ON d.file_sha256 = n.file_sha256 AND d.line = n.line"
    rows = f"{old} UNION ALL {once}" if old else once
    columns = ", ".join(
        "coalesce(n.next_day, r.superseded_on) AS superseded_on"
        if column.name == "superseded_on"
        else f'r."{column.name}"'
        for column in COLUMNS
    )
    return (
        f"SELECT {columns} FROM (SELECT x.*, {cell('x')} FROM ({rows}) AS x) AS r LEFT JOIN followed AS n "
        "ON n.cell = r.cell AND n.cell_again = r.cell_again AND n.released_on = r.released_on"
    )


def _agree(connection: duckdb.DuckDBPyConnection, incoming: list[Incoming]) -> None:
    """SourceError where one release says two things about one and the same."""
    found = connection.execute("""
        SELECT a.file_sha256 AS sha256, a.line AS line, a.value AS value, b.value AS other, b.fresh AS fresh,
               b.file_sha256 AS other_sha256, b.line AS other_line, a.released_on AS day, a.period AS period,
               a.hs AS hs, a.partner AS partner
        FROM met AS a JOIN met AS b ON a.stated = b.stated AND a.stated_again = b.stated_again
        WHERE a.fresh AND a.value IS DISTINCT FROM b.value
          AND (NOT b.fresh OR b.line < a.line OR b.file_sha256 <> a.file_sha256)
        ORDER BY a.file_sha256 <> b.file_sha256, a.line, b.line LIMIT 1
    """).fetchone()
    if found is None:
        return
    sha256, line, value, other, fresh, other_sha256, other_line, day, period, hs, partner = found
    reading = next(each.reading for each in incoming if each.reading.sha256 == sha256)
    if fresh and other_sha256 == sha256:
        where, cure = reading.place(other_line), "the file gathers several pulls: load each as a release of its own"
    elif fresh:
        where, cure = "another of these files", "load them as releases of their own, with --release DAY"
    else:
        where, cure = f"the release of {day} in the ledger", "load it as a release of its own, with --release DAY"
    raise SourceError(
        f"{hs} with {partner} in {period} is {value}, and {other} in {where}",
        path=reading.path,
        place=reading.place(line),
        cure=cure,
    )


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
