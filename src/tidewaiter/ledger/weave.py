"""Rows that meet: said twice, said again by a later release, or said otherwise.

What a release says twice is kept once. What a later release says anew ends the day of the earlier row. Where one
release says two things about one and the same, it is not for us to choose: the file is refused. Only where the rows of
a file carry their own days, so that a collector put them together, is the first row kept and the other refused and
reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.ledger.part import Part
from tidewaiter.ledger.releases import cell, statement
from tidewaiter.ledger.schema import COLUMNS

if TYPE_CHECKING:
    import duckdb

_KEYS = "released_on, file_sha256, line, value, period, hs, partner"
_SAME = "a.stated = b.stated AND a.stated_again = b.stated_again AND a.value IS DISTINCT FROM b.value"


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Rows of a file left out because an earlier row of the file says otherwise for the same day."""

    sha256: str
    rows: int
    first_record: int


def keyed(rows: str) -> str:
    """The rows with which statement each makes (see `releases.cell` and `releases.statement`)."""
    return f"SELECT *, {statement('k')} FROM (SELECT r.*, {cell('r')} FROM ({rows}) AS r) AS k"


def woven(
    connection: duckdb.DuckDBPyConnection, old: str | None, new: str, incoming: Sequence[Part]
) -> tuple[str, tuple[Contradicted, ...]]:
    """All rows without what comes twice, each superseded on the day of the next release that has its cell."""
    names = f"cell, cell_again, stated, stated_again, {_KEYS}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE met AS SELECT TRUE AS fresh, {names} FROM ({keyed(new)})")
    if old:
        connection.execute(
            f"INSERT INTO met SELECT FALSE AS fresh, {names} FROM ({keyed(old)}) AS h "
            "SEMI JOIN (SELECT cell, cell_again FROM met) AS m ON m.cell = h.cell AND m.cell_again = h.cell_again"
        )
    _agree(connection, incoming)
    contradicted = _contradicted(connection)
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
        "least(n.next_day, r.superseded_on) AS superseded_on"
        if column.name == "superseded_on"
        else f'r."{column.name}"'
        for column in COLUMNS
    )
    rows = (
        f"SELECT {columns} FROM (SELECT x.*, {cell('x')} FROM ({rows}) AS x) AS r LEFT JOIN followed AS n "
        "ON n.cell = r.cell AND n.cell_again = r.cell_again AND n.released_on = r.released_on"
    )
    return rows, contradicted


def _agree(connection: duckdb.DuckDBPyConnection, incoming: Sequence[Part]) -> None:
    """SourceError where one release says two things about one and the same."""
    dated = ", ".join(f"'{each.reading.sha256}'" for each in incoming if each.dated) or "''"
    found = connection.execute(f"""
        SELECT a.file_sha256 AS sha256, a.line AS line, a.value AS value, b.value AS other, b.fresh AS fresh,
               b.file_sha256 AS other_sha256, b.line AS other_line, a.released_on AS day, a.period AS period,
               a.hs AS hs, a.partner AS partner
        FROM met AS a JOIN met AS b ON {_SAME}
        WHERE a.fresh AND (NOT b.fresh OR b.line < a.line OR b.file_sha256 <> a.file_sha256)
          AND NOT (a.file_sha256 = b.file_sha256 AND a.file_sha256 IN ({dated}))
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


def _contradicted(connection: duckdb.DuckDBPyConnection) -> tuple[Contradicted, ...]:
    """What `_agree` let pass: rows of dated files that say otherwise than an earlier row of theirs."""
    found = connection.execute(f"""
        SELECT a.file_sha256 AS sha256, count(DISTINCT a.line) AS n, min(a.line) AS first_record
        FROM met AS a JOIN met AS b ON {_SAME}
        WHERE a.fresh AND b.fresh AND a.file_sha256 = b.file_sha256 AND b.line < a.line
        GROUP BY a.file_sha256
    """).fetchall()
    return tuple(Contradicted(*row) for row in found)
