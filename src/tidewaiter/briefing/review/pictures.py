"""The charts of a review: a line's months, with the events of its trade marked on the axis of time."""

from __future__ import annotations

from collections.abc import Iterator

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.measured import MEASURE
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.track import comparable
from tidewaiter.briefing.chart_points import ChartMark, ChartPoint
from tidewaiter.briefing.drawing import Drawing
from tidewaiter.briefing.report.content import (
    Picture,
)
from tidewaiter.briefing.review.headlines import headline
from tidewaiter.briefing.review.sentences import goods_of
from tidewaiter.verdicts.wording import joined

#: Events that a chart marks on its axis of time, and what they are called together.
_MARKED = {"border": "border events", MEASURE: "measures"}
#: Width and height of a chart at desk width, and on a phone.
_SIZES = ((640, 220), (350, 220))
#: Months that a chart shows at most.
_MONTHS = 72
#: Fewer known months than this make no picture.
_FEWEST = 4


def picture(review: Review, line: Line) -> Iterator[Picture]:
    """The months of a line, where enough are known; the caption says what they are of."""
    track = line.track
    months = track.window.months[-_MONTHS:]
    points = [(month, whole_only(track.month(month))) for month in months]
    known = [fact for _, fact in points if fact is not None]
    if len(known) < _FEWEST or not any(fact.value for fact in known):
        return
    first = next(place for place, (_, fact) in enumerate(points) if fact is not None)
    points = points[first:]
    highest = max(known, key=lambda fact: fact.value)
    caption = headline(line, review.findings, highest)
    drawn, narrow = (
        Drawing(
            tuple(ChartPoint(month, None if fact is None else fact.value) for month, fact in points),
            title=f"{goods_of(line)}, by month",
            unit=known[0].unit,
            marks=tuple(_marks(review)),
            marked=_marked(review),
            width=width,
            height=height,
        )
        for width, height in _SIZES
    )
    ident = f"chart-{track.product.id}-{line.partner}".lower().replace("_", "-")
    yield Picture(ident, caption, drawn, known[0].unit, tuple(points), narrow)


def _marks(review: Review) -> list[ChartMark]:
    """The events that shut and opened the border, and the measures on the goods, for the axis of time."""
    return [
        ChartMark(event.period.last_day.isoformat()[:7], event.event)
        for event in review.events
        if event.category in _MARKED
    ]


def _marked(review: Review) -> str:
    """What the marks of a chart are, in its legend."""
    found = {event.category for event in review.events}
    return f"{joined([words for kind, words in _MARKED.items() if kind in found])}, listed below"


def whole_only(fact: Fact | None) -> Fact | None:
    """A figure that may stand beside others in a chart: a part would look like a fall."""
    return fact if comparable(fact) else None
