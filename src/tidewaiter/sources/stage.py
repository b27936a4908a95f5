"""A recognised file brought to the fields of a flow: typed in one pass, checked, its words looked up, not a row lost.

Nothing is decided row by row in Python. The typed rows lie in a Parquet file of their own in the file's order, so that
the row number there is the record number of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError
from tidewaiter.period import Period
from tidewaiter.sources import figures, mistakes, press
from tidewaiter.sources.fields import FIELDS, MONEY, QUANTITY
from tidewaiter.sources.lookups import Lookups
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import literal, literals
from tidewaiter.sources.typed import LACKING

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Refusal:
    """Rows that do not say what they are about: why, how many, and the first of them."""

    reason: str
    rows: int
    first_record: int


@dataclass(frozen=True, slots=True)
class Staged:
    """A file's rows ready for the ledger.

    `broken_down` names the breakdowns that some row has; `converted` says whether codes of several editions stand side
    by side; `dated` whether rows carry their own day of release. `constants` are the fields that no row says by itself.
    """

    reading: Reading
    rows_read: int
    refused: tuple[Refusal, ...]
    years: tuple[int, ...]
    last_day: date
    broken_down: tuple[str, ...]
    converted: bool
    dated: bool
    constants: Mapping[str, str]
    _select: str = field(repr=False)
    _keys: Mapping[int, tuple[str, ...]] = field(repr=False)

    def select(self, year: int | None = None) -> str:
        """SQL of `FIELDS` and `released_on` (null: the load's day) of the rows that say enough, of one year or all."""
        if year is None:
            return self._select
        return f"{self._select} AND s.period_key IN ({literals(self._keys[year])})"


def stage(reading: Reading, *, connection: duckdb.DuckDBPyConnection, target: Path, today: date) -> Staged:
    """Read a file into a typed copy at `target`; SourceError at its first mistake, naming file, line and cure."""
    if reading.card.id == press.SOURCE:
        return _figures(reading, connection, target)
    mistakes.copy(reading, connection, target)
    rows = f"read_parquet({literal(str(target))}, file_row_number = true)"
    mistakes.check(reading, connection, rows)
    rows_read, refused = _count(reading, connection, rows)
    lookups = Lookups(reading, connection, rows, target.stem, today)
    expressions = {each.name: f"CAST(NULL AS {each.type})" for each in FIELDS}
    expressions |= lookups.expressions()
    items = ", ".join(f'CAST({expressions[each.name]} AS {each.type}) AS "{each.name}"' for each in FIELDS)
    dated = "released_on" in reading.typed.fields
    items += f", {'s.released_on' if dated else 'CAST(NULL AS DATE)'} AS released_on"
    months = lookups.months
    years = sorted({month.year for month in months.values()})
    return Staged(
        reading=reading,
        rows_read=rows_read,
        refused=refused,
        years=tuple(years),
        last_day=max(Period.parse(month.period).last_day for month in months.values()),
        broken_down=lookups.broken_down,
        converted=lookups.converted,
        dated=dated,
        constants={name: sql for name, sql in expressions.items() if "." not in sql},
        _select=f"SELECT {items} FROM {rows} AS s {' '.join(lookups.joins)} WHERE s.lacking IS NULL",
        _keys={year: tuple(key for key, month in months.items() if month.year == year) for year in years},
    )


def _figures(reading: Reading, connection: duckdb.DuckDBPyConnection, target: Path) -> Staged:
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
    connection.execute(
        f"COPY (SELECT {typed}, period AS period_key, CAST(NULL AS UTINYINT) AS lacking "
        f"FROM (SELECT *, {press.money()} AS money FROM ({rows}))) TO {literal(str(target))} (FORMAT parquet)"
    )
    items = ", ".join(f'CAST(s."{each.name}" AS {each.type}) AS "{each.name}"' for each in FIELDS)
    keys = figures.years(periods)
    return Staged(
        reading=reading,
        rows_read=len(days),
        refused=(),
        years=tuple(keys),
        last_day=min(days),
        broken_down=(),
        converted=False,
        dated=True,
        constants={},
        _select=f"SELECT {items}, s.released_on FROM read_parquet({literal(str(target))}) AS s WHERE s.lacking IS NULL",
        _keys=keys,
    )


def _count(reading: Reading, connection: duckdb.DuckDBPyConnection, rows: str) -> tuple[int, tuple[Refusal, ...]]:
    """How many rows were read, and which are refused; SourceError where none is left."""
    counted = connection.execute(
        f"SELECT lacking AS lacking, count(*) AS n, min(file_row_number) + 1 AS first_record "
        f"FROM {rows} GROUP BY lacking ORDER BY 1"
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
