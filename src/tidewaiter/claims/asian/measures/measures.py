"""What a figure measures in Korean and Chinese: trade, a change, a share, a price, people."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.asian.measures import counted, limits, made, money
from tidewaiter.claims.asian.measures.asked_measure import AskedMeasure, Measured
from tidewaiter.claims.asian.measures.relative_measures import relative
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Movement, Scene

#: How far, how large a place, how long: never goods, where cloth may be told in metres.
_EXTENTS = frozenset(
    {
        "days",
        "hours",
        "minutes",
        "weeks",
        "months",
        "years",
        "km",
        "miles",
        "nautical_miles",
        "square_km",
        "hectares",
        "mu",
        "celsius",
        "km_per_hour",
    }
)


def measure(
    reading: Reading, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, *, in_trade: bool
) -> Measured:
    """(measure, rule) of a figure."""
    asked = AskedMeasure(reading, scene, figure, moved, flow, in_trade)
    by_kind = ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")
    return first_answer(_RULES, asked) or by_kind


def _relative(asked: AskedMeasure) -> Measured | None:
    return relative(asked.reading, asked.scene, asked.figure, asked.moved) if asked.relative else None


def _extent(asked: AskedMeasure) -> Measured | None:
    return ("other", "a distance or an area") if asked.unit in _EXTENTS else None


def _change(asked: AskedMeasure) -> Measured | None:
    return ("change", "an amount of change") if asked.moved.relation == "by" else None


def _in_trade(asked: AskedMeasure) -> Measured | None:
    of_trade = asked.flow is not None or (asked.in_trade and asked.figure.kind in {"quantity", "zero"})
    return ("trade_quantity", "a quantity in trade") if of_trade else None


#: The rules in order: the first that knows decides.
_RULES: tuple[Callable[[AskedMeasure], Measured | None], ...] = (
    money.paid_besides, made.just_made, money.size_of_market, money.rate_of_exchange, _relative, money.unit_price,
    money.money_per, limits.limited_to, money.among_prices, money.price, limits.called_limit, limits.called_before,
    counted.how_many, counted.how_often, counted.carriers, made.grown, made.made, made.made_in_sentence, _extent,
    counted.by_its_word, counted.dealings, counted.cases, _change, money.balance, money.money, counted.no_goods,
    counted.passed, counted.people, counted.carriers_in_a_time, _in_trade, counted.goods, counted.in_a_time,
)  # fmt: skip
