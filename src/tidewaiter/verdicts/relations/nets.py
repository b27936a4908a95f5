"""A net change is what each partner's trade changed by, taken together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.questions import base_period
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import joined

#: More partners than this are a table.
_MOST = 12


@dataclass(frozen=True, slots=True)
class NetChange(Relation):
    """`claims[0]` is a fall (or rise) in money of one country's trade with some partners; the others are pairs of
    levels, after and before, of those whose levels are known. The other partners' trade moved the other way, so that
    it can only have made the net change smaller.
    """

    kind: ClassVar[str] = "net change"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """At most what the known partners moved by, since the others moved the other way; of a level nothing."""
        if index:
            return Interval(None, None)
        moved = total(
            after - before if self.claims[0].direction == "increase" else before - after
            for after, before in zip(figures[1::2], figures[2::2], strict=True)
        )
        return Interval(None, moved.high)

    def accuses(self) -> bool:
        """Which partners are meant is read from the text around; that is not sure enough to accuse."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the partners that are known make together."""
        net = self.claims[0]
        steps = list(zip(self.claims[1::2], self.claims[2::2], strict=True))
        named = joined(
            f"{phrases.level(before)} to {phrases.level(after)} ({phrases.flow(after)})" for after, before in steps
        )
        moved = sum((abs(after.value - before.value) for after, before in steps), Decimal(0))
        verb = "does not leave" if outcome == CONTRADICTED else "leaves room for"
        return f"from {named} is {phrases.amount(net.unit, moved)} in all, which {verb} {phrases.said(net)}"

    def arithmetic(self) -> str:
        """The steps added up."""
        pairs = zip(self.claims[1::2], self.claims[2::2], strict=True)
        return " + ".join(f"({phrases.digits(b.value)} − {phrases.digits(a.value)})" for a, b in pairs)


def find(passage: Passage) -> Iterator[NetChange]:
    """Changes in money of a trade with several named partners, where the text has levels of some of them."""
    for net in passage.claims:
        days = scope.period(net)
        if net.measure != "change" or net.direction == "none" or net.unit in ("percent", "times") or days is None:
            continue
        home = net.receiver or net.sender
        others = [country for country in net.partners if country != home]
        base = base_period(net, days)
        if base is None or bool(net.sender) == bool(net.receiver) or not 2 <= len(others) <= _MOST:
            continue
        found: list[Claim] = []
        against = True
        for country in others:
            mine = [c for c in passage.claims if _of(c, net, country)]
            after = next((c for c in mine if scope.is_flow(c) and scope.period(c) == days), None)
            before = next((c for c in mine if scope.is_flow(c) and scope.period(c) == base), None)
            if after is not None and before is not None:
                found += [after, before]
            elif not any(c.measure == "change" and c.direction not in (net.direction, "none") for c in mine):
                against = False
                break
        if against and len(found) >= 2 * 2:
            yield NetChange((net, *found), link=passage.link((net, *found)))


def _of(claim: Claim, net: Claim, country: str) -> bool:
    """Whether a claim is of the same goods, traded with one of the partners."""
    ends = (country, net.receiver) if net.receiver else (net.sender, country)
    unit = claim.unit == net.unit or (claim.measure == "change" and scope.period(claim) == scope.period(net))
    return (claim.sender, claim.receiver) == ends and unit and scope.same_goods(claim, net)
