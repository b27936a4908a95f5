"""All checks of one country's books, each in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from math import log10
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit import (
    confusable,
    duplicates,
    mirror,
    months_missing,
    rounding,
    totals,
    unit_values,
    units_change,
    unspecified,
)
from tidewaiter.analysis.audit.finding import Finding
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.analysis.known import check_codes
from tidewaiter.errors import UsageError

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: The checks by their ids, in the order in which they run.
CHECKS: Mapping[str, Callable[[Ledger, Scope], Iterator[Finding]]] = {
    module.ID: module.check
    for module in (
        confusable,
        unit_values,
        units_change,
        totals,
        mirror,
        months_missing,
        unspecified,
        rounding,
        duplicates,
    )
}


def audit(ledger: Ledger, scope: Scope, *, checks: Collection[str] = (), least: float = 0.5) -> list[Finding]:
    """The findings of some checks (all, where none is named) with a score of at least `least`, the gravest first.

    Grave is what is likely and large: the score times the number of digits of the value. UsageError for a check or
    an HS code that does not exist.
    """
    unknown = sorted(set(checks) - set(CHECKS))
    if unknown:
        raise UsageError(f"no such check: {unknown[0]!r}", cure=f"one of {', '.join(CHECKS)}")
    check_codes(ledger, scope.hs)
    found = [
        finding
        for name, check in CHECKS.items()
        if not checks or name in checks
        for finding in check(ledger, scope)
        if finding.score >= least
    ]
    return sorted(found, key=_order)


def _order(finding: Finding) -> tuple[float, str, str, str, str, str]:
    weight = finding.score * log10(10 + abs(float(finding.value or 0)))
    return -weight, finding.check, finding.reporter, finding.flow, finding.hs or "", finding.first
