"""The frame of a chart: where a month and an amount stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from tidewaiter.briefing.chart_points import ChartPoint, Claimed

_SCALES = ((Decimal(10) ** 9, "billion "), (Decimal(10) ** 6, "million "), (Decimal(1), ""))
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 26, 24
#: Around a file of its own; a page has margins already.
MARGIN = 12
#: Room for one label under the axis, in SVG units.
LABEL_WIDTH = 46


class Frame:
    """Where a period and a value stand on the paper."""

    def __init__(
        self, points: Sequence[ChartPoint], claimed: Claimed | None, width: int, height: int, head: int
    ) -> None:
        known = [point.value for point in points if point.value is not None]
        highest = max(known, default=Decimal(0))
        # A claim far above the series would flatten it: it is then drawn at the edge with an arrow.
        self.off_chart = claimed is not None and highest > 0 and claimed.value > 3 * highest
        if claimed is not None and not self.off_chart:
            highest = max(highest, claimed.value)
        self.step = _step(highest)
        self.ticks = max(1, ceil(highest / self.step))
        self.top = self.step * self.ticks
        self.scale, self.scale_word = next(pair for pair in _SCALES if self.top >= pair[0] or pair[0] == 1)
        self.width, self.height, self.head, self.count = width, height, head, len(points)

    @property
    def pitch(self) -> float:
        """How far one period is from the next."""
        return (self.width - LEFT - RIGHT) / max(self.count, 1)

    def x(self, index: int) -> float:
        """The middle of a period."""
        return LEFT + (index + 0.5) * self.pitch

    def y(self, value: Decimal) -> float:
        """A value's height; what is above the axis ends at it."""
        share = float(min(value, self.top) / self.top)
        return self.height - BOTTOM - share * (self.height - self.head - BOTTOM)


def _step(highest: Decimal) -> Decimal:
    """A round distance between grid lines that gives three to six of them."""
    if highest <= 0:
        return Decimal(1)
    size = Decimal(10) ** (highest / 4).adjusted()
    return next(size * factor for factor in (1, 2, 5, 10) if size * factor * 5 >= highest)


def coordinate(value: float) -> str:
    """A place on the paper, to a tenth of a unit of the drawing."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
