"""A hit: trade of one flow that falls under one paragraph, as far as codes and days can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane
from tidewaiter.period import Period
from tidewaiter.reference.goods import good_ids_for_code
from tidewaiter.reference.measures import Measure, needs_exemption

#: How surely trade falls under a measure, the surest first. `under`: the code, for the whole time. `exemption`: goods
#: that the committee lets pass case by case. `wind_down`: goods of earlier contracts could still pass. `partly`: the
#: code also holds goods outside the measure. `entry`: the month or year in which it began or ended to hold.
STATUSES = ("under", "exemption", "wind_down", "partly", "entry")


@dataclass(frozen=True, slots=True)
class Hit:
    """All rows of a lane with one status under one paragraph; `first` and `last` are periods of the book.

    `doubted`: how much of it looks like the trade of a country that is easily taken for this one.
    """

    lane: Lane
    flow: str
    measure: Measure
    status: str
    codes: tuple[str, ...]
    first: str
    last: str
    value: Fact
    doubted: Fact | None = None

    @property
    def clear(self) -> Decimal:
        """What is left of its value without the part that is doubted."""
        return self.value.value - (Decimal(0) if self.doubted is None else self.doubted.value)


def status(measure: Measure, row: Row) -> str | None:
    """How surely a row falls under a measure; None where it does not, by code or by day."""
    code = row.hs or ""
    covered = measure.covers(code)
    if covered is False:
        return None
    period = Period.parse(row.period)
    first, last = period.first_day or period.last_day, period.last_day
    if last < measure.in_force or (measure.until is not None and measure.until < first):
        return None
    if first < measure.in_force or (measure.until is not None and measure.until < last):
        return "entry"
    if covered is None:
        return "partly"
    if measure.wind_down_until is not None and first <= measure.wind_down_until:
        return "wind_down"
    # Among all the goods of a wide heading those that may pass cannot be told from the others.
    if needs_exemption(measure, _goods(code, row.edition, last)):
        return "exemption"
    return "under"


def surest(measures: Iterable[Measure], row: Row) -> list[tuple[Measure, str]]:
    """The measures that a row falls under and how, of each paragraph the one that it most surely falls under."""
    best: dict[tuple[str, str, str], tuple[int, Measure, str]] = {}
    for measure in measures:
        how = status(measure, row)
        if how is None:
            continue
        paragraph = (measure.regime, measure.resolution, measure.paragraph)
        rank = STATUSES.index(how)
        if paragraph not in best or rank < best[paragraph][0]:
            best[paragraph] = (rank, measure, how)
    return [(measure, how) for _, measure, how in best.values()]


def _goods(code: str, edition: str | None, day: date) -> tuple[str, ...]:
    from tidewaiter.reference.editions import edition_for

    return good_ids_for_code(code[:6], edition or edition_for(day.year), broad=False)
