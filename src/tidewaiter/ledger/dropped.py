"""Rows that a later release leaves out: they must not stand as if they were still published.

A row ends on the day of the first later release that has no row of its cell and is sure to have one if there were any:
that release covers the reporter's month, the partner and the code (`coverage`, "yes"), in the same edition and for all
regimes together. Where that is not shown the row stays, since the release may only hold less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidewaiter.ledger.coverage import Coverage
from tidewaiter.ledger.holdings import Holdings
from tidewaiter.ledger.schema import COLUMNS
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb

#: A reporter's months that one release of one file holds. Files whose rows carry several days are left out: what they
#: cover is not known day by day.
_HELD = """
    SELECT DISTINCT m.source AS source, m.reporter AS reporter, m.flow AS flow, m.freq AS freq, m.period AS period,
           m.edition AS edition, m.released_on AS released_on, m.file_sha256 AS file_sha256
    FROM months AS m
    SEMI JOIN (
        SELECT d.file_sha256 AS file_sha256 FROM months AS d
        GROUP BY d.file_sha256 HAVING count(DISTINCT d.released_on) = 1
    ) AS one ON one.file_sha256 = m.file_sha256
"""


def ended(connection: duckdb.DuckDBPyConnection, rows: str) -> str:
    """The rows of a year with `superseded_on` set where a later release dropped them.

    `connection` has the views `months`, `codes` and `lanes` of all releases, those being loaded among them.
    """
    found = _dropped(connection, rows)
    if not found:
        return rows
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE dropped (source VARCHAR, reporter VARCHAR, partner VARCHAR, flow VARCHAR, "
        "hs VARCHAR, period VARCHAR, edition VARCHAR, released_on DATE, ended_on DATE)"
    )
    values = ", ".join(
        f"({', '.join(literal(str(each)) if each is not None else 'NULL' for each in row)})" for row in found
    )
    connection.execute(f"INSERT INTO dropped VALUES {values}")
    columns = ", ".join(
        "coalesce(d.ended_on, r.superseded_on) AS superseded_on"
        if column.name == "superseded_on"
        else f'r."{column.name}"'
        for column in COLUMNS
    )
    same = " AND ".join(
        f"d.{name} IS NOT DISTINCT FROM r.{name}"
        for name in ("source", "reporter", "partner", "flow", "hs", "period", "edition", "released_on")
    )
    return f"SELECT {columns} FROM ({rows}) AS r LEFT JOIN dropped AS d ON {same}"


def overlap(connection: duckdb.DuckDBPyConnection, year: int) -> bool:
    """Whether two releases of a source hold the same month of a reporter, so that one can drop what the other has."""
    found = connection.execute(
        "SELECT 1 AS found FROM months AS m "
        f"WHERE CAST(substr(split_part(m.period, '/', -1), 1, 4) AS INTEGER) = {year} "
        "GROUP BY m.source, m.reporter, m.flow, m.period HAVING count(DISTINCT m.released_on) > 1 LIMIT 1"
    ).fetchone()
    return found is not None


def _dropped(connection: duckdb.DuckDBPyConnection, rows: str) -> list[tuple[object, ...]]:
    """Which statements end, and on which day: candidates by what the later file lists, judged by its coverage."""
    candidates = connection.execute(f"""
        WITH r AS (SELECT * FROM ({rows}) WHERE hs IS NOT NULL AND qualifier IS NULL),
        whole AS (SELECT DISTINCT source, reporter, flow, period, released_on FROM r WHERE breakdown = '')
        SELECT DISTINCT r.source AS source, r.reporter AS reporter, r.partner AS partner, r.flow AS flow, r.hs AS hs,
               r.period AS period, r.edition AS edition, r.released_on AS released_on, m.released_on AS day
        FROM r
        JOIN ({_HELD}) AS m ON m.source = r.source AND m.reporter = r.reporter AND m.flow = r.flow
            AND m.period = r.period AND m.freq = r.freq AND m.edition IS NOT DISTINCT FROM r.edition
            AND m.released_on > r.released_on AND (r.superseded_on IS NULL OR m.released_on < r.superseded_on)
        JOIN whole AS w ON w.source = r.source AND w.reporter = r.reporter AND w.flow = r.flow
            AND w.period = r.period AND w.released_on = m.released_on
        SEMI JOIN codes AS c ON c.file_sha256 = m.file_sha256 AND c.freq = r.freq AND c.hs = r.hs
        ORDER BY day
    """).fetchall()
    coverage = Coverage(Holdings(connection))
    found: dict[tuple[object, ...], object] = {}
    for *statement, day in candidates:
        key = tuple(statement)
        if key in found:
            continue
        source, reporter, partner, flow, hs, period, _, _ = statement
        if coverage.of(
            reporter=reporter, partner=partner, flow=flow, hs=hs, period=period, source=source, as_of=None, release=day
        ):
            found[key] = day
    return [(*key, day) for key, day in found.items()]
