"""A share as a relation: so many percent, the part, and the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, allowed, distance, excused, printed_decimals
from tidewaiter.verdicts.relations.relation import ROUNDED, Relation, as_printed, exactly_said
from tidewaiter.verdicts.wording import percent

_HUNDRED = Decimal(100)
#: What lies beyond rounding where 10.3 is printed as 11, or 10.8 as 10.
_NEXT = Interval(Decimal("-0.5"), Decimal("0.5"))
#: How much sooner than its whole a part is wrong that is more than it.
_ABOVE = 0.3
#: A hedged share, or one in words, is another where what its amounts make is off by this share, all excuses made.
_FAR = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class Share(Relation):
    """`claims` are a share in percent, the part, and the whole."""

    kind: ClassVar[str] = "share"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Part by whole gives the share, and backwards."""
        share, part, whole = figures
        if index == 0:
            return compare.multiple(part, whole) * Interval.exactly(_HUNDRED)
        portion = share / Interval.exactly(_HUNDRED)
        return whole * portion if index == 1 else part / portion

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """As for any relation, but a whole percentage may have been rounded up or down to the next one."""
        found = Relation.outcome(self, figures)
        if found != CONTRADICTED or printed_decimals(self.claims[0]) != 0:
            return found
        replaced = figures or {}
        wide = [replaced.get(claim) or excused(claim) for claim in self.claims]
        share = replaced.get(self.claims[0]) or allowed(self.claims[0])
        return LOOSE if (share + _NEXT).meets(self.allows(0, wide)) else CONTRADICTED

    def suspicion(self, index: int) -> float:
        """A part that is more than its whole is sooner wrong than the whole; a limit is set, and no news."""
        _, part, whole = self.claims
        if index == 1 and part.value > whole.value:
            return _ABOVE
        if index == 2 and whole.measure == "cap":
            return -_ABOVE
        return Relation.suspicion(self, index)

    def plain(self) -> bool:
        """Two exact amounts say what the share was, unless it is hedged or told in words and not far off."""
        share, *amounts = self.claims
        far = exactly_said(share) or distance(excused(share), self.computed(0)) >= _FAR
        return far and all(map(exactly_said, amounts))

    def typical(self, index: int, value: Decimal) -> float:
        """No share is more than the whole; one that only rounding allows is less likely than what the amounts make."""
        if index:
            return 1.0
        share, part, whole = self.claims
        just = bool(whole.value) and as_printed(share, value, part.value / whole.value * _HUNDRED)
        return 0.0 if value > _HUNDRED else 1.0 if just else ROUNDED

    def explain(self, index: int, outcome: str) -> str:
        """What the part is of the whole, against what is said."""
        share, part, whole = self.claims
        real = percent(part.value / whole.value * _HUNDRED) if whole.value else "no share"
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{phrases.thing(part)} is {real} of {phrases.thing(whole)}, {verb} {phrases.said(share)}"

    def arithmetic(self) -> str:
        """part / whole."""
        _, part, whole = self.claims
        written = f"{phrases.digits(part.value)} / {phrases.digits(whole.value)}"
        return f"{written} = {percent(part.value / whole.value * _HUNDRED)}" if whole.value else written
