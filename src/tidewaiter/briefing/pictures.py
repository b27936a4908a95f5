"""Which charts belong to a check: the months around a claimed value, from a customs book or from published figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from tidewaiter.briefing.chart import chart
from tidewaiter.briefing.chart_points import ChartPoint, Claimed
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
    def around(sender: str, receiver: str, hs: str | tuple[str, ...], month: str) -> Series | None:
        return _around(ledger, sender, receiver, hs, month)

    found = {}
    for claim in claims:
        month, hs = _month(claim), _codes(claim)
        if month is None or not hs or claim.sender is None or claim.receiver is None:
            continue
        series = around(claim.sender, claim.receiver, hs, month)
        if series is not None:
            found[claim] = _figure(claim, series, month)
    return found


def _month(claim: Claim) -> str | None:
    if claim.measure != "trade_value" or claim.unit != "USD" or claim.period is None:
        return None
    try:
        period = Period.parse(claim.period)
    except UsageError:
        return None
    return str(period) if period.is_month else None


def _codes(claim: Claim) -> str | tuple[str, ...]:
    """What to ask for: an id of goods where there is one, else the codes."""
    if len(claim.goods) == 1:
        return "TOTAL" if claim.goods == ("total",) else claim.goods[0]
    return tuple(code.rpartition(":")[2] for code in claim.hs)


def _around(ledger: Ledger, sender: str, receiver: str, hs: str | tuple[str, ...], month: str) -> Series | None:
    """The months around one, as the sender's book has them, else the receiver's; None where too few are known."""
    from tidewaiter.analysis.series import series

    point = Point.parse(month)
    middle = point.year * 12 + point.month - 1
    start, end = (str(Point(index // 12, index % 12 + 1)) for index in (middle - _BEFORE, middle + _AFTER))
    for reporter, partner, flow in ((sender, receiver, "export"), (receiver, sender, "import")):
        try:
            found = series(ledger, reporter=reporter, partner=partner, flow=flow, hs=hs, start=start, end=end)
        except UsageError:
            return None
        if sum(point.value is not None for point in found.points) >= _FEWEST:
            return found
    return None


def _figure(claim: Claim, series: Series, month: str) -> Markup:
    points = [ChartPoint(point.period, point.value) for point in series.points]
    title = series_title(series)
    origin = series.notes[0] if series.notes else f"{series.source}, release {series.release}"
    drawn = chart(points, title=title, unit=series.currency, claimed=Claimed(month, claim.value))
    caption = element("figcaption", element("b", title), f": {origin}.")
    return element("figure", caption, drawn)


def series_title(series: Series) -> str:
    """What a series is of: "China's exports to North Korea, HS 30"."""
    codes = ", ".join(f"HS {code}" if code.isdigit() else code.replace("_", " ") for code in series.hs)
    codes = "all goods" if series.hs == ("TOTAL",) else codes
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
