"""A series as SDMX-CSV 2.0: one line an observation, with the dimensions that trade statistics have.

What was published and holds no row is 0 with status A; what is not known has no value and status M, a part status P
(provisional: at least so much).
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.period import Period

if TYPE_CHECKING:
    from tidewaiter.analysis.series import Point, Series

#: The structure that the lines are of; docs/exports.md describes it.
STRUCTURE = "TIDEWAITER:TRADE(1.0.0)"
#: The columns, in order.
COLUMNS = (
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REPORTER", "COUNTERPART", "TRADE_FLOW", "COMMODITY", "UNIT_MEASURE",
    "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "VALUATION", "SOURCE", "RELEASE",
)  # fmt: skip
_FLOWS = {"export": "X", "import": "M", "trade": "T"}


def sdmx_csv(series: Series) -> str:
    """The whole file: the values of every period, then its quantities where there are any."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for point in series.points:
        writer.writerow(_line(series, point, point.currency, point.value))
    for point in series.points:
        if point.unit is not None and point.quantity is not None:
            writer.writerow(_line(series, point, point.unit, point.quantity))
    return text.getvalue()


def _line(series: Series, point: Point, unit: str, value: Decimal | None) -> tuple[str, ...]:
    return (
        "datastructure",
        STRUCTURE,
        "I",
        series.freq,
        series.reporter,
        series.partner,
        _FLOWS.get(series.flow, series.flow),
        "+".join(series.hs),
        unit,
        _time(point.period),
        "" if value is None else _digits(value),
        _status(series, point, value),
        series.valuation or "",
        series.source or "",
        series.release or "",
    )


def _time(period: str) -> str:
    """A month or year as it stands; another stretch by its first day and its length in months."""
    first, slash, _ = period.partition("/")
    return f"{first}-01/P{len(Period.parse(period).months())}M" if slash else period


def _status(series: Series, point: Point, value: Decimal | None) -> str:
    if value is None:
        return "M"
    return "A" if point.whole or not series.valuation else "P"


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
