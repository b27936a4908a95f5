"""Two figures that were given each other's place: those of opposite flows, or two of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, allowed
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.within.evidence import Evidence

#: So many figures of a sentence are tried in each other's place.
_SWAPPED = 6


class Exchanges:
    """The figures that each figure of a text may have changed places with."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._opposites: dict[Claim, Claim] = {}
        ways: dict[tuple[object, ...], Claim] = {}
        for claim in sorted({*evidence.tied, *evidence.claims}, key=lambda c: (c.start, c.end)):
            if scope.is_flow(claim) and scope.direction(claim) is not None and claim.period:
                key = (claim.unit, claim.period, claim.goods)
                ways.setdefault((*key, claim.sender, claim.receiver), claim)
                opposite = ways.get((*key, claim.receiver, claim.sender))
                if opposite is not None:
                    self._opposites[claim] = opposite
                    self._opposites.setdefault(opposite, claim)

    def opposite(self, claim: Claim) -> Claim | None:
        """The level of the opposite flow."""
        return self._opposites.get(claim)

    def partners(self, claim: Claim) -> list[Claim]:
        """The figures that it may have changed places with, as far as the broken relations tell."""
        opposite = self._opposites.get(claim)
        return [opposite] if opposite is not None else self._beside(claim)

    def slips(self, claim: Claim, broken: Sequence[Relation]) -> Iterator[slips.Slip]:
        """The figure of the opposite flow, or of the sentence, that mends all and breaks nothing where exchanged."""
        for other in self.partners(claim):
            if other.value != claim.value and self._mends(claim, other, broken):
                name, told = _told(claim, other)
                yield slips.Slip(name, other.value, allowed(other), slips.weight("swapped"), told)

    def _beside(self, claim: Claim) -> list[Claim]:
        """The figures of its sentence that it may have changed places with: of one unit and time, and broken, too."""
        wrong = {each for r in self._evidence.broken if claim not in r.claims for each in r.claims}
        same = [
            other
            for other in self._evidence.tied
            if other is not claim
            and other.sentence == claim.sentence
            and other.unit == claim.unit
            and scope.is_flow(other)
            and scope.same_period(other, claim)
            and other in wrong
        ]
        return same[:_SWAPPED] if scope.is_flow(claim) else []

    def _mends(self, claim: Claim, other: Claim, broken: Sequence[Relation]) -> bool:
        """Whether nothing breaks any more where two figures are exchanged."""
        swapped = {claim: allowed(other), other: allowed(claim)}
        touched = {id(r): r for c in (claim, other) for r in self._evidence.touching(c)}
        # What is left between the two is as much whichever is the larger.
        touched = {
            key: r for key, r in touched.items() if r.kind != "difference" or not {claim, other} <= set(r.claims)
        }
        if not broken or any(id(relation) not in touched for relation in broken):
            return False
        if all(relation.kind == "side" for relation in broken):
            # That a surplus is called a deficit is one word wrong, and not two figures.
            return False
        return all(relation.outcome(swapped) != CONTRADICTED for relation in touched.values())


def _told(claim: Claim, other: Claim) -> tuple[str, str]:
    """What a slip is called that gave each of two figures the other's place."""
    if scope.pair(claim) == scope.pair(other) and scope.direction(claim) != scope.direction(other):
        return "exports_imports_swapped", "exports and imports were probably exchanged"
    if scope.direction(claim) != scope.direction(other):
        return "countries_swapped", "the figures of the two countries were probably exchanged"
    return "rows_swapped", "the two figures were probably exchanged"
