"""A relation: figures of one text that the text ties together, so that each says what the others can be.

Every kind of relation answers one question: given all the figures but one, what may that one be? Whether the relation
holds, which figure is the odd one out, and which slip would mend it all follow from that answer.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed, excused, magnitude
from tidewaiter.verdicts.pen.slips import Slip

OPEN = Interval(None, None)
#: How much the last digit of a figure may be of another that it tells.
_FINE = Decimal("0.1")
#: How much less likely a percentage is that only the rounding of its figures allows.
ROUNDED = 0.4

#: How well a text ties figures, best first.
LINKS = ("stated", "near", "far")


@dataclass(frozen=True, slots=True)
class Relation(ABC):
    """Some claims and what ties them.

    `claims[0]` is the figure that the relation is about (the percentage, the sum, the whole). `link` says how well the
    text ties them: `stated` by its words, `near` by their slots in the same or the next paragraph, `far` by slots
    alone. `firm` is False where words nearby put a figure on other ground (by volume, in yuan terms): its break then
    proves nothing.
    """

    claims: tuple[Claim, ...]
    link: str = "far"
    firm: bool = True

    #: The kind, for sorting and for tests.
    kind: ClassVar[str] = "relation"
    #: How much it says for its figures when it holds: 1 where another value would break it, less for mere bounds.
    weight: ClassVar[float] = 1.0
    #: Whether it bounds from both sides, so that a slip in a digit can be told.
    exact: ClassVar[bool] = True

    #: Whether a break that accuses nobody by itself still casts doubt on its figures.
    doubtful: ClassVar[bool] = True

    @abstractmethod
    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """What the other figures allow for the one at `index`, in its claim's unit."""

    @abstractmethod
    def explain(self, index: int, outcome: str) -> str:
        """One clause for the claim at `index`, with the numbers in it: that it holds, is careless, or cannot be."""

    @abstractmethod
    def arithmetic(self) -> str:
        """The sum written out."""

    def suspicion(self, index: int) -> float:
        """How much more likely than the others the figure at `index` is the wrong one, all else equal.

        The first one was worked out from the others by the writer, who copied those.
        """
        return 0.1 if index == 0 else 0.0

    def accuses(self) -> bool:
        """Whether a break may be held against a writer at all; where not, nothing is said of it."""
        return self.firm

    def decides(self) -> bool:
        """Whether a break may be laid to one figure; where not, all of them are told that they do not fit."""
        return True

    def plain(self) -> bool:
        """Whether a break that no slip explains may accuse a figure: where none is hedged and words tie them."""
        return all(map(exactly_said, self.claims))

    def telling(self, index: int) -> bool:
        """Whether it says much for the figure at `index` that it holds: that another value would have broken it."""
        return self.exact

    def typical(self, index: int, value: Decimal) -> float:
        """How typical a value would be at `index`, where many would fit: a weight for the search of slips."""
        return 1.0

    def readings(self, index: int) -> Sequence[Slip]:
        """Slips of meaning that this kind of relation knows for the figure at `index`: another base, another month."""
        return ()

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """Supported, loose or contradicted, with some figures replaced by others."""
        tight = self._figures(allowed, figures)
        if tight[0].meets(self.allows(0, tight)):
            return SUPPORTED
        wide = self._figures(excused, figures)
        return LOOSE if wide[0].meets(self.allows(0, wide)) else CONTRADICTED

    def _figures(
        self, wording: Callable[[Claim], Interval], instead: Mapping[Claim, Interval] | None
    ) -> list[Interval]:
        """What the wording of each figure leaves open, some replaced by others."""
        if not instead:
            return [wording(claim) for claim in self.claims]
        return [instead.get(claim) or wording(claim) for claim in self.claims]

    def to_the_digit(self, claim: Claim, figure: Interval, value: Decimal) -> bool:
        """Whether the figures as printed, one of them mended, make the first to its last digit, rounding aside.

        Not where that digit says little of the mended figure: of 482 billion nothing beside "1.1 trillion".
        """
        points = {other: Interval.exactly(other.value) for other in self.claims[1:]}
        first = figure if claim is self.claims[0] else allowed(self.claims[0])
        if first.low is None or first.high is None:
            return False
        # Of points there are never many.
        if first.high - first.low > _FINE * value and self.claims[0].unit != "percentage_points":
            return False
        points |= {self.claims[0]: first} | ({} if claim is self.claims[0] else {claim: Interval.exactly(value)})
        return first.meets(self.allows(0, [points[each] for each in self.claims]))

    def computed(self, index: int) -> Interval:
        """What the other figures, as worded, allow for the one at `index`."""
        return self.allows(index, [allowed(claim) for claim in self.claims])


def exactly_said(claim: Claim) -> bool:
    """Whether a figure stands there in digits and without a hedge."""
    return claim.qualifier == "exact" and any(map(str.isdigit, claim.text))


def as_printed(claim: Claim, value: Decimal, real: Decimal) -> bool:
    """Whether a percentage is what figures as printed make, rounded to its own last digit; of one in words it need not
    be.
    """
    if f"{claim.value.normalize():f}" not in claim.text:
        return True
    return abs(real - value) <= Decimal(5).scaleb(min(int(value.normalize().as_tuple().exponent), 0) - 1)


def below(figure: Interval) -> Interval:
    """Everything from zero to the figure's upper end: what may be a part of it."""
    return Interval(Decimal(0) if figure.high is None or figure.high >= 0 else None, figure.high)


def above(figure: Interval) -> Interval:
    """Everything from the figure's lower end upwards: what it may be a part of."""
    return Interval(figure.low, None)


def near_in_size(value: Decimal, other: Decimal, *, spread: float) -> float:
    """How typical a value is beside another of about its size: 1 where they are equal; `spread` in powers of ten."""
    if value <= 0 or other <= 0:
        return 0.0
    return math.exp(-((magnitude(value / other) / spread) ** 2) / 2)
