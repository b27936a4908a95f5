"""Rows of a lane fetched together, found again by their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tidewaiter.analysis.cells import TOTAL, outermost
from tidewaiter.analysis.rows import CHAPTER, Cut, Row
from tidewaiter.reference.editions import beginning


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

    @property
    def total(self) -> bool:
        """Whether it is for all goods."""
        return TOTAL in self.prefixes


@dataclass(frozen=True)
class Fetched:
    """What one query brought of a lane."""

    prefixes: tuple[str, ...]
    years: tuple[int, int]
    rows: Sequence[Row]

    def holds(self, wish: Wish) -> bool:
        """Whether it has all rows of a wish."""
        inside = self.years[0] <= wish.years[0] and wish.years[1] <= self.years[1]
        return inside and all(prefix == TOTAL or prefix.startswith(self.prefixes) for prefix in wish.prefixes)

    def under(self, prefixes: Iterable[str], years: tuple[int, int] | None = None) -> list[Row]:
        """The rows of some years (both ends included; None: of all) whose code begins with one of the prefixes.

        TOTAL stands for all of them. They come year by year, within a year as the query brought them.
        """
        first, last = self.years if years is None else years
        wanted = outermost(prefixes)
        whole = wanted == (TOTAL,)
        found: list[Row] = []
        for year in range(first, last + 1):
            held = self._by_year.get(year)
            if held is not None:
                found += held.rows if whole else held.under(wanted)
        return found

    @cached_property
    def _by_year(self) -> dict[int, _Year]:
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[int(row.period[:4])].append(row)
        return {year: _Year(rows) for year, rows in found.items()}


@dataclass(frozen=True)
class _Year:
    """The rows of one year."""

    rows: Sequence[Row]

    def under(self, wanted: Sequence[str]) -> list[Row]:
        """Those whose code begins with one of some prefixes of which none lies inside another."""
        codes, by_code = self._by_code
        places = sorted(place for prefix in wanted for code in beginning(codes, prefix) for place in by_code[code])
        return [self.rows[place] for place in places]

    @cached_property
    def _by_code(self) -> tuple[list[str], dict[str, list[int]]]:
        """The codes in order, and where the rows of each lie."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            found[row.hs or ""].append(place)
        return sorted(found), found


def together(wishes: Iterable[Wish]) -> Iterator[list[Wish]]:
    """Wishes that one query can fetch: those with one partner, or by one reporter."""
    by_partner: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        by_partner[wish.lane.partner].append(wish)
    alone: dict[str, list[Wish]] = defaultdict(list)
    for found in by_partner.values():
        if len({wish.lane.reporter for wish in found}) > 1:
            yield found
        else:
            alone[found[0].lane.reporter].extend(found)
    yield from alone.values()


def cuts(wishes: Iterable[Wish]) -> list[Cut]:
    """What has to be cut out of the books for some wishes; those for the same codes and years make one cut."""
    alike: dict[tuple[tuple[str, ...], tuple[int, int], str], list[Lane]] = defaultdict(list)
    for wish in wishes:
        alike[wish.prefixes, wish.years, wish.lane.flow].append(wish.lane)
    return [
        Cut(
            reporters=frozenset(lane.reporter for lane in lanes),
            partners=frozenset(lane.partner for lane in lanes),
            flow=flow,
            prefixes=prefixes,
            years=years,
        )
        for (prefixes, years, flow), lanes in alike.items()
    ]


def granted(wish: Wish, rows: Iterable[Row]) -> list[Row]:
    """Those of a lane's rows that were wished for: of all goods the totals and chapters."""
    first, last = wish.years
    return [
        row
        for row in rows
        if first <= int(row.period[:4]) <= last
        and (_is_whole(row) if wish.total else (row.hs or "").startswith(wish.prefixes))
    ]


def _is_whole(row: Row) -> bool:
    return row.level is not None and row.level <= CHAPTER
