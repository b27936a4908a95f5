"""The one pass over a file, and what is wrong with it: where, what, and the cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.sources import uniform
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import identifier

if TYPE_CHECKING:
    import duckdb

_LINE = re.compile(r"Line: (\d+)")
_COLUMNS = re.compile(r"Expected Number of Columns: (\d+) Found: (\d+)")


def read_into(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Make a view of the typed rows of a file, with the `record` number of each; SourceError where they cannot be
    parsed."""
    import duckdb

    try:
        _read_into(reading, connection, table)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        if "No space left" in str(error):
            raise
        raise _parse_error(reading, str(error)) from error


def could_read_into(
    reading: Reading, connection: duckdb.DuckDBPyConnection, table: str, same: Mapping[str, uniform.Word]
) -> str | None:
    """The same for a file whose columns `same` seem to be uniform; gives what DuckDB says where it is stopped."""
    import duckdb

    try:
        _read_into(reading, connection, table, same)
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        return str(error)
    return None


def _read_into(
    reading: Reading,
    connection: duckdb.DuckDBPyConnection,
    table: str,
    same: Mapping[str, uniform.Word] = MappingProxyType({}),
) -> None:
    """A table of the rows in their order, and over it the view of that name, with the number of each and what is the
    same in all."""
    let_go(connection, table)
    connection.execute(f"CREATE TEMP TABLE {table}_kept AS {uniform.compared(reading.typed.select, same)}")
    constants = "".join(f", {uniform.sql(word)} AS {identifier(name)}" for name, word in same.items())
    items = f"k.rowid + 1 AS record, k.*{constants}"
    connection.execute(f"CREATE TEMP VIEW {table} AS SELECT {items} FROM {table}_kept AS k")


def let_go(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Drop what `read_into` has made."""
    connection.execute(f"DROP VIEW IF EXISTS {table}")
    connection.execute(f"DROP TABLE IF EXISTS {table}_kept")


def _parse_error(reading: Reading, text: str) -> SourceError:
    """What DuckDB says of a broken file, in one line."""
    line = _LINE.search(text)
    place = f"line {line[1]}" if line and reading.container.kind == "csv" else None
    columns = _COLUMNS.search(text)
    lowered = text.casefold()
    if columns:
        what, cure = f"{columns[2]} columns under {columns[1]} headings", "the file is cut off or broken: get it again"
    elif "unicode" in lowered or "utf-8" in lowered or "encoding" in lowered:
        what, cure = "the text is not UTF-8 throughout", "save it as CSV in UTF-8"
    elif "quote" in lowered:
        what, cure = "a quoted cell does not end", "the file is cut off or broken: get it again"
    elif "maximum line size" in lowered:
        what, cure = "a line of more than a megabyte", "this is not the publisher's table: get it again"
    else:
        what, cure = text.strip().splitlines()[0][:200], "the file is cut off or broken: get it again"
    return SourceError(what, path=reading.path, place=place, cure=cure)


def check(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """SourceError at the first row that cannot be, with the value that shows it."""
    found = first_fault(connection, table)
    if found is None:
        return
    record, number = found
    fault = reading.typed.faults[number - 1]
    shown = connection.execute(
        f"SELECT CAST({fault.column} AS VARCHAR) AS shown FROM {reading.relation} LIMIT 1 OFFSET {record - 1}"
    ).fetchone()
    value = shown[0] if shown else None
    raise SourceError(
        fault.message.format(value=value),
        path=reading.path,
        place=f"{reading.place(record)}, {fault.heading!r}",
        cure=fault.cure,
    )


def first_fault(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, int] | None:
    """The record that cannot be, the first of them, and the number of its fault."""
    found: tuple[int, int] | None = connection.execute(
        f"SELECT record AS record, fault AS fault FROM {table} WHERE fault IS NOT NULL ORDER BY record LIMIT 1"
    ).fetchone()
    return found
