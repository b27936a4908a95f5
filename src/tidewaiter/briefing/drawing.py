"""A chart that is still to be drawn: what stands in it, and how large. Equal ones draw the same."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.briefing.chart import chart
from tidewaiter.briefing.chart_points import ChartMark, ChartPoint
from tidewaiter.briefing.markup import Markup


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart by month; `width` and `height` in pixels, `marked` says what the marks are."""

    points: tuple[ChartPoint, ...]
    title: str
    unit: str
    marks: tuple[ChartMark, ...]
    marked: str
    width: int
    height: int

    def __call__(self) -> Markup:
        """The chart as SVG."""
        return chart(
            self.points,
            title=self.title,
            unit=self.unit,
            marks=self.marks,
            marked=self.marked,
            width=self.width,
            height=self.height,
        )
