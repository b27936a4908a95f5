"""Through which month a partner's book is known, and which months are missing: nothing and unknown never look alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tidewaiter.analysis.review.window import Window
from tidewaiter.analysis.shelf import Lane, Shelf


@dataclass(frozen=True, slots=True)
class Published:
    """What the ledger holds of a reporter's flow: the first and last month, those missing between and up to the end.

    `years` are those of which the book holds yearly figures, `sources` whose it is. `printed` counts the figures that
    newspapers gave where no book is loaded.
    """

    first: str | None
    last: str | None
    missing: tuple[str, ...]
    years: tuple[str, ...]
    sources: tuple[str, ...]
    printed: int = 0

    @property
    def through(self) -> bool:
        """Whether the book reaches the end without a month missing."""
        return self.first is not None and not self.missing


def published(shelf: Shelf, lane: Lane, window: Window, as_of: date | None, sources_held: Collection[str]) -> Published:
    """What is known of a lane's reporter in a window, by the sources that hold anything of the lane."""
    months: set[str] = set()
    years: set[str] = set()
    sources: set[str] = set()
    for source, periods in shelf.periods(lane).items():
        if source not in sources_held:
            continue
        inside = {period for period in periods if str(window.since) <= period[:4] and period <= window.through}
        months |= {period for period in inside if len(period) == len(window.through)}
        years |= {period for period in inside if len(period) == len("2022")}
        if inside:
            sources.add(source)
    figures = shelf.printed(lane.reporter, lane.partner)
    printed = [figure for figure in figures if as_of is None or figure.row.released_on <= as_of]
    if not months:
        return Published(None, None, (), tuple(sorted(years)), tuple(sorted(sources)), len(printed))
    first = min(months)
    missing = tuple(month for month in window.months if month >= first and month not in months)
    return Published(first, max(months), missing, tuple(sorted(years)), tuple(sorted(sources)), len(printed))
