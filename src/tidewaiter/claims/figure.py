"""A figure: a number with its scale, currency or unit as it stands in a body, before anybody asks what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

#: How a figure is worded; the interval in `low`/`high` follows from it.
QUALIFIERS = ("exact", "approx", "more_than", "less_than", "nearly", "at_least", "up_to", "between")

#: What sort of number it is: money, percent, percentage_points, times (multiples and fractions), quantity (a unit of
#: measure), count (a counted noun), zero ("did not import any", "ceased").
FIGURE_KINDS = ("money", "percent", "percentage_points", "times", "quantity", "count", "zero")

#: Those that say how much of something else, or how many times it.
RELATIVE = frozenset({"percent", "percentage_points", "times"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in a body; offsets are into `Body.text`, end exclusive.

    `value` is scaled ("$28.751 million" is 28751000; for a range its lower end) and `upper` is a range's upper end.
    `low`/`high` are what rounding and hedge allow, None where open. `unit` is canonical (docs/units.md), with
    `_per_…` for a rate. `noun` is where the thing counted or measured stands ("masks" in "10.6 million masks"), None
    where nothing is said. `hedge` is where the hedge stands. `changed_from` is where the first figure of "from 18 to 25
    percent" stands, kept on the second.
    `rule` names the rule that found it.
    """

    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: str
    qualifier: str = "exact"
    upper: Decimal | None = None
    noun: tuple[int, int] | None = None
    hedge: tuple[int, int] | None = None
    changed_from: tuple[int, int] | None = None
    rule: str = ""

    @property
    def begins(self) -> int:
        """Where it begins, its hedge with it ("about" in "about $5 million")."""
        return self.start if self.hedge is None else min(self.start, self.hedge[0])
