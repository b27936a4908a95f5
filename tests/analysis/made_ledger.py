"""A ledger made of a few rows, with the real views over them and a coverage that a test states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb

from tidewaiter.ledger import book, calendar
from tidewaiter.ledger.coverage import Covered
from tidewaiter.ledger.reach import Reach
from tidewaiter.ledger.schema import COLUMNS, column_list
from tidewaiter.ledger.store import Ledger
from tidewaiter.sources.fields import Field
from tidewaiter.sources.sql import literal

DEFAULTS: dict[str, Any] = {
    "source": "comtrade",
    "release": "2023-01-01",
    "released_on": date(2023, 1, 1),
    "reporter": "CHN",
    "partner": "PRK",
    "flow": "export",
    "edition": "HS2022",
    "currency": "USD",
    "valuation": "FOB",
    "counted": True,
    "breakdown": "",
    "file": "rows.csv",
    "file_sha256": "0" * 64,
}


def row(period: str, hs: str | None, value: float | str | None, **more: Any) -> dict[str, Any]:
    """One row of a book; what is not said is China's exports to North Korea as UN Comtrade has them."""
    freq = {7: "M", 4: "A"}.get(len(period), "O")
    filled = {
        **DEFAULTS,
        "period": period,
        "freq": freq,
        "year": int(period.rpartition("/")[2][:4]),
        "month": int(period[5:7]) if freq == "M" else None,
        "hs": hs,
        "level": None if hs is None else (0 if hs == "TOTAL" else len(hs)),
        "value": None if value is None else Decimal(str(value)),
        **more,
    }
    filled.setdefault("line", next(_lines))
    return filled


_SAID = ("source", "reporter", "flow", "period", "edition")
_SUBHEADING = 6
_lines = iter(range(1, 1_000_000))


class MadeLedger(Ledger):
    """The given rows; `covered` maps (source, reporter, flow, period) to yes or partial, for every code."""

    def __init__(
        self,
        rows: Iterable[Mapping[str, Any]] = (),
        *,
        covered: Mapping[tuple[str, str, str, str], str] | None = None,
        embedded: bool = False,
    ) -> None:
        super().__init__(None, embedded=embedded)
        self.rows = list(rows)
        self.covered = dict(covered or {})

    def covers(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        hs: str,
        period: str,
        source: str | None = None,
        as_of: date | None = None,
    ) -> Covered:
        first = min((row["released_on"] for row in self.rows), default=date.min)
        if as_of is not None and as_of < first:
            return Covered("no", "not published yet")
        for key, state in self.covered.items():
            if key[1:] == (reporter, flow, period) and source in (None, key[0]):
                return Covered(state, f"{key[0]} holds a selection of codes", key[0], "2023-01-01")
        return Covered("no", "not loaded")

    def covers_each(self, *, periods: Iterable[str], **asked: Any) -> dict[str, Covered]:
        return {period: self.covers(period=period, **asked) for period in periods}

    def reach(
        self, *, country: str, prefixes: Iterable[str], as_of: date | None = None
    ) -> dict[tuple[str, str], Reach]:
        """Every code asked for, in each period that is stated to be covered, and in those that have rows."""
        found: dict[tuple[str, str], Reach] = {}
        told = [(key, tuple(prefixes)) for key in self.covered]
        told += [
            ((one["source"], one["reporter"], one["flow"], one["period"]), (one["hs"],))
            for one in self.rows
            if one["hs"] is not None and one.get("qualifier") is None and one["hs"].startswith(tuple(prefixes))
        ]
        for (source, reporter, flow, period), codes in told:
            known = found.get((reporter, flow), Reach())
            found[reporter, flow] = Reach(known.codes | {*codes}, known.periods | {period}, known.sources | {source})
        return found

    def _open(self, *given: Any) -> Any:
        engine = super()._open(*given)
        engine.lay("made", self._make, COLUMNS)
        relations = ["made", *(["embedded_flows"] if self.embedded else [])]
        engine.view("flows", book.flows_view(relations))
        engine.view("book", book.book_as_of())
        engine.lay("said", self._say, [Field(name, "VARCHAR", "") for name in _SAID])
        finest = f"coalesce((SELECT max(m.level) FROM made AS m WHERE m.source = s.source), {_SUBHEADING})"
        freq = "CASE length(s.period) WHEN 7 THEN 'M' WHEN 4 THEN 'A' ELSE 'O' END AS freq"
        file = f"{literal(DEFAULTS['file_sha256'])} AS file_sha256, DATE '2023-01-01' AS released_on"
        whole = "FALSE AS one_query, FALSE AS cut_off, '2023-01-01' AS release"
        level = f"coalesce(m.level, {finest}) AS level"
        levels = "(SELECT DISTINCT source, reporter, flow, level FROM made WHERE hs IS NOT NULL) AS m"
        of = "m.source = s.source AND m.reporter = s.reporter AND m.flow = s.flow"
        month = f"SELECT s.*, {file}, {freq}, {whole}, 1 AS rows_held, {level}"
        engine.view("months", f"{month} FROM said AS s LEFT JOIN {levels} ON {of}")
        engine.view("lanes", calendar.TABLES["lanes"].format(rows="SELECT * FROM made"))
        return engine

    def _make(self, connection: duckdb.DuckDBPyConnection) -> None:
        kinds = ", ".join(f'"{column.name}" {column.type}' for column in COLUMNS)
        connection.execute(f"CREATE TABLE made ({kinds})")
        if self.rows:
            marks = ", ".join("?" for _ in COLUMNS)
            values = [[row.get(column.name) for column in COLUMNS] for row in self.rows]
            connection.executemany(f"INSERT INTO made ({column_list()}) VALUES ({marks})", values)

    def _say(self, connection: duckdb.DuckDBPyConnection) -> None:
        held = {(row["source"], row["reporter"], row["flow"], row["period"]): row["edition"] for row in self.rows}
        months = [(*key, held.get(key)) for key in dict.fromkeys([*self.covered, *held])]
        names = ", ".join(f"{name} VARCHAR" for name in _SAID)
        connection.execute(f"CREATE TABLE said ({names})")
        if months:
            connection.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?)", months)


def months(source: str, reporter: str, flow: str, first: str, last: str, state: str = "yes") -> dict[Any, str]:
    """Coverage of every month from `first` to `last`."""
    from tidewaiter.period import Period

    return {(source, reporter, flow, month): state for month in Period.parse(f"{first}/{last}").months()}
