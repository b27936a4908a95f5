"""What a ledger holds, as the Python interface lists it: releases, coverage, calendars and tables of exchange rates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import UsageError

if TYPE_CHECKING:
    from tidewaiter.ledger.rates import RateTable
    from tidewaiter.ledger.store import Ledger as Store

_COVERAGE = """
    SELECT c.source AS source, c.reporter AS reporter, c.flow AS flow, c.freq AS freq, c.level AS level,
           c.partner_scope AS partners, c.code_scope AS codes, min(c.period) AS first, max(c.period) AS last,
           count(DISTINCT c.period) AS periods,
           CASE c.freq
                WHEN 'A' THEN CAST(max(c.period) AS INTEGER) - CAST(min(c.period) AS INTEGER) + 1
                WHEN 'O' THEN CAST(substr(max(c.period), 1, 4) AS INTEGER)
                     - CAST(substr(min(c.period), 1, 4) AS INTEGER) + 1
                ELSE 12 * (CAST(substr(max(c.period), 1, 4) AS INTEGER) - CAST(substr(min(c.period), 1, 4) AS INTEGER))
                     + CAST(substr(max(c.period), 6, 2) AS INTEGER) - CAST(substr(min(c.period), 6, 2) AS INTEGER) + 1
           END - count(DISTINCT c.period) AS missing
    FROM coverage AS c
    WHERE (CAST(? AS VARCHAR) IS NULL OR c.reporter = ?)
    GROUP BY c.source, c.reporter, c.flow, c.freq, c.level, c.partner_scope, c.code_scope
    ORDER BY c.source, c.reporter, c.flow, c.freq, c.level, first, partners, codes
"""


class Holdings:
    """The books of a folder and the embedded one, listed."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def path(self) -> Path | None:
        """The folder; None where there is only the embedded book."""
        return self.store.path

    def load_rates(self, path: str | Path, *, name: str, base: str | None = None) -> dict[str, Any]:
        """Put a table of exchange rates beside the flows, under a name: what `rates` lists of it.

        A file of the European Central Bank, or one with the headings currency, period and rate; `base` is the currency
        whose unit the rates are given for, where the file does not say it. A name stands for one table for good.
        """
        from tidewaiter.ledger.rates import load

        if self.path is None:
            raise UsageError("the embedded book cannot be added to", cure="open a ledger in a folder")
        return _rates(load(self.path, Path(path), name=name, base=base))

    def rates(self) -> list[dict[str, Any]]:
        """The tables of exchange rates: a dictionary each, with its base, currencies, span, file and day."""
        from tidewaiter.ledger.rates import tables

        return [] if self.path is None else [_rates(each) for each in tables(self.path)]

    def releases(self) -> list[dict[str, Any]]:
        """What is loaded: a dictionary for each file of each release, oldest first."""
        return self._records("SELECT * FROM releases ORDER BY released_on, source, file, file_sha256")

    def coverage(self, *, reporter: str | None = None) -> list[dict[str, Any]]:
        """Which periods the loaded books hold: a dictionary for each reporter, flow and kind of file.

        `missing` counts the periods between the first and the last that no file has. Published figures cover nothing.
        """
        return self._records(_COVERAGE, [reporter, reporter])

    def calendar(
        self,
        *,
        reporter: str | None = None,
        partner: str | None = None,
        flow: str = "export",
        hs: str | Sequence[str] = (),
        source: str | None = None,
    ) -> list[dict[str, Any]]:
        """Which months each reporter has published: a dictionary for each year of a book, with twelve `months`.

        A month is `booked` or `unknown`. With a `reporter` and a `partner` it is what the books say of that trade:
        `booked`, `none` (no trade), `part` (more may be missing), `none_of_part` (no trade in the codes that are
        loaded) or `unknown`; `annual` is the same of yearly books.
        """
        from dataclasses import asdict

        from tidewaiter.analysis import published_months

        if partner is None:
            return [asdict(year) for year in published_months.published(self.store, reporter=reporter, source=source)]
        if reporter is None:
            raise UsageError("whose books?", cure="name the reporter, too")
        years = published_months.asked(
            self.store, reporter=reporter, partner=partner, flow=flow, hs=hs or "TOTAL", source=source
        )
        return [asdict(year) for year in years]

    def _records(self, statement: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        found = self.store.connect().execute(statement, list(parameters))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def describe(self) -> str:
        """In a few words, what there is to hold a figure against."""
        book = "the embedded book of published figures"
        if not self.store.embedded:
            return f"the ledger in {self.path}"
        return book if self.path is None else f"the ledger in {self.path} and {book}"


def _rates(table: RateTable) -> dict[str, Any]:
    periods = sorted(period for entries in table.rates.values() for period in entries)
    return {
        "name": table.name,
        "base": table.base,
        "currencies": len(table.rates),
        "first": periods[0],
        "last": periods[-1],
        "loaded_on": table.loaded_on,
        "file": table.file,
        "file_sha256": table.sha256,
    }
