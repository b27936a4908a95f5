"""Quantities of a document on any subject: what is claimed, and ages, spans of time and bare counts as well."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tidewaiter.claims.claim import number
from tidewaiter.claims.figures import quantities
from tidewaiter.claims.words import sentences
from tidewaiter.documents.document import Document


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity; offsets are code points of the original document, end exclusive.

    `value` is scaled; for a range it is the lower end and `upper` the upper one. `low`/`high` is the interval that the
    wording allows, None where open. `unit` is canonical (docs/units.md), with `_per_…` for a rate; what is counted by a
    noun without a unit of its own has that noun for its unit ("5 goals" is goals). `kind` is one of
    `claims.figure.FIGURE_KINDS`. `noun` is what is counted or measured, as written; `rule` found it.
    """

    document: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    value: Decimal
    upper: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: str
    qualifier: str
    noun: str | None
    rule: str

    @property
    def id(self) -> str:
        """`DOCUMENT#START-END`."""
        return f"{self.document}#{self.start}-{self.end}"

    def to_record(self, *, explain: bool = False) -> dict[str, Any]:
        """The JSON object of docs/figures.md; with `explain`, also `rule`."""
        record: dict[str, Any] = {
            "id": self.id,
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "sentence": list(self.sentence),
            "value": number(self.value),
            "upper": number(self.upper),
            "low": number(self.low),
            "high": number(self.high),
            "unit": self.unit,
            "kind": self.kind,
            "qualifier": self.qualifier,
            "noun": self.noun,
        }
        if explain:
            record["rule"] = self.rule
        return record


def extract_quantities(document: Document) -> tuple[Quantity, ...]:
    """Every quantity of a document, in order of place. Never raises on any text."""
    body = document.body
    cut = sentences.split(body.text, body.blocks)
    starts = [start for start, _, _ in cut]
    found = []
    for figure in quantities(body.text, language=document.language):
        span = body.span(figure.start, figure.end)
        place = bisect_right(starts, figure.start) - 1
        first, last = cut[place][:2] if place >= 0 else (figure.start, figure.end)
        around = body.span(first, max(last, figure.end))
        found.append(
            Quantity(
                document=document.name,
                start=span.start,
                end=span.end,
                text=document.text[span.start : span.end],
                sentence=(around.start, around.end),
                value=figure.value,
                upper=figure.upper,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                kind=figure.kind,
                qualifier=figure.qualifier,
                noun=None if figure.noun is None else " ".join(body.text[figure.noun[0] : figure.noun[1]].split()),
                rule=figure.rule,
            )
        )
    return tuple(found)
