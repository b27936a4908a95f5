"""Books left out of an answer since they are in another currency: one that holds the trade is never told as without it.

Nothing is converted unasked, and amounts in two currencies are never added. So what a question in one currency cannot
use has to be named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tidewaiter.analysis.lanes import end_of
from tidewaiter.analysis.rows import CHAPTER, Row


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Whose book, and the currencies that it has there; `years` where it has other trade in the currency asked for."""

    reporter: str
    currencies: tuple[str, ...]
    years: tuple[str, ...] = ()


#: Which trade of a reporter a row is of: the partner, the flow, the chapter or all goods.
_Goods = tuple[str, str, str]


def left_out(rows: Iterable[Row], *, currency: str, through: str, as_of: date | None) -> tuple[LeftOut, ...]:
    """The reporters of customs rows of whom some trade, by chapter and time, has values in other currencies alone."""
    ours: dict[str, set[tuple[_Goods, str]]] = defaultdict(set)
    theirs: dict[str, dict[tuple[_Goods, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        if row.value is None or row.currency is None or row.qualifier is not None:
            continue
        if not row.stood(as_of) or end_of(row.period) > through:
            continue
        goods = (row.partner, row.flow, (row.hs or "")[:CHAPTER])
        if row.currency == currency:
            # A year is known by its months, too.
            ours[row.reporter] |= {(goods, row.period), (goods, row.period[:4])}
        else:
            theirs[row.reporter][goods, row.period].add(row.currency)
    found = []
    for reporter, held in sorted(theirs.items()):
        lacking = {key: names for key, names in held.items() if key not in ours[reporter]}
        if lacking:
            years = sorted({period[:4] for _, period in lacking}) if ours[reporter] else []
            found.append(LeftOut(reporter, tuple(sorted(set().union(*lacking.values()))), tuple(years)))
    return tuple(found)
