"""A figure for a stretch of months from figures for other stretches: added, or one taken from another.

January–April less January–March is April; January–April and May–July are January–July. Months' ends are the places of
a map and each known figure is a road between two of them, to be taken forwards (added) or backwards (taken away): the
way from a period's beginning to its end that brings the least uncertainty is the answer.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from tidewaiter.interval import Interval
from tidewaiter.period import Period

#: A sum of more parts than a year has months is no longer one that a reader can follow.
MOST_PARTS = 12

#: Open figures on the way, its width, its parts: the lower, the better.
Cost = tuple[int, Decimal, int]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """A figure known for a run of whole months; `origin` is whatever it came from."""

    first: int
    after: int
    figure: Interval
    origin: T


@dataclass(frozen=True, slots=True)
class Way(Generic[T]):
    """The parts of an answer: `added` and `taken` away, and the figure they give."""

    figure: Interval
    added: tuple[Stretch[T], ...]
    taken: tuple[Stretch[T], ...]

    @property
    def plain(self) -> bool:
        """Whether it is one known figure as it stands."""
        return len(self.added) == 1 and not self.taken


def ends(period: Period) -> tuple[int, int] | None:
    """A run of whole months as two month numbers, the second exclusive; None for anything else."""
    if period.start is None or not period.whole_months:
        return None
    first, last = period.start.first_day, period.last_day
    return first.year * 12 + first.month - 1, last.year * 12 + last.month


def find_way(stretches: Iterable[Stretch[T]], start: int, stop: int) -> Way[T] | None:
    """The way from month `start` to `stop` with the least width, then the fewest parts; None where there is none.

    An open figure ("more than 10.6 million") is a road like any other, but one that is only taken where no closed way
    exists. The figure found is never below zero: amounts of goods are not.
    """
    roads: dict[int, list[tuple[int, bool, Stretch[T]]]] = {}
    for stretch in stretches:
        roads.setdefault(stretch.first, []).append((stretch.after, True, stretch))
        roads.setdefault(stretch.after, []).append((stretch.first, False, stretch))
    best: dict[int, Cost] = {start: (0, Decimal(0), 0)}
    came: dict[int, tuple[int, bool, Stretch[T]]] = {}
    queue: list[tuple[Cost, int]] = [(best[start], start)]
    while queue:
        cost, place = heapq.heappop(queue)
        if place == stop:
            break
        if cost > best[place] or cost[2] == MOST_PARTS:
            continue
        for there, forwards, stretch in roads.get(place, ()):
            step = _width(stretch.figure)
            reached = (cost[0] + (step is None), cost[1] + (step or 0), cost[2] + 1)
            if there not in best or reached < best[there]:
                best[there] = reached
                came[there] = (place, forwards, stretch)
                heapq.heappush(queue, (reached, there))
    return None if stop not in came else _collect(came, start, stop)


def _width(figure: Interval) -> Decimal | None:
    return None if figure.low is None or figure.high is None else figure.high - figure.low


def _collect(came: dict[int, tuple[int, bool, Stretch[T]]], start: int, stop: int) -> Way[T]:
    added: list[Stretch[T]] = []
    taken: list[Stretch[T]] = []
    place = stop
    while place != start:
        place, forwards, stretch = came[place]
        (added if forwards else taken).append(stretch)
    return Way(_figure(added, taken), tuple(reversed(added)), tuple(reversed(taken)))


def _figure(added: Sequence[Stretch[T]], taken: Sequence[Stretch[T]]) -> Interval:
    figure = Interval.exactly(Decimal(0))
    for stretch in added:
        figure = figure + stretch.figure
    for stretch in taken:
        figure = figure - stretch.figure
    zero = Decimal(0)
    low = None if figure.low is None else max(figure.low, zero)
    high = None if figure.high is None else max(figure.high, zero)
    return Interval(low, high)
