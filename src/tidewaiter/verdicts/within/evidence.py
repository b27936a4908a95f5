"""The relations of one text while figures are struck from it one by one: what speaks for and against each figure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.relations.relation import LINKS, Relation
from tidewaiter.verdicts.within.suspects import weight

#: Suspects weighed at a time: those in the most broken relations.
_SUSPECTS = 40
#: Relations looked at for one figure; a figure with more is in a table, and says nothing more.
_TRIED = 24


class Evidence:
    """Which relations of a text hold and which break, by their figures.

    `claims` are all figures of the text, `broken` the relations still to be settled, `doubts` how often a figure breaks
    a relation too weak to accuse anybody by itself.
    """

    def __init__(self, relations: Sequence[Relation], claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.broken: list[Relation] = []
        self.doubts: Counter[Claim] = Counter()
        self._touching: dict[Claim, list[Relation]] = defaultdict(list)
        self._holding: set[int] = set()
        for relation in relations:
            outcome = relation.outcome()
            if outcome == CONTRADICTED:
                if not relation.accuses():
                    self.doubts.update(relation.claims if relation.firm and relation.doubtful else ())
                    continue
                self.broken.append(relation)
            elif outcome == SUPPORTED:
                self._holding.add(id(relation))
            for claim in relation.claims:
                self._touching[claim].append(relation)

    @property
    def tied(self) -> Collection[Claim]:
        """The figures that some relation ties to others."""
        return self._touching.keys()

    def touching(self, claim: Claim) -> list[Relation]:
        """The relations that a figure takes part in, as many as are looked at."""
        return self._touching[claim][:_TRIED]

    def against(self, claim: Claim) -> list[Relation]:
        """The broken relations of a figure, the best tied first."""
        found = [relation for relation in self.broken if claim in relation.claims]
        return sorted(found, key=lambda r: (LINKS.index(r.link), not r.exact, len(r.claims)))

    def support(self, claim: Claim, *, without: Claim | None = None) -> float:
        """What the best relation that holds says for a figure, of those that another takes no part in."""
        held = (
            weight(relation)
            for relation in self._touching[claim]
            if id(relation) in self._holding and (without is None or without not in relation.claims)
        )
        return max(held, default=0.0)

    def breaks_more(self, claim: Claim, other: Claim) -> bool:
        """Whether a figure breaks more exact relations than another; where as many, whether it alone is doubted."""
        exact = [relation for relation in self.broken if relation.exact]
        mine, theirs = (sum(c in r.claims for r in exact) for c in (claim, other))
        return mine > theirs or (mine == theirs and self.doubts[claim] > 0 == self.doubts[other])

    def suspects(self) -> list[Claim]:
        """The figures of the broken relations, those in most of them, in the order of the text."""
        counts = Counter(claim for relation in self.broken for claim in relation.claims)
        most = sorted(counts, key=lambda claim: (-counts[claim], claim.start, claim.end))[:_SUSPECTS]
        return sorted(most, key=lambda claim: (claim.start, claim.end))

    def unbroken(self) -> list[Claim]:
        """The figures that no relation speaks against."""
        broken = {claim for relation in self.broken for claim in relation.claims}
        return [claim for claim in self.claims if claim not in broken]

    def settle(self, claim: Claim) -> None:
        """What a figure breaks is settled, one way or another."""
        self.broken = [relation for relation in self.broken if claim not in relation.claims]

    def strike(self, claim: Claim) -> None:
        """Strike a figure: relations that it took part in speak for nobody any more."""
        self.settle(claim)
        for relation in self._touching.pop(claim, []):
            for other in relation.claims:
                if other in self._touching:
                    self._touching[other] = [r for r in self._touching[other] if r is not relation]
