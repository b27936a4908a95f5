"""Sums that differ from their parts: a code and the codes under it, all goods and the chapters, a year and its months.

Parts that are more than their whole are always wrong. Parts that are less may only be those that were loaded: that
counts where nearly all other wholes of the same book equal their parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, ref
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.provenance import RowRef

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "total"
#: What rounding and late corrections may do.
_TOLERANCE = Decimal("0.005")
#: Where so many wholes of a book, and so large a part of them, equal their parts, one that does not is a mistake.
_ENOUGH, _MOSTLY = 5, 0.8


@dataclass(frozen=True, slots=True)
class _Whole:
    """A row that stands for others, and what those add up to."""

    reporter: str
    flow: str
    hs: str
    period: str
    kind: str
    value: Decimal
    currency: str | None
    parts: Decimal
    number: int
    row: RowRef

    @property
    def equal(self) -> bool:
        return abs(self.value - self.parts) <= max(_TOLERANCE * abs(self.value), Decimal(self.number))


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each whole that its parts exceed, or miss where they should not."""
    by_book: dict[tuple[str, str, str, str], list[_Whole]] = defaultdict(list)
    for whole in (*_codes(ledger, scope), *_years(ledger, scope)):
        by_book[whole.row.source, whole.reporter, whole.flow, whole.kind].append(whole)
    for wholes in by_book.values():
        agreeing = sum(whole.equal for whole in wholes)
        trusted = len(wholes) >= _ENOUGH and agreeing / len(wholes) >= _MOSTLY
        for whole in wholes:
            if not whole.equal and (whole.parts > whole.value or trusted):
                yield _finding(scope, whole, agreeing, len(wholes))


def _codes(ledger: Ledger, scope: Scope) -> list[_Whole]:
    """Codes with the next finer codes under them that the book has."""
    keys = ("source", "released_on", "reporter", "flow", "freq", "period", "currency")
    same = " AND ".join(f"p.{key} = r.{key}" for key in keys)
    statement = f"""
        SELECT r.reporter AS reporter, r.flow AS flow, r.hs AS hs, r.period AS period, r.value AS worth,
               r.currency AS currency, p.level AS part_level, sum(p.value) AS parts, count(*) AS n, {ORIGIN}
        FROM {scope.relation()} AS r
        JOIN {scope.relation()} AS p ON {same} AND p.partner = r.partner AND p.level > r.level
            AND (p.edition = r.edition OR (p.edition IS NULL AND r.edition IS NULL))
            AND (r.level = 0 OR substr(p.hs, 1, r.level) = r.hs)
        WHERE {scope.where()} AND {scope.where(alias="p")} AND r.value IS NOT NULL AND p.value IS NOT NULL
        GROUP BY r.reporter, r.flow, r.hs, r.period, r.value, r.currency, p.level, r.source, r.release, r.file,
                 r.file_sha256, r.line
    """
    nearest: dict[RowRef, tuple[int, _Whole]] = {}
    for reporter, flow, hs, period, value, currency, level, parts, n, *origin in scope.ask(ledger, statement):
        row = ref(origin)
        whole = _Whole(reporter, flow, hs, period, "codes", value, currency, parts, int(n), row)
        if row not in nearest or level < nearest[row][0]:
            nearest[row] = int(level), whole
    return [whole for _, whole in nearest.values()]


def _years(ledger: Ledger, scope: Scope) -> list[_Whole]:
    """Years with their months; fewer than twelve may be all there was, and count only where they are too much."""
    statement = f"""
        SELECT r.reporter AS reporter, r.flow AS flow, r.hs AS hs, r.period AS period, r.value AS worth,
               r.currency AS currency, sum(p.value) AS parts, count(DISTINCT p.period) AS n, {ORIGIN}
        FROM {scope.relation()} AS r
        JOIN {scope.relation()} AS p ON p.source = r.source AND p.reporter = r.reporter AND p.partner = r.partner
            AND p.flow = r.flow AND p.hs = r.hs AND p.year = r.year AND p.freq = 'M' AND p.currency = r.currency
        WHERE r.freq = 'A' AND {scope.where()} AND {scope.where(alias="p")}
          AND r.value IS NOT NULL AND p.value IS NOT NULL
        GROUP BY r.reporter, r.flow, r.hs, r.period, r.value, r.currency, r.source, r.release, r.file, r.file_sha256,
                 r.line
    """
    return [_year(fields) for fields in scope.ask(ledger, statement)]


def _year(fields: Sequence[Any]) -> _Whole:
    reporter, flow, hs, period, value, currency, parts, n, *origin = fields
    return _Whole(reporter, flow, hs, period, "months", value, currency, parts, int(n), ref(origin))


def _finding(scope: Scope, whole: _Whole, agreeing: int, number: int) -> Finding:
    gap = whole.parts - whole.value
    one, several = ("code under it", "codes under it") if whole.kind == "codes" else ("month", "months")
    parts = f"the one {one} has" if whole.number == 1 else f"the {whole.number} {several} add up to"
    percent = f" ({100 * abs(gap) / abs(whole.value):.1f}%)" if whole.value else ""
    signs = [
        Sign(
            0.85 if gap > 0 else 0.7,
            f"{parts} {whole.parts:,.0f}, {abs(gap):,.0f} "
            f"{'more' if gap > 0 else 'less'} than {whole.value:,.0f}{percent}",
        )
    ]
    if agreeing:
        signs.append(Sign(0.2, f"{agreeing} of {number} such sums of this book agree"))
    return Finding(
        check=ID,
        source=whole.row.source,
        reporter=whole.reporter,
        partner=scope.partner,
        flow=whole.flow,
        hs=whole.hs,
        first=whole.period,
        last=whole.period,
        signs=tuple(signs),
        value=whole.value,
        currency=whole.currency,
        rows=(whole.row,),
    )
