"""Shares: "16 % of the total", where the part and the whole are in the text too; and shares no whole could have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import percent

_HUNDRED = Decimal(100)


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


def find(passage: Passage) -> Iterator[Relation]:
    """Shares with their part and whole, and percentages that cannot be."""
    levels = [c for c in passage.claims if scope.is_level(c) and c.value > 0 and not passage.is_balance(c)]
    by_period: dict[str | None, list[Claim]] = {}
    for level in levels:
        by_period.setdefault(level.period, []).append(level)
    for claim in passage.claims:
        if claim.unit != "percent":
            continue
        if _impossible(claim, passage):
            yield Possible((claim,), link="stated")
        elif claim.measure == "share" and claim.period is not None and claim.value > 0:
            yield from _share(passage, claim, by_period.get(claim.period, []))


def _impossible(claim: Claim, passage: Passage) -> bool:
    """Only where it is certain what the percentage is of: goods that moved between two countries."""
    if claim.value <= _HUNDRED or len(scope.pair(claim)) != 2 or passage.is_balance(claim):
        return False
    return claim.measure == "share" or (claim.measure == "change" and claim.direction == "decrease")


def _share(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> Iterator[Share]:
    """A part with the share's own scope, and the nearest whole that it can be part of."""
    candidates = []
    parts = [level for level in levels if scope.same_flow(level, claim) and scope.same_goods(level, claim)]
    for part in parts[:4]:
        for whole in levels:
            if whole.unit == part.unit and scope.same_flow(whole, part) and scope.goods_part_of(part, whole):
                claims = (claim, part, whole)
                firm = not any(passage.ground(each) for each in claims) and scope.is_total(whole)
                candidates.append(Share(claims, link=passage.link(claims), firm=firm))
    if candidates:
        order = {"supported": 0, "loose": 1, "contradicted": 2}
        yield min(candidates, key=lambda share: order[share.outcome()])
