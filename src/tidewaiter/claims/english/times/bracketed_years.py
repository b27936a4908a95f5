"""Years that stand in brackets before a figure: of the same months as the figure before the bracket."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene, When
from tidewaiter.period import Period


def same_months(reading: Reading, scene: Scene, own: When, context: Context) -> Period | None:
    """ "In the first half of 2022 it came to $53 million (2021: $30 million)": of the same months, both."""
    if own.form != "year" or own.period is None or reading.words(max(0, own.start - 2), own.start)[-1:] != ["("]:
        return None
    told = [w.period for w in scene.whens if w.end <= own.start and w.role == "when" and w.period]
    run = told[-1] if told else context.period
    if run is None or run.start is None or run.is_year or run.covers_year or not run.whole_months:
        return None
    years = run.end.year - own.period.end.year
    return run.back_years(years) if years > 0 else None
