"""A recognised file brought to the fields of a flow: typed in one pass, checked, its words looked up, not a row lost.

Nothing is decided row by row in Python. The typed rows lie in a table in the file's order, so that the row number there
is the record number of the file; from it the rows that say enough go into a second, narrower one, and the first is
let go of. What is the same in all rows lies in neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.period import Period
from tidewaiter.sources import figures, mistakes, press, uniform
from tidewaiter.sources.fields import FIELDS, MONEY, QUANTITY, Field
from tidewaiter.sources.lookups import Lookups
from tidewaiter.sources.quick import quick
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import identifier
from tidewaiter.sources.typed import LACKING
from tidewaiter.sources.words import Words

if TYPE_CHECKING:
    import duckdb

#: What a file's rows are brought to: the fields of a flow, and their own day of release.
FIELDS_AND_DAY = (*FIELDS, Field("released_on", "DATE", "the day on which it was known, where the row says it"))
_LITERAL = re.compile(r"'(?:[^']|'')*'")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Rows that do not say what they are about: why, how many, and the first of them."""

    reason: str
    rows: int
    first_record: int


@dataclass(frozen=True, slots=True)
class Staged:
    """A file's rows ready for the ledger, in a table of the connection until it is dropped.

    `broken_down` names the breakdowns that some row has; `converted` says whether codes of several editions stand side
    by side; `dated` whether rows carry their own day of release, `all_dated` whether all do. `constants` are the fields
    that no row says by itself, as SQL; `types` those that the table has in another type than their own: words as
    numbers (see `words`). `unlisted` are codes that no list of the HS has, each with its first record.
    """

    reading: Reading
    rows_read: int
    refused: tuple[Refusal, ...]
    years: tuple[int, ...]
    last_day: date
    broken_down: tuple[str, ...]
    converted: bool
    dated: bool
    all_dated: bool
    constants: Mapping[str, str]
    types: Mapping[str, str]
    table: str = field(repr=False)
    unlisted: tuple[tuple[str, int], ...] = ()

    def select(self, year: int | None = None, *, fields: Collection[str] | None = None) -> str:
        """SQL of the fields, all or those named, and `released_on` (null: the load's day), of one year or all."""
        items = ", ".join(
            f"{self.constants.get(each.name, f's.{identifier(each.name)}')} AS {identifier(each.name)}"
            for each in FIELDS_AND_DAY
            if fields is None or each.name in fields
        )
        where = f" WHERE s.year = {year}" if year is not None and len(self.years) > 1 else ""
        return f"SELECT {items} FROM {self.table} AS s{where}"

    def drop(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Let go of the rows."""
        connection.execute(f"DROP TABLE {self.table}")


def stage(reading: Reading, *, connection: duckdb.DuckDBPyConnection, table: str, today: date) -> Staged:
    """Read a file into a typed table of that name; SourceError at its first mistake, naming file, line and cure."""
    if reading.card.id == press.SOURCE:
        return _figures(reading, connection, table)
    raw = f"{table}_read"
    same = _quickly(reading, connection, raw)
    if same is None:
        mistakes.read_into(reading, connection, raw)
        mistakes.check(reading, connection, raw)
    rows_read, refused = _count(reading, connection, raw)
    words = Words(connection, raw, table, same or {})
    lookups = Lookups(reading, words, today)
    expressions = lookups.expressions()
    dated = "released_on" in reading.typed.fields
    if dated:
        expressions["released_on"] = "s.released_on"
    all_dated = dated and words.stands_in_all("released_on")
    types = words.narrow()
    constants, items = {}, []
    for each in FIELDS_AND_DAY:
        sql = expressions.get(each.name, "NULL")
        if "." in _LITERAL.sub("", sql):
            items.append(f"CAST({sql} AS {types.get(each.name, each.type)}) AS {identifier(each.name)}")
        else:
            constants[each.name] = f"CAST({sql} AS {each.type})"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {', '.join(items)} FROM {raw} AS s "
        f"{' '.join(words.joins)} WHERE s.lacking IS NULL"
    )
    mistakes.let_go(connection, raw)
    months = lookups.months.values()
    return Staged(
        reading=reading,
        rows_read=rows_read,
        refused=refused,
        years=tuple(sorted({month.year for month in months})),
        last_day=max(Period.parse(month.period).last_day for month in months),
        broken_down=lookups.broken_down,
        converted=lookups.converted,
        dated=dated,
        all_dated=all_dated,
        constants=constants,
        types={name: kind for name, kind in types.items() if name not in constants},
        table=table,
        unlisted=lookups.unlisted,
    )


def _quickly(reading: Reading, connection: duckdb.DuckDBPyConnection, raw: str) -> Mapping[str, uniform.Word] | None:
    """Read a file the quick way; gives its uniform columns, and what they say.

    None where it cannot be read so, or has a mistake, which the strict way names.
    """
    plain = quick(reading)
    if plain is None:
        return None
    same = uniform.uniform(plain, connection, f"{raw}_pieces")
    stopped = mistakes.could_read_into(plain, connection, raw, same)
    if stopped and uniform.OTHERWISE in stopped:
        same = {}
        stopped = mistakes.could_read_into(plain, connection, raw, same)
    return same if stopped is None and mistakes.first_fault(connection, raw) is None else None


def _figures(reading: Reading, connection: duckdb.DuckDBPyConnection, table: str) -> Staged:
    """A file of published figures: short, so that every row can be looked at."""
    names = ", ".join(f"coalesce({each.column}, '') AS {each.heading.text}" for each in reading.sources)
    rows = f"SELECT {names}, row_number() OVER () AS record FROM {reading.relation}"
    found = connection.execute(rows)
    headings = [column[0] for column in found.description]
    days, periods = [], []
    for record, cells in enumerate(found.fetchall(), 1):
        row = dict(zip(headings, cells, strict=True))
        try:
            days.append(figures.check(row))
        except SourceError as error:
            place = reading.place(record)
            raise SourceError(error.message, path=reading.path, place=place, cure=error.cure) from error
        periods.append(row["period"])
    if not days:
        raise SourceError("a heading and no rows", path=reading.path, cure="write figures under it")
    typed = press.fields(money=MONEY, quantity=QUANTITY)
    items = ", ".join(f"CAST(f.{identifier(each.name)} AS {each.type}) AS {each.name}" for each in FIELDS_AND_DAY)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {items} FROM "
        f"(SELECT {typed} FROM (SELECT *, {press.money()} AS money FROM ({rows}))) AS f"
    )
    return Staged(
        reading=reading,
        rows_read=len(days),
        refused=(),
        years=tuple(sorted({Period.parse(period).last_day.year for period in periods})),
        last_day=min(days),
        broken_down=(),
        converted=False,
        dated=True,
        all_dated=True,
        constants={},
        types={},
        table=table,
    )


def _count(reading: Reading, connection: duckdb.DuckDBPyConnection, raw: str) -> tuple[int, tuple[Refusal, ...]]:
    """How many rows were read, and which are refused; SourceError where none is left."""
    counted = connection.execute(
        f"SELECT lacking AS lacking, count(*) AS n, min(record) AS first_record FROM {raw} GROUP BY lacking ORDER BY 1"
    ).fetchall()
    refused = tuple(Refusal(LACKING[why], n, first) for why, n, first in counted if why is not None)
    if any(why is None for why, _, _ in counted):
        return sum(n for _, n, _ in counted), refused
    if refused:
        raise SourceError(
            f"no row can be used: {refused[0].reason}",
            path=reading.path,
            place=reading.place(refused[0].first_record),
            cure="download the file again with that column filled",
        )
    raise SourceError(
        "a heading and no rows",
        path=reading.path,
        cure="no data is not zero trade: check the query and download it again",
    )
