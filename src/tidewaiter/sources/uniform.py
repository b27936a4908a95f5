"""Columns that say the same in every row of a file: guessed from pieces of it, held against each row as it is read.

A publisher's file says in every row that it is monthly, of 2022, in HS 2017. To keep such words costs as much as to
keep a value; to compare them costs next to nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING

from tidewaiter.sources import typed
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import identifier, literal

if TYPE_CHECKING:
    import duckdb

#: Smaller files are read before their pieces would be looked at, in bytes.
_LARGE = 1 << 24
_PIECES, _PIECE = 32, 1 << 12
_TYPES = ("VARCHAR", "BOOLEAN")

#: What a column says: a text, true or false, or nothing.
Word = str | bool | None

#: What DuckDB is made to say of a row that has another word.
OTHERWISE = "a column is not uniform"


def uniform(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, Word]:
    """Columns of the typed rows that seem to say the same throughout a plain file, and what they say.

    Of a small file none; `table` is the name of a table that is made and dropped.
    """
    rows = list(_pieces(reading))
    if not rows:
        return {}
    columns = list(zip(*rows, strict=True))
    lists = ", ".join(f"unnest(?) AS c{number}" for number in range(len(columns)))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {lists}", [list(column) for column in columns])
    booleans = [each.column for each in reading.sources if typed.kind_of(each.heading, reading.card) == "BOOLEAN"]
    numbers = [each.column for each in reading.sources if each.exact and each.column not in booleans]
    kinds = [*(f"TRY_CAST({name} AS BOOLEAN) AS {name}" for name in booleans)]
    kinds += [f"CAST(NULL AS DECIMAL(18, 3)) AS {name}" for name in numbers]
    relation = f"(SELECT * REPLACE ({', '.join(kinds)}) FROM {table})" if kinds else table
    again = typed.typed(reading.sources, reading.card, relation=relation, flow_given=reading.flow is not None)
    described = connection.execute(f"DESCRIBE {again.select}").fetchall()
    names = [name for name, kind, *_ in described if kind in _TYPES]
    asked = ", ".join(f"min({identifier(name)}), max({identifier(name)}), count({identifier(name)})" for name in names)
    found = connection.execute(f"SELECT count(*), {asked} FROM ({again.select})").fetchone()
    assert found is not None
    connection.execute(f"DROP TABLE {table}")
    told = zip(names, found[1::3], found[2::3], found[3::3], strict=True)
    return {name: least for name, least, most, n in told if n == 0 or (n == found[0] and least == most)}


def sql(word: Word) -> str:
    """A word as SQL writes it."""
    return literal(word) if isinstance(word, str) else "NULL" if word is None else str(word).upper()


def compared(select: str, same: Mapping[str, Word]) -> str:
    """SQL of the rows without the columns that are the same; DuckDB says `OTHERWISE` at a row where one is not."""
    if not same:
        return select
    names = ", ".join(identifier(name) for name in same)
    other = " OR ".join(f"{identifier(name)} IS DISTINCT FROM {sql(word)}" for name, word in same.items())
    return (
        f"SELECT * EXCLUDE ({names}) FROM ({select}) "
        f"WHERE CASE WHEN {other} THEN error({literal(OTHERWISE)}) ELSE TRUE END"
    )


def _pieces(reading: Reading) -> Iterator[list[str | None]]:
    """Rows from all over a file, as they are cut out: one that begins within quotes makes no harm but a worse guess."""
    path, width = reading.container.path, len(reading.sources)
    size = path.stat().st_size
    if size < _LARGE:
        return
    with path.open("rb") as stream:
        for number in range(_PIECES):
            stream.seek(size * number // _PIECES)
            lines = stream.read(_PIECE).decode("utf-8", "replace").split("\n")[1:-1]
            try:
                for row in csv.reader(lines, delimiter=reading.container.delimiter):
                    if row:
                        cells = [cell or None for cell in row[:width]]
                        yield [cell for cell, _ in zip_longest(cells, range(width))]
            except csv.Error:
                continue
