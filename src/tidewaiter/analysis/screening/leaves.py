"""The finest rows of a flow, each trade once: what is screened against codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.analysis.cells import TOTAL
from tidewaiter.analysis.lanes import end_of
from tidewaiter.analysis.rows import Row, about
from tidewaiter.analysis.shelf import Lane

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


def leaves(rows: Iterable[Row], *, through: str, as_of: date | None, currency: str) -> list[Row]:
    """The rows of a lane that hold no other row: one source a year and chapter, months where it has them, else years.

    A year or another stretch that ends after `through` is none of its time. Rows that newspapers printed are left out:
    they name goods, not codes.
    """
    # By chapter, since a book of some goods month by month says nothing of the others that a yearly one has.
    by_chapter: dict[tuple[str, str], dict[tuple[str, int], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        # Before a book is chosen, so that none is taken which has nothing in the currency.
        if row.currency != currency or row.hs in (None, TOTAL):
            continue
        if row.stood(as_of) and end_of(row.period) <= through:
            by_chapter[row.period[:4], (row.hs or TOTAL)[:2]][row.source, len(row.period)].append(row)
    found: list[Row] = []
    for books in by_chapter.values():
        # Months tell on which side of a day trade lies, and one book is as good as another only alone.
        source, width = max(books, key=lambda key: (key[1] == len("2022-05"), len(books[key]), key))
        found.extend(_finest(books[source, width]))
    return found


def by_lane(ledger: Ledger, *, country: str, since: int) -> Mapping[Lane, Sequence[Row]]:
    """All customs rows about a country since a year, by flow; fetched at once."""
    found: dict[Lane, list[Row]] = defaultdict(list)
    for row in about(ledger, country=country, since=since):
        found[Lane(row.reporter, row.partner, row.flow)].append(row)
    return found


def _finest(rows: Sequence[Row]) -> list[Row]:
    by_period: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        by_period[row.period, row.edition].append(row)
    found: list[Row] = []
    for held in by_period.values():
        above = _above(row.hs or "" for row in held)
        found.extend(row for row in held if row.hs not in above)
    return found


def _above(codes: Iterable[str]) -> set[str]:
    """Codes that another one begins with: their trade stands in the finer rows."""
    listed = set(codes)
    return {code[:width] for code in listed for width in range(2, len(code)) if code[:width] in listed}
