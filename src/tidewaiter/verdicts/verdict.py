"""A verdict: what became of a claim that was held against something, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tidewaiter.claims.claim import Claim, number
from tidewaiter.interval import Interval
from tidewaiter.provenance import RowRef

OUTCOMES = ("supported", "loose", "contradicted", "unchecked")
CHECKS = ("arithmetic", "documents", "statistics")
#: How sure an outcome is: `consistent` is support by a mere bound, which many another figure would meet as well;
#: `probable` is the likeliest of several explanations.
CONFIDENCES = ("certain", "probable", "consistent")


@dataclass(frozen=True, slots=True)
class Operand:
    """One thing a verdict rests on: another claim, or rows of the ledger, with the figure it brought."""

    figure: Interval
    unit: str
    label: str
    claim: Claim | None = None
    rows: tuple[RowRef, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """A JSON object; `claim` is a claim id, `rows` name source, release, file, hash, line and page."""
        return {
            "label": self.label,
            "low": number(self.figure.low),
            "high": number(self.figure.high),
            "unit": self.unit,
            "claim": self.claim.id if self.claim else None,
            "rows": [
                {
                    "source": r.source,
                    "release": r.release,
                    "file": r.file,
                    "sha256": r.sha256,
                    "line": r.line,
                    "url": r.url,
                }
                for r in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another slip that would explain a figure, less plausible than the one named."""

    slip: str
    suggested: Decimal
    plausibility: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check of one claim. `computed` is what the operands give, in `unit`.

    `plausibility` is the slip's share of all that could explain the figure, `alternatives` the next ones. `doubt` says
    why the outcome is not certain.
    """

    claim: Claim
    outcome: str
    check: str
    reason: str
    operands: tuple[Operand, ...] = ()
    computed: Interval | None = None
    unit: str | None = None
    slip: str | None = None
    suggested: Decimal | None = None
    repeat: str | None = None
    confidence: str = "certain"
    doubt: str | None = None
    plausibility: float | None = None
    alternatives: tuple[Alternative, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The contract's JSON object."""
        computed = self.computed
        return {
            "claim": self.claim.id,
            "outcome": self.outcome,
            "check": self.check,
            "reason": self.reason,
            "operands": [operand.to_record() for operand in self.operands],
            "computed": None
            if computed is None
            else {"low": number(computed.low), "high": number(computed.high), "unit": self.unit},
            "slip": self.slip,
            "suggested": number(self.suggested),
            "repeat": self.repeat,
            "confidence": self.confidence,
            "doubt": self.doubt,
            "plausibility": self.plausibility,
            "alternatives": [
                {"slip": a.slip, "suggested": number(a.suggested), "plausibility": a.plausibility}
                for a in self.alternatives
            ],
        }
