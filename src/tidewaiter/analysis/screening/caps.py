"""Caps: how much of what a paragraph allows in twelve months has been booked, month by month.

A cap binds all members together, and only some publish: what is added up here is the least that it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.rows import Row
from tidewaiter.period import Period
from tidewaiter.reference import units
from tidewaiter.reference.measures import Measure, kg_per_barrel


@dataclass(frozen=True, slots=True)
class Step:
    """A month (or year) of a cycle: what has come together by its end, and how much of the cap that is."""

    period: str
    total: Fact
    share: Fact | None


@dataclass(frozen=True, slots=True)
class Cycle:
    """Twelve months of a cap; `unweighed` counts rows that have no weight, so that they could not be added."""

    measure: Measure
    first_day: date
    last_day: date
    cap: Fact
    steps: tuple[Step, ...]
    unweighed: int


def cycles(facts: Facts, country: str, measures: Sequence[Measure], rows: Iterable[Row]) -> list[Cycle]:
    """The cycles of one cap (its lines differ in code alone) in which any goods under it were booked."""
    measure = measures[0]
    if measure.cap is None:
        return []
    by_cycle: dict[tuple[date, date], dict[str, list[Row]]] = {}
    capped: dict[str, bool] = {}
    for row in rows:
        code = row.hs or ""
        if code not in capped:
            capped[code] = any(each.covers(code) for each in measures)
        day = _middle(row.period)
        if not capped[code] or not measure.holds_on(day):
            continue
        by_cycle.setdefault(measure.cap.cycle(day), {}).setdefault(row.period, []).append(row)
    found = (_cycle(facts, country, measure, span, held) for span, held in sorted(by_cycle.items()))
    return [cycle for cycle in found if cycle is not None]


@lru_cache(maxsize=4096)
def _middle(period: str) -> date:
    """The middle of a month or year: the cycle that most of it lies in is the one it is counted to."""
    span = Period.parse(period)
    first = span.first_day or span.last_day
    return first + timedelta(days=(span.last_day - first).days // 2)


def _cycle(
    facts: Facts, country: str, measure: Measure, span: tuple[date, date], by_period: Mapping[str, Sequence[Row]]
) -> Cycle | None:
    limit = _limit(facts, country, measure, span)
    if limit is None:
        return None
    cap, factor = limit
    ends = (None, country) if measure.flow == "import" else (country, None)
    booked, steps, unweighed = [], [], 0
    for period, rows in sorted(by_period.items()):
        weighed = [(row, weight) for row in rows if (weight := _weight(row)) is not None]
        unweighed += len(rows) - len(weighed)
        if weighed:
            booked.append(
                facts.booked(
                    Subject(measure.goods, ends[0], ends[1], period),
                    "kg",
                    sum((weight for _, weight in weighed), Decimal(0)),
                    rows=tuple(row.ref for row, _ in weighed),
                    scope="least",
                    source=weighed[0][0].source,
                )
            )
        if not booked:
            continue
        subject = Subject(measure.goods, ends[0], ends[1], f"{booked[0].subject.period}/{period}")
        if booked[0].subject.period == period:
            subject = Subject(measure.goods, ends[0], ends[1], period)
        total = facts.least(subject, booked) if len(booked) > 1 else booked[0]
        if factor is not None:
            barrels = facts.made("converted", subject, "barrels", [total, factor])
            assert barrels is not None
            total = barrels
        steps.append(Step(period, total, facts.made("share", subject, "percent", [total, cap])))
    return Cycle(measure, *span, cap, tuple(steps), unweighed)


def _limit(facts: Facts, country: str, measure: Measure, span: tuple[date, date]) -> tuple[Fact, Fact | None] | None:
    """The cap as a fact, and the factor from kilograms to its unit; None where it is not one of weight or barrels."""
    assert measure.cap is not None
    subject = Subject(f"Cap on {measure.goods}", None, country, f"{span[0]}/{span[1]}")
    rule = f"resolution {measure.resolution}, paragraph {measure.paragraph}"
    if measure.cap.tonnes is not None:
        return facts.given(subject, "kg", measure.cap.tonnes * 1000, source=rule), None
    factor = kg_per_barrel(measure)
    if measure.cap.barrels is None or factor is None:
        return None
    cap = facts.given(subject, "barrels", measure.cap.barrels, source=rule)
    return cap, facts.given(
        Subject("Weight of a barrel", None, None, subject.period), "kg", factor[0], source=factor[1]
    )


def _weight(row: Row) -> Decimal | None:
    """What a row weighs in kilograms."""
    for unit, quantity in row.quantities().items():
        if units.convertible(unit, "kg"):
            return units.convert(quantity, unit, "kg")
    return None
