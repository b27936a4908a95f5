"""Deaths of an illness are among its cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.parts import PartsWithin

#: So many counts of cases are looked at for one count of deaths.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Toll(PartsWithin):
    """`claims` are a number of cases and a number of deaths among them."""

    kind: ClassVar[str] = "toll"

    def explain(self, index: int, outcome: str) -> str:
        """How many died of how many, or that more died than fell ill."""
        cases, deaths = (phrases.amount(claim.unit, claim.value) for claim in self.claims)
        if outcome == CONTRADICTED:
            return f"{deaths} cannot have died of {cases}"
        rate = phrases.digits(self.claims[1].value / self.claims[0].value * 100, 4)
        return f"{deaths} dead of {cases} is {rate}%, which can be"


def find(passage: Passage) -> Iterator[Toll]:
    """Deaths with the cases that stand beside them, counted for the same time and place."""
    cases = [claim for claim in passage.claims if claim.measure == "cases" and _counted(claim)]
    for deaths in passage.claims:
        if deaths.measure != "deaths" or not _counted(deaths):
            continue
        for whole in cases[:_MOST]:
            same = scope.same_period(deaths, whole) and set(deaths.partners) == set(whole.partners)
            if same and deaths.partners and passage.adjoining(deaths, whole) and not scope.goods_clash(deaths, whole):
                yield Toll((whole, deaths), link="near")


def _counted(claim: Claim) -> bool:
    return claim.value > 0 and "_per_" not in claim.unit and claim.unit in ("cases", "people", "deaths")
