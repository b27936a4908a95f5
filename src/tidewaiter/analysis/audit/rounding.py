"""Values that are round numbers where the book prints every dollar: estimates, or figures typed by hand."""

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

ID = "round"
#: A value is round with so many zeros at its end (one in ten thousand is by chance), and large enough to matter.
_ZEROS, _LEAST = 4, 100_000
#: A book is rounded as a whole where half of its rows or more end in three zeros.
_WHOLE_BOOK, _ENOUGH = 0.5, 10


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each round row, or one for a reporter whose rows are nearly all round."""
    base = f"{scope.where()} AND r.low IS NULL AND r.value >= 1000"
    counts = (
        "SELECT r.source AS source, r.reporter AS reporter, r.flow AS flow, count(*) AS n, "
        "sum(CASE WHEN r.value % 1000 = 0 THEN 1 ELSE 0 END) AS round_ones "
        f"FROM {scope.relation()} AS r WHERE {base} GROUP BY r.source, r.reporter, r.flow"
    )
    books = {(source, reporter, flow): (int(n), int(round_ones)) for source, reporter, flow, n, round_ones in
             scope.ask(ledger, counts)}  # fmt: skip
    statement = (
        "SELECT r.reporter AS reporter, r.flow AS flow, r.hs AS hs, r.period AS period, r.value AS worth, "
        f"r.currency AS currency, r.quantity AS quantity, {ORIGIN} FROM {scope.relation()} AS r WHERE {base} "
        "AND r.value % 1000 = 0 ORDER BY r.period, r.file, r.line"
    )
    rounded: dict[tuple[str, str, str], list[tuple[str, Decimal, str | None, RowRef]]] = defaultdict(list)
    for reporter, flow, hs, period, value, currency, quantity, *origin in scope.ask(ledger, statement):
        key = (origin[0], reporter, flow)
        number, round_ones = books[key]
        if number >= _ENOUGH and round_ones >= _WHOLE_BOOK * number:
            rounded[key].append((period, value, currency, ref(origin)))
        elif value >= _LEAST and value % 10**_ZEROS == 0:
            yield _row(scope, key, hs, period, value, currency, quantity, ref(origin))
    for (source, reporter, flow), rows in rounded.items():
        number, round_ones = books[source, reporter, flow]
        yield Finding(
            check=ID,
            source=source,
            reporter=reporter,
            partner=scope.partner,
            flow=flow,
            hs=None,
            first=rows[0][0],
            last=rows[-1][0],
            signs=(Sign(0.7, f"{round_ones} of {number} values are whole thousands: the book is rounded"),),
            value=sum((row[1] for row in rows), Decimal(0)),
            currency=rows[0][2],
            rows=tuple(row[3] for row in rows),
        )


def _row(
    scope: Scope,
    key: tuple[str, str, str],
    hs: str | None,
    period: str,
    value: Decimal,
    currency: str | None,
    quantity: Decimal | None,
    row: RowRef,
) -> Finding:
    zeros = len(digits := f"{int(value)}") - len(digits.rstrip("0"))
    signs = [Sign(min(0.9, 0.5 + 0.1 * (zeros - _ZEROS + 1)), f"{value:,.0f} ends in {zeros} zeros")]
    if quantity is not None and quantity >= 10_000 and quantity % 1000 == 0:
        signs.append(Sign(0.2, f"so does its quantity, {quantity:,.0f}"))
    source, reporter, flow = key
    return Finding(
        check=ID,
        source=source,
        reporter=reporter,
        partner=scope.partner,
        flow=flow,
        hs=hs,
        first=period,
        last=period,
        signs=tuple(signs),
        value=value,
        currency=currency,
        rows=(row,),
    )
