"""Goods that a book does not name (9999 and the like): what may hide there is missing elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, ref
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.provenance import RowRef
from tidewaiter.reference import tables
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "unspecified"
_NAME = "unspecified.yml"
#: From this part of a year's trade on, what is not named is the story.
_MUCH = Decimal("0.2")


@cache
def _codes() -> tuple[tuple[str, str | None, str], ...]:
    return tuple((each["prefix"], each.get("reporter"), each["meaning"]) for each in tables.mapping(_NAME)["codes"])


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each reporter, flow and year with rows of goods not named."""
    wanted = " OR ".join(
        f"(r.hs LIKE {literal(prefix + '%')}" + (f" AND r.reporter = {literal(only)})" if only else ")")
        for prefix, only, _ in _codes()
    )
    statement = (
        "SELECT r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.year AS year, r.hs AS hs, "
        f"r.period AS period, r.value AS worth, r.currency AS currency, {ORIGIN} FROM {scope.relation()} AS r "
        f"WHERE {scope.where()} AND ({wanted}) ORDER BY r.period, r.hs, r.file, r.line"
    )
    groups: dict[tuple[str, str, str, str, str], list[tuple[str, str, Decimal, str | None, RowRef]]] = defaultdict(list)
    for reporter, flow, freq, year, hs, period, value, currency, *origin in scope.ask(ledger, statement):
        key = (origin[0], reporter, flow, freq, str(year))
        groups[key].append((hs, period, value or Decimal(0), currency, ref(origin)))
    if not groups:
        return
    wholes = _wholes(ledger, scope)
    for key, rows in groups.items():
        source, reporter, flow = key[:3]
        longest = _outermost({hs for hs, *_ in rows})
        counted = [row for row in rows if row[0] in longest]
        value = sum((row[2] for row in counted), Decimal(0))
        meaning = next(text for prefix, _, text in _codes() if counted[0][0].startswith(prefix))
        signs = [Sign(0.5, f"{value:,.0f} {counted[0][3] or ''} under {', '.join(sorted(longest))}: {meaning}")]
        whole = wholes.get(key)
        if whole:
            share = value / whole
            signs.append(Sign(0.7 if share >= _MUCH else 0.1, f"{100 * share:.1f}% of the year's {flow}s"))
        yield Finding(
            check=ID,
            source=source,
            reporter=reporter,
            partner=scope.partner,
            flow=flow,
            hs=min(longest),
            first=counted[0][1],
            last=counted[-1][1],
            signs=tuple(signs),
            value=value,
            currency=counted[0][3],
            rows=tuple(row[4] for row in counted),
        )


def _outermost(codes: set[str]) -> set[str]:
    return {code for code in codes if not any(code != other and code.startswith(other) for other in codes)}


def _wholes(ledger: Ledger, scope: Scope) -> dict[tuple[str, str, str, str, str], Decimal]:
    """What each book says a year's trade with the country was in all, where it says so."""
    statement = (
        "SELECT r.source AS source, r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.year AS year, "
        f"sum(r.value) AS worth FROM {scope.relation()} AS r WHERE {scope.where()} AND r.level = 0 "
        "GROUP BY r.source, r.reporter, r.flow, r.freq, r.year"
    )
    return {
        (source, reporter, flow, freq, str(year)): value
        for source, reporter, flow, freq, year, value in scope.ask(ledger, statement)
    }
