"""A series as the Python interface gives it: it prints, draws itself and turns into frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tidewaiter.api.frames import Framed

if TYPE_CHECKING:
    from tidewaiter.analysis.series import Point, Series

#: The headings of the CSV, too. A series not in dollars has `value` and `currency` for `value_usd`; one that was
#: converted has `CONVERTED` as well.
COLUMNS = ("period", "value_usd", "quantity", "unit", "covered", "rows")
CONVERTED = ("value_booked", "currency_booked", "rate", "rate_of", "rates")


class TradeSeries(Framed):
    """One flow over time. Iterating gives its points; `.series` is the record with source, releases and notes."""

    def __init__(self, series: Series) -> None:
        self.series = series
        columns = COLUMNS if series.currency == "USD" else ("period", "value", "currency", *COLUMNS[2:])
        self._columns = columns if series.rates is None else (*columns, *CONVERTED)

    @property
    def points(self) -> Sequence[Point]:
        """A point a period, in order; a value of None is not known, 0 is none at all."""
        return self.series.points

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know before trusting a point."""
        return self.series.notes

    def __iter__(self) -> Iterator[Point]:
        return iter(self.series.points)

    def __len__(self) -> int:
        return len(self.series.points)

    def to_records(self) -> list[dict[str, Any]]:
        """One dictionary a period, numbers exact (`Decimal`), with the keys of the CSV's headings."""
        return [{column: record[column] for column in self._columns} for record in map(_record, self.points)]

    def to_record(self) -> dict[str, Any]:
        """What was asked, where the figures come from, and the points with the rows behind each."""
        s = self.series
        points = [
            {**row, "origin": [ref._asdict() for ref in point.refs]}
            for row, point in zip(self.to_records(), s.points, strict=True)
        ]
        return {
            "reporter": s.reporter,
            "partner": s.partner,
            "flow": s.flow,
            "hs": list(s.hs),
            "freq": s.freq,
            "as_of": s.as_of,
            "source": s.source,
            "release": s.release,
            "released_on": s.released_on,
            "valuation": s.valuation,
            "currency": s.currency,
            "rates": s.rates,
            "notes": list(s.notes),
            "points": points,
        }

    def to_sdmx_csv(self) -> str:
        """SDMX-CSV 2.0: an observation a line (docs/exports.md)."""
        from tidewaiter.briefing.exports.sdmx import sdmx_csv

        return sdmx_csv(self.series)

    def to_svg(self, *, width: int = 720, height: int = 300) -> str:
        """The series as an SVG file."""
        from tidewaiter.briefing.pictures import series_picture

        return series_picture(self.series, width=width, height=height, standalone=True)

    def __repr__(self) -> str:
        s = self.series
        known = sum(point.value is not None for point in s.points)
        span = f"{s.periods[0]} to {s.periods[-1]}"
        return f"TradeSeries({s.reporter} {s.flow} {s.partner}, {span}, {known} of {len(self)} known)"

    def _repr_html_(self) -> str:
        from tidewaiter.briefing.pictures import series_page

        return series_page(self.series)


def _record(point: Point) -> dict[str, Any]:
    """All that a point says, by the names of columns."""
    made = point.conversion
    return {
        "period": point.period,
        "value_usd": point.value_usd,
        "value": point.value,
        "currency": point.currency,
        "quantity": point.quantity,
        "unit": point.unit,
        "covered": point.covered,
        "rows": point.rows,
        "value_booked": made and made.value,
        "currency_booked": made and made.currency,
        "rate": made and made.rate,
        "rate_of": made and made.basis,
        "rates": made and made.table,
    }
