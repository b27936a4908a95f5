"""What has been fetched from a ledger, kept for the next question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tidewaiter.analysis import printed
from tidewaiter.analysis import rows as book
from tidewaiter.analysis.fetched import Fetched, Lane, Wish, Year, cuts, granted, merged, together, widest
from tidewaiter.analysis.printed import Printed
from tidewaiter.analysis.rows import CHAPTER, Row
from tidewaiter.ledger.coverage import Covered
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.analysis.timeline import Series
    from tidewaiter.ledger.holdings import Holdings
    from tidewaiter.ledger.store import Ledger

__all__ = ["Lane", "Shelf", "Wish"]

#: Rows kept for the next question; beyond that they are fetched again.
_MOST_ROWS = 300_000
#: Series kept that were put together for a question.
_MOST_SERIES = 1_000


class Shelf:
    """A ledger read once for each thing asked: all releases of it, so that any day can be asked about."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held = 0
        self._rows: dict[Lane, dict[int, list[Year]]] = defaultdict(lambda: defaultdict(list))
        self._told: dict[Hashable, Series | None] = {}
        self._printed: dict[frozenset[str], list[Printed]] = {}
        self._printed_of: set[str] = set()
        self._covered: dict[tuple[object, ...], dict[str, Covered]] = defaultdict(dict)
        self._corrected: dict[Lane, list[tuple[str, str, str]]] | None = None
        self._spanning: dict[Lane, Sequence[Row]] = {}
        self._periods: dict[tuple[str, str], Mapping[str, frozenset[str]]] = {}
        self._levels: dict[tuple[str, str], Mapping[str, int]] = {}
        self._editions: dict[tuple[str, str], Mapping[str, Mapping[str, str]]] = {}

    @cached_property
    def undated(self) -> frozenset[str]:
        """Files whose day of publication nobody said; see `Ledger.undated`."""
        return self._ledger.undated

    @cached_property
    def _holdings(self) -> Holdings:
        return self._ledger.holdings

    @cached_property
    def _is_corrected(self) -> bool:
        return self._ledger.corrected

    @cached_property
    def has_books(self) -> bool:
        """Whether there is any customs book at all."""
        return book.any_booked(self._ledger)

    def fetch_ahead(self, wishes: Iterable[Wish]) -> None:
        """Fetch what many questions will need, with one query for all lanes that share a country."""
        lacking = [part for wish in merged(wishes) for part in self._lacking(wish)]
        self._holdings.expect((wish.lane.reporter, wish.lane.partner) for wish in lacking)
        for alike in together(widest([self._in_full(wish) for wish in lacking])):
            self._fetch(alike)

    def booked(self, wish: Wish) -> Fetched:
        """Customs rows of a lane, those wished for and perhaps more; see `rows.booked`."""
        for part in self._lacking(wish):
            self._fetch([self._in_full(part)])
        held = self._rows[wish.lane]
        return Fetched({year: next(one for one in held[year] if one.holds(wish.prefixes)) for year in wish.each_year})

    def _lacking(self, wish: Wish) -> list[Wish]:
        """What has not been fetched yet of a wish: one for each run of years."""
        held = self._rows[wish.lane]
        years = [year for year in wish.each_year if not any(one.holds(wish.prefixes) for one in held[year])]
        starts = [year for year in years if year - 1 not in years]
        ends = [year for year in years if year + 1 not in years]
        return [replace(wish, years=run) for run in zip(starts, ends, strict=True)]

    def _in_full(self, wish: Wish) -> Wish:
        """A wish for all goods as one for every row, where the book has neither totals nor chapters in those years."""
        if not wish.total or self._is_corrected:
            return wish
        years = wish.each_year
        months = self._holdings.months(wish.lane.reporter, wish.lane.flow)
        found = (month for period, listed in months.items() if int(period[:4]) in years for month in listed)
        return wish if any(min(month.levels) <= CHAPTER for month in found) else replace(wish, prefixes=())

    def _fetch(self, alike: Sequence[Wish]) -> None:
        """Fetch the rows of some lanes with one partner, or by one reporter; those of a silent reporter are none."""
        if self._held > _MOST_ROWS:
            self._rows.clear()
            self._held = 0
        heard = [wish for wish in alike if self._reports(wish)]
        for wish in alike:
            if wish not in heard:
                self._keep(replace(wish, prefixes=()), ())
        rows = _by_lane(book.booked(self._ledger, cuts(heard))) if heard else {}
        found = {wish: granted(wish, rows.get(wish.lane, ())) for wish in heard}
        # What has a total neither in those years nor with that country is added up from its finest lines.
        fine = [replace(wish, prefixes=()) for wish in heard if wish.total and not found[wish]]
        finest = _by_lane(book.booked(self._ledger, cuts(fine))) if fine else {}
        for wish in fine:
            self._keep(wish, finest.get(wish.lane, ()))
        for wish, taken in found.items():
            if taken or not wish.total:
                self._keep(wish, taken)

    def _keep(self, wish: Wish, rows: Iterable[Row]) -> None:
        """Keep the rows of a wish by year."""
        by_year: dict[int, list[Row]] = {year: [] for year in wish.each_year}
        for row in rows:
            by_year[int(row.period[:4])].append(row)
            self._held += 1
        for year, taken in by_year.items():
            self._rows[wish.lane][year].append(Year(wish.prefixes, taken))

    def _reports(self, wish: Wish) -> bool:
        """Whether any book has rows of a reporter's flow in the years wished for; one that was corrected may.

        And any row of the reporter with the partner.
        """
        if self._is_corrected:
            return True
        years = wish.each_year
        periods = (period for source in self.periods(wish.lane).values() for period in source)
        published = any(int(period[:4]) in years for period in periods)
        return published and self._holdings.trade(wish.lane.reporter, wish.lane.partner)

    def told(self, key: Hashable, made: Callable[[], Series | None]) -> Series | None:
        """A series as it was put together before, or is now: one way of a trade is asked for with both, too."""
        if key not in self._told:
            if len(self._told) >= _MOST_SERIES:
                self._told.clear()
            self._told[key] = made()
        return self._told[key]

    def spanning(self, lanes: Collection[Lane]) -> Mapping[Lane, Sequence[Row]]:
        """Customs rows of some lanes for stretches that are neither a month nor a calendar year."""
        wanted = [lane for lane in lanes if lane not in self._spanning]
        for alike in together(Wish(lane, (), (0, 0)) for lane in wanted):
            for cut in cuts(alike):
                rows = book.spanning(self._ledger, reporters=cut.reporters, partners=cut.partners, flow=cut.flow)
                self._spanning |= _by_lane(rows)
        self._spanning |= {lane: [] for lane in wanted if lane not in self._spanning}
        return {lane: self._spanning[lane] for lane in lanes if self._spanning[lane]}

    def printed(self, one: str, other: str) -> list[Printed]:
        """Every published figure about two countries that says what it is of; see `rows.published`."""
        pair = frozenset((one, other))
        if pair.isdisjoint(self._printed_of):
            self.fetch_printed(pair)
        return self._printed.get(pair, [])

    def printed_about(self, country: str) -> list[Printed]:
        """Every published figure about a country's trade, with whomever."""
        if country not in self._printed_of:
            self.fetch_printed([country])
        return [figure for pair, figures in self._printed.items() if country in pair for figure in figures]

    def fetch_printed(self, countries: Iterable[str]) -> None:
        """Fetch every published figure about some countries' trade, with whomever, by one query."""
        wanted = set(countries) - self._printed_of
        if not wanted:
            return
        found: dict[frozenset[str], list[Printed]] = defaultdict(list)
        for row in book.published(self._ledger, countries=wanted):
            if figure := printed.read(row):
                found[frozenset((row.reporter, row.partner))].append(figure)
        self._printed |= found
        self._printed_of |= wanted

    def periods(self, lane: Lane) -> Mapping[str, frozenset[str]]:
        """The months and years that each source has published of a reporter's flow, with whomever."""
        key = (lane.reporter, lane.flow)
        if key not in self._periods:
            found: dict[str, set[str]] = defaultdict(set)
            for period, months in self._holdings.months(lane.reporter, lane.flow).items():
                for month in months:
                    found[month.source].add(period)
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

    def finest(self, lane: Lane, source: str) -> int:
        """How many digits the longest codes of a source's book of a reporter's flow have; 0 where it has none."""
        key = (lane.reporter, lane.flow)
        if key not in self._levels:
            statement = (
                "SELECT m.source AS source, max(m.level) AS finest FROM months AS m "
                f"WHERE m.reporter = {literal(lane.reporter)} AND m.flow = {literal(lane.flow)} GROUP BY m.source"
            )
            self._levels[key] = dict(self._ledger.connect().execute(statement).fetchall())
        return self._levels[key].get(source, 0)

    def corrections(self, lane: Lane) -> Sequence[tuple[str, str, str]]:
        """What was declared about rows of a lane, those moved away from it too: code, period, and which and why."""
        if not self._is_corrected:
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
        return self.covers_each(lane, hs=hs, periods=(period,), source=source, as_of=as_of)[period]

    def covers_each(
        self, lane: Lane, *, hs: str, periods: Sequence[str], source: str, as_of: date | None
    ) -> Mapping[str, Covered]:
        """The same of several months or years."""
        known = self._covered[lane, hs, source, as_of]
        published = self.periods(lane).get(source, frozenset())
        wanted = [period for period in periods if period not in known]
        asked = [period for period in wanted if period in published]
        for period in wanted:
            known[period] = Covered("no", f"{source} holds no {lane.flow} rows of {lane.reporter} for {period}", source)
        if asked:
            known |= self._ledger.covers_each(
                reporter=lane.reporter,
                partner=lane.partner,
                flow=lane.flow,
                hs=hs,
                periods=asked,
                source=source,
                as_of=as_of,
            )
        return known


def _by_lane(rows: Iterable[Row]) -> dict[Lane, list[Row]]:
    found: dict[Lane, list[Row]] = defaultdict(list)
    for row in rows:
        found[Lane(row.reporter, row.partner, row.flow)].append(row)
    return found
