"""What of the trade under a measure looks as if it were another country's, booked here by mistake: see `audit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit import confusable
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.analysis.review.facts import Facts
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.screening.hit import Hit
from tidewaiter.provenance import RowRef
from tidewaiter.reference.confusable import lookalikes

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


def doubted(
    ledger: Ledger, facts: Facts, hits: Sequence[Hit], rows: Mapping[RowRef, Row], *, country: str, as_of: date | None
) -> Iterator[Hit]:
    """The hits, those with lines that the audit takes for a lookalike's with how much that is."""
    if not hits or not lookalikes(country):
        yield from hits
        return
    reporters = tuple(sorted({hit.lane.reporter for hit in hits if hit.lane.reporter != country}))
    scope = Scope(country, reporters=reporters, as_of=as_of)
    likely = {(ref.sha256, ref.line) for finding in confusable.check(ledger, scope) for ref in finding.rows}
    for hit in hits:
        mine = [rows[ref] for ref in hit.value.rows if (ref.sha256, ref.line) in likely and ref in rows]
        if not mine:
            yield hit
            continue
        value = facts.booked(
            hit.value.subject,
            hit.value.unit,
            sum((row.value for row in mine if row.value is not None), Decimal(0)),
            rows=tuple(row.ref for row in mine),
            scope="selection",
            source=hit.value.source,
        )
        yield replace(hit, doubted=value)
