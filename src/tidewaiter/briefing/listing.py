"""Plain HTML tables for a notebook: claims, the points of a series, what a ledger holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidewaiter.briefing.markup import Markup, element
from tidewaiter.briefing.words import plain
from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.phrases import amount, flow, goods, period

_CELL = "text-align:left;vertical-align:top"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table of text; every cell is escaped."""
    head = element("tr", *(element("th", heading, style=_CELL) for heading in headings))
    body = [element("tr", *(element("td", cell, style=_CELL) for cell in row)) for row in rows]
    return element("table", element("thead", head), element("tbody", *body))


def claim_table(claims: Iterable[Claim]) -> Markup:
    """Claims as a table: the words, the figure, what it is about."""
    return table(
        ("figure", "read as", "measure", "goods", "from, to", "period", "said by"),
        (
            (
                " ".join(claim.text.split()),
                amount(claim.unit, claim.value),
                plain(claim.measure) + ("" if claim.direction == "none" else f", {claim.direction}"),
                goods(claim),
                flow(claim),
                period(claim.period),
                claim.attribution or "",
            )
            for claim in claims
        ),
    )
