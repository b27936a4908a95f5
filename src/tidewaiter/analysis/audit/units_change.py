"""Series whose quantities change their unit: pieces one year and kilograms the next cannot be put side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, Lane, ref
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.provenance import RowRef

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "unit_change"


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each series with more than one unit, with the rows that differ from the commonest."""
    lanes = (
        f"SELECT r.source AS source, r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.hs AS hs "
        f"FROM {scope.relation()} AS r WHERE {scope.where()} AND r.unit IS NOT NULL AND r.hs IS NOT NULL "
        "GROUP BY r.source, r.reporter, r.flow, r.freq, r.hs HAVING count(DISTINCT r.unit) > 1"
    )
    statement = (
        "SELECT r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.hs AS hs, r.period AS period, "
        f"r.unit AS unit, {ORIGIN} FROM {scope.relation()} AS r JOIN ({lanes}) AS l ON l.source = r.source "
        "AND l.reporter = r.reporter AND l.flow = r.flow AND l.freq = r.freq AND l.hs = r.hs "
        f"WHERE {scope.where()} AND r.unit IS NOT NULL ORDER BY r.period, r.file, r.line"
    )
    found: dict[Lane, list[tuple[str, str, RowRef]]] = defaultdict(list)
    for reporter, flow, freq, hs, period, unit, *origin in scope.ask(ledger, statement):
        found[Lane(origin[0], reporter, flow, freq, hs)].append((period, unit, ref(origin)))
    for lane, rows in found.items():
        yield _finding(scope, lane, rows)


def _finding(scope: Scope, lane: Lane, rows: list[tuple[str, str, RowRef]]) -> Finding:
    counted = Counter(unit for _, unit, _ in rows)
    usual = counted.most_common(1)[0][0]
    odd = [row for row in rows if row[1] != usual]
    told = ", ".join(f"{unit} in {n} of {len(rows)} rows" for unit, n in counted.most_common())
    switches = [after[0] for before, after in pairwise(rows) if before[1] != after[1]]
    for_good = len(switches) == 1
    how = f", from {switches[0]} on for good" if for_good else f", changing {len(switches)} times"
    return Finding(
        check=ID,
        source=lane.source,
        reporter=lane.reporter,
        partner=scope.partner,
        flow=lane.flow,
        hs=lane.hs,
        first=odd[0][0],
        last=odd[-1][0],
        signs=(Sign(0.7 if for_good else 0.85, f"quantities come in {told}{how}"),),
        rows=tuple(row[2] for row in odd),
    )
