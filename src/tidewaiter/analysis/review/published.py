"""What a partner's book has of the goods reviewed, and through which month: nothing and unknown never look alike.

A book counts as far as it reaches these goods: one of fish alone says nothing of medicines, however new it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tidewaiter.analysis.goods import codes_of_goods
from tidewaiter.analysis.review.window import Window
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.errors import UsageError
from tidewaiter.ledger.reach import Reach
from tidewaiter.reference import editions
from tidewaiter.reference.groups import Product

#: Digits that all countries share.
_SUBHEADING = 6


@dataclass(frozen=True, slots=True)
class Reached:
    """Goods of which a book has codes; `partly`: not all of the codes that they stand under."""

    title: str
    partly: bool


@dataclass(frozen=True, slots=True)
class Published:
    """What the ledger holds of a reporter's flow in these goods: the first and last month, those missing between and up
    to the end.

    `years` are those of which the book holds yearly figures, `stretches` years of its own, `sources` whose it is.
    `reached` are the goods that the book has codes of, `every` whether it has all codes of all of them. `printed`
    counts the figures that newspapers gave. `others` are the books that have only other goods.
    """

    first: str | None
    last: str | None
    missing: tuple[str, ...]
    years: tuple[str, ...]
    sources: tuple[str, ...]
    printed: int = 0
    stretches: tuple[str, ...] = ()
    reached: tuple[Reached, ...] = ()
    every: bool = False
    others: tuple[str, ...] = ()

    @property
    def through(self) -> bool:
        """Whether the book reaches the end without a month missing."""
        return self.first is not None and not self.missing

    @property
    def booked(self) -> bool:
        """Whether any book is loaded that has any of the goods."""
        return bool(self.reached)


def published(
    shelf: Shelf,
    lane: Lane,
    window: Window,
    as_of: date | None,
    *,
    reach: Reach,
    products: Sequence[Product],
    sources: Iterable[str],
    open_end: bool = False,
) -> Published:
    """What is known of a lane's reporter in a window of some goods; `sources` are those that hold any row of the lane.

    With `open_end` years of its own that end after the window are told too.
    """
    inside = [
        period
        for period in reach.periods
        if str(window.since) <= period[:4] and (_end(period) <= window.through or (open_end and "/" in period))
    ]
    months = sorted(period for period in inside if len(period) == len(window.through))
    figures = shelf.printed(lane.reporter, lane.partner)
    printed = [figure for figure in figures if as_of is None or figure.row.released_on <= as_of]
    reached = [found for product in products if (found := _reached(product, reach, window, lane.reporter))]
    missing = [month for month in window.months if months and month >= months[0] and month not in months]
    return Published(
        first=months[0] if months else None,
        last=months[-1] if months else None,
        missing=tuple(missing),
        years=tuple(sorted(period for period in inside if len(period) == len("2022"))),
        sources=tuple(sorted(reach.sources)),
        printed=len(printed),
        stretches=tuple(sorted(period for period in inside if "/" in period)),
        reached=tuple(reached),
        every=len(reached) == len(products) and not any(each.partly for each in reached),
        others=tuple(sorted(set(sources) - reach.sources)),
    )


def _end(period: str) -> str:
    """The last month or year of a period."""
    return period.rpartition("/")[2]


def _reached(product: Product, reach: Reach, window: Window, reporter: str) -> Reached | None:
    """How far the codes of a book go for some goods; None where it has none of them."""
    held = reach.codes
    partly, found = True, False
    for year in range(window.since, window.year + 1):
        prefixes = codes_of_goods(product.hs, year, reporter=reporter).prefixes if product.named else product.hs
        own = [code for code in held if code.startswith(prefixes)] if prefixes else []
        found = found or bool(own)
        if own and _whole(prefixes, frozenset(own), editions.edition_for(year)):
            partly = False
            break
    return Reached(product.title, partly) if found else None


@lru_cache(maxsize=4096)
def _whole(prefixes: tuple[str, ...], held: frozenset[str], edition: str) -> bool:
    """Whether held codes are all that lies under some prefixes in an edition."""
    return all(prefix in held or ((wanted := _under(prefix, edition)) and wanted <= held) for prefix in prefixes)


def _under(prefix: str, edition: str) -> frozenset[str]:
    if len(prefix) >= _SUBHEADING:
        return frozenset()
    try:
        return editions.subheadings(prefix, edition)
    except UsageError:
        return frozenset()
