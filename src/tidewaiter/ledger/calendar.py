"""What a file holds, written down at loading: which months of which reporters, which codes, how many partners.

Three small tables for each load and one of counts, from which `coverage` answers. They say what is there; what that
proves is decided when it is asked, so that a better rule needs no new load.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger.schema import empty_select
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    import duckdb

#: The columns of a row that they are made from.
FIELDS = frozenset(
    {"source", "release", "released_on", "file_sha256", "reporter", "partner", "flow", "freq", "period", "edition"}
    | {"hs", "level", "qualifier"}
)

#: The tables: their names, and the SQL over one file's rows `r`.
TABLES = {
    # a month (or year) that a reporter has published, as far as this file shows it
    "months": """
        SELECT r.source AS source, r.release AS release, r.released_on AS released_on, r.file_sha256 AS file_sha256,
               {one_query} AS one_query, {cut_off} AS cut_off,
               r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.period AS period, r.edition AS edition,
               r.level AS level, count(*) AS rows_held
        FROM ({rows}) AS r WHERE r.hs IS NOT NULL AND r.qualifier IS NULL GROUP BY ALL
    """,
    # a code that the file has for anybody, and between which periods its heading is seen there
    "codes": """
        SELECT r.file_sha256 AS file_sha256, r.freq AS freq, r.level AS level, r.hs AS hs,
               min(r.period) AS first_period, max(r.period) AS last_period, count(*) AS rows_held
        FROM ({rows}) AS r WHERE r.hs IS NOT NULL AND r.qualifier IS NULL GROUP BY ALL
    """,
    # with which partners a reporter is seen there, by chapter: each once, so that they can be counted
    "lanes": """
        SELECT r.file_sha256 AS file_sha256, r.reporter AS reporter, substr(r.hs, 1, 2) AS chapter,
               r.partner AS partner
        FROM ({rows}) AS r WHERE r.hs IS NOT NULL AND r.qualifier IS NULL GROUP BY ALL
    """,
}

#: How many partners a reporter has in a file, by chapter; without a reporter, how many the file has. Counted from the
#: view or table `{lanes}`, once for each load; a ledger that was loaded before has it counted where it is asked.
PARTNERS = """
    SELECT l.file_sha256 AS file_sha256, l.reporter AS reporter, l.chapter AS chapter, count(*) AS partners
    FROM {lanes} AS l GROUP BY l.file_sha256, l.reporter, l.chapter
    UNION ALL
    SELECT l.file_sha256 AS file_sha256, CAST(NULL AS VARCHAR) AS reporter, l.chapter AS chapter,
           count(DISTINCT l.partner) AS partners
    FROM {lanes} AS l GROUP BY l.file_sha256, l.chapter
"""
#: Neighbours are asked for together: what is in order is passed over unread.
_ORDER = {"lanes": " ORDER BY partner, reporter, chapter"}


def empty() -> dict[str, str]:
    """The tables without a row, for a ledger that has none."""
    rows = empty_select()
    made = {name: select.format(rows=rows, one_query="FALSE", cut_off="FALSE") for name, select in TABLES.items()}
    return {**made, "partners": PARTNERS.format(lanes="lanes")}


def views(paths: Sequence[str], parquet: Callable[[str, Sequence[str]], str]) -> dict[str, str]:
    """The SELECTs of views over the files that loads wrote; `parquet` makes a relation of some files, with a name."""
    files = {table: [path for path in paths if path.endswith(f"-{table}.parquet")] for table in (*TABLES, "partners")}
    found = {table: f"SELECT * FROM {parquet(f'{table}_files', listed)}" for table, listed in files.items() if listed}
    if len(files["partners"]) < len(files["lanes"]):
        found["partners"] = PARTNERS.format(lanes="lanes")
    return found


def begin(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of a load, empty, in which `note` gathers."""
    made = empty()
    for table, select in ((table, made[table]) for table in TABLES):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE new_{table} AS {select}")


def note(connection: duckdb.DuckDBPyConnection, rows: str, *, one_query: bool, cut_off: bool) -> None:
    """Write down what a file holds: its rows in SQL, and whether it is the answer to one query and was cut off."""
    for table, select in TABLES.items():
        filled = select.format(rows=rows, one_query=str(one_query).upper(), cut_off=str(cut_off).upper())
        connection.execute(f"INSERT INTO new_{table} {filled}")


def write(connection: duckdb.DuckDBPyConnection, *, folder: Path, name: str) -> list[Path]:
    """Write the tables of a load to files."""
    tables = {table: f"SELECT * FROM new_{table}{_ORDER.get(table, '')}" for table in TABLES}
    tables["partners"] = f"SELECT * FROM ({PARTNERS.format(lanes='new_lanes')}) ORDER BY reporter, chapter"
    written = []
    for table, select in tables.items():
        target = folder / f"{name}-{table}.parquet"
        connection.execute(f"COPY ({select}) TO {literal(str(target))} (FORMAT parquet, COMPRESSION zstd)")
        written.append(target)
    return written
