"""What is said against a series: amounts that were rounded, and books that cover a part of its time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tidewaiter.analysis.rows import Row
from tidewaiter.ledger.coverage import Covered

#: Stands for the period while reasons that differ in nothing else are gathered.
_WHEN = "\0"


def rounded(rows: Sequence[Row]) -> Iterator[str]:
    """What a printed 0 stands for, where the book rounds so coarsely that it does not mean nothing."""
    most = {row.currency: row.high for row in rows if row.value == 0 and row.high}
    for currency, high in most.items():
        yield f"the book rounds its values: 0 is printed for less than {high:,.0f} {currency}"


def doubts(covered: Mapping[str, Covered]) -> Iterator[str]:
    """Why some periods are known only in part, each reason once with the time it holds for."""
    spells: dict[str, list[str]] = defaultdict(list)
    for period, one in covered.items():
        if one.state in ("selection", "partial"):
            spells[one.why.replace(period, _WHEN)].append(period)
    for why, periods in spells.items():
        when = periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"
        if len(periods) > 1 and not _in_a_row(periods, list(covered)):
            when = f"{len(periods)} of the {'years' if len(periods[0]) == 4 else 'months'} {when}"
        yield why.replace(_WHEN, when)


def _in_a_row(periods: Sequence[str], all_periods: Sequence[str]) -> bool:
    first = all_periods.index(periods[0])
    return list(periods) == list(all_periods[first : first + len(periods)])
