"""Part and whole: a part cannot be more than its whole, nor can parts that do not overlap together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, allowed, magnitude
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import joined, percent

#: Parts and whole may come from two books, one at the exporter's price and one with freight on top: 10 % apart.
_VALUATION = Decimal("0.10")
#: Where only slots and no words tie part and whole, a part so many times its whole is no year taken for a month.
_FAR_BEYOND = Decimal(13)
#: A part of the same goods that is not so many times its whole may be part of another: of the year, of both ways.
_ANOTHER_TOTAL = 3
#: From so many times the whole on, a part is of another scale and not just off.
_OTHER_SCALE = 20
#: A part that is worth naming is about this many powers of ten below its whole.
_USUAL_PART, _SPREAD = 1.0, 0.8


@dataclass(frozen=True, slots=True)
class PartsWithin(Relation):
    """`claims[0]` is the whole, the others are parts of it that do not overlap each other."""

    kind: ClassVar[str] = "parts"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The whole is at least the sum of its parts; a part at most what the others leave of the whole."""
        slack = 1 if self.link == "stated" else 1 + _VALUATION
        parts = figures[1:]
        if index == 0:
            least = total(parts).low
            return Interval(None if least is None else least / slack, None)
        whole = figures[0]
        if whole.high is None:
            return Interval(Decimal(0), None)
        room = whole.high * slack
        others = sum((part.low or Decimal(0) for i, part in enumerate(parts, 1) if i != index), Decimal(0))
        return Interval(min(Decimal(0), room - others), room - others)

    def suspicion(self, index: int) -> float:
        """Of parts the largest; where the scales are far apart, a part sooner than its whole, which others lean on."""
        if index == 0:
            return 0.0
        largest = max(self.claims[1:], key=lambda claim: claim.value)
        if self.claims[index] != largest:
            return 0.0
        # What is said to be part of something is said of the part.
        said = 0.15 if self.link == "stated" and len(self.claims) == 2 else 0.0
        return said + (0.2 if largest.value >= self.claims[0].value * _OTHER_SCALE else 0.1)

    def typical(self, index: int, value: Decimal) -> float:
        """Parts that are named together are of a size, and a whole is not a thousand times what is named of it."""
        if value <= 0:
            return 0.0
        parts = [claim.value for claim in self.claims[1:]]
        if index == 0:
            middle = _log(sum(parts, Decimal(0)))
        else:
            others = [_log(claim.value) for i, claim in enumerate(self.claims) if i not in (0, index)]
            middle = sum(others) / len(others) if others else _log(self.claims[0].value) - self._below(index)
        return math.exp(-(((_log(value) - middle) / _SPREAD) ** 2) / 2)

    def _below(self, index: int) -> float:
        """How many powers of ten a part is usually below its whole: for a shorter time, by how much it is shorter."""
        whole, part = self.claims[0], self.claims[index]
        days, longer = scope.period(part), scope.period(whole)
        if scope.same_goods(part, whole) and days and longer and (n := len(days.months())):
            return math.log10(max(len(longer.months()), n) / n)
        return _USUAL_PART

    def accuses(self) -> bool:
        """Slots alone may have misread a period: then only a figure beyond all doubt is held against a writer."""
        if not self.firm:
            return False
        figures = [allowed(claim) for claim in self.claims]
        parts, whole = total(figures[1:]), figures[0]
        if parts.low is None or whole.high is None:
            return False
        return self.link != "far" or parts.low > whole.high * _FAR_BEYOND

    def decides(self) -> bool:
        """Not where the same goods, in a shorter time or with one partner, are little more: another total is meant."""
        figures = [allowed(claim) for claim in self.claims]
        parts, whole = total(figures[1:]), figures[0]
        if parts.low is None or whole.high is None:
            return False
        if self.link == "stated" and all(claim.sentence == self.claims[0].sentence for claim in self.claims):
            return True
        same = any(scope.same_goods(part, self.claims[0]) for part in self.claims[1:])
        return not same or parts.low > whole.high * _ANOTHER_TOTAL

    def explain(self, index: int, outcome: str) -> str:
        """The share that the parts make of the whole, or that they exceed it."""
        whole, *parts = self.claims
        named = f"the total of {phrases.said(whole)}" if scope.is_total(whole) else f"the {phrases.thing(whole)}"
        named = f"{named} ({phrases.scope(whole)})"
        if outcome == CONTRADICTED:
            if len(parts) == 1:
                return f"{self._named(parts[0])} cannot be part of {named}"
            return f"{joined(map(self._named, parts))} together come to {_sum(parts)}, more than {named}"
        share = compare.share(total(Interval.exactly(p.value) for p in parts), Interval.exactly(whole.value))
        shown = percent(share.high) if share.high is not None else "a part"
        if len(parts) == 1:
            return f"{self._named(parts[0])} can be part of {named}: it is {shown} of it"
        return f"{joined(map(self._named, parts))} can be parts of {named}: together {_sum(parts)} is {shown} of it"

    def _named(self, part: Claim) -> str:
        """A part with its goods where they are narrower than the whole's, and its time where that is shorter."""
        whole = self.claims[0]
        named = phrases.said(part) if scope.same_goods(part, whole) else phrases.thing(part)
        if not scope.same_flow(part, whole) and (flow := phrases.flow(part)):
            named = f"{named} ({flow})"
        if part.period is None or scope.same_period(part, whole):
            return named
        return f"{named} in {phrases.period(part.period)}"

    def arithmetic(self) -> str:
        """The parts added up beside the whole."""
        whole, *parts = self.claims
        added = " + ".join(phrases.digits(part.value) for part in parts)
        summed = sum((part.value for part in parts), Decimal(0))
        sign = "≤" if summed <= whole.value else ">"
        equals = f" = {phrases.digits(summed)}" if len(parts) > 1 else ""
        return f"{added}{equals} {sign} {phrases.digits(whole.value)}"


def _log(value: Decimal) -> float:
    return magnitude(value) if value > 0 else 0.0


def _sum(parts: Iterable[Claim]) -> str:
    parts = list(parts)
    return phrases.amount(parts[0].unit, sum((part.value for part in parts), Decimal(0)))
