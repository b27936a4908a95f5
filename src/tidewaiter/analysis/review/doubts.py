"""Partners whose trade in the goods looks as if it were another country's, booked here by mistake: see `audit`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit import confusable
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.review.track import Asked
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane
from tidewaiter.reference.confusable import lookalikes
from tidewaiter.reference.groups import Group

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: A partner of whose trade so much is doubted is not told first.
_MOST = Decimal("0.5")
#: Trade in so large a part of the months, in so many of them, is steady.
_OFTEN, _LONG = 0.5, 24


@dataclass(frozen=True, slots=True)
class Doubt:
    """How much of a partner's goods looks like a lookalike's trade, of how much in the time of the review."""

    value: Fact
    of: Decimal

    @property
    def most(self) -> bool:
        """Whether it is half of it or more."""
        return self.value.value >= self.of * _MOST


def doubts(
    ledger: Ledger,
    facts: Facts,
    asked: Asked,
    group: Group,
    rows: Mapping[Lane, Sequence[Row]],
    prefixes: Sequence[str],
) -> Mapping[Lane, Doubt]:
    """The partners' lanes with such trade; `rows` are those of each lane's goods in the time of the review.

    Who books the goods with the country month after month trades in them, and is not asked about.
    """
    asked_about = (lane for lane, held in rows.items() if held and lane.partner == asked.country and not _steady(held))
    reporters = tuple(sorted({lane.reporter for lane in asked_about}))
    if not reporters or not lookalikes(asked.country):
        return {}
    scope = Scope(asked.country, reporters=reporters, hs=tuple(prefixes), as_of=asked.as_of)
    likely = {(ref.sha256, ref.line) for finding in confusable.check(ledger, scope) for ref in finding.rows}
    found = {}
    for lane, held in rows.items():
        mine = [row for row in held if (row.ref.sha256, row.ref.line) in likely]
        if not mine:
            continue
        periods = sorted(row.period for row in mine)
        span = periods[0] if periods[0] == periods[-1] else f"{periods[0]}/{periods[-1]}"
        value = facts.booked(
            Subject(group.title, lane.exporter, lane.importer, span),
            asked.currency,
            _sum(mine),
            rows=tuple(row.ref for row in mine),
            scope="selection",
            source=mine[0].source,
        )
        found[lane] = Doubt(value, _sum(held))
    return found


def _steady(rows: Sequence[Row]) -> bool:
    """Whether there are rows in most months, over years."""
    months = sorted({row.period for row in rows if len(row.period) == len("2022-05")})
    if len(months) < _LONG:
        return False
    first, last = (int(month[:4]) * 12 + int(month[5:]) for month in (months[0], months[-1]))
    return len(months) > _OFTEN * (last - first + 1)


def _sum(rows: Sequence[Row]) -> Decimal:
    return sum((row.value for row in rows if row.value is not None), Decimal(0))
