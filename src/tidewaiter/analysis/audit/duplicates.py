"""Rows that say the same to the last digit under another month, partner or code: the same delivery booked twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, ref
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.provenance import RowRef

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "duplicate"
#: Small values meet by chance; so do round ones.
_LEAST = 1000
_OTHER = "o.source AS o_source, o.release AS o_release, o.file AS o_file, o.file_sha256 AS o_sha256, o.line AS o_line"
_WORDS = {"period": "another period", "partner": "another partner", "hs": "another code"}
_STRENGTH = {"period": 0.65, "partner": 0.75, "hs": 0.6}


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each row that has a double: same value and same quantity, and one thing different."""
    statement = f"""
        SELECT r.reporter AS reporter, r.flow AS flow, r.hs AS hs, r.period AS period, r.value AS worth,
               r.currency AS currency, r.quantity AS quantity, r.unit AS unit, o.partner AS o_partner, o.hs AS o_hs,
               o.period AS o_period, {ORIGIN}, {_OTHER}
        FROM {scope.relation()} AS r
        JOIN {scope.relation()} AS o ON o.source = r.source AND o.reporter = r.reporter AND o.flow = r.flow
            AND o.freq = r.freq AND o.level = r.level AND o.value = r.value AND o.currency = r.currency
            AND o.quantity = r.quantity AND o.unit = r.unit
        WHERE {scope.where()} AND r.value >= {_LEAST} AND r.value % 1000 <> 0 AND r.quantity > 0 AND r.level >= 6
          AND (CASE WHEN o.partner = r.partner THEN 0 ELSE 1 END + CASE WHEN o.hs = r.hs THEN 0 ELSE 1 END
               + CASE WHEN o.period = r.period THEN 0 ELSE 1 END) = 1
          AND (o.edition = r.edition OR o.edition IS NULL OR o.period <> r.period)
        ORDER BY r.period, r.file, r.line, o.period, o.line
    """
    doubles: dict[tuple[str, frozenset[RowRef]], Finding] = {}
    counted: dict[RowRef, int] = defaultdict(int)
    for reporter, flow, hs, period, value, currency, quantity, unit, o_partner, o_hs, o_period, *refs in scope.ask(
        ledger, statement
    ):
        row, other = ref(refs[:5]), ref(refs[5:])
        differs = "partner" if o_partner != scope.partner else "hs" if o_hs != hs else "period"
        key = differs, frozenset((row, other))
        counted[row] += 1
        if key not in doubles:
            seen = {"period": o_period, "partner": o_partner, "hs": o_hs}[differs]
            doubles[key] = _finding(
                scope, (reporter, flow, hs, period), value, currency, quantity, unit, (row, other), differs, seen
            )
    # A row that meets many others has a standard price or lot: that says nothing about any one of them.
    yield from (found for found in doubles.values() if counted[found.rows[0]] <= 3)


def _finding(
    scope: Scope,
    where: tuple[str, str, str, str],
    value: Decimal,
    currency: str | None,
    quantity: Decimal,
    unit: str,
    rows: tuple[RowRef, RowRef],
    differs: str,
    seen: str,
) -> Finding:
    reporter, flow, hs, period = where
    why = f"{value:,.2f} {currency} and {quantity:,.2f} {unit} stand again under {_WORDS[differs]}, {seen}"
    return Finding(
        check=ID,
        source=rows[0].source,
        reporter=reporter,
        partner=scope.partner,
        flow=flow,
        hs=hs,
        first=period,
        last=period,
        signs=(Sign(_STRENGTH[differs], why),),
        value=value,
        currency=currency,
        rows=rows,
    )
