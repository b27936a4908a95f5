"""The record of an audit: a finding, the signs that speak for it, the rows it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Any

from tidewaiter.provenance import RowRef


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for a finding (`strength` above 0, to 1) or against it (below 0), in words."""

    strength: float
    why: str


def score(signs: Iterable[Sign]) -> float:
    """How likely the signs make it together, 0 to 1: each takes its share of the doubt that the others leave.

    Signs against it then take their share of the result.
    """
    listed = list(signs)
    doubt = prod(1 - sign.strength for sign in listed if sign.strength > 0)
    against = prod(1 + sign.strength for sign in listed if sign.strength < 0)
    return round((1 - doubt) * against, 2)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the books that is unlikely or wrong. It is a question to whoever keeps the book, not a verdict.

    `check` is the id of the check; `reporter`, `partner`, `flow`, `hs` and the periods `first` to `last` say where.
    `value` is what the rows are worth together in `currency`, None where there is no row or no value. `missing` says
    what would settle it. A finding about what is absent has no rows.
    """

    check: str
    source: str
    reporter: str
    partner: str
    flow: str
    hs: str | None
    first: str
    last: str
    signs: tuple[Sign, ...]
    value: Decimal | None = None
    currency: str | None = None
    rows: tuple[RowRef, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """0 to 1; see `score`."""
        return score(self.signs)

    @property
    def reason(self) -> str:
        """The signs in a sentence, the strongest first, those against it last."""
        ranked = sorted(self.signs, key=lambda sign: -sign.strength)
        return "; ".join(sign.why for sign in ranked)

    def to_record(self) -> dict[str, Any]:
        """The finding as plain values: score, reason, where, how much, what would settle it, every row."""
        return {
            "check": self.check,
            "score": self.score,
            "reason": self.reason,
            "source": self.source,
            "reporter": self.reporter,
            "partner": self.partner,
            "flow": self.flow,
            "hs": self.hs,
            "first": self.first,
            "last": self.last,
            "value": self.value,
            "currency": self.currency,
            "missing": list(self.missing),
            "signs": [{"strength": sign.strength, "why": sign.why} for sign in self.signs],
            "rows": [
                {"source": row.source, "release": row.release, "file": row.file, "sha256": row.sha256, "line": row.line}
                for row in self.rows
            ],
        }
