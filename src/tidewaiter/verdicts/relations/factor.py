"""A multiple between two levels: "3.5 times as much", "a quarter of", "more than doubled"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, allowed, distance, printed_decimals
from tidewaiter.verdicts.pen.slips import Slip
from tidewaiter.verdicts.relations.relation import OPEN, Relation
from tidewaiter.verdicts.relations.triangles import far_off, percent_or_times, quotient
from tidewaiter.verdicts.wording import percent

_HUNDRED = Decimal(100)
#: "More than doubled" is meant for up to so many times as much.
_FAR_MORE = 5
#: A multiple without decimals is rounded carelessly by no more than this.
_CARELESS = Decimal("0.03")


def _capped(multiple: Interval) -> Interval:
    """ "More than doubled" is open above, but not to a thousandfold: so far beyond, something else is wrong."""
    if multiple.high is not None or not multiple.low or multiple.low < 1:
        return multiple
    return Interval(multiple.low, multiple.low * _FAR_MORE)


@dataclass(frozen=True, slots=True)
class Multiple(Relation):
    """`claims` are a multiple or fraction ("3.5 times", "a quarter of"), the figure it leads to, and its base.

    `more` marks "three times more", which some mean as three times and some as four times as much.
    """

    kind: ClassVar[str] = "multiple"
    more: bool = False

    def _unit(self) -> Decimal:
        return _HUNDRED if self.claims[0].unit == "percent" else Decimal(1)

    def plain(self) -> bool:
        """The levels say what the step was, unless they are hedged."""
        return far_off(self)

    def readings(self, index: int) -> Sequence[Slip]:
        """ "3%" printed for "3배", and the other way about."""
        return () if index else percent_or_times(self)

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """After by before gives the multiple, and backwards."""
        multiple, after, before = figures
        unit = Interval.exactly(self._unit())
        if index == 0:
            return self._readings(compare.multiple(after, before) * unit)
        times = self._meant(multiple / unit)
        return before * times if index == 1 else after / times if times.high != 0 else OPEN

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """As for any relation; but what is "more than doubled" has not become a thousand times as much."""
        step = self.claims[0]
        capped = _capped(allowed(step))
        found = Relation.outcome(self, {**({} if capped == allowed(step) else {step: capped}), **(figures or {})})
        # "Nine times" of 8.49 is careless at most.
        near = found == CONTRADICTED and step not in (figures or {}) and printed_decimals(step) == 0
        tight = [(figures or {}).get(claim) or allowed(claim) for claim in self.claims]
        return LOOSE if near and distance(tight[0], self.allows(0, tight)) < _CARELESS else found

    def _readings(self, times: Interval) -> Interval:
        if not self.more or times.low is None:
            return times
        return Interval(max(times.low - 1, Decimal(0)), times.high)

    def _meant(self, times: Interval) -> Interval:
        if not self.more:
            return times
        return Interval(times.low, None if times.high is None else times.high + 1)

    def explain(self, index: int, outcome: str) -> str:
        """What one figure is as a multiple of the other, against what is said."""
        multiple, after, before = self.claims
        times = "no multiple that can be computed" if before.value == 0 else self._times()
        real, said = f"{phrases.level(after)} is {times} {phrases.level(before)}", phrases.words(multiple)
        if outcome == CONTRADICTED:
            return f"{real}, not {said}"
        return f"{real}, which {said} says only roughly" if outcome == LOOSE else f"{real}, which agrees with {said}"

    def _times(self) -> str:
        times = self.claims[1].value / self.claims[2].value
        if self.claims[0].unit == "percent":
            return f"{percent(times * _HUNDRED)} of"
        return f"{phrases.digits(times, 2)} times"

    def arithmetic(self) -> str:
        """after / before."""
        return quotient(self.claims[1], self.claims[2], times=self.claims[0].unit == "times")
