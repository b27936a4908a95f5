"""A series as a small SVG: periods in order, zero as zero, the unknown as a gap. The same input, the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tidewaiter.briefing.chart_points import ChartMark, ChartPoint, Claimed
from tidewaiter.briefing.frame import BOTTOM, LABEL_WIDTH, LEFT, MARGIN, RIGHT, TOP, Frame, coordinate
from tidewaiter.briefing.markup import Markup, element, join
from tidewaiter.verdicts.wording import amount

_UNIT_WORDS = {"USD": "US dollars", "EUR": "euros"}
#: A line of the head, how wide a letter is taken to be, and room for the words before a unit ("million ").
_LINE, _LETTER, _UNIT_ROOM = 15, 6, 10

STYLE = """
svg.tw-chart{font:11px system-ui,sans-serif;fill:currentColor;max-width:100%;height:auto;overflow:visible}
.tw-chart .grid{stroke:currentColor;stroke-opacity:.18}
.tw-chart .line{fill:none;stroke:#0072b2;stroke-width:1.8;stroke-linejoin:round}
.tw-chart .dot{fill:#0072b2}
.tw-chart .unknown{fill:currentColor;fill-opacity:.07}
.tw-chart .claimed{fill:none;stroke:#d55e00;stroke-width:2.2}
.tw-chart .event{fill:#d55e00}
.tw-chart .label{fill-opacity:.75}
.tw-chart .title{font-weight:600;font-size:13px}
.tw-chart .claim-label{fill:#b34700;font-weight:600;stroke:Canvas;stroke-width:3px;paint-order:stroke}
@media (prefers-color-scheme:dark){.tw-chart .line{stroke:#56b4e9}.tw-chart .dot{fill:#56b4e9}
.tw-chart .claimed{stroke:#ff9a4d}.tw-chart .claim-label{fill:#ffb37a}}
"""


#: The same on paper, for programs that know no system colours.
PRINT_STYLE = """
svg{font-family:"DejaVu Sans Mono","Libertinus Serif",sans-serif;font-size:10px;fill:#222}
.grid{stroke:#222;stroke-opacity:.18}.line{fill:none;stroke:#0072b2;stroke-width:1.8}.dot{fill:#0072b2}
.unknown{fill:#222;fill-opacity:.07}.event{fill:#d55e00}.claimed{fill:none;stroke:#d55e00;stroke-width:2.2}.label{fill-opacity:.75}
"""


def chart(
    points: Sequence[ChartPoint],
    *,
    title: str,
    unit: str,
    claimed: Claimed | None = None,
    marks: Sequence[ChartMark] = (),
    marked: str = "events",
    width: int = 420,
    height: int = 180,
    standalone: bool = False,
) -> Markup:
    """An `<svg>` of the points in order, evenly spaced; with `standalone`, one that is a file of its own.

    `marked` is what the marks are called in the legend.
    """
    said = _said(points, marks, marked)
    # Where the legend has no room beside the title of the axis it stands below it.
    low = bool(said) and (len(said) + len(unit) + _UNIT_ROOM) * _LETTER > width
    frame = Frame(points, claimed, width, height, head=TOP + (18 if standalone else 0) + (_LINE if low else 0))
    title_at = frame.head - 15 - (_LINE if low else 0)
    drawn = [
        element("title", title),
        element("style", Markup(STYLE)) if standalone else None,
        element("text", title, x="0", y="11", class_="title") if standalone else None,
        element("text", _axis_title(frame, unit), x="0", y=str(title_at), class_="label"),
        _legend(frame, said, low=low),
        *_grid(frame),
        *_gaps(frame, points),
        *_marks(frame, points, marks),
        *_runs(frame, points),
        *_dots(frame, points, unit),
        *_periods(frame, points),
        *_claim(frame, points, claimed, unit),
    ]
    margin = MARGIN if standalone else 0
    return element(
        "svg",
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{-margin} {-margin} {width + 2 * margin} {height + 2 * margin}",
        width=str(width),
        height=str(height),
        class_="tw-chart",
        role="img",
        aria_label=title,
    )


def _axis_title(frame: Frame, unit: str) -> str:
    return f"{frame.scale_word}{_UNIT_WORDS.get(unit, unit.replace('_', ' '))}"


def _said(points: Sequence[ChartPoint], marks: Sequence[ChartMark], marked: str) -> str:
    """What the legend says; nothing where nothing needs saying."""
    said = [] if all(point.value is not None for point in points) else ["grey: not known"]
    if any(mark.period in {point.period for point in points} for mark in marks):
        said.append(f"▴ {marked}")
    return "; ".join(said)


def _legend(frame: Frame, said: str, *, low: bool) -> Markup | None:
    if not said:
        return None
    x, anchor = ("0", "start") if low else (str(frame.width - RIGHT), "end")
    return element("text", said, class_="label", x=x, y=str(frame.head - 15), text_anchor=anchor)


def _grid(frame: Frame) -> list[Markup]:
    drawn = []
    for tick in range(frame.ticks + 1):
        value = frame.step * tick
        y = coordinate(frame.y(value))
        label = f"{(value / frame.scale).normalize():,f}"
        drawn.append(element("line", x1=str(LEFT), x2=str(frame.width - RIGHT), y1=y, y2=y, class_="grid"))
        drawn.append(
            element("text", label, x=str(LEFT - 6), y=coordinate(float(y) + 4), text_anchor="end", class_="label")
        )
    return drawn


def _stretches(points: Sequence[ChartPoint], *, known: bool) -> list[range]:
    """Runs of neighbouring periods that are all known, or all unknown."""
    runs: list[range] = []
    for index, point in enumerate(points):
        if (point.value is not None) is not known:
            continue
        if runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return runs


def _gaps(frame: Frame, points: Sequence[ChartPoint]) -> list[Markup]:
    drawn = []
    for run in _stretches(points, known=False):
        first, last = points[run.start].period, points[run.stop - 1].period
        words = f"{first if first == last else f'{first} to {last}'}: not known"
        drawn.append(
            element(
                "rect",
                element("title", words),
                x=coordinate(frame.x(run.start) - frame.pitch / 2),
                y=str(frame.head),
                width=coordinate(len(run) * frame.pitch),
                height=str(frame.height - frame.head - BOTTOM),
                class_="unknown",
            )
        )
    return drawn


def _marks(frame: Frame, points: Sequence[ChartPoint], marks: Sequence[ChartMark]) -> list[Markup]:
    """A short tick under the axis for each period in which something happened, with what it was."""
    places = {point.period: index for index, point in enumerate(points)}
    by_period: dict[str, list[str]] = {}
    for mark in marks:
        if mark.period in places:
            by_period.setdefault(mark.period, []).append(mark.words)
    foot = frame.height - BOTTOM
    return [
        element(
            "path",
            element("title", f"{period}: {'; '.join(words)}"),
            d=f"M{coordinate(frame.x(places[period]))} {foot}l-3.5 6h7z",
            class_="event",
        )
        for period, words in by_period.items()
    ]


def _runs(frame: Frame, points: Sequence[ChartPoint]) -> list[Markup]:
    drawn = []
    for run in _stretches(points, known=True):
        if len(run) > 1:
            places = " ".join(
                f"{coordinate(frame.x(i))},{coordinate(frame.y(points[i].value or Decimal(0)))}" for i in run
            )
            drawn.append(element("polyline", points=places, class_="line"))
    return drawn


def _dots(frame: Frame, points: Sequence[ChartPoint], unit: str) -> list[Markup]:
    return [
        element(
            "circle",
            element("title", f"{point.period}: {amount(unit, point.value)}"),
            cx=coordinate(frame.x(index)),
            cy=coordinate(frame.y(point.value)),
            r="2.6",
            class_="dot",
        )
        for index, point in enumerate(points)
        if point.value is not None
    ]


def _periods(frame: Frame, points: Sequence[ChartPoint]) -> list[Markup]:
    """As many period labels as fit, the first of each year before the others."""
    fit = max(1, int((frame.width - LEFT - RIGHT) / LABEL_WIDTH))
    starts = [i for i, point in enumerate(points) if len(point.period) == 4 or point.period[5:7] == "01"]
    chosen = starts if len(starts) > 2 else list(range(len(points)))
    every = -(-len(chosen) // fit) if chosen else 1
    base = coordinate(frame.height - 8)
    return [
        element(
            "text",
            points[i].period[:4] if chosen is starts else points[i].period,
            x=coordinate(frame.x(i)),
            y=base,
            text_anchor="middle",
            class_="label",
        )
        for i in chosen[::every]
    ]


def _claim(frame: Frame, points: Sequence[ChartPoint], claimed: Claimed | None, unit: str) -> list[Markup]:
    index = next((i for i, point in enumerate(points) if claimed and point.period == claimed.period), None)
    if claimed is None or index is None:
        return []
    x, y = frame.x(index), frame.y(claimed.value)
    words = f"the article: {amount(unit, claimed.value)}"
    anchor = "end" if x > frame.width / 2 else "start"
    beside = x - 10 if anchor == "end" else x + 10
    if frame.off_chart:
        mark = element(
            "path",
            d=f"M{coordinate(x - 6)} {coordinate(y + 4)}l6 -10l6 10M{coordinate(x)} {coordinate(y - 5)}v18",
            class_="claimed",
        )
        words += ", off the chart"
    else:
        mark = element("path", d=f"M{coordinate(x)} {coordinate(y - 6)}l6 6l-6 6l-6 -6z", class_="claimed")
    label = element(
        "text",
        words,
        x=coordinate(beside),
        y=coordinate(max(y - 6, frame.head - 4)),
        text_anchor=anchor,
        class_="claim-label",
    )
    return [join([mark, label])]
