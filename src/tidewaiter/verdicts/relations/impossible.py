"""Percentages that cannot be: no share is more than the whole, no trade falls by more than all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation

_HUNDRED = Decimal(100)
#: The rule that takes a percentage for a share because the one before it is one.
_AS_BEFORE = "a share as the one before"
#: A percentage has its unit with it.
_UNIT = re.compile(r"[^\d\s.,]")


@dataclass(frozen=True, slots=True)
class Possible(Relation):
    """One figure that has bounds of its own: no share is more than the whole, no trade falls by more than all of it."""

    kind: ClassVar[str] = "possible"
    weight: ClassVar[float] = 0.0
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """From nothing to all."""
        return Interval(Decimal(0), _HUNDRED)

    def explain(self, index: int, outcome: str) -> str:
        """Why it cannot be."""
        claim = self.claims[0]
        if claim.measure == "share":
            return f"{phrases.said(claim)} is more than the whole: no share exceeds 100%"
        return f"{phrases.said(claim)} is impossible: trade cannot fall by more than all of it"

    def arithmetic(self) -> str:
        """The bound."""
        return f"{phrases.digits(self.claims[0].value)}% > 100%"


def impossible(claim: Claim, passage: Passage) -> bool:
    """Only where it is certain what the percentage is of: goods that moved between two countries."""
    if not _UNIT.search(claim.text):
        # "135,000, or 19 percent, and Cuba 56,000": a number takes no unit over from a share.
        return False
    if claim.rules.get("measure") == _AS_BEFORE:
        # "Sales jumped 21 and 27 percent to Mexico; 88 and 158 percent to China": what the one is was not said again.
        return False
    if claim.value <= _HUNDRED or len(scope.named_pair(claim)) != 2 or passage.is_balance(claim):
        return False
    return claim.measure == "share" or (claim.measure == "change" and claim.direction == "decrease")
