"""A step between two figures without a percentage: by how much it rose or fell, or just that it did."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.pen.slip import Slip, weight
from tidewaiter.verdicts.relations.relation import Relation, above, below, near_in_size
from tidewaiter.verdicts.relations.triangles import quotient
from tidewaiter.verdicts.wording import figure

#: How far a step usually goes, in powers of ten.
_USUAL_STEP = 0.2


@dataclass(frozen=True, slots=True)
class Difference(Relation):
    """`claims` are a difference, the figure it was taken from, and the figure taken off; one unit for all three.

    `way_told` says that a word beside the difference tells which of the two was the later one, so that it was not
    misread.
    """

    kind: ClassVar[str] = "difference"
    way_told: bool = False

    def readings(self, index: int) -> Sequence[Slip]:
        """A rise called a fall by just so much, or a fall a rise."""
        step, larger, smaller = self.claims
        turned = Relation.outcome(replace(self, claims=(step, smaller, larger))) == SUPPORTED
        if index != 0 or not self.way_told or not turned or larger.value >= smaller.value:
            return ()
        rose = step.direction == "increase"
        told = f"a {'fall' if rose else 'rise'} was probably meant"
        real = self.computed(0)
        return (Slip("rise_for_fall" if rose else "fall_for_rise", step.value, real, weight("another_base"), told),)

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Minuend less subtrahend gives the difference, and backwards."""
        difference, larger, smaller = figures
        return (larger - smaller, smaller + difference, larger - difference)[index]

    def plain(self) -> bool:
        """Only with a slip: any of the three may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What is left when the one is taken from the other, against what is said."""
        said, larger, smaller = self.claims
        real = figure(said.unit, _tidy(self.computed(0)))
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{phrases.level(larger)} less {phrases.level(smaller)} is {real}, {verb} {phrases.said(said)}"

    def arithmetic(self) -> str:
        """larger − smaller."""
        _, larger, smaller = self.claims
        left = larger.value - smaller.value
        return f"{phrases.digits(larger.value)} − {phrases.digits(smaller.value)} = {phrases.digits(left)}"


@dataclass(frozen=True, slots=True)
class Balance(Difference):
    """`claims` are what trade left, and what went each way: whichever of the two is the larger."""

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """One way less the other, and backwards: the reading nearer to what was printed."""
        left, one, other = figures
        if index == 0:
            return one - other if _middle(one) >= _middle(other) else other - one
        rest = figures[3 - index]
        above, below = rest + left, rest - left
        value = float(self.claims[index].value)
        return min(above, below, key=lambda found: abs(math.log(max(_middle(found), 1e-9) / max(value, 1e-9))))


def _middle(figure: Interval) -> float:
    """The middle of an interval, or its one end."""
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _tidy(real: Interval) -> Interval:
    """The middle of a narrow interval, for a sentence; the interval itself where it is wide or open."""
    if real.low is None or real.high is None:
        return real
    middle = (real.low + real.high) / 2
    return Interval.exactly(middle) if real.high - real.low <= abs(middle) / 5 else real


@dataclass(frozen=True, slots=True)
class Direction(Relation):
    """`claims` are a figure that is said to have risen or fallen, and the figure it came from."""

    kind: ClassVar[str] = "direction"
    weight: ClassVar[float] = 0.1
    doubtful: ClassVar[bool] = False
    exact: ClassVar[bool] = False
    rose: bool = True

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """A figure that rose is at least what it came from."""
        other = figures[1 - index]
        return above(other) if self.rose == (index == 0) else below(other)

    def plain(self) -> bool:
        """Only with a slip: the word or either figure may be wrong."""
        return False

    def typical(self, index: int, value: Decimal) -> float:
        """A mended figure is of the size of the other: trade seldom moves by more than half in a step."""
        return near_in_size(value, self.claims[1 - index].value, spread=_USUAL_STEP)

    def accuses(self) -> bool:
        """Slots may name the wrong base; words that tie the two do not."""
        return self.firm and self.link == "stated"

    def explain(self, index: int, outcome: str) -> str:
        """Which way it went, against what is said."""
        after, before = self.claims
        way = "rose" if self.rose else "fell"
        levels = f"from {phrases.level(before)} to {phrases.level(after)}"
        if outcome == CONTRADICTED:
            return f"the text says that it {way}, but {levels} is the other way"
        return f"it {way} as said, {levels}"

    def arithmetic(self) -> str:
        """after / before − 1."""
        return quotient(self.claims[0], self.claims[1], minus_one=True)
