"""Amounts given again in another currency: "GHS 154 million ($11.7 million) from Togo"."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft
from tidewaiter.claims.words.lexicon import words

_HEDGES = words("before_figure") | {"equivalent", "equal", "to", "or", "us", "that", "is"}


def converted(reading: Reading, drafts: Sequence[Draft], figure: Figure) -> Draft | None:
    """The amount right before a figure that the figure gives again; None where it does not."""
    if not drafts or figure.kind != "money":
        return None
    return drafts[-1] if gives_again(reading, drafts[-1].figure, figure) else None


def gives_again(reading: Reading, figure: Figure, after: Figure) -> bool:
    """Whether an amount in brackets is the one before it in another currency."""
    if figure.kind != "money" or after.kind != "money" or figure.unit == after.unit:
        return False
    between = reading.words(figure.end, after.start)
    return between[:1] == ["("] and set(between[1:]) <= _HEDGES
