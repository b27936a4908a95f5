"""The news of a month: every partner's books that have it, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.cells import TOTAL
from tidewaiter.analysis.lanes import Lanes, last_month
from tidewaiter.analysis.left_out import LeftOut, left_out
from tidewaiter.analysis.news.moves import KINDS, QUIET, Move, lines, moves
from tidewaiter.analysis.news.revisions import Revised, revised
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.track import ALL, Asked, Track
from tidewaiter.analysis.review.window import Window, check_over
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.screening.hit import STATUSES, Hit, surest
from tidewaiter.analysis.screening.leaves import by_lane, leaves
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.errors import UsageError
from tidewaiter.reference import countries
from tidewaiter.reference.measures import Measure, measures

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: Moves of less are left out.
THRESHOLD = Decimal(10_000)
DIRECTIONS = ("import", "export")


@dataclass(frozen=True)
class News:
    """What a month brought. `wholes` are all goods of each flow, `lines` its goods by subheading, the largest first,
    `revised` what the newest release changed.
    """

    country: str
    month: str
    as_of: date | None
    threshold: Decimal
    wholes: tuple[tuple[str, Line], ...]
    moves: tuple[tuple[str, Move], ...]
    lines: tuple[tuple[str, Fact], ...]
    hits: tuple[Hit, ...]
    revised: Revised | None
    absent: tuple[str, ...]
    facts: Facts
    #: Files whose day of publication nobody said; see `Ledger.undated`.
    undated: frozenset[str] = frozenset()
    currency: str = "USD"
    #: Whose books of the month are in another currency.
    left_out: tuple[LeftOut, ...] = ()

    def of(self, direction: str, kind: str) -> tuple[Move, ...]:
        """The moves of a kind, the largest first."""
        found = (move for way, move in self.moves if way == direction and move.kind == kind)
        return tuple(sorted(found, key=lambda move: (-move.size, move.code)))


def news(
    ledger: Ledger,
    *,
    country: str,
    month: str | None = None,
    as_of: date | None = None,
    threshold: Decimal = THRESHOLD,
    currency: str = "USD",
) -> News:
    """What a month (the newest known) brought of a country's trade, as known on a day.

    UsageError for an unknown country, for what is no month, and where the ledger has no month of the country.
    """
    countries.country(country)
    last = last_month(ledger, country=country, as_of=as_of) if month is None else month
    if last is None:
        raise UsageError(f"the ledger has no month of {country}", cure="load a customs book")
    window = Window.ending(last, years=2)
    if month is not None:
        check_over(month)
    shelf, facts = Shelf(ledger), Facts("m")
    asked = Asked(country, window, as_of, currency)
    booked = by_lane(ledger, country=country, since=window.since)
    lanes = Lanes(ledger, country=country, since=window.since, as_of=as_of)
    ways = {direction: lanes.of(direction) for direction in DIRECTIONS}
    shelf.fetch_printed([country])
    shelf.fetch_ahead(Wish(lane, (TOTAL,), (window.since, window.year)) for listed in ways.values() for lane in listed)
    brought = _Brought(facts, shelf, asked, threshold)
    for direction in DIRECTIONS:
        bans = _bans(country, direction)
        for lane in ways[direction]:
            held = booked.get(lane, ())
            finest = leaves(held, through=last, as_of=as_of, currency=currency)
            brought.add(direction, lane, finest, bans, foreign=brought.is_foreign(held))
    brought.moves.sort(key=lambda pair: (DIRECTIONS.index(pair[0]), KINDS.index(pair[1].kind), -pair[1].size))
    brought.lines.sort(key=lambda pair: (DIRECTIONS.index(pair[0]), -pair[1].value, pair[1].subject.goods))
    brought.hits.sort(key=lambda hit: (STATUSES.index(hit.status), -hit.value.value))
    return News(
        country,
        last,
        as_of,
        threshold,
        tuple(brought.wholes),
        tuple(brought.moves),
        tuple(brought.lines),
        tuple(brought.hits),
        revised(ledger, facts, country=country, month=last, as_of=as_of),
        tuple(sorted(brought.absent - brought.there)),
        facts,
        ledger.undated,
        currency,
        left_out(brought.held, currency=currency, through=last, as_of=as_of),
    )


@dataclass
class _Brought:
    """What the lanes have brought so far; `there` are the partners of whom the month is known, `absent` those of whom
    a book lacks it."""

    facts: Facts
    shelf: Shelf
    asked: Asked
    threshold: Decimal
    wholes: list[tuple[str, Line]] = field(default_factory=list)
    moves: list[tuple[str, Move]] = field(default_factory=list)
    lines: list[tuple[str, Fact]] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    there: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    held: list[Row] = field(default_factory=list)

    def is_foreign(self, rows: Sequence[Row]) -> bool:
        """Whether a lane that has the month has some of its year in another currency alone; its rows are kept."""
        asked, span = self.asked, self.span
        held = [row for row in rows if row.period in span]
        if not any(row.period == asked.window.through for row in held):
            return False
        self.held.extend(held)
        return bool(left_out(held, currency=asked.currency, through=asked.window.through, as_of=asked.as_of))

    @property
    def span(self) -> tuple[str, ...]:
        """The month and those before it that have to be without goods which are new."""
        return tuple(self.asked.window.months[-QUIET - 1 :])

    def add(
        self, direction: str, lane: Lane, rows: Sequence[Row], bans: Sequence[Measure], *, foreign: bool = False
    ) -> None:
        """What a lane's rows say of the last month of the window; nothing has moved where its book is `foreign`."""
        facts, window = self.facts, self.asked.window
        span, last = self.span, window.through
        whole = Line(Track(facts, self.shelf, self.asked, lane, ALL))
        if whole.month is not None:
            self.wholes.append((direction, whole))
        published = any(last in periods for periods in self.shelf.periods(lane).values())
        other = lane.partner if lane.reporter == self.asked.country else lane.reporter
        (self.there if published or whole.month is not None else self.absent).add(other)
        monthly = [row for row in rows if row.period in span]
        of_month = [row for row in monthly if row.period == last]
        if not of_month:
            return
        # What stands in another currency before is not nothing: it would make old goods new.
        if not foreign:
            found = moves(facts, self.shelf, lane, monthly, months=span, threshold=self.threshold)
            self.moves.extend((direction, move) for move in found)
        self.lines.extend((direction, fact) for fact in lines(facts, lane, monthly, month=last))
        self.hits.extend(_hits(facts, lane, direction, bans, of_month, self.asked.currency))


def _bans(country: str, direction: str) -> list[Measure]:
    return [
        measure
        for measure in measures()
        if measure.country == country
        and measure.flow in (direction, "both")
        and measure.kind == "ban"
        and measure.code
        and measure.regime == "UN"
    ]


def _hits(
    facts: Facts, lane: Lane, direction: str, bans: Sequence[Measure], rows: Sequence[Row], currency: str
) -> Iterator[Hit]:
    """Each line of the month that falls under a ban, with the surest of the measures that it falls under."""
    for row in rows:
        if not row.value:
            continue
        fitting = [(measure, how) for measure, how in surest(bans, row) if how in ("under", "exemption")]
        if not fitting:
            continue
        measure, how = min(fitting, key=lambda pair: STATUSES.index(pair[1]))
        code = (row.hs or "")[:6]
        value = facts.booked(
            Subject(measure.goods, lane.exporter, lane.importer, row.period), currency, row.value, rows=(row.ref,),
            scope="selection", source=row.source,
        )  # fmt: skip
        yield Hit(lane, direction, measure, how, (code,), row.period, row.period, value)
