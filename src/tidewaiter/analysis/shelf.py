"""What has been fetched from a ledger, kept for the next question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tidewaiter.analysis import rows as book
from tidewaiter.analysis.cells import TOTAL, outermost
from tidewaiter.analysis.rows import Row
from tidewaiter.ledger.coverage import Covered
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


#: Rows kept for the next question; beyond that they are fetched again.
_MOST_ROWS = 300_000


@dataclass(frozen=True, slots=True)
class Lane:
    """One reporter's flow with one partner."""

    reporter: str
    partner: str
    flow: str

    @property
    def exporter(self) -> str:
        """Who sent the goods, whichever side kept the book."""
        return self.partner if self.flow == "import" else self.reporter

    @property
    def importer(self) -> str:
        """Who received them."""
        return self.reporter if self.flow == "import" else self.partner


@dataclass(frozen=True, slots=True)
class Wish:
    """Rows that will be asked for: codes of a lane in some years, both ends included."""

    lane: Lane
    prefixes: tuple[str, ...]
    years: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Fetched:
    """What one query brought."""

    prefixes: tuple[str, ...]
    years: tuple[int, int]
    rows: Sequence[Row]

    def holds(self, wish: Wish) -> bool:
        inside = self.years[0] <= wish.years[0] and wish.years[1] <= self.years[1]
        return inside and all(prefix == TOTAL or prefix.startswith(self.prefixes) for prefix in wish.prefixes)


class Shelf:
    """A ledger read once for each thing asked: all releases of it, so that any day can be asked about."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held = 0
        self._booked: dict[Lane, list[_Fetched]] = defaultdict(list)
        self._totals: dict[Lane, list[_Fetched]] = defaultdict(list)
        self._printed: dict[frozenset[str], list[Row]] = {}
        self._covered: dict[tuple[object, ...], Covered] = {}
        self._corrected: dict[Lane, list[tuple[str, str, str]]] | None = None
        self._periods: dict[tuple[str, str], Mapping[str, frozenset[str]]] = {}
        self._editions: dict[tuple[str, str], Mapping[str, Mapping[str, str]]] = {}

    @cached_property
    def has_books(self) -> bool:
        """Whether there is any customs book at all."""
        return book.any_booked(self._ledger)

    def fetch_ahead(self, wishes: Iterable[Wish]) -> None:
        """Fetch what many questions will need, with one query a lane instead of one a question."""
        by_lane: dict[tuple[Lane, bool], list[Wish]] = defaultdict(list)
        for wish in wishes:
            by_lane[wish.lane, TOTAL in wish.prefixes].append(wish)
        for (lane, _), together in by_lane.items():
            prefixes = outermost(prefix for wish in together for prefix in wish.prefixes)
            first, last = (end for end in zip(*(wish.years for wish in together), strict=True))
            self.booked(Wish(lane, prefixes, (min(first), max(last))))

    def booked(self, wish: Wish) -> Sequence[Row]:
        """Customs rows of a lane, those wished for and perhaps more; see `rows.booked`."""
        kept = self._totals if TOTAL in wish.prefixes else self._booked
        for fetched in kept[wish.lane]:
            if fetched.holds(wish):
                return fetched.rows
        lane = wish.lane
        rows = book.booked(
            self._ledger,
            reporter=lane.reporter,
            partner=lane.partner,
            flow=lane.flow,
            prefixes=wish.prefixes,
            years=wish.years,
        )
        self._held += len(rows)
        if self._held > _MOST_ROWS:
            self._booked.clear()
            self._totals.clear()
            self._held = len(rows)
        kept[lane].append(_Fetched(wish.prefixes, wish.years, rows))
        return rows

    def printed(self, one: str, other: str) -> list[Row]:
        """Every published figure about two countries; see `rows.published`."""
        pair = frozenset((one, other))
        if pair not in self._printed:
            self._printed[pair] = book.published(self._ledger, countries=(one, other))
        return self._printed[pair]

    def periods(self, lane: Lane) -> Mapping[str, frozenset[str]]:
        """The months and years that each source has published of a reporter's flow, with whomever."""
        key = (lane.reporter, lane.flow)
        if key not in self._periods:
            found: dict[str, set[str]] = defaultdict(set)
            statement = (
                "SELECT DISTINCT m.source AS source, m.period AS period FROM months AS m "
                f"WHERE m.reporter = {literal(lane.reporter)} AND m.flow = {literal(lane.flow)}"
            )
            for source, period in self._ledger.connect().execute(statement).fetchall():
                found[source].add(period)
            self._periods[key] = {source: frozenset(periods) for source, periods in found.items()}
        return self._periods[key]

    def editions(self, lane: Lane, source: str) -> Mapping[str, str]:
        """The HS edition that most of a source's rows of a reporter's flow are of, by year; none where it says none."""
        key = (lane.reporter, lane.flow)
        if key not in self._editions:
            statement = (
                "SELECT m.source AS source, substr(m.period, 1, 4) AS year, m.edition AS edition, "
                "sum(m.rows_held) AS n "
                f"FROM months AS m WHERE m.reporter = {literal(lane.reporter)} AND m.flow = {literal(lane.flow)} "
                "AND m.edition IS NOT NULL GROUP BY m.source, substr(m.period, 1, 4), m.edition ORDER BY n, edition"
            )
            found: dict[str, dict[str, str]] = defaultdict(dict)
            for book_id, year, edition, _ in self._ledger.connect().execute(statement).fetchall():
                found[book_id][year] = edition
            self._editions[key] = found
        return self._editions[key].get(source, {})

    def corrections(self, lane: Lane) -> Sequence[tuple[str, str, str]]:
        """What was declared about rows of a lane, those moved away from it too: code, period, and which and why."""
        if not self._ledger.corrected:
            return ()
        if self._corrected is None:
            statement = (
                "SELECT DISTINCT f.reporter AS reporter, f.partner AS partner, f.flow AS flow, f.hs AS hs, "
                "f.period AS period, f.correction AS correction FROM flows AS f WHERE f.correction IS NOT NULL "
                "ORDER BY correction"
            )
            self._corrected = defaultdict(list)
            for reporter, partner, flow, *rest in self._ledger.connect().execute(statement).fetchall():
                self._corrected[Lane(reporter, partner, flow)].append((rest[0], rest[1], rest[2]))
        return self._corrected.get(lane, ())

    def covers(self, lane: Lane, *, hs: str, period: str, source: str, as_of: date | None) -> Covered:
        """Whether a missing row would mean zero trade; see `Ledger.covers`."""
        if period not in self.periods(lane).get(source, ()):
            return Covered("no", f"{source} holds no {lane.flow} rows of {lane.reporter} for {period}", source)
        key = (lane, hs, period, source, as_of)
        if key not in self._covered:
            self._covered[key] = self._ledger.covers(
                reporter=lane.reporter,
                partner=lane.partner,
                flow=lane.flow,
                hs=hs,
                period=period,
                source=source,
                as_of=as_of,
            )
        return self._covered[key]
