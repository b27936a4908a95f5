"""Which charts belong to a check: the months around a claimed value, from a customs book or from published figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tidewaiter.briefing.chart import ChartPoint, Claimed, chart
from tidewaiter.briefing.markup import Markup, element, join
from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.period import Period, Point
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import possessive

if TYPE_CHECKING:
    from tidewaiter.analysis.series import Series
    from tidewaiter.ledger.store import Ledger

#: Months shown before and after the one that is claimed.
_BEFORE, _AFTER = 18, 6
#: Fewer known months than this make no picture.
_FEWEST = 3


def pictures(claims: Iterable[Claim], *, ledger: Ledger) -> Mapping[Claim, Markup]:
    """A figure for each claim of one month's trade value that some months can be set beside."""

    @cache
    def asked(sender: str, receiver: str, hs: tuple[str, ...], goods: tuple[str, ...], month: str) -> _Months | None:
        return _months(ledger, sender, receiver, hs, goods, month)

    found = {}
    for claim in claims:
        month = _month(claim)
        if month is None or claim.sender is None or claim.receiver is None:
            continue
        codes = tuple(code.rpartition(":")[2] for code in claim.hs)
        months = asked(claim.sender, claim.receiver, codes, claim.goods, month)
        if months is not None:
            found[claim] = _figure(claim, months, month)
    return found


class _Months:
    """Points by month with what they are of."""

    def __init__(self, points: tuple[ChartPoint, ...], title: str, origin: str) -> None:
        self.points, self.title, self.origin = points, title, origin


def _month(claim: Claim) -> str | None:
    if claim.measure != "trade_value" or claim.unit != "USD" or claim.period is None:
        return None
    try:
        period = Period.parse(claim.period)
    except UsageError:
        return None
    return str(period) if period.is_month else None


def _window(month: str) -> tuple[str, str]:
    point = Point.parse(month)
    middle = point.year * 12 + point.month - 1
    first, last = (Point(index // 12, index % 12 + 1) for index in (middle - _BEFORE, middle + _AFTER))
    return str(first), str(last)


def _months(
    ledger: Ledger, sender: str, receiver: str, hs: tuple[str, ...], goods: tuple[str, ...], month: str
) -> _Months | None:
    start, end = _window(month)
    subject = "all goods" if goods == ("total",) else ", ".join(good.replace("-", " ") for good in goods)
    if not subject:
        return None
    title = f"{possessive(country(sender))} exports to {country(receiver)}, {subject}"
    points = _booked(ledger, sender, receiver, hs, goods, start, end)
    origin = "customs"
    if points is None:
        points, origin = _published(ledger, sender, receiver, goods, start, end), "as newspapers printed it"
    if sum(point.value is not None for point in points) < _FEWEST:
        return None
    return _Months(points, title, origin)


def _booked(
    ledger: Ledger, sender: str, receiver: str, hs: tuple[str, ...], goods: tuple[str, ...], start: str, end: str
) -> tuple[ChartPoint, ...] | None:
    """The sender's exports in a customs book, None where no book has them."""
    from tidewaiter.analysis.series import series

    codes = ("TOTAL",) if goods == ("total",) else hs
    if not codes:
        return None
    try:
        found = series(ledger, reporter=sender, partner=receiver, flow="export", hs=codes, start=start, end=end)
    except UsageError:
        return None
    if all(point.value is None for point in found.points):
        return None
    return tuple(ChartPoint(point.period, point.value) for point in found.points)


def _published(
    ledger: Ledger, sender: str, receiver: str, goods: tuple[str, ...], start: str, end: str
) -> tuple[ChartPoint, ...]:
    """The months that newspapers printed, each as last printed; the others unknown."""
    from tidewaiter.analysis.rows import published

    values: dict[str, Decimal | None] = {}
    for row in published(ledger, countries=(sender, receiver)):
        flow = {sender: "export", receiver: "import"}.get(row.reporter)
        if row.flow == flow and row.currency == "USD" and (row.good or row.product) in goods:
            values[row.period] = row.value
    months = Period.parse(f"{start}/{end}").months()
    return tuple(ChartPoint(month, values.get(month)) for month in months)


def _figure(claim: Claim, months: _Months, month: str) -> Markup:
    drawn = chart(months.points, title=months.title, unit="USD", claimed=Claimed(month, claim.value))
    caption = element("figcaption", f"{months.title}, {months.origin}")
    return element("figure", caption, drawn)


def series_title(series: Series) -> str:
    """What a series is of: "China's exports to North Korea, HS 30"."""
    codes = "all goods" if series.hs == ("TOTAL",) else f"HS {', '.join(series.hs)}"
    flow = f"{series.flow}s" if series.flow in ("export", "import") else series.flow
    toward = {"export": "to", "import": "from"}.get(series.flow, "with")
    return f"{possessive(country(series.reporter))} {flow} {toward} {country(series.partner)}, {codes}"


def series_picture(series: Series, *, width: int = 720, height: int = 300, standalone: bool = False) -> Markup:
    """A series as an SVG."""
    points = [ChartPoint(point.period, point.value) for point in series.points]
    title = series_title(series)
    return chart(points, title=title, unit=series.currency, width=width, height=height, standalone=standalone)


def series_page(series: Series) -> Markup:
    """A series for a notebook: the chart, the points as a table, the notes."""
    from tidewaiter.briefing.listing import table

    rows = [
        (p.period, "" if p.value is None else f"{p.value:,f}", "" if p.quantity is None else f"{p.quantity:,f}",
         p.unit or "", "yes" if p.covered else "no", str(p.rows))
        for p in series.points
    ]  # fmt: skip
    headings = ("period", f"value, {series.currency}", "quantity", "unit", "covered", "rows")
    return join(
        [
            series_picture(series, width=600, height=240, standalone=True),
            *(element("p", note) for note in series.notes),
            table(headings, rows),
        ]
    )
