"""The rows of a finding, each with its origin, fetched once it is known which they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.provenance import RowRef
from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: The columns of a row's origin, after an alias `r`.
ORIGIN = "r.source AS source, r.release AS release, r.file AS file, r.file_sha256 AS file_sha256, r.line AS line"


def ref(origin: Sequence[object]) -> RowRef:
    """The origin from the columns of `ORIGIN`."""
    source, release, file, sha256, line = origin
    return RowRef(str(source), str(release), str(file), str(sha256), int(str(line)))


@dataclass(frozen=True, slots=True)
class Lane:
    """Which line of the book: one code that one source has of one reporter's flow, by month, year or other stretch."""

    source: str
    reporter: str
    flow: str
    freq: str
    hs: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a lane."""

    period: str
    value: Decimal | None
    currency: str | None
    ref: RowRef


def lines_of(ledger: Ledger, scope: Scope, lanes: Iterable[Lane]) -> dict[Lane, list[Line]]:
    """The rows that the scope's partner has in some lanes, by period."""
    wanted = set(lanes)
    found: dict[Lane, list[Line]] = defaultdict(list)
    by_reporter: dict[tuple[str, str], set[str]] = defaultdict(set)
    for lane in wanted:
        by_reporter[lane.reporter, lane.flow].add(lane.hs)
    parts = [
        f"(r.reporter = {literal(reporter)} AND r.flow = {literal(flow)} AND r.hs IN ({literals(sorted(codes))}))"
        for (reporter, flow), codes in sorted(by_reporter.items())
    ]
    if not parts:
        return found
    statement = (
        f"SELECT r.reporter AS reporter, r.flow AS flow, r.freq AS freq, r.hs AS hs, r.period AS period, "
        f'r.value AS "value", r.currency AS currency, {ORIGIN} FROM {scope.relation()} AS r '
        f"WHERE {scope.where()} AND ({' OR '.join(parts)}) ORDER BY r.period, r.file, r.line"
    )
    for reporter, flow, freq, hs, period, value, currency, *origin in scope.ask(ledger, statement):
        lane = Lane(str(origin[0]), reporter, flow, freq, hs)
        if lane in wanted:
            found[lane].append(Line(period, value, currency, ref(origin)))
    return found
