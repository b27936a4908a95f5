"""The flow table: one row a line of a customs book, the same columns whoever published it.

A reader delivers `sources.fields.FIELDS`; the ledger adds which release and file a row belongs to, and how long it
stood. The views add `value_usd` and `correction`.
"""

from __future__ import annotations

from tidewaiter.sources.fields import FIELDS, FLOWS, MONEY, QUANTITY, WORLD, Field

__all__ = ["CELL", "COLUMNS", "FLOWS", "MONEY", "QUANTITY", "SORTED_BY", "WORLD", "column_list", "empty_select"]

_BEFORE = (
    Field("source", "VARCHAR", "id of the publisher's card"),
    Field("release", "VARCHAR", "the release the row belongs to: its day"),
    Field("released_on", "DATE", "the day on which it was known"),
)
_AFTER = (
    Field("superseded_on", "DATE", "the day a later release of the source replaced it; null while it stands"),
    Field("counted", "BOOLEAN", "false where other rows of the release already hold what this one says"),
    Field("file", "VARCHAR", "name of the file it was read from"),
    Field("file_sha256", "VARCHAR", "SHA-256 of that file's bytes"),
)

COLUMNS = _BEFORE + FIELDS + _AFTER

#: What makes rows of different releases versions of one statement. A later release that has any row of a cell replaces
#: all rows that earlier ones have of it, whatever they were broken down by.
CELL = ("source", "reporter", "partner", "partner_code", "flow", "period", "edition", "hs", "currency")

#: The order of rows in a year's file: a country's review reads a small part of it.
SORTED_BY = ("partner", "hs", "reporter", "flow", "period", "released_on", "line")


def column_list(columns: tuple[Field, ...] = COLUMNS, *, alias: str = "") -> str:
    """The columns' names for a SELECT, in order, quoted where SQL would trip."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f'{prefix}"{column.name}"' for column in columns)


def empty_select(columns: tuple[Field, ...] = COLUMNS) -> str:
    """A SELECT of no rows with every column in its type."""
    fields = ", ".join(f'CAST(NULL AS {column.type}) AS "{column.name}"' for column in columns)
    return f"SELECT {fields} WHERE 1 = 0"
