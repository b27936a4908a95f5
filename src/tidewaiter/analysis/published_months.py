"""A calendar of the books: which reporter has published which month, and for one question what each month says.

Told apart are: trade was booked; nothing was traded (the month is published and asked for); the same of some of the
codes asked for, while of others nothing is known; and nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidewaiter.analysis.series import series
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.analysis.timeline import Point
    from tidewaiter.ledger.store import Ledger

#: What a month can be: booked, none (no trade), part (rows, and more may be missing), none_of_part (no trade in the
#: codes that are loaded, and of the others nothing is known), unknown.
STATES = ("booked", "none", "part", "none_of_part", "unknown")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a reporter's book of one flow: a state for each month, and one for the year as a whole."""

    source: str
    reporter: str
    flow: str
    year: int
    months: tuple[str, ...]
    annual: str


def published(ledger: Ledger, *, reporter: str | None = None, source: str | None = None) -> list[Year]:
    """Which months and years each reporter has published, as far as the loaded books show it, gaps included."""
    wanted = {"reporter": reporter, "source": source}
    where = "".join(f" AND c.{name} = {literal(word)}" for name, word in wanted.items() if word is not None)
    rows = ledger.connect().execute(
        "SELECT DISTINCT c.source AS source, c.reporter AS reporter, c.flow AS flow, c.period AS period "
        f"FROM coverage AS c WHERE c.freq IN ('A', 'M'){where} ORDER BY ALL"
    )
    books: dict[tuple[str, str, str], set[str]] = {}
    for source_, reporter_, flow, period in rows.fetchall():
        books.setdefault((source_, reporter_, flow), set()).add(period)
    return [year for book, periods in books.items() for year in _years(book, periods)]


def asked(
    ledger: Ledger, *, reporter: str, partner: str, flow: str, hs: str | Sequence[str], source: str | None = None
) -> list[Year]:
    """What each month and year of one question says, over the time that the reporter's books span."""
    spans = [year for year in published(ledger, reporter=reporter, source=source) if year.flow == flow]
    if not spans:
        return []
    first, last = min(year.year for year in spans), max(year.year for year in spans)
    question = {"reporter": reporter, "partner": partner, "flow": flow, "hs": hs, "source": source}
    monthly = series(ledger, start=f"{first}-01", end=f"{last}-12", freq="M", **question)  # type: ignore[arg-type]
    yearly = series(ledger, start=str(first), end=str(last), freq="A", **question)  # type: ignore[arg-type]
    months = {point.period: _state(point) for point in monthly.points}
    years = {point.period: _state(point) for point in yearly.points}
    book = monthly.source or yearly.source or source or spans[0].source
    return [
        Year(
            book,
            reporter,
            flow,
            year,
            tuple(months[f"{year}-{month:02d}"] for month in range(1, _MONTHS + 1)),
            years[str(year)],
        )
        for year in range(first, last + 1)
    ]


def _years(book: tuple[str, str, str], periods: set[str]) -> Iterator[Year]:
    source, reporter, flow = book
    years = {int(period[:4]) for period in periods}
    for year in range(min(years), max(years) + 1):
        months = (f"{year}-{month:02d}" for month in range(1, _MONTHS + 1))
        states = tuple("booked" if month in periods else "unknown" for month in months)
        yield Year(source, reporter, flow, year, states, "booked" if str(year) in periods else "unknown")


def _state(point: Point) -> str:
    if point.value is None:
        return "part" if point.rows else "unknown"
    if point.whole:
        return "booked" if point.rows else "none"
    return "part" if point.rows else "none_of_part"
