"""The screening of a country's trade against measures: by paragraph and partner, caps as running totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.cells import TOTAL
from tidewaiter.analysis.lanes import Lanes, newest_end
from tidewaiter.analysis.left_out import LeftOut, left_out
from tidewaiter.analysis.review.facts import Facts, Subject
from tidewaiter.analysis.review.window import Window, check_over
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.screening.caps import Cycle, cycles
from tidewaiter.analysis.screening.doubts import doubted
from tidewaiter.analysis.screening.hit import STATUSES, Hit, surest
from tidewaiter.analysis.screening.leaves import by_lane, leaves
from tidewaiter.analysis.shelf import Lane
from tidewaiter.errors import UsageError
from tidewaiter.provenance import RowRef
from tidewaiter.reference import countries
from tidewaiter.reference.measures import Measure, measures

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

DIRECTIONS = ("import", "export")


@dataclass(frozen=True)
class Screening:
    """What fell under which paragraph; `undecided` are measures that forbid by purpose and name no code.

    `partners` are those whose books were screened, by direction: of all others nothing is known.
    """

    country: str
    window: Window
    as_of: date | None
    currency: str
    regimes: tuple[str, ...]
    hits: tuple[Hit, ...]
    cycles: tuple[Cycle, ...]
    undecided: tuple[Measure, ...]
    partners: tuple[tuple[str, tuple[str, ...]], ...]
    facts: Facts
    #: Files whose day of publication nobody said; see `Ledger.undated`.
    undated: frozenset[str] = frozenset()
    #: Whose books could not be screened since they are in another currency.
    left_out: tuple[LeftOut, ...] = ()


def screen(
    ledger: Ledger,
    *,
    country: str,
    through: str | None = None,
    since: int | None = None,
    regimes: Sequence[str] = (),
    directions: Sequence[str] = DIRECTIONS,
    as_of: date | None = None,
    currency: str = "USD",
) -> Screening:
    """Hold a country's trade against the measures on it, from `since` (five years before) through a month.

    `regimes` are such as UN and EU, all where none is named. UsageError for an unknown country or regime, for a
    country on which no measure is recorded, and where the ledger has nothing of it.
    """
    countries.country(country)
    known = sorted({measure.regime for measure in measures()})
    unknown = [regime for regime in regimes if regime not in known]
    if unknown:
        raise UsageError(f"no such regime: {unknown[0]!r}", cure=f"one of {', '.join(known)}")
    chosen = tuple(regimes) or tuple(known)
    held = [measure for measure in measures() if measure.country == country and measure.regime in chosen]
    if not held:
        on = ", ".join(sorted({measure.country for measure in measures()}))
        raise UsageError(f"no measure on {country} is recorded", cure=f"measures are recorded on {on}")
    last = newest_end(ledger, country=country, as_of=as_of) if through is None else through
    if last is None:
        raise UsageError(f"the ledger has no month of {country}", cure="load a customs book, or name --through")
    window = Window.ending(last, since=since, years=5)
    if through is not None:
        check_over(through)
    facts = Facts("s")
    hits: list[Hit] = []
    totals: list[Cycle] = []
    partners = []
    booked = by_lane(ledger, country=country, since=window.since)
    screened: dict[RowRef, Row] = {}
    held_rows: list[Row] = []
    lanes = Lanes(ledger, country=country, since=window.since, as_of=as_of)
    for direction in directions:
        rows = {
            lane: leaves(booked.get(lane, ()), through=window.through, as_of=as_of, currency=currency)
            for lane in lanes.of(direction)
        }
        held_rows.extend(row for lane in rows for row in booked.get(lane, ()) if row.hs not in (None, TOTAL))
        partners.append((direction, tuple(_partner(lane, country) for lane, found in rows.items() if found)))
        mine = [measure for measure in held if measure.flow in (direction, "both")]
        bans = [measure for measure in mine if measure.kind == "ban" and measure.code]
        screened |= {row.ref: row for found in rows.values() for row in found}
        for lane, found in rows.items():
            hits.extend(_hits(facts, lane, direction, bans, found, currency))
        for cap in _caps(mine):
            totals.extend(cycles(facts, country, cap, (row for found in rows.values() for row in found)))
    hits = list(doubted(ledger, facts, hits, screened, country=country, as_of=as_of))
    hits.sort(key=lambda hit: (STATUSES.index(hit.status), -hit.clear, -hit.value.value, hit.measure.id))
    undecided = tuple(measure for measure in held if not measure.code)
    return Screening(
        country, window, as_of, currency, chosen, tuple(hits), tuple(totals), undecided, tuple(partners), facts,
        ledger.undated, left_out(held_rows, currency=currency, through=window.through, as_of=as_of),
    )  # fmt: skip


def _partner(lane: Lane, country: str) -> str:
    return lane.partner if lane.reporter == country else lane.reporter


def _hits(
    facts: Facts, lane: Lane, direction: str, bans: Sequence[Measure], rows: Sequence[Row], currency: str
) -> Iterator[Hit]:
    """One hit for each paragraph, its goods and status; the narrowest line of a paragraph that a row fits counts."""
    by_key: dict[tuple[str, str, str, str], list[tuple[Measure, Row, str]]] = defaultdict(list)
    fitting: dict[str, list[Measure]] = {}
    for row in rows:
        code = row.hs or ""
        if not row.value:
            continue
        if code not in fitting:
            fitting[code] = [measure for measure in bans if measure.covers(code) is not False]
        for measure, how in surest(fitting[code], row):
            key = (measure.regime, measure.resolution, measure.paragraph, how)
            by_key[key].append((measure, row, how))
    for found in by_key.values():
        measure, _, how = found[0]
        periods = sorted({row.period for _, row, _ in found})
        subject = Subject(_goods([measure for measure, _, _ in found]), lane.exporter, lane.importer, _span(periods))
        value = facts.booked(
            subject,
            currency,
            sum((row.value for _, row, _ in found if row.value is not None), Decimal(0)),
            rows=tuple(row.ref for _, row, _ in found),
            scope="selection",
            source=found[0][1].source,
        )
        codes = tuple(sorted({(row.hs or "")[:6] for _, row, _ in found}))
        yield Hit(lane, direction, measure, how, codes, periods[0], periods[-1], value)


def _goods(found: Sequence[Measure]) -> str:
    """What the measures call the goods; several lines of one paragraph by what stands before their colons."""
    names = list(dict.fromkeys(measure.goods for measure in found))
    if len(names) > 1:
        names = list(dict.fromkeys(name.partition(":")[0] for name in names))
    return " and ".join(names)


def _span(periods: Sequence[str]) -> str:
    """From the first to the last of them, in ISO 8601; a year beside months is told by its months."""
    first, last = periods[0].partition("/")[0], periods[-1].rpartition("/")[2]
    if len(first) != len(last):
        year = len("2022")
        first, last = (f"{first}-01" if len(first) == year else first), (f"{last}-12" if len(last) == year else last)
    return first if first == last else f"{first}/{last}"


def _caps(mine: Sequence[Measure]) -> list[list[Measure]]:
    """The caps, the lines of each together."""
    found: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for measure in mine:
        if measure.kind == "cap" and measure.code:
            key = (measure.regime, measure.resolution, measure.paragraph, measure.goods, measure.in_force, measure.cap)
            found[key].append(measure)
    return list(found.values())
