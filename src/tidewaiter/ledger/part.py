"""What one file brings to one year, written at once in the ledger's order: the year's file, where nothing meets it.

The columns that are the same in every row are put in after the sort. Words are numbers until they are written (see
`sources.words`): the file has them as words again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger.schema import CELL, COLUMNS, SORTED_BY
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import identifier, literal
from tidewaiter.sources.stage import Staged

if TYPE_CHECKING:
    import duckdb

_ROW_GROUP = 122_880
#: The level of zstd: higher ones take longer and save nothing here.
_LEVEL = 1
#: Written as text, not as numbers of a list: then the file notes the least and greatest word of each group of rows, by
#: which a review passes over the groups that cannot hold its country.
_PASSED_OVER_BY = ("partner", "hs")
_NO_WORD = "CAST(NULL AS VARCHAR)"
_WORD = re.compile(r"(?:CAST\()?('(?:[^']|'')*')(?: AS VARCHAR\))?")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one file for one year, in a Parquet file of `COLUMNS`; all stand and all are `counted`.

    `doubled`: some statement may come twice in the file, or in two releases. `uneven`: some rows hold parts or
    conversions of what others say. `dated`: rows carry their own day of release.
    """

    reading: Reading
    year: int
    path: Path
    rows: int
    doubled: bool
    uneven: bool
    dated: bool


def rows(staged: Staged, day: date, *, year: int | None = None, fields: Collection[str] | None = None) -> str:
    """SQL of a staged file's rows with the ledger's own columns, of one year or all; only some columns if named."""
    own = _own(staged, day)
    wanted = [each.name for each in COLUMNS if fields is None or each.name in fields]
    items = ", ".join(f"{own.get(name, f'f.{identifier(name)}')} AS {identifier(name)}" for name in wanted)
    return f"SELECT {items} FROM ({staged.select(year, fields={*wanted, 'released_on'})}) AS f"


def write(connection: duckdb.DuckDBPyConnection, staged: Staged, day: date, *, folder: Path) -> list[Part]:
    """Write a staged file's parts, one for each of its years."""
    own = {name: sql for name, sql in _own(staged, day).items() if "f." not in sql}
    written = []
    for year in staged.years:
        path = folder / f"{staged.table}-{year}.parquet"
        count = copy_sorted(
            connection,
            rows(staged, day, year=year),
            path,
            constants={**staged.constants, **own},
            types=staged.types,
        )
        written.append((year, path, count))
    doubled = any(_has_neighbours(connection, path) for _, path, _ in written) and _is_doubled(connection, staged)
    uneven = bool(staged.broken_down) or staged.converted
    return [
        Part(staged.reading, year, path, count, doubled=doubled, uneven=uneven, dated=staged.dated)
        for year, path, count in written
    ]


def _has_neighbours(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Whether two rows that follow each other in a part are about the same; if none are, no statement comes twice."""
    columns = SORTED_BY[: SORTED_BY.index("released_on")]
    before = ", ".join(f"lag({name}) OVER () AS {name}_before" for name in columns)
    same = " AND ".join(f"r.{name} IS NOT DISTINCT FROM r.{name}_before" for name in columns)
    found = connection.execute(
        f"SELECT 1 AS found FROM (SELECT row_number() OVER () AS nth, {', '.join(columns)}, {before} "
        f"FROM read_parquet({literal(str(path))})) AS r WHERE {same} AND r.nth > 1 LIMIT 1"
    ).fetchone()
    return found is not None


def _is_doubled(connection: duckdb.DuckDBPyConnection, staged: Staged) -> bool:
    """Whether some statement may come twice in a file, or in two releases: whether two rows share a cell."""
    columns = [name for name in (*CELL, "product", "unit") if name != "source" and name not in staged.constants]
    if not columns:
        return True
    hashed = ", ".join(f"r.{identifier(name)}" for name in columns)
    found = connection.execute(
        f"SELECT count(*) AS n, count(DISTINCT hash({hashed})) AS cells FROM ({staged.select(fields=columns)}) AS r"
    ).fetchone()
    assert found is not None
    return bool(found[0] != found[1])


def copy_sorted(
    connection: duckdb.DuckDBPyConnection,
    rows: str,
    target: Path,
    *,
    constants: Mapping[str, str],
    types: Mapping[str, str],
) -> int:
    """Write rows to a file in the ledger's order; how many they are.

    `constants` are columns that are the same in all of them, with their SQL, and `types` those whose words are numbers.
    """
    carried = ", ".join(identifier(each.name) for each in COLUMNS if each.name not in constants)
    order = ", ".join(identifier(name) for name in SORTED_BY if name not in constants)
    items = ", ".join(
        f"{_constant(constants[each.name]) if each.name in constants else _varying(each.name, types)} "
        f"AS {identifier(each.name)}"
        for each in COLUMNS
    )
    written = f"FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL {_LEVEL}, ROW_GROUP_SIZE {_ROW_GROUP}"
    found = connection.execute(
        f"COPY (SELECT {items} FROM (SELECT {carried} FROM ({rows}) ORDER BY {order}) AS r) "
        f"TO {literal(str(target))} ({written})"
    ).fetchone()
    assert found is not None
    return int(found[0])


def _varying(name: str, types: Mapping[str, str]) -> str:
    column = f"r.{identifier(name)}"
    return f"CAST({column} AS VARCHAR)" if name in types and name in _PASSED_OVER_BY else column


def _constant(sql: str) -> str:
    """A word that is the same in all rows is a list of one; so is no word, which is then written three times faster."""
    if sql == _NO_WORD:
        return "CAST(NULL AS ENUM(''))"
    word = _WORD.fullmatch(sql)
    return f"CAST({word[1]} AS ENUM({word[1]}))" if word else sql


def _own(staged: Staged, day: date) -> dict[str, str]:
    """SQL of the ledger's own columns for the rows of a file."""
    known = f"DATE {literal(day.isoformat())}"
    own = {
        "source": literal(staged.reading.card.id),
        "release": literal(day.isoformat()),
        "released_on": known,
        "superseded_on": "CAST(NULL AS DATE)",
        "counted": "TRUE",
        "file": literal(staged.reading.path.name),
        "file_sha256": literal(staged.reading.sha256),
    }
    if staged.dated:
        own["released_on"] = f"coalesce(f.released_on, {known})"
        own["release"] = f"CAST({own['released_on']} AS VARCHAR)"
    return own
