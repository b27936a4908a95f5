"""The claims of a document as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.briefing.markup import printable
from tidewaiter.briefing.words import plain
from tidewaiter.briefing.wrap import Line
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.quantity import Quantity
from tidewaiter.documents.document import Document
from tidewaiter.verdicts.phrases import about, amount


def claim_lines(document: Document, claims: Sequence[Claim], *, explain: bool = False) -> Iterator[Line]:
    """A document's claims, one under the other: the figure, what it is read as, what it is about, who says it."""
    yield _heading(document)
    if not claims:
        yield [("  no figure that makes a claim", "dim")]
    for claim in claims:
        quote = printable(" ".join(claim.text.split()))
        yield [("  ", ""), (quote, "bold cyan"), (f"  {_reading(claim)}", "")]
        if subject := about(claim):
            yield [(f"      {printable(subject)}", "")]
        if claim.attribution:
            yield [(f"      said by {printable(claim.attribution)} ({plain(claim.source_kind)})", "dim")]
        if explain:
            for slot, rule in sorted(claim.rules.items()):
                yield [(f"      {slot}: {rule}", "dim")]
    yield []


def quantity_lines(document: Document, quantities: Sequence[Quantity], *, explain: bool = False) -> Iterator[Line]:
    """A document's quantities, one under the other: as written, as read, and what is counted or measured."""
    yield _heading(document)
    if not quantities:
        yield [("  no quantity", "dim")]
    for quantity in quantities:
        quote = printable(" ".join(quantity.text.split()))
        read = amount(quantity.unit, quantity.value)
        if quantity.upper is not None:
            read = f"{read} to {amount(quantity.unit, quantity.upper)}"
        if quantity.qualifier not in {"exact", "between"}:
            read = f"{read}, {plain(quantity.qualifier)}"
        noun = f"  {printable(quantity.noun)}" if quantity.noun else ""
        yield [("  ", ""), (quote, "bold cyan"), (f"  {read}", ""), (noun, "dim")]
        if explain:
            yield [(f"      {quantity.kind}: {quantity.rule}", "dim")]
    yield []


def _heading(document: Document) -> Line:
    day = document.published.isoformat() if document.published else "no date found"
    return [(printable(document.title or document.name), "bold"), (f"  {day}, {printable(document.name)}", "dim")]


def _reading(claim: Claim) -> str:
    parts = [plain(claim.measure), amount(claim.unit, claim.value)]
    parts += [] if claim.qualifier == "exact" else [plain(claim.qualifier)]
    parts += [] if claim.direction == "none" else [claim.direction]
    parts += [] if claim.comparison == "none" else [plain(claim.comparison)]
    parts += [f"against {claim.base_period}"] if claim.base_period else []
    parts += [] if claim.modality == "asserted" else [claim.modality]
    return ", ".join(parts)
