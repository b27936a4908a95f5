"""What a chart shows: its points, the marks on its axis of time, and a figure that was claimed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period; `value` None where nothing is known of it."""

    period: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something that happened in a period, to be marked on the axis of time."""

    period: str
    words: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """The figure that an article gives for one of the periods."""

    period: str
    value: Decimal
