"""What has been fetched from a ledger, kept for the next question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tidewaiter.analysis import rows as book
from tidewaiter.analysis.rows import Row
from tidewaiter.ledger.coverage import Covered

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


class Shelf:
    """A ledger read once for each thing asked: all releases of it, so that any day can be asked about."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._booked: dict[tuple[object, ...], list[Row]] = {}
        self._printed: dict[frozenset[str], list[Row]] = {}
        self._covered: dict[tuple[object, ...], Covered] = {}

    @cached_property
    def has_books(self) -> bool:
        """Whether there is any customs book at all."""
        return book.any_booked(self._ledger)

    def booked(
        self, *, reporter: str, partner: str, flow: str, prefixes: Sequence[str], years: tuple[int, int]
    ) -> list[Row]:
        """See `rows.booked`."""
        key = (reporter, partner, flow, tuple(prefixes), years)
        if key not in self._booked:
            self._booked[key] = book.booked(
                self._ledger, reporter=reporter, partner=partner, flow=flow, prefixes=prefixes, years=years
            )
        return self._booked[key]

    def printed(self, one: str, other: str) -> list[Row]:
        """Every published figure about two countries; see `rows.published`."""
        pair = frozenset((one, other))
        if pair not in self._printed:
            self._printed[pair] = book.published(self._ledger, countries=(one, other))
        return self._printed[pair]

    def covers(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        hs: str,
        period: str,
        source: str | None,
        as_of: date | None,
    ) -> Covered:
        """Whether a missing row would mean zero trade; see `Ledger.covers`."""
        key = (reporter, partner, flow, hs, period, source, as_of)
        if key not in self._covered:
            self._covered[key] = self._ledger.covers(
                reporter=reporter, partner=partner, flow=flow, hs=hs, period=period, source=source, as_of=as_of
            )
        return self._covered[key]
