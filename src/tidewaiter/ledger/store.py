"""The ledger: one folder of flows, opened, asked and added to.

```
ledger = open_ledger("trade/")             # or None: only the book of published figures that comes with the package
ledger.load(["exports.csv"])
ledger.connect().execute("SELECT … FROM book WHERE …")
```
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import UsageError
from tidewaiter.ledger import book, calendar, corrections, embedded, engines, manifest
from tidewaiter.ledger.corrections import Correction
from tidewaiter.ledger.manifest import Manifest
from tidewaiter.ledger.schema import COLUMNS, empty_select

if TYPE_CHECKING:
    from tidewaiter.ledger.coverage import Coverage, Covered
    from tidewaiter.ledger.engines.engine import Cursor, Engine
    from tidewaiter.ledger.holdings import Holdings
    from tidewaiter.ledger.reach import Reach
    from tidewaiter.ledger.report import LoadReport
    from tidewaiter.sources.card import Card

__all__ = ["Ledger", "open_ledger"]


class Ledger:
    """Flows of all loaded releases, and the embedded book unless it was left out."""

    def __init__(
        self, path: Path | None, *, embedded: bool = True, engine: str = engines.DUCKDB, store: str | None = None
    ) -> None:
        self.path = path
        self.embedded = embedded
        self.engine = engine
        self.store = store
        self._manifest: Manifest | None = None
        self._corrections: tuple[Correction, ...] = ()
        self._seen: tuple[object, ...] | None = None
        self._opened: Engine | None = None
        self._coverage: Coverage | None = None
        self._holdings: Holdings | None = None

    def connect(self) -> Cursor:
        """A cursor with the views `flows`, `book`, `world`, `releases` and `coverage`; DuckDB's own or one over Spark.

        `flows` has all rows of all releases, `book` those that may be put side by side today (see `ledger.book`),
        `world` the same with the world as partner; `releases` is a row for each file of a release, `coverage` one for
        each month that a file shows to be published. The SQL is DuckDB's with either engine. LedgerError where the
        folder is not a ledger of this program.
        """
        return self._current().cursor()

    def _current(self) -> Engine:
        """The engine over the ledger's present state; opened anew where another load has replaced the manifest."""
        seen = None if self.path is None else (manifest.stamp(self.path), corrections.stamp(self.path))
        if self._opened is not None and seen == self._seen:
            return self._opened
        current = Manifest() if self.path is None else manifest.read(self.path)
        declared = () if self.path is None else corrections.read(self.path)
        if self._opened is None or current != self._manifest or declared != self._corrections:
            self._opened = self._open(current, declared)
            self._coverage = self._holdings = None
            self._manifest, self._corrections = current, declared
        self._seen = seen
        return self._opened

    @property
    def corrected(self) -> bool:
        """Whether corrections are declared beside the ledger (`ledger.corrections`)."""
        self._current()
        return bool(self._corrections)

    @property
    def holdings(self) -> Holdings:
        """What the loaded files hold: their months, codes and countries (`ledger.holdings`)."""
        from tidewaiter.ledger.holdings import Holdings  # many a question is put to the books without it

        self._current()
        if self._holdings is None:
            self._holdings = Holdings(self.connect())
        return self._holdings

    @property
    def undated(self) -> frozenset[str]:
        """The SHA-256 of files of which nobody said when they were published: their release is the file's own day."""
        self._current()
        loads = self._manifest.loads if self._manifest else ()
        return frozenset(each.sha256 for each in loads if not each.published)

    @property
    def state(self) -> str:
        """What tells one state of the ledger from another: the files loaded, the corrections, the embedded book.

        A digest taken from the manifest, whatever the size of the ledger.
        """
        self._current()
        loads = () if self._manifest is None else self._manifest.loads
        told = (loads, self._corrections, embedded.sha256() if self.embedded else None)
        return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()

    def load(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        source: str | None = None,
        release: date | None = None,
        direction: str | None = None,
        headings: str | Sequence[str] | None = None,
        edition: str | None = None,
        card: Card | None = None,
    ) -> LoadReport:
        """Add customs files (or folders of them) to the ledger: all of them or, at the first mistake, none.

        `source` is a card's id, found by the headings where it is not given. `release` is the day the files were
        published: else what the file says, else the day it was written. `direction` is export or import, for files
        that do not say it. `headings` are those of a file that has lost them, or the name of a list on the card.
        `edition` is that of the codes, for files that do not say it (`HS2017`). `card` is one of your own, for files of
        a publisher that has none (`sources.own.own_card`).

        The same bytes again change nothing, under whatever name; a later release never overwrites an earlier one.
        Another process that loads at the same time is waited for. SourceError names file, place and cure of what cannot
        be read; LedgerError says why the folder cannot be written. A process killed at any moment leaves the ledger as
        it was, or whole.
        """
        from tidewaiter.ledger.load import load

        if self.path is None:
            raise UsageError("the embedded book cannot be added to", cure="open a ledger in a folder")
        files = [paths] if isinstance(paths, str | Path) else paths
        return load(
            self.path,
            [Path(path) for path in files],
            source=source,
            release=release,
            direction=direction,
            headings=headings,
            edition=edition,
            card=card,
        )

    def book_as_of(self, day: date | None = None) -> str:
        """SQL of the `book` as it stood on a day, to stand in a FROM clause in brackets."""
        return book.book_as_of(day)

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
        """Whether a row missing from the book for one month (or year) would mean zero trade.

        `hs` is a code prefix or TOTAL; `period` one month or year as the book writes it. Without a `source` the answer
        is that of the source which covers it best. The book of published figures covers nothing: a newspaper prints
        what it likes. What makes a month covered stands in `ledger.coverage`.
        """
        found = self.covers_each(
            reporter=reporter, partner=partner, flow=flow, hs=hs, periods=(period,), source=source, as_of=as_of
        )
        return found[period]

    def covers_each(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        hs: str,
        periods: Sequence[str],
        source: str | None = None,
        as_of: date | None = None,
    ) -> dict[str, Covered]:
        """The same of several months or years, by period: what the ledger holds is looked at once."""
        from tidewaiter.ledger.coverage import Coverage  # many a question is put to the books without it

        holdings = self.holdings
        if self._coverage is None:
            self._coverage = Coverage(holdings)
        of = self._coverage.of
        return {
            period: of(reporter=reporter, partner=partner, flow=flow, hs=hs, period=period, source=source, as_of=as_of)
            for period in periods
        }

    def reach(
        self, *, country: str, prefixes: Sequence[str], as_of: date | None = None
    ) -> Mapping[tuple[str, str], Reach]:
        """By reporter and flow, which codes under some prefixes the books of a country's trade hold, and for when."""
        from tidewaiter.ledger.reach import reach

        return reach(self.connect(), country=country, prefixes=prefixes, as_of=as_of)

    def _open(self, current: Manifest, declared: tuple[Correction, ...] = ()) -> Engine:
        if self.path is not None and self.store is None:
            manifest.check_whole(self.path, current)
        engine = engines.open_engine(self.engine)
        relations = []
        if self.embedded:
            engine.lay("embedded_flows", embedded.create, COLUMNS)
            relations.append("embedded_flows")
        if current.years:
            relations.append(engine.parquet("year_files", self._files([each.path for each in current.years])))
        if not relations:
            relations.append(f"({empty_select()}) AS nothing")
        flows = book.flows_view(relations)
        if declared and self.path is not None:
            flows = book.corrected_view(corrections.lay(engine, book.rows_of(relations), declared, self.path))
        views = {
            "flows": flows,
            "book": book.book_as_of(),
            "world": book.world_as_of(),
            "releases": book.RELEASES,
            **self._calendar(engine, current),
            "coverage": book.COVERAGE,
        }
        for name, select in views.items():
            engine.view(name, select)
        return engine

    def _calendar(self, engine: Engine, current: Manifest) -> dict[str, str]:
        """The views `months`, `codes`, `lanes` and `partners` over the tables that each load wrote."""
        if not current.coverage:
            return calendar.empty()
        return calendar.views(self._files(current.coverage), engine.parquet)

    def _files(self, paths: Iterable[str]) -> list[str]:
        """Where the engine finds some of the ledger's files."""
        assert self.path is not None
        if self.store is not None:
            return [f"{self.store.rstrip('/')}/{path}" for path in paths]
        return [str(self.path / path) for path in paths]


def open_ledger(
    path: Path | str | None = None,
    *,
    embedded: bool = True,
    engine: str = engines.DUCKDB,
    store: str | None = None,
) -> Ledger:
    """The ledger in a folder (made at the first load); None is only the book that comes with the package.

    `engine` is what answers: duckdb, or a master of Apache Spark (`ledger.engines`); loading is DuckDB's work with
    either. `store` is where the engine finds the ledger's files (s3a://…, hdfs://…) if not under the folder's own path.
    """
    return Ledger(None if path is None else Path(path).expanduser(), embedded=embedded, engine=engine, store=store)
