"""The one pass over a file, and what is wrong with it: where, what, and the cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.sources.read import Reading

if TYPE_CHECKING:
    import duckdb

_LINE = re.compile(r"Line: (\d+)")
_COLUMNS = re.compile(r"Expected Number of Columns: (\d+) Found: (\d+)")


def read_into(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Make a table of the typed rows of a file, in the file's order; SourceError where they cannot be parsed."""
    import duckdb

    try:
        _read_into(reading, connection, table)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        if "No space left" in str(error):
            raise
        raise _parse_error(reading, str(error)) from error


def could_read_into(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    """The same without a word said: False where something stands in the way, and no table is made."""
    import duckdb

    try:
        _read_into(reading, connection, table)
    except (duckdb.ConversionException, duckdb.InvalidInputException):
        return False
    return True


def _read_into(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {reading.typed.select}")


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
    fault = reading.typed.faults[found[1] - 1]
    shown = connection.execute(
        f"SELECT CAST({fault.column} AS VARCHAR) AS shown FROM {reading.relation} LIMIT 1 OFFSET {found[0]}"
    ).fetchone()
    value = shown[0] if shown else None
    raise SourceError(
        fault.message.format(value=value),
        path=reading.path,
        place=f"{reading.place(found[0] + 1)}, {fault.heading!r}",
        cure=fault.cure,
    )


def first_fault(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, int] | None:
    """The first row that cannot be, counted from 0, and the number of its fault."""
    found: tuple[int, int] | None = connection.execute(
        f"SELECT rowid AS at_row, fault AS fault FROM {table} WHERE fault IS NOT NULL ORDER BY rowid LIMIT 1"
    ).fetchone()
    return found
