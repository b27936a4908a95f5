"""Tables with a row of totals: what every other row is of it, in a column of shares, and that the rows make it.

A list of the largest need not make its total. Where a row of others, shares of all, or another column says that
nothing is left out, it must.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.rows import Table, tables
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.sums import Sum

#: So many rows must bear out that a column is of shares, and so large a part of all.
_BORNE_OUT, _MOSTLY = 2, 0.6
#: The shares of a whole list make a hundred, rounding aside.
_ALL, _OFF = 100, 1


def find(passage: Passage) -> Iterator[Relation]:
    """The shares and the sums of every table that has just one row of totals."""
    for table in tables(passage):
        named = [row for row, name in enumerate(table.names) if says("total", name)]
        if len(named) == 1:
            yield from _of_total(table, named[0])


def _of_total(table: Table, total: int) -> Iterator[Relation]:
    rows = [row for row in range(len(table.rows)) if row != total]
    percents = [c for c in table.columns() if sum(_is_percent(table.cell(row, c)) for row in rows) >= _BORNE_OUT]
    whole_list = any(says("rest", table.names[row]) or says("all_others", f"{table.names[row]} goods") for row in rows)
    whole_list = whole_list or any(_makes_all(table, rows, column) for column in percents)
    sums = []
    for column in table.columns():
        whole, cells = table.cell(total, column), [table.cell(row, column) for row in rows]
        if column in percents or whole is None or not scope.is_some(whole):
            continue
        parts = [c for c in cells if c is not None and c.unit == whole.unit and scope.is_amount(c)]
        for other in percents:
            yield from _shares(table, rows, (column, other), whole)
        if len(parts) == len(cells) and len(cells) >= _BORNE_OUT:
            sums.append(Sum((whole, *parts), link="stated"))
    if whole_list or any(each.outcome() == SUPPORTED for each in sums):
        yield from sums


def _shares(table: Table, rows: Sequence[int], columns: tuple[int, int], whole: Claim) -> Iterator[Relation]:
    """The shares of a total, where most rows bear them out, or all would if a slip of the total were undone."""
    found = []
    for row in rows:
        part, share = (table.cell(row, column) for column in columns)
        if (
            part is not None
            and share is not None
            and part.unit == whole.unit
            and _is_percent(share)
            and share.value > 0
        ):
            found.append(Share((share, part, whole), link="stated"))
    held = sum(share.outcome() == SUPPORTED for share in found)
    if held >= max(_BORNE_OUT, _MOSTLY * len(found)) or (len(found) > _BORNE_OUT and _slipped(found, whole)):
        yield from found


def _slipped(shares: Sequence[Share], whole: Claim) -> bool:
    return any(
        all(share.outcome({whole: slip.figure}) == SUPPORTED for share in shares) for slip in slips.candidates(whole)
    )


def _makes_all(table: Table, rows: Sequence[int], column: int) -> bool:
    cells = [table.cell(row, column) for row in rows]
    made = sum((cell.value for cell in cells if cell is not None), Decimal(0))
    return all(cell is not None for cell in cells) and abs(made - _ALL) <= _OFF


def _is_percent(claim: Claim | None) -> bool:
    return claim is not None and claim.unit == "percent" and claim.measure != "change" and claim.value > 0
