"""Rows of a lane fetched together, found again by their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    """Rows that will be asked for: codes of a lane in some years, both ends included; every row where none is named."""

    lane: Lane
    prefixes: tuple[str, ...]
    years: tuple[int, int]

    @property
    def total(self) -> bool:
        """Whether it is for all goods."""
        return TOTAL in self.prefixes

    @property
    def each_year(self) -> range:
        """Its years."""
        return range(self.years[0], self.years[1] + 1)

    def lies_in(self, other: Wish) -> bool:
        """Whether another of the lane asks for every row of its years."""
        return not other.prefixes and other.years[0] <= self.years[0] and self.years[1] <= other.years[1]


@dataclass(frozen=True)
class Year:
    """What was fetched of a lane's year: the rows under some prefixes, or every row where there are none."""

    prefixes: tuple[str, ...]
    rows: Sequence[Row]

    def holds(self, prefixes: Sequence[str]) -> bool:
        """Whether it has all rows of the year under some prefixes."""
        return not self.prefixes or (bool(prefixes) and all(each.startswith(self.prefixes) for each in prefixes))

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


@dataclass(frozen=True, slots=True)
class Fetched:
    """The rows of a wish, and perhaps more, by year."""

    by_year: Mapping[int, Year]

    def under(self, prefixes: Iterable[str], years: tuple[int, int] | None = None) -> list[Row]:
        """The rows of some years (both ends included; None: of all) whose code begins with one of the prefixes.

        TOTAL stands for all of them. They come year by year, within a year as the query brought them.
        """
        wanted = outermost(prefixes)
        whole = wanted == (TOTAL,)
        found: list[Row] = []
        for year, held in self.by_year.items():
            if held.rows and (years is None or years[0] <= year <= years[1]):
                found += held.rows if whole else held.under(wanted)
        return found


def merged(wishes: Iterable[Wish]) -> Iterator[Wish]:
    """One wish for all goods and one for codes of each lane."""
    by_lane: dict[tuple[Lane, bool], list[Wish]] = defaultdict(list)
    for wish in wishes:
        by_lane[wish.lane, wish.total].append(wish)
    for (lane, _), found in by_lane.items():
        prefixes = outermost(prefix for wish in found for prefix in wish.prefixes)
        first, last = (end for end in zip(*(wish.years for wish in found), strict=True))
        yield Wish(lane, prefixes, (min(first), max(last)))


def widest(wishes: Collection[Wish]) -> list[Wish]:
    """Wishes without those whose rows another brings."""
    full: dict[Lane, list[Wish]] = defaultdict(list)
    for wish in wishes:
        if not wish.prefixes:
            full[wish.lane].append(wish)
    return [wish for wish in wishes if not wish.prefixes or not any(map(wish.lies_in, full[wish.lane]))]


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
    years = wish.each_year
    found = [row for row in rows if int(row.period[:4]) in years]
    if wish.total:
        return [row for row in found if row.level is not None and row.level <= CHAPTER]
    return [row for row in found if (row.hs or "").startswith(wish.prefixes)] if wish.prefixes else found
