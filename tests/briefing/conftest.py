"""A small article with claims and verdicts made by hand, so that pages are tested without anything that reads or checks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.interval import Interval
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.verdict import Operand, Verdict

ROW = RowRef("press", "2022-05-27", "figures.csv", "ab" * 32, 66, "https://example.com/page?a=1&b=2")


def make_document(*blocks: tuple[str, str], **known: Any) -> Document:
    """A document whose original is its body, block under block."""
    text, found = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        found.append(Block(kind, len(text), len(text) + len(words)))
        text += words
    body = Body(text, tuple(found), range(len(text)), range(1, len(text) + 1))
    return replace(Document("a.txt", text, body, outlet="The Paper", published=date(2022, 5, 28)), **known)


@pytest.fixture
def document() -> Document:
    return make_document(
        ("title", "Ventilators for $266.9 million"),
        ("paragraph", "China sold goods for $98.1 million, and masks, 10.6 million of them."),
        ("heading", "What it bought"),
        ("item", "1,000 ventilators"),
        ("row", "March | $57 million"),
        ("caption", "A bridge"),
        title="Ventilators for $266.9 million",
    )


@pytest.fixture
def claim(document: Document) -> Callable[..., Claim]:
    """Makes the claim whose figure is a stretch of the document."""

    def make(quote: str, value: int, unit: str = "USD", **slots: Any) -> Claim:
        start = document.text.index(quote)
        defaults = {"measure": "trade_value", "sender": "CHN", "receiver": "PRK", "period": "2022-04"}
        number = Decimal(value)
        return Claim(
            document.name, start, start + len(quote), quote, (start, start + 1), number, number, number, unit,
            **{**defaults, **slots},
        )  # fmt: skip

    return make


@pytest.fixture
def claims(claim: Callable[..., Claim]) -> dict[str, Claim]:
    return {
        "wrong": claim("$266.9 million", 266_900_000, product="ventilators"),
        "right": claim("$98.1 million", 98_100_000, goods=("total",)),
        "open": claim("10.6 million", 10_600_000, "units", product="masks"),
        "loose": claim("$57 million", 57_000_000, goods=("total",)),
    }


@pytest.fixture
def verdicts(claims: dict[str, Claim]) -> tuple[Verdict, ...]:
    whole = Operand(Interval.exactly(Decimal(98_100_000)), "USD", "all goods, April 2022", claim=claims["right"])
    booked = Operand(Interval.exactly(Decimal(266_891)), "USD", "ventilators, April 2022", rows=(ROW,))
    slip = {"slip": "million_for_thousand", "suggested": Decimal(266_900)}
    return (
        Verdict(claims["wrong"], "unchecked", "documents", "No other article says so."),
        Verdict(claims["wrong"], "contradicted", "arithmetic", "A part exceeds its whole.", (whole,), **slip),
        Verdict(claims["wrong"], "contradicted", "statistics", "The book has $266,891.", (booked,), **slip, repeat="tidewaiter series"),
        Verdict(claims["right"], "supported", "statistics", "The book has $98.1 million.", (replace(whole, claim=None, rows=(ROW,)),)),
        Verdict(claims["loose"], "loose", "statistics", "The book has $57.4 million."),
        Verdict(claims["open"], "unchecked", "statistics", "No book covers masks."),
    )  # fmt: skip


@pytest.fixture
def outcomes(claims: dict[str, Claim]) -> dict[Claim, str]:
    return {
        claims["wrong"]: "contradicted",
        claims["right"]: "supported",
        claims["loose"]: "loose",
        claims["open"]: "unchecked",
    }
