"""Through which month a review goes that nobody gave an end: the last one known of these goods, not of any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.lanes import MIRROR, end_of
from tidewaiter.analysis.printed import Printed
from tidewaiter.ledger.reach import Reach
from tidewaiter.reference.groups import Group
from tidewaiter.sources.sql import begins, literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

_MONTH = len("2022-05")


def newest(
    ledger: Ledger,
    *,
    country: str,
    group: Group,
    direction: str,
    as_of: date | None,
    partners: Collection[str],
    reach: Mapping[tuple[str, str], Reach],
    prefixes: Sequence[str],
    printed: Iterable[Printed],
) -> str | None:
    """The last month known of the goods, as the partner has it whose trade in them is the largest; None: of none.

    A partner of whom only years are known counts where no one's months are: by the last month of the last year.
    """
    weights: dict[str, Decimal] = defaultdict(Decimal)
    months: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[str]] = defaultdict(set)
    for reporter, partner, value in _booked(ledger, country, direction, as_of, prefixes):
        other = partner if reporter == country else reporter
        flow = direction if reporter == country else MIRROR[direction]
        weights[other] += value
        for period in reach.get((reporter, flow), Reach()).periods:
            (months if len(period) == _MONTH else years)[other].add(end_of(period))
    named = {product.hs[0] for product in group.products}
    for figure in printed:
        sender, receiver = figure.exporter, figure.importer
        other, us = (sender, receiver) if direction == "import" else (receiver, sender)
        if us != country or figure.good not in named or (as_of is not None and figure.row.released_on > as_of):
            continue
        weights[other] += figure.row.value or 0
        whole_year = len(figure.row.period) < _MONTH
        (years if whole_year else months)[other].add(end_of(figure.row.period))
    for known in (months, years):
        told = [other for other in known if not partners or other in partners]
        if told:
            return max(known[max(told, key=lambda other: (weights[other], other))])
    return None


def _booked(
    ledger: Ledger, country: str, direction: str, as_of: date | None, prefixes: Sequence[str]
) -> list[tuple[str, str, Decimal]]:
    """How much of the goods each reporter has booked with each partner: months and years together, to weigh by."""
    if not prefixes:
        return []
    known = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    sides = (
        "SELECT f.reporter AS reporter, f.partner AS partner, sum(f.value) AS value FROM flows AS f "
        f"WHERE f.{side} = {literal(country)} AND f.flow = {literal(flow)} AND f.qualifier IS NULL AND f.counted "
        f"AND {begins('f.hs', prefixes)} {known} GROUP BY f.reporter, f.partner"
        for side, flow in (("partner", MIRROR[direction]), ("reporter", direction))
    )
    rows = ledger.connect().execute(" UNION ALL ".join(sides)).fetchall()
    return [(reporter, partner, Decimal(value or 0)) for reporter, partner, value in rows]
